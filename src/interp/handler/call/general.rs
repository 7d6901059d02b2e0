//! Calls of anything: binding of arguments, bound methods, classes, `*` and `**`.

use crate::bytecode::code::Flags;
use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::spread::{map_merge, shown};
use crate::interp::calls::{bind, instantiate};
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::frame::{self, Place};
use crate::interp::safepoint;
use crate::interp::steps::native;
use crate::interp::unwind::go;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::class::layout::{Class, Maker};
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::{call as calls, class, make, raise as error};
use crate::vm::known::ClassId;
use crate::vm::native::Binding;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

handlers! {
    /// A call that no instruction of its own is made for; from now on there may be one.
    #[cold]
    fn call_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        if let Some(op) = specialised(&*vm, *window, E::b(pc)) {
            E::rewrite(pc, op as u8);
        }
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc), &[], E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// As `call_slow`, for a method window.
    #[cold]
    fn call_method_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let (first, n) = method_arguments(window, E::b(pc));
        if (*window).kind() == Some(Kind::Native) && !(*vm).options.no_quickening {
            E::rewrite(pc, Op::call_method_native as u8);
        }
        let there = call_window(&mut *vm, window, first, n, &[], E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
}

/// The instruction for calls of `callee` with `n` arguments.
fn specialised(vm: &Vm, callee: Value, n: usize) -> Option<Op> {
    if vm.options.no_quickening {
        return None;
    }
    match callee.kind()? {
        Kind::Native => Some(Op::call_native),
        Kind::Class => match instantiate::maker(vm, callee.expect()) {
            Maker::General | Maker::InitAfterNew => None,
            Maker::Init | Maker::ExceptionInit => Some(Op::call_init),
            Maker::Bare if n > 0 => None,
            _ => Some(Op::call_new),
        },
        Kind::Record if class::is_exact(callee, ClassId::Method) => Some(Op::call_bound),
        _ => own_call(vm, callee).map(|_| Op::call_object),
    }
}

/// Where the arguments of a method window begin, and how many there are.
///
/// # Safety
/// `window` is a method window with `n` arguments besides the receiver.
pub unsafe fn method_arguments(window: *mut Value, n: usize) -> (*mut Value, usize) {
    // SAFETY: by the caller.
    unsafe {
        let receiver = window.add(1);
        if (*receiver).is_bound() {
            (receiver, n + 1)
        } else {
            (receiver.add(1), n)
        }
    }
}

/// Calls what lies at `window` with the `n` arguments at `first`, the last ones named. A Python function gets a frame and
/// `Thread::next` is its first instruction; for anything else the call is done, its result is in `window`, and `Thread::next` is
/// `after` with the caller's registers and constants. Answers `false` when an exception is pending.
///
/// # Safety
/// The registers exist; above the arguments all registers of the window are free.
#[inline(never)]
pub unsafe fn call_window(
    vm: &mut Vm,
    window: *mut Value,
    first: *mut Value,
    n: usize,
    names: &[Value],
    after: *const u8,
    (r, k): (*mut Value, *mut Value),
) -> bool {
    // SAFETY: by the caller.
    let place = unsafe { place_of_call(vm, window, first, n, names, after, (r, k)) };
    frame::go_to(vm, place)
}

/// As `call_window`, with the place as the answer.
///
/// # Safety
/// As `call_window`.
unsafe fn place_of_call(
    vm: &mut Vm,
    window: *mut Value,
    first: *mut Value,
    n: usize,
    names: &[Value],
    after: *const u8,
    (r, k): (*mut Value, *mut Value),
) -> Option<Place> {
    if safepoint::is_due(vm) {
        safepoint::serve(vm).ok()?;
    }
    // SAFETY: by the caller.
    unsafe {
        let mut callee = *window;
        let (mut first, mut n) = (first, n);
        if callee.kind() == Some(Kind::Record) && class::is_exact(callee, ClassId::Method) {
            let method = callee.expect::<Record>();
            if method.get(0).kind() == Some(Kind::Function) {
                std::ptr::copy(first, window.add(2), n);
                *window.add(1) = method.get(1);
                (callee, first, n) = (method.get(0), window.add(1), n + 1);
            }
        }
        if callee.kind() == Some(Kind::Function) {
            let function: Ref<Function> = callee.expect();
            return enter(vm, function, window, first, n, names, after).ok();
        }
        let args = std::slice::from_raw_parts(first, n);
        if callee.kind() == Some(Kind::Native) {
            *window = calls::invoke(vm, callee.expect(), args, names).ok()?;
            return Some((after, r, k));
        }
        if let Some(instance) = instantiate(vm, callee, args, names) {
            return match instance {
                (instance, None) => {
                    *window = instance;
                    Some((after, r, k))
                }
                (instance, Some(init)) => enter_init(vm, init, window, instance, args, names, after).ok(),
            };
        }
        if let Some(class) = callee.cast::<Class>()
            && instantiate::maker(vm, class) == Maker::InitAfterNew
        {
            return new_then_init(vm, class, window, (first, n), names, (after, r, k)).ok();
        }
        if callee.kind() == Some(Kind::Instance)
            && let Some(method) = class::special(vm, callee, Special::Call).and_then(Value::cast::<Function>)
        {
            std::ptr::copy(first, window.add(2), n);
            *window.add(1) = callee;
            return enter(vm, method, window, window.add(1), n + 1, names, after).ok();
        }
        let result = if let Some(native) = own_call(vm, callee) {
            // In front of the arguments is a register that holds the callee already, or an absent receiver.
            *first.sub(1) = callee;
            calls::invoke_plain(vm, native, std::slice::from_raw_parts(first.sub(1), n + 1), names)
        } else if callee.is::<Class>() {
            make_instance(vm, callee.expect(), first, n, names)
        } else {
            calls::call_named(vm, callee, args, names)
        };
        *window = result.ok()?;
        Some((after, r, k))
    }
}

