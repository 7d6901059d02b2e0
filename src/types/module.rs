//! `module`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::object::text::string::Str;
use crate::ops::attrs::{errors, find, own};
use crate::ops::render::repr;
use crate::ops::{call, class, make, raise, text};
use crate::vm::native::{NativeDef, getter, method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, *args)", new),
    method("__init__", "($self, name, doc=None)", init),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__repr__", "($self, /)", shown),
    method("__dir__", "($self, /)", dir),
    getter("__dict__", |_, args| Ok(this(args).dict.get())),
    getter("__annotations__", annotations).setter(|vm, args| {
        let (name, annotate) = (vm.names.__annotations__, vm.names.__annotate__);
        set_entry(vm, this(args), name, args[1])?;
        this(args).namespace().remove_str(annotate);
        Ok(Value::NONE)
    }),
    getter("__annotate__", annotate).setter(|vm, args| {
        let (name, annotations) = (vm.names.__annotate__, vm.names.__annotations__);
        let callable = class::special(vm, args[1].or(Value::TRUE), Special::Call).is_some();
        if !args[1].is_none() && !callable {
            return Err(raise::type_error(vm, "__annotate__ must be callable or None"));
        }
        this(args).namespace().remove_str(annotations);
        set_entry(vm, this(args), name, args[1])
    }),
];

/// The module's own `__getattr__` is asked for what there is not.
fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    match find::module_find(vm, this(args), name)? {
        Some(value) => Ok(value),
        None => Err(find::module_lacks(vm, this(args), name)),
    }
}

/// Sets or deletes an entry of the namespace.
fn set_entry(vm: &mut Vm, module: Ref<Module>, name: Value, value: Value) -> Run<Value> {
    if value.is_unbound() {
        if module.namespace().remove_str(name).is_none() {
            return Err(raise::attribute_error_text(vm, errors::shown(name)));
        }
        return Ok(Value::NONE);
    }
    own::store(vm, module.namespace(), name, value)?;
    Ok(Value::NONE)
}

/// What the module's own function says, kept once it was asked.
fn annotations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (name, namespace) = (vm.names.__annotations__, this(args).namespace());
    if let Some(known) = namespace.get_str(name) {
        return Ok(known);
    }
    let function = annotate(vm, args)?;
    let made = match function.is_none() {
        true => make::dict(vm),
        false => call::call(vm, function, &[Value::small_int(1)])?,
    };
    if !made.is::<Dict>() {
        let got = class::name_of(vm, made);
        let message = format!("__annotate__() must return a dict, not {got}");
        return Err(raise::type_error(vm, message));
    }
    own::store(vm, namespace, name, made)?;
    Ok(made)
}

fn annotate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = this(args).namespace().get_str(vm.names.__annotate__);
    Ok(found.unwrap_or(Value::NONE))
}

fn this(args: &[Value]) -> Ref<Module> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = args[0].expect::<Class>();
    let dict = make::dict(vm).expect::<Dict>();
    Ok(Module::new(&mut vm.heap, class::shape(class), dict).value())
}

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        let got = class::name_of_argument(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("module() argument 'name' must be str, not {got}"),
        ));
    }
    let names = &vm.names;
    let entries = [
        (names.__name__, args[1]),
        (names.__doc__, args[2].or(Value::NONE)),
        (names.__package__, Value::NONE),
        (names.__loader__, Value::NONE),
        (names.__spec__, Value::NONE),
    ];
    for (name, value) in entries {
        if this(args).namespace().set_str(name, value).is_err() {
            return Err(raise::memory_error(vm));
        }
    }
    Ok(Value::NONE)
}

fn shown(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let namespace = this(args).namespace();
    let name = namespace.get_str(vm.names.__name__).unwrap_or(Value::NONE);
    let name = if name.is::<Str>() {
        repr::repr(vm, name)?
    } else {
        text::new(vm, "'?'")
    };
    let name = name.expect::<Str>();
    let shown = match namespace.get_str(vm.names.__file__).filter(|file| file.is::<Str>()) {
        Some(file) => {
            let file = repr::repr(vm, file)?;
            format!("<module {} from {}>", name.lossy(), file.expect::<Str>().lossy())
        }
        None if namespace.get_str(vm.names.__spec__).is_some_and(|spec| !spec.is_none()) => {
            format!("<module {} (built-in)>", name.lossy())
        }
        None => format!("<module {}>", name.lossy()),
    };
    Ok(text::new(vm, &shown))
}

fn dir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, "__dir__");
    let namespace = this(args).namespace();
    if let Some(own) = namespace.get_str(name) {
        return crate::ops::call::call(vm, own, &[]);
    }
    let (mut names, mut at) = (Vec::new(), 0);
    while let Some((i, key, _)) = namespace.next_entry(at) {
        names.push(key);
        at = i + 1;
    }
    Ok(make::list(vm, names))
}
