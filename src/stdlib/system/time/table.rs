//! The functions of `time` and its constants.

use rustix::time::ClockId;

use crate::api::{
    self, Dict, Module, NativeDef, Run, Str, Value, Vm, attribute, call, class, function, make, raise, structseq, text,
};
use crate::stdlib::system::time::clock;
use crate::stdlib::system::time::parts;
use crate::stdlib::system::time::strftime;
use crate::stdlib::system::time::zone::{self, Kind};

const DOC: &str = "This module provides various functions to manipulate time values.";

pub static MODULE: &[NativeDef] = &[
    function("time", "()", clock::time).doc("Return the current time in seconds since the Epoch."),
    function("time_ns", "()", clock::time_ns).doc("Return the current time in nanoseconds since the Epoch."),
    function("perf_counter", "()", clock::monotonic).doc("Performance counter for benchmarking."),
    function("perf_counter_ns", "()", clock::monotonic_ns).doc("Performance counter for benchmarking as nanoseconds."),
    function("monotonic", "()", clock::monotonic).doc("Monotonic clock, cannot go backward."),
    function("monotonic_ns", "()", clock::monotonic_ns).doc("Monotonic clock, cannot go backward, as nanoseconds."),
    function("process_time", "()", clock::process_time)
        .doc("Process time for profiling: sum of the kernel and user-space CPU time."),
    function("process_time_ns", "()", clock::process_time_ns)
        .doc("Process time for profiling as nanoseconds: sum of the kernel and user-space CPU time."),
    function("thread_time", "()", clock::thread_time)
        .doc("Thread time for profiling: sum of the kernel and user-space CPU time."),
    function("thread_time_ns", "()", clock::thread_time_ns)
        .doc("Thread time for profiling as nanoseconds: sum of the kernel and user-space CPU time."),
    function("clock_gettime", "(clk_id, /)", clock::clock_gettime)
        .doc("Return the time of the specified clock as a float."),
    function("clock_gettime_ns", "(clk_id, /)", clock::clock_gettime_ns)
        .doc("Return the time of the specified clock as nanoseconds."),
    function("clock_getres", "(clk_id, /)", clock::clock_getres)
        .doc("Return the resolution (precision) of the specified clock."),
    function("sleep", "(object, /)", clock::sleep).doc("Delay execution for a given number of seconds."),
    function("gmtime", "(seconds=None, /)", gmtime).doc("Convert seconds since the Epoch to a time tuple of UTC."),
    function("localtime", "(seconds=None, /)", localtime)
        .doc("Convert seconds since the Epoch to a time tuple of local time."),
    function("mktime", "(tuple, /)", mktime).doc("Convert a time tuple in local time to seconds since the Epoch."),
    function("asctime", "(tuple=None, /)", asctime).doc("Convert a time tuple to a string."),
    function("ctime", "(seconds=None, /)", ctime)
        .doc("Convert a time in seconds since the Epoch to a string in local time."),
    function("strftime", "(format, tuple=None, /)", format_time).doc("Convert a time tuple to a string."),
    function("strptime", "(string, format=None, /)", parse_time).doc("Parse a string to a time tuple."),
    function("tzset", "()", tzset).doc("Initialize, or reinitialize, the local timezone."),
    function("get_clock_info", "(name, /)", clock_info).doc("Get information of the specified clock."),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "time", DOC, MODULE);
    let class = structseq::define(vm, "time.struct_time", parts::FIELDS, 9);
    api::set_in(vm, module, "struct_time", class.value());
    api::set_in(vm, module, "_STRUCT_TM_ITEMS", Value::small_int(11));
    for (name, clock) in [
        ("CLOCK_REALTIME", ClockId::Realtime),
        ("CLOCK_MONOTONIC", ClockId::Monotonic),
        ("CLOCK_PROCESS_CPUTIME_ID", ClockId::ProcessCPUTime),
        ("CLOCK_THREAD_CPUTIME_ID", ClockId::ThreadCPUTime),
        ("CLOCK_MONOTONIC_RAW", ClockId::MonotonicRaw),
        ("CLOCK_BOOTTIME", ClockId::Boottime),
    ] {
        api::set_in(vm, module, name, Value::small_int(clock as i64));
    }
    set_zone(vm, module);
    Ok(module)
}

/// `timezone`, `altzone`, `daylight` and `tzname` of the local zone.
fn set_zone(vm: &mut Vm, module: Value) {
    let (standard, summer) = zone::with_local(|zone| zone.pair());
    let alternative = summer.as_ref().unwrap_or(&standard);
    let names = parts::names(vm, &standard.name, &alternative.name);
    api::set_in(vm, module, "timezone", Value::small_int(-standard.offset_s));
    api::set_in(vm, module, "altzone", Value::small_int(-alternative.offset_s));
    api::set_in(vm, module, "daylight", Value::small_int(i64::from(summer.is_some())));
    api::set_in(vm, module, "tzname", names);
}

fn now_s() -> i64 {
    clock::now_ns(ClockId::Realtime).div_euclid(1_000_000_000)
}

fn gmtime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let time = parts::seconds(vm, args[0], now_s())?;
    let class = parts::class_of(vm)?;
    parts::make(vm, class, parts::split(time, 0, false), "GMT", 0)
}
fn localtime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let time = parts::seconds(vm, args[0], now_s())?;
    let class = parts::class_of(vm)?;
    parts::local(vm, class, time)
}
fn mktime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let parts = parts::read(vm, args[0], "mktime")?;
    let is_dst = (parts.is_dst >= 0).then_some(parts.is_dst > 0);
    let time = zone::with_local(|zone| zone.to_utc(parts.seconds(), is_dst));
    Ok(Value::float(time as f64))
}

