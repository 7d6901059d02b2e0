//! Positions in the source by offset in the code, and the table that holds them.

use crate::bytecode::code::{CodeData, LineEntry};

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
    entries: Vec<LineEntry>,
}

impl Builder {
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Says where the instructions from `offset` on come from. Offsets must not fall.
    pub fn add(&mut self, offset: u32, position: Position) {
        if self.entries.last().is_some_and(|entry| entry.offset == offset) {
            self.entries.pop();
        }
        if self.entries.last().map(position_of) == Some(position) {
            return;
        }
        self.entries.push(LineEntry {
            offset,
            line: position.line,
            end_line: position.end_line,
            column: position.column,
            end_column: position.end_column,
        });
    }

    pub fn finish(self) -> Vec<LineEntry> {
        self.entries
    }
}

fn position_of(entry: &LineEntry) -> Position {
    Position {
        line: entry.line,
        end_line: entry.end_line,
        column: entry.column,
        end_column: entry.end_column,
    }
}

/// The position of the instruction at `offset`; `None` if it has none.
pub fn position(code: &CodeData, offset: u32) -> Option<Position> {
    let after = code.lines.partition_point(|entry| entry.offset <= offset);
    let position = position_of(code.lines.get(after.checked_sub(1)?)?);
    (position.line != 0).then_some(position)
}

/// The line of the instruction at `offset`; 0 if it has none.
pub fn line(code: &CodeData, offset: u32) -> u32 {
    position(code, offset).map_or(0, |position| position.line)
}

#[cfg(test)]
mod tests {
    use crate::bytecode::code::CodeData;
    use crate::bytecode::lines::{Builder, Position, line, position};

    fn at(line: u32, column: u32) -> Position {
        Position {
            line,
            end_line: line,
            column,
            end_column: column + 1,
        }
    }

    #[test]
    fn positions_hold_until_the_next_entry() {
        let mut builder = Builder::new();
        builder.add(0, at(1, 0));
        builder.add(4, at(1, 0));
        builder.add(8, at(2, 4));
        builder.add(12, Position::NONE);
        let code = CodeData {
            lines: builder.finish(),
            ..CodeData::default()
        };
        assert_eq!(code.lines.len(), 3);
        assert_eq!(line(&code, 7), 1);
        assert_eq!(position(&code, 8), Some(at(2, 4)));
        assert_eq!(position(&code, 100), None);
    }
}