/// The `__call__` of an object, other than a class or a function, if that is ours.
fn own_call(vm: &Vm, callee: Value) -> Option<Ref<Native>> {
    if matches!(callee.kind()?, Kind::Class | Kind::Function) {
        return None;
    }
    let native = class::special(vm, callee, Special::Call)?.cast::<Native>()?;
    (native.def.binding == Binding::Method && native.receiver.get().is_unbound()).then_some(native)
}

/// Pushes the frame of a Python function; its arguments are moved to right behind the window's first register, where the result
/// will be.
unsafe fn enter(
    vm: &mut Vm,
    function: Ref<Function>,
    window: *mut Value,
    first: *mut Value,
    n: usize,
    names: &[Value],
    after: *const u8,
) -> Run<Place> {
    // SAFETY: by the caller of `call_window`.
    unsafe {
        let base = window.add(1);
        if first != base {
            std::ptr::copy(first, base, n);
        }
        if function.simple.get() as usize != n || !names.is_empty() {
            bind::bind(vm, function, base, n, names)?;
        }
        push_frame(vm, function, base, after)
    }
}

/// Pushes the frame of a function whose arguments lie where its parameters want them.
unsafe fn push_frame(vm: &mut Vm, function: Ref<Function>, base: *mut Value, after: *const u8) -> Run<Place> {
    // SAFETY: by the caller of `call_window`.
    unsafe {
        let caller: *mut Frame = vm.thread.frame;
        let place = frame::push(vm, function, base, Value::UNBOUND)?;
        (*caller).pc = after;
        Ok(place)
    }
}

/// Enters the function at `window`, whose arguments lie behind it where its parameters want them; goes on as `call_window` does.
///
/// # Safety
/// As `call_window`.
#[inline(never)]
pub unsafe fn enter_window(vm: &mut Vm, window: *mut Value, after: *const u8) -> bool {
    if safepoint::is_due(vm) && safepoint::serve(vm).is_err() {
        return false;
    }
    // SAFETY: by the caller.
    let place = unsafe { push_frame(vm, (*window).expect(), window.add(1), after) };
    frame::go_to(vm, place.ok())
}

/// If `callee` is a class made in Python whose calls only make a plain instance and run a Python `__init__`: the instance, and
/// that function if there is one. `None` for anything else.
fn instantiate(vm: &mut Vm, callee: Value, args: &[Value], names: &[Value]) -> Option<(Value, Option<Ref<Function>>)> {
    let class = callee.cast::<Class>()?;
    match instantiate::maker(vm, class) {
        Maker::Init => {
            let init = class.special(Special::Init)?.expect();
            Some((instantiate::new(vm, class), Some(init)))
        }
        Maker::Bare if args.is_empty() && names.is_empty() => Some((instantiate::new(vm, class), None)),
        Maker::Exception if names.is_empty() => Some((instantiate::exception(vm, class, args), None)),
        Maker::ExceptionInit if names.is_empty() => {
            let init = class.special(Special::Init)?.expect();
            Some((instantiate::exception(vm, class, args), Some(init)))
        }
        _ => None,
    }
}

