//! The `math` module's own functions.

use pyfast::base::special::count;
use pyfast::base::special::gamma;
use pyfast::base::special::scale::{self, MathError};
use pyfast::base::special::sum::{self, CompensatedSum, DotProduct, ExactSum, SumError};

use crate::{big_int, bits, float, rows};

fn shown(answer: Result<f64, MathError>) -> String {
    match answer {
        Ok(x) => bits(x),
        Err(MathError::Domain) => "!ValueError".to_string(),
        Err(MathError::Range) => "!OverflowError".to_string(),
    }
}

/// Equal, or so near as the exponentials and logarithms of two libraries are.
fn near(ours: &str, theirs: &str) -> bool {
    if ours.starts_with('!') || theirs.starts_with('!') {
        return ours == theirs;
    }
    let (a, b) = (float(ours), float(theirs));
    a.is_nan() && b.is_nan() || (a - b).abs() <= 8.0 * scale::ulp(b)
}

#[test]
fn functions_agree() {
    for row in rows(include_str!("data/special.txt")) {
        let (x, last) = (float(row[1]), row[row.len() - 1]);
        match row[0] {
            "gamma" => assert!(near(&shown(gamma::gamma(x)), last), "{row:?} {x}"),
            "lgamma" => assert!(near(&shown(gamma::ln_gamma(x)), last), "{row:?} {x}"),
            "erf" => assert!(near(&bits(gamma::erf(x)), last), "{row:?} {x}"),
            "erfc" => assert!(near(&bits(gamma::erfc(x)), last), "{row:?} {x}"),
            "ulp" => assert_eq!(bits(scale::ulp(x)), last),
            "frexp" => {
                let (mantissa, exponent) = scale::frexp(x);
                assert_eq!([bits(mantissa), exponent.to_string()], [row[2], last]);
            }
            "ldexp" => assert_eq!(shown(scale::ldexp(x, row[2].parse().unwrap())), last, "{row:?}"),
            "remainder" => assert_eq!(shown(scale::remainder(x, float(row[2]))), last, "{row:?}"),
            "nextafter" => {
                let steps = row[3].parse().unwrap();
                assert_eq!(bits(scale::next_after(x, float(row[2]), steps)), last, "{row:?}");
            }
            name => panic!("no function {name}"),
        }
    }
}

#[test]
fn sums_agree() {
    for row in rows(include_str!("data/sum.txt")) {
        let items: Vec<f64> = row[0].split_whitespace().map(float).collect();
        let weights = row[1].split_whitespace().map(float);
        let mut exact = ExactSum::new();
        let added = items.iter().try_for_each(|&item| exact.add(item));
        match added.and_then(|()| exact.finish()) {
            Ok(sum) => assert_eq!(bits(sum), row[2], "{row:?}"),
            Err(SumError::Overflow) => assert_eq!(row[2], "!OverflowError"),
            Err(SumError::OppositeInfinities) => assert_eq!(row[2], "!ValueError"),
        }
        let mut compensated = CompensatedSum::new(0.0);
        items.iter().for_each(|&item| compensated.add(item));
        assert_eq!(bits(compensated.value()), bits(float(row[3])), "{row:?}");
        assert_eq!(bits(sum::norm(&items)), bits(float(row[4])), "{row:?}");
        let mut dot = DotProduct::new();
        if items.iter().zip(weights).all(|(&item, weight)| dot.add(item, weight)) {
            assert_eq!(bits(dot.value()), bits(float(row[5])), "{row:?}");
        }
    }
}

#[test]
fn counts_agree() {
    for row in rows(include_str!("data/count.txt")) {
        let (n, k) = (big_int(row[1]), row[2].parse().unwrap());
        let value = match row[0] {
            "factorial" => count::factorial(n.to_u64().unwrap()),
            "perm" => count::permutations(&n, k),
            _ => count::combinations(&n, k),
        };
        assert_eq!(value.to_string_radix(16), row[3], "{row:?}");
    }
}

#[test]
fn logarithms_of_big_integers_agree() {
    let huge = big_int("a").pow(400);
    assert_eq!(scale::log_big(&huge, f64::log10), Some(400.0));
    assert_eq!(scale::log_big(&big_int("1").shl(5000), f64::log2), Some(5000.0));
    assert_eq!(scale::log_big(&big_int("0"), f64::ln), None);
}
