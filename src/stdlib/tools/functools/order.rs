//! `cmp_to_key` and `reduce`.

use crate::api::{
    NativeDef, Own, Record, Ref, Run, Special, Value, Vm, call, class, compare, function, getter, is_own, iterate,
    method, own_class, raise, record_of,
};

const COMPARE: usize = 0;
/// The wrapped object; UNBOUND in what `cmp_to_key` answers.
const OBJECT: usize = 1;

pub static FUNCTIONS: &[NativeDef] = &[
    function("cmp_to_key", "(mycmp)", |vm, args| {
        let class = own_class(vm, Own::Key).value();
        Ok(record_of(vm, class, &[args[0], Value::UNBOUND]))
    })
    .doc("Convert a cmp= function into a key= function."),
    function("reduce", "(function, iterable, /, initial=<unrepresentable>)", reduce)
        .doc("Apply a function of two arguments cumulatively to the items of an iterable, from left to right."),
];

pub static KEY: &[NativeDef] = &[
    method("__call__", "($self, obj)", |vm, args| {
        let class = class::of(vm, args[0]).value();
        let compare = args[0].expect::<Record>().get(COMPARE);
        Ok(record_of(vm, class, &[compare, args[1]]))
    }),
    method("__lt__", "($self, other, /)", |vm, args| order(vm, args, Special::Lt)),
    method("__le__", "($self, other, /)", |vm, args| order(vm, args, Special::Le)),
    method("__eq__", "($self, other, /)", |vm, args| order(vm, args, Special::Eq)),
    method("__ne__", "($self, other, /)", |vm, args| order(vm, args, Special::Ne)),
    method("__gt__", "($self, other, /)", |vm, args| order(vm, args, Special::Gt)),
    method("__ge__", "($self, other, /)", |vm, args| order(vm, args, Special::Ge)),
    getter("obj", |_, args| {
        Ok(args[0].expect::<Record>().get(OBJECT).or(Value::NONE))
    })
    .doc("Value wrapped by a key function."),
];

fn order(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    if !is_own(vm, args[1], Own::Key) {
        return Err(raise::type_error(vm, "other argument must be K instance"));
    }
    let (this, other): (Ref<Record>, Ref<Record>) = (args[0].expect(), args[1].expect());
    let (x, y) = (this.get(OBJECT), other.get(OBJECT));
    if x.is_unbound() || y.is_unbound() {
        return Err(raise::attribute_error_text(vm, "object"));
    }
    let answer = call::call(vm, this.get(COMPARE), &[x, y])?;
    compare::rich(vm, special, answer, Value::small_int(0))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !iterate::is_iterable(vm, args[1]) {
        return Err(raise::type_error(vm, "reduce() arg 2 must support iteration"));
    }
    let iterator = iterate::iter(vm, args[1])?;
    let mut total = args[2];
    while let Some(item) = iterate::next(vm, iterator)? {
        total = match total.bound() {
            Some(total) => call::call(vm, args[0], &[total, item])?,
            None => item,
        };
    }
    match total.bound() {
        Some(total) => Ok(total),
        None => Err(raise::type_error(
            vm,
            "reduce() of empty iterable with no initial value",
        )),
    }
}
