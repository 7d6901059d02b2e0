//! From the code array of a pattern to the syntax tree of `regex-automata`, for patterns and subjects on which both engines agree.
//!
//! Subjects are bytes, or ASCII text: every character is one byte. What a single-character code accepts the engine itself is asked, byte by
//! byte. Not translated: references to groups, assertions that look at text, atomic and possessive parts, what depends on the locale, and
//! repetitions of what may be empty, where the two engines differ in what groups hold.

use std::collections::HashMap;

use regex_syntax::hir::{Capture, Class, ClassBytes, ClassBytesRange, Hir, Look, Repetition};
use rustpython_sre_engine::{MAXREPEAT, Request, SreAtCode, SreOpcode, State};

/// How deep groups and repetitions may nest.
const DEPTH_MAX: usize = 50;

/// What a pattern became.
pub struct Translation {
    pub hir: Hir,
    /// It has a `$`: that is the end of the subject, unless the subject ends in a newline.
    pub has_end: bool,
    /// The groups, counted from 1, in the order in which they are closed.
    pub closing: Vec<usize>,
}

/// The syntax tree for `codes`; `None` if the engines may differ. `is_text`: the pattern is a str.
pub fn translate(codes: &[u32], is_text: bool) -> Option<Translation> {
    let mut reader = Reader {
        codes,
        bytes: if is_text { 128 } else { 256 },
        classes: HashMap::new(),
        has_end: false,
        closing: Vec::new(),
        depth: 0,
    };
    let end = codes.len().checked_sub(1)?;
    let hir = (codes[end] == SreOpcode::SUCCESS as u32).then(|| reader.sequence(0, end))??;
    Some(Translation {
        hir,
        has_end: reader.has_end,
        closing: reader.closing,
    })
}

