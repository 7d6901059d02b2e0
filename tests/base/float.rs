//! Floats: text, rounding, hexadecimal, operators.

use pyfast::base::float::{self, HexError, Power, Shape};

use crate::{bits, bytes, float as float_of, rows};

#[test]
fn text_agrees() {
    let alternate = Shape {
        alternate: true,
        dot_zero: false,
    };
    let untyped = Shape {
        alternate: false,
        dot_zero: true,
    };
    for row in rows(include_str!("data/float_text.txt")) {
        let (x, precision, plain) = (float_of(row[0]), row[2].parse().unwrap(), Shape::default());
        assert_eq!(float::repr(x), row[1]);
        assert_eq!(float::format_fixed(x, precision, plain), row[3]);
        assert_eq!(float::format_exp(x, precision, plain), row[4]);
        assert_eq!(float::format_general(x, precision, plain), row[5], "{row:?}");
        assert_eq!(float::format_general(x, precision, alternate), row[6], "{row:?}");
        assert_eq!(
            float::round(x, row[7].parse().unwrap()).map_or("!OverflowError".to_string(), bits),
            row[8],
            "{row:?}"
        );
        assert_eq!(float::hex(x), row[9]);
        assert_eq!(float::format_general(x, precision, untyped), row[10], "{row:?}");
        assert_eq!(float::format_exp(x, precision, alternate), row[11]);
        if x.is_finite() {
            let (numerator, denominator) = float::as_integer_ratio(x).unwrap();
            assert_eq!(numerator.true_div(&denominator).unwrap(), x);
            assert_eq!(float::from_hex(row[9]), Ok(x));
            assert_eq!(float::parse(row[1]), Some(x));
        }
    }
    assert_eq!(float::format_fixed(0.5, 70_000, Shape::default()).len(), 70_002);
    assert_eq!(float::format_general(0.5, 70_000, alternate).len(), 70_002);
    assert_eq!(float::format_exp(0.0, 70_000, Shape::default()).len(), 70_006);
}

#[test]
fn rounding_agrees() {
    for row in rows(include_str!("data/float_rounding.txt")) {
        let rounded = float::round(float_of(row[0]), row[1].parse().unwrap());
        assert_eq!(rounded.map_or("!OverflowError".to_string(), bits), row[2], "{row:?}");
    }
}

#[test]
fn parsing_agrees() {
    for row in rows(include_str!("data/float_parse.txt")) {
        assert_eq!(
            float::parse(row[0])
                .map_or("!ValueError".to_string(), bits)
                .replace("fff8", "7ff8"),
            row[1].replace("fff8", "7ff8"),
            "{row:?}"
        );
    }
    for row in rows(include_str!("data/float_hex.txt")) {
        let text = match float::from_hex(std::str::from_utf8(&bytes(row[0])).unwrap()) {
            Ok(x) => bits(x),
            Err(HexError::Invalid) => "!ValueError".to_string(),
            Err(HexError::TooLarge) => "!OverflowError".to_string(),
        };
        assert_eq!(text, row[1], "{:?}", String::from_utf8(bytes(row[0])));
    }
}

#[test]
fn operators_agree() {
    let plain = |hex: &str| {
        if hex.starts_with('!') {
            hex.to_string()
        } else {
            bits(float_of(hex))
        }
    };
    for row in rows(include_str!("data/float_operators.txt")) {
        let (x, y) = (float_of(row[0]), float_of(row[1]));
        match float::div_mod_floor(x, y) {
            None => assert_eq!(row[2], "!ZeroDivisionError"),
            Some((quotient, remainder)) => {
                assert_eq!(
                    [bits(quotient), bits(remainder)],
                    [plain(row[2]), plain(row[3])],
                    "{x} {y}"
                );
                assert_eq!(bits(float::floor_mod(x, y).unwrap()), plain(row[3]), "{x} {y}");
            }
        }
        match float::pow(x, y) {
            Power::Value(value) => assert_eq!(bits(value), plain(row[4]), "{x} {y}"),
            Power::ZeroToNegative => assert_eq!(row[4], "!ZeroDivisionError"),
            // The complex power may then overflow itself.
            Power::Complex => assert!(row[4] == "complex" || row[4] == "!OverflowError"),
            Power::Overflow => assert_eq!(row[4], "!OverflowError"),
        }
    }
}
