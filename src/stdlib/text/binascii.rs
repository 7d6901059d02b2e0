//! `binascii`: bytes as text, and checksums.

use base64::Engine;
use base64::alphabet::STANDARD as STANDARD_ALPHABET;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};

use crate::api::{
    self, ClassId, Kind, NativeDef, NewClass, Own, Raised, Run, Str, Value, Vm, buffer, class, convert, flag, function,
    make, raise, truth,
};
use crate::stdlib::support::own_error;

#[cold]
fn error(vm: &mut Vm, message: &str) -> Raised {
    own_error(vm, Own::BinasciiError, message)
}

/// ASCII text or bytes.
fn input(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    if let Some(string) = value.cast::<Str>() {
        if string.is_ascii() {
            return Ok(string.bytes().to_vec());
        }
        return Err(raise::value_error(
            vm,
            "string argument should contain only ASCII characters",
        ));
    }
    match buffer::copy(value) {
        Some(data) => Ok(data),
        None => {
            let got = class::name_of(vm, value);
            let text = format!("argument should be bytes, buffer or ASCII string, not '{got}'");
            Err(raise::type_error(vm, text))
        }
    }
}

fn option(vm: &mut Vm, value: Value, default: bool) -> Run<bool> {
    match value.bound() {
        Some(value) => truth::truth(vm, value),
        None => Ok(default),
    }
}

/// Data that is written as digits whatever the limit of memory says.
const SHORT_BYTES: usize = 4096;

fn hexlify(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    // Refusals of the data come before those of the separator.
    let plain = buffer::require(vm, args[0], |data| {
        (args[1].is_unbound() && data.len() <= SHORT_BYTES).then(|| faster_hex::hex_string(data).into_bytes())
    })?;
    if let Some(hex) = plain {
        return Ok(make::bytes(vm, hex));
    }
    let shown = api::binary_hex(vm, args)?.expect::<Str>();
    Ok(make::bytes(vm, shown.bytes()))
}

fn unhexlify(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let text = input(vm, args[0])?;
    if !text.len().is_multiple_of(2) {
        return Err(error(vm, "Odd-length string"));
    }
    let mut bytes = vec![0; text.len() / 2];
    match faster_hex::hex_decode(&text, &mut bytes) {
        Ok(()) => Ok(make::bytes(vm, bytes)),
        Err(_) => Err(error(vm, "Non-hexadecimal digit found")),
    }
}

/// Decodes what has nothing unusual in it.
const WELL_FORMED: GeneralPurpose = GeneralPurpose::new(
    &STANDARD_ALPHABET,
    GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
);

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn b2a_base64(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let newline = option(vm, args[1], true)?;
    let mut out = buffer::require(vm, args[0], |data| STANDARD.encode(data))?;
    if newline {
        out.push('\n');
    }
    Ok(make::bytes(vm, out.into_bytes()))
}

/// The value of a digit; 64 for none.
static DIGITS: [u8; 256] = {
    let mut table = [64; 256];
    let mut i = 0;
    while i < 64 {
        table[ALPHABET[i] as usize] = i as u8;
        i += 1;
    }
    table
};

fn a2b_base64(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let strict = option(vm, args[1], false)?;
    let text = input(vm, args[0])?;
    if let Ok(plain) = WELL_FORMED.decode(text.strip_suffix(b"\n").filter(|_| !strict).unwrap_or(&text)) {
        return Ok(make::bytes(vm, plain));
    }
    let (mut out, mut quad, mut left, mut pads) = (Vec::with_capacity(text.len() / 4 * 3), 0, 0u8, 0);
    if strict && text.first() == Some(&b'=') {
        return Err(error(vm, "Leading padding not allowed"));
    }
    for (i, &c) in text.iter().enumerate() {
        if c == b'=' {
            pads += 1;
            if quad >= 2 && quad + pads >= 4 {
                if strict && i + 1 < text.len() {
                    return Err(error(vm, "Excess data after padding"));
                }
                return Ok(make::bytes(vm, out));
            }
            if strict && quad == 0 {
                return Err(error(vm, "Excess padding not allowed"));
            }
            continue;
        }
        let digit = DIGITS[usize::from(c)];
        if digit == 64 {
            if strict {
                return Err(error(vm, "Only base64 data is allowed"));
            }
            continue;
        }
        if strict && pads > 0 {
            return Err(error(vm, "Discontinuous padding not allowed"));
        }
        pads = 0;
        match quad {
            0 => left = digit,
            1 => {
                out.push(left << 2 | digit >> 4);
                left = digit & 15;
            }
            2 => {
                out.push(left << 4 | digit >> 2);
                left = digit & 3;
            }
            _ => out.push(left << 6 | digit),
        }
        quad = (quad + 1) % 4;
    }
    match quad {
        0 => Ok(make::bytes(vm, out)),
        1 => {
            let n = out.len() / 3 * 4 + 1;
            let text = format!(
                "Invalid base64-encoded string: number of data characters ({n}) cannot be 1 more than a multiple of 4"
            );
            Err(error(vm, &text))
        }
        _ => Err(error(vm, "Incorrect padding")),
    }
}