/// Goes to the `__init__` of an instance that our `__new__` has made; in front of the arguments is a register free for the class.
unsafe fn new_then_init(
    vm: &mut Vm,
    class: Ref<Class>,
    window: *mut Value,
    (first, n): (*mut Value, usize),
    names: &[Value],
    after: Place,
) -> Run<Place> {
    // SAFETY: by the caller of `call_window`; the maker says what the two methods are.
    unsafe {
        let (new, init) = (
            &class.specials[Special::New as usize],
            &class.specials[Special::Init as usize],
        );
        *first.sub(1) = class.value();
        let all = std::slice::from_raw_parts(first.sub(1), n + 1);
        let object = calls::invoke_plain(vm, native::of(new.get()), all, names)?;
        if class::of(vm, object) != class {
            *window = calls::initialise(vm, class, object, &all[1..], names)?;
            return Ok(after);
        }
        enter_init(vm, native::of(init.get()), window, object, &all[1..], names, after.0)
    }
}

/// Calls a class with the `n` arguments at `first`; in front of them is a register free for the class.
unsafe fn make_instance(vm: &mut Vm, class: Ref<Class>, first: *mut Value, n: usize, names: &[Value]) -> Run<Value> {
    let maker = instantiate::maker(vm, class);
    // SAFETY: by the caller of `call_window`.
    unsafe {
        let own = |special: Special| native::of::<Native>(class.specials[special as usize].get());
        let all = std::slice::from_raw_parts(first.sub(1), n + 1);
        match maker {
            Maker::New | Maker::NewInit | Maker::Make if maker != Maker::Make || !names.is_empty() => {
                *first.sub(1) = class.value();
                let object = calls::invoke_plain(vm, own(Special::New), all, names)?;
                if maker != Maker::New && class::of(vm, object) == class {
                    *first.sub(1) = object;
                    calls::invoke_plain(vm, own(Special::Init), all, names)?;
                } else if maker != Maker::New {
                    return calls::initialise(vm, class, object, &all[1..], names);
                }
                Ok(object)
            }
            _ => calls::call_named(vm, class.value(), &all[1..], names),
        }
    }
}

/// Runs `__init__` on a new instance. The instance lies in the window's first register, and the result of `__init__`, which is
/// None for sure, in the second.
unsafe fn enter_init(
    vm: &mut Vm,
    init: Ref<Function>,
    window: *mut Value,
    instance: Value,
    args: &[Value],
    names: &[Value],
    after: *const u8,
) -> Run<Place> {
    // SAFETY: as `enter`; the arguments move up, so they are copied from the end if they overlap.
    unsafe {
        let base = window.add(2);
        std::ptr::copy(args.as_ptr(), base.add(1), args.len());
        *window = instance;
        *base = instance;
        let n = args.len() + 1;
        if init.simple.get() as usize != n || !names.is_empty() {
            bind::bind(vm, init, base, n, names)?;
        }
        let caller: *mut Frame = vm.thread.frame;
        let place = frame::push(vm, init, base, Value::UNBOUND)?;
        (*caller).pc = after;
        Ok(place)
    }
}

/// `w = w(*(w + 1), **(w + 2))`; goes on as `call_window` does.
///
/// # Safety
/// As `call_window`.
#[inline(never)]
pub unsafe fn call_spread_window(
    vm: &mut Vm,
    window: *mut Value,
    after: *const u8,
    place: (*mut Value, *mut Value),
) -> bool {
    // SAFETY: by the caller.
    let place = unsafe { place_of_spread(vm, window, after, place) };
    frame::go_to(vm, place)
}

