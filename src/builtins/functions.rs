//! The functions of `builtins`.

use crate::heap::value::Value;
use crate::ops::{convert, make};
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static FUNCTIONS: &[NativeDef] = &[function("len", "(obj, /)", len)];

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let len = convert::len(vm, args[0])?;
    Ok(make::size(vm, len))
}
