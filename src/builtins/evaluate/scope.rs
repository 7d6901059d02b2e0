//! Functions of `builtins` on namespaces and on code: `globals`, `vars`, `dir`, `eval`, `exec`, `compile`.

use crate::builtins::evaluate::tree;
use crate::builtins::import::load;
use crate::builtins::run_code;
use crate::compile::options::{Mode, Options};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::host::inspect;
use crate::object::callable::code::Code;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::render::buffer;
use crate::ops::{call, class, convert, make, raise, text};
use crate::syntax::error::SyntaxError;
use crate::syntax::parser::entry;
use crate::syntax::source::Source;
use crate::types::class::type_;
use crate::types::sequence::list_sort;
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static SCOPE: &[NativeDef] = &[
    function("globals", "()", |vm, _| Ok(inspect::globals(vm).unwrap_or(Value::NONE))),
    function("locals", "()", |vm, _| inspect::locals(vm)),
    function("vars", "(object=None, /)", vars),
    function("dir", "(object=None, /)", dir),
    function("eval", "(source, /, globals=None, locals=None)", eval),
    function("exec", "(source, /, globals=None, locals=None, *, closure=None)", exec),
    function(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        compile,
    ),
];

fn vars(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[0].is_unbound() {
        return inspect::locals(vm);
    }
    let name = vm.names.__dict__;
    match attribute::find(vm, args[0], name)? {
        Some(namespace) => Ok(namespace),
        None => Err(raise::type_error(vm, "vars() argument must have __dict__ attribute")),
    }
}

fn dir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let names = if args[0].is_unbound() {
        let locals = inspect::locals(vm)?;
        match locals.cast::<Dict>() {
            Some(dict) => type_::keys(vm, dict),
            None => {
                let keys = vm.names.keys;
                let method = attribute::get(vm, locals, keys)?;
                call::call(vm, method, &[])?
            }
        }
    } else {
        match call::special(vm, args[0], Special::Dir, &[]) {
            Some(names) => names?,
            None => return Err(raise::type_error(vm, "object does not provide __dir__")),
        }
    };
    list_sort::sorted(vm, names, Value::NONE, false)
}

/// The namespaces that `exec` and `eval` run in.
fn namespaces(vm: &mut Vm, function: &str, globals: Value, locals: Value) -> Run<(Ref<Dict>, Value)> {
    let (globals, locals) = (globals.or(Value::NONE), locals.or(Value::NONE));
    if !locals.is_none() && !locals.is::<Dict>() && class::special(vm, locals, Special::GetItem).is_none() {
        let got = class::name_of(vm, locals);
        let message = if function == "eval" {
            "locals must be a mapping".to_string()
        } else {
            format!("locals must be a mapping or None, not {got}")
        };
        return Err(raise::type_error(vm, message));
    }
    if globals.is_none() {
        let (Some(own), own_locals) = (inspect::globals(vm), inspect::locals(vm)?) else {
            return Err(raise::system_error(vm, "globals and locals cannot be NULL"));
        };
        let locals = if locals.is_none() { own_locals } else { locals };
        return Ok((own.expect(), locals));
    }
    match globals.cast::<Dict>() {
        Some(dict) => Ok((dict, if locals.is_none() { globals } else { locals })),
        None => {
            let got = class::name_of(vm, globals);
            let message = match function {
                "eval" => "globals must be a dict".to_string(),
                _ => format!("exec() globals must be a dict, not {got}"),
            };
            Err(raise::type_error(vm, message))
        }
    }
}

/// Text or bytes of a program: `None` if `value` is neither.
///
/// `trim`: spaces in front do not count, as `eval` has it.
fn source_of(vm: &mut Vm, value: Value, name: &str, mode: Mode, trim: bool) -> Run<Option<Source>> {
    let made: Result<Source, SyntaxError> = if let Some(string) = value.cast::<Str>() {
        let Some(text) = string.as_str() else {
            let bytes = crate::ops::render::codec::encode(vm, string, "utf-8", "strict");
            return bytes.map(|_| None);
        };
        let text = if trim {
            text.trim_start_matches([' ', '\t'])
        } else {
            text
        };
        Source::from_text(name, text)
    } else {
        let made = buffer::with(value, |bytes| {
            let skipped = bytes.iter().take_while(|&&b| trim && (b == b' ' || b == b'\t')).count();
            Source::from_bytes(name, &bytes[skipped..])
        });
        match made {
            None => return Ok(None),
            Some(made) => made,
        }
    };
    match made {
        Ok(mut source) => {
            source.is_module = mode == Mode::Exec;
            Ok(Some(source))
        }
        Err(error) => Err(run_code::unreadable(vm, name, &error)),
    }
}

fn wrong_source(vm: &mut Vm, function: &str, what: &str) -> Raised {
    raise::type_error(
        vm,
        format!("{function}() arg 1 must be a string, bytes or {what} object"),
    )
}

/// The code to run, compiled if it is text.
fn code_of(vm: &mut Vm, value: Value, function: &str, mode: Mode) -> Run<Ref<Code>> {
    if let Some(code) = value.cast::<Code>() {
        if !code.data().free.is_empty() {
            let message = format!("code object passed to {function}() may not contain free variables");
            return Err(raise::type_error(vm, message));
        }
        return Ok(code);
    }
    let Some(source) = source_of(vm, value, "<string>", mode, mode == Mode::Eval)? else {
        return Err(wrong_source(vm, function, "code"));
    };
    let options = Options {
        mode,
        ..run_code::options(vm)
    };
    run_code::compile(vm, &source, &options)
}

