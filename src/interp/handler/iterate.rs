//! Loops and unpacking. What a loop's state is, `steps::looping` says.

use crate::bytecode::isa::Op;
use crate::heap::header::{Kind, Slot};
use crate::heap::value::Value;
use crate::interp::calls::suspension::{self, load_registers};
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::safepoint;
use crate::interp::steps::looping::{self, Prepared, Step, TAGS, guard, tag};
use crate::interp::steps::native::PADDING;
use crate::interp::steps::{counted, unpack};
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::callable::function::Function;
use crate::object::class::layout::Advance;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::generator::{Generator, State};
use crate::object::record::Record;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::{class, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Whether the state of a loop is that of a built-in class.
macro_rules! has_tag {
    ($state:ident, $id:ident) => {
        (*$state.add(2)).bits() == const { tag(ClassId::$id.shape()) }
    };
}

/// Goes on behind the `unpack` at the loop's body, with this pair where that would have put it.
macro_rules! next_pair {
    ($first:expr, $second:expr, $form:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        let body = $form::target($pc, 0);
        let pair = $r.add(Narrow::a(body));
        *pair = $first;
        *pair.add(1) = $second;
        *$r.add($form::a($pc)) = Value::NONE;
        next!(Narrow::after(body, 0), $r, $k, $vm, $table)
    };
}

/// Fills the record behind the running frame's and makes it the running one.
macro_rules! push_frame {
    ($frame:ident, $back:expr, $window:expr, $function:expr, $constants:expr, $extra:expr, $vm:ident) => {
        (*$frame.sub(1)).pc = $back;
        (*$frame).registers = $window;
        (*$frame).constants = $constants;
        (*$frame).function = $function;
        (*$frame).extra = $extra;
        (*$vm).thread.frame = $frame;
    };
}

/// Pushes the frame of a generator that is suspended at its own `yield`, or was not started.
macro_rules! enter_generator {
    ($generator:ident, $window:ident, $frame:ident, $pc:ident, $vm:ident) => {
        (*$generator).state.set(State::Running);
        (*$generator).outer_handled.set((*$vm).thread.handled);
        if (*$generator).handled.get().is_bound() {
            (*$vm).thread.handled = (*$generator).handled.get();
        }
        let extra = Value::from_bits($generator as u64);
        let function = (*$generator).function.get();
        push_frame!(
            $frame,
            $pc.add(1),
            $window,
            function,
            (*$generator).constants.get(),
            extra,
            $vm
        );
    };
}

handlers! {
    /// What the loop of a generator expression runs over.
    fn get_iter<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(loop_iter(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Fills a loop's state, as `looping::prepare` does.
    fn for_prepare<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        if value.is_object() {
            let (shape, state) = ((*value.address()).shape(), r.add(E::a(pc)));
            if shape == ClassId::Range.shape() {
                let range = value.address().cast::<Record>();
                if counted::begin((*range).get(0), (*range).get(1), (*range).get(2), state) {
                    next!(E::target(pc, 0), r, k, vm, table)
                }
            }
            let second = if shape == ClassId::List.shape() || shape == ClassId::Tuple.shape() {
                Value::from_bits(0)
            } else if shape == ClassId::Generator.shape() {
                let function = (*(*vm).thread.frame).function.address().cast::<Function>();
                Value::from_bits((*function).registers.get() as u64 + PADDING as u64)
            } else {
                tail!(for_prepare_slow::<E>, pc, r, k, vm, table)
            };
            *state = value;
            *state.add(1) = second;
            *state.add(2) = Value::from_bits(tag(shape));
            *state.add(3) = Value::from_bits(0);
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(for_prepare_slow::<E>, pc, r, k, vm, table)
    }
    fn for_prepare_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match prepare(&mut *vm, r.add(E::a(pc)), value, pc, E::BASE == Narrow::BASE) {
            Way::Item => next!(E::target(pc, 0), r, k, vm, table),
            Way::Enter => {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
            _ => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// The third operand of a narrow `for_prepare` whose `__iter__` has returned.
    fn for_prepared<E>(pc, r, k, vm, table) {
        let pc = pc.sub(3);
        let state = r.add(Narrow::a(pc));
        save_pc!(pc, vm);
        if !prepared(&mut *vm, state) {
            tail!(raise::<Narrow>, pc, r, k, vm, table)
        }
        next!(Narrow::target(pc, 0), r, k, vm, table)
    }
    /// The next item of any loop.
    fn for_next<E>(pc, r, k, vm, table) {
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// A step of a loop whose state does not suit the form that the instruction has; it gets the one that does.
    #[cold]
    fn for_next_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let state = r.add(E::b(pc));
        if !(*vm).options.no_quickening {
            E::rewrite(pc, looping::form(state, pc, k, E::BASE == Narrow::BASE) as u8);
        }
        if safepoint::is_due(&*vm) && safepoint::serve(&mut *vm).is_err() {
            tail!(raise::<E>, pc, r, k, vm, table)
        }
        match advance_into(&mut *vm, state, pc, r.add(E::a(pc))) {
            Way::Item => next!(E::target(pc, 0), r, k, vm, table),
            Way::End => next!(E::after(pc, 1), r, k, vm, table),
            Way::Enter => {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
            _ => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// The next int of a range.
    fn for_next_range<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if safepoint::is_due(&*vm) {
            tail!(for_next_slow::<E>, pc, r, k, vm, table)
        }
        if counted::advance(state, r.add(E::a(pc))) {
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        if *state == Value::RANGE_LOOP {
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next item of a list.
    fn for_next_list<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, List) && !safepoint::is_due(&*vm) {
            let i = (*state.add(1)).bits();
            if let Some(item) = (*(*state).address().cast::<List>()).get(i as usize) {
                *r.add(E::a(pc)) = item;
                *state.add(1) = Value::from_bits(i + 1);
                next!(E::target(pc, 0), r, k, vm, table)
            }
            keep_branch!();
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next item of a tuple.
    fn for_next_tuple<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, Tuple) && !safepoint::is_due(&*vm) {
            let i = (*state.add(1)).bits();
            if let Some(&item) = (*(*state).address().cast::<Tuple>()).items().get(i as usize) {
                *r.add(E::a(pc)) = item;
                *state.add(1) = Value::from_bits(i + 1);
                next!(E::target(pc, 0), r, k, vm, table)
            }
            keep_branch!();
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next item of a generator.
    fn for_next_generator<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, Generator) {
            let generator = (*state).address().cast::<Generator>();
            let frame = (*vm).thread.frame.add(1);
            let window = r.add((*state.add(1)).bits() as usize);
            if (frame as usize) < (*vm).heap.interrupt.frame_limit() {
                let at = (*generator).pc.get();
                if (*generator).state.get() == State::Suspended && *at == Op::yield_value as u8 {
                    let constants = (*generator).constants.get();
                    enter_generator!(generator, window, frame, pc, vm);
                    tail!(resume::<Narrow>, at, window, constants, vm, table)
                }
                keep_branch!();
                if (*generator).state.get() == State::Created {
                    tail!(for_first_of_generator::<E>, pc, r, k, vm, table)
                }
                if (*generator).state.get() == State::Delegating {
                    tail!(for_next_through::<E>, pc, r, k, vm, table)
                }
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The first item of a generator; what `for_next_generator` checks is so.
    fn for_first_of_generator<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        let generator = (*state).address().cast::<Generator>();
        let frame = (*vm).thread.frame.add(1);
        let window = r.add((*state.add(1)).bits() as usize);
        enter_generator!(generator, window, frame, pc, vm);
        tail!(start::<Narrow>, (*generator).pc.get(), window, (*frame).constants, vm, table)
    }
    /// The next item of a generator that delegates, here where the innermost one is known; what `for_next_generator` checks is so.
    /// Does what `suspension::push` does.
    fn for_next_through<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        let outer = &*(*state).address().cast::<Generator>();
        let frame = (*vm).thread.frame.add(1);
        if let Some(leaf) = outer.suspended_leaf((*vm).thread.handled)
            && *leaf.pc.get() == Op::yield_value as u8
            && frame.wrapping_add(leaf.depth.get() as usize) < (*vm).thread.frame_limit
        {
            outer.resumer.set(Value::UNBOUND);
            leaf.resumer.set(leaf.above.get());
            let leaf = std::ptr::from_ref(leaf);
            let window = r.add((*state.add(1)).bits() as usize);
            enter_generator!(leaf, window, frame, pc, vm);
            tail!(resume::<Narrow>, (*leaf).pc.get(), window, (*frame).constants, vm, table)
        }
        tail!(for_next_through_slow::<E>, pc, r, k, vm, table)
    }
    fn for_next_through_slow<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        save_pc!(pc, vm);
        match through(&mut *vm, *state, r.add((*state.add(1)).bits() as usize)) {
            Way::Enter => {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
            Way::Raise => tail!(raise::<E>, pc, r, k, vm, table),
            _ => tail!(for_next_slow::<E>, pc, r, k, vm, table),
        }
    }
    /// Fills the registers of the generator that was just entered and stands at a `yield`: handlers of their own, since one that
    /// does all would have to save registers.
    fn resume<E>(pc, r, k, vm, table) {
        let generator = (*(*vm).thread.frame).extra.address().cast::<Generator>();
        load_registers((*generator).registers(), r, (*generator).held());
        *r.add(E::a(pc)) = Value::NONE;
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// As `resume` for one that begins.
    fn start<E>(pc, r, k, vm, table) {
        let generator = (*(*vm).thread.frame).extra.address().cast::<Generator>();
        load_registers((*generator).registers(), r, (*generator).held());
        next!(pc, r, k, vm, table)
    }
    /// The next key of a dict.
    fn for_next_key<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, DictKeyIterator)
            && !safepoint::is_due(&*vm)
            && let Some((key, _)) = looping::dict_entry(*state)
        {
            *r.add(E::a(pc)) = key;
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next value of a dict.
    fn for_next_value<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, DictValueIterator)
            && !safepoint::is_due(&*vm)
            && let Some((_, value)) = looping::dict_entry(*state)
        {
            *r.add(E::a(pc)) = value;
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next entry of a dict, unpacked: does the work of the `unpack` that follows, too.
    fn for_next_entry<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, DictItemIterator)
            && !safepoint::is_due(&*vm)
            && let Some((key, value)) = looping::dict_entry(*state)
        {
            *r.add(E::a(pc)) = Value::NONE;
            let body = E::target(pc, 0);
            let pair = r.add(Narrow::a(body));
            *pair = key;
            *pair.add(1) = value;
            next!(Narrow::after(body, 0), r, k, vm, table)
        }
        tail!(for_next_unpacked::<E>, pc, r, k, vm, table)
    }
    /// The next item of an iterator of ours, here of an ASCII character.
    fn for_next_record<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if (has_tag!(state, StrAsciiIterator) || has_tag!(state, StrIterator))
            && !safepoint::is_due(&*vm)
            && let [string, offset] = (*(*state).address().cast::<Record>()).fields()
            && string.get().is_object()
            && let at = offset.get().int_unchecked() as usize
            && let Some(&byte) = (*string.get().address().cast::<Str>()).bytes().get(at)
            && byte < 0x80
        {
            offset.set(Value::from_bits(offset.get().bits() + 1));
            *r.add(E::a(pc)) = (*vm).characters[byte as usize];
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(for_next_of_bytes::<E>, pc, r, k, vm, table)
    }
    /// The next byte of bytes.
    fn for_next_of_bytes<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if has_tag!(state, BytesIterator)
            && !safepoint::is_due(&*vm)
            && let [bytes, index] = (*(*state).address().cast::<Record>()).fields()
            && bytes.get().is_object()
            && (*bytes.get().address()).kind() == Kind::Bytes
            && let at = index.get().int_unchecked() as usize
            && let Some(&byte) = (*bytes.get().address().cast::<Bytes>()).data().get(at)
        {
            index.set(Value::from_bits(index.get().bits() + 1));
            *r.add(E::a(pc)) = Value::small_int(i64::from(byte));
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(for_next_of_record::<E>, pc, r, k, vm, table)
    }
    fn for_next_of_record<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        let advance = (*state.add(3)).bits();
        if (*state.add(2)).bits() >= TAGS && advance != 0 && !safepoint::is_due(&*vm) {
            save_pc!(pc, vm);
            // With a tag in front of it this is what the class of the iterator holds.
            let advance: Advance = std::mem::transmute(advance as usize);
            match advance(&mut *vm, *state) {
                Ok(Some(item)) => {
                    *r.add(E::a(pc)) = item;
                    next!(E::target(pc, 0), r, k, vm, table)
                }
                Ok(None) => next!(E::after(pc, 1), r, k, vm, table),
                // CPYTHON: StopIteration from within, of what `map` calls for instance, ends the loop.
                Err(_) if error::catch(&mut *vm, ClassId::StopIteration).is_some() => {
                    next!(E::after(pc, 1), r, k, vm, table)
                }
                Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The next pair of an iterator of ours, unpacked: does the work of the `unpack` that follows, too. Here of a `zip` of two lists
    /// or tuples.
    fn for_next_pair<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if (*state).is_object() && (*(*state).address()).shape() == ClassId::Zip.shape() && !safepoint::is_due(&*vm) {
            let iterators = (*(*state).address().cast::<Record>()).first();
            if let &[first, second] = (*iterators.address().cast::<Tuple>()).items()
                && first != second
                && let Some((first_index, a)) = in_sequence(first)
                && let Some((second_index, b)) = in_sequence(second)
            {
                (*first_index).set(Value::from_bits((*first_index).get().bits() + 1));
                (*second_index).set(Value::from_bits((*second_index).get().bits() + 1));
                next_pair!(a, b, E, pc, r, k, vm, table);
            }
        }
        tail!(for_next_numbered::<E>, pc, r, k, vm, table)
    }
    /// The same of an `enumerate` of a list or tuple.
    fn for_next_numbered<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if (*state).is_object() && (*(*state).address()).shape() == ClassId::Enumerate.shape() && !safepoint::is_due(&*vm) {
            let record = &*(*state).address().cast::<Record>();
            if let [sequence, number] = record.fields()
                && let Some((index, item)) = in_sequence(sequence.get())
                && number.get().is_int()
                && let Some(following) = Value::try_int(number.get().int_unchecked() + 1)
            {
                let n = number.get();
                (*index).set(Value::from_bits((*index).get().bits() + 1));
                number.set(following);
                next_pair!(n, item, E, pc, r, k, vm, table);
            }
        }
        tail!(for_next_pair_slow::<E>, pc, r, k, vm, table)
    }
    fn for_next_pair_slow<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if (*state).is_object() && (*(*state).address()).kind() == Kind::Record && !safepoint::is_due(&*vm) {
            save_pc!(pc, vm);
            let body = E::target(pc, 0);
            match step_pair(&mut *vm, *state, r.add(Narrow::a(body))) {
                Way::Item => {
                    *r.add(E::a(pc)) = Value::NONE;
                    next!(Narrow::after(body, 0), r, k, vm, table)
                }
                Way::End => next!(E::after(pc, 1), r, k, vm, table),
                Way::Raise => tail!(raise::<E>, pc, r, k, vm, table),
                _ => {}
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// Where `for_next_entry` finds no entry at once: the end, a deleted one, or another iterator.
    #[cold]
    fn for_next_unpacked<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if !has_tag!(state, DictItemIterator) {
            tail!(for_next_slow::<E>, pc, r, k, vm, table)
        }
        tail!(for_next_pair::<E>, pc, r, k, vm, table)
    }
    /// The next item of an iterator whose `__next__` is made in Python. It goes on at the third operand.
    fn for_next_call<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        let iterator = *state;
        if iterator.is_object() {
            let frame = (*vm).thread.frame.add(1);
            let window = state.add(4);
            if (*state.add(2)).bits() == guard((*iterator.address()).shape(), (*vm).class_epoch)
                && frame < (*vm).thread.frame_limit
                && window < (*vm).thread.register_limit
                && !safepoint::is_due(&*vm)
            {
                *window = iterator;
                let callee = *state.add(1);
                let function = callee.address().cast::<Function>();
                let (entry, constants) = ((*function).entry.get(), (*function).constants.get());
                push_frame!(frame, pc.add(3), window, callee, constants, Value::UNBOUND, vm);
                next!(entry, window, constants, vm, table)
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// The third operand of a narrow `for_next` whose `__next__` has returned.
    fn for_item<E>(pc, r, k, vm, table) {
        let pc = pc.sub(3);
        *r.add(Narrow::a(pc)) = *r.add(Narrow::b(pc) + 3);
        next!(Narrow::target(pc, 0), r, k, vm, table)
    }
    /// Exactly `n` items to registers.
    fn unpack<E>(pc, r, k, vm, table) {
        let (first, source, n) = (r.add(E::a(pc)), *r.add(E::b(pc)), E::c(pc));
        if source.is_object() && (*source.address()).shape() == ClassId::Tuple.shape() {
            let tuple = &*source.address().cast::<Tuple>();
            if tuple.len() == n {
                let items = tuple.items().as_ptr();
                let mut i = 0;
                while i < n {
                    *first.add(i) = *items.add(i);
                    i += 1;
                    // Without this the loop becomes a vectorised one that saves registers.
                    keep_branch!();
                }
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(unpack_list::<E>, pc, r, k, vm, table)
    }
    /// `unpack` of a list.
    fn unpack_list<E>(pc, r, k, vm, table) {
        let (first, source, n) = (r.add(E::a(pc)), *r.add(E::b(pc)), E::c(pc));
        if source.is_object() && (*source.address()).shape() == ClassId::List.shape() {
            let list = &*source.address().cast::<List>();
            if list.len() == n {
                let mut i = 0;
                while let Some(item) = list.get(i) {
                    *first.add(i) = item;
                    i += 1;
                    keep_branch!();
                }
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(unpack_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn unpack_slow<E>(pc, r, k, vm, table) {
        let source = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        let registers = std::slice::from_raw_parts_mut(r.add(E::a(pc)), E::c(pc));
        match unpack::exactly(&mut *vm, source, registers) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Items, a list of the rest, and items.
    fn unpack_rest<E>(pc, r, k, vm, table) {
        let source = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        let (before, after) = (E::c(pc), E::word(pc, 0) as usize);
        let registers = std::slice::from_raw_parts_mut(r.add(E::a(pc)), before + 1 + after);
        match unpack::with_rest(&mut *vm, source, before, registers) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
}

/// What a helper below did.
enum Way {
    /// The item is in its register.
    Item,
    End,
    /// A frame was pushed: on at `Thread::next`.
    Enter,
    Raise,
    /// Nothing: it does not know the iterator.
    Unknown,
}

/// `iter(value)`, where nobody can tell the difference if `value` stays itself.
fn loop_iter(vm: &mut Vm, value: Value) -> Run<Value> {
    let itself = [ClassId::List, ClassId::Tuple, ClassId::Range];
    if itself.into_iter().any(|id| class::is_exact(value, id)) {
        return Ok(value);
    }
    iterate::iter(vm, value)
}

/// As `looping::prepare`.
///
/// # Safety
/// As there; `pc` is at the instruction.
#[inline(never)]
unsafe fn prepare(vm: &mut Vm, state: *mut Value, value: Value, pc: *const u8, narrow: bool) -> Way {
    // SAFETY: by the caller.
    unsafe {
        match looping::prepare(vm, state, value, narrow) {
            Ok(Prepared::Ready) => Way::Item,
            Ok(Prepared::Enter(place)) => {
                let back = pc.add(3);
                // The third byte operand of a narrow `for_prepare` is not in use.
                *back.cast_mut() = Op::for_prepared as u8;
                (*vm.thread.frame.sub(1)).pc = back;
                vm.thread.next = place;
                Way::Enter
            }
            Err(_) => Way::Raise,
        }
    }
}

/// Completes the state whose first register is what `__iter__` answered; `false` when an exception is pending.
///
/// # Safety
/// As `looping::start`.
#[inline(never)]
unsafe fn prepared(vm: &mut Vm, state: *mut Value) -> bool {
    // SAFETY: by the caller.
    unsafe {
        let made = *state;
        if looping::check_iterator(vm, made).is_err() {
            return false;
        }
        looping::start(vm, state, made);
    }
    true
}

/// As `looping::advance`, with the item in `dst`.
///
/// # Safety
/// As there.
#[inline(never)]
unsafe fn advance_into(vm: &mut Vm, state: *mut Value, pc: *const u8, dst: *mut Value) -> Way {
    // SAFETY: by the caller.
    match unsafe { looping::advance(vm, state, pc) } {
        Ok(Step::Item(value)) => {
            // SAFETY: by the caller.
            unsafe { *dst = value };
            Way::Item
        }
        Ok(Step::End) => Way::End,
        Ok(Step::Enter(place)) => {
            vm.thread.next = place;
            Way::Enter
        }
        Err(_) => Way::Raise,
    }
}

/// Pushes the frame of the innermost generator that a generator delegates to, at `window`.
///
/// # Safety
/// As `suspension::push`; the value is a generator.
#[inline(never)]
unsafe fn through(vm: &mut Vm, generator: Value, window: *mut Value) -> Way {
    let Some(generator) = suspension::resumable(generator) else {
        return Way::Unknown;
    };
    // SAFETY: by the caller.
    match unsafe { suspension::push(vm, generator, window, Value::NONE) } {
        Ok(place) => {
            vm.thread.next = place;
            Way::Enter
        }
        Err(_) => Way::Raise,
    }
}

/// The next pair of a record in `dst` and behind.
///
/// What the iterator of a list or tuple gives next, and the field with its index; `None` at the end and of any other iterator.
///
/// # Safety
/// An iterator is an object.
#[inline(always)] // PERF: perf/0027-calls-and-loops.md
unsafe fn in_sequence(iterator: Value) -> Option<(*const Slot, Value)> {
    // SAFETY: the shapes prove the layouts; the sequence of an iterator that has come to its end is UNBOUND.
    unsafe {
        let shape = (*iterator.address()).shape();
        if shape != ClassId::ListIterator.shape() && shape != ClassId::TupleIterator.shape() {
            return None;
        }
        let [sequence, index] = (*iterator.address().cast::<Record>()).fields() else {
            return None;
        };
        let (sequence, i) = (sequence.get(), index.get().int_unchecked() as usize);
        if sequence.is_unbound() {
            return None;
        }
        let item = if shape == ClassId::ListIterator.shape() {
            (*sequence.address().cast::<List>()).get(i)?
        } else {
            *(*sequence.address().cast::<Tuple>()).items().get(i)?
        };
        Some((index, item))
    }
}

/// # Safety
/// The registers exist.
#[inline(never)]
unsafe fn step_pair(vm: &mut Vm, iterator: Value, dst: *mut Value) -> Way {
    match iterate::next_pair(vm, iterator.expect::<Record>()) {
        Some(Ok(Some((first, second)))) => {
            // SAFETY: by the caller.
            unsafe {
                *dst = first;
                *dst.add(1) = second;
            }
            Way::Item
        }
        Some(Ok(None)) => Way::End,
        Some(Err(_)) if error::catch(vm, ClassId::StopIteration).is_some() => Way::End,
        Some(Err(_)) => Way::Raise,
        None => Way::Unknown,
    }
}
