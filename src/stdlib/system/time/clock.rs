//! Clocks.

use std::time::Duration;

use rustix::time::{ClockId, Timespec};

use crate::api::{ClassId, Run, Value, Vm, class, convert, make, raise, text};

/// Longest sleep between two looks at whether a signal came.
const NAP_NS: i64 = 20_000_000;

/// Nanoseconds on a clock.
pub fn now_ns(clock: ClockId) -> i64 {
    nanoseconds(rustix::time::clock_gettime(clock))
}

pub fn nanoseconds(time: Timespec) -> i64 {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Nanoseconds as seconds.
pub fn seconds(ns: i64) -> f64 {
    (ns / 1_000_000_000) as f64 + (ns % 1_000_000_000) as f64 / 1e9
}

macro_rules! clocks {
    ($($name:ident $name_ns:ident $clock:ident;)*) => {$(
        pub fn $name(_: &mut Vm, _: &[Value]) -> Run<Value> {
            Ok(Value::float(seconds(now_ns(ClockId::$clock))))
        }
        pub fn $name_ns(vm: &mut Vm, _: &[Value]) -> Run<Value> {
            Ok(make::int(vm, now_ns(ClockId::$clock)))
        }
    )*};
}

clocks! {
    time time_ns Realtime;
    monotonic monotonic_ns Monotonic;
    process_time process_time_ns ProcessCPUTime;
    thread_time thread_time_ns ThreadCPUTime;
}

/// The clock that an argument names by its number.
fn clock_of(vm: &mut Vm, value: Value) -> Run<ClockId> {
    let n = convert::c_int(vm, value)?;
    let known = [
        ClockId::Realtime,
        ClockId::Monotonic,
        ClockId::ProcessCPUTime,
        ClockId::ThreadCPUTime,
        ClockId::MonotonicRaw,
        ClockId::Boottime,
    ];
    match known.into_iter().find(|&clock| clock as i32 == n) {
        Some(clock) => Ok(clock),
        None => {
            let text = text::new(vm, "Invalid argument");
            let class = ClassId::OSError;
            Err(raise::with_args(vm, class, &[Value::small_int(22), text]))
        }
    }
}

pub fn clock_gettime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let clock = clock_of(vm, args[0])?;
    Ok(Value::float(seconds(now_ns(clock))))
}
pub fn clock_gettime_ns(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let clock = clock_of(vm, args[0])?;
    Ok(make::int(vm, now_ns(clock)))
}
pub fn clock_getres(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let clock = clock_of(vm, args[0])?;
    let resolution = rustix::time::clock_getres(clock);
    Ok(Value::float(seconds(nanoseconds(resolution))))
}

/// Nanoseconds of a span given in seconds, rounded up.
fn span(vm: &mut Vm, value: Value) -> Run<i64> {
    let too_large = |vm: &mut Vm| raise::overflow_error(vm, "timestamp too large to convert to C PyTime_t");
    if let Some(x) = convert::float_value(value) {
        if x.is_nan() {
            return Err(raise::value_error(vm, "Invalid value NaN (not a number)"));
        }
        let ns = (x * 1e9).ceil();
        return if ns.abs() < 9.2e18 {
            Ok(ns as i64)
        } else {
            Err(too_large(vm))
        };
    }
    match convert::try_index(vm, value)? {
        Some(int) => {
            let ns = convert::int_to_i64(int).and_then(|n| n.checked_mul(1_000_000_000));
            ns.ok_or_else(|| too_large(vm))
        }
        None => {
            let name = class::name_of(vm, value);
            let text = format!("'{name}' object cannot be interpreted as an integer or float");
            Err(raise::type_error(vm, text))
        }
    }
}

/// Sleeps; a signal ends it early, so that its handler can run.
pub fn sleep(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let ns = span(vm, args[0])?;
    if ns < 0 {
        return Err(raise::value_error(vm, "sleep length must be non-negative"));
    }
    let end = now_ns(ClockId::Monotonic).saturating_add(ns);
    loop {
        let left = end - now_ns(ClockId::Monotonic);
        if left <= 0 || vm.signal_waits() {
            return Ok(Value::NONE);
        }
        std::thread::sleep(Duration::from_nanos(left.min(NAP_NS) as u64));
    }
}
