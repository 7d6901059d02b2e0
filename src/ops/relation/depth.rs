//! Native recursion over user data: how deep the native stack is, and when to stop.

use crate::ops::raise;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// To be called by natives that recurse through user data (`repr`, comparison, hashing …) before they go deeper.
/// # Errors
/// RecursionError when the native stack is nearly used up.
#[inline]
pub fn enter(vm: &mut Vm) -> Run<()> {
    let here = 0u8;
    if std::ptr::from_ref(&here).addr() < vm.thread.native_limit {
        return Err(too_deep(vm));
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn too_deep(vm: &mut Vm) -> crate::vm::raised::Raised {
    raise::recursion_error(vm, "maximum recursion depth exceeded")
}
