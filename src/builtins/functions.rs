//! The namespace of `builtins`: all functions, put there at boot.

use crate::builtins::collect::COLLECT;
use crate::builtins::evaluate::scope::SCOPE;
use crate::builtins::import::load::IMPORT;
use crate::builtins::io::open::OPEN;
use crate::builtins::numbers::NUMBERS;
use crate::builtins::objects::OBJECTS;
use crate::builtins::print::PRINT;
use crate::builtins::sys::breakpoint::BREAKPOINT;
use crate::object::container::dict::Dict;
use crate::ops::{make, text};
use crate::vm::native::NativeDef;
use crate::vm::state::Vm;

static TABLES: &[&[NativeDef]] = &[PRINT, COLLECT, OBJECTS, NUMBERS, SCOPE, IMPORT];

/// Puts the functions into `vm.builtins`.
pub fn install(vm: &mut Vm) {
    let module = vm.names.builtins;
    let all = TABLES.iter().flat_map(|table| table.iter()).chain([&OPEN, &BREAKPOINT]);
    for def in all {
        let function = make::native(vm, def, module);
        let name = text::intern(vm, def.name);
        let stored = vm.builtins.expect::<Dict>().set_str(name, function);
        debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
    }
}
