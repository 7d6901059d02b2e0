//! The algorithms of `base` against CPython's answers, which `make_data.py` wrote into `data/`.

mod big;
mod codec;
mod float;
mod hash;
mod rng;
mod search;
mod sort;
mod spec;
mod special;
mod unicode;

/// The tab-separated rows of a data file.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().map(|line| line.split('\t').collect())
}

/// A float from the sixteen hex digits of its bits.
fn float(hex: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(hex, 16).unwrap())
}

/// The sixteen hex digits of a float's bits, with one form for NaN.
fn bits(x: f64) -> String {
    format!("{:016x}", if x.is_nan() { 0x7ff8 << 48 } else { x.to_bits() })
}

/// Bytes from hex.
fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
        .collect()
}

/// Bytes as hex.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A big integer from hex with an optional sign.
fn big_int(hex: &str) -> pyfast::base::big::Big {
    let magnitude = pyfast::base::big::Big::parse(16, hex.trim_start_matches('-').as_bytes()).unwrap();
    if hex.starts_with('-') {
        magnitude.neg()
    } else {
        magnitude
    }
}
