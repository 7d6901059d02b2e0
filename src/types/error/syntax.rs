//! `SyntaxError` as an object.

use crate::heap::value::Value;
use crate::object::container::tuple::{Tuple, items};
use crate::object::exception::field::{
    END_LINENO, END_OFFSET, FILE, LINENO, METADATA, MSG, OFFSET, PRINT_FILE_AND_LINE, TEXT,
};
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::raise;
use crate::types::error::base::{exception, field, init as base_init, set_field};
use crate::types::glue;
use crate::vm::native::{NativeDef, getter, method, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    method("__str__", "($self, /)", syntax_str),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    getter("msg", |_, args| field(args, MSG)).setter(|vm, args| set_field(vm, args, MSG)),
    getter("filename", |_, args| field(args, FILE)).setter(|vm, args| set_field(vm, args, FILE)),
    getter("lineno", |_, args| field(args, LINENO)).setter(|vm, args| set_field(vm, args, LINENO)),
    getter("offset", |_, args| field(args, OFFSET)).setter(|vm, args| set_field(vm, args, OFFSET)),
    getter("text", |_, args| field(args, TEXT)).setter(|vm, args| set_field(vm, args, TEXT)),
    getter("end_lineno", |_, args| field(args, END_LINENO)).setter(|vm, args| set_field(vm, args, END_LINENO)),
    getter("end_offset", |_, args| field(args, END_OFFSET)).setter(|vm, args| set_field(vm, args, END_OFFSET)),
    getter("print_file_and_line", |_, args| field(args, PRINT_FILE_AND_LINE))
        .setter(|vm, args| set_field(vm, args, PRINT_FILE_AND_LINE)),
    getter("_metadata", |_, args| field(args, METADATA)).setter(|vm, args| set_field(vm, args, METADATA)),
];

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    base_init(vm, args, names)?;
    let error = exception(args);
    let Some(&msg) = args.get(1) else {
        return Ok(Value::NONE);
    };
    error.set_field(&mut vm.heap, MSG, msg);
    if args.len() != 3 {
        return Ok(Value::NONE);
    }
    let info = iterate::to_tuple(vm, args[2])?;
    let info = items(info.expect::<Tuple>());
    let given = info.len();
    if !(4..=7).contains(&given) {
        let (bound, n) = if given < 4 { ("at least", 4) } else { ("at most", 7) };
        let message = format!("function takes {bound} {n} arguments ({given} given)");
        return Err(raise::type_error(vm, message));
    }
    for (place, &value) in [FILE, LINENO, OFFSET, TEXT, END_LINENO, END_OFFSET, METADATA]
        .iter()
        .zip(info)
    {
        error.set_field(&mut vm.heap, *place, value);
    }
    if given == 5 {
        let text = "end_offset must be provided when end_lineno is provided";
        return Err(raise::type_error(vm, text));
    }
    Ok(Value::NONE)
}

/// "message (file, line n)", with the last part of the file's name.
fn syntax_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let get = |i: usize| exception(args).field(i).or(Value::NONE);
    let msg = glue::str(vm, get(MSG))?;
    let file = get(FILE).cast::<Str>().map(|file| {
        let name = file.lossy().into_owned();
        name.rsplit('/').next().unwrap_or("").to_string()
    });
    let line = get(LINENO).as_int();
    let shown = match (file, line) {
        (Some(file), Some(line)) => format!("{msg} ({file}, line {line})"),
        (Some(file), None) => format!("{msg} ({file})"),
        (None, Some(line)) => format!("{msg} (line {line})"),
        (None, None) => msg,
    };
    glue::text(vm, shown)
}
