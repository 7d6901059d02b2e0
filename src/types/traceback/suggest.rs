//! "Did you mean": the nearest name to one that was not found.

use crate::base::names::stdlib_names::STDLIB_NAMES;
use crate::base::names::suggest;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::unwind::{frame_field, frame_of_entry};
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::exception::field::{IMPORT_FROM, IMPORT_NAME, NAME, OBJ};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::iterate;
use crate::ops::{call, class, text as strings};
use crate::types::traceback::stack::entries;
use crate::vm::known::ClassId;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// What is added to the text of an exception; empty if there is nothing to suggest.
pub fn hint(vm: &mut Vm, exception: Value) -> String {
    let Some(error) = exception.cast::<Exception>() else {
        return String::new();
    };
    let is = |vm: &Vm, id| class::is_instance(vm, exception, id);
    if is(vm, ClassId::ImportError) {
        let wrong = error.field(IMPORT_FROM);
        let found = text(wrong).and_then(|wrong| in_module(vm, error.field(IMPORT_NAME), &wrong));
        return did_you_mean(found.as_deref());
    }
    let (is_name, is_attribute) = (is(vm, ClassId::NameError), is(vm, ClassId::AttributeError));
    if !is_name && !is_attribute {
        return String::new();
    }
    let Some(wrong) = text(error.field(NAME)) else {
        return String::new();
    };
    let traceback = error.traceback(&mut vm.heap);
    if is_attribute {
        let object = error.field(OBJ).or(Value::NONE);
        return did_you_mean(attribute_of(vm, object, traceback, &wrong).as_deref());
    }
    let found = name_near(vm, traceback, &wrong);
    let mut out = did_you_mean(found.as_deref());
    if STDLIB_NAMES.binary_search(&wrong.as_str()).is_ok() {
        out += &match found {
            Some(_) => format!(" Or did you forget to import '{wrong}'?"),
            None => format!(". Did you forget to import '{wrong}'?"),
        };
    }
    out
}

fn did_you_mean(found: Option<&str>) -> String {
    found.map_or_else(String::new, |found| format!(". Did you mean: '{found}'?"))
}

fn text(value: Value) -> Option<String> {
    Some(value.cast::<Str>()?.lossy().into_owned())
}

/// The str items of `object.__dir__()`, sorted; `None` if that raises.
fn names_of(vm: &mut Vm, object: Value) -> Option<Vec<String>> {
    let names = call::special(vm, object, Special::Dir, &[])?;
    let list = names.and_then(|names| iterate::to_list(vm, names));
    let Ok(list) = list else {
        vm.thread.pending = Value::UNBOUND;
        return None;
    };
    let mut names: Vec<String> = list.to_vec().into_iter().filter_map(text).collect();
    names.sort();
    Some(names)
}

/// The locals of the innermost frame, if they were kept.
fn innermost(vm: &mut Vm, traceback: Value) -> Option<(Ref<Record>, Option<Ref<Dict>>)> {
    let entry = *entries(traceback).last()?;
    let frame = frame_of_entry(vm, entry).cast::<Record>()?;
    Some((frame, frame.get(frame_field::LOCALS).cast::<Dict>()))
}

fn attribute_of(vm: &mut Vm, object: Value, traceback: Value, wrong: &str) -> Option<String> {
    let mut names = names_of(vm, object)?;
    let mut hide = !wrong.starts_with('_');
    if hide && let Some((_, Some(locals))) = innermost(vm, traceback) {
        let name = strings::intern(vm, "self");
        hide = locals.get_str(name) != Some(object);
    }
    if hide {
        names.retain(|name| !name.starts_with('_'));
    }
    suggest::closest(wrong, names.iter().map(String::as_str)).map(str::to_string)
}

fn in_module(vm: &mut Vm, module: Value, wrong: &str) -> Option<String> {
    let modules = vm.modules.cast::<Dict>()?;
    let module = modules.get_str(module)?;
    let mut names = names_of(vm, module)?;
    if !wrong.starts_with('_') {
        names.retain(|name| !name.starts_with('_'));
    }
    suggest::closest(wrong, names.iter().map(String::as_str)).map(str::to_string)
}

/// The str keys of a namespace.
fn keys(namespace: Option<Ref<Dict>>, out: &mut Vec<String>) {
    let Some(dict) = namespace else { return };
    let mut at = 0;
    while let Some((i, key, _)) = dict.next_entry(at) {
        at = i + 1;
        out.extend(text(key));
    }
}

fn name_near(vm: &mut Vm, traceback: Value, wrong: &str) -> Option<String> {
    let (frame, locals) = innermost(vm, traceback)?;
    let mut names = Vec::new();
    keys(locals, &mut names);
    keys(frame.get(frame_field::GLOBALS).cast(), &mut names);
    keys(vm.builtins.cast(), &mut names);
    let this = strings::intern(vm, "self");
    if let Some(this) = locals.and_then(|locals| locals.get_str(this)) {
        let name = strings::intern(vm, wrong);
        match attribute::find(vm, this, name) {
            Ok(Some(_)) => return Some(format!("self.{wrong}")),
            Ok(None) => {}
            Err(_) => vm.thread.pending = Value::UNBOUND,
        }
    }
    suggest::closest(wrong, names.iter().map(String::as_str)).map(str::to_string)
}
