//! The audit of a whole heap, for `-X gc-audit`: what every other part takes for granted, looked at object by object.
//!
//! Every value in a live object leads to the beginning of an allocated cell or of a large object; kinds and shapes exist; buffers are
//! in use and have one owner; free cells and runs lie where they may. Unreachable objects are gone: call it after a collection.

use crate::heap::block::Start;
use crate::heap::header::{Header, Kind};
use crate::heap::store::Heap;
use crate::heap::value::Value;

impl Heap {
    /// Looks at everything. `shapes` is how many hidden classes there are. Answers the number of objects.
    /// # Errors
    /// The first fault that was found.
    pub fn check(&mut self, shapes: usize) -> Result<usize, String> {
        self.space().check_free(self.runs())?;
        let objects = self.objects();
        let mut tracer = self.begin_marking(Start::Clear);
        for &value in &objects {
            let header = value.header().ok_or("a value that is no object")?;
            let fault = |what: &str| Err(format!("{what}: {:?} of shape {}", header.kind(), header.shape().0));
            if header.kind() == Kind::Free {
                return fault("an allocated cell without an object");
            }
            if header.shape().0 as usize >= shapes {
                return fault("a shape that does not exist");
            }
            if header.has(Header::LARGE) != self.is_large(value) {
                return fault("a flag that says wrongly where the object lies");
            }
            tracer.visit(header.attrs.get());
            if let Some(what) = self.trace_one(value, &mut tracer) {
                return fault(what);
            }
            while let Some(child) = tracer.next_grey() {
                let child = Value::from_header(child);
                if !self.is_large(child) && !self.space().is_object(child.bits() as usize) {
                    return fault("a reference to what is no object");
                }
            }
            if tracer.shared_buffers > 0 {
                return fault("a buffer with two owners");
            }
        }
        // All that is allocated counts as live: the cells are what they were.
        for &value in &objects {
            tracer.visit(value);
        }
        self.space().keep_tenured();
        self.space().finish();
        Ok(objects.len())
    }
}
