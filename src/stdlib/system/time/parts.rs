//! Points in time as nine numbers, and `struct_time`.

use crate::api::{
    Class, ClassId, Dict, Module, NativeDef, Raised, Ref, Run, Tuple, Value, Vm, class, convert, getter, make, raise,
    structseq, text,
};
use crate::stdlib::system::time::civil;
use crate::stdlib::system::time::zone;

/// Year, month, day, hour, minute, second, weekday (Monday is 0), day of the year (from 1), and whether it is summer time
/// (−1: unknown).
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub day_of_year: i64,
    pub is_dst: i64,
}

/// The years that the C library's numbers hold.
const YEAR_MAX: i64 = i32::MAX as i64 + 1900;

pub static FIELDS: &[NativeDef] = &[
    getter("tm_year", structseq::field::<0>).doc("year, for example, 1993"),
    getter("tm_mon", structseq::field::<1>).doc("month of year, range [1, 12]"),
    getter("tm_mday", structseq::field::<2>).doc("day of month, range [1, 31]"),
    getter("tm_hour", structseq::field::<3>).doc("hours, range [0, 23]"),
    getter("tm_min", structseq::field::<4>).doc("minutes, range [0, 59]"),
    getter("tm_sec", structseq::field::<5>).doc("seconds, range [0, 61])"),
    getter("tm_wday", structseq::field::<6>).doc("day of week, range [0, 6], Monday is 0"),
    getter("tm_yday", structseq::field::<7>).doc("day of year, range [1, 366]"),
    getter("tm_isdst", structseq::field::<8>).doc("1 if summer time is in effect, 0 if not, and -1 if unknown"),
    getter("tm_zone", structseq::hidden::<9>).doc("abbreviation of timezone name"),
    getter("tm_gmtoff", structseq::hidden::<10>).doc("offset from UTC in seconds"),
];

/// The parts of a second since the epoch that clocks at `offset_s` from UTC show.
pub fn split(time_s: i64, offset_s: i64, is_dst: bool) -> Parts {
    let local = time_s.saturating_add(offset_s);
    let (days, rest) = (
        local.div_euclid(civil::SECONDS_PER_DAY),
        local.rem_euclid(civil::SECONDS_PER_DAY),
    );
    let (year, month, day) = civil::date(days);
    Parts {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: civil::weekday(days),
        day_of_year: civil::day_of_year(year, month, day),
        is_dst: i64::from(is_dst),
    }
}

impl Parts {
    /// Seconds since the epoch, were the clocks on UTC.
    pub fn seconds(&self) -> i64 {
        let days = civil::days(self.year, self.month, self.day);
        ((days * 24 + self.hour) * 60 + self.minute) * 60 + self.second
    }
    fn items(&self) -> [i64; 9] {
        [
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.weekday,
            self.day_of_year,
            self.is_dst,
        ]
    }
}

/// A `struct_time`.
pub fn make(vm: &mut Vm, class: Ref<Class>, parts: Parts, zone: &str, offset_s: i64) -> Run<Value> {
    let mut items = [Value::NONE; 11];
    for (slot, n) in items.iter_mut().zip(parts.items()) {
        *slot = Value::small_int(n);
    }
    items[9] = text::new(vm, zone);
    items[10] = Value::small_int(offset_s);
    structseq::new(vm, class, &items)
}

/// A `struct_time` of the local clocks.
pub fn local(vm: &mut Vm, class: Ref<Class>, time_s: i64) -> Run<Value> {
    let kind = zone::with_local(|zone| zone.at(time_s).clone());
    let parts = split(time_s, kind.offset_s, kind.is_dst);
    make(vm, class, parts, &kind.name, kind.offset_s)
}

