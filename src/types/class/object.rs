//! `object`: what everything does unless its class says otherwise.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::instance::Instance;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::key;
use crate::object::text::string::Str;
use crate::ops::attrs::{errors, find, own, set};
use crate::ops::relation::depth;
use crate::ops::render::format;
use crate::ops::{call, class, make, raise};
use crate::types::class::type_;
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, class_method, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    method("__repr__", "($self, /)", repr),
    method("__hash__", "($self, /)", hash),
    method("__str__", "($self, /)", str),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__setattr__", "($self, name, value, /)", setattr),
    method("__delattr__", "($self, name, /)", delattr),
    method("__lt__", "($self, value, /)", no_order),
    method("__le__", "($self, value, /)", no_order),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__gt__", "($self, value, /)", no_order),
    method("__ge__", "($self, value, /)", no_order),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    class_method("__subclasshook__", "($type, object, /)", subclass_hook),
    class_method("__init_subclass__", "($type, /)", unreachable_body).spread(init_subclass),
    method("__format__", "($self, format_spec, /)", format).doc("Default object formatter."),
    method("__sizeof__", "($self, /)", size_in_bytes).doc("Size of object in memory, in bytes."),
    method("__dir__", "($self, /)", dir).doc("Default dir() implementation."),
    getter("__class__", class_getter).setter(set_class),
];

/// Whether a class has its own `__new__` or `__init__`, not those of `object`.
fn overrides(vm: &Vm, class: Ref<Class>, special: Special) -> bool {
    class.special(special) != class::known(vm, ClassId::Object).special(special)
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let class = args[0].expect::<Class>();
    if args.len() > 1 {
        if overrides(vm, class, Special::New) {
            let text = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(raise::type_error(vm, text));
        }
        if !overrides(vm, class, Special::Init) {
            let name = class::name(class);
            return Err(raise::type_error(vm, format!("{name}() takes no arguments")));
        }
    }
    if class.has(flag::ABSTRACT) {
        return abstract_class(vm, class);
    }
    // Natives take the layout of their receivers for granted: only their own `__new__` may make one.
    if class.kind.get() != Kind::Instance {
        let name = class::name(class);
        return Err(raise::type_error(vm, format!("cannot create '{name}' instances")));
    }
    Ok(make::instance(vm, class))
}

/// TypeError for a class with abstract methods.
fn abstract_class(vm: &mut Vm, class: Ref<Class>) -> Run<Value> {
    let name = vm.names.__abstractmethods__;
    let methods = find::get(vm, class.value(), name)?;
    let mut names: Vec<String> = Vec::new();
    for method in glue::list_of(vm, methods)?.to_vec() {
        let Some(method) = method.cast::<Str>() else {
            let got = class::name_of(vm, method);
            let message = format!("sequence item 0: expected str instance, {got} found");
            return Err(raise::type_error(vm, message));
        };
        names.push(format!("'{}'", method.lossy()));
    }
    names.sort();
    let plural = if names.len() == 1 { "" } else { "s" };
    let message = format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
        class::name(class),
        names.join(", ")
    );
    Err(raise::type_error(vm, message))
}

fn init(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    if args.len() > 1 {
        let class = class::of(vm, args[0]);
        let who = match overrides(vm, class, Special::Init) {
            true => Some("object".to_string()),
            false if overrides(vm, class, Special::New) => None,
            false => Some(class::name(class)),
        };
        if let Some(who) = who {
            let message = format!("{who}.__init__() takes exactly one argument (the instance to initialize)");
            return Err(raise::type_error(vm, message));
        }
    }
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]);
    let name = glue::full_name(vm, class);
    let address = glue::address(args[0]);
    glue::text(vm, format!("<{name} object at {address}>"))
}

fn str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    // A class may have this very method as its `__repr__`.
    depth::enter(vm)?;
    match call::special(vm, args[0], Special::Repr, &[]) {
        Some(answer) => answer,
        None => repr(vm, args),
    }
}

fn hash(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(key::hash_by_identity(args[0])))
}

fn no_order(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}

fn eq(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(if args[0] == args[1] {
        Value::TRUE
    } else {
        Value::NOT_IMPLEMENTED
    })
}

fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match call::special(vm, args[0], Special::Eq, &[args[1]]) {
        None => Ok(Value::NOT_IMPLEMENTED),
        Some(answer) => match answer? {
            Value::NOT_IMPLEMENTED => Ok(Value::NOT_IMPLEMENTED),
            answer => Ok(Value::bool(!glue::truth(vm, answer)?)),
        },
    }
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    find::generic_get(vm, args[0], name)
}

/// `object.__setattr__` must not be applied to classes, whose caches would not notice.
fn check_plain(vm: &mut Vm, object: Value, what: &str) -> Run<()> {
    match object.kind() {
        Some(Kind::Class) => {
            let got = class::name_of(vm, object);
            let message = format!("can't apply this {what} to {got} object");
            Err(raise::type_error(vm, message))
        }
        _ => Ok(()),
    }
}

