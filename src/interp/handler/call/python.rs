//! Calls of functions made in Python, and returns. The fast path takes exactly the positional arguments: no copying, no filling.

use crate::heap::header::{Kind, ShapeId};
use crate::heap::object::Ref;
use crate::heap::store::SMALL_CELL_BYTES_MAX;
use crate::heap::value::Value;
use crate::interp::calls::bind;
use crate::interp::calls::suspension::{self, save_registers};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, status, tail};
use crate::interp::handler::call::general::{
    call_method_slow, call_slow, call_spread_window, call_window, enter_window, method_arguments,
};
use crate::interp::steps::native::{self, PADDING};
use crate::interp::unwind::{go, unbound};
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{self, Tuple};
use crate::object::generator::Generator;
use crate::object::record::Record;
use crate::vm::known::ClassId;

/// Enters `$function`, a value, with its registers from `$base` on and `$pc` as the return address, unless the limit of frames is
/// reached or a safepoint due: then it goes on to what follows.
macro_rules! enter {
    ($function:expr, $base:expr, $return_pc:expr, $vm:ident, $table:ident) => {
        let callee: Value = $function;
        let function = callee.address().cast::<Function>();
        let frame = (*$vm).thread.frame.add(1);
        if (frame as usize) < (*$vm).heap.interrupt.frame_limit() {
            (*frame.sub(1)).pc = $return_pc;
            let base: *mut Value = $base;
            let constants = (*function).constants.get();
            let entry: *const u8 = (*function).entry.get();
            (*frame).registers = base;
            (*frame).constants = constants;
            (*frame).function = callee;
            (*frame).extra = Value::UNBOUND;
            (*$vm).thread.frame = frame;
            next!(entry, base, constants, $vm, $table)
        }
    };
}

/// Enters `$function`, a value, that takes just `$argument`, for the running instruction, whose `pc` is saved: `resume` finishes
/// that with the answer. Goes on to what follows where `enter!` does.
macro_rules! enter_for {
    ($function:expr, $argument:expr, $vm:ident, $table:ident) => {
        let callee: Value = $function;
        let frame = (*$vm).thread.frame;
        if (frame.add(2) as usize) < (*$vm).heap.interrupt.frame_limit() {
            let running = (*frame).function.address().cast::<Function>();
            let registers = (*frame).registers.add((*running).registers.get() as usize + PADDING);
            *registers.add(1) = $argument;
            let (entry, base, constants) = push_continued($vm, callee, registers);
            next!(entry, base, constants, $vm, $table)
        }
    };
}

/// As `enter!`, for `$n` arguments at `$base` of a function that has defaults for those behind; otherwise goes on to what follows.
macro_rules! enter_short {
    ($callee:expr, $base:expr, $n:expr, $return_pc:expr, $vm:ident, $table:ident) => {
        let function = $callee.address().cast::<Function>();
        let defaults = (*function).defaults.get();
        if defaults.is_object() {
            let defaults = (*defaults.address().cast::<$crate::object::container::tuple::Tuple>()).items();
            let missing = ((*function).simple.get() as usize).wrapping_sub($n);
            if missing <= defaults.len() {
                let from = defaults.as_ptr().add(defaults.len() - missing);
                let to: *mut Value = $base.add($n);
                let mut i = 0;
                while i < missing {
                    *to.add(i) = *from.add(i);
                    // Else it becomes a call of memcpy.
                    keep_branch!();
                    i += 1;
                }
                enter!($callee, $base, $return_pc, $vm, $table);
            }
        }
    };
}

/// If the window of a method call holds a bound method of a function that takes its receiver and the `$n` arguments as they are, and
/// no receiver: enters that function. Otherwise goes on to what follows, where the window means the same.
macro_rules! enter_bound {
    ($window:expr, $n:expr, $return_pc:expr, $vm:ident, $table:ident) => {
        let window: *mut Value = $window;
        let bound = *window;
        if (*window.add(1)).is_unbound() && bound.is_object() && (*bound.address()).shape() == ClassId::Method.shape() {
            let [function, receiver] = (*bound.address().cast::<Record>()).pair();
            if is_simple!(function, $n + 1) {
                *window = function;
                *window.add(1) = receiver;
                enter!(function, window.add(1), $return_pc, $vm, $table);
            }
        }
    };
}

