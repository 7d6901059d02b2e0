//! From source to running code: what scripts, imports, `exec` and `eval` share.

use crate::bytecode::code::CodeData;
use crate::bytecode::verify::code::verify;
use crate::compile::options::Options;
use crate::compile::pipeline;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::{load, run};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::exception::field::MSG;
use crate::ops::attrs::attribute;
use crate::ops::{call, class, make, raise, text};
use crate::syntax::error::{ErrorKind, Origin, SyntaxError};
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// How sources are compiled that say nothing else.
pub fn options(vm: &Vm) -> Options {
    Options {
        optimize: vm.options.optimize,
        no_superinstructions: vm.options.no_superinstructions,
        ..Options::default()
    }
}

/// Bytes that a byte of a source becomes at most, as a tree and as code: of `[1,1,1…`.
const BYTES_COMPILED: usize = 64;

/// Asks for the room that reading `source` may take.
/// # Errors
/// MemoryError
pub fn room_to_compile(vm: &mut Vm, source: &Source) -> Run<()> {
    raise::room_for(vm, source.text.len(), BYTES_COMPILED)
}

/// Compiles a source to a code object.
/// # Errors
/// SyntaxError and its subclasses.
pub fn compile(vm: &mut Vm, source: &Source, options: &Options) -> Run<Ref<Code>> {
    room_to_compile(vm, source)?;
    match pipeline::compile(source, options) {
        Ok(compiled) => {
            for warning in &compiled.warnings {
                warn(vm, source, warning.span, &warning.message)?;
            }
            load_compiled(vm, compiled.code)
        }
        Err(error) => Err(syntax_error(vm, source, &error)),
    }
}

/// Gives a SyntaxWarning to the module `warnings`; one that a filter makes an exception becomes a SyntaxError.
/// # Errors
/// That one, and what the filters raise.
#[cold]
pub fn warn(vm: &mut Vm, source: &Source, span: Span, message: &str) -> Run<()> {
    let import = text::intern(vm, "__import__");
    let Some(import) = vm.builtins.expect::<Dict>().get_str(import) else {
        return Ok(());
    };
    let (name, function) = (text::intern(vm, "warnings"), text::intern(vm, "warn_explicit"));
    let warnings = call::call(vm, import, &[name])?;
    let function = attribute::get(vm, warnings, function)?;
    let (line, _) = source.position(span.start);
    let args = [
        text::new(vm, message),
        vm.class(ClassId::SyntaxWarning),
        text::new(vm, &source.name),
        Value::small_int(line.into()),
    ];
    match call::call(vm, function, &args) {
        Ok(_) => Ok(()),
        Err(raised) => {
            if !class::is_instance(vm, vm.thread.pending, ClassId::SyntaxWarning) {
                return Err(raised);
            }
            vm.thread.pending = Value::UNBOUND;
            let mut error = SyntaxError::without_span(message, None);
            error.span = Some(span);
            error.origin = Origin::Compiler;
            Err(syntax_error(vm, source, &error))
        }
    }
}

/// Makes a code object of what our compiler has made.
/// # Errors
/// None, were it not for faults of the compiler.
pub fn load_compiled(vm: &mut Vm, data: CodeData) -> Run<Ref<Code>> {
    // PERF: perf/2026-11-22-front.md. What the compiler makes is sound; that is proved again where time matters less.
    match !cfg!(debug_assertions) && !vm.options.gc_stress {
        true => Ok(load::code(vm, &data.into())),
        false => load_code(vm, data),
    }
}

/// Makes a code object of data from any source, once it has been verified.
/// # Errors
/// SystemError if the data is not sound.
pub fn load_code(vm: &mut Vm, data: CodeData) -> Run<Ref<Code>> {
    match verify(&data) {
        Ok(()) => Ok(load::code(vm, &data.into())),
        Err(fault) => Err(raise::system_error(vm, format!("unsound code: {fault:?}"))),
    }
}

/// The code object of stored data; nothing if the data is not sound.
/// # Errors
/// MemoryError.
pub fn load_stored(vm: &mut Vm, data: CodeData) -> Run<Option<Ref<Code>>> {
    match verify(&data) {
        Ok(()) => Ok(Some(load::code(vm, &data.into()))),
        Err(_) => Ok(None),
    }
}

