//! `defaultdict`. The factory lies in the reserved slot of each instance.

use crate::api::{
    ClassId, Dict, NativeDef, Ref, Run, Special, Str, Value, Vm, call, class, class_method, dict, getter, iterate,
    make, method, own, raise, repr, shared, spread_method, text,
};

const FACTORY: usize = 0;

pub static DEFAULT_DICT: &[NativeDef] = &[
    spread_method("__init__", "($self, default_factory=None, /, *args, **kwargs)", init),
    method("__missing__", "($self, key, /)", missing).doc(
        "Called by __getitem__ for missing key; pseudo-code: if self.default_factory is None: raise KeyError((key,))",
    ),
    getter("default_factory", |_, args| Ok(factory(args[0])))
        .setter(|vm, args| {
            own::set_slot(vm, args[0], FACTORY, args[1].or(Value::NONE));
            Ok(Value::NONE)
        })
        .doc("Factory for default value called by __missing__()."),
    method("copy", "($self, /)", copy).doc("D.copy() -> a shallow copy of D."),
    method("__copy__", "($self, /)", copy).doc("D.copy() -> a shallow copy of D."),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling."),
    method("__repr__", "($self, /)", show),
    method("__or__", "($self, value, /)", |vm, args| union(vm, args[0], args[1])),
    method("__ror__", "($self, value, /)", reversed),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn factory(object: Value) -> Value {
    own::slot(object, FACTORY).or(Value::NONE)
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len();
    let mut factory = Value::NONE;
    if positional > 1 {
        factory = args[1];
        if !factory.is_none() && class::special(vm, factory, Special::Call).is_none() {
            return Err(raise::type_error(vm, "first argument must be callable or None"));
        }
    }
    own::set_slot(vm, args[0], FACTORY, factory);
    let rest = &args[positional.min(2)..];
    match class::known(vm, ClassId::Dict).special(Special::Init) {
        Some(init) => call::call_unbound(vm, init, args[0], rest, names),
        None => Ok(Value::NONE),
    }
}

fn missing(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let factory = factory(args[0]);
    if factory.is_none() {
        return Err(raise::key_error(vm, args[1]));
    }
    let value = call::call(vm, factory, &[])?;
    dict::set_default(vm, args[0].expect(), args[1], value)
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    call::call(vm, class, &[factory(args[0]), args[0]])
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let factory = factory(args[0]);
    let given = match factory.is_none() {
        true => make::tuple(vm, &[]),
        false => make::tuple(vm, &[factory]),
    };
    let name = text::intern(vm, "items");
    let items = crate::api::attribute::get(vm, args[0], name)?;
    let items = call::call(vm, items, &[])?;
    let items = iterate::iter(vm, items)?;
    Ok(make::tuple(vm, &[class, given, Value::NONE, Value::NONE, items]))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let shown = match class::known(vm, ClassId::Dict).special(Special::Repr) {
        Some(show) => call::call_unbound(vm, show, args[0], &[], &[])?,
        None => repr::default(vm, args[0])?,
    };
    let factory = factory(args[0]);
    let factory = repr::guarded(vm, factory, |vm| repr::repr(vm, factory))?;
    let factory = match factory {
        Some(shown) => shown.expect::<Str>().lossy().into_owned(),
        None => "...".into(),
    };
    let name = class::name(class::of(vm, args[0]));
    let text = format!("{name}({factory}, {})", shown.expect::<Str>().lossy());
    Ok(text::new(vm, &text))
}

/// A copy of `left`, with its factory, updated by the dict `right`.
fn union(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    if !right.is::<Dict>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let made = copy(vm, &[left])?;
    let into: Ref<Dict> = made.expect();
    dict::merge(vm, into, right.expect())?;
    Ok(made)
}

/// `other | self`
fn reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Dict>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let class = class::of(vm, args[0]).value();
    let made = call::call(vm, class, &[factory(args[0]), args[1]])?;
    dict::merge(vm, made.expect(), args[0].expect())?;
    Ok(made)
}
