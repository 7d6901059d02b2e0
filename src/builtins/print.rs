//! `print`.

use std::io::Write;

use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::render::repr;
use crate::vm::native::{NativeDef, spread_function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static PRINT: NativeDef = spread_function("print", "(*args, sep=' ', end='\\n', file=None, flush=False)", print);

fn print(vm: &mut Vm, args: &[Value], _names: &[Value]) -> Run<Value> {
    let mut out = Vec::new();
    for (i, &arg) in args.iter().enumerate() {
        if i > 0 {
            out.push(b' ');
        }
        let shown = repr::str(vm, arg)?;
        out.extend_from_slice(shown.expect::<Str>().bytes());
    }
    out.push(b'\n');
    let _ = std::io::stdout().write_all(&out);
    Ok(Value::NONE)
}
