//! Hash values.

use pyfast::base::hash;

use crate::{float, rows};

#[test]
fn floats_hash_as_in_cpython() {
    for row in rows(include_str!("data/hash_floats.txt")) {
        assert_eq!(hash::of_f64(float(row[0])), Some(row[1].parse().unwrap()), "{row:?}");
    }
    assert_eq!(hash::of_f64(f64::INFINITY), Some(314159));
    assert_eq!(hash::of_f64(f64::NEG_INFINITY), Some(-314159));
    assert_eq!(hash::of_f64(f64::NAN), None);
    assert_eq!(hash::of_f64(-1.0), Some(-2));
    assert_eq!(hash::of_i64(i64::MIN), -4);
    assert_eq!(hash::of_i64(-1), -2);
}

#[test]
fn tuples_and_frozensets_combine_as_in_cpython() {
    for row in rows(include_str!("data/hash_tuples.txt")) {
        let items = row[0].split_whitespace().map(|item| item.parse::<i64>().unwrap());
        if row[1] == "f" {
            assert_eq!(hash::of_frozenset(items), row[2].parse::<i64>().unwrap(), "{row:?}");
        } else {
            assert_eq!(hash::of_tuple(items), row[1].parse::<i64>().unwrap(), "{row:?}");
        }
    }
}

#[test]
fn text_hashes_are_stable_within_a_process() {
    assert_eq!(hash::of_text(b""), 0);
    assert_eq!(hash::of_text(b"abc"), hash::of_text(b"abc"));
    assert_ne!(hash::of_text(b"abc"), hash::of_text(b"abd"));
}
