//! Making and interning strings.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// A new `str`. `bytes` must be WTF-8.
pub fn from_bytes(vm: &mut Vm, bytes: &[u8]) -> Value {
    match bytes {
        [] => vm.empty_str,
        &[c] if c < 0x80 => vm.characters[c as usize],
        bytes => Str::new(&mut vm.heap, ClassId::Str.shape(), bytes).value(),
    }
}

/// A new `str`.
pub fn new(vm: &mut Vm, text: &str) -> Value {
    from_bytes(vm, text.as_bytes())
}

/// The one `str` with this text that names use: equal interned strings are the same object.
pub fn intern(vm: &mut Vm, text: &str) -> Value {
    intern_bytes(vm, text.as_bytes())
}

/// As `intern`, for WTF-8.
pub fn intern_bytes(vm: &mut Vm, bytes: &[u8]) -> Value {
    if let Some(&known) = vm.interned.get(bytes) {
        return known;
    }
    let string = Str::new(&mut vm.heap, ClassId::Str.shape(), bytes);
    remember(vm, string)
}

/// Interns an existing string; answers the one to use from now on. Instances of subclasses are not interned themselves.
pub fn intern_value(vm: &mut Vm, value: Value) -> Value {
    let Some(string) = value.cast::<Str>() else {
        return value;
    };
    if string.is_interned() {
        return value;
    }
    if let Some(&known) = vm.interned.get(string.bytes()) {
        return known;
    }
    if string.shape() != ClassId::Str.shape() {
        return intern_bytes(vm, string.bytes());
    }
    remember(vm, string)
}

fn remember(vm: &mut Vm, string: Ref<Str>) -> Value {
    string.set_interned();
    string.hash();
    vm.interned.insert(string.bytes().into(), string.value());
    string.value()
}
