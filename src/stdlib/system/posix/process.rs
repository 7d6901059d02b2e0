//! The process: who it is, its environment, how it ends.

use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use rustix::process::{self, Pid, Resource, Rlimit, Signal};

use crate::api::{Dict, NativeDef, Ref, Run, Value, Vm, convert, dict, function, make, raise, structseq, text};
use crate::stdlib::system::posix::path::{encoded, error, fspath};

/// The environment, as bytes.
pub fn environment(vm: &mut Vm) -> Run<Value> {
    let all: Ref<Dict> = make::dict(vm).expect();
    for (name, value) in std::env::vars_os() {
        let (name, value) = (make::bytes(vm, name.as_bytes()), make::bytes(vm, value.as_bytes()));
        dict::set(vm, all, name, value)?;
    }
    Ok(all.value())
}

/// A name or value of the environment.
fn text_of(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    match fspath(vm, value)? {
        Some(value) => encoded(vm, value),
        None => Err(raise::type_error(vm, "expected str, bytes or os.PathLike object")),
    }
}

fn putenv(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (name, value) = (text_of(vm, args[0])?, text_of(vm, args[1])?);
    if name.contains(&b'=') {
        return Err(raise::value_error(vm, "illegal environment variable name"));
    }
    if name.contains(&0) || value.contains(&0) {
        return Err(raise::value_error(vm, "embedded null byte"));
    }
    crate::api::system::set_variable(&name, Some(&value));
    Ok(Value::NONE)
}
fn unsetenv(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = text_of(vm, args[0])?;
    if name.contains(&b'=') || name.contains(&0) || name.is_empty() {
        return Err(error(vm, std::io::Error::from_raw_os_error(libc::EINVAL)));
    }
    crate::api::system::set_variable(&name, None);
    Ok(Value::NONE)
}

fn system(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let command = text_of(vm, args[0])?;
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(std::ffi::OsStr::from_bytes(&command));
    match shell.status() {
        Ok(status) => Ok(Value::small_int(i64::from(
            std::os::unix::process::ExitStatusExt::into_raw(status),
        ))),
        Err(raised) => Err(error(vm, raised)),
    }
}

fn exit_now(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    std::process::exit(convert::c_int(vm, args[0])?)
}

fn kill(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (pid, number) = (convert::c_int(vm, args[0])?, convert::c_int(vm, args[1])?);
    let done = match (Pid::from_raw(pid), Signal::from_named_raw(number)) {
        (Some(pid), Some(signal)) => process::kill_process(pid, signal),
        (Some(pid), None) if number == 0 => process::test_kill_process(pid),
        _ => Err(rustix::io::Errno::INVAL),
    };
    match done {
        Ok(()) => Ok(Value::NONE),
        Err(raised) => Err(error(vm, raised)),
    }
}

fn waitpid(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (pid, options) = (convert::c_int(vm, args[0])?, convert::c_int(vm, args[1])?);
    let options = process::WaitOptions::from_bits_truncate(options as u32);
    loop {
        match process::waitpid(Pid::from_raw(pid.max(0)), options) {
            Ok(Some((pid, status))) => {
                let parts = [i64::from(pid.as_raw_nonzero().get()), i64::from(status.as_raw())];
                return Ok(make::tuple(vm, &parts.map(Value::small_int)));
            }
            Ok(None) => return Ok(make::tuple(vm, &[0, 0].map(Value::small_int))),
            Err(rustix::io::Errno::INTR) => {}
            Err(raised) => return Err(error(vm, raised)),
        }
    }
}

/// What a wait status says.
fn status(vm: &mut Vm, value: Value) -> Run<std::process::ExitStatus> {
    Ok(std::os::unix::process::ExitStatusExt::from_raw(convert::c_int(
        vm, value,
    )?))
}
fn signal_of(vm: &mut Vm, args: &[Value]) -> Run<i64> {
    let status = status(vm, args[0])?;
    Ok(std::os::unix::process::ExitStatusExt::signal(&status).map_or(0, i64::from))
}

fn umask(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mask = convert::c_int(vm, args[0])? as u32;
    let before = process::umask(rustix::fs::Mode::from_raw_mode(mask));
    Ok(Value::small_int(i64::from(before.as_raw_mode())))
}

/// Limits in the order of their numbers; one has no name here.
const LIMITS: [Option<Resource>; 16] = [
    Some(Resource::Cpu),
    Some(Resource::Fsize),
    Some(Resource::Data),
    Some(Resource::Stack),
    Some(Resource::Core),
    Some(Resource::Rss),
    Some(Resource::Nproc),
    Some(Resource::Nofile),
    Some(Resource::Memlock),
    Some(Resource::As),
    Some(Resource::Locks),
    Some(Resource::Sigpending),
    Some(Resource::Msgqueue),
    Some(Resource::Nice),
    Some(Resource::Rtprio),
    Some(Resource::Rttime),
];

fn limit_of(vm: &mut Vm, number: Value) -> Run<Resource> {
    let number = convert::c_int(vm, number)?;
    match usize::try_from(number).ok().and_then(|number| *LIMITS.get(number)?) {
        Some(resource) => Ok(resource),
        None => Err(raise::value_error(vm, "invalid resource specified")),
    }
}

