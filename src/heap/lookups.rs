//! The entries of the interpreter's caches of lookups. The tables begin as zeros, which the system gives without writing them;
//! the collector does not trace them, it empties them.

use crate::heap::value::Value;

/// Entries of the method cache; a power of two.
pub const METHOD_CACHE: usize = 2048;

/// One entry of the method cache: what the MRO of a class gives for a name, valid in one epoch.
#[derive(Clone, Copy)]
pub struct CachedMethod {
    pub class: Value,
    pub name: Value,
    /// UNBOUND: nothing.
    pub found: Value,
    pub epoch: u32,
}

impl CachedMethod {
    /// A table whose entries hold in no epoch.
    pub fn table() -> Box<[CachedMethod; METHOD_CACHE]> {
        // SAFETY: zeros are UNBOUND values and numbers.
        unsafe { Box::new_zeroed().assume_init() }
    }
}

/// Entries of the attribute cache; a power of two.
pub const ATTRIBUTE_CACHE: usize = 4096;

/// What an attribute lookup on objects of a shape found: shared by all sites, for those that see many shapes.
#[derive(Clone, Copy)]
pub struct CachedAttribute {
    pub shape: u32,
    pub epoch: u32,
    pub name: Value,
    /// Byte offset of an inline slot, or 0 where the attribute is not in one.
    pub offset: u32,
    pub role: AttributeRole,
    pub held: Value,
}

/// What an entry of the attribute cache knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum AttributeRole {
    /// The attribute lies in the slot at the offset.
    Slot,
    /// The attribute lies outside the object, in slot number `held` of its overflow array.
    Far,
    /// Setting the attribute adds the slot at the offset; `held` is the number of the next shape.
    Add,
    /// `held` is a plain function of the class.
    Method,
    /// `held` is given out as it is.
    Held,
    /// `held` is the function of a class method.
    ClassMethod,
    /// `held` is the getter: a function made in Python or a native.
    Property,
    /// `held` is a data descriptor whose `__get__` is a native.
    Descriptor,
    /// `held` is the `__getattr__` that answers.
    Hook,
    /// The attribute lies in the object's dict, or is `held`, unless that is UNBOUND; setting it sets it in the dict.
    Dict,
    /// The attribute lies in the object's dict, or is the plain function `held` of the class.
    DictMethod,
}

impl CachedAttribute {
    /// A table whose entries hold in no epoch.
    pub fn table() -> Box<[CachedAttribute; ATTRIBUTE_CACHE]> {
        // SAFETY: zeros are UNBOUND values, numbers, and the first role.
        unsafe { Box::new_zeroed().assume_init() }
    }
}

const _: () = assert!(Value::UNBOUND.bits() == 0);
