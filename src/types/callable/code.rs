//! `code` and `cell` objects as Python sees them.

use crate::bytecode::code::{CodeData, Flags};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::load;
use crate::object::callable::code::Code;
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::relation::compare;
use crate::ops::render::repr::address;
use crate::ops::{class, make, raise, text};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `CO_NEWLOCALS`, which nothing here asks for: it is shown only.
pub const NEW_LOCALS: u32 = 0x02;

pub static CODE: &[NativeDef] = &[
    method("__repr__", "($self, /)", repr),
    method("__eq__", "($self, value, /)", eq),
    method("__hash__", "($self, /)", hash),
    getter("co_name", |_, args| Ok(this(args).name.get())).setter(shared::read_only),
    getter("co_qualname", |_, args| Ok(this(args).qualname.get())).setter(shared::read_only),
    getter("co_filename", |_, args| Ok(this(args).filename.get())).setter(shared::read_only),
    getter("co_firstlineno", |_, args| {
        Ok(Value::small_int(this(args).data().first_line as i64))
    })
    .setter(shared::read_only),
    getter("co_argcount", |_, args| {
        Ok(Value::small_int(this(args).data().positional as i64))
    })
    .setter(shared::read_only),
    getter("co_posonlyargcount", |_, args| {
        Ok(Value::small_int(this(args).data().positional_only as i64))
    })
    .setter(shared::read_only),
    getter("co_kwonlyargcount", |_, args| {
        Ok(Value::small_int(this(args).data().keyword_only as i64))
    })
    .setter(shared::read_only),
    getter("co_nlocals", |vm, args| {
        let code = this(args);
        Ok(make::size(vm, variable_names(code.data()).len()))
    })
    .setter(shared::read_only),
    getter("co_stacksize", |_, args| {
        Ok(Value::small_int(this(args).data().registers as i64))
    })
    .setter(shared::read_only),
    getter("co_flags", |_, args| {
        // CPYTHON: what has fast locals makes them anew for each call.
        let flags = this(args).data().flags;
        let new_locals = if flags.has(Flags::OPTIMIZED) { NEW_LOCALS } else { 0 };
        Ok(Value::small_int(i64::from(flags.0 | new_locals)))
    })
    .setter(shared::read_only),
    getter("co_code", |vm, args| {
        let code = this(args);
        Ok(make::bytes(vm, &code.data().bytes[..]))
    }),
    getter("co_consts", |vm, args| {
        let code = this(args);
        load::ready_code(vm, code)?;
        Ok(make::tuple(vm, code.constants()))
    })
    .setter(shared::read_only),
    getter("co_names", |vm, args| {
        let code = this(args);
        Ok(strings(vm, site_names(code.data()).into_iter()))
    })
    .setter(shared::read_only),
    getter("co_varnames", |vm, args| {
        let code = this(args);
        Ok(strings(vm, variable_names(code.data()).into_iter()))
    }),
    getter("co_cellvars", |vm, args| {
        let code = this(args);
        let data = code.data();
        Ok(strings(vm, data.cells.iter().map(|&cell| &data.locals[cell as usize])))
    }),
    getter("co_freevars", |vm, args| {
        let code = this(args);
        Ok(strings(vm, code.data().free.iter()))
    }),
];

pub static CELL: &[NativeDef] = &[
    static_method("__new__", "(type, contents=<unrepresentable>, /)", new_cell),
    method("__repr__", "($self, /)", repr_cell),
    getter("cell_contents", contents).setter(set_contents),
];

fn this(args: &[Value]) -> Ref<Code> {
    args[0].expect()
}

/// Names of the locals that are no cells from outside: parameters always.
fn variable_names(data: &CodeData) -> Vec<&str> {
    variables(data).into_iter().map(|i| &data.locals[i]).collect()
}

/// Registers of the locals that are listed in `co_varnames`.
pub fn variables(data: &CodeData) -> Vec<usize> {
    let starred = data.flags.has(Flags::VARARGS) as u32 + data.flags.has(Flags::VARKEYWORDS) as u32;
    let params = (data.positional + data.keyword_only + starred) as usize;
    let kept = (0..data.locals.len()).filter(|&i| i < params || !data.cells.contains(&(i as u32)));
    kept.collect()
}

/// The names that the instructions use, each once.
pub fn site_names(data: &CodeData) -> Vec<&str> {
    let mut seen: Vec<&str> = Vec::new();
    for name in data.sites.iter() {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

fn strings<'a>(vm: &mut Vm, names: impl Iterator<Item = &'a str>) -> Value {
    let names: Vec<Value> = names.map(|name| text::intern(vm, name)).collect();
    make::tuple(vm, &names)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = this(args);
    let name = code.name.get().expect::<Str>();
    let (file, line) = (&code.data().filename, code.data().first_line);
    let shown = format!(
        "<code object {} at {:#x}, file \"{file}\", line {line}>",
        name.lossy(),
        address(args[0])
    );
    Ok(text::new(vm, &shown))
}

fn eq(_: &mut Vm, args: &[Value]) -> Run<Value> {
    match args[1].cast::<Code>() {
        Some(other) => Ok(Value::bool(this(args).data() == other.data())),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// Equal code has equal instructions and names.
fn hash(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = this(args);
    let bytes = crate::base::hash::of_text(&code.data().bytes);
    let line = i64::from(code.data().first_line).wrapping_mul(0x9E37_79B9);
    Ok(make::int(vm, bytes ^ code.name.get().expect::<Str>().hash() ^ line))
}

fn new_cell(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::cell(vm, args[1]))
}

fn repr_cell(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let at = address(args[0]);
    let shown = match args[0].expect::<CellBox>().value.get().bound() {
        None => format!("<cell at {at:#x}: empty>"),
        Some(value) => {
            let name = class::name_of(vm, value);
            format!("<cell at {at:#x}: {name} object at {:#x}>", address(value))
        }
    };
    Ok(text::new(vm, &shown))
}

fn contents(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match args[0].expect::<CellBox>().value.get().bound() {
        Some(value) => Ok(value),
        None => Err(raise::value_error(vm, "Cell is empty")),
    }
}

fn set_contents(_: &mut Vm, args: &[Value]) -> Run<Value> {
    args[0].expect::<CellBox>().value.set(args[1]);
    Ok(Value::NONE)
}

/// Comparison of cells by what they hold.
pub static CELL_ORDER: &[NativeDef] = &[
    method("__lt__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Lt)
    }),
    method("__le__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Le)
    }),
    method("__eq__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Eq)
    }),
    method("__ne__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Ne)
    }),
    method("__gt__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Gt)
    }),
    method("__ge__", "($self, value, /)", |vm, args| {
        order_cells(vm, args, Special::Ge)
    }),
];

/// An empty cell is less than any other.
fn order_cells(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    if !class::is_exact(args[1], ClassId::Cell) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let [a, b] = [0, 1].map(|i| args[i].expect::<CellBox>().value.get().bound());
    if let (Some(a), Some(b)) = (a, b) {
        return compare::rich(vm, special, a, b);
    }
    let filled = [a, b].map(|value| Value::small_int(i64::from(value.is_some())));
    compare::rich(vm, special, filled[0], filled[1])
}
