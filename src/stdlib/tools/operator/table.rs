//! The module `_operator`.

use crate::api::{self, ClassId, Kind, NewClass, Own, Run, Value, Vm, flag};
use crate::stdlib::tools::operator::{fetch, plain};

const DOC: &str = "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\n\
                   to the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression \
                   x+y.";

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_operator", DOC, plain::FUNCTIONS);
    let class = |name| NewClass {
        name,
        base: ClassId::Object,
        kind: Kind::Record,
        flags: flag::BASE,
    };
    api::class_in(
        vm,
        module,
        Some(Own::ItemGetter),
        class("operator.itemgetter"),
        fetch::ITEM_GETTER,
    );
    api::class_in(
        vm,
        module,
        Some(Own::AttrGetter),
        class("operator.attrgetter"),
        fetch::ATTR_GETTER,
    );
    api::class_in(
        vm,
        module,
        Some(Own::MethodCaller),
        class("operator.methodcaller"),
        fetch::METHOD_CALLER,
    );
    Ok(module)
}
