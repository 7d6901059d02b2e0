//! Functions of `sys`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::host::{frames, inspect};
use crate::object::callable::function::Function;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::exception::Exception;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::{call, class, convert, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function, spread_function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Fewest digits that `set_int_max_str_digits` takes, besides 0.
const DIGITS_MIN: i64 = 640;

pub static FUNCTIONS: &[NativeDef] = &[
    function("exit", "(status=None, /)", |vm, args| {
        let args: &[Value] = match args[0].cast::<Tuple>() {
            _ if args[0].is_unbound() || args[0].is_none() => &[],
            Some(items) => tuple::items(items),
            None => &args[..1],
        };
        let class = vm.class(ClassId::SystemExit);
        let exception = call::call(vm, class, args)?;
        Err(raise::value(vm, exception))
    }),
    function("getrecursionlimit", "()", |vm, _| {
        Ok(make::size(vm, vm.thread.recursion_limit))
    }),
    function("setrecursionlimit", "(limit, /)", set_recursion_limit),
    function("getsizeof", "(object, default=None)", getsizeof),
    function("intern", "(string, /)", intern),
    function("exc_info", "()", exc_info),
    function("exception", "()", |vm, _| Ok(vm.thread.handled.or(Value::NONE))),
    function("_getframe", "(depth=0, /)", getframe),
    function("get_int_max_str_digits", "()", |vm, _| {
        Ok(make::size(vm, vm.int_digits_max))
    }),
    function("set_int_max_str_digits", "(maxdigits)", set_digits),
    function("getdefaultencoding", "()", |vm, _| Ok(text::intern(vm, "utf-8"))),
    function("getfilesystemencoding", "()", |vm, _| Ok(text::intern(vm, "utf-8"))),
    function("getfilesystemencodeerrors", "()", |vm, _| {
        Ok(text::intern(vm, "surrogateescape"))
    }),
    function("is_finalizing", "()", |_, _| Ok(Value::FALSE)),
    function("_is_gil_enabled", "()", |_, _| Ok(Value::TRUE)),
    function("getswitchinterval", "()", |_, _| Ok(Value::float(0.005))),
    function("setswitchinterval", "(interval, /)", |_, _| Ok(Value::NONE)),
    function("_clear_type_descriptors", "(cls, /)", |vm, args| {
        if let Some(class) = args[0].cast::<Class>() {
            for name in [vm.names.__dict__, vm.names.__weakref__] {
                class.namespace().remove_str(name);
            }
            vm.class_epoch += 1;
        }
        Ok(Value::NONE)
    }),
    function("audit", "(event, /, *args)", audit),
    function("addaudithook", "(hook)", |vm, args| {
        audit_hooks(vm).push(args[0]);
        Ok(Value::NONE)
    }),
    function("get_asyncgen_hooks", "()", |vm, _| {
        Ok(make::tuple(vm, &[Value::NONE, Value::NONE]))
    }),
    function("set_asyncgen_hooks", "(firstiter=None, finalizer=None)", |_, _| {
        Ok(Value::NONE)
    }),
    function("get_coroutine_origin_tracking_depth", "()", |_, _| {
        Ok(Value::small_int(0))
    }),
    function("set_coroutine_origin_tracking_depth", "(depth)", |_, _| Ok(Value::NONE)),
    function("gettrace", "()", |_, _| Ok(Value::NONE)),
    function("getprofile", "()", |_, _| Ok(Value::NONE)),
    function("settrace", "(function, /)", |vm, args| {
        no_tracing(vm, args[0], "tracing")
    }),
    function("setprofile", "(function, /)", |vm, args| {
        no_tracing(vm, args[0], "profiling")
    }),
    function("_clear_type_cache", "()", |_, _| Ok(Value::NONE)),
    function("_clear_internal_caches", "()", |_, _| Ok(Value::NONE)),
    function("_getframemodulename", "(depth=0)", frame_module_name),
    function("_is_interned", "(string, /)", |vm, args| {
        let interned = text::intern_value(vm, args[0]);
        Ok(Value::bool(interned == args[0]))
    }),
    // There are no reference counts: every object that somebody asks about is referred to by him, and by the argument.
    function("getrefcount", "(object, /)", |_, _| Ok(Value::small_int(2))),
    function("getallocatedblocks", "()", |_, _| Ok(Value::small_int(0))),
    function("setswitchinterval", "(interval, /)", |vm, args| {
        if convert::to_f64(vm, args[0])? <= 0.0 {
            return Err(raise::value_error(vm, "switch interval must be strictly positive"));
        }
        Ok(Value::NONE)
    }),
    function("is_stack_trampoline_active", "()", |_, _| Ok(Value::FALSE)),
    function("is_remote_debug_enabled", "()", |_, _| Ok(Value::FALSE)),
    spread_function("audit", "(event, /, *args)", |_, _, _| Ok(Value::NONE)),
    function("call_tracing", "(func, args, /)", |vm, args| {
        let Some(given) = args[1].cast::<Tuple>() else {
            let got = class::name_of_argument(vm, args[1]);
            let message = format!("call_tracing() argument 2 must be tuple, not {got}");
            return Err(raise::type_error(vm, message));
        };
        call::call(vm, args[0], tuple::items(given))
    }),
];

fn set_recursion_limit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let limit = convert::c_int(vm, args[0])?;
    if limit < 1 {
        return Err(raise::value_error(
            vm,
            "recursion limit must be greater or equal than 1",
        ));
    }
    let limit = limit as usize;
    let depth = (vm.thread.frame.addr() - vm.thread.frames.addr()) / size_of::<crate::vm::thread::Frame>();
    if depth >= limit {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(raise::recursion_error(vm, message));
    }
    vm.thread.recursion_limit = limit;
    vm.thread.frames_wanted = limit;
    vm.limit_frames();
    Ok(Value::NONE)
}

