//! What registers hold, along every path: no instruction reads a register that was not written before, none takes something
//! for a cell or the state of a loop that is not.
//!
//! The facts are sets of registers. Where paths meet, only what all of them know remains; loops are walked again until
//! nothing changes, which is almost always once.

use crate::bytecode::code::CodeData;
use crate::bytecode::effect::{self, LOOP_STATE, Registers};
use crate::bytecode::isa::Op;
use crate::bytecode::verify::fault::{Sound, broken_at};
use crate::bytecode::verify::header;
use crate::bytecode::verify::text::Text;

const NO_SLOT: u32 = u32::MAX;

/// The sets, one behind the other in a state.
#[derive(Clone, Copy)]
enum Set {
    /// Holds a value (UNBOUND is one).
    Value,
    /// Holds a cell, which is a value too.
    Cell,
    /// The first register of the state of a loop; not a value.
    LoopFirst,
    /// One of the other registers of such a state.
    LoopRest,
}

const SETS: usize = 4;

struct State {
    words: Vec<u64>,
    /// Words a set.
    width: usize,
}

impl State {
    fn has(&self, set: Set, register: u32) -> bool {
        let word = set as usize * self.width + register as usize / 64;
        self.words[word] >> (register % 64) & 1 == 1
    }

    fn put(&mut self, set: Set, register: u32, on: bool) {
        let word = set as usize * self.width + register as usize / 64;
        let bit = 1 << (register % 64);
        if on {
            self.words[word] |= bit;
        } else {
            self.words[word] &= !bit;
        }
    }

    /// The register now holds an ordinary value.
    fn write(&mut self, register: u32) {
        self.forget(register);
        self.put(Set::Value, register, true);
    }

    fn forget(&mut self, register: u32) {
        for set in [Set::Value, Set::Cell, Set::LoopFirst, Set::LoopRest] {
            self.put(set, register, false);
        }
    }

    fn forget_behind(&mut self, register: u32) {
        let word = register as usize / 64;
        let keep = u64::MAX >> (63 - register % 64);
        for set in self.words.chunks_exact_mut(self.width) {
            set[word] &= keep;
            set[word + 1..].fill(0);
        }
    }

    fn is_loop(&self, first: u32) -> bool {
        self.has(Set::LoopFirst, first) && (1..LOOP_STATE).all(|index| self.has(Set::LoopRest, first + index))
    }
}

struct Flow<'t> {
    text: &'t Text,
    state: State,
    /// By instruction: its place among the remembered states, if paths meet there.
    slots: Vec<u32>,
    /// What is known where paths meet; `None` until a path came by.
    meetings: Vec<Option<Box<[u64]>>>,
    /// By instruction: the index of its exception range, plus one.
    ranges: Vec<u32>,
    /// The handlers of the ranges.
    handlers: Vec<(usize, u32)>,
    /// Something changed for an instruction that was walked already.
    again: bool,
}

/// Checks all paths through the code.
pub fn check(code: &CodeData, text: &Text) -> Sound {
    let mut flow = Flow::new(code, text)?;
    loop {
        flow.again = false;
        flow.state.words.fill(0);
        for register in 0..header::params(code) as u32 {
            flow.state.write(register);
        }
        flow.walk()?;
        if !flow.again {
            return Ok(());
        }
    }
}

