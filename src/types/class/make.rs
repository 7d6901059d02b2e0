//! `type.__new__`: a class from its name, bases and namespace.

use crate::heap::header::{Header, Kind};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::arena;
use crate::object::callable::function::Function;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::attrs::{errors, find, own, specials};
use crate::ops::{call, class, make, raise, text};
use crate::types::class::install::INHERITED;
use crate::types::class::slots::Slots;
use crate::types::class::{attributes, layout, mro, slots};
use crate::types::error::notes;
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Inline slots that a class's instances get at most, however many attributes its methods set.
const INLINE_MAX: usize = own::INLINE_MAX as usize;
/// Inline slots of classes that tell nothing about their attributes.
const INLINE_FEW: usize = 2;

/// What a class is made from.
pub struct Parts<'a> {
    pub meta: Ref<Class>,
    pub name: Value,
    /// A tuple.
    pub bases: Value,
    pub namespace: Ref<Dict>,
    /// Keywords for `__init_subclass__`: values and names.
    pub values: &'a [Value],
    pub names: &'a [Value],
}

/// Makes a class; `parts.meta` is its metaclass already.
pub fn class(vm: &mut Vm, parts: Parts) -> Run<Value> {
    let bases = if items(parts.bases.expect::<Tuple>()).is_empty() {
        let object = vm.class(ClassId::Object);
        make::tuple(vm, &[object])
    } else {
        parts.bases
    };
    let base_list = items(bases.expect::<Tuple>());
    let base = layout::best_base(vm, base_list)?;
    let text = errors::shown(parts.name);
    let wanted = slots::read(vm, &text, base, parts.namespace)?;
    let namespace = match parts.namespace.copy(&mut vm.heap, ClassId::Dict.shape()) {
        Ok(copy) => copy,
        Err(_) => return Err(raise::memory_error(vm)),
    };
    let meta_shape = class::shape(parts.meta);
    let class = Class::new(&mut vm.heap, meta_shape, parts.name, namespace);
    class.bases.set(&class.header, bases);
    class.best_base.set(&class.header, base.value());
    class.kind.set(base.kind.get());
    class.reserved.set(base.reserved.get() + wanted.names.len() as u32);
    flags(class, base_list, &wanted);
    body(vm, class)?;
    slots::define(vm, class, &wanted.names, base.reserved.get())?;
    hidden_attributes(vm, class, base, &wanted);
    roots(vm, class, base);
    mro::set(vm, class)?;
    specials::fill(vm, class);
    let flags_of_mro = |flags: u32, base: &Value| flags | base.expect::<Class>().flags.get() & INHERITED;
    let inherited = class.mro()[1..].iter().fold(0, flags_of_mro);
    class.set_flag(inherited & !(flag::DICT | flag::WEAK));
    specials::register(class, base_list);
    cells(vm, class)?;
    name_members(vm, class)?;
    init_subclass(vm, class, parts.values, parts.names)?;
    Ok(class.value())
}

/// Flags from the bases and from `__slots__`.
fn flags(class: Ref<Class>, bases: &[Value], wanted: &Slots) {
    let mut flags = flag::HEAP | flag::BASE | wanted.flags;
    for base in bases {
        flags |= base.expect::<Class>().flags.get() & INHERITED;
    }
    class.flags.set(flags);
}

