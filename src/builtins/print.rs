//! `print` and `input`.

use crate::builtins::io::text as text_file;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::relation::truth;
use crate::ops::render::repr;
use crate::ops::{call, class, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function, spread_function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static PRINT: &[NativeDef] = &[
    spread_function("print", "(*args, sep=' ', end='\\n', file=None, flush=False)", print),
    function("input", "(prompt='', /)", input),
];

/// A standard stream, by its name in `sys`.
fn stream(vm: &Vm, name: Value) -> Option<Value> {
    vm.sys.cast::<Dict>()?.get_str(name)
}

/// Writes a str to any file object.
fn write(vm: &mut Vm, file: Value, string: Value) -> Run<()> {
    if class::is_exact(file, ClassId::File) {
        return text_file::write_parts(vm, file, &[string]);
    }
    let name = vm.names.write;
    let method = attribute::get(vm, file, name)?;
    call::call(vm, method, &[string])?;
    Ok(())
}

fn flush(vm: &mut Vm, file: Value) -> Run<()> {
    let name = vm.names.flush;
    let method = attribute::get(vm, file, name)?;
    call::call(vm, method, &[])?;
    Ok(())
}

fn print(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len();
    let (mut sep, mut end) = (vm.characters[b' ' as usize], vm.characters[b'\n' as usize]);
    let (mut file, mut flushed) = (Value::NONE, false);
    for (&name, &value) in names.iter().zip(&args[given..]) {
        let name = name.expect::<Str>();
        match name.bytes() {
            b"file" => file = value,
            b"flush" => flushed = truth::truth(vm, value)?,
            b"sep" | b"end" if value.is_none() => {}
            b"sep" | b"end" if !value.is::<Str>() => {
                let got = class::name_of(vm, value);
                let message = format!("{} must be None or a string, not {got}", name.lossy());
                return Err(raise::type_error(vm, message));
            }
            b"sep" => sep = value,
            b"end" => end = value,
            _ => {
                let message = format!("print() got an unexpected keyword argument '{}'", name.lossy());
                return Err(raise::type_error(vm, message));
            }
        }
    }
    if file.is_none() {
        let stdout = vm.names.stdout;
        match stream(vm, stdout) {
            None => return Err(raise::runtime_error(vm, "lost sys.stdout")),
            Some(Value::NONE) => return Ok(Value::NONE),
            Some(stdout) => file = stdout,
        }
    }
    if given == 1 && class::is_exact(file, ClassId::File) {
        let shown = repr::str(vm, args[0])?;
        text_file::write_parts(vm, file, &[shown, end])?;
    } else {
        for (i, &arg) in args[..given].iter().enumerate() {
            if i > 0 {
                write(vm, file, sep)?;
            }
            let shown = repr::str(vm, arg)?;
            write(vm, file, shown)?;
        }
        write(vm, file, end)?;
    }
    if flushed {
        flush(vm, file)?;
    }
    Ok(Value::NONE)
}

fn input(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (stdin, stdout, stderr) = (vm.names.stdin, vm.names.stdout, vm.names.stderr);
    let Some(stdin) = stream(vm, stdin).filter(|file| !file.is_none()) else {
        return Err(raise::runtime_error(vm, "input(): lost sys.stdin"));
    };
    let Some(stdout) = stream(vm, stdout).filter(|file| !file.is_none()) else {
        return Err(raise::runtime_error(vm, "input(): lost sys.stdout"));
    };
    if let Some(stderr) = stream(vm, stderr).filter(|file| !file.is_none()) {
        flush(vm, stderr)?;
    }
    if let Some(prompt) = args[0].bound() {
        let prompt = repr::str(vm, prompt)?;
        write(vm, stdout, prompt)?;
    }
    flush(vm, stdout)?;
    let line = if class::is_exact(stdin, ClassId::File) {
        text_file::next_line(vm, stdin)?
    } else {
        let name = vm.names.readline;
        let method = attribute::get(vm, stdin, name)?;
        call::call(vm, method, &[])?
    };
    let Some(string) = line.cast::<Str>() else {
        let got = class::name_of(vm, line);
        let message = format!("object.readline() returned non-string (type {got})");
        return Err(raise::type_error(vm, message));
    };
    match string.bytes() {
        [] => Err(raise::eof_error(vm, "EOF when reading a line")),
        [start @ .., b'\n'] => Ok(text::from_bytes(vm, start)),
        _ => Ok(line),
    }
}
