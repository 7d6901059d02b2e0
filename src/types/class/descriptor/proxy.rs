//! `mappingproxy`: a read-only view of a mapping, which `class.__dict__` is.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::number::arith;
use crate::ops::relation::compare;
use crate::ops::{call, class, make, raise, text};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The field: the mapping.
pub const MAPPING: usize = 0;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, mapping)", new),
    method("__repr__", "($self, /)", repr),
    method("__str__", "($self, /)", |vm, args| forward(vm, args, Special::Str)),
    method("__hash__", "($self, /)", |vm, args| forward(vm, args, Special::Hash)),
    method("__iter__", "($self, /)", |vm, args| forward(vm, args, Special::Iter)),
    method("__len__", "($self, /)", |vm, args| forward(vm, args, Special::Len)),
    method("__getitem__", "($self, key, /)", |vm, args| {
        forward(vm, args, Special::GetItem)
    }),
    method("__contains__", "($self, key, /)", |vm, args| {
        forward(vm, args, Special::Contains)
    }),
    method("__reversed__", "($self, /)", |vm, args| {
        forward(vm, args, Special::Reversed)
    }),
    method("__lt__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Lt)
    }),
    method("__le__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Le)
    }),
    method("__eq__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Eq)
    }),
    method("__ne__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Ne)
    }),
    method("__gt__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Gt)
    }),
    method("__ge__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Ge)
    }),
    method("__or__", "($self, value, /)", |vm, args| union(vm, args[0], args[1])),
    method("__ror__", "($self, value, /)", |vm, args| union(vm, args[1], args[0])),
    method("__ior__", "($self, value, /)", no_inplace),
    method("get", "($self, key, default=None, /)", |vm, args| {
        by_name(vm, args[0], "get", &[args[1], args[2].or(Value::NONE)])
    }),
    method("keys", "($self, /)", |vm, args| by_name(vm, args[0], "keys", &[])),
    method("values", "($self, /)", |vm, args| by_name(vm, args[0], "values", &[])),
    method("items", "($self, /)", |vm, args| by_name(vm, args[0], "items", &[])),
    method("copy", "($self, /)", |vm, args| by_name(vm, args[0], "copy", &[])),
];

/// The mapping behind a proxy, or the value itself.
fn inner(value: Value) -> Value {
    match value.cast::<Record>() {
        Some(record) if class::is_exact(value, ClassId::MappingProxy) => record.get(MAPPING),
        _ => value,
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    use crate::heap::header::Kind;
    let mapping = args[1];
    let fits = class::special(vm, mapping, Special::GetItem).is_some()
        && !matches!(mapping.kind(), Some(Kind::List | Kind::Tuple));
    if !fits {
        let got = class::name_of(vm, mapping);
        let message = format!("mappingproxy() argument must be a mapping, not {got}");
        return Err(raise::type_error(vm, message));
    }
    Ok(make::record(vm, ClassId::MappingProxy, &[mapping]))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let text = glue::repr(vm, inner(args[0]))?;
    glue::text(vm, format!("mappingproxy({text})"))
}

/// What the mapping itself does for a special method.
fn forward(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    let mapping = inner(args[0]);
    let other = args.get(1).copied().map(inner);
    let rest: &[Value] = match &other {
        Some(other) => std::slice::from_ref(other),
        None => &[],
    };
    match class::special(vm, mapping, special) {
        Some(method) if !method.is_none() => call::call_unbound(vm, method, mapping, rest, &[]),
        _ => {
            let got = class::name_of(vm, mapping);
            let message = match special {
                Special::Hash => format!("unhashable type: '{got}'"),
                Special::Len => format!("object of type '{got}' has no len()"),
                Special::Iter => format!("'{got}' object is not iterable"),
                Special::Reversed => format!("'{got}' object is not reversible"),
                _ => format!("'{got}' object has no {}", special.name()),
            };
            Err(raise::type_error(vm, message))
        }
    }
}

/// The mapping itself is compared, in both directions.
fn compared(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    compare::rich(vm, special, inner(args[0]), args[1])
}

fn by_name(vm: &mut Vm, proxy: Value, name: &str, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, name);
    let method = attribute::get(vm, inner(proxy), name)?;
    call::call(vm, method, args)
}

fn union(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    arith::binary(vm, BinaryOperator::Or, inner(left), inner(right))
}

fn no_inplace(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let text = "'|=' is not supported by mappingproxy; use '|' instead";
    Err(raise::type_error(vm, text))
}
