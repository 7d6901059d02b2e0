//! `unicodedata`.

use crate::api::{self, NativeDef, Run, Str, Value, Vm, class, function, raise, text};
use crate::base::unicode::{self, Form};
use crate::base::wtf8::walk;

/// The one character of an argument.
fn character(vm: &mut Vm, value: Value, function: &str, n: &str) -> Run<u32> {
    let Some(string) = value.cast::<Str>() else {
        let got = api::shown_type(vm, value);
        let message = format!("{function}() argument{n} must be a unicode character, not {got}");
        return Err(raise::type_error(vm, message));
    };
    match walk::decode(string.bytes(), 0) {
        Some((c, next)) if next == string.len() => Ok(c),
        _ => {
            let len = string.chars();
            let message =
                format!("{function}(): argument{n} must be a unicode character, not a string of length {len}");
            Err(raise::type_error(vm, message))
        }
    }
}

/// What was found, or the default, or ValueError.
fn named(vm: &mut Vm, args: &[Value], found: Option<Value>, what: &str) -> Run<Value> {
    match found.or(args[1].bound()) {
        Some(found) => Ok(found),
        None => Err(raise::value_error(vm, what)),
    }
}

fn decimal(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let c = character(vm, args[0], "decimal", " 1")?;
    let found = unicode::decimal_value(c).map(|n| Value::small_int(i64::from(n)));
    named(vm, args, found, "not a decimal")
}
fn digit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let c = character(vm, args[0], "digit", " 1")?;
    let found = unicode::digit_value(c).map(|n| Value::small_int(i64::from(n)));
    named(vm, args, found, "not a digit")
}
fn numeric(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let c = character(vm, args[0], "numeric", " 1")?;
    let found = unicode::numeric_value(c).map(Value::float);
    named(vm, args, found, "not a numeric character")
}
fn name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let c = character(vm, args[0], "name", " 1")?;
    let found = unicode::name(c).map(|name| text::new(vm, &name));
    named(vm, args, found, "no such name")
}

fn lookup(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = api::text_argument(vm, args[0], "lookup", 0)?;
    match unicode::lookup(&name.lossy()) {
        Some(found) => Ok(text::from_bytes(vm, &found)),
        None => {
            let message = format!("undefined character name '{}'", name.lossy());
            let message = text::new(vm, &message);
            Err(raise::key_error(vm, message))
        }
    }
}

fn form(vm: &mut Vm, value: Value, function: &str) -> Run<Form> {
    let name = api::text_argument(vm, value, function, 1)?;
    Ok(match name.bytes() {
        b"NFC" => Form::Nfc,
        b"NFD" => Form::Nfd,
        b"NFKC" => Form::Nfkc,
        b"NFKD" => Form::Nfkd,
        _ => return Err(raise::value_error(vm, "invalid normalization form")),
    })
}

fn normalize(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let form = form(vm, args[0], "normalize")?;
    let string = api::text_argument(vm, args[1], "normalize", 2)?;
    if string.is_ascii() && class::is_exact(args[1], api::ClassId::Str) {
        return Ok(args[1]);
    }
    let normal = unicode::normalized(form, string.bytes()).into_owned();
    Ok(text::from_vec(vm, normal))
}

fn is_normalized(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let form = form(vm, args[0], "is_normalized")?;
    let string = api::text_argument(vm, args[1], "is_normalized", 2)?;
    Ok(Value::bool(unicode::is_in_form(form, string.bytes())))
}

macro_rules! properties {
    ($($name:ident $function:path => $made:expr;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            let c = character(vm, args[0], stringify!($name), "")?;
            let found = $function(c);
            let made: fn(&mut Vm, _) -> Value = $made;
            Ok(made(vm, found))
        }
    )*};
}
properties! {
    category unicode::category => |vm, name: &str| text::new(vm, name);
    bidirectional unicode::bidirectional => |vm, name: &str| text::new(vm, name);
    east_asian_width unicode::east_asian_width => |vm, name: &str| text::new(vm, name);
    combining unicode::combining => |_, n: u8| Value::small_int(i64::from(n));
    mirrored unicode::mirrored => |_, is: bool| Value::small_int(i64::from(is));
    decomposition unicode::decomposition => |vm, shown: String| text::new(vm, &shown);
}

static FUNCTIONS: &[NativeDef] = &[
    function("decimal", "(chr, default=<unrepresentable>, /)", decimal),
    function("digit", "(chr, default=<unrepresentable>, /)", digit),
    function("numeric", "(chr, default=<unrepresentable>, /)", numeric),
    function("name", "(chr, default=<unrepresentable>, /)", name),
    function("lookup", "(name, /)", lookup),
    function("category", "(chr, /)", category),
    function("bidirectional", "(chr, /)", bidirectional),
    function("east_asian_width", "(chr, /)", east_asian_width),
    function("combining", "(chr, /)", combining),
    function("mirrored", "(chr, /)", mirrored),
    function("decomposition", "(chr, /)", decomposition),
    function("normalize", "(form, unistr, /)", normalize),
    function("is_normalized", "(form, unistr, /)", is_normalized),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let doc = "This module provides access to the Unicode Character Database.";
    let module = api::module(vm, "unicodedata", doc, FUNCTIONS);
    let version = text::new(vm, "16.0.0");
    api::set_in(vm, module, "unidata_version", version);
    Ok(module)
}
