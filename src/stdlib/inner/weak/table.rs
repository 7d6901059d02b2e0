//! The module `_weakref`.

use crate::api::{
    self, Class, ClassId, Dict, Kind, NativeDef, NewClass, Own, Ref, Run, Special, Value, Vm, WeakRef, class, dict,
    flag, function, install, make, own_class, record_of,
};
use crate::stdlib::inner::weak::{proxy, reference};

static FUNCTIONS: &[NativeDef] = &[
    function("getweakrefcount", "(object, /)", |vm, args| {
        Ok(Value::small_int(vm.heap.weak_references(args[0]).len() as i64))
    })
    .doc("Return the number of weak references to 'object'."),
    function("getweakrefs", "(object, /)", |vm, args| {
        let all = vm.heap.weak_references(args[0]).to_vec();
        Ok(make::list(vm, all))
    })
    .doc("Return a list of all weak reference objects pointing to 'object'."),
    function("_remove_dead_weakref", "(dct, key, /)", remove_dead)
        .doc("Atomically remove key from dict if it points to a dead weakref."),
    function("proxy", "(object, callback=None, /)", make_proxy)
        .doc("Create a proxy object that weakly references 'object'."),
];

fn remove_dead(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(dict) = args[0].cast::<Dict>() else {
        return Ok(Value::NONE);
    };
    if let Some(found) = dict::get(vm, dict, args[1])?
        && found.cast::<WeakRef>().is_some_and(|weak| weak.target().is_none())
    {
        dict::remove(vm, dict, args[1])?;
    }
    Ok(Value::NONE)
}

fn make_proxy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let plain: Ref<Class> = class::known(vm, ClassId::WeakReference);
    let callback = args[1].or(Value::NONE);
    let reference = reference::reference(vm, plain, args[0], callback)?;
    let is_callable = class::special(vm, args[0], Special::Call).is_some();
    let own = if is_callable { Own::CallableProxy } else { Own::Proxy };
    let class = own_class(vm, own).value();
    Ok(record_of(vm, class, &[reference]))
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_weakref", "Weak-reference support module.", FUNCTIONS);
    let class = class::known(vm, ClassId::WeakReference);
    install::more_methods(vm, class, reference::REFERENCE);
    vm.class_epoch += 1;
    api::set_in(vm, module, "ref", class.value());
    api::set_in(vm, module, "ReferenceType", class.value());
    for (own, name, public) in [
        (Own::Proxy, "weakref.ProxyType", "ProxyType"),
        (Own::CallableProxy, "weakref.CallableProxyType", "CallableProxyType"),
    ] {
        let new = NewClass {
            name,
            base: ClassId::Object,
            kind: Kind::Record,
            flags: flag::NO_NEW,
        };
        let class = api::class_in(vm, module, Some(own), new, proxy::METHODS);
        for rows in [proxy::OPERATORS, proxy::COMPARISONS, proxy::UNARY, proxy::SPECIALS] {
            install::more_methods(vm, class, rows);
        }
        if own == Own::CallableProxy {
            install::more_methods(vm, class, proxy::CALL);
        }
        api::set_in(vm, module, public, class.value());
    }
    Ok(module)
}
