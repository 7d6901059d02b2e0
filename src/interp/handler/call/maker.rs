//! Calls of classes whose metaclass calls them as `type` does: what they come to is known to the class.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::instantiate;
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::handler::call::general::call_slow;
use crate::interp::handler::call::native::answer;
use crate::interp::handler::call::python::call;
use crate::interp::steps::native;
use crate::interp::unwind::raise;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::class::layout::{Class, Maker};
use crate::ops::{call as calls, class};
use crate::vm::known::flag;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

handlers! {
    /// A call of a class whose `__new__` is ours.
    fn call_new<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if !is_class(callee) {
            tail!(call::<E>, pc, r, k, vm, table)
        }
        let class = &*callee.address().cast::<Class>();
        let n = E::b(pc) + 1;
        match class.maker.get() {
            Maker::New => {
                let def = (*class.specials[Special::New as usize].get().address().cast::<Native>()).def;
                if def.fits(n) {
                    save_pc!(pc, vm);
                    // The class, which `__new__` gets first, lies right before the arguments.
                    answer!(native::run(vm, def, window, n), E, 0, vm, table)
                }
            }
            Maker::Make if n <= 2 => {
                let def = (*class.specials[Special::Init as usize].get().address().cast::<Native>()).def;
                if let Some(makes) = def.makes {
                    if n == 1 {
                        *window.add(1) = Value::UNBOUND;
                    }
                    save_pc!(pc, vm);
                    answer!(makes(&mut *vm, std::slice::from_raw_parts(window, 2)), E, 0, vm, table)
                }
            }
            Maker::NewInit | Maker::Make => {
                save_pc!(pc, vm);
                answer!(new_init(&mut *vm, window, n), E, 0, vm, table)
            }
            Maker::TypeOf if n == 2 => {
                *window = class::of(&*vm, *window.add(1)).value();
                next!(E::after(pc, 0), r, k, vm, table)
            }
            Maker::Exception if !class.has(flag::ABSTRACT) => {
                let args = std::slice::from_raw_parts(window.add(1), n - 1);
                *window = instantiate::exception(&mut *vm, native::of(callee), args);
                next!(E::after(pc, 0), r, k, vm, table)
            }
            Maker::Bare if n == 1 && !class.has(flag::ABSTRACT) => {
                *window = instantiate::new(&mut *vm, native::of(callee));
                next!(E::after(pc, 0), r, k, vm, table)
            }
            _ => {}
        }
        tail!(call_slow::<E>, pc, r, k, vm, table)
    }
    /// A call of a class of plain instances or exceptions whose `__init__` is a Python function.
    fn call_init<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if !is_class(callee) {
            tail!(call::<E>, pc, r, k, vm, table)
        }
        let class = &*callee.address().cast::<Class>();
        let n = E::b(pc);
        let maker = class.maker.get();
        if !matches!(maker, Maker::Init | Maker::ExceptionInit) || class.has(flag::ABSTRACT) {
            tail!(call_slow::<E>, pc, r, k, vm, table)
        }
        let init = class.specials[Special::Init as usize].get();
        let function = &*init.address().cast::<Function>();
        if function.simple.get() as usize != n + 1
            || !instantiate::returns_none(native::of(init))
            || (*vm).thread.frame.add(1) as usize >= (*vm).heap.interrupt.frame_limit()
        {
            tail!(call_slow::<E>, pc, r, k, vm, table)
        }
        // The instance is the call's result; what `__init__` returns, None for sure, goes to the register behind.
        let instance = if maker == Maker::Init {
            instantiate::new(&mut *vm, native::of(callee))
        } else {
            instantiate::exception(&mut *vm, native::of(callee), std::slice::from_raw_parts(window.add(1), n))
        };
        *window = instance;
        let mut i = n;
        while i > 0 {
            *window.add(2 + i) = *window.add(i);
            keep_branch!();
            i -= 1;
        }
        *window.add(2) = instance;
        *window.add(1) = init;
        let frame = (*vm).thread.frame.add(1);
        (*frame.sub(1)).pc = E::after(pc, 0);
        let (entry, base, constants) = (function.entry.get(), window.add(2), function.constants.get());
        (*frame).registers = base;
        (*frame).constants = constants;
        (*frame).function = init;
        (*frame).extra = Value::UNBOUND;
        (*vm).thread.frame = frame;
        next!(entry, base, constants, vm, table)
    }
}

/// Whether this is a class; the maker of one whose metaclass has a `__call__` of its own is `General`.
#[inline(always)] // PERF: perf/0001-handlers.md
fn is_class(value: Value) -> bool {
    // SAFETY: an object has a header.
    value.is_object() && unsafe { (*value.address()).kind() } == Kind::Class
}

/// `w(w + 1 …)` for a class whose `__new__` and `__init__` are ours; `n` counts the class.
///
/// # Safety
/// The registers exist, and `native::PADDING` more are free.
#[inline(never)]
unsafe fn new_init(vm: &mut Vm, window: *mut Value, n: usize) -> Run<Value> {
    // SAFETY: by the caller; the natives are checked to fit.
    unsafe {
        let class: Ref<Class> = native::of(*window);
        let def = |special: Special| (*class.specials[special as usize].get().address().cast::<Native>()).def;
        let (new, init) = (def(Special::New), def(Special::Init));
        if !new.fits(n) || !init.fits(n) {
            let args = std::slice::from_raw_parts(window.add(1), n - 1);
            return calls::call(vm, *window, args);
        }
        let object = native::run(vm, new, window, n)?;
        if class::of(vm, object) != class {
            let args = std::slice::from_raw_parts(window.add(1), n - 1);
            return calls::initialise(vm, class, object, args, &[]);
        }
        *window = object;
        native::run(vm, init, window, n)?;
        Ok(*window)
    }
}
