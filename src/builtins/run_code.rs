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
use crate::ops::{make, raise, text};
use crate::syntax::error::{ErrorKind, SyntaxError};
use crate::syntax::source::Source;
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Compiles a source to a code object.
/// # Errors
/// SyntaxError and its subclasses.
pub fn compile(vm: &mut Vm, source: &Source, options: &Options) -> Run<Ref<Code>> {
    match pipeline::compile(source, options) {
        Ok(compiled) => load_code(vm, compiled.code),
        Err(error) => Err(syntax_error(vm, source, &error)),
    }
}

/// Makes a code object of data from any source, once it has been verified.
/// # Errors
/// SystemError if the data is not sound.
pub fn load_code(vm: &mut Vm, data: CodeData) -> Run<Ref<Code>> {
    match verify(&data) {
        Ok(()) => load::code(vm, &data.into()),
        Err(fault) => Err(raise::system_error(vm, format!("unsound code: {fault:?}"))),
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
        exception.fields[MSG].set(message);
        return raise::value(vm, exception.value());
    };
    let filename = text::new(vm, &source.name);
    let line_text = match &location.text {
        Some(line) => text::new(vm, line),
        None => Value::NONE,
    };
    let numbers = [location.line, location.column, location.end_line, location.end_column].map(Value::small_int);
    let details = make::tuple(
        vm,
        &[filename, numbers[0], numbers[1], line_text, numbers[2], numbers[3]],
    );
    let args = make::tuple(vm, &[message, details]);
    let exception = Exception::new(&mut vm.heap, class.shape(), args);
    let fields = [
        message,
        filename,
        numbers[0],
        numbers[1],
        line_text,
        numbers[2],
        numbers[3],
        Value::NONE,
    ];
    for (slot, value) in exception.fields.iter().zip(fields) {
        slot.set(value);
    }
    raise::value(vm, exception.value())
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
    let code = if locals.is_bound() {
        load::again(vm, code)?
    } else {
        code
    };
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
