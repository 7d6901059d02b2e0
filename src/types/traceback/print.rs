//! The text of a report: chains outermost cause first, groups indented.

use crate::heap::value::Value;
use crate::types::traceback::report::{Report, collect};
use crate::vm::state::Vm;

/// Exceptions of one group that are shown, and levels of groups.
const GROUP_WIDTH_MAX: usize = 15;
const GROUP_DEPTH_MAX: usize = 10;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// What the interpreter prints of an exception that nobody caught.
pub fn exception(vm: &mut Vm, exception: Value) -> String {
    let reports = collect(vm, exception);
    let mut printer = Printer {
        reports: &reports,
        out: String::new(),
        depth: 0,
        need_close: false,
    };
    printer.chain(0);
    printer.out
}

struct Printer<'a> {
    reports: &'a [Report],
    out: String,
    /// Levels of groups around what is printed now.
    depth: usize,
    need_close: bool,
}

impl Printer<'_> {
    /// Adds text with the margin of the group around.
    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.out += text;
            return;
        }
        let indent = format!("{}{margin} ", "  ".repeat(self.depth));
        for line in text.split_inclusive('\n') {
            self.out += &indent;
            self.out += line;
        }
    }

    fn chain(&mut self, number: usize) {
        let mut links = Vec::new();
        let mut at = Some(number);
        while let Some(number) = at {
            let report = &self.reports[number];
            let (message, next) = match (report.cause, report.context) {
                (Some(cause), _) => (Some(CAUSE), Some(cause)),
                (None, Some(context)) if !report.suppress_context => (Some(CONTEXT), Some(context)),
                _ => (None, None),
            };
            links.push((message, number));
            at = next;
        }
        for (message, number) in links.into_iter().rev() {
            if let Some(message) = message {
                self.emit(message, '|');
            }
            self.one(number);
        }
    }

    fn one(&mut self, number: usize) {
        let report = &self.reports[number];
        let Some(exceptions) = &report.exceptions else {
            if !report.frames.is_empty() {
                self.emit("Traceback (most recent call last):\n", '|');
                self.pieces(&report.frames);
            }
            self.pieces(&report.last_lines);
            return;
        };
        if self.depth > GROUP_DEPTH_MAX {
            let text = format!("... (max_group_depth is {GROUP_DEPTH_MAX})\n");
            self.emit(&text, '|');
            return;
        }
        let is_top = self.depth == 0;
        if is_top {
            self.depth = 1;
        }
        if !report.frames.is_empty() {
            let margin = if is_top { '+' } else { '|' };
            self.emit("Exception Group Traceback (most recent call last):\n", margin);
            self.pieces(&report.frames);
        }
        self.pieces(&report.last_lines);
        self.members(exceptions);
        if is_top {
            self.depth = 0;
        }
    }

    fn pieces(&mut self, pieces: &[String]) {
        for piece in pieces {
            self.emit(piece, '|');
        }
    }

    fn members(&mut self, exceptions: &[usize]) {
        let shown = exceptions.len().min(GROUP_WIDTH_MAX + 1);
        self.need_close = false;
        for (i, &number) in exceptions.iter().take(shown).enumerate() {
            let is_last = i == shown - 1;
            if is_last {
                // The line below may be added by a group inside.
                self.need_close = true;
            }
            let truncated = i >= GROUP_WIDTH_MAX;
            let title = match truncated {
                true => "...".to_string(),
                false => format!("{}", i + 1),
            };
            let lead = if i == 0 { "+-" } else { "  " };
            let indent = "  ".repeat(self.depth);
            self.out += &format!("{indent}{lead}+---------------- {title} ----------------\n");
            self.depth += 1;
            if truncated {
                let more = exceptions.len() - GROUP_WIDTH_MAX;
                let plural = if more > 1 { "s" } else { "" };
                self.emit(&format!("and {more} more exception{plural}\n"), '|');
            } else {
                self.chain(number);
            }
            if is_last && self.need_close {
                let indent = "  ".repeat(self.depth);
                self.out += &format!("{indent}+------------------------------------\n");
                self.need_close = false;
            }
            self.depth -= 1;
        }
    }
}
