//! What a slice means for a sequence of a given length.

use crate::base::big::Big;
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::range;
use crate::ops::{class, convert, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Fields of a slice.
pub const START: usize = 0;
pub const STOP: usize = 1;
pub const STEP: usize = 2;

/// The numbers of a slice, None replaced and clamped to what a length can reach.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: i64,
    stop: i64,
    pub step: i64,
}

/// The indices `start`, `start + step` …, `count` of them, all within the sequence. Where there are none, `start` is where an
/// insertion goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub step: i64,
    pub count: usize,
}

/// The slice, if `value` is one.
pub fn cast(value: Value) -> Option<Ref<Record>> {
    if class::is_exact(value, ClassId::Slice) {
        value.cast()
    } else {
        None
    }
}

/// Reads the numbers of a slice. May run Python: take the length of the sequence afterwards.
pub fn unpack(vm: &mut Vm, slice: Ref<Record>) -> Run<Bounds> {
    if let [start, stop, step] = slice.fields()
        && let Some(bounds) = plain(start.get(), stop.get(), step.get())
    {
        return Ok(bounds);
    }
    let step = match slice.get(STEP) {
        Value::NONE => 1,
        step => number(vm, step)?.max(-i64::MAX),
    };
    if step == 0 {
        return Err(raise::value_error(vm, "slice step cannot be zero"));
    }
    let start = match slice.get(START) {
        Value::NONE => {
            if step < 0 {
                i64::MAX
            } else {
                0
            }
        }
        start => number(vm, start)?,
    };
    let stop = match slice.get(STOP) {
        Value::NONE => {
            if step < 0 {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        stop => number(vm, stop)?,
    };
    Ok(Bounds { start, stop, step })
}

/// The numbers of a slice of inline ints and None.
#[inline]
fn plain(start: Value, stop: Value, step: Value) -> Option<Bounds> {
    let or = |value: Value, none: i64| if value.is_none() { Some(none) } else { value.as_int() };
    let step = or(step, 1).filter(|&step| step != 0)?;
    let (first, last) = if step < 0 { (i64::MAX, i64::MIN) } else { (0, i64::MAX) };
    Some(Bounds {
        start: or(start, first)?,
        stop: or(stop, last)?,
        step,
    })
}

/// A number of a slice, or an argument that means the same (`list.index(x, start, stop)`): clamped to 64 bits.
pub fn number(vm: &mut Vm, value: Value) -> Run<i64> {
    if let Some(n) = value.as_int_or_bool() {
        return Ok(n);
    }
    if !convert::has_index(vm, value) {
        let text = "slice indices must be integers or None or have an __index__ method";
        return Err(raise::type_error(vm, text));
    }
    convert::index_clamped(vm, value)
}

impl Bounds {
    /// The indices for a sequence of `len` items.
    #[inline]
    pub fn fit(self, len: usize) -> Span {
        let (start, stop) = self.fit_ends(len);
        let distance = if self.step < 0 { start - stop } else { stop - start };
        let count = if distance <= 0 {
            0
        } else if self.step.unsigned_abs() == 1 {
            distance as u64
        } else {
            (distance - 1) as u64 / self.step.unsigned_abs() + 1
        };
        Span {
            start: start.max(0) as usize,
            step: self.step,
            count: count as usize,
        }
    }
    /// First index and the one before which to stop, clamped to the sequence.
    #[inline]
    pub fn fit_ends(self, len: usize) -> (i64, i64) {
        let len = len as i64;
        let fit = |n: i64| {
            let n = if n < 0 { n.saturating_add(len) } else { n };
            if self.step < 0 {
                n.clamp(-1, len - 1)
            } else {
                n.clamp(0, len)
            }
        };
        (fit(self.start), fit(self.stop))
    }
}

impl Span {
    /// The indices, in order of the slice.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |n| (self.start as i64 + n * self.step) as usize)
    }
    /// The same indices in ascending order.
    pub fn ascending(self) -> Span {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let first = self.start as i64 + (self.count as i64 - 1) * self.step;
        Span {
            start: first as usize,
            step: -self.step,
            count: self.count,
        }
    }
}

/// `start` or `stop` of a search within `len` items: negative ones count from the end.
pub fn fit_index(n: i64, len: usize) -> usize {
    let n = if n < 0 { n.saturating_add(len as i64).max(0) } else { n };
    n as usize
}

/// `start`, `stop` and `step` for a length of any size, clamped to the sequence: `slice.indices`.
pub fn fit_big(vm: &mut Vm, slice: Ref<Record>, len: &Big) -> Run<[Big; 3]> {
    let step = match slice.get(STEP) {
        Value::NONE => Big::one(),
        step => any_number(vm, step)?,
    };
    if step.is_zero() {
        return Err(raise::value_error(vm, "slice step cannot be zero"));
    }
    let down = step.is_negative();
    let lower = Big::from_i64(if down { -1 } else { 0 });
    let upper = if down { len.add_i64(-1) } else { len.clone() };
    let fit = |vm: &mut Vm, field: usize, none: &Big| -> Run<Big> {
        let n = match slice.get(field) {
            Value::NONE => return Ok(none.clone()),
            n => any_number(vm, n)?,
        };
        let n = if n.is_negative() { n.add(len) } else { n };
        Ok(if n < lower {
            lower.clone()
        } else if n > upper {
            upper.clone()
        } else {
            n
        })
    };
    let (first, last) = if down { (&upper, &lower) } else { (&lower, &upper) };
    let start = fit(vm, START, first)?;
    let stop = fit(vm, STOP, last)?;
    Ok([start, stop, step])
}

/// A number of a slice, of any size.
fn any_number(vm: &mut Vm, value: Value) -> Run<Big> {
    if !convert::has_index(vm, value) {
        let text = "slice indices must be integers or None or have an __index__ method";
        return Err(raise::type_error(vm, text));
    }
    let n = convert::index(vm, value)?;
    Ok(range::to_big(n))
}

/// The characters of a slice of a str.
pub fn of_text(vm: &mut Vm, string: Ref<Str>, span: Span) -> Value {
    if span.count == 0 {
        return vm.empty_str;
    }
    if span.step == 1 || span.count == 1 {
        let (start, end) = (string.offset(span.start), string.offset(span.start + span.count));
        return text::cut(vm, string, start, end);
    }
    let bytes = string.bytes();
    if string.is_ascii() {
        return text::with(vm, span.count, span.count, |picked| {
            picked.iter_mut().zip(span.indices()).for_each(|(to, i)| *to = bytes[i]);
        });
    }
    let points: Vec<u32> = walk::code_points(bytes).collect();
    let mut picked = Vec::with_capacity(span.count * 2);
    span.indices().for_each(|i| walk::push(&mut picked, points[i]));
    text::from_vec(vm, picked)
}
