//! Format specifications and printf-style formats.

use pyfast::base::spec::number::{self, Int};
use pyfast::base::spec::parse::{FormatError, Spec, Subject};
use pyfast::base::spec::percent::{self, Piece};
use pyfast::base::spec::text;

use crate::{big_int, bytes, float, hex, rows};

fn outcome(answer: Result<Vec<u8>, FormatError>) -> String {
    match answer {
        Ok(text) => format!("={}", hex(&text)),
        Err(FormatError::Value(text)) => format!("!ValueError:{}", hex(text.as_bytes())),
        Err(FormatError::Overflow(text)) => format!("!OverflowError:{}", hex(text.as_bytes())),
        Err(FormatError::Type(text)) => format!("!TypeError:{}", hex(text.as_bytes())),
    }
}

fn format(class: &str, value: &str, spec: &[u8]) -> Result<Vec<u8>, FormatError> {
    let mut out = Vec::new();
    match class {
        "float" => {
            let spec = Spec::parse(spec, Subject::Float, class)?;
            number::format_float(&mut out, &spec, float(value), class)?;
        }
        "complex" => {
            let spec = Spec::parse(spec, Subject::Complex, class)?;
            let (real, imaginary) = value.split_once(',').unwrap();
            number::format_complex(&mut out, &spec, float(real), float(imaginary), class)?;
        }
        "str" => text::format_str(&mut out, &Spec::parse(spec, Subject::Str, class)?, &bytes(value), class)?,
        _ => {
            let big = big_int(value);
            let value = big.to_i64().map_or(Int::Big(&big), Int::Small);
            number::format_int(&mut out, &Spec::parse(spec, Subject::Int, class)?, value, class)?;
        }
    }
    Ok(out)
}

#[test]
fn specifications_agree() {
    for row in rows(include_str!("data/spec.txt")) {
        let spec = bytes(row[2]);
        let ours = outcome(format(row[0], row[1], &spec));
        // The text of an error shows a surrogate as a replacement.
        if spec.windows(2).any(|pair| pair[0] == 0xED && pair[1] >= 0xA0) && row[3].starts_with('!') {
            assert!(ours.starts_with('!'));
            continue;
        }
        assert_eq!(
            ours,
            row[3],
            "{} {} {:?}",
            row[0],
            row[1],
            String::from_utf8_lossy(&spec)
        );
    }
}

fn percent(class: &str, value: &str, format: &[u8]) -> Result<Vec<u8>, FormatError> {
    let mut out = Vec::new();
    let mut pieces = percent::pieces(format);
    while let Some(piece) = pieces.next() {
        let conversion = match piece? {
            Piece::Literal(text) => {
                out.extend_from_slice(text);
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        let field = conversion.field(None, None);
        match (field.kind, class) {
            (b'd' | b'i' | b'u' | b'o' | b'x' | b'X', "int") => {
                percent::format_int(&mut out, &field, Int::Big(&big_int(value)));
            }
            (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', _) => percent::format_float(&mut out, &field, float(value)),
            (b'c', _) => percent::format_char(&mut out, &field, u32::from_str_radix(value, 16).unwrap()),
            (b's', _) => percent::format_text(&mut out, &field, &bytes(value)),
            _ => return Err(percent::unsupported(&conversion, &pieces)),
        }
    }
    Ok(out)
}

#[test]
fn percent_formats_agree() {
    for row in rows(include_str!("data/percent.txt")) {
        let format = bytes(row[2]);
        assert_eq!(
            outcome(percent(row[0], row[1], &format)),
            row[3],
            "{} {:?}",
            row[1],
            String::from_utf8_lossy(&format)
        );
    }
}
