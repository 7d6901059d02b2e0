//! From the emitted items to the bytes of a code object: jump threading, register numbers, labels, lines, exception ranges.

use crate::bytecode::buffer::Buffer;
use crate::bytecode::code::{Cover, LineTable};
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::bytecode::lines::{Builder, Position};
use crate::bytecode::names::{Bytes, Names};
use crate::bytecode::shape::{self, Form, NO_PLACE};
use crate::compile::emitter::{Emitter, Item, Label, NO_SPAN};
use crate::compile::register::{Layout, Moves, Reg};
use crate::syntax::source::Source;
use crate::syntax::span::Span;

// An instruction without position has that of the one before, unless control never comes from there.

/// No instruction's index.
const NOWHERE: u32 = u32::MAX;
/// How many jumps to jumps are followed.
const THREAD_MAX: u32 = 16;

/// The finished parts of a code object.
pub struct Assembled {
    pub bytes: Bytes,
    pub cover: Vec<Cover>,
    pub lines: LineTable,
}

/// Memory that is used again for every code object.
#[derive(Default)]
pub struct Scratch {
    bytes: Buffer,
    lines: Builder,
    /// By item: where its bytes begin.
    offsets: Vec<u32>,
    /// Jumps: where they begin, where their label is to be written, the item that they go to.
    jumps: Vec<(u32, u32, u32)>,
}

impl Scratch {
    fn clear(&mut self) {
        self.bytes.clear();
        self.lines.reset();
        self.offsets.clear();
        self.jumps.clear();
    }

    /// Whether it has had more than so many instructions.
    pub fn is_large(&self, instructions: usize) -> bool {
        self.offsets.capacity() > instructions
    }
}

/// Makes the bytes of `emitter`'s items behind those of `prologue`, which holds no jumps and has the position of `first_line`.
pub fn assemble(
    scratch: &mut Scratch,
    names: &mut Names,
    source: &Source,
    emitter: &Emitter,
    prologue: &[Item],
    layout: &Layout,
    first_line: u32,
) -> Assembled {
    scratch.clear();
    let Scratch {
        bytes,
        lines,
        offsets,
        jumps,
    } = scratch;
    let mut lines = Lines::new(source, lines);
    if !prologue.is_empty() {
        lines.add_start(first_line);
    }
    let (forms, moves) = (shape::forms(), layout.moves());
    for item in prologue {
        encode_item(bytes, item, &forms[item.op as usize], moves);
    }
    let mut lookups = emitter.lookups.iter();
    let mut lookup = lookups.next();
    let mut goes_on = false;
    offsets.resize(emitter.items.len(), 0);
    for ((index, item), offset) in emitter.items.iter().enumerate().zip(offsets.iter_mut()) {
        let here = bytes.length();
        *offset = here;
        let form = &forms[item.op as usize];
        let follows = std::mem::replace(&mut goes_on, !form.ends_block);
        let mut target = NOWHERE;
        if form.label != NO_PLACE {
            target = jump_target(emitter, index, label_of(item, form.label));
            if item.op == Op::jump && target == index as u32 + 1 {
                continue;
            }
        }
        if item.span != NO_SPAN || !follows {
            lines.add(here, item.span);
        }
        if let Some((at, span)) = lookup
            && *at == index as u32
        {
            lines.add_lookup(here, *span, item.span);
            lookup = lookups.next();
        }
        match item.op {
            Op::iadd_next => encode_iadd_next(bytes, emitter, index, layout),
            _ => encode_item(bytes, item, form, moves),
        }
        if target != NOWHERE {
            jumps.push((here, bytes.length() - 4, target));
        }
    }
    offsets.push(bytes.length());
    fill_labels(bytes.bytes_mut(), jumps, offsets);
    Assembled {
        cover: cover(emitter, offsets, layout),
        lines: LineTable(names.bytes(lines.table.bytes())),
        bytes: names.bytes(bytes.bytes()),
    }
}

/// Writes how far jumps go.
fn fill_labels(code: &mut [u8], jumps: &[(u32, u32, u32)], offsets: &[u32]) {
    for &(from, word, target) in jumps {
        let distance = offsets[target as usize] as i32 - from as i32;
        code[word as usize..word as usize + 4].copy_from_slice(&distance.to_le_bytes());
    }
}

/// Encodes an instruction with its registers placed. Labels are filled in when all places are known.
#[inline(always)] // PERF: perf/0026-compile-again.md
fn encode_item(bytes: &mut Buffer, item: &Item, form: &Form, moves: Moves) {
    let operands = moves.placed(&item.operands, &form.placed);
    match insn::encode_narrow(item.op, form, &operands, &item.operands) {
        Some(text) => bytes.push(text, form.length.into()),
        None => bytes.push(
            insn::encode_wide(item.op, form, &operands),
            usize::from(form.length) + 4,
        ),
    }
}

#[cold]
#[inline(never)]
fn encode_iadd_next(bytes: &mut Buffer, emitter: &Emitter, index: usize, layout: &Layout) {
    let item = separate(emitter, index, &emitter.items[index], layout);
    encode_item(bytes, &item, &shape::forms()[item.op as usize], layout.moves());
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
#[inline(never)]
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

/// No node has it.
const NEVER: Span = Span::new(u32::MAX, 0);

/// A line by its number, with its first offset and its length.
#[derive(Clone, Copy, Default)]
struct Line {
    number: u32,
    start: u32,
    length: u32,
}

impl Line {
    /// The column of an offset, if it is in this line.
    #[inline]
    fn column(&self, offset: u32) -> Option<u32> {
        let column = offset.wrapping_sub(self.start);
        (column < self.length).then_some(column)
    }

    #[inline]
    fn find(source: &Source, offset: u32) -> Line {
        let index = source.line_index(offset);
        let end = source.line_starts.get(index + 1).copied().unwrap_or(u32::MAX);
        let start = source.line_starts[index];
        Line {
            number: index as u32 + 1,
            start,
            length: end - start,
        }
    }
}

/// Builds the line table; remembers the lines of the last position, since neighbours lie near each other.
struct Lines<'s> {
    source: &'s Source,
    table: &'s mut Builder,
    last: Span,
    /// Where the last position began.
    first_line: Line,
}

impl<'s> Lines<'s> {
    fn new(source: &'s Source, table: &'s mut Builder) -> Lines<'s> {
        Lines {
            source,
            table,
            last: NEVER,
            first_line: Line::default(),
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
        if self.last != span {
            self.last = span;
            self.add_new(offset, span);
        }
    }

    #[inline(never)]
    fn add_new(&mut self, offset: u32, span: Span) {
        let line = self.first_line;
        let (Some(column), Some(end_column)) = (line.column(span.start), line.column(span.end)) else {
            return self.add_elsewhere(offset, span);
        };
        let position = Position {
            line: line.number,
            end_line: line.number,
            column,
            end_column,
        };
        self.table.add(offset, position);
    }

    /// The same for what is not all in the line of the last position.
    #[inline(never)]
    fn add_elsewhere(&mut self, offset: u32, span: Span) {
        if span == NO_SPAN {
            return self.table.add(offset, Position::NONE);
        }
        if self.first_line.column(span.start).is_none() {
            self.first_line = Line::find(self.source, span.start);
        }
        let first = self.first_line;
        let last = match first.column(span.end) {
            Some(_) => first,
            None => Line::find(self.source, span.end),
        };
        let position = Position {
            line: first.number,
            end_line: last.number,
            column: span.start - first.start,
            end_column: span.end - last.start,
        };
        self.table.add(offset, position);
    }
}
