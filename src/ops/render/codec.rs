//! Text to bytes and back, by the name of an encoding and of an error handler; troubles become UnicodeErrors.

use crate::base::codec::decode;
use crate::base::codec::encode;
use crate::base::codec::handler::{Encoding, Handler, Trouble};
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::exception::{Exception, field};
use crate::object::text::string::Str;
use crate::ops::{make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Encodings that are no text encodings: `codecs.encode` knows them, `str.encode` refuses them.
const NOT_TEXT: &[&str] = &[
    "base64",
    "base64-codec",
    "bz2",
    "bz2-codec",
    "hex",
    "hex-codec",
    "quopri",
    "quopri-codec",
    "quoted-printable",
    "rot13",
    "rot-13",
    "uu",
    "uu-codec",
    "zip",
    "zlib",
    "zlib-codec",
];

/// Encodes a str. `encoding` and `errors` are names as the program gave them.
pub fn encode(vm: &mut Vm, string: Ref<Str>, encoding: &str, errors: &str) -> Run<Vec<u8>> {
    let encoding = known(vm, encoding, "encode")?;
    let text = string.bytes();
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
        (Err(_), None) => Err(unknown_handler(vm, errors)),
        (Err(trouble), _) => {
            let trouble = whole_run(encoding, text, trouble);
            Err(encode_error(vm, encoding.error_name(), string.value(), trouble))
        }
    }
}

/// Decodes bytes, which must not change meanwhile. `object` is what an error shows; UNBOUND: a copy of the bytes.
pub fn decode(vm: &mut Vm, data: &[u8], object: Value, encoding: &str, errors: &str) -> Run<Value> {
    let encoding = known(vm, encoding, "decode")?;
    if is_ascii_superset(encoding) && data.is_ascii() || encoding == Encoding::Utf8 && walk::as_str(data).is_some() {
        return Ok(text::from_bytes(vm, data));
    }
    let handler = Handler::from_name(errors);
    match (
        decode::decode(encoding, data, handler.unwrap_or(Handler::Strict)),
        handler,
    ) {
        (Ok(made), _) => Ok(text::from_vec(vm, made)),
        (Err(_), None) => Err(unknown_handler(vm, errors)),
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

/// The encoding of that name.
pub fn known(vm: &mut Vm, name: &str, verb: &str) -> Run<Encoding> {
    if name == "utf-8" {
        return Ok(Encoding::Utf8);
    }
    if let Some(encoding) = Encoding::from_name(name) {
        return Ok(encoding);
    }
    let normal = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
    let message = if NOT_TEXT.contains(&normal.as_str()) {
        format!("'{name}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
    } else {
        format!("unknown encoding: {name}")
    };
    Err(raise::lookup_error(vm, message))
}

fn unknown_handler(vm: &mut Vm, errors: &str) -> Raised {
    raise::lookup_error(vm, format!("unknown error handler name '{errors}'"))
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
        exception.fields[place].set(value);
    }
    raise::value(vm, exception.value())
}
