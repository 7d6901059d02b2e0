//! Where the instructions of a code object come from: `co_lines`, `co_positions`, and the tables in CPython's format.
//!
//! Offsets are of pyfast's own instructions. A code unit is two bytes, as in CPython, so that what divides `tb_lasti` by two
//! finds its position.

use crate::bytecode::code::{CodeData, LineEntry};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::ops::container::iterate;
use crate::ops::make;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static LINES: &[NativeDef] = &[
    method("co_lines", "($self, /)", co_lines),
    method("co_positions", "($self, /)", co_positions),
    getter("co_linetable", |vm, args| {
        let table = line_table(this(args).data());
        Ok(make::bytes(vm, table))
    }),
    getter("co_exceptiontable", |vm, args| {
        let table = exception_table(this(args).data());
        Ok(make::bytes(vm, table))
    }),
];

const UNIT_BYTES: u32 = 2;
/// Most code units of one entry of a line table.
const ENTRY_UNITS: u32 = 8;
/// Kinds of entries: with lines and columns in full, and without position.
const LONG: u8 = 14;
const NONE: u8 = 15;

fn this(args: &[Value]) -> Ref<Code> {
    args[0].expect()
}

/// The entries with their ends; what stands before the first has no position.
fn ranges(data: &CodeData) -> Vec<(LineEntry, u32)> {
    let end = data.bytes.len() as u32;
    let ends = data.lines.entries().skip(1).map(|entry| entry.offset).chain([end]);
    data.lines.entries().zip(ends).collect()
}

fn line_or_none(line: u32) -> Value {
    match line {
        0 => Value::NONE,
        line => Value::small_int(i64::from(line)),
    }
}

fn co_lines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = this(args);
    let mut rows: Vec<(u32, u32, u32)> = Vec::new();
    for (entry, end) in ranges(code.data()) {
        match rows.last_mut() {
            Some(last) if last.2 == entry.line => last.1 = end,
            _ => rows.push((entry.offset, end, entry.line)),
        }
    }
    let rows = rows.into_iter().map(|(start, end, line)| {
        let (start, end) = (Value::small_int(i64::from(start)), Value::small_int(i64::from(end)));
        make::tuple(vm, &[start, end, line_or_none(line)])
    });
    let rows: Vec<Value> = rows.collect();
    let rows = make::list(vm, rows);
    iterate::iter(vm, rows)
}

fn co_positions(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = this(args);
    let mut rows = Vec::new();
    for (entry, end) in ranges(code.data()) {
        let columns = [entry.column, entry.end_column].map(|column| match entry.line {
            0 => Value::NONE,
            _ => Value::small_int(i64::from(column)),
        });
        let (line, end_line) = (line_or_none(entry.line), line_or_none(entry.end_line));
        let row = make::tuple(vm, &[line, end_line, columns[0], columns[1]]);
        rows.resize((end / UNIT_BYTES) as usize, row);
    }
    let rows = make::list(vm, rows);
    iterate::iter(vm, rows)
}

/// Six bits a byte, lowest first.
fn varint(out: &mut Vec<u8>, mut n: u32) {
    while n >= 64 {
        out.push(0x40 | (n & 63) as u8);
        n >>= 6;
    }
    out.push(n as u8);
}

pub fn line_table(data: &CodeData) -> Vec<u8> {
    let (mut out, mut line) = (Vec::new(), i64::from(data.first_line));
    for (entry, end) in ranges(data) {
        let mut units = (end - entry.offset) / UNIT_BYTES;
        while units > 0 {
            let taken = units.min(ENTRY_UNITS);
            units -= taken;
            let kind = if entry.line == 0 { NONE } else { LONG };
            out.push(0x80 | kind << 3 | (taken - 1) as u8);
            if entry.line == 0 {
                continue;
            }
            let delta = i64::from(entry.line) - line;
            line = i64::from(entry.line);
            varint(
                &mut out,
                (delta.unsigned_abs() as u32) << 1 | u32::from(delta.is_negative()),
            );
            varint(&mut out, entry.end_line - entry.line);
            varint(&mut out, entry.column + 1);
            varint(&mut out, entry.end_column + 1);
        }
    }
    out
}

/// Six bits a byte, highest first; the first byte of an entry is marked.
fn big_varint(out: &mut Vec<u8>, n: u32, mark: u8) {
    let groups = (32 - n.leading_zeros()).div_ceil(6).max(1);
    for group in (0..groups).rev() {
        let more = if group > 0 { 0x40 } else { 0 };
        let first = if group + 1 == groups { mark } else { 0 };
        out.push(first | more | (n >> (6 * group) & 63) as u8);
    }
}

pub fn exception_table(data: &CodeData) -> Vec<u8> {
    let mut out = Vec::new();
    for range in &data.cover {
        big_varint(&mut out, range.start / UNIT_BYTES, 0x80);
        big_varint(&mut out, (range.end - range.start) / UNIT_BYTES, 0);
        big_varint(&mut out, range.handler / UNIT_BYTES, 0);
        big_varint(&mut out, u32::from(range.register) << 1, 0);
    }
    out
}
