//! Weak references, and which there are to an object.

use std::collections::HashMap;

use ahash::RandomState;

use crate::heap::header::{Header, Kind, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::value::Value;

/// A weak reference: the target is not traced, and cleared when it dies.
#[repr(C)]
pub struct WeakRef {
    pub header: Header,
    target: Slot,
    /// Called with the reference when the target has died; None or UNBOUND for nothing.
    pub callback: Slot,
    /// The target's hash once asked for, as an int; UNBOUND before.
    pub hash: Slot,
}

// SAFETY: `repr(C)`, header first; the target is left out on purpose, the collector clears it.
unsafe impl Object for WeakRef {
    const KIND: Kind = Kind::WeakRef;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slot(&self.callback);
    }
}

impl WeakRef {
    pub(in crate::heap) fn new(header: Header, target: Value, callback: Value) -> WeakRef {
        WeakRef {
            header,
            target: Slot::new(target),
            callback: Slot::new(callback),
            hash: Slot::default(),
        }
    }
    /// The target, or `None` when it is dead.
    pub fn target(&self) -> Option<Value> {
        self.target.get().bound()
    }
}

/// All weak references whose targets live, oldest first, and those of each target.
#[derive(Default)]
pub(in crate::heap) struct WeakReferences {
    all: Vec<Value>,
    /// INVARIANT: outside a collection, `all` by target.
    by_target: HashMap<Value, Vec<Value>, RandomState>,
}

fn is_marked(tracer: &Tracer, object: Value) -> bool {
    object.header().is_some_and(|header| tracer.is_marked(header))
}

impl WeakReferences {
    pub fn push(&mut self, weak: Ref<WeakRef>) {
        self.all.push(weak.value());
        self.by_target.entry(weak.target.get()).or_default().push(weak.value());
    }
    /// Those to `target`, oldest first.
    pub fn to(&self, target: Value) -> &[Value] {
        self.by_target.get(&target).map_or(&[], Vec::as_slice)
    }
    /// Clears references to unmarked objects; those with a callback go to `notices`.
    pub fn clear_dead(&mut self, tracer: &Tracer, notices: &mut Vec<Value>) {
        for &value in &self.all {
            let weak = value.expect::<WeakRef>();
            if is_marked(tracer, weak.target.get()) {
                continue;
            }
            weak.target.set(Value::UNBOUND);
            if is_marked(tracer, value) && weak.callback.get().is_object() {
                notices.push(value);
            }
        }
    }
    /// Forgets unmarked references, and those that were cleared.
    pub fn forget_dead(&mut self, tracer: &Tracer) {
        let before = self.all.len();
        self.all
            .retain(|&weak| weak.expect::<WeakRef>().target().is_some() && is_marked(tracer, weak));
        if self.all.len() == before {
            return;
        }
        self.by_target.clear();
        for &weak in &self.all {
            let target = weak.expect::<WeakRef>().target.get();
            self.by_target.entry(target).or_default().push(weak);
        }
    }
}
