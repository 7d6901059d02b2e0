//! Making the modules `sys` and `builtins`, which exist from the start.

use crate::builtins::io::channel::Standard;
use crate::builtins::io::open::standard;
use crate::builtins::sys::breakpoint::BREAKPOINT_HOOK;
use crate::builtins::sys::functions::FUNCTIONS;
use crate::builtins::sys::hooks::{HOOKS, UNRAISABLE};
use crate::builtins::sys::values::GETATTR;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::ops::{make, text};
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

fn store(namespace: Ref<Dict>, name: Value, value: Value) {
    let stored = namespace.set_str(name, value);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
}

/// Fills `vm.sys` and `vm.modules`.
pub fn install(vm: &mut Vm) {
    let sys = vm.sys.expect::<Dict>();
    let (sys_name, builtins_name) = (vm.names.sys, vm.names.builtins);
    head(vm, sys, sys_name);
    for def in FUNCTIONS
        .iter()
        .chain(HOOKS)
        .chain([&GETATTR, &UNRAISABLE, &BREAKPOINT_HOOK])
    {
        let function = make::native(vm, def, sys_name);
        let name = text::intern(vm, def.name);
        store(sys, name, function);
    }
    for def in HOOKS.iter().chain([&BREAKPOINT_HOOK]) {
        let hook = text::intern(vm, def.name);
        let name = text::intern(vm, &format!("__{}__", def.name));
        store(sys, name, sys.get_str(hook).unwrap_or(Value::NONE));
    }
    for (which, name) in [
        (Standard::In, "stdin"),
        (Standard::Out, "stdout"),
        (Standard::Err, "stderr"),
    ] {
        let file = standard(vm, which);
        for name in [name.to_string(), format!("__{name}__")] {
            let name = text::intern(vm, &name);
            store(sys, name, file);
        }
    }
    constants(vm, sys);
    let builtins = vm.builtins.expect::<Dict>();
    head(vm, builtins, builtins_name);
    for (name, namespace) in [(sys_name, sys), (builtins_name, builtins)] {
        let module = Module::new(&mut vm.heap, ClassId::Module.shape(), namespace).value();
        store(vm.modules.expect(), name, module);
    }
}

/// The names that every module has.
fn head(vm: &mut Vm, namespace: Ref<Dict>, name: Value) {
    let names = &vm.names;
    let keys = [names.__doc__, names.__loader__, names.__spec__];
    store(namespace, names.__name__, name);
    store(namespace, names.__package__, vm.empty_str);
    for key in keys {
        store(namespace, key, Value::NONE);
    }
}

fn constants(vm: &mut Vm, sys: Ref<Dict>) {
    let argv: Vec<String> = vm.options.argv.clone();
    let argv = argv.iter().map(|arg| text::new(vm, arg)).collect();
    let (argv, path) = (make::list(vm, argv), make::list(vm, Vec::new()));
    let names = (vm.names.argv, vm.names.path, vm.names.modules);
    store(sys, names.0, argv);
    store(sys, names.1, path);
    store(sys, names.2, vm.modules);
    let largest = make::int(vm, i64::MAX);
    for (name, value) in [("maxsize", largest), ("maxunicode", Value::small_int(0x10_FFFF))] {
        let name = text::intern(vm, name);
        store(sys, name, value);
    }
    let order = if cfg!(target_endian = "little") {
        "little"
    } else {
        "big"
    };
    let platform = if cfg!(target_os = "macos") {
        "darwin"
    } else {
        std::env::consts::OS
    };
    for (name, value) in [("byteorder", order), ("platform", platform)] {
        let (name, value) = (text::intern(vm, name), text::intern(vm, value));
        store(sys, name, value);
    }
}