/// What the class body's own names mean: `__qualname__`, `__module__`, `__doc__`, `__new__`, `__hash__` …
fn body(vm: &mut Vm, class: Ref<Class>) -> Run<()> {
    let namespace = class.namespace();
    let names = &vm.names;
    let (qualname, module, doc) = (names.__qualname__, names.__module__, names.__doc__);
    let (new, eq, hash) = (names.__new__, names.__eq__, names.__hash__);
    let hooks = [names.__init_subclass__, names.__class_getitem__];
    if let Some(given) = namespace.get_str(qualname) {
        if !given.is::<Str>() {
            let got = class::name_of(vm, given);
            return Err(raise::type_error(
                vm,
                format!("type __qualname__ must be a str, not {got}"),
            ));
        }
        class.qualname.set(&class.header, given);
        namespace.remove_str(qualname);
    }
    if namespace.get_str(module).is_none()
        && let Some(function) = arena::running(&vm.thread).cast::<Function>()
        && let Some(globals) = function.globals.get().cast::<Dict>()
        && let Some(name) = globals.get_str(vm.names.__name__)
    {
        own::store(vm, namespace, module, name)?;
    }
    let wrap = |vm: &mut Vm, name, id| match namespace.get_str(name) {
        Some(function) if function.kind() == Some(Kind::Function) => {
            let wrapped = make::record(vm, id, &[function]);
            own::store(vm, namespace, name, wrapped)
        }
        _ => Ok(()),
    };
    wrap(vm, new, ClassId::StaticMethod)?;
    for hook in hooks {
        wrap(vm, hook, ClassId::ClassMethod)?;
    }
    if namespace.get_str(doc).is_none() {
        own::store(vm, namespace, doc, Value::NONE)?;
    }
    if namespace.get_str(eq).is_some() && namespace.get_str(hash).is_none() {
        own::store(vm, namespace, hash, Value::NONE)?;
    }
    Ok(())
}

/// `__dict__` and `__weakref__` of the instances, where this class is the first to have them.
fn hidden_attributes(vm: &mut Vm, class: Ref<Class>, base: Ref<Class>, wanted: &Slots) {
    let meta = class.has(flag::META);
    for (bit, rows) in [
        (flag::DICT, attributes::INSTANCE_DICT),
        (flag::WEAK, attributes::INSTANCE_WEAK),
    ] {
        if wanted.flags & bit != 0 && !base.has(bit) && !meta {
            let name = text::intern(vm, rows[0].name);
            if class.namespace().get_str(name).is_none() {
                crate::types::class::install::methods(vm, class, rows);
            }
        }
    }
}

/// The root shape of the instances, and how many slots lie inside them.
fn roots(vm: &mut Vm, class: Ref<Class>, base: Ref<Class>) {
    let reserved = class.reserved.get() as usize;
    let mut inline = 0;
    if class.kind.get() == Kind::Instance {
        let declared = class.namespace().get_str(vm.names.__static_attributes__);
        let declared = declared
            .and_then(|names| names.cast::<Tuple>())
            .map(|names| names.len());
        let inherited = (base.inline_slots.get() as usize).saturating_sub(base.reserved.get() as usize);
        let free = match class.has(flag::DICT) {
            true => (declared.unwrap_or(0) + inherited).clamp(INLINE_FEW, INLINE_MAX),
            false => 0,
        };
        inline = reserved + free;
    }
    own::root(vm, class, inline as u32);
}

/// Fills the cell of `__class__`, and that of the class's namespace, which methods close over.
fn cells(vm: &mut Vm, class: Ref<Class>) -> Run<()> {
    let namespace = class.namespace();
    let (classcell, classdictcell) = (vm.names.__classcell__, vm.names.__classdictcell__);
    for (name, value) in [(classcell, class.value()), (classdictcell, namespace.value())] {
        let Some(cell) = namespace.get_str(name) else { continue };
        let Some(cell) = cell.cast::<CellBox>() else {
            let got = class::of(vm, cell).value();
            let got = glue::repr(vm, got)?;
            let message = format!("{} must be a nonlocal cell, not {got}", errors::shown(name));
            return Err(raise::type_error(vm, message));
        };
        cell.value.set(value);
        namespace.remove_str(name);
    }
    Ok(())
}

