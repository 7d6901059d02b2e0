//! The last lines of a report on a SyntaxError: the place and the marked source line.

use crate::heap::value::Value;
use crate::object::exception::Exception;
use crate::object::exception::field::{END_LINENO, END_OFFSET, FILE, LINENO, MSG, OFFSET, TEXT};
use crate::object::text::string::Str;
use crate::types::glue;
use crate::vm::state::Vm;

/// The lines, the message last.
pub fn lines(vm: &mut Vm, error: Value, class_name: &str) -> Vec<String> {
    let get = |i: usize| error.expect::<Exception>().field(i).or(Value::NONE);
    let shown = |vm: &mut Vm, value: Value| match glue::str(vm, value) {
        Ok(text) => text,
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            "<exception str() failed>".to_string()
        }
    };
    let mut out = Vec::new();
    let mut suffix = String::new();
    let file = get(FILE);
    if !get(LINENO).is_none() {
        let line = shown(vm, get(LINENO));
        let file = match file.cast::<Str>() {
            Some(name) if !name.is_empty() => name.lossy().into_owned(),
            _ => "<string>".to_string(),
        };
        out.push(format!("  File \"{file}\", line {line}\n"));
    } else if !file.is_none() {
        suffix = format!(" ({})", shown(vm, file));
    }
    if let Some(text) = get(TEXT).cast::<Str>() {
        marked(&mut out, &text.lossy(), &get);
    }
    let msg = match get(MSG) {
        Value::NONE => "<no detail available>".to_string(),
        msg => shown(vm, msg),
    };
    let msg = if msg.is_empty() {
        "<no detail available>".to_string()
    } else {
        msg
    };
    out.push(format!("{class_name}: {msg}{suffix}\n"));
    out
}

/// The source line and its marks.
fn marked(out: &mut Vec<String>, text: &str, get: &dyn Fn(usize) -> Value) {
    let right = text.trim_end_matches('\n');
    let left = right.trim_start_matches([' ', '\n', '\x0c']);
    let count = |text: &str| text.chars().count() as i64;
    let spaces = count(right) - count(left);
    let offset = match get(OFFSET) {
        Value::NONE => {
            out.push(format!("    {left}\n"));
            return;
        }
        offset => match offset.as_int() {
            Some(offset) => offset,
            None => return,
        },
    };
    let mut offset = offset;
    let same_line = get(LINENO) == get(END_LINENO) || get(END_LINENO).is_none();
    let mut end = match same_line {
        true => get(END_OFFSET).as_int().filter(|&end| end != 0).unwrap_or(offset),
        false => count(right) + 1,
    };
    if !text.is_empty() && offset > count(text) {
        offset = count(right) + 1;
    }
    if !text.is_empty() && end > count(text) {
        end = count(right) + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let (column, end_column) = (offset - 1 - spaces, end - 1 - spaces);
    out.push(format!("    {left}\n"));
    if column >= 0 {
        // Tabs are kept, so that the marks stand below what they mark.
        let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
        let before: String = left.chars().take(column as usize).map(blank).collect();
        let marks = "^".repeat((end_column - column).max(0) as usize);
        out.push(format!("    {before}{marks}\n"));
    }
}
