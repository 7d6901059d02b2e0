//! How many objects of which shape there are, and which died: for `-X cost`. Counted while blocks are at rest, so that neither
//! allocation nor sweeping knows of it.

use std::collections::HashMap;
use std::ptr::NonNull;

use ahash::RandomState;

use crate::heap::header::{Header, Kind};

/// Number and bytes of objects, by kind and shape. Buffers, which have no header, count as `Kind::Free`.
#[derive(Clone, Default)]
pub struct Census {
    pub rows: HashMap<(u8, u32), (u64, u64), RandomState>,
}

impl Census {
    /// Counts an object, or a buffer, of `bytes`.
    pub fn add(&mut self, object: Option<NonNull<Header>>, bytes: usize) {
        // SAFETY: whoever counts gives objects that were not swept yet: dead ones keep their headers until then.
        let key = object.map_or((Kind::Free as u8, 0), |object| unsafe {
            (object.as_ref().kind() as u8, object.as_ref().shape().0)
        });
        let row = self.rows.entry(key).or_default();
        row.0 += 1;
        row.1 += bytes as u64;
    }
}
