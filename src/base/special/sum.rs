//! Sums and norms of floats that lose nothing, or as little as CPython's do.

use crate::base::special::scale;

/// Why a sum has no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumError {
    /// CPython: OverflowError "intermediate overflow in fsum".
    Overflow,
    /// CPython: ValueError "-inf + inf in fsum".
    OppositeInfinities,
}

/// `math.fsum`: the correctly rounded sum.
///
/// INVARIANT: `partials` do not overlap in bits and grow in magnitude; their exact sum is the sum of all that was added.
#[derive(Clone, Debug, Default)]
pub struct ExactSum {
    partials: Vec<f64>,
    special: f64,
    infinities: f64,
}

impl ExactSum {
    pub fn new() -> ExactSum {
        ExactSum::default()
    }

    pub fn add(&mut self, item: f64) -> Result<(), SumError> {
        let mut high = item;
        let mut kept = 0;
        for index in 0..self.partials.len() {
            let (sum, rest) = two_sum_sorted(high, self.partials[index]);
            if rest != 0.0 {
                self.partials[kept] = rest;
                kept += 1;
            }
            high = sum;
        }
        self.partials.truncate(kept);
        if high == 0.0 {
            return Ok(());
        }
        if high.is_finite() {
            self.partials.push(high);
            return Ok(());
        }
        if item.is_finite() {
            return Err(SumError::Overflow);
        }
        if item.is_infinite() {
            self.infinities += item;
        }
        self.special += item;
        self.partials.clear();
        Ok(())
    }

    pub fn finish(mut self) -> Result<f64, SumError> {
        if self.special != 0.0 {
            return if self.infinities.is_nan() {
                Err(SumError::OppositeInfinities)
            } else {
                Ok(self.special)
            };
        }
        let Some(mut high) = self.partials.pop() else {
            return Ok(0.0);
        };
        let mut low = 0.0;
        while low == 0.0
            && let Some(next) = self.partials.pop()
        {
            let sum = high + next;
            low = next - (sum - high);
            high = sum;
        }
        // Half-even across several partials: when what is left lies on the same side as `low`, a half is more than a half.
        if let Some(&next) = self.partials.last()
            && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
        {
            let rounded = high + low * 2.0;
            if rounded - high == low * 2.0 {
                high = rounded;
            }
        }
        Ok(high)
    }
}

/// The sum of two floats and what rounding took from it.
fn two_sum_sorted(x: f64, y: f64) -> (f64, f64) {
    let (large, small) = if x.abs() < y.abs() { (y, x) } else { (x, y) };
    let sum = large + small;
    (sum, small - (sum - large))
}

/// As `two_sum_sorted`, without branches.
fn two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    let part = sum - x;
    (sum, (x - (sum - part)) + (y - part))
}

/// The product of two floats and what rounding took from it.
fn two_product(x: f64, y: f64) -> (f64, f64) {
    let product = x * y;
    (product, x.mul_add(y, -product))
}

/// The builtin `sum` over floats: compensated, not exact.
#[derive(Clone, Copy, Debug)]
pub struct CompensatedSum {
    high: f64,
    low: f64,
}

impl CompensatedSum {
    pub fn new(start: f64) -> CompensatedSum {
        CompensatedSum { high: start, low: 0.0 }
    }

    #[inline]
    pub fn add(&mut self, item: f64) {
        let sum = self.high + item;
        self.low += if self.high.abs() >= item.abs() {
            (self.high - sum) + item
        } else {
            (item - sum) + self.high
        };
        self.high = sum;
    }

    #[inline]
    pub fn value(self) -> f64 {
        if self.low != 0.0 && self.low.is_finite() {
            self.high + self.low
        } else {
            self.high
        }
    }
}

/// `math.sumprod` over floats, in triple length.
#[derive(Clone, Copy, Debug, Default)]
pub struct DotProduct {
    high: f64,
    low: f64,
    tiny: f64,
}

impl DotProduct {
    pub fn new() -> DotProduct {
        DotProduct::default()
    }

    /// Adds `x * y`; answers false, and changes nothing, when the sum would leave the range of floats.
    pub fn add(&mut self, x: f64, y: f64) -> bool {
        let (product, product_low) = two_product(x, y);
        let (high, high_low) = two_sum(self.high, product);
        let (low, low_low) = two_sum(self.low, product_low);
        let (middle, middle_low) = two_sum(low, high_low);
        if !high.is_finite() {
            return false;
        }
        *self = DotProduct {
            high,
            low: middle,
            tiny: self.tiny + low_low + middle_low,
        };
        true
    }

    pub fn value(self) -> f64 {
        let (high, low) = two_sum(self.low, self.high);
        self.tiny + low + high
    }
}

/// `math.hypot(*coordinates)`, and `math.dist` from the differences.
pub fn norm(coordinates: &[f64]) -> f64 {
    let largest = coordinates.iter().fold(0f64, |largest, x| largest.max(x.abs()));
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || coordinates.len() <= 1 {
        return largest;
    }
    let (_, exponent) = scale::frexp(largest);
    if exponent < -1023 {
        // The scale would overflow: subnormals are brought up first, exactly.
        let raised: Vec<f64> = coordinates.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&raised);
    }
    scaled_norm(coordinates, scale::ldexp(1.0, -i64::from(exponent)).unwrap_or(f64::MAX))
}

/// The root of the sum of squares in double length, then corrected by one step of Newton's method.
fn scaled_norm(coordinates: &[f64], scale: f64) -> f64 {
    // Starting at 1, which no scaled square exceeds, lets every addition be a fast one.
    let (mut sum, mut low_products, mut low_sums) = (1.0, 0.0, 0.0);
    let mut add = |product: f64, product_low: f64| {
        let total: f64 = sum + product;
        low_sums += product - (total - sum);
        low_products += product_low;
        sum = total;
        (sum - 1.0) + (low_products + low_sums)
    };
    let mut squares = 0.0;
    for x in coordinates {
        let x = x * scale;
        let (product, low) = two_product(x, x);
        squares = add(product, low);
    }
    let root = squares.sqrt();
    let (product, low) = two_product(-root, root);
    let rest = add(product, low);
    (root + rest / (2.0 * root)) / scale
}