/// Of zlib, too.
pub fn crc32(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let before = match args[1].bound() {
        Some(before) => convert::index_clamped(vm, before)? as u32,
        None => 0,
    };
    let sum = buffer::require(vm, args[0], |data| {
        let mut hasher = crc32fast::Hasher::new_with_initial(before);
        hasher.update(data);
        hasher.finalize()
    })?;
    Ok(Value::small_int(i64::from(sum)))
}

fn crc_hqx(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut crc = convert::index_clamped(vm, args[1])? as u32 & 0xFFFF;
    let data = buffer::require(vm, args[0], <[u8]>::to_vec)?;
    for byte in data {
        crc ^= u32::from(byte) << 8;
        for _ in 0..8 {
            crc = if crc & 0x8000 != 0 { crc << 1 ^ 0x1021 } else { crc << 1 };
        }
        crc &= 0xFFFF;
    }
    Ok(Value::small_int(i64::from(crc)))
}

/// Most bytes of a line of uuencoded data: its length is one character.
const UU_BYTES_MAX: usize = 45;

fn b2a_uu(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let backtick = option(vm, args[1], false)?;
    let data = buffer::require(vm, args[0], <[u8]>::to_vec)?;
    if data.len() > UU_BYTES_MAX {
        return Err(error(vm, "At most 45 bytes at once"));
    }
    let shown = |bits: u8| match bits & 63 {
        0 if backtick => b'`',
        bits => b' ' + bits,
    };
    let mut out = vec![shown(data.len() as u8)];
    for three in data.chunks(3) {
        let byte = |i: usize| three.get(i).copied().unwrap_or(0);
        let (a, b, c) = (byte(0), byte(1), byte(2));
        out.extend([a >> 2, a << 4 | b >> 4, b << 2 | c >> 6, c].map(shown));
    }
    out.push(b'\n');
    Ok(make::bytes(vm, out))
}

fn a2b_uu(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let text = input(vm, args[0])?;
    let Some((&first, text)) = text.split_first() else {
        return Err(error(vm, "Missing length byte"));
    };
    let length = usize::from(first.wrapping_sub(b' ') & 63);
    let digits = (length * 8).div_ceil(6);
    let (mut out, mut bits, mut left) = (Vec::with_capacity(length), 0u32, 0);
    for i in 0..digits {
        let digit = match text.get(i) {
            // Spaces at the end of a line may have been lost.
            None | Some(b'\n' | b'\r') => 0,
            Some(c @ b' '..=b'`') => (c - b' ') & 63,
            Some(_) => return Err(error(vm, "Illegal char")),
        };
        (bits, left) = (bits << 6 | u32::from(digit), left + 6);
        if left >= 8 {
            left -= 8;
            out.push((bits >> left) as u8);
        }
    }
    let rest = text.get(digits..).unwrap_or_default();
    if rest.iter().any(|c| !matches!(c, b' ' | b'`' | b'\n' | b'\r')) {
        return Err(error(vm, "Trailing garbage"));
    }
    Ok(make::bytes(vm, out))
}

static FUNCTIONS: &[NativeDef] = &[
    function("b2a_uu", "(data, /, *, backtick=False)", b2a_uu).doc("Uuencode line of data."),
    function("a2b_uu", "(data, /)", a2b_uu).doc("Decode a line of uuencoded data."),
    function("hexlify", "(data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify)
        .doc("Hexadecimal representation of binary data."),
    function("b2a_hex", "(data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify)
        .doc("Hexadecimal representation of binary data."),
    function("unhexlify", "(hexstr, /)", unhexlify).doc("Binary data of hexadecimal representation."),
    function("a2b_hex", "(hexstr, /)", unhexlify).doc("Binary data of hexadecimal representation."),
    function("b2a_base64", "(data, /, *, newline=True)", b2a_base64).doc("Base64-code line of data."),
    function("a2b_base64", "(data, /, *, strict_mode=False)", a2b_base64).doc("Decode a line of base64 data."),
    function("crc32", "(data, crc=0, /)", crc32).doc("Compute CRC-32 incrementally."),
    function("crc_hqx", "(data, crc, /)", crc_hqx).doc("Compute CRC-CCITT incrementally."),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "binascii", "Conversion between binary data and ASCII", FUNCTIONS);
    for (own, name, base) in [
        (Own::BinasciiError, "binascii.Error", ClassId::ValueError),
        (Own::BinasciiIncomplete, "binascii.Incomplete", ClassId::Exception),
    ] {
        let new = NewClass {
            name,
            base,
            kind: Kind::Exception,
            flags: flag::BASE,
        };
        api::class_in(vm, module, Some(own), new, &[]);
    }
    Ok(module)
}