/// Raises the exception of a source that does not compile.
pub fn syntax_error(vm: &mut Vm, source: &Source, error: &SyntaxError) -> Raised {
    let class = match error.kind {
        ErrorKind::Syntax => ClassId::SyntaxError,
        ErrorKind::Indentation => ClassId::IndentationError,
        ErrorKind::Tab => ClassId::TabError,
        ErrorKind::Memory => ClassId::MemoryError,
        ErrorKind::Incomplete => ClassId::IncompleteInputError,
    };
    let message = text::new(vm, &error.message);
    let location = source.location(error);
    let Some(location) = location else {
        let args = make::tuple(vm, &[message]);
        let exception = Exception::new(&mut vm.heap, class.shape(), args);
        exception.set_field(&mut vm.heap, MSG, message);
        return raise::value(vm, exception.value());
    };
    let filename = text::new(vm, &source.name);
    let shown = match error.origin {
        Origin::Parser => location.text.clone(),
        Origin::Symbols | Origin::Compiler => line_of_file(&source.name, location.line),
    };
    let line_text = match &shown {
        Some(line) => text::new(vm, line),
        None => Value::NONE,
    };
    let [line, column, end_line, end_column] =
        [location.line, location.column, location.end_line, location.end_column].map(Value::small_int);
    // What could not be decoded has no place in its text.
    let ends = match location.column < 0 {
        true => [Value::NONE; 2],
        false => [end_line, end_column],
    };
    let fields = [
        message,
        filename,
        line,
        column,
        line_text,
        ends[0],
        ends[1],
        Value::NONE,
    ];
    let details = match location.column < 0 {
        true => make::tuple(vm, &fields[1..5]),
        false => make::tuple(vm, &fields[1..7]),
    };
    let args = match error.origin {
        Origin::Symbols => make::tuple(vm, &[message]),
        Origin::Parser | Origin::Compiler => make::tuple(vm, &[message, details]),
    };
    let exception = Exception::new(&mut vm.heap, class.shape(), args);
    for (place, value) in fields.into_iter().enumerate() {
        exception.set_field(&mut vm.heap, place, value);
    }
    raise::value(vm, exception.value())
}

/// A line (from 1) of the file of that name, with its newline.
fn line_of_file(name: &str, line: i64) -> Option<String> {
    let bytes = std::fs::read(name).ok()?;
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
    let line = lines.nth(usize::try_from(line - 1).ok()?)?;
    Some(String::from_utf8_lossy(line).into_owned())
}

/// Raises the exception of bytes or text that are no source at all.
pub fn unreadable(vm: &mut Vm, name: &str, error: &SyntaxError) -> Raised {
    match Source::from_text(name, "") {
        Ok(nothing) => syntax_error(vm, &nothing, error),
        Err(_) => raise::with_text(vm, ClassId::SyntaxError, &error.message),
    }
}

/// Runs a module's, `exec`'s or `eval`'s code. `locals` is UNBOUND where it is the globals.
/// # Errors
/// Whatever the code raises.
pub fn execute(vm: &mut Vm, code: Ref<Code>, globals: Ref<Dict>, locals: Value) -> Run<Value> {
    let locals = if locals == globals.value() {
        Value::UNBOUND
    } else {
        locals
    };
    // Sites of a module's names take locals to be globals: with a namespace of their own they must not have learnt that.
    let code = if locals.is_bound() { load::again(vm, code) } else { code };
    let builtins = builtins_of(vm, globals)?;
    let function = Function::new(&mut vm.heap, ClassId::Function.shape(), code, globals.value(), builtins);
    run::function(vm, function, &[], &[], locals)
}

/// The builtins that code with these globals sees; the interpreter's own are put there if there are none.
fn builtins_of(vm: &mut Vm, globals: Ref<Dict>) -> Run<Value> {
    let name = vm.names.__builtins__;
    match globals.get_str(name) {
        Some(module) => match module.cast::<crate::object::module::Module>() {
            Some(module) => Ok(module.dict.get()),
            None => Ok(module),
        },
        None => {
            let builtins = vm.builtins;
            match globals.set_str(name, builtins) {
                Ok(()) => Ok(builtins),
                Err(_) => Err(raise::memory_error(vm)),
            }
        }
    }
}
