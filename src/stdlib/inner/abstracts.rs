//! `_abc`: what `abc.ABCMeta` is made of.
//!
//! Each class keeps a record under `_abc_impl`. Its caches map the address of a class to a weak reference to it, which tells
//! whether the class at that address is still the same.

use crate::api::{
    self, Class, ClassId, Dict, Header, Kind, List, NativeDef, NewClass, Own, Record, Ref, Run, Set, Special, Value,
    Vm, WeakRef, attribute, call, check, class, convert, dict, flag, function, iterate, make, own_class, raise,
    record_of, set, text, truth,
};

const REGISTRY: usize = 0;
const KNOWN: usize = 1;
const REFUSED: usize = 2;
/// The count of registrations when `REFUSED` was last good.
const SEEN: usize = 3;

static FUNCTIONS: &[NativeDef] = &[
    function("_abc_init", "(self, /)", init)
        .doc("Internal ABC helper for class set-up. Should be never used outside abc module."),
    function("_abc_register", "(self, subclass, /)", register)
        .doc("Internal ABC helper for subclasss registration. Should be never used outside abc module."),
    function("_abc_instancecheck", "(self, instance, /)", instance_check)
        .doc("Internal ABC helper for instance checks. Should be never used outside abc module."),
    function("_abc_subclasscheck", "(self, subclass, /)", |vm, args| {
        Ok(Value::bool(subclass_check(vm, args[0], args[1])?))
    })
    .doc("Internal ABC helper for subclasss checks. Should be never used outside abc module."),
    function("get_cache_token", "()", |vm, _| Ok(token(vm))).doc("Returns the current ABC cache token."),
    function("_get_dump", "(self, /)", |vm, args| {
        let data = data_of(vm, args[0])?;
        let parts = [REGISTRY, KNOWN, REFUSED, SEEN].map(|field| data.get(field));
        Ok(make::tuple(vm, &parts))
    }),
    function("_reset_registry", "(self, /)", |vm, args| {
        data_of(vm, args[0])?.get(REGISTRY).expect::<List>().take_vec();
        Ok(Value::NONE)
    }),
    function("_reset_caches", "(self, /)", |vm, args| {
        let data = data_of(vm, args[0])?;
        data.get(KNOWN).expect::<Dict>().clear();
        data.get(REFUSED).expect::<Dict>().clear();
        Ok(Value::NONE)
    }),
];

/// The count of registrations: it lies in the attributes of the class of our records.
fn token(vm: &mut Vm) -> Value {
    own_class(vm, Own::AbcData).attrs().or(Value::small_int(0))
}

