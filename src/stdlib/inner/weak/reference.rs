//! `weakref.ref`.

use crate::api::{
    Class, ClassId, Header, Kind, NativeDef, Ref, Run, Special, Str, Value, Vm, WeakRef, attribute, class,
    class_method, compare, flag, getter, hash, make, method, raise, repr, shared, static_method, text,
    unreachable_body,
};

pub static REFERENCE: &[NativeDef] = &[
    static_method("__new__", "(type, object, callback=None, /)", unreachable_body).spread(new),
    method("__init__", "($self, *args, **kwargs)", unreachable_body)
        .spread(init)
        .making(make_reference),
    method("__call__", "($self, /)", |_, args| {
        Ok(args[0].expect::<WeakRef>().target().unwrap_or(Value::NONE))
    }),
    method("__hash__", "($self, /)", hash_of),
    method("__eq__", "($self, value, /)", |vm, args| equal(vm, args, true)),
    method("__ne__", "($self, value, /)", |vm, args| equal(vm, args, false)),
    method("__repr__", "($self, /)", show),
    getter("__callback__", |_, args| {
        Ok(args[0].expect::<WeakRef>().callback.get().or(Value::NONE))
    }),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

/// A weak reference of class `class`; a plain one without a callback is made once for each object.
pub fn reference(vm: &mut Vm, class: Ref<Class>, target: Value, callback: Value) -> Run<Value> {
    if !class::of(vm, target).has(flag::WEAK) {
        let name = class::name_of(vm, target);
        return Err(raise::type_error(
            vm,
            format!("cannot create weak reference to '{name}' object"),
        ));
    }
    let callback = if callback.is_none() { Value::UNBOUND } else { callback };
    let shape = class::shape(class);
    let is_plain = shape == ClassId::WeakReference.shape() && callback.is_unbound();
    if is_plain && target.header().is_some_and(|header| header.has(Header::WATCHED)) {
        let same = |weak: &Value| {
            let weak = weak.expect::<WeakRef>();
            weak.shape() == shape && weak.callback.get().is_unbound()
        };
        if let Some(&known) = vm.heap.weak_references(target).iter().find(|weak| same(weak)) {
            return Ok(known);
        }
    }
    let header = Header::new(Kind::WeakRef, shape);
    Ok(vm.heap.new_weak(header, target, callback).value())
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len() - 1;
    if !(1..=2).contains(&given) {
        let (bound, n) = if given < 1 {
            ("at least 1 argument", 0)
        } else {
            ("at most 2 arguments", given)
        };
        return Err(raise::type_error(vm, format!("__new__ expected {bound}, got {n}")));
    }
    let callback = if given > 1 { args[2] } else { Value::NONE };
    reference(vm, args[0].expect(), args[1], callback)
}

/// What `new` and `init` do together.
fn make_reference(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match args[1].bound() {
        Some(target) => reference(vm, args[0].expect(), target, Value::UNBOUND),
        None => new(vm, &args[..1], &[]),
    }
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, "ref() takes no keyword arguments"));
    }
    let given = args.len() - 1;
    if !(1..=2).contains(&given) {
        let (bound, n) = if given < 1 {
            ("at least 1 argument", 0)
        } else {
            ("at most 2 arguments", given)
        };
        return Err(raise::type_error(vm, format!("__init__ expected {bound}, got {n}")));
    }
    Ok(Value::NONE)
}

fn hash_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let weak: Ref<WeakRef> = args[0].expect();
    if let Some(known) = weak.hash.get().bound() {
        return Ok(known);
    }
    let Some(target) = weak.target() else {
        return Err(raise::type_error(vm, "weak object has gone away"));
    };
    let hash = hash::hash(vm, target)?;
    let hash = make::int(vm, hash);
    // The cache is not traced: only an inline int may lie there.
    if hash.is_int() {
        weak.hash.set(hash);
    }
    Ok(hash)
}

fn equal(vm: &mut Vm, args: &[Value], wanted: bool) -> Run<Value> {
    let Some(other) = args[1].cast::<WeakRef>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = match (args[0].expect::<WeakRef>().target(), other.target()) {
        (Some(a), Some(b)) => {
            let special = if wanted { Special::Eq } else { Special::Ne };
            return compare::rich(vm, special, a, b);
        }
        _ => args[0] == args[1],
    };
    Ok(Value::bool(same == wanted))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let at = repr::address(args[0]);
    let Some(target) = args[0].expect::<WeakRef>().target() else {
        return Ok(text::new(vm, &format!("<weakref at {at:#x}; dead>")));
    };
    let of = class::name_of(vm, target);
    let mut shown = format!("<weakref at {at:#x}; to '{of}' at {:#x}", repr::address(target));
    let name = vm.names.__name__;
    if let Some(name) = attribute::find(vm, target, name)?.and_then(|name| name.cast::<Str>()) {
        shown.push_str(&format!(" ({})", name.lossy()));
    }
    shown.push('>');
    Ok(text::new(vm, &shown))
}