/// # Safety
/// As `call_window`.
unsafe fn place_of_spread(
    vm: &mut Vm,
    window: *mut Value,
    after: *const u8,
    place: (*mut Value, *mut Value),
) -> Option<Place> {
    // SAFETY: by the caller.
    unsafe {
        let positional = *window.add(1);
        let keywords = mapping(vm, *window, window.add(2)).ok()?;
        let positional = arguments(vm, *window, positional).ok()?;
        if let Some(function) = (*window).cast::<Function>()
            && lay_packed(vm, function, window.add(1), positional, keywords)
        {
            if safepoint::is_due(vm) {
                safepoint::serve(vm).ok()?;
            }
            return push_frame(vm, function, window.add(1), after).ok();
        }
        let args = tuple::items(positional.expect::<Tuple>());
        let Some(dict) = keywords.cast::<Dict>().filter(|dict| !dict.is_empty()) else {
            return spread(vm, window, args, &[], &[], after, place);
        };
        let mut kept = [Value::UNBOUND; 2 * FEW];
        let (mut count, mut at) = (0, 0);
        while let Some((i, key, value)) = dict.next_entry(at) {
            if !key.is::<Str>() {
                let _ = error::type_error(vm, "keywords must be strings");
                return None;
            }
            if count < FEW {
                (kept[count], kept[FEW + count]) = (key, value);
            }
            count += 1;
            at = i + 1;
        }
        if count <= FEW {
            return spread(vm, window, args, &kept[FEW..FEW + count], &kept[..count], after, place);
        }
        let (mut names, mut values, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some((i, key, value)) = dict.next_entry(at) {
            names.push(key);
            values.push(value);
            at = i + 1;
        }
        let (names, values) = (make::tuple(vm, &names), make::tuple(vm, &values));
        let (names, values) = (names.expect::<Tuple>(), values.expect::<Tuple>());
        let (names, values) = (tuple::items(names), tuple::items(values));
        spread(vm, window, args, values, names, after, place)
    }
}

/// Lays out what is spread for a function that takes all of it as it is, by `*` and `**` parameters alone: the tuple itself, and a
/// copy of the dict. `false`: it does not, and nothing has changed.
unsafe fn lay_packed(
    vm: &mut Vm,
    function: Ref<Function>,
    base: *mut Value,
    positional: Value,
    keywords: Value,
) -> bool {
    let code = function.code();
    let data = code.data();
    let given = keywords.cast::<Dict>().filter(|dict| !dict.is_empty());
    let takes_keywords = data.flags.has(Flags::VARKEYWORDS);
    if !function.is_ready()
        || !data.flags.has(Flags::VARARGS)
        || data.positional + data.keyword_only != 0
        || given.is_some() && !takes_keywords
    {
        return false;
    }
    if takes_keywords {
        let copy = match given {
            None => make::dict(vm),
            Some(given) if has_names(given) => match given.copy(&mut vm.heap, ClassId::Dict.shape()) {
                Ok(copy) => copy.value(),
                Err(_) => return false,
            },
            Some(_) => return false,
        };
        // SAFETY: by the caller of `call_window`.
        unsafe { *base.add(1) = copy };
    }
    // SAFETY: as above.
    unsafe { *base = positional };
    true
}

/// Whether all keys are interned strs, as keywords are.
fn has_names(dict: Ref<Dict>) -> bool {
    let mut at = 0;
    while let Some((i, key, _)) = dict.next_entry(at) {
        if !key.cast::<Str>().is_some_and(|key| key.is_interned()) {
            return false;
        }
        at = i + 1;
    }
    true
}

/// What is spread as keywords, UNBOUND for nothing: a dict is taken as it is, another mapping becomes one.
unsafe fn mapping(vm: &mut Vm, callee: Value, register: *mut Value) -> Run<Value> {
    // SAFETY: by the caller.
    let source = unsafe { *register };
    if source.is_unbound() || class::is_exact(source, ClassId::Dict) {
        return Ok(source);
    }
    let dict = make::dict(vm);
    // SAFETY: as above. There the collector sees it; the mapping is in the native frame.
    unsafe { *register = dict };
    map_merge(vm, dict, source, callee)?;
    Ok(dict)
}

/// Keyword arguments up to which they are kept on the native stack.
const FEW: usize = 16;

/// The positional arguments of `callee(*source)` as a tuple.
fn arguments(vm: &mut Vm, callee: Value, source: Value) -> Run<Value> {
    if class::is_exact(source, ClassId::Tuple) {
        return Ok(source);
    }
    if class::is_exact(source, ClassId::List) {
        return Ok(make::tuple(vm, &source.expect::<List>().to_vec()));
    }
    if !iterate::is_iterable(vm, source) {
        let (shown, name) = (shown(vm, callee), class::name_of(vm, source));
        return Err(error::type_error(
            vm,
            format!("{shown} argument after * must be an iterable, not {name}"),
        ));
    }
    iterate::to_tuple(vm, source)
}

/// Lays the arguments out behind `window` and calls.
unsafe fn spread(
    vm: &mut Vm,
    window: *mut Value,
    args: &[Value],
    values: &[Value],
    names: &[Value],
    after: *const u8,
    place: (*mut Value, *mut Value),
) -> Option<Place> {
    let n = args.len() + values.len();
    // SAFETY: by the caller; arguments that the registers cannot hold go by a tuple.
    unsafe {
        let end = window.add(1 + n);
        if n < crate::vm::thread::REGISTERS_SPARE / 2
            && end < vm.thread.register_limit
            && (*window).kind() != Some(Kind::Native)
        {
            std::ptr::copy_nonoverlapping(args.as_ptr(), window.add(1), args.len());
            std::ptr::copy_nonoverlapping(values.as_ptr(), window.add(1 + args.len()), values.len());
            return place_of_call(vm, window, window.add(1), n, names, after, place);
        }
        let all: Vec<Value> = args.iter().chain(values).copied().collect();
        let kept = make::tuple(vm, &all).expect::<Tuple>();
        *window = calls::call_named(vm, *window, tuple::items(kept), names).ok()?;
        Some((after, place.0, place.1))
    }
}
