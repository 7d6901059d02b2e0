//! Running the engine: what a pattern keeps, what it is matched against, and one walk over all matches.
//!
//! ASCII text and bytes are driven as bytes, where a position is an offset; other text code point by code point.

use std::cell::{Cell, OnceCell};

use regex_automata::meta::Regex;
use rustpython_sre_engine::engine::{Request, State};
use rustpython_wtf8::Wtf8;

use crate::api::{
    Bytes, Opaque, Payload, Raised, Ref, Run, Str, Tracer, Value, Vm, buffer, class, convert, make, raise, text,
};
use crate::stdlib::text::sre::automaton::{Automaton, Hit};

/// The state of a `re.Pattern`.
pub struct Pattern {
    /// The source: str, bytes or None.
    pub source: Value,
    pub flags: i64,
    pub codes: Vec<u32>,
    pub groups: usize,
    /// From name to number: a dict. From number to name or None: a tuple.
    pub index: Value,
    pub names: Value,
    /// How often it was used while it had no automaton.
    pub uses: Cell<u32>,
    /// The faster way for bytes and ASCII text, if there is one; made at first need.
    pub automaton: OnceCell<Option<Box<Automaton>>>,
}

/// An automaton is made for a subject of so many bytes, or for so many subjects.
const AUTOMATON_BYTES_MIN: usize = 128;
const AUTOMATON_USES_MIN: u32 = 4;

impl Pattern {
    /// The automaton, if there is one and the subject is worth it.
    fn automaton(&self, subject: &Subject, bytes: usize) -> Option<&Automaton> {
        // A pattern without a source may meet both text and bytes, and an automaton is made for one of them.
        if self.source.is_none() {
            return None;
        }
        if let Some(automaton) = self.automaton.get() {
            return automaton.as_deref();
        }
        self.uses.set(self.uses.get() + 1);
        if bytes < AUTOMATON_BYTES_MIN && self.uses.get() < AUTOMATON_USES_MIN {
            return None;
        }
        let make = || Automaton::new(&self.codes, self.groups, subject.is_text).map(Box::new);
        self.automaton.get_or_init(make).as_deref()
    }
}

impl Payload for Pattern {
    fn trace(&self, tracer: &mut Tracer) {
        tracer.values(&[self.source, self.index, self.names]);
    }
}

/// Works on the state of a pattern. `work` must not run Python.
pub fn with<R>(pattern: Value, work: impl FnOnce(&mut Pattern) -> R) -> R {
    let opaque: Ref<Opaque> = pattern.expect();
    match opaque.with(work) {
        Some(result) => result,
        None => unreachable!("a pattern holds a pattern"),
    }
}

/// How to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Anywhere.
    Search,
    /// From the start.
    Match,
    /// From the start up to the end.
    Full,
}

/// What a pattern is matched against. `bytes` is the text of `value` for a str, or a copy of a buffer.
pub struct Subject {
    pub value: Value,
    copied: Option<Vec<u8>>,
    pub is_text: bool,
    /// Positions are code points, not bytes.
    wide: bool,
    pub len: usize,
}

/// Where a match begins and ends, and its groups.
pub struct Found<'a> {
    pub start: usize,
    pub end: usize,
    groups: Groups<'a>,
}

/// Who found it.
enum Groups<'a> {
    Engine(&'a State),
    Automaton(&'a Hit<'a>),
}

impl Found<'_> {
    /// Start and end of group `n`, counted from 1.
    pub fn group(&self, n: usize) -> Option<(usize, usize)> {
        match self.groups {
            Groups::Engine(state) => {
                let (start, end) = state.marks.get(n - 1);
                Some((start.into_option()?, end.into_option()?))
            }
            Groups::Automaton(hit) => hit.group(n),
        }
    }
    /// The group that was closed last.
    pub fn last(&self) -> Option<usize> {
        match self.groups {
            Groups::Engine(state) => usize::try_from(state.marks.last_index()).ok().filter(|&n| n > 0),
            Groups::Automaton(hit) => hit.last(),
        }
    }
}

impl Subject {
    /// The subject for a pattern.
    /// # Errors
    /// TypeError for what is neither text nor a buffer, or not of the pattern's kind.
    pub fn new(vm: &mut Vm, pattern: Value, value: Value) -> Run<Subject> {
        let source = with(pattern, |pattern| pattern.source);
        if let Some(string) = value.cast::<Str>() {
            if buffer::is_buffer(source) {
                return Err(raise::type_error(
                    vm,
                    "cannot use a bytes pattern on a string-like object",
                ));
            }
            return Ok(Subject {
                value,
                copied: None,
                is_text: true,
                wide: !string.is_ascii(),
                len: string.chars(),
            });
        }
        let (copied, len) = match value.cast::<Bytes>() {
            Some(bytes) => (None, bytes.data().len()),
            None => match buffer::copy(value) {
                Some(bytes) => {
                    let len = bytes.len();
                    (Some(bytes), len)
                }
                None => return Err(not_text(vm, value)),
            },
        };
        if source.is::<Str>() {
            return Err(raise::type_error(
                vm,
                "cannot use a string pattern on a bytes-like object",
            ));
        }
        Ok(Subject {
            value,
            copied,
            is_text: false,
            wide: false,
            len,
        })
    }
    /// A part of it, as an object.
    pub fn cut(&self, vm: &mut Vm, start: usize, end: usize) -> Value {
        let end = end.max(start);
        if let Some(string) = self.value.cast::<Str>() {
            let (start, end) = match self.wide {
                true => (string.offset(start), string.offset(end)),
                false => (start, end),
            };
            return text::cut(vm, string, start, end);
        }
        let piece = match (&self.copied, self.value.cast::<Bytes>()) {
            (Some(copied), _) => copied.get(start..end).unwrap_or_default().to_vec(),
            (None, Some(bytes)) => {
                if start == 0 && end == bytes.data().len() && class::is_exact(self.value, crate::api::ClassId::Bytes) {
                    return self.value;
                }
                bytes.data().get(start..end).unwrap_or_default().to_vec()
            }
            (None, None) => Vec::new(),
        };
        make::bytes(vm, piece)
    }
    /// Whether a walk is cheap to take up again in the middle.
    pub fn is_narrow(&self) -> bool {
        !self.wide
    }
}

