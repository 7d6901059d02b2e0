//! The end of instructions whose special method, made in Python, has returned.

use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{handlers, next, tail};
use crate::interp::steps::operator::{self, ACTIONS, Action};
use crate::interp::unwind::go;

handlers! {
    /// The instruction of continuation records, whose registers begin with the method's result.
    fn resume<E>(pc, r, k, vm, table) {
        let result = *r;
        let frame = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = frame;
        let (at, r, k) = ((*frame).pc.sub(1), (*frame).registers, (*frame).constants);
        if result != Value::NOT_IMPLEMENTED {
            match ACTIONS[*at as usize] {
                Action::Store(length) => {
                    *r.add(Narrow::a(at)) = result;
                    next!(at.add(length as usize), r, k, vm, table)
                }
                Action::Behind(length) => next!(at.add(length as usize), r, k, vm, table),
                Action::Jump(truth) if result == Value::bool(truth) => next!(Narrow::target(at, 0), r, k, vm, table),
                Action::Jump(truth) if result == Value::bool(!truth) => next!(Narrow::after(at, 1), r, k, vm, table),
                _ => {}
            }
        }
        (*vm).thread.result = result;
        tail!(resume_slow::<E>, at, r, k, vm, table)
    }
    /// The result is in `Thread::result`, and `pc` is that of the instruction to finish.
    #[cold]
    fn resume_slow<E>(pc, r, k, vm, table) {
        let there = operator::finish(&mut *vm, pc, r, k);
        go!(there, E, pc, r, k, vm, table)
    }
}
