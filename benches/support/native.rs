//! The loops in native Rust, in three forms: wrapping, checked, and on integers in boxes on the heap.
//!
//! `opaque` hides the running sum from the optimiser without an instruction, so that no loop is folded to a formula or vectorised.

use pyfast::interp::host::rungs::opaque::{opaque, opaque_float};

/// The native forms of one loop: each takes the number of iterations and answers the sum's bits.
pub struct Forms {
    pub wrapping: fn(u64) -> u64,
    pub checked: fn(u64) -> u64,
    pub boxed: fn(u64) -> u64,
}

/// `for i in range(n): s += i`
pub const RANGE: Forms = Forms {
    wrapping: |n| (0..n as i64).fold(0i64, |s, i| hidden(s.wrapping_add(i))) as u64,
    checked: |n| (0..n as i64).fold(0i64, |s, i| hidden(plus(s, i))) as u64,
    boxed: |n| {
        let mut sum = boxed(0);
        for i in 0..n as i64 {
            let i = boxed(i);
            sum = boxed(plus(*sum, *i));
        }
        *sum as u64
    },
};

/// `while i < n: s += i; i += 1`
pub const WHILE: Forms = Forms {
    wrapping: |n| {
        let (mut s, mut i) = (0i64, 0i64);
        while i < n as i64 {
            s = hidden(s.wrapping_add(i));
            i = hidden(i.wrapping_add(1));
        }
        s as u64
    },
    checked: |n| {
        let (mut s, mut i) = (0i64, 0i64);
        while i < n as i64 {
            s = hidden(plus(s, i));
            i = hidden(plus(i, 1));
        }
        s as u64
    },
    boxed: |n| {
        let (mut s, mut i) = (boxed(0), boxed(0));
        while *i < n as i64 {
            s = boxed(plus(*s, *i));
            i = boxed(plus(*i, 1));
        }
        *s as u64
    },
};

/// `for i in range(n): x += 1.5`. Floats have no overflow to check: the second form tests for NaN.
pub const FLOAT: Forms = Forms {
    wrapping: |n| (0..n).fold(0.0, |x: f64, _| opaque_float(x + 1.5)).to_bits(),
    checked: |n| {
        let sum = (0..n).fold(0.0, |x: f64, _| {
            let sum = x + 1.5;
            assert!(!sum.is_nan());
            opaque_float(sum)
        });
        sum.to_bits()
    },
    boxed: |n| {
        let mut sum = Box::new(0.0f64);
        for _ in 0..n {
            sum = std::hint::black_box(Box::new(*sum + 1.5));
        }
        sum.to_bits()
    },
};

/// `for i in range(n): s = add(s, i)`
pub const CALL: Forms = Forms {
    wrapping: |n| (0..n as i64).fold(0, call_wrapping) as u64,
    checked: |n| (0..n as i64).fold(0, call_checked) as u64,
    boxed: |n| *(0..n as i64).fold(boxed(0), |s, i| call_boxed(s, boxed(i))) as u64,
};

#[inline(never)]
fn call_wrapping(a: i64, b: i64) -> i64 {
    hidden(a.wrapping_add(b))
}

#[inline(never)]
fn call_checked(a: i64, b: i64) -> i64 {
    hidden(plus(a, b))
}

#[inline(never)]
#[allow(clippy::boxed_local)] // That the arguments are boxed is what is measured.
fn call_boxed(a: Box<i64>, b: Box<i64>) -> Box<i64> {
    boxed(plus(*a, *b))
}

/// `for x in xs: s += x`
pub struct Sums {
    pub wrapping: fn(&[i64]) -> u64,
    pub checked: fn(&[i64]) -> u64,
    pub boxed: fn(&[Box<i64>]) -> u64,
}

/// The sum over a list, which is made before the clock starts.
pub const SUM: Sums = Sums {
    wrapping: |xs| xs.iter().fold(0i64, |s, &x| hidden(s.wrapping_add(x))) as u64,
    checked: |xs| xs.iter().fold(0i64, |s, &x| hidden(plus(s, x))) as u64,
    boxed: |xs| *xs.iter().fold(boxed(0), |s, x| boxed(plus(*s, **x))) as u64,
};

#[inline(always)]
fn hidden(n: i64) -> i64 {
    opaque(n as u64) as i64
}

/// The sum, checked.
#[inline(always)]
fn plus(a: i64, b: i64) -> i64 {
    a.checked_add(b).expect("the sums of the benches fit in 64 bits")
}

/// An integer in a box that the optimiser does not take apart.
#[inline(always)]
fn boxed(n: i64) -> Box<i64> {
    std::hint::black_box(Box::new(n))
}
