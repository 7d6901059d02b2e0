//! Makes a `Vm`: names, classes with their methods, the namespaces that everything hangs from.

use crate::builtins::anext;
use crate::builtins::functions;
use crate::builtins::io::open;
use crate::builtins::sys::module as sys;
use crate::heap::value::Value;
use crate::interp::generator;
use crate::interp::run;
use crate::object::arena;
use crate::object::class::layout::Advance;
use crate::object::container::dict::Dict;
use crate::object::kinds::KIND_TABLE;
use crate::object::text::string::Str;
use crate::ops::container::advance::ADVANCE;
use crate::ops::{class, make, text};
use crate::stdlib::table::MODULES;
use crate::types::class::{build, install};
use crate::types::tables::TABLES;
use crate::types::text::template;
use crate::vm::known::{CLASSES, ClassId};
use crate::vm::names::Names;
use crate::vm::special::SPECIAL_NAMES;
use crate::vm::state::{Options, Vm};

/// The classes that `builtins` holds, besides the exceptions.
const BUILTIN_CLASSES: &[ClassId] = &[
    ClassId::Object,
    ClassId::Type,
    ClassId::Int,
    ClassId::Bool,
    ClassId::Float,
    ClassId::Complex,
    ClassId::Str,
    ClassId::Bytes,
    ClassId::ByteArray,
    ClassId::MemoryView,
    ClassId::List,
    ClassId::Tuple,
    ClassId::Dict,
    ClassId::Set,
    ClassId::FrozenSet,
    ClassId::Range,
    ClassId::Slice,
    ClassId::Property,
    ClassId::ClassMethod,
    ClassId::StaticMethod,
    ClassId::Super,
    ClassId::Enumerate,
    ClassId::Zip,
    ClassId::Map,
    ClassId::Filter,
    ClassId::Reversed,
];

/// About how many names `builtins` and `sys` have.
const BUILTINS: usize = 160;
const SYS: usize = 90;

/// A complete interpreter, on the native thread that will run it.
pub fn new_vm(options: Options) -> Box<Vm> {
    let mut vm = Box::new(Vm::empty(&KIND_TABLE, arena::new_thread(), options));
    strings(&mut vm);
    let tables: Vec<_> = TABLES
        .iter()
        .chain(open::TABLES)
        .chain(anext::TABLES)
        .copied()
        .collect();
    install::all(&mut vm, &tables);
    let of_generators: (ClassId, Advance) = (ClassId::Generator, generator::advance);
    for &(id, advance) in ADVANCE.iter().chain([&of_generators]) {
        class::known(&vm, id).advance.set(Some(advance));
    }
    class::known(&vm, ClassId::Generator).feed.set(Some(generator::feed));
    class::known(&vm, ClassId::Function).invoke.set(Some(run::call));
    vm.empty_tuple = make::tuple(&mut vm, &[]);
    vm.builtins = Dict::with_capacity(&mut vm.heap, ClassId::Dict.shape(), BUILTINS).value();
    vm.modules = make::dict(&mut vm);
    vm.sys = Dict::with_capacity(&mut vm.heap, ClassId::Dict.shape(), SYS).value();
    builtin_names(&mut vm);
    vm.native_modules.extend(MODULES.iter().copied());
    build::install(&mut vm);
    functions::install(&mut vm);
    sys::install(&mut vm);
    template::finish(&mut vm);
    vm
}

/// The strings that the interpreter itself uses.
fn strings(vm: &mut Vm) {
    vm.empty_str = text::intern(vm, "");
    for c in 0..=255u8 {
        vm.characters[c as usize] = text::intern(vm, char::from(c).encode_utf8(&mut [0; 2]));
    }
    vm.names = Names::new(|name| text::intern(vm, name));
    for (number, name) in SPECIAL_NAMES.iter().enumerate() {
        let name = text::intern(vm, name);
        name.expect::<Str>().set_special(number);
        vm.special_names.push(name);
    }
}

/// Classes and constants of `builtins`.
fn builtin_names(vm: &mut Vm) {
    let exceptions = CLASSES.iter().map(|row| row.id).skip(ClassId::BaseException as usize);
    for id in BUILTIN_CLASSES.iter().copied().chain(exceptions) {
        builtin(vm, id.row().name, vm.class(id));
    }
    for (name, value) in [
        ("EnvironmentError", vm.class(ClassId::OSError)),
        ("IOError", vm.class(ClassId::OSError)),
        ("None", Value::NONE),
        ("True", Value::TRUE),
        ("False", Value::FALSE),
        ("Ellipsis", Value::ELLIPSIS),
        ("NotImplemented", Value::NOT_IMPLEMENTED),
        ("__debug__", Value::bool(vm.options.optimize == 0)),
    ] {
        builtin(vm, name, value);
    }
}

fn builtin(vm: &mut Vm, name: &str, value: Value) {
    let name = text::intern(vm, name);
    let stored = vm.builtins.expect::<Dict>().set_str(name, value);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
}

#[cfg(test)]
mod tests {
    use crate::boot::new_vm;
    use crate::heap::value::Value;
    use crate::ops::attrs::attribute;
    use crate::ops::attrs::describe::{Found, describe_get};
    use crate::ops::{call, class, make, text};
    use crate::vm::known::{CLASSES, ClassId, flag};
    use crate::vm::special::SPECIALS;
    use crate::vm::state::Options;

    #[test]
    fn built_in_classes_stand_in_their_places() {
        let vm = new_vm(Options::default());
        for row in CLASSES {
            let known = class::known(&vm, row.id);
            assert_eq!(vm.shapes.class(row.id.shape()), known.value());
            assert_eq!(known.mro()[0], known.value());
            assert!(known.is_subclass(class::known(&vm, ClassId::Object)));
            for &special in SPECIALS {
                let found = known.lookup_where(vm.special_names[special as usize]);
                assert_eq!(known.special(special), found.map(|(found, _)| found));
            }
            assert!(known.has(flag::IMMUTABLE));
        }
        let group = class::known(&vm, ClassId::ExceptionGroup);
        assert!(group.is_subclass(class::known(&vm, ClassId::Exception)));
        assert_eq!(group.mro().len(), 5);
        assert!(class::known(&vm, ClassId::TabError).has(flag::EXCEPTION));
    }

    #[test]
    fn a_class_is_made_and_instances_have_attributes() {
        let vm = &mut *new_vm(Options::default());
        let (name, x) = (text::intern(vm, "C"), text::intern(vm, "x"));
        let (bases, namespace) = (make::tuple(vm, &[]), make::dict(vm));
        let type_class = vm.class(ClassId::Type);
        let made = call::call(vm, type_class, &[name, bases, namespace]).expect("a class");
        let object = call::call(vm, made, &[]).expect("an instance");
        assert_eq!(attribute::find(vm, object, x), Ok(None));
        assert_eq!(attribute::set(vm, object, x, Value::NONE), Ok(()));
        assert_eq!(attribute::get(vm, object, x), Ok(Value::NONE));
        assert_eq!(describe_get(vm, object, x), Found::Slot(0));
        let epoch = vm.class_epoch;
        assert_eq!(attribute::set(vm, made, x, Value::TRUE), Ok(()));
        assert!(vm.class_epoch > epoch);
        assert_eq!(attribute::delete(vm, object, x), Ok(()));
        assert_eq!(attribute::get(vm, object, x), Ok(Value::TRUE));
        assert!(attribute::delete(vm, object, x).is_err());
        assert!(call::call(vm, made, &[x]).is_err());
    }
}
