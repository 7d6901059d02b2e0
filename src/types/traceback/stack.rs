//! The frames of a traceback as text.

use crate::base::unicode;
use crate::bytecode::lines;
use crate::bytecode::lines::Position;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::unwind::entry_field as field;
use crate::object::record::Record;
use crate::types::traceback::anchors;
use crate::types::traceback::objects::{code_of, line_of};
use crate::types::traceback::source::Files;
use crate::vm::state::Vm;

/// Equal frames that are shown before they are counted.
const REPEATS_SHOWN: usize = 3;

/// The entries of a traceback, outermost first.
pub fn entries(traceback: Value) -> Vec<Ref<Record>> {
    let mut all = Vec::new();
    let mut at = traceback;
    while let Some(entry) = at.cast::<Record>() {
        all.push(entry);
        at = entry.get(field::NEXT);
    }
    all
}

/// What is shown of one frame.
struct Shown {
    file: String,
    line: u32,
    name: String,
    position: Option<Position>,
}

fn shown(entry: Ref<Record>) -> Shown {
    let code = code_of(entry);
    let offset = entry.get(field::OFFSET).as_int().unwrap_or(-1);
    let line = line_of(entry);
    let Some(code) = code else {
        return Shown {
            file: "<unknown>".to_string(),
            line,
            name: "<unknown>".to_string(),
            position: None,
        };
    };
    let position = u32::try_from(offset)
        .ok()
        .and_then(|offset| lines::position(code.data(), offset));
    Shown {
        file: code.data().filename.to_string(),
        line,
        name: code.data().name.to_string(),
        position,
    }
}

/// All frames as text, one piece each; `limit` keeps the innermost ones.
pub fn format(vm: &mut Vm, files: &mut Files, traceback: Value, limit: Option<usize>) -> Vec<String> {
    let mut all = entries(traceback);
    if let Some(limit) = limit {
        all.drain(..all.len().saturating_sub(limit));
    }
    let mut out = Vec::new();
    let mut last: Option<(String, u32, String)> = None;
    let mut count = 0;
    for entry in all {
        let frame = shown(entry);
        let same = last
            .as_ref()
            .is_some_and(|(file, line, name)| *file == frame.file && *line == frame.line && *name == frame.name);
        if !same {
            note_repeats(&mut out, count);
            count = 0;
            last = Some((frame.file.clone(), frame.line, frame.name.clone()));
        }
        count += 1;
        if count <= REPEATS_SHOWN {
            out.push(format_frame(vm, files, &frame));
        }
    }
    note_repeats(&mut out, count);
    out
}

