//! `typing.Union`: `int | str`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::ops::attrs::check::{self, UNION_ARGS};
use crate::ops::relation::{compare, hash};
use crate::ops::{call, class, make, raise, text};
use crate::types::class::typing::shown::{from_typing, type_repr};
use crate::types::class::typing::substitute;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    method("__repr__", "($self, /)", repr),
    method("__hash__", "($self, /)", hash_of),
    method("__eq__", "($self, value, /)", eq),
    method("__or__", "($self, value, /)", |vm, args| or(vm, args[0], args[1])),
    method("__ror__", "($self, value, /)", |vm, args| or(vm, args[1], args[0])),
    method("__instancecheck__", "($self, instance, /)", |vm, args| {
        check::is_instance(vm, args[1], args[0]).map(Value::bool)
    }),
    method("__subclasscheck__", "($self, subclass, /)", |vm, args| {
        check::is_subclass(vm, args[1], args[0]).map(Value::bool)
    }),
    method("__mro_entries__", "($self, bases, /)", no_base),
    class_method("__class_getitem__", "($type, object, /)", class_getitem),
    getter("__args__", |_, args| Ok(args[0].expect::<Record>().get(UNION_ARGS))),
    method("__getitem__", "($self, key, /)", getitem),
    getter("__parameters__", |vm, args| {
        let members = args[0].expect::<Record>().get(UNION_ARGS);
        substitute::parameters(vm, members)
    }),
    getter("__origin__", |vm, _| Ok(vm.class(ClassId::Union))),
    getter("__name__", |vm, _| Ok(text::intern(vm, "Union"))),
    getter("__qualname__", |vm, _| Ok(text::intern(vm, "Union"))),
];

/// The operator of classes: `int | str`.
pub static OF_TYPES: &[NativeDef] = &[
    method("__or__", "($self, value, /)", |vm, args| or(vm, args[0], args[1])),
    method("__ror__", "($self, value, /)", |vm, args| or(vm, args[1], args[0])),
];

/// The members of a union.
pub fn members<'a>(union: Ref<Record>) -> &'a [Value] {
    union.get(UNION_ARGS).cast::<Tuple>().map_or(&[], items)
}

/// Whether `|` makes unions of it.
fn fits(vm: &Vm, value: Value) -> bool {
    value.is_none()
        || value.is::<Class>()
        || [
            ClassId::GenericAlias,
            ClassId::Union,
            ClassId::TypeAlias,
            ClassId::TypeVar,
            ClassId::ParamSpec,
        ]
        .iter()
        .any(|&id| class::is_instance(vm, value, id))
}

/// Whether it takes on its other side what `Union[…]` takes, strings too.
fn takes_anything(vm: &Vm, value: Value) -> bool {
    [
        ClassId::Union,
        ClassId::TypeVar,
        ClassId::ParamSpec,
        ClassId::TypeVarTuple,
    ]
    .iter()
    .any(|&id| class::is_instance(vm, value, id))
}

/// What stands for `item` in a union: strings become forward references.
fn member(vm: &mut Vm, item: Value) -> Run<Value> {
    if fits(vm, item) {
        return Ok(item);
    }
    let check = from_typing(vm, "_type_check")?;
    let message = text::new(vm, "Union[arg, ...]: each arg must be a type.");
    call::call(vm, check, &[item, message])
}

/// `left | right`
pub fn or(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    if fits(vm, left) && fits(vm, right) {
        return of(vm, &[left, right]);
    }
    if !takes_anything(vm, left) && !takes_anything(vm, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (member(vm, left)?, member(vm, right)?);
    of(vm, &[left, right])
}

/// The union of all: nested ones are dissolved, equal ones kept once; a single one is itself.
pub fn of(vm: &mut Vm, all: &[Value]) -> Run<Value> {
    let out = make::list(vm, Vec::new()).expect::<List>();
    for &one in all {
        let single = [one];
        let parts = match class::is_exact(one, ClassId::Union) {
            true => members(one.expect()),
            false => &single[..],
        };
        for &part in parts {
            let part = if part.is_none() {
                vm.class(ClassId::NoneType)
            } else {
                part
            };
            add(vm, out, part)?;
        }
    }
    if out.len() == 1 {
        return Ok(out.get(0).unwrap_or(Value::NONE));
    }
    let args = make::tuple(vm, &out.to_vec());
    Ok(make::record(vm, ClassId::Union, &[args]))
}

fn add(vm: &mut Vm, out: Ref<List>, part: Value) -> Run<()> {
    for i in 0..out.len() {
        if let Some(known) = out.get(i)
            && compare::equal(vm, known, part)?
        {
            return Ok(());
        }
    }
    out.push(part);
    Ok(())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut parts = Vec::new();
    for &member in members(args[0].expect()) {
        parts.push(type_repr(vm, member)?);
    }
    glue::text(vm, parts.join(" | "))
}

fn hash_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut mixed = 0x5bd1_e995i64;
    for &member in members(args[0].expect()) {
        // The order does not matter.
        mixed ^= hash::hash(vm, member)?.wrapping_mul(0x2545_F491_4F6C_DD1D);
    }
    Ok(Value::small_int(mixed >> 14))
}

fn contains_all(vm: &mut Vm, inner: &[Value], outer: &[Value]) -> Run<bool> {
    for &a in inner {
        let mut found = false;
        for &b in outer {
            found = found || compare::equal(vm, a, b)?;
        }
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !class::is_exact(args[1], ClassId::Union) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (members(args[0].expect()), members(args[1].expect()));
    let same = a.len() == b.len() && contains_all(vm, a, b)? && contains_all(vm, b, a)?;
    Ok(Value::bool(same))
}

/// The union with its parameters replaced.
fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let members = args[0].expect::<Record>().get(UNION_ARGS);
    let params = substitute::parameters(vm, members)?;
    let new = substitute::substitute(vm, args[0], members, params, args[1])?;
    class_getitem(vm, &[args[0], new])
}

fn no_base(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let shown = glue::repr(vm, args[0])?;
    Err(raise::type_error(vm, format!("Cannot subclass {shown}")))
}

/// `Union[int, "str"]`: strings become forward references.
fn class_getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let single = [args[1]];
    let given = args[1].cast::<Tuple>().map_or(&single[..], items);
    if given.is_empty() {
        return Err(raise::type_error(vm, "Cannot take a Union of no types."));
    }
    let checked = make::list(vm, Vec::new()).expect::<List>();
    for &item in given {
        let item = member(vm, item)?;
        checked.push(item);
    }
    of(vm, &checked.to_vec())
}
