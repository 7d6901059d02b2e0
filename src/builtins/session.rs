//! The life of a program: its `__main__`, and its end with finalisers, reports and the exit status.

use crate::builtins::import::module;
use crate::builtins::io::support::channel_of;
use crate::builtins::io::text;
use crate::builtins::sys::hooks;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::safepoint;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::exception::field::VALUE;
use crate::object::module::Module;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::render::repr;
use crate::ops::text::intern;
use crate::ops::{call, class, convert};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// How a program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    Status(i32),
    /// By a KeyboardInterrupt that nobody caught.
    Interrupted,
}

/// Objects whose finalisers run one by one, in the order of their names, as a program ends; the rest run together.
const FINALIZED_IN_ORDER: usize = 100;

/// Makes the module `__main__`.
pub fn main_module(vm: &mut Vm) -> Run<Ref<Module>> {
    let name = vm.names.__main__;
    let main = module::empty(vm, name)?;
    let (builtins_key, builtins) = (vm.names.__builtins__, vm.names.builtins);
    let builtins = vm.modules.expect::<Dict>().get_str(builtins);
    module::set(vm, main.namespace(), builtins_key, builtins.unwrap_or(Value::NONE))?;
    let modules = vm.modules.expect();
    module::set(vm, modules, name, main.value())?;
    Ok(main)
}

/// Ends a program: reports what it raised, runs finalisers, answers its status.
pub fn end(vm: &mut Vm, result: Run<()>) -> Ending {
    let ending = match result {
        Ok(()) => Ending::Status(0),
        Err(_) => {
            let exception = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
            report(vm, exception)
        }
    };
    vm.thread.handled = Value::UNBOUND;
    run_exit_functions(vm);
    finalize(vm);
    ending
}

/// Calls what was registered with `atexit`.
fn run_exit_functions(vm: &mut Vm) {
    let (module, run) = (intern(vm, "atexit"), intern(vm, "_run_exitfuncs"));
    let Some(module) = vm.modules.expect::<Dict>().get_str(module) else {
        return;
    };
    let done = attribute::get(vm, module, run).and_then(|run| call::call(vm, run, &[]));
    if done.is_err() {
        vm.thread.pending = Value::UNBOUND;
    }
}

/// Shows an uncaught exception.
pub fn report(vm: &mut Vm, exception: Value) -> Ending {
    if class::is_instance(vm, exception, ClassId::SystemExit) {
        return Ending::Status(exit_status(vm, exception));
    }
    flush_stdout(vm);
    hooks::uncaught(vm, exception);
    if class::is_instance(vm, exception, ClassId::KeyboardInterrupt) {
        return Ending::Interrupted;
    }
    Ending::Status(1)
}

/// What was printed before comes before the report.
fn flush_stdout(vm: &mut Vm) {
    let (name, flush) = (vm.names.stdout, vm.names.flush);
    let Some(stdout) = vm.sys.expect::<Dict>().get_str(name).filter(|file| !file.is_none()) else {
        return;
    };
    let flushed = attribute::get(vm, stdout, flush).and_then(|method| crate::ops::call::call(vm, method, &[]));
    if flushed.is_err() {
        vm.thread.pending = Value::UNBOUND;
    }
}

/// The status that a SystemExit asks for; a text is printed.
fn exit_status(vm: &mut Vm, exception: Value) -> i32 {
    let code = exception.expect::<Exception>().field(VALUE).or(Value::NONE);
    if code.is_none() {
        return 0;
    }
    if let Some(int) = convert::int_value(code) {
        return match convert::int_to_i64(int) {
            Some(n) => (n & 0xFF) as i32,
            None => 255,
        };
    }
    flush_stdout(vm);
    let shown = match repr::str(vm, code) {
        Ok(shown) => shown.expect::<Str>().lossy().into_owned(),
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            String::new()
        }
    };
    hooks::to_stderr(vm, &format!("{shown}\n"));
    1
}

/// Runs the finalisers of what is left: names of `__main__` go one by one, private ones first.
fn finalize(vm: &mut Vm) {
    if vm.options.gc_audit {
        safepoint::collect_all(vm);
    }
    if !vm.heap.has_finalizable() {
        return;
    }
    let name = vm.names.__main__;
    let main = vm
        .modules
        .expect::<Dict>()
        .get_str(name)
        .and_then(|main| main.cast::<Module>());
    if let Some(main) = main {
        let namespace = main.namespace();
        let mut left = FINALIZED_IN_ORDER;
        for private in [true, false] {
            let mut at = 0;
            while let Some((i, key, _)) = namespace.next_entry(at) {
                at = i + 1;
                let is_private = key.cast::<Str>().is_some_and(|key| {
                    let bytes = key.bytes();
                    bytes.starts_with(b"_") && !bytes.starts_with(b"__")
                });
                let is_builtins = key == vm.names.__builtins__;
                if private != is_private || is_builtins {
                    continue;
                }
                if drop_name(vm, namespace, i) && left > 0 {
                    left -= 1;
                    settle(vm);
                }
            }
        }
    }
    settle(vm);
    vm.heap.doom_all();
    safepoint::finalize(vm);
}

/// Sets a name to None; answers whether that may have ended an object with a finaliser.
#[inline(never)]
fn drop_name(vm: &mut Vm, namespace: Ref<Dict>, i: usize) -> bool {
    let value = namespace.value_at(i);
    namespace.set_value(i, Value::NONE);
    let holds = matches!(value.kind(), Some(Kind::List | Kind::Dict | Kind::Set | Kind::Tuple));
    value.is_object() && (holds || class::of(vm, value).has(flag::FINALIZER))
}

/// Collects, and runs the finalisers of what died.
fn settle(vm: &mut Vm) {
    safepoint::collect_all(vm);
    safepoint::finalize(vm);
}

/// `-u`: what is written to the standard streams goes out at once.
pub fn unbuffer(vm: &mut Vm) {
    for name in [vm.names.stdout, vm.names.stderr] {
        let file = vm.sys.expect::<Dict>().get_str(name);
        let below = file.and_then(text::buffer_of);
        if let Some(channel) = below.and_then(channel_of) {
            channel.borrow_mut().unbuffered = true;
        }
    }
}
