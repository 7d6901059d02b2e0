//! The rung of a stack machine: `load, load, add, store` where a register machine has `add`. Dispatch by tail calls as before; the
//! stack's top is where handlers of the engine have the constants.

use crate::heap::value::{Value, try_add};
use crate::interp::dispatch::encoding::Narrow;
use crate::interp::dispatch::handler::{Entry, handlers, keep_branch, next, status};
use crate::interp::host::rungs::opaque::opaque;
use crate::interp::host::rungs::register::{ITEM, STATE, SUM, start};
use crate::interp::host::rungs::tail::{halt, run};
use crate::interp::steps::counted;
use crate::vm::state::Vm;

/// Opcodes.
pub mod op {
    pub const HALT: u8 = 0;
    pub const LOAD: u8 = 1;
    pub const STORE: u8 = 2;
    pub const ADD: u8 = 3;
    /// Pushes the next item of the range at `b`, or goes to the label.
    pub const NEXT: u8 = 4;
    pub const JUMP: u8 = 5;
}

/// `L: next to END; store item; load sum; load item; add; store sum; jump to L; END: halt`
pub const CODE: [u8; 40] = {
    let (sum, item, state) = (SUM as u8, ITEM as u8, STATE as u8);
    let (end, back) = (36i32.to_le_bytes(), (-28i32).to_le_bytes());
    [
        op::NEXT,
        0,
        state,
        0,
        end[0],
        end[1],
        end[2],
        end[3],
        op::STORE,
        item,
        0,
        0,
        op::LOAD,
        sum,
        0,
        0,
        op::LOAD,
        item,
        0,
        0,
        op::ADD,
        0,
        0,
        0,
        op::STORE,
        sum,
        0,
        0,
        op::JUMP,
        0,
        0,
        0,
        back[0],
        back[1],
        back[2],
        back[3],
        op::HALT,
        0,
        0,
        0,
    ]
};

handlers! {
    /// Pushes register `a`.
    fn load<E>(pc, r, top, vm, table) {
        *top = *r.add(E::a(pc));
        next!(E::after(pc, 0), r, top.add(1), vm, table)
    }
    /// Pops register `a`.
    fn store<E>(pc, r, top, vm, table) {
        let top = top.sub(1);
        *r.add(E::a(pc)) = *top;
        next!(E::after(pc, 0), r, top, vm, table)
    }
    /// Adds the two on top, inline ints both and their sum.
    fn add<E>(pc, r, top, vm, table) {
        let top = top.sub(1);
        if let Some(sum) = try_add(*top.sub(1), *top) {
            *top.sub(1) = sum;
            next!(E::after(pc, 0), r, top, vm, table)
        }
        status::RAISED
    }
    /// Pushes the next item of a range, or leaves the loop.
    fn advance<E>(pc, r, top, vm, table) {
        if counted::advance(r.add(E::b(pc)), top) {
            next!(E::after(pc, 1), r, top.add(1), vm, table)
        }
        keep_branch!();
        next!(E::target(pc, 0), r, top, vm, table)
    }
    /// Goes to the label.
    fn jump<E>(pc, r, top, vm, table) {
        next!(E::target(pc, 0), r, top, vm, table)
    }
}

/// The table of a stack machine of four handlers that touch values; the others have nothing to do with them.
macro_rules! stack_table {
    ($load:ident $store:ident $add:ident $advance:ident) => {{
        let mut table = [const { Entry(halt::<Narrow>) }; 256];
        table[op::LOAD as usize] = Entry($load::<Narrow>);
        table[op::STORE as usize] = Entry($store::<Narrow>);
        table[op::ADD as usize] = Entry($add::<Narrow>);
        table[op::NEXT as usize] = Entry($advance::<Narrow>);
        table[op::JUMP as usize] = Entry(jump::<Narrow>);
        table
    }};
}
pub(crate) use stack_table;

static TABLE: [Entry; 256] = stack_table!(load store add advance);

/// The sum of the ints below `n`; none if it is not inline.
pub fn stacked(vm: &mut Vm, n: u64) -> Option<i64> {
    let mut registers = start(n);
    let mut stack = [Value::UNBOUND; 4];
    let place = (
        opaque(CODE.as_ptr() as u64) as *const u8,
        registers.as_mut_ptr(),
        stack.as_mut_ptr(),
    );
    // SAFETY: the code is a constant, whose operands name registers and which pushes two values at most.
    let status = unsafe { run(vm, &TABLE, place) };
    (status == status::RETURNED).then(|| registers[SUM].as_int())?
}
