//! What the interpreter calls through `sys`: showing values, uncaught exceptions, errors of finalisers.

use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::render::repr;
use crate::ops::{call, class, raise, text};
use crate::types::traceback::print;
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static HOOKS: &[NativeDef] = &[
    function("displayhook", "(object, /)", displayhook),
    function("excepthook", "(exctype, value, traceback, /)", |vm, args| {
        let report = print::exception(vm, args[1]);
        to_stderr(vm, &report);
        Ok(Value::NONE)
    }),
    function("unraisablehook", "(unraisable, /)", |vm, args| {
        let name = text::intern(vm, "exc_value");
        let exception = attribute::get(vm, args[0], name)?;
        let object = text::intern(vm, "object");
        let source = attribute::find(vm, args[0], object)?.unwrap_or(Value::NONE);
        unraisable(vm, exception, source);
        Ok(Value::NONE)
    }),
];

/// What finalisers' errors are reported with: exception and its source, the function that failed.
pub static UNRAISABLE: NativeDef = function("__unraisable__", "(exception, source, /)", |vm, args| {
    unraisable(vm, args[0], args[1]);
    Ok(Value::NONE)
});

fn unraisable(vm: &mut Vm, exception: Value, source: Value) {
    let method = if class::special(vm, source, crate::vm::special::Special::Call).is_some() {
        Some(source)
    } else {
        let name = vm.names.__del__;
        let owner = class::of(vm, source);
        class::lookup(vm, owner, name)
    };
    let shown = match repr::repr(vm, method.unwrap_or(source)) {
        Ok(shown) => shown.expect::<Str>().lossy().into_owned(),
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            "<object repr() failed>".to_string()
        }
    };
    let report = print::exception(vm, exception);
    let what = if method.is_some() && method != Some(source) {
        format!("Exception ignored while calling deallocator {shown}:\n{report}")
    } else {
        format!("Exception ignored in: {shown}\n{report}")
    };
    to_stderr(vm, &what);
}

/// Writes to `sys.stderr`; there is nobody to tell when that fails.
pub fn to_stderr(vm: &mut Vm, message: &str) {
    let name = vm.names.stderr;
    let file = vm.sys.cast::<Dict>().and_then(|sys| sys.get_str(name));
    let written = match file {
        Some(file) if !file.is_none() => {
            let (write, flush) = (vm.names.write, vm.names.flush);
            let message = text::new(vm, message);
            attribute::get(vm, file, write)
                .and_then(|method| call::call(vm, method, &[message]))
                .and_then(|_| attribute::get(vm, file, flush))
                .and_then(|method| call::call(vm, method, &[]))
                .is_ok()
        }
        _ => true,
    };
    if !written {
        vm.thread.pending = Value::UNBOUND;
        eprint!("{message}");
    }
}

fn displayhook(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[0].is_none() {
        return Ok(Value::NONE);
    }
    let underscore = text::intern(vm, "_");
    let builtins = vm.builtins.expect::<Dict>();
    let store = |vm: &mut Vm, value: Value| match builtins.set_str(underscore, value) {
        Ok(()) => Ok(()),
        Err(_) => Err(raise::memory_error(vm)),
    };
    store(vm, Value::NONE)?;
    let shown = repr::repr(vm, args[0])?;
    let name = vm.names.stdout;
    let Some(stdout) = vm.sys.expect::<Dict>().get_str(name) else {
        return Err(raise::runtime_error(vm, "lost sys.stdout"));
    };
    if !stdout.is_none() {
        let write = vm.names.write;
        let method = attribute::get(vm, stdout, write)?;
        let line = format!("{}\n", shown.expect::<Str>().lossy());
        let line = text::new(vm, &line);
        call::call(vm, method, &[line])?;
    }
    store(vm, args[0])?;
    Ok(Value::NONE)
}

/// Reports an exception that nobody caught, by `sys.excepthook`.
pub fn uncaught(vm: &mut Vm, exception: Value) {
    let name = text::intern(vm, "excepthook");
    let original = text::intern(vm, "__excepthook__");
    let sys = vm.sys.expect::<Dict>();
    let (hook, plain) = (sys.get_str(name), sys.get_str(original));
    if let Some(hook) = hook.filter(|_| hook != plain) {
        let class = class::of(vm, exception).value();
        let traceback = exception
            .cast::<Exception>()
            .map_or(Value::NONE, |e| e.traceback(&mut vm.heap));
        if call::call(vm, hook, &[class, exception, traceback]).is_ok() {
            return;
        }
        let second = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
        let report = print::exception(vm, second);
        to_stderr(
            vm,
            &format!("Error in sys.excepthook:\n{report}\nOriginal exception was:\n"),
        );
    }
    let report = print::exception(vm, exception);
    to_stderr(vm, &report);
}
