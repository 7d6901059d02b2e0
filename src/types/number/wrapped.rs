//! Numbers as instances of a class that Python derived, and the rows that the tables of all numbers share.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::number::Wrapped;
use crate::ops::class;
use crate::vm::known::{ClassId, flag};
use crate::vm::state::Vm;

/// The plain int or float `number` as an instance of `class`, which is `exact` or derives from it.
pub fn new(vm: &mut Vm, class: Ref<Class>, exact: ClassId, number: Value) -> Value {
    if class == class::known(vm, exact) {
        return number;
    }
    let made = Wrapped::new(&mut vm.heap, class::shape(class), number).value();
    if class.has(flag::FINALIZER) {
        vm.heap.finalize_later(made);
    }
    made
}

/// Two functions for a binary operator: as written, and reflected.
#[macro_export]
macro_rules! binary_specials {
    ($work:path; $($name:ident $reflected:ident $operator:ident;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            $work(vm, BinaryOperator::$operator, args[0], args[1])
        }
        fn $reflected(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            $work(vm, BinaryOperator::$operator, args[1], args[0])
        }
    )*};
}

/// The six comparisons by one function.
#[macro_export]
macro_rules! comparison_specials {
    ($work:path; $($name:ident $operator:ident;)*) => {$(
        fn $name(_: &mut Vm, args: &[Value]) -> Run<Value> {
            Ok($work(Special::$operator, args[0], args[1]))
        }
    )*};
}