fn get_limit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let limit = process::getrlimit(limit_of(vm, args[0])?);
    let shown = |vm: &mut Vm, limit: Option<u64>| make::int(vm, limit.map_or(-1, |limit| limit as i64));
    let parts = [shown(vm, limit.current), shown(vm, limit.maximum)];
    Ok(make::tuple(vm, &parts))
}

fn set_limit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let resource = limit_of(vm, args[0])?;
    let part = |vm: &mut Vm, value: Value| Ok(u64::try_from(convert::index_clamped(vm, value)?).ok());
    let limit = Rlimit {
        current: part(vm, args[1])?,
        maximum: part(vm, args[2])?,
    };
    match process::setrlimit(resource, limit) {
        Ok(()) => Ok(Value::NONE),
        Err(errno) => Err(error(vm, errno)),
    }
}

fn strerror(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = convert::c_int(vm, args[0])?;
    Ok(text::new(vm, &crate::api::os_error::strerror(code)))
}

fn uname(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let name = rustix::system::uname();
    let parts = [
        name.sysname(),
        name.nodename(),
        name.release(),
        name.version(),
        name.machine(),
    ];
    let items = parts.map(|part| text::new(vm, &part.to_string_lossy()));
    let class = crate::api::own_class(vm, crate::api::Own::UnameResult);
    structseq::new(vm, class, &items)
}

fn times(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let usage = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    let seconds = |time: rustix::time::Timespec| Value::float(time.tv_sec as f64 + time.tv_nsec as f64 / 1e9);
    let zero = Value::float(0.0);
    let class = crate::api::own_class(vm, crate::api::Own::TimesResult);
    structseq::new(vm, class, &[seconds(usage), zero, zero, zero, seconds(now)])
}

fn cpu_count(_: &mut Vm, _: &[Value]) -> Run<Value> {
    let n = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Ok(Value::small_int(n as i64))
}

fn exit_code(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let status = convert::c_int(vm, args[0])?;
    let status: std::process::ExitStatus = std::os::unix::process::ExitStatusExt::from_raw(status);
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    Ok(Value::small_int(match (status.code(), signal) {
        (Some(code), _) => i64::from(code),
        (None, Some(signal)) => -i64::from(signal),
        (None, None) => 0,
    }))
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("getpid", "()", |_, _| {
        Ok(Value::small_int(i64::from(std::process::id())))
    })
    .doc("Return the current process id."),
    function("getppid", "()", |_, _| {
        Ok(Value::small_int(i64::from(
            process::getppid().map_or(0, |pid| pid.as_raw_nonzero().get()),
        )))
    }),
    function("getuid", "()", |_, _| {
        Ok(Value::small_int(i64::from(process::getuid().as_raw())))
    }),
    function("geteuid", "()", |_, _| {
        Ok(Value::small_int(i64::from(process::geteuid().as_raw())))
    }),
    function("getgid", "()", |_, _| {
        Ok(Value::small_int(i64::from(process::getgid().as_raw())))
    }),
    function("getegid", "()", |_, _| {
        Ok(Value::small_int(i64::from(process::getegid().as_raw())))
    }),
    function("putenv", "(name, value, /)", putenv).doc("Change or add an environment variable."),
    function("unsetenv", "(name, /)", unsetenv).doc("Delete an environment variable."),
    function("_create_environ", "()", |vm, _| environment(vm)),
    function("system", "(command)", system).doc("Execute the command in a subshell."),
    function("_exit", "(status)", exit_now)
        .doc("Exit to the system with specified status, without normal exit processing."),
    function("kill", "(pid, signal, /)", kill).doc("Kill a process with a signal."),
    function("waitpid", "(pid, options, /)", waitpid).doc("Wait for completion of a given child process."),
    function("WIFEXITED", "(status)", |vm, args| {
        Ok(Value::bool(status(vm, args[0])?.code().is_some()))
    }),
    function("WEXITSTATUS", "(status)", |vm, args| {
        Ok(Value::small_int(status(vm, args[0])?.code().map_or(0, i64::from)))
    }),
    function("WIFSIGNALED", "(status)", |vm, args| {
        Ok(Value::bool(signal_of(vm, args)? != 0))
    }),
    function("WTERMSIG", "(status)", |vm, args| {
        Ok(Value::small_int(signal_of(vm, args)?))
    }),
    function("WIFSTOPPED", "(status)", |_, _| Ok(Value::FALSE)),
    function("WSTOPSIG", "(status)", |_, _| Ok(Value::small_int(0))),
    function("_getrlimit", "(resource, /)", get_limit),
    function("_setrlimit", "(resource, soft, hard, /)", set_limit),
    function("umask", "(mask, /)", umask).doc("Set the current numeric umask and return the previous umask."),
    function("strerror", "(code, /)", strerror).doc("Translate an error code to a message string."),
    function("uname", "()", uname).doc("Return an object identifying the current operating system."),
    function("times", "()", times),
    function("cpu_count", "()", cpu_count)
        .doc("Return the number of logical CPUs in the system; return None if indeterminable."),
    function("waitstatus_to_exitcode", "(status)", exit_code).doc("Convert a wait status to an exit code."),
    function("abort", "()", |_, _| std::process::abort()),
    function(
        "register_at_fork",
        "(*, before=None, after_in_child=None, after_in_parent=None)",
        |_, _| Ok(Value::NONE),
    ),
];