/// Whether `$callee` is a function made in Python.
macro_rules! is_function {
    ($callee:expr) => {
        $callee.is_object() && (*$callee.address()).kind() == Kind::Function
    };
}

/// Whether `$callee` is a function that takes `$n` arguments as they are.
macro_rules! is_simple {
    ($callee:expr, $n:expr) => {
        $callee.is_object()
            && (*$callee.address()).kind() == Kind::Function
            && (*$callee.address().cast::<Function>()).simple.get() as usize == $n
    };
}

pub(crate) use {enter, enter_bound, enter_for, enter_short, is_function, is_simple};

handlers! {
    /// A function call.
    fn call<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if is_function!(callee) {
            if (*callee.address().cast::<Function>()).simple.get() as usize == E::b(pc) {
                enter!(callee, window.add(1), E::after(pc, 0), vm, table);
            }
            tail!(call_short::<E>, pc, r, k, vm, table)
        }
        tail!(call_slow::<E>, pc, r, k, vm, table)
    }
    /// A call of a function that may have defaults for the arguments that are missing.
    fn call_short<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        enter_short!(callee, window.add(1), E::b(pc), E::after(pc, 0), vm, table);
        tail!(call_packed::<E>, pc, r, k, vm, table)
    }
    /// A call of a function that may have a parameter for the arguments that are left over.
    fn call_packed<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if bind::pack(&mut *vm, native::of(callee), window.add(1), E::b(pc)) {
            enter!(callee, window.add(1), E::after(pc, 0), vm, table);
            tail!(enter_packed::<E>, pc, r, k, vm, table)
        }
        tail!(call_slow::<E>, pc, r, k, vm, table)
    }
    /// A method call: the receiver is an argument, or there is none.
    fn call_method<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if (*window.add(1)).is_bound() && is_function!(callee) {
            if (*callee.address().cast::<Function>()).simple.get() as usize == E::b(pc) + 1 {
                enter!(callee, window.add(1), E::after(pc, 0), vm, table);
            }
            tail!(call_method_short::<E>, pc, r, k, vm, table)
        }
        tail!(call_method_bound::<E>, pc, r, k, vm, table)
    }
    /// The attribute is a bound method, and the register of the receiver is free.
    #[cold]
    fn call_method_bound<E>(pc, r, k, vm, table) {
        enter_bound!(r.add(E::a(pc)), E::b(pc), E::after(pc, 0), vm, table);
        tail!(call_method_slow::<E>, pc, r, k, vm, table)
    }
    /// As `call_short`, for a method with its receiver.
    fn call_method_short<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        enter_short!(callee, window.add(1), E::b(pc) + 1, E::after(pc, 0), vm, table);
        tail!(call_method_packed::<E>, pc, r, k, vm, table)
    }
    /// As `call_packed`, for a method with its receiver.
    fn call_method_packed<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if bind::pack(&mut *vm, native::of(callee), window.add(1), E::b(pc) + 1) {
            enter!(callee, window.add(1), E::after(pc, 0), vm, table);
            tail!(enter_packed::<E>, pc, r, k, vm, table)
        }
        tail!(call_method_slow::<E>, pc, r, k, vm, table)
    }
    /// A call of a bound method: its arguments move up by one, and the receiver comes before them.
    fn call_bound<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let bound = *window;
        if bound.is_object() && (*bound.address()).shape() == ClassId::Method.shape() {
            let method = &*bound.address().cast::<Record>();
            let (callee, n) = (method.get(0), E::b(pc));
            if is_simple!(callee, n + 1) {
                let mut i = n;
                while i > 0 {
                    *window.add(1 + i) = *window.add(i);
                    // Else it becomes a call of memmove.
                    keep_branch!();
                    i -= 1;
                }
                *window.add(1) = method.get(1);
                *window = callee;
                enter!(callee, window.add(1), E::after(pc, 0), vm, table);
                tail!(enter_moved_slow::<E>, pc, r, k, vm, table)
            }
        }
        tail!(call::<E>, pc, r, k, vm, table)
    }
    /// The receiver is in the window by now.
    #[cold]
    fn enter_moved_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc) + 1, &[], E::after(pc, 0), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A call with keyword arguments.
    fn call_named<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if is_function!(callee)
            && bind::place(native::of(callee), window.add(1), E::b(pc), *k.add(E::word(pc, 0) as usize))
        {
            enter!(callee, window.add(1), E::after(pc, 1), vm, table);
            tail!(enter_placed::<E>, pc, r, k, vm, table)
        }
        tail!(call_named_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn call_named_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let names = tuple::items((*k.add(E::word(pc, 0) as usize)).expect::<Tuple>());
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc), names, E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A method call with keyword arguments.
    fn call_method_named<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if (*window.add(1)).is_bound()
            && is_function!(callee)
            && bind::place(native::of(callee), window.add(1), E::b(pc) + 1, *k.add(E::word(pc, 0) as usize))
        {
            enter!(callee, window.add(1), E::after(pc, 1), vm, table);
            tail!(enter_placed::<E>, pc, r, k, vm, table)
        }
        tail!(call_method_named_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn call_method_named_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let names = tuple::items((*k.add(E::word(pc, 0) as usize)).expect::<Tuple>());
        let (first, n) = method_arguments(window, E::b(pc));
        let there = call_window(&mut *vm, window, first, n, names, E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// Enters the function at the window, whose arguments lie where its parameters want them.
    #[cold]
    fn enter_placed<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let there = enter_window(&mut *vm, r.add(E::a(pc)), E::after(pc, 1));
        go!(there, E, pc, r, k, vm, table)
    }
    /// As `enter_placed`, for an instruction without a word.
    #[cold]
    fn enter_packed<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let there = enter_window(&mut *vm, r.add(E::a(pc)), E::after(pc, 0));
        go!(there, E, pc, r, k, vm, table)
    }
    /// A call with `*` and `**`: here of a function that takes just the items of a tuple, few of them.
    fn call_spread<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let (callee, given, keywords) = (*window, *window.add(1), *window.add(2));
        let none = keywords.is_unbound()
            || keywords.is_object()
                && (*keywords.address()).shape() == ClassId::Dict.shape()
                && (*keywords.address().cast::<Dict>()).is_empty();
        if none
            && is_function!(callee)
            && given.is_object()
            && (*given.address()).shape() == ClassId::Tuple.shape()
        {
            let items = (*given.address().cast::<Tuple>()).items();
            let n = items.len();
            if n <= PADDING && (*callee.address().cast::<Function>()).simple.get() as usize == n {
                let mut i = 0;
                while i < n {
                    *window.add(1 + i) = *items.get_unchecked(i);
                    // Else it becomes a call of memcpy.
                    keep_branch!();
                    i += 1;
                }
                enter!(callee, window.add(1), E::after(pc, 0), vm, table);
                *window.add(1) = given;
                *window.add(2) = keywords;
            }
        }
        tail!(call_spread_slow::<E>, pc, r, k, vm, table)
    }
    fn call_spread_slow<E>(pc, r, k, vm, table) {
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
    /// First instruction of a generator's body: the caller gets the generator object. The loader has written into its operands
    /// how many registers that begins with, what class it is of, and one more than how many of them have values.
    fn make_generator<E>(pc, r, k, vm, table) {
        let callee = (*(*vm).thread.frame).function;
        let function: Ref<Function> = native::of(callee);
        let bytes = Generator::bytes(function);
        if E::c(pc) != 0
            && bytes <= SMALL_CELL_BYTES_MAX
            && let Some(cell) = (*vm).heap.try_small_cell(bytes)
        {
            let held = E::a(pc);
            let object = cell.cast::<Generator>();
            object.write(Generator::suspended(ShapeId(E::b(pc) as u32), function, E::after(pc, 0), held));
            save_registers(r, (*object).registers(), held);
            let mut i = E::c(pc) - 1;
            while i < held {
                // Frames show variables that have values.
                *(*object).registers().add(i) = Value::UNBOUND;
                i += 1;
                keep_branch!();
            }
            *r.sub(1) = Value::from_bits(object as u64);
            let frame = (*vm).thread.frame.sub(1);
            (*vm).thread.frame = frame;
            next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
        }
        tail!(make_generator_slow::<E>, pc, r, k, vm, table)
    }
    fn make_generator_slow<E>(pc, r, k, vm, table) {
        *r.sub(1) = suspension::make(&mut *vm, E::after(pc, 0), r);
        let frame = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = frame;
        next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
    }
}
