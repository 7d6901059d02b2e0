//! From the emitted items to the bytes of a code object: jump threading, register numbers, labels, lines, exception ranges.

use crate::bytecode::code::{Cover, LineTable};
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::bytecode::lines::{Builder, Position};
use crate::bytecode::shape::{self, NO_PLACE, Shape};
use crate::compile::emitter::{Emitter, Item, Label, NO_SPAN};
use crate::compile::register::{Layout, Moves, Reg};
use crate::syntax::source::Source;
use crate::syntax::span::Span;

// An instruction without position has that of the one before, unless control never comes from there.

/// How many jumps to jumps are followed.
const THREAD_MAX: u32 = 16;

/// The finished parts of a code object.
pub struct Assembled {
    pub bytes: Vec<u8>,
    pub cover: Vec<Cover>,
    pub lines: LineTable,
}

/// Memory that is used again for every code object.
#[derive(Default)]
pub struct Scratch {
    bytes: Vec<u8>,
    lines: Builder,
    /// By item: where its bytes begin.
    offsets: Vec<u32>,
    /// Jumps: where they begin, where their label is to be written, the item that they go to.
    jumps: Vec<(u32, u32, u32)>,
}

/// Makes the bytes of `emitter`'s items behind those of `prologue`, which holds no jumps and has the position of `first_line`.
pub fn assemble(
    scratch: &mut Scratch,
    source: &Source,
    emitter: &Emitter,
    prologue: &[Item],
    layout: &Layout,
    first_line: u32,
) -> Assembled {
    let Scratch {
        bytes,
        lines,
        offsets,
        jumps,
    } = scratch;
    bytes.clear();
    lines.reset();
    offsets.clear();
    jumps.clear();
    let mut lines = Lines::new(source, lines);
    if !prologue.is_empty() {
        lines.add_start(first_line);
    }
    let (shapes, moves) = (shape::shapes(), layout.moves());
    for item in prologue {
        encode_item(bytes, item, &shapes[item.op as usize], &moves);
    }
    let mut lookups = emitter.lookups.iter().peekable();
    for (index, item) in emitter.items.iter().enumerate() {
        offsets.push(bytes.len() as u32);
        let shape = &shapes[item.op as usize];
        let target = match shape.label {
            NO_PLACE => None,
            label => Some(jump_target(emitter, index, label_of(item, label))),
        };
        if item.op == Op::jump && target == Some(index as u32 + 1) {
            continue;
        }
        if item.span != NO_SPAN || index == 0 || emitter.items[index - 1].op.ends_block() {
            lines.add(bytes.len() as u32, item.span);
        }
        if let Some((_, span)) = lookups.next_if(|(at, _)| *at == index as u32) {
            lines.add_lookup(bytes.len() as u32, *span, item.span);
        }
        match item.op {
            Op::iadd_next => {
                let item = separate(emitter, index, item, layout);
                encode_item(bytes, &item, &shapes[item.op as usize], &moves);
            }
            _ => encode_item(bytes, item, shape, &moves),
        }
        if let Some(target) = target {
            jumps.push((offsets[index], bytes.len() as u32 - 4, target));
        }
    }
    offsets.push(bytes.len() as u32);
    for &mut (from, word, target) in jumps {
        let distance = offsets[target as usize] as i32 - from as i32;
        bytes[word as usize..word as usize + 4].copy_from_slice(&distance.to_le_bytes());
    }
    Assembled {
        cover: cover(emitter, offsets, layout),
        lines: lines.table.table(),
        bytes: bytes.to_vec(),
    }
}

/// Encodes an instruction with its registers placed. Labels are filled in when all places are known.
#[inline]
fn encode_item(bytes: &mut Vec<u8>, item: &Item, shape: &Shape, moves: &Moves) {
    let [a, b, c, d] = item.operands;
    let masks = &shape.placed_masks;
    let operands = [
        moves.placed(a, masks[0]),
        moves.placed(b, masks[1]),
        moves.placed(c, masks[2]),
        d,
    ];
    insn::encode_four(bytes, item.op, shape, &operands);
}

