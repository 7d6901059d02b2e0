//! The instructions of one code object while it is being lowered: labels, exception ranges, constants, sites.
//!
//! INVARIANT: nothing is emitted where control cannot come: behind a terminator all is dropped until a label that some
//! emitted jump names. `Bound` travels with the labels, so that every point knows which locals are surely bound.

use crate::bytecode::isa::{Op, Operand};
use crate::compile::pool::Pool;
use crate::compile::register::{Bound, Reg, Temporaries};
use crate::syntax::span::Span;

/// The position of instructions that CPython gives none.
pub const NO_SPAN: Span = Span::new(u32::MAX, u32::MAX);

/// A jump target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(pub u32);

/// One instruction; a label operand holds the label's number, a register operand a `Reg`'s.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub op: Op,
    pub operands: [i32; 4],
    pub span: Span,
}

#[derive(Clone, Debug, Default)]
struct Target {
    /// Index of the instruction behind the label.
    place: Option<u32>,
    /// What is bound on every jump so far; none when nothing jumps here.
    bound: Option<Bound>,
}

/// An exception range, in indices of instructions.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub start: u32,
    pub end: u32,
    pub handler: Label,
    pub register: Reg,
    pub depth: u32,
}

pub struct Emitter {
    pub items: Vec<Item>,
    targets: Vec<Target>,
    /// The place of the label that was bound last.
    last_bound: u32,
    pub ranges: Vec<Range>,
    pub pool: Pool,
    /// The number of each site's name.
    pub sites: Vec<u32>,
    /// The spans of method lookups that are one instruction with their call, by the item's index.
    pub lookups: Vec<(u32, Span)>,
    pub bound: Bound,
    /// The span of the instructions that come.
    pub span: Span,
    pub temporaries: Temporaries,
    /// Whether instructions may do the work of several.
    pub fuses: bool,
}

/// All operands of an instruction; those that it has not are zero.
#[inline]
pub fn padded<const N: usize>(operands: &[i32; N]) -> [i32; 4] {
    const { assert!(N <= 4) };
    let mut all = [0; 4];
    for (place, &operand) in all.iter_mut().zip(operands) {
        *place = operand;
    }
    all
}

impl Default for Emitter {
    fn default() -> Emitter {
        Emitter {
            items: Vec::new(),
            targets: Vec::new(),
            last_bound: u32::MAX,
            ranges: Vec::new(),
            pool: Pool::default(),
            sites: Vec::new(),
            lookups: Vec::new(),
            bound: Bound::nothing(),
            span: NO_SPAN,
            temporaries: Temporaries::default(),
            fuses: false,
        }
    }
}

impl Emitter {
    /// Empties it for the next code object; its memory stays.
    pub fn reset(&mut self) {
        self.items.clear();
        self.targets.clear();
        self.last_bound = u32::MAX;
        self.ranges.clear();
        self.pool.clear();
        self.sites.clear();
        self.lookups.clear();
        self.bound = Bound::nothing();
        self.span = NO_SPAN;
        self.temporaries = Temporaries::default();
    }

    pub fn is_reachable(&self) -> bool {
        self.bound.is_reachable()
    }

    /// The index that the next instruction gets.
    pub fn here(&self) -> u32 {
        self.items.len() as u32
    }

    /// Emits an instruction without label.
    #[inline]
    pub fn emit<const N: usize>(&mut self, op: Op, operands: &[i32; N]) {
        debug_assert_eq!(op.row().operands.len(), N, "{}", op.row().name);
        self.emit_padded(op, padded(operands));
    }

    /// The same with all operands. Most callers know the opcode: what depends on it alone is decided where they stand.
    #[inline(always)] // PERF: perf/0026-compile-again.md
    pub fn emit_padded(&mut self, op: Op, operands: [i32; 4]) {
        if op == Op::copy {
            return self.emit_copy(operands);
        }
        self.push(op, operands);
        if op.ends_block() {
            self.bound.set_unreachable();
        }
    }