fn data_of(vm: &mut Vm, class: Value) -> Run<Ref<Record>> {
    let name = text::intern(vm, "_abc_impl");
    let found = match class.cast::<Class>() {
        Some(class) => class.namespace().get_str(name),
        None => None,
    };
    let wanted = own_class(vm, Own::AbcData);
    match found.filter(|&found| class::of(vm, found) == wanted) {
        Some(found) => Ok(found.expect()),
        None => {
            let found = attribute::get(vm, class, name)?;
            match found.cast::<Record>().filter(|_| class::of(vm, found) == wanted) {
                Some(data) => Ok(data),
                None => Err(raise::type_error(vm, "_abc_impl is set to a wrong type")),
            }
        }
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    abstract_methods(vm, args[0])?;
    let (registry, known, refused) = (make::list(vm, Vec::new()), make::dict(vm), make::dict(vm));
    let class = own_class(vm, Own::AbcData).value();
    let seen = token(vm);
    let data = record_of(vm, class, &[registry, known, refused, seen]);
    let name = text::intern(vm, "_abc_impl");
    attribute::set(vm, args[0], name, data)?;
    let name = text::intern(vm, "__abc_tpflags__");
    if let Some(class) = args[0].cast::<Class>()
        && let Some(flags) = class.namespace().get_str(name)
    {
        let bits = convert::index_clamped(vm, flags)?;
        set_pattern(class, bits & 32 != 0, bits & 64 != 0);
        attribute::delete(vm, args[0], name)?;
    }
    Ok(Value::NONE)
}

/// How `match` treats instances of a class.
fn set_pattern(class: Ref<Class>, is_sequence: bool, is_mapping: bool) {
    for (flag, is) in [(flag::SEQUENCE, is_sequence), (flag::MAPPING, is_mapping)] {
        if is {
            class.set_flag(flag);
        }
    }
}

/// Sets `__abstractmethods__`.
fn abstract_methods(vm: &mut Vm, this: Value) -> Run<()> {
    let Some(class) = this.cast::<Class>() else {
        return Err(raise::type_error(vm, "_abc_init() takes a class"));
    };
    let marker = vm.names.__isabstractmethod__;
    let all: Ref<Set> = make::set(vm).expect();
    let is_abstract = |vm: &mut Vm, value: Value| -> Run<bool> {
        match attribute::find(vm, value, marker)? {
            Some(mark) => truth::truth(vm, mark),
            None => Ok(false),
        }
    };
    let (namespace, mut from) = (class.namespace(), 0);
    while let Some((i, key, value)) = namespace.next_entry(from) {
        from = i + 1;
        if value.is_object() && is_abstract(vm, value)? {
            set::add(vm, all, key)?;
        }
    }
    let name = vm.names.__abstractmethods__;
    for base in api::tuple::items(class.bases.get().expect()).to_vec() {
        let Some(names) = attribute::find(vm, base, name)? else {
            continue;
        };
        let names = iterate::to_list(vm, names)?;
        let mut i = 0;
        while let Some(key) = names.get(i) {
            i += 1;
            if let Some(value) = attribute::find(vm, this, key)?
                && is_abstract(vm, value)?
            {
                set::add(vm, all, key)?;
            }
        }
    }
    let frozen = vm.class(ClassId::FrozenSet);
    let frozen = call::call(vm, frozen, &[all.value()])?;
    attribute::set(vm, this, name, frozen)
}

fn weak(vm: &mut Vm, class: Value) -> Value {
    let header = Header::new(Kind::WeakRef, ClassId::WeakReference.shape());
    vm.heap.new_weak(header, class, Value::UNBOUND).value()
}

fn key(class: Value) -> Value {
    Value::small_int((class.bits() >> 4) as i64)
}

fn contains(vm: &mut Vm, cache: Value, class: Value) -> Run<bool> {
    let found = dict::get(vm, cache.expect(), key(class))?;
    Ok(found.is_some_and(|weak| weak.expect::<WeakRef>().target() == Some(class)))
}

fn remember(vm: &mut Vm, cache: Value, class: Value) -> Run<()> {
    let weak = weak(vm, class);
    dict::set(vm, cache.expect(), key(class), weak)
}

fn register(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (this, subclass) = (args[0], args[1]);
    let Some(class) = subclass.cast::<Class>() else {
        return Err(raise::type_error(vm, "Can only register classes"));
    };
    if check::is_subclass(vm, subclass, this)? {
        return Ok(subclass);
    }
    if check::is_subclass(vm, this, subclass)? {
        return Err(raise::runtime_error(vm, "Refusing to create an inheritance cycle"));
    }
    let data = data_of(vm, this)?;
    let weak = weak(vm, subclass);
    data.get(REGISTRY).expect::<List>().push(weak);
    let count = token(vm).int_unchecked() + 1;
    own_class(vm, Own::AbcData).set_attrs(Value::small_int(count));
    if let Some(this) = this.cast::<Class>() {
        inherit_pattern(class, this.has(flag::SEQUENCE), this.has(flag::MAPPING));
    }
    Ok(subclass)
}

/// A registered class and those derived from it are matched as the abstract class is.
fn inherit_pattern(class: Ref<Class>, is_sequence: bool, is_mapping: bool) {
    if !is_sequence && !is_mapping {
        return;
    }
    let mut todo = vec![class];
    while let Some(class) = todo.pop() {
        // Classes that nobody may change keep theirs, and so do those below: str is registered as a sequence, and matches none.
        if class.has(flag::IMMUTABLE) {
            continue;
        }
        set_pattern(class, is_sequence, is_mapping);
        todo.extend(
            class
                .subclasses
                .borrow()
                .iter()
                .filter_map(|class| class.cast::<Class>()),
        );
    }
}

fn instance_check(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let data = data_of(vm, args[0])?;
    let plain = class::of(vm, args[1]).value();
    let name = vm.names.__class__;
    let claimed = match args[1].is_object() {
        true => attribute::get(vm, args[1], name)?,
        false => plain,
    };
    if contains(vm, data.get(KNOWN), claimed)? {
        return Ok(Value::TRUE);
    }
    if plain == claimed && data.get(SEEN) == token(vm) && contains(vm, data.get(REFUSED), plain)? {
        return Ok(Value::FALSE);
    }
    for candidate in [claimed, plain] {
        let answer = match call::special(vm, args[0], Special::SubclassCheck, &[candidate]) {
            Some(answer) => answer?,
            None => Value::FALSE,
        };
        if truth::truth(vm, answer)? {
            return Ok(Value::TRUE);
        }
        if plain == claimed {
            break;
        }
    }
    Ok(Value::FALSE)
}

fn subclass_check(vm: &mut Vm, this: Value, subclass: Value) -> Run<bool> {
    let Some(class) = subclass.cast::<Class>() else {
        return Err(raise::type_error(vm, "issubclass() arg 1 must be a class"));
    };
    let data = data_of(vm, this)?;
    if contains(vm, data.get(KNOWN), subclass)? {
        return Ok(true);
    }
    let now = token(vm);
    if data.get(SEEN) != now {
        data.get(REFUSED).expect::<Dict>().clear();
        data.set(SEEN, now);
    } else if contains(vm, data.get(REFUSED), subclass)? {
        return Ok(false);
    }
    let hook = vm.names.__subclasshook__;
    let hook = attribute::get(vm, this, hook)?;
    match call::call(vm, hook, &[subclass])? {
        Value::NOT_IMPLEMENTED => {}
        Value::TRUE => {
            remember(vm, data.get(KNOWN), subclass)?;
            return Ok(true);
        }
        Value::FALSE => {
            remember(vm, data.get(REFUSED), subclass)?;
            return Ok(false);
        }
        _ => {
            let text = "__subclasshook__ must return either False, True, or NotImplemented";
            return Err(raise::with_text(vm, ClassId::AssertionError, text));
        }
    }
    if class.mro().contains(&this) || any_registered(vm, data, subclass)? || any_derived(vm, this, subclass)? {
        remember(vm, data.get(KNOWN), subclass)?;
        return Ok(true);
    }
    remember(vm, data.get(REFUSED), subclass)?;
    Ok(false)
}

fn any_registered(vm: &mut Vm, data: Ref<Record>, subclass: Value) -> Run<bool> {
    let registry: Ref<List> = data.get(REGISTRY).expect();
    let mut i = 0;
    while let Some(weak) = registry.get(i) {
        i += 1;
        if let Some(registered) = weak.expect::<WeakRef>().target()
            && check::is_subclass(vm, subclass, registered)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

fn any_derived(vm: &mut Vm, this: Value, subclass: Value) -> Run<bool> {
    let name = text::intern(vm, "__subclasses__");
    let derived = attribute::get(vm, this, name)?;
    let derived = call::call(vm, derived, &[])?;
    let Some(derived) = derived.cast::<List>() else {
        return Err(raise::type_error(vm, "__subclasses__() must return a list"));
    };
    let mut i = 0;
    while let Some(class) = derived.get(i) {
        i += 1;
        if check::is_subclass(vm, subclass, class)? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(
        vm,
        "_abc",
        "Module contains faster C implementation of abc.ABCMeta",
        FUNCTIONS,
    );
    let new = NewClass {
        name: "_abc._abc_data",
        base: ClassId::Object,
        kind: Kind::Record,
        flags: flag::NO_NEW,
    };
    let made = api::class_in(vm, module, Some(Own::AbcData), new, &[]);
    made.set_attrs(Value::small_int(0));
    Ok(module)
}
