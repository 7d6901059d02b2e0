//! `__slots__`: which attributes get slots of their own, and whether instances have `__dict__` and can be weakly referenced.

use crate::base::unicode;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::attrs::errors::shown;
use crate::ops::{class, make, raise, text};
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// What a class body says about slots.
pub struct Slots {
    /// Interned and mangled names, sorted.
    pub names: Vec<Value>,
    /// `flag::DICT` and `flag::WEAK` as far as this class adds them.
    pub flags: u32,
}

/// Reads `__slots__` of a class body.
pub fn read(vm: &mut Vm, name: &str, base: Ref<Class>, namespace: Ref<Dict>) -> Run<Slots> {
    let has_weak = |class: Ref<Class>| class.has(flag::WEAK);
    let var_sized = matches!(base.kind.get(), Kind::BigInt | Kind::Tuple | Kind::Bytes | Kind::Class);
    let Some(declared) = namespace.get_str(vm.names.__slots__) else {
        let weak = if var_sized && base.kind.get() != Kind::Class {
            0
        } else {
            flag::WEAK
        };
        return Ok(Slots {
            names: Vec::new(),
            flags: flag::DICT | weak,
        });
    };
    let items = match declared.is::<Str>() {
        true => vec![declared],
        false => glue::list_of(vm, declared)?.to_vec(),
    };
    if !items.is_empty() && var_sized {
        let message = format!(
            "nonempty __slots__ not supported for subtype of '{}'",
            class::name(base)
        );
        return Err(raise::type_error(vm, message));
    }
    let mut slots = Slots {
        names: Vec::new(),
        flags: 0,
    };
    for item in items {
        let item = check_name(vm, item)?;
        let (bit, had) = if item == vm.names.__dict__ {
            (flag::DICT, base.has(flag::DICT))
        } else if item == vm.names.__weakref__ {
            (flag::WEAK, has_weak(base))
        } else {
            let mangled = mangle(vm, name, item);
            conflict(vm, namespace, item, mangled)?;
            slots.names.push(mangled);
            continue;
        };
        if had || slots.flags & bit != 0 {
            let message = format!("{} slot disallowed: we already got one", shown(item));
            return Err(raise::type_error(vm, message));
        }
        slots.flags |= bit;
    }
    slots
        .names
        .sort_by(|a, b| a.expect::<Str>().bytes().cmp(b.expect::<Str>().bytes()));
    Ok(slots)
}

/// A slot's name must be an identifier.
fn check_name(vm: &mut Vm, item: Value) -> Run<Value> {
    let Some(name) = item.cast::<Str>() else {
        let got = class::name_of(vm, item);
        let message = format!("__slots__ items must be strings, not '{got}'");
        return Err(raise::type_error(vm, message));
    };
    if !unicode::is_identifier(name.bytes()) {
        return Err(raise::type_error(vm, "__slots__ must be identifiers"));
    }
    Ok(text::intern_value(vm, item))
}

/// `__x` in class `C` is `_C__x`.
fn mangle(vm: &mut Vm, class: &str, name: Value) -> Value {
    let plain = shown(name);
    let class = class.trim_start_matches('_');
    if !plain.starts_with("__") || plain.ends_with("__") || class.is_empty() {
        return name;
    }
    text::intern(vm, &format!("_{class}{plain}"))
}

/// A slot must not also be a variable of the class body, except for the compiler's own.
fn conflict(vm: &mut Vm, namespace: Ref<Dict>, item: Value, mangled: Value) -> Run<()> {
    let own = [
        vm.names.__qualname__,
        vm.names.__classcell__,
        vm.names.__classdictcell__,
    ];
    if own.contains(&item) || namespace.get_str(mangled).is_none() {
        return Ok(());
    }
    let item = glue::repr(vm, item)?;
    Err(raise::value_error(
        vm,
        format!("{item} in __slots__ conflicts with class variable"),
    ))
}

/// Puts member descriptors for `names` into the namespace of `class`, whose first slot is `first`.
pub fn define(vm: &mut Vm, class: Ref<Class>, names: &[Value], first: u32) -> Run<()> {
    for (i, &name) in names.iter().enumerate() {
        let index = Value::small_int((first + i as u32) as i64);
        let member = make::record(vm, ClassId::MemberDescriptor, &[index, name, class.value()]);
        class
            .namespace()
            .set_str(name, member)
            .map_err(|_| -> Raised { raise::memory_error(vm) })?;
    }
    Ok(())
}
