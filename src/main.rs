//! The `pyfast` command.

use pyfast::boot;
use pyfast::builtins::run_code;
use pyfast::builtins::{functions, print};
use pyfast::compile::options::Options;
use pyfast::heap::value::Value;
use pyfast::object::callable::native::Native;
use pyfast::object::container::dict::Dict;
use pyfast::ops::{make, text};
use pyfast::syntax::source::Source;
use pyfast::vm::known::ClassId;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let handle = std::thread::Builder::new().stack_size(512 << 20).spawn(move || {
        let mut vm = boot::new_vm(Default::default());
        let before = pyfast::interp::run::enter(&mut vm);
        let builtins = vm.builtins.expect::<Dict>();
        let add = |vm: &mut pyfast::vm::state::Vm, def: &'static pyfast::vm::native::NativeDef| {
            let name = text::intern(vm, def.name);
            let module = text::intern(vm, "builtins");
            let native = Native::new(
                &mut vm.heap,
                ClassId::BuiltinFunction.shape(),
                def,
                Value::UNBOUND,
                module,
            );
            let _ = builtins.set_str(name, native.value());
        };
        add(&mut vm, &print::PRINT);
        for def in functions::FUNCTIONS {
            add(&mut vm, def);
        }
        let bc = text::intern(&mut vm, "__build_class__");
        let source = Source::from_file_bytes(&path, &bytes).unwrap();
        let _ = bc;
        let result = run_code::compile(&mut vm, &source, &Options::default()).and_then(|code| {
            let globals = make::dict(&mut vm).expect::<Dict>();
            let name = vm.names.__name__;
            let main = vm.names.__main__;
            let _ = globals.set_str(name, main);
            run_code::execute(&mut vm, code, globals, Value::UNBOUND)
        });
        if result.is_err() {
            let e = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
            eprint!("{}", pyfast::types::traceback::print::exception(&mut vm, e));
        }
        pyfast::interp::run::leave(before);
    });
    handle.unwrap().join().unwrap();
}
