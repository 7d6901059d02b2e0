//! The algorithms of `base` against CPython's answers, which `make_data.py` wrote into `data/`.

mod big;
mod hash;

/// The tab-separated rows of a data file.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().map(|line| line.split('\t').collect())
}

/// A float from the sixteen hex digits of its bits.
fn float(hex: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(hex, 16).unwrap())
}
