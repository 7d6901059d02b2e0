//! Big integers: every operation against CPython, and the wide ones against num-bigint with the operands that dashu gets wrong.

use num_bigint::BigInt;
use pyfast::base::big::{Big, Endian, ModPowError, ToBytesError, TrueDivError};

use crate::{float, rows};

fn big(hex: &str) -> Big {
    match hex.strip_prefix('-') {
        Some(digits) => Big::parse(16, digits.as_bytes()).unwrap().neg(),
        None => Big::parse(16, hex.as_bytes()).unwrap(),
    }
}

fn hex(value: &Big) -> String {
    value.to_string_radix(16)
}

#[test]
fn pairs_agree() {
    for row in rows(include_str!("data/big_pairs.txt")) {
        let (a, b) = (big(row[0]), big(row[1]));
        assert_eq!(
            [hex(&a.add(&b)), hex(&a.sub(&b)), hex(&a.mul(&b))],
            [row[2], row[3], row[4]]
        );
        match a.div_mod_floor(&b) {
            None => assert_eq!(row[5], "!ZeroDivisionError"),
            Some((quotient, remainder)) => assert_eq!([hex(&quotient), hex(&remainder)], [row[5], row[6]]),
        }
        assert_eq!([hex(&a.gcd(&b)), hex(&a.and(&b))], [row[7], row[8]]);
        assert_eq!([hex(&a.or(&b)), hex(&a.xor(&b))], [row[9], row[10]]);
        match a.true_div(&b) {
            Ok(x) => assert_eq!(format!("{:016x}", x.to_bits()), row[11], "{row:?}"),
            Err(TrueDivError::Overflow) => assert_eq!(row[11], "!OverflowError"),
            Err(TrueDivError::DivisionByZero) => assert_eq!(row[11], "!ZeroDivisionError"),
        }
    }
}

#[test]
fn singles_agree() {
    for row in rows(include_str!("data/big_singles.txt")) {
        let a = big(row[0]);
        let digits = row[1].trim_start_matches('-');
        assert_eq!(Big::parse(10, digits.as_bytes()).unwrap(), a.abs());
        assert_eq!(a.to_string_radix(10), row[1]);
        assert_eq!(
            [a.bit_length().to_string(), a.limbs().bit_count().to_string()],
            [row[2], row[3]]
        );
        assert_eq!(a.hash_value().to_string(), row[4]);
        match a.to_f64() {
            Some(x) => assert_eq!(format!("{:016x}", x.to_bits()), row[5]),
            None => assert_eq!(row[5], "!OverflowError"),
        }
        let shift = row[6].parse().unwrap();
        assert_eq!(
            [hex(&a.shl(shift)), hex(&a.shr(shift)), hex(&a.not())],
            [row[7], row[8], row[9]]
        );
        assert_eq!(a.isqrt().map_or("-".to_string(), |root| hex(&root)), row[10]);
        assert_eq!(a.to_i64().map_or(a.clone(), Big::from_i64), a);
        assert_eq!(a.to_i64(), row[1].parse().ok());
        assert_eq!(a.to_i128(), row[1].parse().ok());
    }
}

#[test]
fn modular_powers_agree() {
    for row in rows(include_str!("data/big_mod_pow.txt")) {
        match big(row[0]).mod_pow(&big(row[1]), &big(row[2])) {
            Ok(power) => assert_eq!(hex(&power), row[3], "{row:?}"),
            Err(ModPowError::ZeroModulus | ModPowError::NotInvertible) => assert_eq!(row[3], "!ValueError"),
        }
    }
}

#[test]
fn floats_compare_and_convert_exactly() {
    for row in rows(include_str!("data/big_float_compare.txt")) {
        let x = float(row[1]);
        let order = big(row[0]).partial_cmp_f64(x).unwrap() as i8;
        assert_eq!(order.to_string(), row[2], "{row:?}");
        assert_eq!(hex(&Big::from_f64(x).unwrap()), row[3]);
    }
}

#[test]
fn bytes_agree() {
    for row in rows(include_str!("data/big_bytes.txt")) {
        let endian = if row[2] == "big" { Endian::Big } else { Endian::Little };
        let (value, signed) = (big(row[0]), row[3] == "1");
        match value.to_bytes(row[1].parse().unwrap(), endian, signed) {
            Ok(bytes) => {
                assert_eq!(bytes.iter().map(|b| format!("{b:02x}")).collect::<String>(), row[4]);
                assert_eq!(Big::from_bytes(&bytes, endian, signed), value);
            }
            Err(ToBytesError::Negative | ToBytesError::TooBig) => assert_eq!(row[4], "!OverflowError"),
        }
    }
}

/// Words of zeros and ones, in runs: the operands that dashu's transform gets wrong.
fn patterned(length: usize, seed: u64) -> Vec<u64> {
    let mut state = seed;
    let mut words = Vec::with_capacity(length);
    while words.len() < length {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        let run = 1 + (state >> 40) as usize % 300;
        let word = if state >> 63 == 0 { 0 } else { u64::MAX };
        words.extend(std::iter::repeat_n(word, run.min(length - words.len())));
    }
    words[length - 1] = u64::MAX;
    words
}

fn num(words: &[u64]) -> BigInt {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    BigInt::from_bytes_le(num_bigint::Sign::Plus, &bytes)
}

#[test]
fn wide_operands_agree_with_num_bigint() {
    for (i, (long, short)) in [(3999, 3999), (4000, 4000), (5000, 4100), (9000, 4500), (8200, 3990)]
        .into_iter()
        .enumerate()
    {
        let (a, b) = (patterned(long, i as u64 + 1), patterned(short, i as u64 + 77));
        let (x, y) = (Big::from_words(false, &a), Big::from_words(false, &b));
        let product = x.mul(&y);
        assert_eq!(product.words().1, (num(&a) * num(&b)).to_u64_digits().1);
        assert_eq!(x.mul(&x).words().1, (num(&a) * num(&a)).to_u64_digits().1);
        let (quotient, remainder) = product.add(&x).div_rem(&y).unwrap();
        assert_eq!(
            quotient.words().1,
            ((num(&a) * num(&b) + num(&a)) / num(&b)).to_u64_digits().1
        );
        assert_eq!(quotient.mul(&y).add(&remainder), product.add(&x));
        assert_eq!(x.mul(&x).add_i64(5).isqrt().unwrap(), x);
    }
}

#[test]
fn wide_powers_and_text_agree() {
    let a = Big::from_words(false, &patterned(60, 3));
    let mut expected = Big::one();
    for _ in 0..90 {
        expected = expected.mul(&a);
    }
    assert_eq!(a.pow(90), expected);
    let text = expected.to_string_radix(10);
    assert_eq!(Big::parse(10, text.as_bytes()).unwrap(), expected);
    assert_eq!(
        Big::from_i64(10).pow(100_000).to_string_radix(10),
        format!("1{}", "0".repeat(100_000))
    );
}

#[test]
fn powers_of_small_bases_are_sized_tightly() {
    for (base, exponent, power) in [
        (0, 7, 0),
        (1, u64::MAX, 1),
        (-1, u64::MAX, -1),
        (-1, 1 << 40, 1),
        (0, 0, 1),
        (-3, 3, -27),
    ] {
        assert_eq!(Big::from_i64(base).pow(exponent), Big::from_i64(power));
        assert!(Big::from_i64(base).pow_bits(exponent) <= 64);
    }
    assert_eq!(Big::from_i64(2).pow_bits(100), 101);
    assert_eq!(Big::from_i64(-1024).pow_bits(100), 1001);
}
