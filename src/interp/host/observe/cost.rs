//! `-X cost`: counts instructions, asks their guards how they will end, and notes what is called.

use crate::bytecode::isa::Op;
use crate::bytecode::{lines, shape};
use crate::heap::census::Census;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow, Wide};
use crate::interp::dispatch::pairs;
use crate::interp::frame::Place;
use crate::interp::host::observe::{calls, guards, plain, sites};
use crate::interp::steps::site::site;
use crate::interp::steps::wide;
use crate::object::callable::code::Code;
use crate::object::text::string::Str;
use crate::vm::cost::{Before, Called, Cost, SiteCount, Verdict};
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Counts from now on. Answers the objects that are there already.
pub fn begin(vm: &mut Vm) -> Census {
    vm.cost = Some(Box::new(Cost::default()));
    vm.observe = Some(note);
    vm.watched = true;
    vm.heap.died = Some(Box::default());
    vm.heap.census()
}

fn note(vm: &mut Vm, (pc, r, k): Place) {
    let Some(mut cost) = vm.cost.take() else { return };
    // SAFETY: dispatch is at an instruction of the running frame; behind the prefix stands the opcode.
    unsafe {
        settle(vm, &mut cost, pc);
        if *pc == Op::wide as u8 {
            count::<Wide>(vm, &mut cost, *pc.add(1), (pc, r, k));
        } else {
            count::<Narrow>(vm, &mut cost, *pc, (pc, r, k));
        }
    }
    vm.cost = Some(cost);
}

/// What the instruction before has come to, which shows in where this one is.
///
/// # Safety
/// `pc` is at an instruction of the running frame.
unsafe fn settle(vm: &Vm, cost: &mut Cost, pc: *const u8) {
    let before = std::mem::take(&mut cost.before);
    let frame = vm.thread.frame as usize;
    if before.is_method {
        let entered = frame == before.frame + size_of::<Frame>();
        let called = if entered { Called::Method } else { Called::NativeMethod };
        cost.called[called as usize] += 1;
    }
    if before.frame != frame {
        return;
    }
    let op = Op::from_byte(before.op);
    if let Some(way) = before.merged.iter().position(|&at| at == pc as usize) {
        let two = way == 2;
        cost.merged += 1 + u64::from(two);
        cost.merged_steps += u64::from(two || op.is_some_and(plain::merges_step));
    } else if op.is_some_and(pairs::is_pair) {
        // By itself the first instruction goes on with the second, and two of three with the third.
        cost.merged += match (pc as usize).wrapping_sub(before.after) {
            0 => 0,
            4 => 1,
            _ => 1 + u64::from(op.is_some_and(pairs::is_triple)),
        };
    } else if op.and_then(wide::operator).is_some() {
        // SAFETY: by the caller; between two instructions of the same frame lies that frame's code.
        cost.chained += unsafe { chained(before.after, pc) };
    }
}

/// How many instructions lie between two addresses, if all of them compute: what `wide::run` has done in one go.
///
/// # Safety
/// If `to` is behind `from`, both are instructions of the same code.
unsafe fn chained(from: usize, to: *const u8) -> u64 {
    let mut steps = 0;
    let mut at = from;
    while at < to as usize && steps < 64 {
        let byte = to.wrapping_sub(to as usize - at);
        // SAFETY: by the caller.
        let op = Op::from_byte(unsafe { *byte });
        let Some(op) = op.filter(|&op| wide::operator(op).is_some()) else {
            return 0;
        };
        at += Narrow::BASE + 4 * shape::shape(op).words as usize;
        steps += 1;
    }
    if at == to as usize { steps } else { 0 }
}

