//! The rung of counted boxes: the stack machine of `stack`, whose ints are objects on the heap that count their references, as
//! CPython's are. Freed ints go to a list from which the next ones come, as there.

use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Narrow;
use crate::interp::dispatch::handler::{Entry, handlers, keep_branch, next, status};
use crate::interp::host::rungs::opaque::opaque;
use crate::interp::host::rungs::register::{ITEM, LEFT, REGISTERS, STEP, SUM};
use crate::interp::host::rungs::stack::{CODE, jump, op, stack_table};
use crate::interp::host::rungs::tail::{halt, run};
use crate::interp::steps::counted;
use crate::vm::state::Vm;

/// An int on the heap.
#[repr(C)]
struct Int {
    references: u64,
    /// What it is an object of, or the next free one.
    class: *mut Int,
    value: i64,
}

/// The register with the first free int; all that were made are in the list or in registers at the end.
const FREE: usize = REGISTERS - 1;
/// As many ints as the loop has at one time, and some.
const INTS: usize = 16;
/// Stands for the class of ints.
const INT_CLASS: *mut Int = 64 as *mut Int;

/// A new int with one reference.
///
/// # Safety
/// Register `FREE` has a free int.
#[inline(always)] // PERF: handlers contain no calls.
unsafe fn make(r: *mut Value, value: i64) -> *mut Int {
    // SAFETY: by the caller.
    unsafe {
        let int = (*r.add(FREE)).bits() as *mut Int;
        *r.add(FREE) = Value::from_bits((*int).class as u64);
        (*int).references = 1;
        (*int).class = INT_CLASS;
        (*int).value = value;
        int
    }
}

/// Takes one reference away.
///
/// # Safety
/// `int` is an int in use.
#[inline(always)] // PERF: as above.
unsafe fn release(r: *mut Value, int: *mut Int) {
    // SAFETY: by the caller.
    unsafe {
        (*int).references -= 1;
        if (*int).references == 0 {
            (*int).class = (*r.add(FREE)).bits() as *mut Int;
            *r.add(FREE) = Value::from_bits(int as u64);
        }
    }
}

handlers! {
    /// Pushes register `a`.
    fn load<E>(pc, r, top, vm, table) {
        let value = *r.add(E::a(pc));
        (*(value.bits() as *mut Int)).references += 1;
        *top = value;
        next!(E::after(pc, 0), r, top.add(1), vm, table)
    }
    /// Pops register `a`.
    fn store<E>(pc, r, top, vm, table) {
        let top = top.sub(1);
        let old = (*r.add(E::a(pc))).bits() as *mut Int;
        *r.add(E::a(pc)) = *top;
        release(r, old);
        next!(E::after(pc, 0), r, top, vm, table)
    }
    /// Adds the two on top, if their class is that of ints.
    fn add<E>(pc, r, top, vm, table) {
        let top = top.sub(1);
        let (lhs, rhs) = ((*top.sub(1)).bits() as *mut Int, (*top).bits() as *mut Int);
        if (*lhs).class == INT_CLASS
            && (*rhs).class == INT_CLASS
            && let Some(sum) = (*lhs).value.checked_add((*rhs).value)
        {
            *top.sub(1) = Value::from_bits(make(r, sum) as u64);
            release(r, lhs);
            release(r, rhs);
            next!(E::after(pc, 0), r, top, vm, table)
        }
        status::RAISED
    }
    /// Pushes the next item of a range, or leaves the loop.
    fn advance<E>(pc, r, top, vm, table) {
        let mut item = Value::UNBOUND;
        if counted::advance(r.add(E::b(pc)), &mut item) {
            *top = Value::from_bits(make(r, item.bits() as i64) as u64);
            next!(E::after(pc, 1), r, top.add(1), vm, table)
        }
        keep_branch!();
        next!(E::target(pc, 0), r, top, vm, table)
    }
}

static TABLE: [Entry; 256] = stack_table!(load store add advance);

/// The sum of the ints below `n`; none if it has more than 64 bits.
pub fn counted(vm: &mut Vm, n: u64) -> Option<i64> {
    let mut ints: Vec<Int> = Vec::with_capacity(INTS);
    let base = ints.as_mut_ptr();
    let mut registers = [Value::from_bits(0); REGISTERS];
    let mut stack = [Value::UNBOUND; 4];
    // SAFETY: `base` has room for that many; code and registers as in `stack`, with ints in the registers that it loads and stores.
    let status = unsafe {
        for i in 0..INTS {
            let next = if i + 1 < INTS {
                base.add(i + 1)
            } else {
                std::ptr::null_mut()
            };
            base.add(i).write(Int {
                references: 0,
                class: next,
                value: 0,
            });
        }
        let r = registers.as_mut_ptr();
        registers[FREE] = Value::from_bits(base as u64);
        registers[SUM] = Value::from_bits(make(r, 0) as u64);
        registers[ITEM] = Value::from_bits(make(r, 0) as u64);
        registers[LEFT] = Value::from_bits(n);
        registers[STEP] = Value::from_bits(1);
        run(
            vm,
            &TABLE,
            (opaque(CODE.as_ptr() as u64) as *const u8, r, stack.as_mut_ptr()),
        )
    };
    // SAFETY: the register holds an int of `ints`.
    (status == status::RETURNED).then(|| unsafe { (*(registers[SUM].bits() as *mut Int)).value })
}
