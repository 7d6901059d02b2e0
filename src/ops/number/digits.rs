//! Ints as decimal text, within the limit on digits.

use crate::base::spec::number::Int;
use crate::heap::value::Value;
use crate::object::number::BigInt;
use crate::ops::number::integer;
use crate::ops::{raise, text};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Digits of an int that are converted whatever the limit.
pub const ALWAYS: usize = 640;

/// Decimal text of a plain int.
/// # Errors
/// ValueError beyond the limit on digits.
pub fn decimal(vm: &mut Vm, int: Value) -> Run<Value> {
    if let Some(n) = int.as_int() {
        return Ok(text::new(vm, &n.to_string()));
    }
    check(vm, int)?;
    let digits = integer::with_big(int, |big| big.to_string_radix(10));
    within(vm, digits.trim_start_matches('-').len())?;
    Ok(text::from_vec(vm, digits.into_bytes()))
}

/// Refuses a plain int that has more decimal digits than the limit allows.
pub fn check(vm: &mut Vm, int: Value) -> Run<()> {
    let Some(big) = int.cast::<BigInt>() else {
        return Ok(());
    };
    // A digit is at least 3.32 bits: what has fewer is surely within, what has many more is surely not.
    let (bits, limit) = (big.limbs().bit_length(), vm.int_digits_max as u64);
    if limit == 0 || bits <= limit * 332 / 100 {
        return Ok(());
    }
    if bits > limit * 333 / 100 + 8 {
        return Err(too_long(vm));
    }
    within(vm, Int::Big(&big.big()).digits(10).len())
}

fn within(vm: &mut Vm, digits: usize) -> Run<()> {
    if vm.int_digits_max != 0 && digits > vm.int_digits_max && digits > ALWAYS {
        return Err(too_long(vm));
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn too_long(vm: &mut Vm) -> Raised {
    let limit = vm.int_digits_max;
    let text = format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    );
    raise::value_error(vm, text)
}

/// Refuses text of too many digits.
pub fn check_text(vm: &mut Vm, digits: usize) -> Run<()> {
    let limit = vm.int_digits_max;
    if limit == 0 || digits <= limit || digits <= ALWAYS {
        return Ok(());
    }
    let text = format!(
        "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; use sys.set_int_max_str_digits() to increase the limit"
    );
    Err(raise::value_error(vm, text))
}
