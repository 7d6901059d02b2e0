//! Matching by `regex-automata`, several times faster than the engine: for bytes and ASCII text, and patterns that `translate` takes.

use std::cell::{OnceCell, RefCell};

use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input};
use regex_syntax::hir::{Hir, Look};

use crate::stdlib::text::sre::translate::{Translation, translate};

/// Bytes of the largest automaton: patterns with large counts stay with the engine.
const SIZE_MAX: usize = 1 << 20;

/// A pattern as an automaton.
pub struct Automaton {
    translation: Translation,
    search: Regex,
    /// For `fullmatch`, made at first need.
    full: OnceCell<Option<Regex>>,
    captures: RefCell<Captures>,
    has_groups: bool,
}

/// A match: start and end of the whole and of the groups, and the group that was closed last.
pub struct Hit<'a> {
    pub start: usize,
    pub end: usize,
    captures: Option<&'a Captures>,
    closing: &'a [usize],
}

impl Hit<'_> {
    /// Start and end of group `n`, counted from 1.
    pub fn group(&self, n: usize) -> Option<(usize, usize)> {
        let span = self.captures?.get_group(n)?;
        Some((span.start, span.end))
    }
    /// The group that was closed last.
    pub fn last(&self) -> Option<usize> {
        let ends = self.closing.iter().filter_map(|&n| Some((self.group(n)?.1, n)));
        // Of equal ones the last.
        ends.max_by_key(|&(end, _)| end).map(|(_, n)| n)
    }
}

fn build(hir: &Hir) -> Option<Regex> {
    let config = Config::new()
        .utf8_empty(false)
        .nfa_size_limit(Some(SIZE_MAX))
        .onepass_size_limit(Some(SIZE_MAX));
    Regex::builder().configure(config).build_from_hir(hir).ok()
}

impl Automaton {
    /// For the codes of a pattern; `None` if that is for the engine.
    pub fn new(codes: &[u32], groups: usize, is_text: bool) -> Option<Automaton> {
        let translation = translate(codes, is_text)?;
        let search = build(&translation.hir)?;
        let captures = RefCell::new(search.create_captures());
        Some(Automaton {
            translation,
            search,
            full: OnceCell::new(),
            captures,
            has_groups: groups > 0,
        })
    }
    /// Whether its matches in `subject` are those of the engine.
    pub fn suits(&self, subject: &[u8]) -> bool {
        !self.translation.has_end || subject.last() != Some(&b'\n')
    }
    /// The regex for a search, or for a match of all from one place to the end of the subject.
    pub fn regex(&self, is_full: bool) -> Option<&Regex> {
        if !is_full {
            return Some(&self.search);
        }
        let make = || build(&Hir::concat(vec![self.translation.hir.clone(), Hir::look(Look::End)]));
        self.full.get_or_init(make).as_ref()
    }
    /// Shows `each` the first match at `at` or, unless that is `anchored`, later. `None`: there is none.
    pub fn find<R>(
        &self,
        regex: &Regex,
        (subject, at): (&[u8], usize),
        anchored: bool,
        each: impl FnOnce(&Hit) -> R,
    ) -> Option<R> {
        let anchored = if anchored { Anchored::Yes } else { Anchored::No };
        let input = Input::new(subject).range(at..).anchored(anchored);
        let mut captures = self.captures.borrow_mut();
        let whole = if self.has_groups {
            regex.search_captures(&input, &mut captures);
            captures.get_match()?
        } else {
            regex.search(&input)?
        };
        Some(each(&Hit {
            start: whole.start(),
            end: whole.end(),
            captures: self.has_groups.then_some(&*captures),
            closing: &self.translation.closing,
        }))
    }
}
