//! Containers through their native methods alone, as Python would call them, without a program.

use pyfast::boot::new_vm;
use pyfast::heap::value::Value;
use pyfast::object::exception::Exception;
use pyfast::object::text::string::Str;
use pyfast::ops::attrs::attribute;
use pyfast::ops::container::item;
use pyfast::ops::container::iterate;
use pyfast::ops::render::repr;
use pyfast::ops::{call, class, make, text};
use pyfast::vm::known::ClassId;
use pyfast::vm::state::{Options, Vm};

fn int(n: i64) -> Value {
    Value::small_int(n)
}

/// `receiver.name(*args)`, shown by `repr`, or the text of the exception.
fn shown(vm: &mut Vm, receiver: Value, name: &str, args: &[Value]) -> String {
    if name == "__repr__" {
        return show(vm, Some(receiver));
    }
    let name = text::intern(vm, name);
    let answer = attribute::get(vm, receiver, name).and_then(|method| call::call(vm, method, args));
    show(vm, answer.ok())
}

fn show(vm: &mut Vm, value: Option<Value>) -> String {
    let Some(value) = value else {
        let pending = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
        let args = pending.expect::<Exception>().args.get();
        let args = show(vm, Some(args));
        return class::name_of(vm, pending) + &args.replace(",)", ")");
    };
    let text = repr::repr(vm, value);
    text.map_or("?".to_string(), |text| text.expect::<Str>().lossy().into_owned())
}

fn list(vm: &mut Vm, items: &[i64]) -> Value {
    make::list(vm, items.iter().map(|&n| int(n)).collect())
}

#[test]
fn lists() {
    let vm = &mut *new_vm(Options::default());
    let a = list(vm, &[3, 1, 2]);
    assert_eq!(shown(vm, a, "append", &[int(9)]), "None");
    assert_eq!(shown(vm, a, "sort", &[]), "None");
    assert_eq!(shown(vm, a, "__repr__", &[]), "[1, 2, 3, 9]");
    assert_eq!(shown(vm, a, "pop", &[int(-2)]), "3");
    assert_eq!(shown(vm, a, "pop", &[int(7)]), "IndexError('pop index out of range')");
    assert_eq!(shown(vm, a, "index", &[int(9)]), "2");
    assert_eq!(shown(vm, a, "insert", &[int(1), int(5)]), "None");
    assert_eq!(shown(vm, a, "__add__", &[a]), "[1, 5, 2, 9, 1, 5, 2, 9]");
    assert_eq!(shown(vm, a, "__mul__", &[int(2)]), "[1, 5, 2, 9, 1, 5, 2, 9]");
    let slice = make::record(vm, ClassId::Slice, &[Value::NONE, Value::NONE, int(-2)]);
    assert_eq!(shown(vm, a, "__getitem__", &[slice]), "[9, 5]");
    let two = list(vm, &[7, 8]);
    assert_eq!(shown(vm, a, "__setitem__", &[slice, two]), "None");
    assert_eq!(shown(vm, a, "__repr__", &[]), "[1, 8, 2, 7]");
    assert_eq!(shown(vm, a, "__delitem__", &[slice]), "None");
    assert_eq!(shown(vm, a, "append", &[a]), "None");
    assert_eq!(shown(vm, a, "__repr__", &[]), "[1, 2, [...]]");
    assert_eq!(shown(vm, a, "__lt__", &[two]), "True");
    let error = "TypeError('list.append() takes exactly one argument (0 given)')";
    assert_eq!(shown(vm, a, "append", &[]), error);
}

