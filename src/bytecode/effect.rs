//! Which registers an instruction touches: the rule of every window, written once.

use crate::bytecode::isa::Op;
use crate::bytecode::shape::{self, NO_PLACE};

/// How many registers hold the state of a `for` loop.
pub const LOOP_STATE: u32 = 4;

/// `count` registers from `first`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    pub first: u32,
    pub count: u32,
}

impl Registers {
    pub const fn new(first: u32, count: u32) -> Registers {
        Registers { first, count }
    }

    pub const fn end(self) -> u64 {
        self.first as u64 + self.count as u64
    }
}

/// What an instruction does to registers. Unused places have a count of 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    pub reads: [Registers; 3],
    pub writes: [Registers; 2],
    /// The window of a call: what lies behind its first register belongs to the callee and is lost.
    pub lost_behind: Option<u32>,
}

impl Effect {
    fn read(&mut self, first: u32, count: u32) {
        put(&mut self.reads, Registers::new(first, count));
    }

    pub fn write(&mut self, first: u32, count: u32) {
        put(&mut self.writes, Registers::new(first, count));
    }
}

fn put(places: &mut [Registers], registers: Registers) {
    if let Some(place) = places.iter_mut().find(|place| place.count == 0) {
        *place = registers;
    }
}

/// What an instruction does to the registers of its window; nothing if it has none. The state of a loop counts as written by
/// `for_prepare`, and as read by `for_next`.
pub fn window(op: Op, operands: &[u32; 4]) -> Effect {
    let mut effect = Effect::default();
    let shape = shape::shape(op);
    if shape.window == NO_PLACE {
        return effect;
    }
    let w = operands[shape.window as usize];
    let n = || operands[shape.n as usize];
    match op {
        Op::clear | Op::copy_free | Op::unpack => effect.write(w, n()),
        Op::unpack_rest => {
            let items = operand(op, operands, "before").saturating_add(operand(op, operands, "after"));
            effect.write(w, items.saturating_add(1));
        }
        Op::load_super_attr | Op::build_slice | Op::load_slice_step | Op::match_class => effect.read(w, 3),
        Op::load_super_method | Op::load_super_method_cached => {
            effect.read(w, 3);
            effect.write(w, 2);
        }
        Op::copy2 | Op::load_method | Op::load_method_cached | Op::load_method_object => effect.write(w, 2),
        Op::with_prepare | Op::async_with_prepare => effect.write(w, 4),
        Op::with_exit => effect.read(w, 2),
        Op::load_slice | Op::store_slice | Op::format_spec | Op::import_name => effect.read(w, 2),
        Op::build_interpolation | Op::make_function => effect.read(w, 4),
        Op::build_list | Op::build_tuple | Op::build_set | Op::build_string => effect.read(w, n()),
        Op::build_map => effect.read(w, n().saturating_mul(2)),
        // `__iter__` and `__next__` may run right behind.
        Op::for_prepare => {
            effect.write(w, LOOP_STATE);
            effect.lost_behind = Some(w);
        }
        op if op.generic() == Op::for_next => {
            effect.read(w, LOOP_STATE);
            effect.lost_behind = Some(w.saturating_add(LOOP_STATE - 1));
        }
        // `verify` refuses 0.
        Op::yield_value | Op::delegate => effect.lost_behind = Some(w.saturating_sub(1)),
        Op::call
        | Op::call_native
        | Op::call_bound
        | Op::call_new
        | Op::call_init
        | Op::call_object
        | Op::call_named => call(&mut effect, w, w, n().saturating_add(1)),
        Op::call_method | Op::call_method_native | Op::call_method_named => {
            call(&mut effect, w, w, n().saturating_add(2));
        }
        Op::call_spread => call(&mut effect, w, w, 3),
        op if op.generic() == Op::invoke => call(&mut effect, w, w.saturating_add(1), n().saturating_add(1)),
        other => unreachable!("{} has a window and no rule", other.row().name),
    }
    effect
}

/// The operand of a name, by the row.
fn operand(op: Op, operands: &[u32; 4], name: &str) -> u32 {
    let place = op.row().operands.iter().position(|&(row_name, _)| row_name == name);
    place.map_or(0, |place| operands[place])
}

fn call(effect: &mut Effect, window: u32, first: u32, count: u32) {
    effect.read(first, count);
    effect.write(window, 1);
    effect.lost_behind = Some(window);
}

#[cfg(test)]
mod tests {
    use crate::bytecode::effect::window;
    use crate::bytecode::isa::OPS;
    use crate::bytecode::shape::{NO_PLACE, shape};

    #[test]
    fn every_window_has_a_rule() {
        for &op in OPS {
            let found = window(op, &[7; 4]);
            let mut places = found.reads.iter().chain(&found.writes);
            let has_window = shape(op).window != NO_PLACE;
            let touches = places.any(|place| place.count > 0) || found.lost_behind.is_some();
            assert_eq!(touches, has_window, "{}", op.row().name);
        }
    }
}
