//! `OSError`: the error number decides the class.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::exception::Exception;
use crate::object::exception::field::{ERRNO, FILENAME, FILENAME2, STRERROR, WRITTEN};
use crate::ops::{call, class, make, raise, text};
use crate::types::error::base::{
    arguments, exception, field, new as base_new, no_keywords, reduce_with, set_field, str_of,
};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    method("__str__", "($self, /)", os_str),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("__reduce__", "($self, /)", reduce),
    getter("errno", |_, args| field(args, ERRNO)).setter(|vm, args| set_field(vm, args, ERRNO)),
    getter("strerror", |_, args| field(args, STRERROR)).setter(|vm, args| set_field(vm, args, STRERROR)),
    getter("filename", |_, args| field(args, FILENAME)).setter(|vm, args| set_field(vm, args, FILENAME)),
    getter("filename2", |_, args| field(args, FILENAME2)).setter(|vm, args| set_field(vm, args, FILENAME2)),
    getter("characters_written", written).setter(set_written),
];

/// The class for an error number.
fn class_of_errno(errno: i64) -> ClassId {
    match i32::try_from(errno).unwrap_or(0) {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => ClassId::BlockingIOError,
        libc::EPIPE | libc::ESHUTDOWN => ClassId::BrokenPipeError,
        libc::ECHILD => ClassId::ChildProcessError,
        libc::ECONNABORTED => ClassId::ConnectionAbortedError,
        libc::ECONNREFUSED => ClassId::ConnectionRefusedError,
        libc::ECONNRESET => ClassId::ConnectionResetError,
        libc::EEXIST => ClassId::FileExistsError,
        libc::ENOENT => ClassId::FileNotFoundError,
        libc::EISDIR => ClassId::IsADirectoryError,
        libc::ENOTDIR => ClassId::NotADirectoryError,
        libc::EINTR => ClassId::InterruptedError,
        libc::EACCES | libc::EPERM => ClassId::PermissionError,
        libc::ESRCH => ClassId::ProcessLookupError,
        libc::ETIMEDOUT => ClassId::TimeoutError,
        _ => ClassId::OSError,
    }
}

/// What the system says of an error number.
pub fn strerror(errno: i32) -> String {
    let text = std::io::Error::from_raw_os_error(errno).to_string();
    match text.rfind(" (os error") {
        Some(end) => text[..end].to_string(),
        None => text,
    }
}

/// Raises the OSError for an error number; `filename` may be UNBOUND.
#[cold]
#[inline(never)]
pub fn raise_errno(vm: &mut Vm, errno: i32, filename: Value) -> Raised {
    let message = text::new(vm, &strerror(errno));
    let args = [Value::small_int(errno as i64), message, filename];
    let count = 2 + filename.is_bound() as usize;
    let class = vm.class(ClassId::OSError);
    let made = call::call(vm, class, &args[..count]);
    raise::made(vm, made)
}

/// Raises what a system call of Rust's library answered.
#[cold]
#[inline(never)]
pub fn raise_io(vm: &mut Vm, error: &std::io::Error, filename: Value) -> Raised {
    match error.raw_os_error() {
        Some(errno) => raise_errno(vm, errno, filename),
        None => raise::with_text(vm, ClassId::OSError, &error.to_string()),
    }
}

/// A Python subclass with its own `__init__` and not its own `__new__` gets its arguments there.
fn uses_init(vm: &Vm, class: Ref<Class>) -> bool {
    let base = class::known(vm, ClassId::OSError);
    class.special(Special::Init) != base.special(Special::Init)
        && class.special(Special::New) == base.special(Special::New)
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let class = args[0].expect::<Class>();
    if uses_init(vm, class) {
        return base_new(vm, &args[..1], &[]);
    }
    if !names.is_empty() {
        let name = class::name(class);
        return Err(raise::type_error(vm, format!("{name}() takes no keyword arguments")));
    }
    let mut class = args[0];
    if class == vm.class(ClassId::OSError)
        && args.len() >= 3
        && args.len() <= 6
        && let Some(errno) = args[1].as_int_or_bool()
    {
        class = vm.class(class_of_errno(errno));
    }
    let mut all = args.to_vec();
    all[0] = class;
    let made = base_new(vm, &all, &[])?;
    fill(vm, made, &args[1..]);
    Ok(made)
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]);
    if !uses_init(vm, class) {
        return Ok(Value::NONE);
    }
    if !names.is_empty() {
        return Err(no_keywords(vm, args[0]));
    }
    let given = make::tuple(vm, &args[1..]);
    exception(args).args.set(given);
    fill(vm, args[0], &args[1..]);
    Ok(Value::NONE)
}

/// Sets the fields from the arguments.
fn fill(vm: &mut Vm, receiver: Value, given: &[Value]) {
    if given.len() < 2 || given.len() > 5 {
        return;
    }
    let error = receiver.expect::<Exception>();
    error.set_field(&mut vm.heap, STRERROR, given[1]);
    error.set_field(&mut vm.heap, ERRNO, given[0]);
    let Some(&filename) = given.get(2) else { return };
    if class::is_exact(receiver, ClassId::BlockingIOError) && filename.is_int() {
        error.set_field(&mut vm.heap, WRITTEN, filename);
    } else if !filename.is_none() {
        error.set_field(&mut vm.heap, FILENAME, filename);
        if let Some(&second) = given.get(4)
            && !second.is_none()
        {
            error.set_field(&mut vm.heap, FILENAME2, second);
        }
        let shown = make::tuple(vm, &given[..2]);
        receiver.expect::<Exception>().args.set(shown);
    }
}

fn os_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let get = |i: usize| exception(args).field(i);
    let (errno, message) = (get(ERRNO), get(STRERROR));
    let (file, second) = (get(FILENAME), get(FILENAME2));
    if file.is_unbound() && (errno.is_unbound() || message.is_unbound()) {
        return str_of(vm, args);
    }
    let errno = glue::str(vm, errno.or(Value::NONE))?;
    let message = glue::str(vm, message.or(Value::NONE))?;
    let mut out = format!("[Errno {errno}] {message}");
    if file.is_bound() {
        out += &format!(": {}", glue::repr(vm, file)?);
        if second.is_bound() {
            out += &format!(" -> {}", glue::repr(vm, second)?);
        }
    }
    glue::text(vm, out)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (file, second) = (exception(args).field(FILENAME), exception(args).field(FILENAME2));
    let mut given = arguments(exception(args)).to_vec();
    if given.len() == 2 && file.is_bound() {
        given.push(file);
        if second.is_bound() {
            given.extend([Value::NONE, second]);
        }
    }
    let given = make::tuple(vm, &given);
    reduce_with(vm, args[0], given, None)
}

fn written(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match exception(args).field(WRITTEN).bound() {
        Some(count) => Ok(count),
        None => Err(raise::attribute_error_text(vm, "characters_written")),
    }
}

fn set_written(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() && exception(args).field(WRITTEN).is_unbound() {
        return Err(raise::attribute_error_text(vm, "characters_written"));
    }
    set_field(vm, args, WRITTEN)
}
