//! The module `_functools`.

use crate::api::{self, ClassId, Kind, NewClass, Own, Run, Value, Vm, flag};
use crate::stdlib::tools::functools::{cache, order, partial};

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_functools", "Tools that operate on functions.", order::FUNCTIONS);
    let class = |name, flags| NewClass {
        name,
        base: ClassId::Object,
        kind: Kind::Record,
        flags,
    };
    let open = flag::BASE | flag::DICT | flag::WEAK;
    api::class_in(
        vm,
        module,
        Some(Own::Partial),
        class("functools.partial", open),
        partial::PARTIAL,
    );
    let placeholder = class("functools._PlaceholderType", 0);
    api::class_in(
        vm,
        module,
        Some(Own::PartialPlaceholder),
        placeholder,
        partial::PLACEHOLDER,
    );
    let placeholder = partial::placeholder(vm);
    api::set_in(vm, module, "Placeholder", placeholder);
    api::class_in(
        vm,
        module,
        Some(Own::Key),
        class("functools.KeyWrapper", flag::NO_NEW),
        order::KEY,
    );
    let wrapper = class("functools._lru_cache_wrapper", open);
    api::class_in(vm, module, Some(Own::LruWrapper), wrapper, cache::WRAPPER);
    Ok(module)
}
