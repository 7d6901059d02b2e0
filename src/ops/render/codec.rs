//! Text to bytes and back, by the name of an encoding and of an error handler; troubles become UnicodeErrors.

use crate::base::codec::decode;
use crate::base::codec::encode;
use crate::base::codec::handler::{Encoding, Handler, Trouble};
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::exception::{Exception, field};
use crate::object::module::Module;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::{call, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Encodes a str. `encoding` and `errors` are names as the program gave them.
pub fn encode(vm: &mut Vm, string: Ref<Str>, encoding: &str, errors: &str) -> Run<Vec<u8>> {
    let name = encoding;
    let Some(encoding) = Encoding::from_name(encoding) else {
        let made = by_library(vm, "_encode_by_registry", string.value(), name, errors)?;
        return Ok(made
            .cast::<Bytes>()
            .map(|made| made.data().to_vec())
            .unwrap_or_default());
    };
    let text = string.bytes();
    // UTF-32 and escapes need most.
    let most = if is_ascii_superset(encoding) { 1 } else { 8 };
    raise::room_for(vm, text.len(), most)?;
    if string.is_ascii() && is_ascii_superset(encoding) {
        return Ok(text.to_vec());
    }
    let handler = match errors {
        "strict" => Some(Handler::Strict),
        errors => Handler::from_name(errors),
    };
    match (
        encode::encode(encoding, text, handler.unwrap_or(Handler::Strict)),
        handler,
    ) {
        (Ok(data), _) => Ok(data),
        (Err(_), None) => {
            let made = by_library(vm, "_encode_by_handler", string.value(), name, errors)?;
            Ok(made
                .cast::<Bytes>()
                .map(|made| made.data().to_vec())
                .unwrap_or_default())
        }
        (Err(trouble), _) => {
            let trouble = whole_run(encoding, text, trouble);
            Err(encode_error(vm, encoding.error_name(), string.value(), trouble))
        }
    }
}

/// Decodes bytes, which must not change meanwhile. `object` is what an error shows; UNBOUND: a copy of the bytes.
pub fn decode(vm: &mut Vm, data: &[u8], object: Value, encoding: &str, errors: &str) -> Run<Value> {
    if data.is_empty() {
        return Ok(vm.empty_str);
    }
    let name = encoding;
    let Some(encoding) = Encoding::from_name(encoding) else {
        let object = make::bytes(vm, data);
        return by_library(vm, "_decode_by_registry", object, name, errors);
    };
    raise::room(vm, data.len())?;
    if is_ascii_superset(encoding) && data.is_ascii() || encoding == Encoding::Utf8 && walk::as_str(data).is_some() {
        return Ok(text::from_bytes(vm, data));
    }
    let handler = Handler::from_name(errors);
    match (
        decode::decode(encoding, data, handler.unwrap_or(Handler::Strict)),
        handler,
    ) {
        (Ok(made), _) => Ok(text::from_vec(vm, made)),
        (Err(_), None) => {
            let object = make::bytes(vm, data);
            by_library(vm, "_decode_by_handler", object, name, errors)
        }
        (Err(trouble), _) => {
            let object = if object.is_bound() {
                object
            } else {
                make::bytes(vm, data)
            };
            let name = marked_name(encoding, data);
            Err(decode_error(vm, name, object, trouble))
        }
    }
}

/// Calls a function of `_codecs`: what is not built in is in the registry of codecs or of error handlers.
#[cold]
fn by_library(vm: &mut Vm, function: &str, object: Value, encoding: &str, errors: &str) -> Run<Value> {
    let (import, module) = (text::intern(vm, "__import__"), text::intern(vm, "_codecs"));
    let import = vm.builtins.expect::<Dict>().get_str(import).unwrap_or(Value::NONE);
    let module = call::call(vm, import, &[module])?;
    let function = text::intern(vm, function);
    let function = module
        .cast::<Module>()
        .and_then(|module| module.namespace().get_str(function));
    let Some(function) = function else {
        return Err(raise::lookup_error(vm, format!("unknown encoding: {encoding}")));
    };
    let args = [object, text::new(vm, encoding), text::new(vm, errors)];
    call::call(vm, function, &args)
}

/// Raises LookupError if there is no text encoding of that name.
pub fn known(vm: &mut Vm, name: &str) -> Run<()> {
    if Encoding::from_name(name).is_none() {
        by_library(vm, "_text_codec", Value::NONE, name, "encode")?;
    }
    Ok(())
}

fn is_ascii_superset(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1)
}

/// The name that a decoding error shows: of a marked encoding, the order that was found.
fn marked_name(encoding: Encoding, data: &[u8]) -> &'static str {
    decode::resolve_mark(encoding, data).0.error_name()
}

/// A narrow codec reports all neighbours that it cannot encode at once.
fn whole_run(encoding: Encoding, text: &[u8], trouble: Trouble) -> Trouble {
    let limit = match encoding {
        Encoding::Ascii => 0x80,
        Encoding::Latin1 => 0x100,
        _ => return trouble,
    };
    let start = walk::offset_of(text, trouble.start).unwrap_or(text.len());
    let more = walk::code_points(&text[start..]).take_while(|&c| c >= limit).count();
    Trouble {
        end: trouble.start + more.max(1),
        ..trouble
    }
}

/// Raises a UnicodeEncodeError.
pub fn encode_error(vm: &mut Vm, encoding: &str, object: Value, trouble: Trouble) -> Raised {
    unicode_error(vm, ClassId::UnicodeEncodeError, encoding, object, trouble)
}

/// Raises a UnicodeDecodeError.
pub fn decode_error(vm: &mut Vm, encoding: &str, object: Value, trouble: Trouble) -> Raised {
    unicode_error(vm, ClassId::UnicodeDecodeError, encoding, object, trouble)
}

fn unicode_error(vm: &mut Vm, class: ClassId, encoding: &str, object: Value, trouble: Trouble) -> Raised {
    let encoding = text::new(vm, encoding);
    let (start, end) = (make::size(vm, trouble.start), make::size(vm, trouble.end));
    let reason = text::new(vm, trouble.reason);
    let all = [encoding, object, start, end, reason];
    let args = make::tuple(vm, &all);
    let exception = Exception::new(&mut vm.heap, class.shape(), args);
    let places = [field::ENCODING, field::OBJECT, field::START, field::END, field::REASON];
    for (place, value) in places.into_iter().zip(all) {
        exception.set_field(&mut vm.heap, place, value);
    }
    raise::value(vm, exception.value())
}