fn note_repeats(out: &mut Vec<String>, count: usize) {
    if count > REPEATS_SHOWN {
        let more = count - REPEATS_SHOWN;
        let plural = if more > 1 { "s" } else { "" };
        out.push(format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

fn format_frame(vm: &mut Vm, files: &mut Files, frame: &Shown) -> String {
    let file = match frame.file.starts_with("<stdin-") && frame.file.ends_with('>') {
        true => "<stdin>",
        false => &frame.file,
    };
    let mut out = format!("  File \"{file}\", line {}, in {}\n", frame.line, frame.name);
    let position = frame.position.filter(|position| position.line > 0);
    let last = position.map_or(frame.line, |position| position.end_line.max(frame.line));
    let original: Vec<String> = (frame.line..=last)
        .map(|line| files.line(vm, &frame.file, line).to_string())
        .collect();
    if original.iter().all(|line| line.trim().is_empty()) {
        return out;
    }
    match position {
        None => out += &format!("    {}\n", original[0].trim()),
        Some(position) => {
            for line in dedent(&marked(&original, position)) {
                out += &format!("    {line}\n");
            }
        }
    }
    out
}

/// Takes the common indentation off; lines of blanks become empty.
fn dedent(lines: &[String]) -> Vec<String> {
    let indent_of = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let indent = &line[..indent_of(line)];
        margin = Some(match margin {
            None => indent,
            Some(margin) => {
                let common = margin.bytes().zip(indent.bytes()).take_while(|(a, b)| a == b).count();
                &margin[..common]
            }
        });
    }
    let cut = margin.map_or(0, str::len);
    let trimmed = |line: &String| match line.trim().is_empty() {
        true => String::new(),
        false => line[cut..].to_string(),
    };
    lines.iter().map(trimmed).collect()
}

/// Characters in the first `bytes` bytes of a line.
fn characters(line: &str, bytes: u32) -> usize {
    let bytes = (bytes as usize).min(line.len());
    String::from_utf8_lossy(&line.as_bytes()[..bytes]).chars().count()
}

/// Columns that the first `count` characters take on a terminal.
fn width(line: &str, count: usize) -> usize {
    if line.is_ascii() {
        return count;
    }
    let is_wide = |c: char| matches!(unicode::east_asian_width(c as u32), "W" | "F");
    line.chars().take(count).map(|c| 1 + is_wide(c) as usize).sum()
}

/// What marks the lines of an instruction.
struct Marks {
    start: usize,
    end: usize,
    /// The inner part: line and column of its ends.
    anchors: Option<((usize, usize), (usize, usize))>,
}

/// The significant lines of an instruction, with a line of marks behind each.
fn marked(original: &[String], position: Position) -> Vec<String> {
    let lines = dedent(original);
    let last = lines.len() - 1;
    let cut = original[0].chars().count() - lines[0].chars().count();
    let start = characters(&original[0], position.column).saturating_sub(cut);
    let end = characters(&original[last], position.end_column).saturating_sub(cut);
    let found = anchors::anchors(&segment(&lines, start, end));
    let before: String = lines[0].chars().take(start).collect();
    let behind: String = lines[last].chars().skip(end).collect();
    let show = anchors::is_whole_call(&lines, start, end).is_none()
        && (found.is_some() || !before.trim_start().is_empty() || !behind.trim_end().is_empty());
    let mut significant = vec![0, last];
    let place = |(line, column): (usize, usize)| {
        let column = if line == 0 { column + start } else { column };
        (line, width(&lines[line], column))
    };
    let anchors = found.map(|found| (place(found.left), place(found.right)));
    for (line, _) in anchors.iter().flat_map(|(left, right)| [left, right]) {
        significant.extend(line.saturating_sub(1)..=(line + 1).min(last));
    }
    significant.sort_unstable();
    significant.dedup();
    let marks = Marks {
        start: width(&lines[0], start),
        end: width(&lines[last], end),
        anchors,
    };
    let mut out = Vec::new();
    let mut previous: Option<usize> = None;
    for line in significant {
        if let Some(previous) = previous {
            match line - previous {
                2 => output(&mut out, &lines, line - 1, &marks, show),
                gap if gap > 2 => out.push(format!("...<{} lines>...", gap - 1)),
                _ => {}
            }
        }
        output(&mut out, &lines, line, &marks, show);
        previous = Some(line);
    }
    out
}

/// The text from `start` in the first line to `end` in the last.
fn segment(lines: &[String], start: usize, end: usize) -> String {
    let all: Vec<char> = lines.join("\n").chars().collect();
    let tail = lines[lines.len() - 1].chars().count() as isize - end as isize;
    let stop = (all.len() as isize - tail).clamp(0, all.len() as isize) as usize;
    all.get(start..stop).unwrap_or_default().iter().collect()
}

/// One line, and the marks below it.
fn output(out: &mut Vec<String>, lines: &[String], line: usize, marks: &Marks, show: bool) {
    let text = &lines[line];
    out.push(text.clone());
    if !show {
        return;
    }
    let spaces = text.chars().take_while(|c| c.is_whitespace()).count();
    let columns = match line == lines.len() - 1 {
        true => marks.end,
        false => width(text, text.chars().count()),
    };
    let mark = |column: usize| {
        if column < spaces || (line == 0 && column < marks.start) {
            return ' ';
        }
        match marks.anchors {
            None => '^',
            Some((left, right)) => {
                let inside = (line, column) >= left && (line, column) < right;
                if inside { '^' } else { '~' }
            }
        }
    };
    out.push((0..columns).map(mark).collect());
}
