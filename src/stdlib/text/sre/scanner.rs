//! What walks over matches one at a time: `finditer` and `scanner`.

use crate::api::{
    List, NativeDef, Own, Record, Ref, Run, Value, Vm, getter, itself, make, method, own_class, record_of,
};
use crate::stdlib::support::{finish, stepper};
use crate::stdlib::text::sre::found::make_match;
use crate::stdlib::text::sre::pattern::{next, subject};
use crate::stdlib::text::sre::scan::{self, How, Subject, Walk};

/// Fields: the pattern, what is searched, where the next search begins and ends, whether the last match was empty.
const PATTERN: usize = 0;
const SUBJECT: usize = 1;
const AT: usize = 2;
const END: usize = 3;
const MUST_ADVANCE: usize = 4;
/// `finditer`: a list of matches that were found in advance, the last first.
const AHEAD: usize = 5;
/// The start of the search, which matches tell.
const POS: usize = 6;

/// Matches that are found at once in text whose positions are expensive.
const BATCH: usize = 64;

pub static SCANNER: &[NativeDef] = &[
    method("match", "($self, /)", |vm, args| step_scanner(vm, args[0], How::Match)),
    method("search", "($self, /)", |vm, args| {
        step_scanner(vm, args[0], How::Search)
    }),
    getter("pattern", |_, args| Ok(args[0].expect::<Record>().get(PATTERN))),
];

fn made(vm: &mut Vm, args: &[Value], own: Own) -> Run<Value> {
    let (_, walk) = subject(vm, args)?;
    let ahead = make::list(vm, Vec::new());
    let class = own_class(vm, own).value();
    let (at, end) = (Value::small_int(walk.at as i64), Value::small_int(walk.end as i64));
    Ok(record_of(
        vm,
        class,
        &[args[0], args[1], at, end, Value::FALSE, ahead, at],
    ))
}

pub fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    made(vm, args, Own::Scanner)
}

fn walk_of(this: Ref<Record>) -> Walk {
    Walk {
        at: this.get(AT).int_unchecked() as usize,
        end: this.get(END).int_unchecked() as usize,
        must_advance: this.get(MUST_ADVANCE) == Value::TRUE,
    }
}
fn keep(this: Ref<Record>, walk: Walk) {
    this.set(AT, Value::small_int(walk.at as i64));
    this.set(MUST_ADVANCE, Value::bool(walk.must_advance));
}

fn step_scanner(vm: &mut Vm, scanner: Value, how: How) -> Run<Value> {
    let this: Ref<Record> = scanner.expect();
    let subject = Subject::new(vm, this.get(PATTERN), this.get(SUBJECT))?;
    let mut walk = walk_of(this);
    let found = next(vm, this.get(PATTERN), &subject, how, &mut walk);
    keep(this, walk);
    Ok(found)
}

pub static ITERATOR: &[NativeDef] = &[method("__iter__", "($self, /)", itself), stepper!(step)];

pub fn find_iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    made(vm, args, Own::MatchIterator)
}

fn step(vm: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    let this: Ref<Record> = iterator.expect();
    let ahead: Ref<List> = this.get(AHEAD).expect();
    if let Some(found) = ahead.pop() {
        return Ok(Some(found));
    }
    let pattern = this.get(PATTERN);
    let subject = Subject::new(vm, pattern, this.get(SUBJECT))?;
    let batch = if subject.is_narrow() { 1 } else { BATCH };
    let mut walk = walk_of(this);
    let bounds = (this.get(POS).int_unchecked() as usize, walk.end);
    let mut all = Vec::with_capacity(batch);
    scan::with(pattern, |state| {
        let groups = state.groups;
        scan::walk(state, &subject, How::Search, &mut walk, |found| {
            all.push(make_match(vm, pattern, groups, subject.value, found, bounds));
            all.len() < batch
        });
    });
    keep(this, walk);
    all.reverse();
    let first = all.pop();
    all.into_iter().for_each(|found| ahead.push(found));
    Ok(first)
}
