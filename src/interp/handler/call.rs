//! Calls and returns. The fast path is a call of a Python function with exactly its positional arguments: no copying, no filling.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::bind;
use crate::interp::calls::spread::shown;
use crate::interp::calls::suspension;
use crate::interp::dispatch::handler::{handlers, next, save_pc, status, tail};
use crate::interp::frame::{self, Place};
use crate::interp::safepoint;
use crate::interp::unwind::{finish, go, unbound};
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::{call as calls, class, make, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Enters `$callee`, a function that takes the `$n` arguments at `$window` as they are; otherwise goes on to what follows.
macro_rules! enter_simple {
    ($form:ident, $words:literal, $callee:expr, $window:expr, $n:expr, $pc:ident, $vm:ident, $table:ident) => {
        if $callee.is_object() && (*$callee.address()).kind() == Kind::Function {
            let function = $callee.address().cast::<Function>();
            let frame = (*$vm).thread.frame.add(1);
            let window: *mut Value = $window;
            if (*function).simple.get() as usize == $n
                && frame < (*$vm).thread.frame_limit
                && window < (*$vm).thread.register_limit
                && !safepoint::is_due(&*$vm)
            {
                (*frame.sub(1)).pc = $form::after($pc, $words);
                let constants = (*function).constants.get();
                let entry: *const u8 = (*function).entry.get();
                (*frame).registers = window;
                (*frame).constants = constants;
                (*frame).function = $callee;
                (*frame).extra = Value::UNBOUND;
                (*$vm).thread.frame = frame;
                next!(entry, window, constants, $vm, $table)
            }
        }
    };
}

handlers! {
    /// A function call.
    fn call<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        enter_simple!(E, 0, callee, window.add(1), E::b(pc), pc, vm, table);
        tail!(call_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn call_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        if (*window).kind() == Some(Kind::Native) {
            finish!(call_native(&mut *vm, *window, window.add(1), E::b(pc)), E, 0, pc, r, k, vm, table, E::a(pc))
        }
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc), &[], E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A method call: the receiver is an argument, or there is none.
    fn call_method<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if (*window.add(1)).is_bound() {
            enter_simple!(E, 0, callee, window.add(1), E::b(pc) + 1, pc, vm, table);
        }
        tail!(call_method_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn call_method_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let (first, n) = method_arguments(window, E::b(pc));
        if (*window).kind() == Some(Kind::Native) {
            finish!(call_native(&mut *vm, *window, first, n), E, 0, pc, r, k, vm, table, E::a(pc))
        }
        let there = call_window(&mut *vm, window, first, n, &[], E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A call with keyword arguments.
    fn call_named<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let names = tuple::items((*k.add(E::word(pc, 0) as usize)).expect::<Tuple>());
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc), names, E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A method call with keyword arguments.
    fn call_method_named<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let names = tuple::items((*k.add(E::word(pc, 0) as usize)).expect::<Tuple>());
        let (first, n) = method_arguments(window, E::b(pc));
        let there = call_window(&mut *vm, window, first, n, names, E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A call with `*` and `**`.
    fn call_spread<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let there = call_spread_window(&mut *vm, r.add(E::a(pc)), E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// Returns a register.
    fn return_value<E>(pc, r, k, vm, table) {
        let result = *r.add(E::a(pc));
        if result.is_unbound() {
            tail!(unbound::<E>, pc, r, k, vm, table)
        }
        *r.sub(1) = result;
        let frame = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = frame;
        next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
    }
    /// Returns a constant.
    fn return_const<E>(pc, r, k, vm, table) {
        *r.sub(1) = *k.add(E::a(pc));
        let frame = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = frame;
        next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
    }
    /// The outermost frame of a run has returned to its entry record.
    fn halt<E>(pc, r, k, vm, table) {
        let entry = (*vm).thread.frame;
        (*vm).thread.result = *(*entry).registers;
        (*vm).thread.frame = entry.sub(1);
        return status::RETURNED;
    }
}

/// Where the arguments of a method window begin, and how many there are.
///
/// # Safety
/// `window` is a method window with `n` arguments besides the receiver.
unsafe fn method_arguments(window: *mut Value, n: usize) -> (*mut Value, usize) {
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

/// Calls a native function with the `n` arguments at `first`.
///
/// # Safety
/// `callee` is a native function, and the registers exist.
#[inline(never)]
pub unsafe fn call_native(vm: &mut Vm, callee: Value, first: *mut Value, n: usize) -> Run<Value> {
    if safepoint::is_due(vm) {
        safepoint::serve(vm)?;
    }
    // SAFETY: by the caller.
    let args = unsafe { std::slice::from_raw_parts(first, n) };
    calls::invoke(vm, callee.expect(), args, &[])
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
        if let Some(instance) = instantiate(vm, callee, args, names) {
            return match instance {
                Ok((instance, None)) => {
                    *window = instance;
                    Some((after, r, k))
                }
                Ok((instance, Some(init))) => enter_init(vm, init, window, instance, args, names, after).ok(),
                Err(_) => None,
            };
        }
        let result = match callee.cast::<Native>() {
            Some(native) => calls::invoke(vm, native, args, names),
            None => calls::call_named(vm, callee, args, names),
        };
        *window = result.ok()?;
        Some((after, r, k))
    }
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
        let caller: *mut Frame = vm.thread.frame;
        let place = frame::push(vm, function, base, Value::UNBOUND)?;
        (*caller).pc = after;
        Ok(place)
    }
}

/// If `callee` is a class made in Python whose calls only make a plain instance and run a Python `__init__`: the instance, and
/// that function if there is one. `None` for anything else.
fn instantiate(
    vm: &mut Vm,
    callee: Value,
    args: &[Value],
    names: &[Value],
) -> Option<Run<(Value, Option<Ref<Function>>)>> {
    use crate::interp::calls::instantiate::{Plan, plan};
    let class = callee.cast::<crate::object::class::layout::Class>()?;
    match plan(vm, class)? {
        Plan::Init(init) => Some(Ok((crate::interp::calls::instantiate::new(vm, class), Some(init)))),
        Plan::Bare if args.is_empty() && names.is_empty() => {
            Some(Ok((crate::interp::calls::instantiate::new(vm, class), None)))
        }
        Plan::Exception(init) if names.is_empty() => {
            let made = crate::interp::calls::instantiate::exception(vm, class, args);
            Some(Ok((made, init)))
        }
        Plan::Bare | Plan::Exception(_) => None,
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
unsafe fn call_spread_window(
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
        let (positional, keywords) = (*window.add(1), *window.add(2));
        let positional = arguments(vm, *window, positional).ok()?;
        let args = tuple::items(positional.expect::<Tuple>());
        let Some(dict) = keywords.cast::<Dict>().filter(|dict| !dict.is_empty()) else {
            return spread(vm, window, args, &[], &[], after, place);
        };
        let (mut names, mut values, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some((i, key, value)) = dict.next_entry(at) {
            if !key.is::<Str>() {
                let _ = error::type_error(vm, "keywords must be strings");
                return None;
            }
            names.push(key);
            values.push(value);
            at = i + 1;
        }
        let (names, values) = (make::tuple(vm, &names), make::tuple(vm, &values));
        let (names, values) = (names.expect::<Tuple>(), values.expect::<Tuple>());
        spread(
            vm,
            window,
            args,
            tuple::items(values),
            tuple::items(names),
            after,
            place,
        )
    }
}

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

handlers! {
    /// First instruction of a generator's body: the caller gets the generator object.
    fn make_generator<E>(pc, r, k, vm, table) {
        *r.sub(1) = suspension::make(&mut *vm, E::after(pc, 0), r);
        let frame = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = frame;
        next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
    }
}