fn getsizeof(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, "__sizeof__");
    let own = match call::method_of_class(vm, args[0], name, &[]) {
        Some(Ok(size)) => convert::index_clamped(vm, size)?,
        Some(Err(_)) if args[1].is_bound() => {
            vm.thread.pending = Value::UNBOUND;
            return Ok(args[1]);
        }
        Some(Err(raised)) => return Err(raised),
        None => basic_size(args[0]),
    };
    Ok(make::int(vm, own))
}

/// What an object takes here; a box that needs no memory counts as its eight bytes.
fn basic_size(value: Value) -> i64 {
    const HEADER: usize = size_of::<crate::heap::header::Header>();
    let outside = if let Some(string) = value.cast::<Str>() {
        string.len() + 1
    } else if let Some(bytes) = value.cast::<Bytes>() {
        bytes.data().len()
    } else if let Some(array) = value.cast::<ByteArray>() {
        array.data().borrow().capacity()
    } else if let Some(list) = value.cast::<crate::object::container::list::List>() {
        list.len() * 8 + 24
    } else if let Some(tuple) = value.cast::<Tuple>() {
        tuple.len() * 8 + 8
    } else if let Some(dict) = value.cast::<crate::object::container::dict::Dict>() {
        dict.len() * 32 + 64
    } else {
        8
    };
    (if value.is_object() { HEADER + outside } else { 8 }) as i64
}

fn intern(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !class::is_exact(args[0], ClassId::Str) {
        let got = class::name_of_argument(vm, args[0]);
        let message = if args[0].is::<Str>() {
            format!("can't intern {got}")
        } else {
            format!("intern() argument must be str, not {got}")
        };
        return Err(raise::type_error(vm, message));
    }
    Ok(text::intern_value(vm, args[0]))
}

fn exc_info(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let handled = vm.thread.handled;
    let parts = match handled.cast::<Exception>() {
        Some(exception) => [
            class::of(vm, handled).value(),
            handled,
            exception.traceback(&mut vm.heap),
        ],
        None => [Value::NONE; 3],
    };
    Ok(make::tuple(vm, &parts))
}

fn getframe(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let depth = match args[0].bound() {
        Some(depth) => convert::c_int(vm, depth)?.max(0) as usize,
        None => 0,
    };
    match frames::frame_object(vm, depth) {
        Some(frame) => Ok(frame),
        None => Err(raise::value_error(vm, "call stack is not deep enough")),
    }
}

/// `__name__` of the module whose function runs some frames below; None where there is none.
fn frame_module_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let depth = match args[0].bound() {
        Some(depth) => convert::c_int(vm, depth)?.max(0) as usize,
        None => 0,
    };
    let function = inspect::python_frame(vm, depth).and_then(|(frame, _)| frame.function.cast::<Function>());
    let Some(function) = function else {
        return Ok(Value::NONE);
    };
    // What is no function, such as the code of a module, has the name in its namespace only.
    let own = function.module.get();
    if own.is_bound() && !own.is_none() {
        return Ok(own);
    }
    let (name, globals) = (vm.names.__name__, function.globals.get().cast::<Dict>());
    Ok(globals.and_then(|globals| globals.get_str(name)).unwrap_or(Value::NONE))
}

fn set_digits(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let digits = convert::c_int(vm, args[0])? as i64;
    if digits != 0 && digits < DIGITS_MIN {
        let message = format!("maxdigits must be >= {DIGITS_MIN} or 0 for unlimited");
        return Err(raise::value_error(vm, message));
    }
    vm.int_digits_max = digits as usize;
    Ok(Value::NONE)
}

/// Switching off what is never on is fine.
fn no_tracing(vm: &mut Vm, function: Value, what: &str) -> Run<Value> {
    if function.is_none() {
        return Ok(Value::NONE);
    }
    Err(raise::with_text(
        vm,
        ClassId::NotImplementedError,
        &format!("pyfast has no {what} functions"),
    ))
}

/// The hooks of `addaudithook`, under a name in `sys` that no code can spell.
fn audit_hooks(vm: &mut Vm) -> Ref<List> {
    let name = text::intern(vm, " audit hooks");
    let sys: Ref<Dict> = vm.sys.expect();
    if let Some(hooks) = sys.get_str(name).and_then(|hooks| hooks.cast::<List>()) {
        return hooks;
    }
    let hooks = make::list(vm, Vec::new());
    let stored = sys.set_str(name, hooks);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
    hooks.expect()
}

/// Tells the hooks of an event; the interpreter itself raises none.
fn audit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some((&event, rest)) = args.split_first() else {
        return Err(raise::type_error(vm, "audit expected at least 1 argument, got 0"));
    };
    if !event.is::<Str>() {
        let got = class::name_of(vm, event);
        return Err(raise::type_error(
            vm,
            format!("expected str for argument 'event', not {got}"),
        ));
    }
    let hooks = audit_hooks(vm);
    let (rest, mut i) = (make::tuple(vm, rest), 0);
    while let Some(hook) = hooks.get(i) {
        call::call(vm, hook, &[event, rest])?;
        i += 1;
    }
    Ok(Value::NONE)
}