/// Calls `__set_name__` of what the class body holds.
fn name_members(vm: &mut Vm, class: Ref<Class>) -> Run<()> {
    let Ok(copy) = class.namespace().copy(&mut vm.heap, ClassId::Dict.shape()) else {
        return Err(raise::memory_error(vm));
    };
    let hook = vm.names.__set_name__;
    let mut at = 0;
    while let Some((i, key, value)) = copy.next_entry(at) {
        at = i + 1;
        if !value.is_object() || matches!(value.kind(), Some(Kind::Function | Kind::Str)) {
            continue;
        }
        let Some(called) = call::method_of_class(vm, value, hook, &[class.value(), key]) else {
            continue;
        };
        if let Err(raised) = called {
            let (owner, key) = (errors::shown(class.name.get()), glue::repr(vm, key)?);
            let of = class::name_of(vm, value);
            let note = format!("Error calling __set_name__ on '{of}' instance {key} in '{owner}'");
            notes::add_to_pending(vm, &note)?;
            return Err(raised);
        }
    }
    Ok(())
}

/// `super(class, class).__init_subclass__(**keywords)`
fn init_subclass(vm: &mut Vm, class: Ref<Class>, values: &[Value], names: &[Value]) -> Run<()> {
    let hook = vm.names.__init_subclass__;
    let found = class.mro()[1..]
        .iter()
        .find_map(|base| base.cast::<Class>()?.namespace().get_str(hook));
    let Some(found) = found else { return Ok(()) };
    let object = class::known(vm, ClassId::Object);
    if names.is_empty() && object.namespace().get_str(hook) == Some(found) {
        return Ok(());
    }
    let bound = crate::ops::attrs::descriptor::get(vm, found, Value::UNBOUND, class.value())?;
    call::call_named(vm, bound, values, names).map(|_| ())
}

/// Makes the class or hands over to a more derived metaclass: `type.__new__(meta, name, bases, namespace, **keywords)`.
pub fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len();
    if positional != 4 {
        let given = positional.saturating_sub(1);
        let message = format!("type.__new__() takes exactly 3 arguments ({given} given)");
        return Err(raise::type_error(vm, message));
    }
    let meta = args[0].expect::<Class>();
    check_argument(vm, 1, args[1], ClassId::Str)?;
    check_argument(vm, 2, args[2], ClassId::Tuple)?;
    check_argument(vm, 3, args[3], ClassId::Dict)?;
    let bases = items(args[2].expect::<Tuple>());
    for &base in bases {
        if !base.is::<Class>() {
            let entries = vm.names.__mro_entries__;
            if find::find(vm, base, entries)?.is_some() {
                let text = "type() doesn't support MRO entry resolution; use types.new_class()";
                return Err(raise::type_error(vm, text));
            }
        }
    }
    let winner = layout::metaclass(vm, meta, bases)?;
    if winner != meta {
        let type_class = class::known(vm, ClassId::Type);
        let new = winner.special(Special::New);
        if new != type_class.special(Special::New)
            && let Some(new) = new
        {
            let new = crate::ops::attrs::descriptor::get(vm, new, Value::UNBOUND, winner.value())?;
            return call::with_first(vm, new, winner.value(), &args[1..], names);
        }
    }
    let name = text::intern_value(vm, args[1]);
    if name.expect::<Str>().bytes().contains(&0) {
        return Err(raise::value_error(vm, "type name must not contain null characters"));
    }
    let parts = Parts {
        meta: winner,
        name,
        bases: args[2],
        namespace: args[3].expect(),
        values: &args[4..],
        names,
    };
    class(vm, parts)
}

fn check_argument(vm: &mut Vm, place: usize, value: Value, id: ClassId) -> Run<()> {
    if class::is_instance(vm, value, id) {
        return Ok(());
    }
    let got = class::name_of_argument(vm, value);
    let wanted = id.row().name;
    Err(raise::type_error(
        vm,
        format!("type.__new__() argument {place} must be {wanted}, not {got}"),
    ))
}

/// A new object that may need finalisation is noted, if its maker did not.
pub fn note_finalizer(vm: &mut Vm, class: Ref<Class>, object: Value) {
    if class.has(flag::FINALIZER) && object.header().is_some_and(|header| !header.has(Header::FINALIZE)) {
        vm.heap.finalize_later(object);
    }
}
