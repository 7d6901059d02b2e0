//! What each class caches of its MRO: the special methods, and flags that follow from them.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::{Class, Maker};
use crate::object::text::string::Str;
use crate::ops::class;
use crate::vm::known::{ClassId, flag};
use crate::vm::special::{SPECIALS, Special};
use crate::vm::state::Vm;

/// Fills all specials of `class` from its MRO, and the flags that follow from them. `object` must be filled before.
pub fn fill(vm: &mut Vm, class: Ref<Class>) {
    match single_base(class) {
        Some(base) => inherit(vm, class, base),
        None => SPECIALS.iter().for_each(|&special| refill(vm, class, special)),
    }
    follow(vm, class);
}

/// The first base, if the MRO is this class and then the base's: what the base has holds here, too.
fn single_base(class: Ref<Class>) -> Option<Ref<Class>> {
    let base = class.mro().get(1)?.cast::<Class>()?;
    (base.mro() == &class.mro()[1..]).then_some(base)
}

/// Takes the base's specials, but for those that the class has itself.
fn inherit(vm: &Vm, class: Ref<Class>, base: Ref<Class>) {
    for (special, inherited) in class.specials.iter().zip(&base.specials) {
        special.set(&class.header, inherited.get());
    }
    let (own, mut from) = (class.namespace(), 0);
    while let Some((i, name, value)) = own.next_entry(from) {
        if let Some(special) = special_named(vm, name) {
            class.specials[special as usize].set(&class.header, value);
        }
        from = i + 1;
    }
}

/// Looks one special method up anew.
fn refill(vm: &Vm, class: Ref<Class>, special: Special) {
    let name = vm.special_names[special as usize];
    let found = class.lookup_where(name).map_or(Value::UNBOUND, |(found, _)| found);
    class.specials[special as usize].set(&class.header, found);
}

/// As `fill` for a built-in class at boot, whose own specials are set already: takes the rest from its base, which is filled.
pub fn complete(vm: &mut Vm, class: Ref<Class>) {
    let Some(base) = class.best_base.get().cast::<Class>() else {
        return follow(vm, class);
    };
    for (special, inherited) in class.specials.iter().zip(&base.specials) {
        if special.get().is_unbound() {
            special.set(&class.header, inherited.get());
        }
    }
    follow(vm, class);
}

/// Sets the flags that tell whether attributes are looked up and set in the plain way, and whether there is a finaliser.
fn follow(vm: &Vm, class: Ref<Class>) {
    let object = class::known(vm, ClassId::Object);
    let plain = |special| class.special(special) == object.special(special);
    let set = |flag, on| {
        if on {
            class.set_flag(flag)
        } else {
            class.clear_flag(flag)
        }
    };
    set(
        flag::PLAIN_GET,
        plain(Special::GetAttribute) && class.special(Special::GetAttr).is_none(),
    );
    set(flag::PLAIN_SET, plain(Special::SetAttr) && plain(Special::DelAttr));
    set(flag::FINALIZER, class.special(Special::Del).is_some());
    class.maker.set(Maker::Unknown);
}

/// Live direct subclasses.
pub fn subclasses(class: Ref<Class>) -> Vec<Ref<Class>> {
    let all = class.subclasses.borrow();
    all.iter().filter_map(|subclass| subclass.cast::<Class>()).collect()
}

/// After the namespace of `class` changed for `name`: refills that special (if it is one) here and in all subclasses.
pub fn changed(vm: &mut Vm, class: Ref<Class>, name: Value) {
    let Some(special) = special_named(vm, name) else { return };
    if special == Special::Call && class.is_subclass(class::known(vm, ClassId::Type)) {
        // What calling its instances comes to follows from it, too.
        vm.shapes
            .classes()
            .filter_map(Value::cast::<Class>)
            .for_each(|class| class.maker.set(Maker::Unknown));
    }
    let mut waiting = vec![class];
    while let Some(class) = waiting.pop() {
        refill(vm, class, special);
        follow(vm, class);
        waiting.extend(subclasses(class));
    }
}

/// The special method of that name.
pub fn special_named(vm: &Vm, name: Value) -> Option<Special> {
    let text = name.cast::<Str>()?;
    if text.is_interned() {
        return text.special().map(|number| SPECIALS[number]);
    }
    let known = vm
        .interned
        .find(text.hash(), |known| known.expect::<Str>().same_text(&text));
    special_named(vm, known?)
}

/// Adds `class` to the subclasses of each of its bases.
pub fn register(class: Ref<Class>, bases: &[Value]) {
    for base in bases.iter().filter_map(|base| base.cast::<Class>()) {
        base.header.touch();
        base.subclasses.borrow_mut().push(class.value());
    }
}
