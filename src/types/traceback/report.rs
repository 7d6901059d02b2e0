//! What is shown of an exception, collected before anything is printed: its frames, its last lines, and the exceptions that it
//! is chained to or holds.

use std::collections::HashSet;

use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::exception::Exception;
use crate::ops::attrs::attribute;
use crate::ops::attrs::errors;
use crate::ops::container::iterate;
use crate::ops::{class, text};
use crate::types::error::group;
use crate::types::glue;
use crate::types::traceback::source::Files;
use crate::types::traceback::{stack, suggest, syntax_form};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// One exception; others are named by their numbers.
#[derive(Default)]
pub struct Report {
    pub frames: Vec<String>,
    pub last_lines: Vec<String>,
    pub cause: Option<usize>,
    pub context: Option<usize>,
    pub suppress_context: bool,
    pub exceptions: Option<Vec<usize>>,
}

/// Collects an exception and all that are shown with it; the first is the exception itself.
pub fn collect(vm: &mut Vm, exception: Value) -> Vec<Report> {
    let limit = limit(vm);
    let roots = vm.roots.len();
    let mut files = Files::default();
    let mut seen = HashSet::from([exception]);
    let mut reports = vec![one(vm, &mut files, exception, limit)];
    let mut waiting = vec![(0, exception)];
    while let Some((number, exception)) = waiting.pop() {
        vm.roots.push(exception);
        let Some(error) = exception.cast::<Exception>() else {
            continue;
        };
        let mut add = |vm: &mut Vm, reports: &mut Vec<Report>, other: Value, always: bool| {
            if !other.is::<Exception>() || (!seen.insert(other) && !always) {
                return None;
            }
            vm.roots.push(other);
            let report = one(vm, &mut files, other, limit);
            reports.push(report);
            waiting.push((reports.len() - 1, other));
            Some(reports.len() - 1)
        };
        let cause = add(vm, &mut reports, error.cause(), false);
        let wants_context = cause.is_none() && !error.suppress_context.get();
        let context = match wants_context {
            true => add(vm, &mut reports, error.context.get(), false),
            false => None,
        };
        reports[number].cause = cause;
        reports[number].context = context;
        reports[number].suppress_context = error.suppress_context.get();
        if class::is_instance(vm, exception, ClassId::BaseExceptionGroup) {
            let members = group::members(error);
            let numbers = members
                .iter()
                .filter_map(|&member| add(vm, &mut reports, member, true))
                .collect();
            reports[number].exceptions = Some(numbers);
        }
    }
    vm.roots.truncate(roots);
    reports
}

/// `sys.tracebacklimit`
fn limit(vm: &mut Vm) -> Option<usize> {
    let name = text::intern(vm, "tracebacklimit");
    let limit = vm.sys.cast::<Dict>()?.get_str(name)?.as_int()?;
    Some(limit.max(0) as usize)
}

fn one(vm: &mut Vm, files: &mut Files, exception: Value, limit: Option<usize>) -> Report {
    let traceback = exception
        .cast::<Exception>()
        .map_or(Value::NONE, |error| error.traceback(&mut vm.heap));
    let mut report = Report {
        frames: stack::format(vm, files, traceback, limit),
        ..Report::default()
    };
    report.last_lines = last_lines(vm, exception);
    report
}

/// `text` made by `work`, or a note that it failed.
fn safe(vm: &mut Vm, value: Value, what: &str, work: fn(&mut Vm, Value) -> Run<String>) -> String {
    match work(vm, value) {
        Ok(text) => text,
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            format!("<{what} failed>")
        }
    }
}

/// The lines behind the frames: "ValueError: text", and the notes.
pub fn last_lines(vm: &mut Vm, exception: Value) -> Vec<String> {
    let name = type_name(vm, class::of(vm, exception).value());
    let mut lines = if class::is_instance(vm, exception, ClassId::SyntaxError) {
        syntax_form::lines(vm, exception, &name)
    } else {
        let mut text = safe(vm, exception, "exception str()", glue::str);
        text += &suggest::hint(vm, exception);
        vec![match text.is_empty() {
            true => format!("{name}\n"),
            false => format!("{name}: {text}\n"),
        }]
    };
    notes(vm, exception, &mut lines);
    lines
}

/// "module.Class", without the module for builtins and the main program.
fn type_name(vm: &mut Vm, of: Value) -> String {
    let class = of.expect::<Class>();
    let qualname = errors::shown(class.qualname.get());
    match glue::module_of(vm, class) {
        Some(module) if module == "__main__" || module == "builtins" => qualname,
        Some(module) => format!("{module}.{qualname}"),
        None => format!("<unknown>.{qualname}"),
    }
}

fn notes(vm: &mut Vm, exception: Value, lines: &mut Vec<String>) {
    let name = vm.names.__notes__;
    let notes = match attribute::find(vm, exception, name) {
        Ok(None) => return,
        Ok(Some(notes)) => notes,
        Err(_) => {
            let error = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
            let shown = safe(vm, error, "__notes__ repr()", glue::repr);
            lines.push(format!("Ignored error getting __notes__: {shown}\n"));
            return;
        }
    };
    if notes.is_none() {
        return;
    }
    if notes.is::<List>() || notes.is::<Tuple>() {
        let Ok(list) = iterate::to_list(vm, notes) else {
            vm.thread.pending = Value::UNBOUND;
            return;
        };
        for i in 0..list.len() {
            let Some(note) = list.get(i) else { break };
            let note = safe(vm, note, "note str()", glue::str);
            lines.extend(note.split('\n').map(|line| format!("{line}\n")));
        }
    } else {
        let shown = safe(vm, notes, "__notes__ repr()", glue::repr);
        lines.push(format!("{shown}\n"));
    }
}