/// The parts of a second on the local clocks.
fn local_parts(time_s: i64) -> parts::Parts {
    let kind = zone::with_local(|zone| zone.at(time_s).clone());
    parts::split(time_s, kind.offset_s, kind.is_dst)
}

fn asctime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let parts = if args[0].is_unbound() {
        local_parts(now_s())
    } else {
        let parts = parts::read(vm, args[0], "asctime")?;
        parts::checked(vm, parts)?
    };
    Ok(text::new(vm, &strftime::asctime(&parts)))
}
fn ctime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let time = parts::seconds(vm, args[0], now_s())?;
    Ok(text::new(vm, &strftime::asctime(&local_parts(time))))
}

fn format_time(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(format) = args[0].cast::<Str>() else {
        let name = class::name_of_argument(vm, args[0]);
        return Err(raise::type_error(
            vm,
            format!("strftime() argument 1 must be str, not {name}"),
        ));
    };
    let (parts, mut kind) = if args[1].is_unbound() {
        let kind = zone::with_local(|zone| zone.at(now_s()).clone());
        (local_parts(now_s()), kind)
    } else {
        let parts = parts::read(vm, args[1], "strftime")?;
        let parts = parts::checked(vm, parts)?;
        (parts, zone_of(parts.is_dst))
    };
    // A struct_time knows its zone.
    for (name, is_zone) in [("tm_zone", true), ("tm_gmtoff", false)] {
        let name = text::intern(vm, name);
        if args[1].is_unbound() || class::is_exact(args[1], api::ClassId::Tuple) {
            break;
        }
        let Some(found) = attribute::find(vm, args[1], name)? else {
            continue;
        };
        match (is_zone, found.cast::<Str>(), found.as_int()) {
            (true, Some(text), _) => kind.name = text.lossy().into_owned(),
            (false, _, Some(offset)) => kind.offset_s = offset,
            _ => {}
        }
    }
    let epoch = parts.seconds() - kind.offset_s;
    let made = strftime::format(format.bytes(), &parts, &kind, epoch);
    Ok(text::from_vec(vm, made))
}

/// The kind of local time that a summer-time flag means.
fn zone_of(is_dst: i64) -> Kind {
    let (standard, summer) = zone::with_local(|zone| zone.pair());
    if is_dst < 0 {
        return Kind {
            name: String::new(),
            ..standard
        };
    }
    if is_dst > 0 {
        summer.unwrap_or(standard)
    } else {
        standard
    }
}

/// By the module `_strptime`, as CPython does it.
fn parse_time(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let importer = text::intern(vm, "__import__");
    let Some(importer) = vm.builtins.expect::<Dict>().get_str(importer) else {
        return Err(raise::runtime_error(vm, "lost builtins.__import__"));
    };
    let name = text::intern(vm, "_strptime");
    let module = call::call(vm, importer, &[name])?;
    let name = text::intern(vm, "_strptime_time");
    let parse = attribute::get(vm, module, name)?;
    let given = args.iter().take_while(|arg| arg.is_bound()).count();
    call::call(vm, parse, &args[..given])
}

fn tzset(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    zone::reload();
    let name = text::intern(vm, "time");
    let module = vm.modules.expect::<Dict>().get_str(name);
    if let Some(module) = module.filter(|module| module.is::<Module>()) {
        set_zone(vm, module);
    }
    Ok(Value::NONE)
}

fn clock_info(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = args[0].cast::<Str>().map(|name| name.lossy().into_owned());
    let (clock, implementation, monotonic, adjustable) = match name.as_deref() {
        Some("time") => (ClockId::Realtime, "clock_gettime(CLOCK_REALTIME)", false, true),
        Some("monotonic" | "perf_counter") => (ClockId::Monotonic, "clock_gettime(CLOCK_MONOTONIC)", true, false),
        Some("process_time") => (
            ClockId::ProcessCPUTime,
            "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)",
            true,
            false,
        ),
        Some("thread_time") => (
            ClockId::ThreadCPUTime,
            "clock_gettime(CLOCK_THREAD_CPUTIME_ID)",
            true,
            false,
        ),
        Some(_) => return Err(raise::value_error(vm, "unknown clock")),
        None => {
            let name = class::name_of_argument(vm, args[0]);
            let text = format!("get_clock_info() argument 1 must be str, not {name}");
            return Err(raise::type_error(vm, text));
        }
    };
    let resolution = clock::seconds(clock::nanoseconds(rustix::time::clock_getres(clock)));
    let fields = make::dict(vm).expect::<Dict>();
    let implementation = text::new(vm, implementation);
    for (name, value) in [
        ("implementation", implementation),
        ("monotonic", Value::bool(monotonic)),
        ("adjustable", Value::bool(adjustable)),
        ("resolution", Value::float(resolution)),
    ] {
        let name = text::intern(vm, name);
        api::dict::set(vm, fields, name, value)?;
    }
    // SimpleNamespace keeps its attributes in its dict.
    let made = make::record(vm, api::ClassId::SimpleNamespace, &[]);
    if let Some(header) = made.header() {
        header.attrs.set(header, fields.value());
    }
    Ok(made)
}