#[test]
fn dicts_and_views() {
    let vm = &mut *new_vm(Options::default());
    let d = make::dict(vm);
    let name = text::intern(vm, "name");
    assert_eq!(shown(vm, d, "__setitem__", &[name, int(1)]), "None");
    assert_eq!(shown(vm, d, "setdefault", &[int(5), Value::float(2.5)]), "2.5");
    assert_eq!(shown(vm, d, "get", &[Value::float(5.0)]), "2.5");
    assert_eq!(shown(vm, d, "__getitem__", &[int(6)]), "KeyError(6)");
    assert_eq!(shown(vm, d, "items", &[]), "dict_items([('name', 1), (5, 2.5)])");
    let pairs = make::tuple(vm, &[int(7), int(8)]);
    let pairs = make::list(vm, vec![pairs]);
    assert_eq!(shown(vm, d, "update", &[pairs]), "None");
    assert_eq!(shown(vm, d, "pop", &[name]), "1");
    assert_eq!(shown(vm, d, "__repr__", &[]), "{5: 2.5, 7: 8}");
    let name = text::intern(vm, "keys");
    let keys = attribute::get(vm, d, name)
        .and_then(|keys| call::call(vm, keys, &[]))
        .unwrap();
    let other = list(vm, &[7, 9]);
    assert_eq!(shown(vm, keys, "__and__", &[other]), "{7}");
    assert_eq!(shown(vm, keys, "__xor__", &[other]), "{9, 5}");
    let iter = iterate::iter(vm, d).unwrap();
    assert_eq!(iterate::next(vm, iter), Ok(Some(int(5))));
    assert_eq!(shown(vm, d, "__delitem__", &[int(7)]), "None");
    let next = iterate::next(vm, iter).ok().flatten();
    assert_eq!(
        show(vm, next),
        "RuntimeError('dictionary changed size during iteration')"
    );
    assert_eq!(shown(vm, d, "popitem", &[]), "(5, 2.5)");
    assert_eq!(
        shown(vm, d, "popitem", &[]),
        "KeyError('popitem(): dictionary is empty')"
    );
}

#[test]
fn sets() {
    let vm = &mut *new_vm(Options::default());
    let s = make::set(vm);
    for n in [100, 3, 1, 40, 3] {
        shown(vm, s, "add", &[int(n)]);
    }
    assert_eq!(shown(vm, s, "__repr__", &[]), "{40, 1, 3, 100}");
    let other = list(vm, &[3, 4]);
    assert_eq!(shown(vm, s, "intersection", &[other]), "{3}");
    assert_eq!(shown(vm, s, "symmetric_difference", &[other]), "{1, 4, 100, 40}");
    assert_eq!(shown(vm, s, "remove", &[int(9)]), "KeyError(9)");
    assert_eq!(shown(vm, s, "__contains__", &[s]), "False");
    assert_eq!(shown(vm, s, "difference_update", &[other]), "None");
    assert_eq!(shown(vm, s, "issubset", &[other]), "False");
    let class = vm.class(ClassId::FrozenSet);
    let frozen = call::call(vm, class, &[s]);
    if let Ok(frozen) = frozen {
        assert_eq!(shown(vm, frozen, "__eq__", &[s]), "True");
        assert_eq!(shown(vm, frozen, "__repr__", &[]), "frozenset({40, 1, 100})");
    }
}

#[test]
fn ranges_and_tuples() {
    let vm = &mut *new_vm(Options::default());
    let r = pyfast::ops::container::range::new(vm, int(10), int(0), int(-3));
    assert_eq!(show(vm, Some(r)), "range(10, 0, -3)");
    let items = iterate::to_tuple(vm, r).unwrap();
    assert_eq!(show(vm, Some(items)), "(10, 7, 4, 1)");
    assert_eq!(item::contains(vm, r, int(7)), Ok(true));
    assert_eq!(item::contains(vm, r, Value::float(6.5)), Ok(false));
    assert_eq!(shown(vm, r, "index", &[int(4)]), "2");
    let slice = make::record(vm, ClassId::Slice, &[Value::NONE, Value::NONE, int(-1)]);
    assert_eq!(shown(vm, r, "__getitem__", &[slice]), "range(1, 13, 3)");
    assert_eq!(shown(vm, items, "__getitem__", &[slice]), "(1, 4, 7, 10)");
    assert_eq!(
        shown(vm, items, "__getitem__", &[int(4)]),
        "IndexError('tuple index out of range')"
    );
    assert_eq!(
        shown(vm, items, "__add__", &[r]),
        "TypeError('can only concatenate tuple (not \"range\") to tuple')"
    );
    assert_eq!(shown(vm, slice, "indices", &[int(5)]), "(4, -1, -1)");
    let reversed = shown(vm, r, "__reversed__", &[]);
    assert!(reversed.starts_with("<range_iterator object at 0x"), "{reversed}");
}