impl<'t> Flow<'t> {
    fn new(code: &CodeData, text: &'t Text) -> Sound<Flow<'t>> {
        let count = text.insns.len();
        let width = code.registers as usize / 64 + 1;
        let mut flow = Flow {
            text,
            state: State {
                words: vec![0; SETS * width],
                width,
            },
            slots: vec![NO_SLOT; count],
            meetings: Vec::new(),
            ranges: Vec::new(),
            handlers: Vec::with_capacity(code.cover.len()),
            again: false,
        };
        for index in 0..count {
            if let Some(target) = text.target(index) {
                flow.meet_at(target?);
            }
        }
        if !code.cover.is_empty() {
            flow.ranges = vec![0; count + 1];
        }
        // The innermost of several ranges stands first, and so is painted last.
        for (number, range) in code.cover.iter().enumerate().rev() {
            let at = |offset: u32| text.index_at(i64::from(offset)).unwrap_or(count);
            let (start, end, handler) = (at(range.start), at(range.end), at(range.handler));
            flow.ranges[start..end].fill(number as u32 + 1);
            flow.meet_at(handler);
        }
        for range in &code.cover {
            let handler = text.index_at(i64::from(range.handler)).unwrap_or(0);
            flow.handlers.push((handler, u32::from(range.register)));
        }
        Ok(flow)
    }

    fn meet_at(&mut self, index: usize) {
        if self.slots[index] == NO_SLOT {
            self.slots[index] = self.meetings.len() as u32;
            self.meetings.push(None);
        }
    }

    /// One path to `index` knows the current state.
    fn arrive(&mut self, index: usize, from: usize) {
        let meeting = &mut self.meetings[self.slots[index] as usize];
        let changed = match meeting {
            None => {
                *meeting = Some(self.state.words.clone().into_boxed_slice());
                true
            }
            Some(known) => {
                let mut changed = false;
                for (known, word) in known.iter_mut().zip(&self.state.words) {
                    let both = *known & word;
                    changed |= both != *known;
                    *known = both;
                }
                changed
            }
        };
        self.again |= changed && index <= from;
    }

    fn walk(&mut self) -> Sound {
        let mut alive = true;
        // The range whose handler has heard of the current state, or 0.
        let mut told = 0;
        for index in 0..self.text.insns.len() {
            if self.slots[index] != NO_SLOT {
                if alive && index > 0 {
                    self.arrive(index, index - 1);
                }
                if let Some(known) = &self.meetings[self.slots[index] as usize] {
                    self.state.words.copy_from_slice(known);
                    alive = true;
                }
                told = 0;
            }
            if !alive {
                continue;
            }
            let range = self.ranges.get(index).copied().unwrap_or(0);
            if range != told {
                told = range;
                self.tell_handler(range, index);
            }
            if self.step(index)? {
                told = 0;
            }
            alive = !self.text.insns[index].op.ends_block();
        }
        Ok(())
    }

    fn tell_handler(&mut self, range: u32, index: usize) {
        if range == 0 {
            return;
        }
        let (handler, register) = self.handlers[range as usize - 1];
        let before = self.state.words.clone();
        self.state.write(register);
        self.arrive(handler, index);
        self.state.words = before;
    }

    /// Checks and follows one instruction. Tells whether something is no longer known.
    fn step(&mut self, index: usize) -> Sound<bool> {
        let insn = &self.text.insns[index];
        let offset = self.text.offsets[index];
        let effect = effect::effect(insn);
        let operand = |place: usize| insn.operands[place] as u32;
        let is_loop = insn.op == Op::for_next;
        for Registers { first, count } in effect.reads {
            if is_loop && count == LOOP_STATE {
                if !self.state.is_loop(first) {
                    return broken_at(offset, format!("registers from {first} are not the state of a loop"));
                }
                continue;
            }
            for register in first..first + count {
                if !self.state.has(Set::Value, register) {
                    let name = insn.op.row().name;
                    return broken_at(
                        offset,
                        format!("{name} reads register {register}, which may hold nothing"),
                    );
                }
            }
        }
        let cell = match insn.op {
            Op::load_cell => Some(operand(1)),
            Op::store_cell | Op::delete_cell => Some(operand(0)),
            Op::load_dict_or_cell => Some(operand(2)),
            _ => None,
        };
        if let Some(cell) = cell
            && !self.state.has(Set::Cell, cell)
        {
            return broken_at(offset, format!("register {cell} may hold no cell"));
        }
        if is_loop {
            // Only the way back into the loop has a new item.
            let before = self.state.words.clone();
            self.state.write(operand(0));
            self.jump(index)?;
            self.state.words = before;
            return Ok(false);
        }
        let is_cell = match insn.op {
            Op::copy => self.state.has(Set::Cell, operand(1)),
            Op::make_cell | Op::copy_free => true,
            _ => false,
        };
        let mut lost = false;
        if let Some(window) = effect.lost_behind {
            self.state.forget_behind(window);
            lost = true;
        }
        for Registers { first, count } in effect.writes {
            for register in first..first + count {
                lost |= self.state.has(Set::Cell, register) || self.state.has(Set::LoopFirst, register);
                self.state.write(register);
                self.state.put(Set::Cell, register, is_cell);
            }
        }
        if insn.op == Op::for_prepare {
            let first = operand(0);
            for register in first..first + LOOP_STATE {
                self.state.put(Set::Value, register, false);
                let set = if register == first {
                    Set::LoopFirst
                } else {
                    Set::LoopRest
                };
                self.state.put(set, register, true);
            }
            lost = true;
        }
        self.jump(index)?;
        Ok(lost)
    }

    fn jump(&mut self, index: usize) -> Sound {
        if let Some(target) = self.text.target(index) {
            self.arrive(target?, index);
        }
        Ok(())
    }
}