/// `iadd` for an `iadd_next` before a `for_next` that needs the wide form; else the item itself.
fn separate(emitter: &Emitter, index: usize, item: &Item, layout: &Layout) -> Item {
    let [dst, state, ..] = emitter.items[index + 1].operands;
    let is_wide = |register| layout.place(Reg(register as u32)) > u32::from(u8::MAX);
    if is_wide(dst) || is_wide(state) {
        let [acc, rhs, ..] = item.operands;
        let (op, operands) = (Op::iadd, [acc, acc, rhs, 0]);
        return Item { op, operands, ..*item };
    }
    *item
}

/// The index of the instruction that a jump goes to, past forward jumps to forward jumps.
fn jump_target(emitter: &Emitter, index: usize, label: Label) -> u32 {
    let mut target = emitter.place_of(label).expect("every label that is jumped to is bound");
    if target <= index as u32 {
        return target;
    }
    for _ in 0..THREAD_MAX {
        match emitter.items.get(target as usize) {
            Some(next) if next.op == Op::jump => {
                target = emitter
                    .place_of(Label(next.operands[0] as u32))
                    .expect("every label that is jumped to is bound");
            }
            _ => break,
        }
    }
    target
}

fn label_of(item: &Item, place: u8) -> Label {
    Label(item.operands[place as usize & 3] as u32)
}

fn cover(emitter: &Emitter, offsets: &[u32], layout: &Layout) -> Vec<Cover> {
    let mut ranges: Vec<_> = emitter.ranges.iter().filter(|range| range.start < range.end).collect();
    ranges.sort_by_key(|range| (std::cmp::Reverse(range.depth), range.start));
    ranges
        .into_iter()
        .filter_map(|range| {
            let handler = emitter.place_of(range.handler)?;
            let (start, end) = (offsets[range.start as usize], offsets[range.end as usize]);
            (start < end).then(|| Cover {
                start,
                end,
                handler: offsets[handler as usize],
                register: layout.place(range.register) as u16,
            })
        })
        .collect()
}

/// So many lines are looked through before they are searched.
const NEAR_LINES: usize = 12;

/// Builds the line table; remembers the line of the last offset, since neighbours lie near each other.
struct Lines<'s> {
    source: &'s Source,
    table: &'s mut Builder,
    last: Option<Span>,
    /// The index of that line, and the offsets between which it lies.
    line: usize,
    start: u32,
    end: u32,
}

impl<'s> Lines<'s> {
    fn new(source: &'s Source, table: &'s mut Builder) -> Lines<'s> {
        Lines {
            source,
            table,
            last: None,
            line: 0,
            start: 0,
            end: 0,
        }
    }

    fn add_start(&mut self, line: u32) {
        let start = Position {
            line,
            end_line: line,
            column: 0,
            end_column: 0,
        };
        self.table.add(0, start);
    }

    /// Of an instruction at `offset` that looks a method up and calls it. While the callee runs, its caller stands at the last byte
    /// of the instruction: in the call.
    fn add_lookup(&mut self, offset: u32, lookup: Span, call: Span) {
        self.add(offset + 1, lookup);
        self.add(offset + 2, call);
    }

    #[inline]
    fn add(&mut self, offset: u32, span: Span) {
        if self.last == Some(span) {
            return;
        }
        self.last = Some(span);
        if span == NO_SPAN {
            return self.table.add(offset, Position::NONE);
        }
        let (line, column) = self.position(span.start);
        let (end_line, end_column) = self.position(span.end);
        let position = Position {
            line,
            end_line,
            column,
            end_column,
        };
        self.table.add(offset, position);
    }

    #[inline]
    fn position(&mut self, offset: u32) -> (u32, u32) {
        if !(self.start..self.end).contains(&offset) {
            self.find_line(offset);
        }
        (self.line as u32 + 1, offset - self.start)
    }

    /// Goes on from the line that was found last, since most are near it.
    #[inline(never)]
    fn find_line(&mut self, offset: u32) {
        let starts = &self.source.line_starts[..];
        let from = self.line.min(starts.len() - 1);
        let near = starts[from..].iter().take(NEAR_LINES).position(|&start| start > offset);
        self.line = match near {
            Some(beyond) if beyond > 0 => from + beyond - 1,
            _ => starts.partition_point(|&start| start <= offset).max(1) - 1,
        };
        let end = starts.get(self.line + 1).copied().unwrap_or(u32::MAX);
        (self.start, self.end) = (starts[self.line], end);
    }
}
