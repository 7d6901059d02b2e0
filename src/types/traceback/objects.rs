//! `traceback` and `frame` as objects.

use crate::bytecode::lines;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::host::frames;
use crate::interp::unwind::{entry_field as field, frame_field, frame_of_entry, line_of_frame};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::record::Record;
use crate::ops::{class, convert, make, raise};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static TRACEBACK: &[NativeDef] = &[
    static_method("__new__", "(type, tb_next, tb_frame, tb_lasti, tb_lineno)", new),
    method("__dir__", "($self, /)", dir),
    getter("tb_next", |_, args| Ok(record(args).get(field::NEXT))).setter(set_next),
    getter("tb_frame", |vm, args| Ok(frame_of_entry(vm, record(args)))),
    getter("tb_lasti", |_, args| Ok(record(args).get(field::OFFSET))),
    getter("tb_lineno", |_, args| {
        Ok(Value::small_int(line_of(record(args)) as i64))
    }),
];

pub static FRAME: &[NativeDef] = &[
    method("__repr__", "($self, /)", frame_repr),
    method("clear", "($self, /)", |_, _| Ok(Value::NONE)),
    getter("f_code", |_, args| Ok(record(args).get(frame_field::CODE))),
    getter("f_globals", |_, args| Ok(record(args).get(frame_field::GLOBALS))),
    getter("f_locals", locals),
    getter("f_builtins", builtins),
    getter("f_back", |_, args| {
        Ok(record(args).get(frame_field::BACK).or(Value::NONE))
    }),
    getter("f_lineno", |vm, args| {
        frames::refresh(vm, record(args));
        Ok(Value::small_int(line_of_frame(record(args)).into()))
    }),
    getter("f_lasti", |vm, args| {
        frames::refresh(vm, record(args));
        Ok(record(args).get(frame_field::OFFSET))
    }),
    getter("f_trace", |_, _| Ok(Value::NONE)).setter(|_, _| Ok(Value::NONE)),
    getter("f_trace_lines", |_, _| Ok(Value::TRUE)).setter(|_, _| Ok(Value::NONE)),
    getter("f_trace_opcodes", |_, _| Ok(Value::FALSE)).setter(|_, _| Ok(Value::NONE)),
];

fn record(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

/// The line of an entry: from the position of its instruction, or what the frame says.
pub fn line_of(entry: Ref<Record>) -> u32 {
    if let Some(line) = entry.fields().get(field::EXTRA).and_then(|line| line.get().as_int()) {
        return line as u32;
    }
    let line = entry.get(field::FRAME).cast::<Record>().map_or(0, line_of_frame);
    let code = code_of(entry);
    let offset = entry.get(field::OFFSET).as_int().unwrap_or(-1);
    match code {
        Some(code) if offset >= 0 => match lines::line(code.data(), offset as u32) {
            0 => line,
            line => line,
        },
        _ => line,
    }
}

/// The code of an entry's frame.
pub fn code_of(entry: Ref<Record>) -> Option<Ref<Code>> {
    let frame = entry.get(field::FRAME);
    match frame.cast::<Function>() {
        Some(function) => Some(function.code()),
        None => frame.cast::<Record>()?.get(frame_field::CODE).cast(),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is_none() && !class::is_exact(args[1], ClassId::Traceback) {
        let got = class::name_of(vm, args[1]);
        let message = format!("expected traceback object or None, got '{got}'");
        return Err(raise::type_error(vm, message));
    }
    if !class::is_exact(args[2], ClassId::Frame) {
        let got = class::name_of_argument(vm, args[2]);
        let message = format!("TracebackType() argument 'tb_frame' must be frame, not {got}");
        return Err(raise::type_error(vm, message));
    }
    let (offset, line) = (convert::c_int(vm, args[3])?, convert::c_int(vm, args[4])?);
    let (offset, line) = (Value::small_int(offset.into()), Value::small_int(line.into()));
    Ok(make::record(vm, ClassId::Traceback, &[args[1], args[2], offset, line]))
}

fn set_next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let next = args[1];
    if next.is_unbound() {
        return Err(raise::type_error(vm, "can't delete tb_next attribute"));
    }
    if !next.is_none() && !class::is_exact(next, ClassId::Traceback) {
        let got = class::name_of(vm, next);
        let message = format!("expected traceback object or None, got '{got}'");
        return Err(raise::type_error(vm, message));
    }
    let mut at = next;
    while let Some(entry) = at.cast::<Record>() {
        if at == args[0] {
            return Err(raise::value_error(vm, "traceback loop detected"));
        }
        at = entry.get(field::NEXT);
    }
    record(args).set(field::NEXT, next);
    Ok(Value::NONE)
}

fn dir(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
    let list = names.map(|name| crate::ops::text::intern(vm, name));
    Ok(make::list(vm, list.to_vec()))
}

/// The namespace of a module's or class's frame; of a function's, its variables, or what was kept of them.
fn locals(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let frame = record(args);
    frames::refresh_locals(vm, frame)?;
    if let Some(locals) = frame.get(frame_field::LOCALS).bound() {
        return Ok(locals);
    }
    let code = frame.get(frame_field::CODE).cast::<Code>();
    match code {
        Some(code) if *code.data().name != *"<module>" => Ok(make::dict(vm)),
        _ => Ok(frame.get(frame_field::GLOBALS)),
    }
}

fn builtins(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = record(args).get(frame_field::FUNCTION).cast::<Function>();
    let own = function
        .map(|function| function.builtins.get())
        .filter(|own| own.is::<Dict>());
    Ok(own.unwrap_or(vm.builtins))
}

fn frame_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let frame = record(args);
    frames::refresh(vm, frame);
    let line = line_of_frame(frame);
    let address = glue::address(args[0]);
    let (file, name) = match frame.get(frame_field::CODE).cast::<Code>() {
        Some(code) => (code.data().filename.to_string(), code.data().name.to_string()),
        None => ("?".to_string(), "?".to_string()),
    };
    glue::text(
        vm,
        format!("<frame at {address}, file '{file}', line {line}, code {name}>"),
    )
}