#[cold]
fn not_text(vm: &mut Vm, value: Value) -> Raised {
    let got = class::name_of(vm, value);
    raise::type_error(vm, format!("expected string or bytes-like object, got '{got}'"))
}

/// A bound of the search, within the subject.
pub fn bound(vm: &mut Vm, value: Value, default: usize, len: usize) -> Run<usize> {
    match value.bound() {
        None => Ok(default),
        Some(value) => Ok(convert::size(vm, value)?.clamp(0, len as i64) as usize),
    }
}

/// Where a walk over the matches stands.
#[derive(Clone, Copy)]
pub struct Walk {
    pub at: usize,
    pub end: usize,
    /// The last match was empty: the next may not be empty at the same place.
    pub must_advance: bool,
}

/// Shows `each` the matches from `walk` on while it answers true; answers how many there were.
pub fn walk(
    pattern: &Pattern,
    subject: &Subject,
    how: How,
    walk: &mut Walk,
    mut each: impl FnMut(&Found) -> bool,
) -> usize {
    let string = subject.value.cast::<Str>();
    let bytes = subject.value.cast::<Bytes>();
    let data: &[u8] = match (&subject.copied, &string, &bytes) {
        (Some(copied), ..) => copied,
        (None, Some(string), _) => string.bytes(),
        (None, None, Some(bytes)) => bytes.data(),
        (None, None, None) => &[],
    };
    if subject.wide {
        return Wtf8::from_bytes(data).map_or(0, |text| drive(pattern, text, how, walk, &mut each));
    }
    let part = &data[..walk.end.min(data.len())];
    if walk.at <= part.len()
        && let Some(automaton) = pattern.automaton(subject, part.len() - walk.at)
        && automaton.suits(part)
        && let Some(regex) = automaton.regex(how == How::Full)
    {
        return run(pattern, (automaton, regex), part, how, walk, &mut each);
    }
    drive(pattern, data, how, walk, &mut each)
}

/// As `drive`, by an automaton.
fn run(
    pattern: &Pattern,
    (automaton, regex): (&Automaton, &Regex),
    data: &[u8],
    how: How,
    walk: &mut Walk,
    each: &mut dyn FnMut(&Found) -> bool,
) -> usize {
    let mut count = 0;
    while walk.at <= walk.end {
        let (at, must_advance) = (walk.at, walk.must_advance);
        let found = automaton.find(regex, (data, at), how != How::Search, |hit| {
            if must_advance && hit.end == at {
                return None;
            }
            (walk.at, walk.must_advance) = (hit.end, hit.start == hit.end);
            let (start, end, groups) = (hit.start, hit.end, Groups::Automaton(hit));
            Some(each(&Found { start, end, groups }))
        });
        let goes_on = match found {
            None => {
                walk.at = walk.end + 1;
                false
            }
            Some(Some(goes_on)) => {
                count += 1;
                goes_on
            }
            // An empty match that may not be: the engine knows what else there is.
            Some(None) => {
                let mut goes_on = false;
                count += drive(pattern, data, how, walk, &mut |found| {
                    goes_on = each(found);
                    false
                });
                goes_on
            }
        };
        if !goes_on {
            break;
        }
    }
    count
}

fn drive<S: rustpython_sre_engine::StrDrive>(
    pattern: &Pattern,
    text: S,
    how: How,
    walk: &mut Walk,
    each: &mut dyn FnMut(&Found) -> bool,
) -> usize {
    let mut count = 0;
    if walk.at > walk.end {
        return 0;
    }
    let mut state = State::default();
    let mut request = Request::new(text, walk.at, walk.end, &pattern.codes, how == How::Full);
    request.must_advance = walk.must_advance;
    loop {
        state.reset(&request, request.start);
        let matched = match how {
            How::Search => state.search(request),
            How::Match | How::Full => state.py_match(&request),
        };
        if !matched {
            walk.at = walk.end + 1;
            return count;
        }
        let (start, end) = (state.start, state.cursor.position);
        count += 1;
        walk.at = end;
        walk.must_advance = start == end;
        request.start = end;
        request.must_advance = walk.must_advance;
        let found = Found {
            start,
            end,
            groups: Groups::Engine(&state),
        };
        if !each(&found) {
            return count;
        }
    }
}