/// # Safety
/// As `note`; `byte` is the opcode.
unsafe fn count<E: Encoding>(vm: &Vm, cost: &mut Cost, byte: u8, (pc, r, k): Place) {
    cost.ops[E::BASE / 8][byte as usize] += 1;
    let Some(op) = Op::from_byte(byte) else { return };
    // SAFETY: by the caller.
    unsafe {
        if sites::has_cache(op) {
            count_site::<E>(vm, cost, op, (pc, r, k));
        } else if let Some(verdict) = guards::verdict::<E>(vm, op, pc, (r, k)) {
            cost.guards[byte as usize][verdict as usize] += 1;
        }
        if calls::is_call(op) {
            cost.called[calls::called::<E>(op, pc, r) as usize] += 1;
            cost.bound_calls += u64::from(calls::binds(op));
        }
        let after = E::after(pc, shape::shape(op).words as usize);
        cost.before = Before {
            op: byte,
            after: after as usize,
            merged: if plain::merges(op) {
                merged::<E>(op, pc, after)
            } else {
                [0; 3]
            },
            frame: vm.thread.frame as usize,
            is_method: op.generic() == Op::invoke,
        };
    }
}

/// Where it goes on behind an instruction that has done the work of the next one as well, in either of two ways, and behind one
/// that has done that of the next two.
///
/// # Safety
/// `pc` is at such an instruction.
unsafe fn merged<E: Encoding>(op: Op, pc: *const u8, after: *const u8) -> [usize; 3] {
    // SAFETY: by the caller: narrow instructions follow, after a `for_next` of entries an `unpack`.
    unsafe {
        let behind = |at: *const u8| {
            let words = Op::from_byte(*at).map_or(0, |op| shape::shape(op).words);
            Narrow::after(at, words as usize)
        };
        let target = |at: *const u8| Narrow::target(at, 0) as usize;
        match op {
            Op::for_next_entry | Op::for_next_pair => [Narrow::after(E::target(pc, 0), 0) as usize, 0, 0],
            Op::mul_add_next_float => [behind(after) as usize, 0, target(behind(after))],
            Op::modulo_imm_jump | Op::iadd_imm_loop => [behind(after) as usize, target(after), 0],
            op if plain::merges_step(op) => [target(after), 0, 0],
            _ => [behind(after) as usize, 0, 0],
        }
    }
}

/// Counts a site: by line, and as a guard.
///
/// # Safety
/// `pc` is at an instruction with a site.
unsafe fn count_site<E: Encoding>(vm: &Vm, cost: &mut Cost, op: Op, (pc, r, k): Place) {
    let collections = vm.heap.statistics.collections;
    if cost.collections_seen != collections {
        cost.collections_seen = collections;
        cost.places.clear();
    }
    // SAFETY: by the caller.
    unsafe {
        let known = cost.places.get(&(pc as usize)).copied();
        let is_first = known.is_none() && op == op.generic();
        let verdict = sites::verdict::<E>(vm, op, pc, (r, k), is_first);
        cost.guards[op as usize][verdict as usize] += 1;
        let place = match known {
            Some(place) => place,
            None => {
                let place = cost.sites.len();
                cost.sites.push(new_site::<E>(op, pc, k));
                cost.places.insert(pc as usize, place);
                place
            }
        };
        let site = &mut cost.sites[place];
        match verdict {
            Verdict::Passed => site.hits += 1,
            Verdict::SharedHit => site.shared += 1,
            _ => site.misses += 1,
        }
    }
}

/// # Safety
/// As `count_site`; `k` are the constants of the running code.
unsafe fn new_site<E: Encoding>(op: Op, pc: *const u8, k: *mut Value) -> SiteCount {
    let text = |value: Value| {
        value
            .cast::<Str>()
            .map_or(String::new(), |text| text.lossy().into_owned())
    };
    // SAFETY: by the caller.
    let (code, name) = unsafe { (Code::of_constants(k), (*site(k, E::word(pc, 0))).name.get()) };
    SiteCount {
        file: text(code.filename.get()),
        line: lines::line(code.data(), code.offset_of(pc) as u32),
        name: text(name),
        op: op.generic() as u8,
        hits: 0,
        shared: 0,
        misses: 0,
    }
}
