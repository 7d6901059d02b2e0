//! Positions in the source by offset in the code: the table that holds them, written once and read in order.
//!
//! An entry is the distance of its offset from that of the one before, doubled, plus 1 if it has a position; then, if it has: the
//! distance of its line from the last one that there was (signed, sign lowest), doubled, plus 1 if it ends in another line; that
//! line's distance, if so; column; end column. Numbers have seven bits a byte, low bits first, a set top bit where more follow:
//! most entries are four bytes.

use crate::bytecode::code::{CodeData, LineEntry, LineTable};

/// A range of the source: lines from 1, columns in UTF-8 bytes from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

impl Position {
    /// Of an instruction that stands for nothing in the source.
    pub const NONE: Position = Position {
        line: 0,
        end_line: 0,
        column: 0,
        end_column: 0,
    };
}

/// Builds a line table, instruction by instruction.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    bytes: Vec<u8>,
    /// Of the last entry, and of the last that had a position.
    offset: u32,
    line: u32,
}

impl Builder {
    /// Empties it for the next table; its memory stays.
    pub fn reset(&mut self) {
        self.bytes.clear();
        (self.offset, self.line) = (0, 0);
    }

    /// Says where the instructions from `offset` on come from. Offsets must rise.
    #[inline(always)] // PERF: perf/0026-compile-again.md
    pub fn add(&mut self, offset: u32, position: Position) {
        let head = (offset - self.offset) << 1 | u32::from(position.line != 0);
        self.offset = offset;
        if position.line == 0 {
            return self.number(head);
        }
        let lines = position.line.wrapping_sub(self.line) as i32;
        let lines = ((lines << 1 ^ lines >> 31) as u32) << 1;
        self.line = position.line;
        let ends = position.end_line.wrapping_sub(position.line);
        if ends == 0 && (head | lines | position.column | position.end_column) < 0x80 {
            let entry = head | lines << 8 | position.column << 16 | position.end_column << 24;
            return self.bytes.extend_from_slice(&entry.to_le_bytes());
        }
        self.numbers(head, lines, ends, position);
    }

    #[inline(never)]
    fn numbers(&mut self, head: u32, lines: u32, ends: u32, position: Position) {
        self.number(head);
        self.number(lines | u32::from(ends != 0));
        if ends != 0 {
            self.number(ends);
        }
        self.number(position.column);
        self.number(position.end_column);
    }

    fn number(&mut self, mut n: u32) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    /// Those of a `LineTable`.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Reads a table, entry by entry; ends where the bytes end or are none of a table.
pub struct Entries<'t> {
    bytes: &'t [u8],
    offset: u32,
    line: u32,
}

impl Entries<'_> {
    fn number(&mut self) -> Option<u32> {
        let mut n = 0;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            n |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(n);
            }
        }
        None
    }

    fn entry(&mut self) -> Option<LineEntry> {
        // Most are four bytes, and of one line.
        if let Some((&[head, lines, column, end_column], rest)) = self.bytes.split_first_chunk::<4>()
            && (head | lines | column | end_column) < 0x80
            && head & 1 != 0
            && lines & 1 == 0
        {
            self.bytes = rest;
            self.offset = self.offset.checked_add(u32::from(head >> 1))?;
            let distance = i32::from(lines >> 2) ^ -i32::from(lines >> 1 & 1);
            self.line = self.line.wrapping_add_signed(distance);
            return Some(LineEntry {
                offset: self.offset,
                line: self.line,
                end_line: self.line,
                column: column.into(),
                end_column: end_column.into(),
            });
        }
        let head = self.number()?;
        self.offset = self.offset.checked_add(head >> 1)?;
        let mut entry = LineEntry {
            offset: self.offset,
            line: 0,
            end_line: 0,
            column: 0,
            end_column: 0,
        };
        if head & 1 != 0 {
            let lines = self.number()?;
            let distance = (lines >> 2) as i32 ^ -((lines >> 1 & 1) as i32);
            self.line = self.line.wrapping_add_signed(distance);
            entry.line = self.line;
            let ends = if lines & 1 != 0 { self.number()? } else { 0 };
            entry.end_line = entry.line.wrapping_add(ends);
            entry.column = self.number()?;
            entry.end_column = self.number()?;
        }
        Some(entry)
    }
}

impl Iterator for Entries<'_> {
    type Item = LineEntry;

    /// Bytes that are no whole entry stay, and end the entries.
    fn next(&mut self) -> Option<LineEntry> {
        let bytes = self.bytes;
        let entry = self.entry();
        if entry.is_none() {
            self.bytes = bytes;
        }
        entry
    }
}

impl LineTable {
    pub fn entries(&self) -> Entries<'_> {
        Entries {
            bytes: &self.0,
            offset: 0,
            line: 0,
        }
    }

    /// Whether all of it can be read, and offsets rise and stay below `end`.
    pub fn is_sound(&self, end: u32) -> bool {
        let mut entries = self.entries();
        let mut last = None;
        let rises = entries.by_ref().all(|entry| {
            let before = last.replace(entry.offset);
            before.is_none_or(|before| before < entry.offset) && entry.offset < end
        });
        rises && entries.bytes.is_empty()
    }
}

/// The position of the instruction at `offset`; `None` if it has none.
pub fn position(code: &CodeData, offset: u32) -> Option<Position> {
    let entry = code.lines.entries().take_while(|entry| entry.offset <= offset).last()?;
    let position = Position {
        line: entry.line,
        end_line: entry.end_line,
        column: entry.column,
        end_column: entry.end_column,
    };
    (position.line != 0).then_some(position)
}

/// The line of the instruction at `offset`; 0 if it has none.
pub fn line(code: &CodeData, offset: u32) -> u32 {
    position(code, offset).map_or(0, |position| position.line)
}

#[cfg(test)]
mod tests {
    use crate::bytecode::code::{CodeData, LineTable};
    use crate::bytecode::lines::{Builder, Position, line, position};

    fn at(line: u32, end_line: u32, column: u32, end_column: u32) -> Position {
        Position {
            line,
            end_line,
            column,
            end_column,
        }
    }

    #[test]
    fn positions_hold_until_the_next_entry() {
        let positions = [
            (0, at(1, 1, 0, 4)),
            (8, at(2, 2, 4, 5)),
            (12, Position::NONE),
            (400, at(1, 70_000, 0, 1)),
            (404, at(900_000, 900_000, 127, 128)),
            (70_000, at(3, 4, u32::MAX, u32::MAX)),
        ];
        let mut builder = Builder::default();
        for (offset, position) in positions {
            builder.add(offset, position);
        }
        let code = CodeData {
            lines: LineTable(builder.bytes().into()),
            ..CodeData::default()
        };
        assert!(code.lines.is_sound(70_001) && !code.lines.is_sound(70_000));
        let read: Vec<_> = code.lines.entries().map(|entry| (entry.offset, entry.line)).collect();
        let lines: Vec<_> = positions
            .iter()
            .map(|&(offset, position)| (offset, position.line))
            .collect();
        assert_eq!(read, lines);
        assert_eq!(line(&code, 7), 1);
        assert_eq!(position(&code, 12), None);
        for (offset, expected) in positions {
            assert_eq!(position(&code, offset + 1).unwrap_or(Position::NONE), expected);
        }
    }

    #[test]
    fn bytes_of_no_table_end_it() {
        for bytes in [&[1][..], &[1, 2, 3], &[0x80; 9], &[2, 0, 0], &[0xFF; 40]] {
            assert!(!LineTable(bytes.into()).is_sound(1));
            let _ = LineTable(bytes.into()).entries().count();
        }
    }
}
