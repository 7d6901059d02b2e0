//! Typed references to heap objects, and what a layout must tell the collector.

use std::ops::Deref;
use std::ptr::NonNull;

use crate::heap::header::{Header, Kind, ShapeId};
use crate::heap::mark::Tracer;
use crate::heap::value::Value;

/// A heap layout.
///
/// # Safety
/// The type is `repr(C)` with a [`Header`] as its first field, `KIND` is used by no other layout, and `trace` visits every
/// `Value` in it.
pub unsafe trait Object: Sized {
    const KIND: Kind;
    /// Whether freeing must run `Drop` (the object owns memory outside the heap).
    const DROP: bool = std::mem::needs_drop::<Self>();
    /// Whether `Drop` has something to do for those objects only that `Space::adopt` was told of. Sweeping looks at no other.
    const ADOPTED: bool = false;
    /// Whether objects of this layout may be tenured: every change of what they refer to goes through the write barrier.
    const TENURES: bool = false;
    /// Shows the collector every value that this object holds, besides `header.attrs`.
    fn trace(&self, tracer: &mut Tracer);
    /// What is wrong with this object, if something is: for audits.
    fn fault(&self) -> Option<&'static str> {
        None
    }
}

/// A reference to a heap object of layout `T`, free to copy.
///
/// INVARIANT: whoever holds one across a safepoint has rooted it (a register, an object, or the native stack).
#[repr(transparent)]
pub struct Ref<T>(NonNull<T>);

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ref<T> {}

impl<T: Object> Ref<T> {
    /// # Safety
    /// `pointer` is a live object of layout `T`.
    pub const unsafe fn from_raw(pointer: NonNull<T>) -> Ref<T> {
        Ref(pointer)
    }
    pub fn as_ptr(self) -> *mut T {
        self.0.as_ptr()
    }
    /// The same object as a plain value.
    pub fn value(self) -> Value {
        Value::from_bits(self.0.as_ptr() as u64)
    }
    pub fn header(&self) -> &Header {
        // SAFETY: every layout begins with its header.
        unsafe { self.0.cast::<Header>().as_ref() }
    }
    pub fn shape(self) -> ShapeId {
        self.header().shape()
    }
    pub fn attrs(&self) -> Value {
        self.header().attrs.get()
    }
    pub fn set_attrs(&self, attrs: Value) {
        self.header().attrs.set(self.header(), attrs);
    }
}

impl<T: Object> Deref for Ref<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: a `Ref` is made of live objects only, and the collector frees none that is reachable; layouts change
        // through cells, so shared references may coexist.
        unsafe { self.0.as_ref() }
    }
}

impl<T: Object> From<Ref<T>> for Value {
    fn from(reference: Ref<T>) -> Value {
        reference.value()
    }
}

impl Value {
    /// The kind of a heap object; `None` for ints, floats and constants.
    pub fn kind(self) -> Option<Kind> {
        self.header().map(Header::kind)
    }
    /// The header of a heap object.
    pub fn header(&self) -> Option<&Header> {
        // SAFETY: an object value points at a live header.
        self.as_header().map(|header| unsafe { header.as_ref() })
    }
    /// Whether this is a heap object of layout `T`.
    pub fn is<T: Object>(self) -> bool {
        self.kind() == Some(T::KIND)
    }
    /// This object as layout `T` (which Python subclasses share), or `None`.
    pub fn cast<T: Object>(self) -> Option<Ref<T>> {
        if self.is::<T>() {
            // SAFETY: the kind proves the layout.
            Some(unsafe { Ref::from_raw(NonNull::new_unchecked(self.address().cast())) })
        } else {
            None
        }
    }
    /// This object as layout `T`, which the caller knows.
    ///
    /// # Panics
    /// When it is another layout: a bug of ours.
    pub fn expect<T: Object>(self) -> Ref<T> {
        self.cast()
            .unwrap_or_else(|| panic!("{self:?} is a {:?}, not a {:?}", self.kind(), T::KIND))
    }
}

/// What the collector knows of a kind.
#[derive(Clone, Copy)]
pub struct KindInfo {
    pub trace: unsafe fn(NonNull<Header>, &mut Tracer),
    pub drop: Option<unsafe fn(NonNull<Header>)>,
    /// See `Object::ADOPTED`.
    pub adopted: bool,
    /// See `Object::TENURES`.
    pub tenures: bool,
    pub fault: unsafe fn(NonNull<Header>) -> Option<&'static str>,
}

impl KindInfo {
    /// The entry for a kind that is never allocated.
    pub const fn unused() -> KindInfo {
        unsafe fn trace(_: NonNull<Header>, _: &mut Tracer) {}
        unsafe fn fault(_: NonNull<Header>) -> Option<&'static str> {
            Some("an object of a kind that is never allocated")
        }
        KindInfo {
            trace,
            drop: None,
            adopted: false,
            tenures: false,
            fault,
        }
    }
    /// The entry of layout `T`.
    pub const fn of<T: Object>() -> KindInfo {
        /// # Safety
        /// `header` belongs to a live `T`.
        unsafe fn trace<T: Object>(header: NonNull<Header>, tracer: &mut Tracer) {
            // SAFETY: by the caller.
            unsafe { header.cast::<T>().as_ref() }.trace(tracer);
        }
        /// # Safety
        /// `header` belongs to a `T` that nobody uses any more.
        unsafe fn release<T: Object>(header: NonNull<Header>) {
            // SAFETY: by the caller.
            unsafe { header.cast::<T>().drop_in_place() }
        }
        /// # Safety
        /// `header` belongs to a live `T`.
        unsafe fn fault<T: Object>(header: NonNull<Header>) -> Option<&'static str> {
            // SAFETY: by the caller.
            unsafe { header.cast::<T>().as_ref() }.fault()
        }
        KindInfo {
            trace: trace::<T>,
            drop: if T::DROP { Some(release::<T>) } else { None },
            adopted: T::ADOPTED,
            tenures: T::TENURES,
            fault: fault::<T>,
        }
    }
}