    fn emit_copy(&mut self, operands: [i32; 4]) {
        let is_needed = self.bound.is_reachable() && operands[0] != operands[1];
        if is_needed && !(self.fuses && self.joins_copy(&operands)) {
            self.push(Op::copy, operands);
        }
    }

    #[inline(never)]
    fn push(&mut self, op: Op, operands: [i32; 4]) {
        if self.bound.is_reachable() {
            self.items.push(Item {
                op,
                operands,
                span: self.span,
            });
        }
    }

    /// Makes one instruction of two copies to neighbours, as arguments of calls and many locals are.
    fn joins_copy(&mut self, operands: &[i32; 4]) -> bool {
        let is_target = self.last_bound == self.here();
        let Some(last) = self.items.last_mut().filter(|last| last.op == Op::copy && !is_target) else {
            return false;
        };
        let is_next = operands[0] == last.operands[0] + 1 && operands[1] != last.operands[0];
        let (first, second) = (Reg(last.operands[0] as u32), Reg(operands[0] as u32));
        if !is_next || !(first.is_temporary() || (first.is_local() && second.is_local())) {
            return false;
        }
        last.op = Op::copy2;
        last.operands[2] = operands[1];
        true
    }

    /// Emits a jump to a label; its operands before the label are `operands`.
    #[inline]
    pub fn emit_jump<const N: usize>(&mut self, op: Op, operands: &[i32; N], label: Label) {
        debug_assert_eq!(op.row().operands[N].1, Operand::Label);
        let mut all = padded(operands);
        all[N] = label.0 as i32;
        self.emit_jump_padded(op, all, label);
    }

    fn emit_jump_padded(&mut self, op: Op, operands: [i32; 4], label: Label) {
        if !self.bound.is_reachable() {
            return;
        }
        self.note_jump(label);
        if op == Op::for_next
            && self.fuses
            && let Some(last) = self.items.last_mut()
            && last.op == Op::iadd
            && last.operands[0] == last.operands[1]
        {
            last.op = Op::iadd_next;
            last.operands[1] = last.operands[2];
        }
        self.items.push(Item {
            op,
            operands,
            span: self.span,
        });
        if op.ends_block() {
            self.bound.set_unreachable();
        }
    }

    fn note_jump(&mut self, label: Label) {
        let target = &mut self.targets[label.0 as usize];
        if target.place.is_some() {
            return;
        }
        match &mut target.bound {
            Some(bound) => bound.join(&self.bound),
            None => target.bound = Some(self.bound.clone()),
        }
    }

    pub fn label(&mut self) -> Label {
        self.targets.push(Target::default());
        Label(self.targets.len() as u32 - 1)
    }

    /// Puts the label here: control comes from above and from the jumps seen so far.
    pub fn bind(&mut self, label: Label) {
        let place = self.here();
        self.last_bound = place;
        let target = &mut self.targets[label.0 as usize];
        debug_assert!(target.place.is_none());
        target.place = Some(place);
        if let Some(bound) = target.bound.take() {
            self.bound.join(&bound);
        }
    }

    /// Puts the label here with the given state: a handler, or a loop body that only a jump below enters.
    pub fn bind_with(&mut self, label: Label, bound: Bound) {
        self.targets[label.0 as usize].bound = None;
        self.bind(label);
        self.bound = bound;
    }

    /// Whether an emitted jump names this label that is not yet bound.
    pub fn is_wanted(&self, label: Label) -> bool {
        self.targets[label.0 as usize].bound.is_some()
    }

    pub fn place_of(&self, label: Label) -> Option<u32> {
        self.targets[label.0 as usize].place
    }

    /// A new inline-cache site for the name of this number.
    pub fn site(&mut self, name: u32) -> i32 {
        self.sites.push(name);
        self.sites.len() as i32 - 1
    }
}