struct Reader<'a> {
    codes: &'a [u32],
    /// Subjects have only bytes below this.
    bytes: usize,
    /// What single-character codes accept, as far as asked.
    classes: HashMap<&'a [u32], ClassBytes>,
    has_end: bool,
    closing: Vec<usize>,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn code(&self, at: usize) -> Option<usize> {
        self.codes.get(at).map(|&code| code as usize)
    }

    /// The codes from `at` up to `end`, one after the other.
    fn sequence(&mut self, mut at: usize, end: usize) -> Option<Hir> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return None;
        }
        let mut open: Vec<(u32, Vec<Hir>)> = Vec::new();
        let mut parts = Vec::new();
        while at < end {
            let op = SreOpcode::try_from(*self.codes.get(at)?).ok()?;
            let part;
            (at, part) = match op {
                SreOpcode::INFO => (at + 1 + self.code(at + 1)?, Hir::empty()),
                SreOpcode::MARK => {
                    let mark = self.code(at + 1)?;
                    at += 2;
                    if mark % 2 == 0 {
                        open.push((mark as u32 / 2 + 1, std::mem::take(&mut parts)));
                        continue;
                    }
                    let (index, before) = open.pop()?;
                    self.closing.push(index as usize);
                    let sub = Box::new(Hir::concat(std::mem::replace(&mut parts, before)));
                    (at, Hir::capture(Capture { index, name: None, sub }))
                }
                SreOpcode::AT => (at + 2, self.place(at + 1)?),
                SreOpcode::BRANCH => self.branch(at + 1)?,
                SreOpcode::REPEAT_ONE | SreOpcode::MIN_REPEAT_ONE => {
                    let next = at + 1 + self.code(at + 1)?;
                    (next, self.repeat(at, next - 1, op == SreOpcode::REPEAT_ONE)?)
                }
                SreOpcode::REPEAT => {
                    let until = at + 1 + self.code(at + 1)?;
                    let is_greedy = match SreOpcode::try_from(*self.codes.get(until)?).ok()? {
                        SreOpcode::MAX_UNTIL => true,
                        SreOpcode::MIN_UNTIL => false,
                        _ => return None,
                    };
                    (until + 1, self.repeat(at, until, is_greedy)?)
                }
                _ => self.single(op, at)?,
            };
            parts.push(part);
        }
        self.depth -= 1;
        open.is_empty().then(|| Hir::concat(parts))
    }

    /// The repetition at `at`, whose body ends at `end`.
    fn repeat(&mut self, at: usize, end: usize, greedy: bool) -> Option<Hir> {
        let (min, max) = (self.code(at + 2)?, self.code(at + 3)?);
        let sub = self.sequence(at + 4, end)?;
        if sub.properties().minimum_len() == Some(0) {
            return None;
        }
        Some(Hir::repetition(Repetition {
            min: min as u32,
            max: (max != MAXREPEAT).then_some(max as u32),
            greedy,
            sub: Box::new(sub),
        }))
    }

    /// The alternatives from `at` on: each begins with the distance to the next and ends with a jump; 0 ends them.
    fn branch(&mut self, mut at: usize) -> Option<(usize, Hir)> {
        let mut all = Vec::new();
        loop {
            let length = self.code(at)?;
            if length == 0 {
                return Some((at + 1, Hir::alternation(all)));
            }
            all.push(self.sequence(at + 1, (at + length).checked_sub(2)?)?);
            at += length;
        }
    }

    fn place(&mut self, at: usize) -> Option<Hir> {
        let look = match SreAtCode::try_from(*self.codes.get(at)?).ok()? {
            SreAtCode::BEGINNING | SreAtCode::BEGINNING_STRING => Look::Start,
            SreAtCode::BEGINNING_LINE => Look::StartLF,
            SreAtCode::END => {
                self.has_end = true;
                Look::End
            }
            SreAtCode::END_LINE => Look::EndLF,
            SreAtCode::END_STRING => Look::End,
            SreAtCode::BOUNDARY | SreAtCode::UNI_BOUNDARY => Look::WordAscii,
            SreAtCode::NON_BOUNDARY | SreAtCode::UNI_NON_BOUNDARY => Look::WordAsciiNegate,
            SreAtCode::LOC_BOUNDARY | SreAtCode::LOC_NON_BOUNDARY => return None,
        };
        Some(Hir::look(look))
    }

    /// A code that takes one character.
    fn single(&mut self, op: SreOpcode, at: usize) -> Option<(usize, Hir)> {
        let next = match op {
            SreOpcode::LITERAL if (self.code(at + 1)?) < self.bytes => {
                return Some((at + 2, Hir::literal([self.code(at + 1)? as u8])));
            }
            SreOpcode::ANY | SreOpcode::ANY_ALL => at + 1,
            SreOpcode::LITERAL
            | SreOpcode::NOT_LITERAL
            | SreOpcode::LITERAL_IGNORE
            | SreOpcode::NOT_LITERAL_IGNORE
            | SreOpcode::LITERAL_UNI_IGNORE
            | SreOpcode::NOT_LITERAL_UNI_IGNORE
            | SreOpcode::CATEGORY => at + 2,
            SreOpcode::IN | SreOpcode::IN_IGNORE | SreOpcode::IN_UNI_IGNORE => at + 1 + self.code(at + 1)?,
            _ => return None,
        };
        let codes = self.codes.get(at..next)?;
        if !self.classes.contains_key(codes) {
            let class = accepted(codes, self.bytes);
            self.classes.insert(codes, class);
        }
        Some((next, Hir::class(Class::Bytes(self.classes[codes].clone()))))
    }
}

/// The bytes that a single-character code accepts.
fn accepted(codes: &[u32], bytes: usize) -> ClassBytes {
    let mut all = codes.to_vec();
    all.push(SreOpcode::SUCCESS as u32);
    let mut state = State::default();
    let mut accepts = |byte: u8| {
        let subject = [byte];
        let request = Request::new(subject.as_slice(), 0, 1, &all, false);
        state.reset(&request, 0);
        state.py_match(&request)
    };
    let ranges = (0..bytes).filter_map(|byte| {
        let byte = byte as u8;
        accepts(byte).then(|| ClassBytesRange::new(byte, byte))
    });
    ClassBytes::new(ranges)
}
