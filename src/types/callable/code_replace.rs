//! `code.replace`: a code object that differs in some attributes. Whatever was changed is verified like code from a file, since
//! the handlers trust it.

use crate::bytecode::code::{CodeData, Constant, Flags, LineTable};
use crate::bytecode::verify::code::verify;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::load;
use crate::object::callable::code::Code;
use crate::object::container::tuple::{self, Tuple};
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::{class, convert, make, raise};
use crate::types::callable::code::{NEW_LOCALS, site_names, variables};
use crate::types::callable::code_lines::{exception_table, line_table};
use crate::vm::native::{NativeDef, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static REPLACE: &[NativeDef] = &[
    spread_method("replace", "($self, /, **changes)", replace),
    spread_method("__replace__", "($self, /, **changes)", replace),
];

/// Flags that decide how a frame is made: the instructions are compiled for them.
const FIXED_FLAGS: u32 = Flags::OPTIMIZED
    | Flags::VARARGS
    | Flags::VARKEYWORDS
    | Flags::GENERATOR
    | Flags::COROUTINE
    | Flags::ASYNC_GENERATOR;

fn replace(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let code: Ref<Code> = args[0].expect();
    if args.len() - names.len() > 1 {
        return Err(raise::type_error(vm, "replace() takes no positional arguments"));
    }
    let mut data = code.data().clone();
    load::ready_code(vm, code)?;
    let mut constants: Ref<Tuple> = make::tuple(vm, code.constants()).expect();
    for (&name, &value) in names.iter().zip(&args[1..]) {
        let name = name.expect::<Str>().lossy().into_owned();
        if name == "co_consts" {
            constants = names_of(vm, &name, value)?;
            data.constants = tuple::items(constants).iter().map(|&value| constant(value)).collect();
        } else {
            change(vm, &mut data, &name, value)?;
        }
    }
    if let Err(fault) = verify(&data) {
        return Err(raise::value_error(vm, format!("code: {}", fault.problem)));
    }
    Ok(load::with_constants(vm, &data.into(), tuple::items(constants)).value())
}

/// What the verifier has to know of a constant.
fn constant(value: Value) -> Constant {
    if let Some(text) = value.cast::<Str>() {
        Constant::Str(text.bytes().into())
    } else if let Some(items) = value.cast::<Tuple>() {
        Constant::Tuple(tuple::items(items).iter().map(|&item| constant(item)).collect())
    } else if let Some(code) = value.cast::<Code>() {
        Constant::Code(code.shared_data().clone())
    } else if let Some(n) = value.as_int() {
        Constant::Int(n)
    } else if let Some(x) = value.as_float() {
        Constant::Float(x.to_bits())
    } else {
        Constant::None
    }
}

fn wrong(vm: &mut Vm, name: &str, wanted: &str, value: Value) -> crate::vm::raised::Raised {
    let got = class::name_of_argument(vm, value);
    raise::type_error(vm, format!("replace() argument '{name}' must be {wanted}, not {got}"))
}

fn names_of(vm: &mut Vm, name: &str, value: Value) -> Run<Ref<Tuple>> {
    match value.cast() {
        Some(tuple) => Ok(tuple),
        None => Err(wrong(vm, name, "tuple", value)),
    }
}

fn text_of(vm: &mut Vm, name: &str, value: Value) -> Run<String> {
    match value.cast::<Str>() {
        Some(text) => Ok(text.lossy().into_owned()),
        None => Err(wrong(vm, name, "str", value)),
    }
}

fn bytes_of(vm: &mut Vm, name: &str, value: Value) -> Run<Vec<u8>> {
    match value.cast::<Bytes>() {
        Some(bytes) => Ok(bytes.data().to_vec()),
        None => Err(wrong(vm, name, "bytes", value)),
    }
}

/// As many names as there were before.
fn same_count(vm: &mut Vm, name: &str, value: Value, count: usize) -> Run<Vec<String>> {
    let given = names_of(vm, name, value)?;
    let mut names = Vec::new();
    for &item in tuple::items(given) {
        match item.cast::<Str>() {
            Some(text) => names.push(text.lossy().into_owned()),
            None => {
                let got = class::name_of(vm, item);
                let message = format!("name tuples must contain only strings, not '{got}'");
                return Err(raise::type_error(vm, message));
            }
        }
    }
    if names.len() != count {
        let message = format!("code: {name} must have {count} names, not {}", names.len());
        return Err(raise::value_error(vm, message));
    }
    Ok(names)
}

fn change(vm: &mut Vm, data: &mut CodeData, name: &str, value: Value) -> Run<()> {
    match name {
        "co_name" => data.name = text_of(vm, name, value)?.as_str().into(),
        "co_qualname" => data.qualname = text_of(vm, name, value)?.as_str().into(),
        "co_filename" => data.filename = text_of(vm, name, value)?.into(),
        "co_code" => data.bytes = bytes_of(vm, name, value)?.as_slice().into(),
        "co_linetable" => {
            // A table of another code is not read: either it stays, or there are no positions.
            if bytes_of(vm, name, value)? != line_table(data) {
                data.lines = LineTable::default();
            }
        }
        "co_exceptiontable" => {
            if bytes_of(vm, name, value)? != exception_table(data) {
                data.cover.clear();
            }
        }
        "co_names" | "co_varnames" | "co_freevars" | "co_cellvars" => rename(vm, data, name, value)?,
        _ => change_number(vm, data, name, value)?,
    }
    Ok(())
}

fn rename(vm: &mut Vm, data: &mut CodeData, name: &str, value: Value) -> Run<()> {
    match name {
        "co_names" => {
            let old = site_names(data);
            let new = same_count(vm, name, value, old.len())?;
            let renamed = data.sites.iter().map(|site| {
                let i = old.iter().position(|&other| other == site);
                &new[i.expect("every site is listed")]
            });
            data.sites = renamed.collect();
        }
        "co_freevars" => {
            data.free = same_count(vm, name, value, data.free.len())?.iter().collect();
        }
        _ => {
            let registers = match name {
                "co_varnames" => variables(data),
                _ => data.cells.iter().map(|&cell| cell as usize).collect(),
            };
            let new = same_count(vm, name, value, registers.len())?;
            let mut locals: Vec<String> = data.locals.iter().map(str::to_owned).collect();
            for (register, name) in registers.into_iter().zip(new) {
                locals[register] = name;
            }
            data.locals = locals.iter().collect();
        }
    }
    Ok(())
}

fn change_number(vm: &mut Vm, data: &mut CodeData, name: &str, value: Value) -> Run<()> {
    const NUMBERS: &[&str] = &[
        "co_argcount",
        "co_posonlyargcount",
        "co_kwonlyargcount",
        "co_nlocals",
        "co_stacksize",
        "co_flags",
        "co_firstlineno",
    ];
    if !NUMBERS.contains(&name) {
        let message = format!("replace() got an unexpected keyword argument '{name}'");
        return Err(raise::type_error(vm, message));
    }
    let number = convert::c_int(vm, value)?;
    let Ok(number) = u32::try_from(number) else {
        let what = name.trim_start_matches("co_");
        return Err(raise::value_error(vm, format!("code: {what} must not be negative")));
    };
    match name {
        "co_argcount" => data.positional = number,
        "co_posonlyargcount" => data.positional_only = number,
        "co_kwonlyargcount" => data.keyword_only = number,
        "co_firstlineno" => data.first_line = number,
        "co_flags" if (data.flags.0 ^ number) & FIXED_FLAGS != 0 => {
            let message = "code: co_flags do not fit the instructions";
            return Err(raise::value_error(vm, message));
        }
        "co_flags" => data.flags = Flags(number & !NEW_LOCALS),
        "co_nlocals" if number as usize != variables(data).len() => {
            return Err(raise::value_error(vm, "code: co_nlocals != len(co_varnames)"));
        }
        // The registers of the frame are what the instructions need.
        _ => {}
    }
    Ok(())
}
