//! Tuples whose items have names too, as `time.struct_time` and `sys.version_info`.
//!
//! The visible items are those of the tuple; hidden ones lie in a dict in the attributes of the object, by number. The class
//! keeps the visible names in `__match_args__`; the hidden ones are its other computed attributes, in order.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::text::string::Str;
use crate::ops::attrs::specials;
use crate::ops::container::{dict, iterate};
use crate::ops::render::repr;
use crate::ops::{class, make, raise, text};
use crate::types::class::install::{self, NewClass};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method, spread_method, static_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// What all such classes have besides their fields.
static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, sequence, dict=None)", new_of_sequence),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce),
    spread_method("__replace__", "($self, /, **changes)", replace),
];

/// The getter of visible field `N`: `getter("tm_year", field::<0>)`.
pub fn field<const N: usize>(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0].expect::<Tuple>().items()[N])
}

/// The getter of hidden field `N`, counted over all fields.
pub fn hidden<const N: usize>(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(hidden_at(args[0], N))
}

fn hidden_at(object: Value, n: usize) -> Value {
    let attrs = object.header().map_or(Value::NONE, |header| header.attrs.get());
    let Some(attrs) = attrs.cast::<Dict>() else {
        return Value::NONE;
    };
    let key = Value::small_int(n as i64);
    let found = attrs.find(n as i64, |other| other == key);
    found.map_or(Value::NONE, |i| attrs.value_at(i))
}

/// Makes a class named "module.name" whose fields are the getters `fields`: the first `visible` of them are items.
pub fn define(vm: &mut Vm, name: &str, fields: &'static [NativeDef], visible: usize) -> Ref<Class> {
    let class = install::define(
        vm,
        NewClass {
            name,
            base: ClassId::Tuple,
            kind: Kind::Tuple,
            flags: 0,
        },
        fields,
    );
    install::methods(vm, class, METHODS);
    let names: Vec<Value> = fields[..visible].iter().map(|row| text::intern(vm, row.name)).collect();
    let names = make::tuple(vm, &names);
    let entries = [
        ("__match_args__", names),
        ("n_sequence_fields", Value::small_int(visible as i64)),
        ("n_fields", Value::small_int(fields.len() as i64)),
        ("n_unnamed_fields", Value::small_int(0)),
    ];
    for (name, value) in entries {
        let name = text::intern(vm, name);
        let stored = class.namespace().set_str(name, value);
        debug_assert!(stored.is_ok(), "a namespace of a few names");
    }
    specials::fill(vm, class);
    class
}

/// An instance: `items` are the visible fields, then the hidden ones.
pub fn new(vm: &mut Vm, class: Ref<Class>, items: &[Value]) -> Run<Value> {
    let visible = visible_names(class).len();
    let made = Tuple::new(&mut vm.heap, class::shape(class), &items[..visible.min(items.len())]);
    if items.len() > visible {
        let attrs = make::dict(vm);
        for (n, &item) in items.iter().enumerate().skip(visible) {
            dict::set(vm, attrs.expect(), Value::small_int(n as i64), item)?;
        }
        made.set_attrs(attrs);
    }
    Ok(made.value())
}

fn visible_names<'a>(class: Ref<Class>) -> &'a [Value] {
    let namespace = class.namespace();
    let mut from = 0;
    while let Some((i, key, value)) = namespace.next_entry(from) {
        if key.cast::<Str>().is_some_and(|key| key.bytes() == b"__match_args__") {
            return value.cast::<Tuple>().map_or(&[], tuple::items);
        }
        from = i + 1;
    }
    &[]
}

/// Names of the hidden fields, in order.
fn hidden_names(class: Ref<Class>) -> Vec<Value> {
    let (namespace, visible) = (class.namespace(), visible_names(class));
    let (mut names, mut from) = (Vec::new(), 0);
    while let Some((i, key, value)) = namespace.next_entry(from) {
        if class::is_exact(value, ClassId::GetSetDescriptor) && !visible.contains(&key) {
            names.push(key);
        }
        from = i + 1;
    }
    names
}

/// "time.struct_time"
fn full_name(vm: &Vm, class: Ref<Class>) -> String {
    let module = class.namespace().get_str(vm.names.__module__);
    let module = module.and_then(|module| module.cast::<Str>());
    match module {
        Some(module) => format!("{}.{}", module.lossy(), class::name(class)),
        None => class::name(class),
    }
}

fn new_of_sequence(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class: Ref<Class> = args[0].expect();
    if !iterate::is_iterable(vm, args[1]) {
        return Err(raise::type_error(vm, "constructor requires a sequence"));
    }
    let items: Ref<List> = iterate::to_list(vm, args[1])?;
    let (visible, hidden) = (visible_names(class).len(), hidden_names(class));
    let (all, got) = (visible + hidden.len(), items.len());
    if got < visible || got > all {
        let name = full_name(vm, class);
        let bound = match (hidden.is_empty(), got < visible) {
            (true, _) => format!("a {visible}"),
            (false, true) => format!("an at least {visible}"),
            (false, false) => format!("an at most {all}"),
        };
        let text = format!("{name}() takes {bound}-sequence ({got}-sequence given)");
        return Err(raise::type_error(vm, text));
    }
    let named = args[2].cast::<Dict>();
    for &name in hidden.iter().skip(got - visible) {
        let item = named.and_then(|named| named.get_str(name)).unwrap_or(Value::NONE);
        items.push(item);
    }
    new(vm, class, &items.to_vec())
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let object: Ref<Tuple> = args[0].expect();
    let class = class::of(vm, args[0]);
    let mut shown = full_name(vm, class);
    for (i, (&name, &item)) in visible_names(class).iter().zip(tuple::items(object)).enumerate() {
        let item = repr::repr(vm, item)?;
        shown.push_str(if i == 0 { "(" } else { ", " });
        shown.push_str(&name.expect::<Str>().lossy());
        shown.push('=');
        shown.push_str(&item.expect::<Str>().lossy());
    }
    shown.push(')');
    Ok(text::new(vm, &shown))
}

/// The same with some fields changed.
fn replace(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() - names.len() != 1 {
        return Err(raise::type_error(vm, "__replace__() takes no positional arguments"));
    }
    let (object, class) = (args[0].expect::<Tuple>(), class::of(vm, args[0]));
    let visible = visible_names(class);
    let mut items = tuple::items(object).to_vec();
    let mut all = visible.to_vec();
    for (i, name) in hidden_names(class).into_iter().enumerate() {
        items.push(hidden_at(args[0], visible.len() + i));
        all.push(name);
    }
    let mut unknown = Vec::new();
    for (&name, &value) in names.iter().zip(&args[1..]) {
        match all.iter().position(|&other| other == name) {
            Some(i) => items[i] = value,
            None => unknown.push(name),
        }
    }
    if !unknown.is_empty() {
        let unknown = make::list(vm, unknown);
        let shown = repr::repr(vm, unknown)?.expect::<Str>();
        let message = format!("Got unexpected field name(s): {}", shown.lossy());
        return Err(raise::type_error(vm, message));
    }
    new(vm, class, &items)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let object: Ref<Tuple> = args[0].expect();
    let class = class::of(vm, args[0]);
    let items = make::tuple(vm, tuple::items(object));
    let named = make::dict(vm);
    for (i, name) in hidden_names(class).into_iter().enumerate() {
        dict::set(vm, named.expect(), name, hidden_at(args[0], object.len() + i))?;
    }
    let arguments = make::tuple(vm, &[items, named]);
    Ok(make::tuple(vm, &[class.value(), arguments]))
}
