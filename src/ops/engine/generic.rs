//! Type parameters as the interpreter makes them.

use crate::heap::value::Value;
use crate::ops::make;
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// Fields of TypeVar, ParamSpec and TypeVarTuple objects. Evaluators are functions of the format; values are UNBOUND until
/// somebody asks.
pub mod field {
    pub const NAME: usize = 0;
    pub const EVALUATE_BOUND: usize = 1;
    pub const EVALUATE_CONSTRAINTS: usize = 2;
    pub const EVALUATE_DEFAULT: usize = 3;
    pub const BOUND: usize = 4;
    pub const CONSTRAINTS: usize = 5;
    pub const DEFAULT: usize = 6;
    /// Bits: 1 covariant, 2 contravariant, 4 inferred; an int.
    pub const VARIANCE: usize = 7;
    pub const MODULE: usize = 8;
    pub const COUNT: usize = 9;
}

/// Fields of TypeAliasType objects.
pub mod alias {
    pub const NAME: usize = 0;
    pub const TYPE_PARAMS: usize = 1;
    pub const EVALUATE: usize = 2;
    pub const VALUE: usize = 3;
    pub const MODULE: usize = 4;
}

/// A type parameter of the given class, its variance inferred.
pub fn type_param(vm: &mut Vm, class: ClassId, name: Value, bound: Value, constraints: Value) -> Value {
    let mut fields = [Value::UNBOUND; field::COUNT];
    fields[field::NAME] = name;
    fields[field::EVALUATE_BOUND] = bound;
    fields[field::EVALUATE_CONSTRAINTS] = constraints;
    fields[field::VARIANCE] = Value::small_int(4);
    make::record(vm, class, &fields)
}
