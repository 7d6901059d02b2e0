//! The module `_thread`.

use crate::api::{
    self, ClassId, Kind, NativeDef, NewClass, Own, Raised, Run, Value, Vm, call, flag, function, getter, method,
    own_class, raise, record_of, spread_function, static_method, structseq, unreachable_body,
};
use crate::stdlib::system::thread::lock::{self, IDENT};

static FUNCTIONS: &[NativeDef] = &[
    function("allocate_lock", "()", new_lock).doc("Create a new lock object."),
    function("allocate", "()", new_lock),
    function("get_ident", "()", |_, _| Ok(Value::small_int(IDENT)))
        .doc("Return a non-zero integer that uniquely identifies the current thread amongst other threads that exist simultaneously."),
    function("get_native_id", "()", |_, _| Ok(Value::small_int(i64::from(std::process::id())))),
    function("_get_main_thread_ident", "()", |_, _| Ok(Value::small_int(IDENT))),
    function("_is_main_interpreter", "()", |_, _| Ok(Value::TRUE)),
    function("daemon_threads_allowed", "()", |_, _| Ok(Value::TRUE)),
    function("_count", "()", |_, _| Ok(Value::small_int(0))),
    function("_shutdown", "()", |_, _| Ok(Value::NONE)),
    function("stack_size", "(size=0, /)", |_, _| Ok(Value::small_int(0))),
    function("set_name", "(name)", |_, _| Ok(Value::NONE)),
    function("exit", "()", |vm, _| Err(raise::with_args(vm, ClassId::SystemExit, &[]))),
    function("interrupt_main", "(signum=2, /)", |vm, _| Err(raise::with_args(vm, ClassId::KeyboardInterrupt, &[]))),
    function("_make_thread_handle", "(ident, /)", |vm, _| Ok(new_handle(vm))),
    spread_function("start_new_thread", "(function, args, kwargs={}, /)", |vm, _, _| Err(no_threads(vm))),
    spread_function("start_new", "(function, args, kwargs={}, /)", |vm, _, _| Err(no_threads(vm))),
    spread_function("start_joinable_thread", "(function, handle=None, daemon=True)", |vm, _, _| Err(no_threads(vm))),
];

#[cold]
fn no_threads(vm: &mut Vm) -> Raised {
    raise::runtime_error(vm, "can't start new thread: this interpreter has one thread")
}

fn new_lock(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let class = own_class(vm, Own::Lock).value();
    call::call(vm, class, &[])
}

static HANDLE: &[NativeDef] = &[
    static_method("__new__", "(type)", |vm, args| {
        Ok(record_of(vm, args[0], &[Value::FALSE]))
    }),
    getter("ident", |_, _| Ok(Value::small_int(IDENT))),
    method("is_done", "($self, /)", |_, args| {
        Ok(args[0].expect::<api::Record>().get(0))
    }),
    method("_set_done", "($self, /)", |_, args| {
        args[0].expect::<api::Record>().set(0, Value::TRUE);
        Ok(Value::NONE)
    }),
    method("join", "($self, timeout=None, /)", |_, _| Ok(Value::NONE)),
];

fn new_handle(vm: &mut Vm) -> Value {
    let class = own_class(vm, Own::ThreadHandle).value();
    record_of(vm, class, &[Value::FALSE])
}

static LOCAL: &[NativeDef] = &[static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
    .spread(|vm, args, _| Ok(record_of(vm, args[0], &[Value::NONE])))];

static EXCEPTHOOK_ARGS: &[NativeDef] = &[
    getter("exc_type", structseq::field::<0>).doc("Exception type"),
    getter("exc_value", structseq::field::<1>).doc("Exception value"),
    getter("exc_traceback", structseq::field::<2>).doc("Exception traceback"),
    getter("thread", structseq::field::<3>).doc("Thread"),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let doc = "This module provides primitive operations to write multi-threaded programs.";
    let module = api::module(vm, "_thread", doc, FUNCTIONS);
    let class = |name, flags| NewClass {
        name,
        base: ClassId::Object,
        kind: Kind::Record,
        flags,
    };
    let made = api::class_in(
        vm,
        module,
        Some(Own::Lock),
        class("_thread.lock", flag::WEAK),
        lock::LOCK,
    );
    api::set_in(vm, module, "LockType", made.value());
    api::class_in(
        vm,
        module,
        Some(Own::RLock),
        class("_thread.RLock", flag::BASE | flag::WEAK),
        lock::RLOCK,
    );
    let local = class("_thread._local", flag::BASE | flag::WEAK | flag::DICT);
    api::class_in(vm, module, Some(Own::Local), local, LOCAL);
    api::class_in(
        vm,
        module,
        Some(Own::ThreadHandle),
        class("_thread._ThreadHandle", 0),
        HANDLE,
    );
    let hook = structseq::define(vm, "_thread._ExceptHookArgs", EXCEPTHOOK_ARGS, 4);
    api::set_in(vm, module, "_ExceptHookArgs", hook.value());
    let error = vm.class(ClassId::RuntimeError);
    api::set_in(vm, module, "error", error);
    api::set_in(vm, module, "TIMEOUT_MAX", Value::float(9_223_372_036.0));
    api::set_in(vm, module, "_NAME_MAXLEN", Value::small_int(15));
    Ok(module)
}
