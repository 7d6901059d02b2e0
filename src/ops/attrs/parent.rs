//! What `super` finds: attributes of the classes after one in an MRO.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::ops::attrs::{descriptor, find};
use crate::ops::{class, raise};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The class whose MRO `super(this, object)` follows.
/// # Errors
/// TypeError when `object` is neither an instance nor a subclass of `this`.
pub fn object_class(vm: &mut Vm, this: Ref<Class>, object: Value) -> Run<Ref<Class>> {
    if let Some(class) = object.cast::<Class>()
        && class.is_subclass(this)
    {
        return Ok(class);
    }
    let of = class::of(vm, object);
    if of.is_subclass(this) {
        return Ok(of);
    }
    let name = vm.names.__class__;
    if let Some(claimed) = find::find(vm, object, name)?
        && let Some(claimed) = claimed.cast::<Class>()
        && claimed.is_subclass(this)
    {
        return Ok(claimed);
    }
    let (kind, name) = match object.cast::<Class>() {
        Some(class) => ("type", class::name(class)),
        None => ("instance of", class::name(of)),
    };
    let this = class::name(this);
    let message = format!("super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({this}).");
    Err(raise::type_error(vm, message))
}

/// What the MRO of `of` gives for `name` after `this`, bound to `receiver`.
pub fn look(vm: &mut Vm, this: Ref<Class>, receiver: Value, of: Ref<Class>, name: Value) -> Run<Option<Value>> {
    let Some(found) = after(this, of, name) else {
        return Ok(None);
    };
    let instance = if receiver == of.value() {
        Value::UNBOUND
    } else {
        receiver
    };
    descriptor::get(vm, found, instance, of.value()).map(Some)
}

/// What the namespaces after `this` along the MRO of `of` hold for `name`: the engine may cache it by the class of the receiver
/// and the epoch.
pub fn after(this: Ref<Class>, of: Ref<Class>, name: Value) -> Option<Value> {
    if let Some(text) = name.cast::<Str>() {
        text.note_lookup();
    }
    let mro = of.mro();
    let place = mro.iter().position(|&class| class == this.value())?;
    mro[place + 1..]
        .iter()
        .find_map(|class| class.cast::<Class>()?.namespace().get_str(name))
}
