//! Exact counting: factorials, permutations, combinations.

use crate::base::big::Big;

/// `math.factorial`. The caller refuses absurd sizes.
pub fn factorial(n: u64) -> Big {
    product(1, n)
}

/// `math.perm(n, k)` of `n` ≥ 0: 0 when `k` is larger.
pub fn permutations(n: &Big, k: u64) -> Big {
    if let Some(n) = n.to_u64() {
        return if k > n { Big::zero() } else { product(n - k + 1, n) };
    }
    product_down(n, 0, k)
}

/// `math.comb(n, k)` of `n` ≥ 0: 0 when `k` is larger.
pub fn combinations(n: &Big, k: u64) -> Big {
    let mut k = k;
    if let Some(n) = n.to_u64() {
        if k > n {
            return Big::zero();
        }
        k = k.min(n - k);
        if let Some(small) = small_combinations(n, k) {
            return Big::from_u128(small);
        }
    }
    permutations(n, k).floor_div(&factorial(k)).unwrap_or_else(Big::zero)
}

/// By the recurrence, as long as the products fit.
fn small_combinations(n: u64, k: u64) -> Option<u128> {
    let mut value = 1u128;
    for i in 0..k {
        value = value.checked_mul(u128::from(n - i))? / u128::from(i + 1);
    }
    Some(value)
}

/// The product of all from `low` to `high`, halves first, so that factors stay of one size.
fn product(low: u64, high: u64) -> Big {
    if low > high {
        return Big::one();
    }
    if high - low < 16 {
        let mut value = Big::one();
        let mut small = 1u64;
        for factor in low..=high {
            match small.checked_mul(factor) {
                Some(grown) => small = grown,
                None => {
                    value = value.mul(&Big::from_u64(small));
                    small = factor;
                }
            }
        }
        return value.mul(&Big::from_u64(small));
    }
    let middle = low + (high - low) / 2;
    product(low, middle).mul(&product(middle + 1, high))
}

/// The product of `n - i` for `i` in `from..to`.
fn product_down(n: &Big, from: u64, to: u64) -> Big {
    match to - from {
        0 => Big::one(),
        1 => n.sub(&Big::from_u64(from)),
        length => {
            let middle = from + length / 2;
            product_down(n, from, middle).mul(&product_down(n, middle, to))
        }
    }
}