/// Seconds since the epoch as an argument: an int or a float, rounded down. Now, if absent or None.
pub fn seconds(vm: &mut Vm, value: Value, now_s: i64) -> Run<i64> {
    if value.or(Value::NONE).is_none() {
        return Ok(now_s);
    }
    let whole = match convert::float_value(value) {
        Some(x) if x.is_nan() => return Err(raise::value_error(vm, "Invalid value NaN (not a number)")),
        Some(x) => {
            let floor = x.floor();
            (floor.abs() < 9.2e18).then_some(floor as i64)
        }
        None => {
            let int = convert::index(vm, value)?;
            convert::int_to_i64(int)
        }
    };
    let Some(n) = whole else {
        return Err(raise::overflow_error(vm, "timestamp out of range for platform time_t"));
    };
    if n.abs() / (366 * civil::SECONDS_PER_DAY) > YEAR_MAX {
        let text = text::new(vm, "Value too large for defined data type");
        return Err(raise::with_args(
            vm,
            ClassId::OverflowError,
            &[Value::small_int(75), text],
        ));
    }
    Ok(n)
}

/// Nine numbers from a tuple or `struct_time`.
pub fn read(vm: &mut Vm, value: Value, function: &str) -> Run<Parts> {
    let Some(tuple) = value.cast::<Tuple>() else {
        return Err(raise::type_error(vm, "Tuple or struct_time argument required"));
    };
    if tuple.len() != 9 {
        let text = format!("{function}(): illegal time tuple argument");
        return Err(raise::type_error(vm, text));
    }
    let mut n = [0; 9];
    for (slot, &item) in n.iter_mut().zip(tuple.items()) {
        *slot = i64::from(convert::c_int(vm, item)?);
    }
    Ok(Parts {
        year: n[0],
        month: n[1],
        day: n[2],
        hour: n[3],
        minute: n[4],
        second: n[5],
        weekday: n[6],
        day_of_year: n[7],
        is_dst: n[8],
    })
}

/// Refuses parts that cannot be shown; zeros of month, day and day of the year stand for ones.
pub fn checked(vm: &mut Vm, mut parts: Parts) -> Run<Parts> {
    for part in [&mut parts.month, &mut parts.day, &mut parts.day_of_year] {
        if *part == 0 {
            *part = 1;
        }
    }
    let wrong = |vm: &mut Vm, what: &str| -> Raised { raise::value_error(vm, format!("{what} out of range")) };
    let ranges = [
        ("month", parts.month, 1..=12),
        ("day of month", parts.day, 1..=31),
        ("hour", parts.hour, 0..=23),
        ("minute", parts.minute, 0..=59),
        ("seconds", parts.second, 0..=61),
        ("day of week", parts.weekday, -1..=i64::MAX),
        ("day of year", parts.day_of_year, 1..=366),
    ];
    for (what, n, range) in ranges {
        if !range.contains(&n) {
            return Err(wrong(vm, what));
        }
    }
    parts.weekday = parts.weekday.rem_euclid(7);
    parts.is_dst = parts.is_dst.clamp(-1, 1);
    Ok(parts)
}

/// The class `struct_time` of this interpreter, from the module.
pub fn class_of(vm: &mut Vm) -> Run<Ref<Class>> {
    let (module, name) = (text::intern(vm, "time"), text::intern(vm, "struct_time"));
    let found = vm
        .modules
        .cast::<Dict>()
        .and_then(|modules| modules.get_str(module))
        .and_then(|module| module.cast::<Module>())
        .and_then(|module| module.namespace().get_str(name))
        .and_then(|class| class.cast::<Class>());
    match found {
        Some(class) if class::is_exact(class.value(), ClassId::Type) => Ok(class),
        _ => Err(raise::runtime_error(vm, "lost time.struct_time")),
    }
}

/// Two strings as a tuple: `time.tzname`.
pub fn names(vm: &mut Vm, standard: &str, summer: &str) -> Value {
    let (standard, summer) = (text::new(vm, standard), text::new(vm, summer));
    make::tuple(vm, &[standard, summer])
}