fn setattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_plain(vm, args[0], "__setattr__")?;
    let name = errors::interned(vm, args[1])?;
    set::generic_set(vm, args[0], name, args[2])?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_plain(vm, args[0], "__delattr__")?;
    let name = errors::interned(vm, args[1])?;
    set::generic_set(vm, args[0], name, Value::UNBOUND)?;
    Ok(Value::NONE)
}

fn subclass_hook(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}

fn init_subclass(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let name = args[0].cast::<Class>().map_or_else(String::new, class::name);
    if !names.is_empty() {
        let message = format!("{name}.__init_subclass__() takes no keyword arguments");
        return Err(raise::type_error(vm, message));
    }
    if args.len() > 1 {
        let given = args.len() - 1;
        let message = format!("{name}.__init_subclass__() takes no arguments ({given} given)");
        return Err(raise::type_error(vm, message));
    }
    Ok(Value::NONE)
}

fn format(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !format::specification(vm, args[1])?.is_empty() {
        return Err(format::unsupported(vm, args[0]));
    }
    match call::special(vm, args[0], Special::Str, &[]) {
        Some(answer) => answer,
        None => str(vm, args),
    }
}

fn size_in_bytes(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let inline = args[0].cast::<Instance>().map_or(0, |instance| instance.header.extra());
    Ok(Value::small_int(16 + 8 * inline as i64))
}

fn dir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let names = make::dict(vm).expect::<Dict>();
    let dict_name = vm.names.__dict__;
    if let Some(dict) = find::find(vm, args[0], dict_name)?.and_then(|dict| dict.cast::<Dict>()) {
        type_::merge_names(vm, dict, names)?;
    }
    let class_name = vm.names.__class__;
    if let Some(class) = find::find(vm, args[0], class_name)?.and_then(|class| class.cast::<Class>()) {
        type_::collect_names(vm, class, names)?;
    }
    Ok(type_::keys(vm, names))
}

fn class_getter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(class::of(vm, args[0]).value())
}

fn set_class(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (object, wanted) = (args[0], args[1]);
    if wanted.is_unbound() {
        return Err(raise::type_error(vm, "can't delete __class__ attribute"));
    }
    let old = class::of(vm, object);
    let Some(new) = wanted.cast::<Class>() else {
        let got = class::name_of(vm, wanted);
        let message = format!("__class__ must be set to a class, not '{got}' object");
        return Err(raise::type_error(vm, message));
    };
    let module = class::known(vm, ClassId::Module);
    let modules = old.is_subclass(module) && new.is_subclass(module);
    if !modules && (old.has(flag::IMMUTABLE) || new.has(flag::IMMUTABLE)) {
        let text = "__class__ assignment only supported for mutable types or ModuleType subclasses";
        return Err(raise::type_error(vm, text));
    }
    let bits = flag::DICT | flag::WEAK;
    let same = old.kind.get() == new.kind.get()
        && old.reserved.get() == new.reserved.get()
        && (modules || old.flags.get() & bits == new.flags.get() & bits)
        && same_slots(vm, old, new);
    if !same {
        let (a, b) = (class::name(new), class::name(old));
        let message = format!("__class__ assignment: '{a}' object layout differs from '{b}'");
        return Err(raise::type_error(vm, message));
    }
    let Some(header) = object.header() else {
        return Ok(Value::NONE);
    };
    let has_dict = object.is::<Instance>() || header.kind() != Kind::Module && own::dict_now(object).is_some();
    if has_dict && new.has(flag::DICT) {
        own::dict(vm, object);
        let shape = vm.shapes.dict_mode(new.value());
        header.set_shape(shape);
    } else {
        header.set_shape(class::shape(new));
    }
    if new.has(flag::FINALIZER) && !old.has(flag::FINALIZER) {
        vm.heap.finalize_later(object);
    }
    Ok(Value::NONE)
}

/// Whether the slots of two classes have the same names in the same places.
fn same_slots(vm: &Vm, a: Ref<Class>, b: Ref<Class>) -> bool {
    a.reserved.get() == 0 || slot_names(vm, a) == slot_names(vm, b)
}

/// Name and place of each slot, from the member descriptors along the MRO.
pub fn slot_names(_: &Vm, class: Ref<Class>) -> Vec<(i64, Value)> {
    use crate::object::record::Record;
    use crate::ops::attrs::descriptor::member;
    let mut names = Vec::new();
    for base in class.mro().iter().filter_map(|base| base.cast::<Class>()) {
        let mut at = 0;
        while let Some((i, key, value)) = base.namespace().next_entry(at) {
            at = i + 1;
            if class::is_exact(value, ClassId::MemberDescriptor) {
                let index = value.expect::<Record>().get(member::INDEX);
                names.push((index.as_int().unwrap_or(0), key));
            }
        }
    }
    names.sort_by_key(|&(index, _)| index);
    names
}
