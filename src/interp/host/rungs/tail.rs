//! The rung that dispatches by tail calls, with the engine's own macros: handlers that end in a jump to the next one.

use crate::heap::value::{Value, try_add};
use crate::interp::dispatch::encoding::Narrow;
use crate::interp::dispatch::handler::{Entry, handlers, keep_branch, next, status, tail};
use crate::interp::host::rungs::opaque::opaque;
use crate::interp::host::rungs::register::{CODE, ENTRY, ITEM, SUM, op, start};
use crate::interp::safepoint;
use crate::interp::steps::counted;
use crate::vm::state::Vm;

handlers! {
    /// The end; an opcode that the table has not.
    fn halt<E>(pc, r, k, vm, table) {
        if *pc == op::HALT { status::RETURNED } else { status::RAISED }
    }
    /// `a = b + c`; of ints that are inline, whose sum is, too.
    fn add<E>(pc, r, k, vm, table) {
        if let Some(sum) = try_add(*r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = sum;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        status::RAISED
    }
    /// The next item of a range, or on behind the loop.
    fn advance<E>(pc, r, k, vm, table) {
        if counted::advance(r.add(E::b(pc)), r.add(E::a(pc))) {
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        next!(E::after(pc, 1), r, k, vm, table)
    }
}

handlers! {
    /// As `advance`, and looks first whether a collection or an interrupt is due.
    fn advance_or_stop<E>(pc, r, k, vm, table) {
        if safepoint::is_due(&*vm) {
            tail!(halt::<E>, pc, r, k, vm, table)
        }
        if counted::advance(r.add(E::b(pc)), r.add(E::a(pc))) {
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        next!(E::after(pc, 1), r, k, vm, table)
    }
}

handlers! {
    /// `a = a + b`, and the next item of the range of the instruction behind it: a superinstruction.
    fn add_and_advance<E>(pc, r, k, vm, table) {
        if let Some(sum) = try_add(*r.add(E::a(pc)), *r.add(E::b(pc))) {
            *r.add(E::a(pc)) = sum;
            let pc = E::after(pc, 0);
            if !safepoint::is_due(&*vm) && counted::advance(r.add(E::b(pc)), r.add(E::a(pc))) {
                next!(E::target(pc, 0), r, k, vm, table)
            }
            keep_branch!();
            next!(pc, r, k, vm, table)
        }
        status::RAISED
    }
}

/// `CODE` with the superinstruction.
const FUSED_CODE: [u8; 16] = {
    let mut code = CODE;
    code[0] = op::ADD_NEXT;
    code[2] = ITEM as u8;
    code[3] = 0;
    code
};

/// The table of the loop whose range steps by `$advance`.
macro_rules! table {
    ($advance:ident) => {{
        let mut table = [const { Entry(halt::<Narrow>) }; 256];
        table[op::ADD as usize] = Entry(add::<Narrow>);
        table[op::ADD_NEXT as usize] = Entry(add_and_advance::<Narrow>);
        table[op::NEXT as usize] = Entry($advance::<Narrow>);
        table
    }};
}
static TABLE: [Entry; 256] = table!(advance);
static INTERRUPTIBLE: [Entry; 256] = table!(advance_or_stop);

/// The sum of the ints below `n`; none if it is not inline.
pub fn called(vm: &mut Vm, n: u64) -> Option<i64> {
    looped(vm, &TABLE, &CODE, n)
}

/// As `called`; every round looks whether it is to stop.
pub fn interruptible(vm: &mut Vm, n: u64) -> Option<i64> {
    looped(vm, &INTERRUPTIBLE, &CODE, n)
}

/// As `interruptible`; one instruction does the work of two.
pub fn fused(vm: &mut Vm, n: u64) -> Option<i64> {
    looped(vm, &INTERRUPTIBLE, &FUSED_CODE, n)
}

fn looped(vm: &mut Vm, table: &[Entry; 256], code: &'static [u8; 16], n: u64) -> Option<i64> {
    let mut registers = start(n);
    let r = registers.as_mut_ptr();
    let entry = (opaque(code.as_ptr() as u64) as *const u8).wrapping_add(ENTRY);
    // SAFETY: the code is a constant, whose operands name registers.
    let status = unsafe { run(vm, table, (entry, r, r)) };
    (status == status::RETURNED).then(|| registers[SUM].as_int())?
}

/// Runs the handlers of `table` from `place` to the end of the code, whatever the back end.
///
/// # Safety
/// The code at `place` is sound, its registers and constants are what it names.
pub unsafe fn run(vm: *mut Vm, table: &[Entry; 256], place: (*const u8, *mut Value, *mut Value)) -> u64 {
    let (mut pc, mut r, mut k) = place;
    loop {
        // SAFETY: by the caller, and by the handlers, which leave the next place in `next` if they come back to go on.
        unsafe {
            let status = (table[*pc as usize].0)(pc, r, k, vm, table.as_ptr());
            if status != status::CONTINUE {
                return status;
            }
            (pc, r, k) = (*vm).thread.next;
        }
    }
}