fn eval(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (globals, locals) = namespaces(vm, "eval", args[1], args[2])?;
    let code = code_of(vm, args[0], "eval", Mode::Eval)?;
    run_code::execute(vm, code, globals, locals)
}

fn exec(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (globals, locals) = namespaces(vm, "exec", args[1], args[2])?;
    let code = code_of(vm, args[0], "exec", Mode::Exec)?;
    run_code::execute(vm, code, globals, locals)?;
    Ok(Value::NONE)
}

/// CPython's flag bits that matter here.
const ONLY_AST: i64 = 0x400;
const ALLOW_TOP_LEVEL_AWAIT: i64 = 0x2000;
const DONT_IMPLY_DEDENT: i64 = 0x200;
const ALLOW_INCOMPLETE_INPUT: i64 = 0x4000;
/// Trees, and trees after folding.
const TREE_MASK: i64 = ONLY_AST | 0x8000;
/// Nested scopes, "do not imply dedent", type comments, incomplete input.
const HARMLESS: i64 = 0x10 | 0x200 | 0x1000 | 0x4000;
const FUTURE_MASK: i64 = 0x1FE_0000;

fn compile(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(mode) = args[2].cast::<Str>() else {
        let got = class::name_of_argument(vm, args[2]);
        let message = format!("compile() argument 'mode' must be str, not {got}");
        return Err(raise::type_error(vm, message));
    };
    let name = match args[1].cast::<Str>() {
        Some(name) => name.lossy().into_owned(),
        None => match buffer::with(args[1], |bytes| String::from_utf8_lossy(bytes).into_owned()) {
            Some(name) => name,
            None => {
                let got = class::name_of(vm, args[1]);
                let message = format!("expected str, bytes or os.PathLike object, not {got}");
                return Err(raise::type_error(vm, message));
            }
        },
    };
    let flags = number(vm, args[3], 0)?;
    let wants_tree = flags & ONLY_AST != 0;
    let (mode, parse_mode) = match modes(mode.bytes(), wants_tree) {
        Ok(modes) => modes,
        Err(text) => return Err(raise::value_error(vm, text)),
    };
    if flags & !(FUTURE_MASK | ALLOW_TOP_LEVEL_AWAIT | HARMLESS | TREE_MASK) != 0 {
        return Err(raise::value_error(vm, "compile(): unrecognised flags"));
    }
    let parse = entry::Options {
        allows_incomplete: flags & ALLOW_INCOMPLETE_INPUT != 0,
        needs_dedent: flags & DONT_IMPLY_DEDENT != 0,
    };
    let optimize = number(vm, args[5], -1)?;
    if !(-1..=2).contains(&optimize) {
        return Err(raise::value_error(vm, "compile(): invalid optimize value"));
    }
    if args[0].is::<Code>() {
        return Ok(args[0]);
    }
    let Some(source) = source_of(vm, args[0], &name, mode, false)? else {
        return compile_tree(vm, args, flags);
    };
    if wants_tree {
        return tree::parse(vm, &source, parse_mode, parse);
    }
    let options = Options {
        mode,
        parse,
        optimize: if optimize < 0 {
            vm.options.optimize
        } else {
            optimize as u8
        },
        future_flags: (flags & FUTURE_MASK) as u32,
        allow_top_level_await: flags & ALLOW_TOP_LEVEL_AWAIT != 0,
        ..run_code::options(vm)
    };
    Ok(run_code::compile(vm, &source, &options)?.value())
}

/// The modes of compiler and parser that a name stands for, or what is wrong with it.
fn modes(name: &[u8], wants_tree: bool) -> Result<(Mode, entry::Mode), &'static str> {
    Ok(match name {
        b"exec" => (Mode::Exec, entry::Mode::Module),
        b"eval" => (Mode::Eval, entry::Mode::Expression),
        b"single" => (Mode::Single, entry::Mode::Interactive),
        b"func_type" if wants_tree => (Mode::Exec, entry::Mode::FunctionType),
        b"func_type" => return Err("compile() mode 'func_type' requires flag PyCF_ONLY_AST"),
        _ if wants_tree => return Err("compile() mode must be 'exec', 'eval', 'single' or 'func_type'"),
        _ => return Err("compile() mode must be 'exec', 'eval' or 'single'"),
    })
}

/// `compile` of what is neither text nor code: `_ast` knows trees.
fn compile_tree(vm: &mut Vm, args: &[Value], flags: i64) -> Run<Value> {
    let of_tree = load::module(vm, "_ast")?;
    let compiler = text::intern(vm, "_compile");
    let compiler = attribute::get(vm, of_tree, compiler)?;
    let (flags, optimize) = (make::int(vm, flags), args[5].or(Value::small_int(-1)));
    let inherits = args[4].or(Value::FALSE);
    let made = call::call(vm, compiler, &[args[0], args[1], args[2], flags, inherits, optimize])?;
    match made.is_none() {
        true => Err(wrong_source(vm, "compile", "AST")),
        false => Ok(made),
    }
}

fn number(vm: &mut Vm, value: Value, default: i64) -> Run<i64> {
    match value.bound() {
        Some(value) => convert::index_clamped(vm, value),
        None => Ok(default),
    }
}
