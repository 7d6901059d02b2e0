//! `match`: patterns are checked from the left; what they capture is stored when the whole pattern fits.

use crate::bytecode::code::Constant;
use crate::bytecode::dis;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::emitter::{Label, NO_SPAN};
use crate::compile::lower::expr::operator::immediate;
use crate::compile::lower::state::{Done, Lower, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{
    Constant as Singleton, Expr, ExprKind, Match, MatchClass, MatchMapping, Pattern, PatternKind,
};
use crate::syntax::literal::ident::Id;
use crate::syntax::span::Span;

/// A pattern under way.
struct Matching<'a> {
    /// Captured names with the temporaries that hold their values.
    captures: Vec<(Id<'a>, Reg, Span)>,
    fail: Label,
    /// A pattern that always matches may stand here.
    allow_irrefutable: bool,
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(
        pattern.kind,
        PatternKind::MatchAs {
            pattern: None,
            name: None
        } | PatternKind::MatchStar { name: None }
    )
}

/// The strings that the grammar of patterns lets through, and that are no literals.
fn is_formatted(value: &Expr) -> bool {
    matches!(value.kind, ExprKind::JoinedStr { .. } | ExprKind::TemplateStr { .. })
}

impl<'a> Lower<'a> {
    pub fn match_statement(&mut self, node: &'a Match<'a>) -> Done {
        let mark = self.top();
        let end = self.label();
        let subject = self.push(node.subject)?;
        for (index, case) in node.cases.iter().enumerate() {
            let inner = self.top();
            let fail_label = self.label();
            let mut matching = Matching {
                captures: Vec::new(),
                fail: fail_label,
                allow_irrefutable: case.guard.is_some() || index + 1 == node.cases.len(),
            };
            self.pattern(case.pattern, subject, &mut matching)?;
            for (name, register, span) in matching.captures {
                self.store_name(span, name, register)?;
            }
            self.release(inner);
            if let Some(guard) = case.guard {
                self.jump_cond(guard, fail_label, false)?;
            }
            self.body(case.body)?;
            self.emit_jump(NO_SPAN, Op::jump, &[], end);
            self.bind(fail_label);
        }
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    /// Jumps to `matching.fail` unless `subject` fits. Temporaries that hold captures stay taken.
    fn pattern(&mut self, pattern: &'a Pattern<'a>, subject: Reg, matching: &mut Matching<'a>) -> Done {
        let span = pattern.span;
        match pattern.kind {
            PatternKind::MatchValue { value } if is_formatted(value) => {
                fail("patterns may only match literals and attribute lookups", span)
            }
            PatternKind::MatchValue { value } => {
                let mark = self.top();
                if let Some(value) = self.constant_value(value).as_ref().and_then(immediate) {
                    self.emit_jump(span, Op::jump_not_eq_imm, &[r(subject), value], matching.fail);
                    return Ok(());
                }
                let expected = self.any(value)?;
                self.emit_jump(span, Op::jump_not_eq, &[r(subject), r(expected)], matching.fail);
                self.release(mark);
                Ok(())
            }
            PatternKind::MatchSingleton { value: Singleton::None } => {
                self.emit_jump(span, Op::jump_not_none, &[r(subject)], matching.fail);
                Ok(())
            }
            PatternKind::MatchSingleton { value } => {
                let mark = self.top();
                let expected = self.take();
                self.load_constant(span, expected, crate::compile::fold::expression::literal(&value));
                self.emit(span, Op::is, &[r(expected), r(subject), r(expected)]);
                self.emit_jump(span, Op::jump_unless, &[r(expected)], matching.fail);
                self.release(mark);
                Ok(())
            }
            PatternKind::MatchSequence { patterns } => self.sequence_pattern(span, patterns, subject, matching),
            PatternKind::MatchMapping(node) => self.mapping_pattern(span, node, subject, matching),
            PatternKind::MatchClass(node) => self.class_pattern(span, node, subject, matching),
            PatternKind::MatchStar { name } => match name {
                Some(name) => self.capture(span, name, subject, matching),
                None => Ok(()),
            },
            PatternKind::MatchAs { pattern: None, name } => {
                if !matching.allow_irrefutable {
                    return match name {
                        Some(name) => fail(
                            format!("name capture '{name}' makes remaining patterns unreachable"),
                            span,
                        ),
                        None => fail("wildcard makes remaining patterns unreachable", span),
                    };
                }
                match name {
                    Some(name) => self.capture(span, name, subject, matching),
                    None => Ok(()),
                }
            }
            PatternKind::MatchAs {
                pattern: Some(inner),
                name,
            } => {
                self.pattern(inner, subject, matching)?;
                match name {
                    Some(name) => self.capture(span, name, subject, matching),
                    None => Ok(()),
                }
            }
            PatternKind::MatchOr { patterns } => self.or_pattern(span, patterns, subject, matching),
        }
    }

    fn subpattern(&mut self, pattern: &'a Pattern<'a>, subject: Reg, matching: &mut Matching<'a>) -> Done {
        let outer = std::mem::replace(&mut matching.allow_irrefutable, true);
        self.pattern(pattern, subject, matching)?;
        matching.allow_irrefutable = outer;
        Ok(())
    }

    fn capture(&mut self, span: Span, name: Id<'a>, value: Reg, matching: &mut Matching<'a>) -> Done {
        self.forbid_assignment(span, name)?;
        if matching.captures.iter().any(|&(other, ..)| other == name) {
            return fail(format!("multiple assignments to name '{name}' in pattern"), span);
        }
        matching.captures.push((name, value, span));
        Ok(())
    }

    fn or_pattern(
        &mut self,
        span: Span,
        patterns: &'a [&'a Pattern<'a>],
        subject: Reg,
        matching: &mut Matching<'a>,
    ) -> Done {
        let done = self.label();
        let outer_fail = matching.fail;
        let outer_allow = matching.allow_irrefutable;
        let outer_captures = std::mem::take(&mut matching.captures);
        // The registers into which every alternative puts its captures, by the order of the first.
        let mut common: Vec<(Id<'a>, Reg, Span)> = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            let is_last = index + 1 == patterns.len();
            let inner = self.top();
            matching.fail = if is_last { outer_fail } else { self.label() };
            matching.allow_irrefutable = outer_allow && is_last;
            if index == 0 {
                // Room for the captures must lie below the temporaries of all alternatives.
                let mut names = Vec::new();
                captured_names(pattern, &mut names);
                let first = self.take_many(names.len() as u32);
                common = names
                    .iter()
                    .enumerate()
                    .map(|(at, &name)| (name, first.at(at as u32), span))
                    .collect();
            }
            self.pattern(pattern, subject, matching)?;
            let captures = std::mem::take(&mut matching.captures);
            if captures.len() != common.len() {
                return fail("alternative patterns bind different names", span);
            }
            for (name, value, capture_span) in captures {
                let Some(place) = common.iter().find(|&&(other, ..)| other == name) else {
                    return fail("alternative patterns bind different names", span);
                };
                self.copy(capture_span, place.1, value);
            }
            if !is_last {
                self.emit_jump(span, Op::jump, &[], done);
                self.bind(matching.fail);
            }
            let keep = if index == 0 {
                inner.at(common.len() as u32)
            } else {
                inner
            };
            self.release(keep);
        }
        self.bind(done);
        matching.fail = outer_fail;
        matching.allow_irrefutable = outer_allow;
        matching.captures = outer_captures;
        for (name, register, span) in common {
            self.capture(span, name, register, matching)?;
        }
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        span: Span,
        patterns: &'a [&'a Pattern<'a>],
        subject: Reg,
        matching: &mut Matching<'a>,
    ) -> Done {
        let mut star = None;
        for (index, pattern) in patterns.iter().enumerate() {
            if matches!(pattern.kind, PatternKind::MatchStar { .. }) {
                if star.is_some() {
                    return fail("multiple starred names in sequence pattern", span);
                }
                star = Some(index);
            }
        }
        let size = patterns.len();
        let mark = self.top();
        let work = self.take();
        self.emit(
            span,
            Op::intrinsic,
            &[r(work), r(subject), Intrinsic::MatchSequence as i32],
        );
        self.emit_jump(span, Op::jump_unless, &[r(work)], matching.fail);
        let needed = size - usize::from(star.is_some());
        if star.is_none() || needed > 0 {
            self.emit(span, Op::intrinsic, &[r(work), r(subject), Intrinsic::Length as i32]);
            let op = if star.is_none() {
                Op::jump_not_eq_imm
            } else {
                Op::jump_not_ge_imm
            };
            self.emit_size_check(span, op, work, needed, matching.fail);
        }
        self.release(mark);
        if patterns.iter().all(|pattern| is_wildcard(pattern)) {
            return Ok(());
        }
        match star {
            Some(star) if is_wildcard(patterns[star]) => self.picked_items(span, patterns, star, subject, matching),
            _ => {
                let first = self.take_many(size as u32);
                match star {
                    None => self.emit(span, Op::unpack, &[r(first), r(subject), size as i32]),
                    Some(star) => {
                        let operands = [r(first), r(subject), star as i32, (size - star - 1) as i32];
                        self.emit(span, Op::unpack_rest, &operands);
                    }
                }
                for (index, pattern) in patterns.iter().enumerate() {
                    self.subpattern(pattern, first.at(index as u32), matching)?;
                }
                Ok(())
            }
        }
    }

    fn emit_size_check(&mut self, span: Span, op: Op, length: Reg, size: usize, target: Label) {
        if let Ok(size) = i16::try_from(size) {
            return self.emit_jump(span, op, &[r(length), i32::from(size)], target);
        }
        let register = self.take();
        self.load_constant(span, register, Constant::Int(size as i64));
        let op = if op == Op::jump_not_eq_imm {
            Op::jump_not_eq
        } else {
            Op::jump_not_ge
        };
        self.emit_jump(span, op, &[r(length), r(register)], target);
        self.release(register);
    }

    /// `[a, *_, b]`: items by index, nothing is copied.
    fn picked_items(
        &mut self,
        span: Span,
        patterns: &'a [&'a Pattern<'a>],
        star: usize,
        subject: Reg,
        matching: &mut Matching<'a>,
    ) -> Done {
        for (index, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || index == star {
                continue;
            }
            let item = self.take();
            if index < star {
                let index = i64::try_from(index).unwrap_or(i64::MAX);
                self.load_constant(span, item, Constant::Int(index));
            } else {
                self.emit(span, Op::intrinsic, &[r(item), r(subject), Intrinsic::Length as i32]);
                let behind = patterns.len() - index;
                match i16::try_from(behind) {
                    Ok(behind) => self.emit(span, Op::sub_imm, &[r(item), r(item), i32::from(behind)]),
                    Err(_) => {
                        let register = self.take();
                        self.load_constant(span, register, Constant::Int(behind as i64));
                        self.emit(span, Op::sub, &[r(item), r(item), r(register)]);
                        self.release(register);
                    }
                }
            }
            self.emit(span, Op::load_item, &[r(item), r(subject), r(item)]);
            self.subpattern(pattern, item, matching)?;
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        span: Span,
        node: &'a MatchMapping<'a>,
        subject: Reg,
        matching: &mut Matching<'a>,
    ) -> Done {
        let size = node.keys.len();
        let work = self.take();
        self.emit(
            span,
            Op::intrinsic,
            &[r(work), r(subject), Intrinsic::MatchMapping as i32],
        );
        self.emit_jump(span, Op::jump_unless, &[r(work)], matching.fail);
        if size == 0 && node.rest.is_none() {
            return Ok(());
        }
        if size > 0 {
            self.emit(span, Op::intrinsic, &[r(work), r(subject), Intrinsic::Length as i32]);
            self.emit_size_check(span, Op::jump_not_ge_imm, work, size, matching.fail);
        }
        let mut seen = Vec::new();
        let keys = self.take_many(size as u32);
        for (index, key) in node.keys.iter().enumerate() {
            if let Some(constant) = self.constant_value(key) {
                if seen.contains(&constant) {
                    let text = dis::repr(&constant);
                    return fail(format!("mapping pattern checks duplicate key ({text})"), span);
                }
                seen.push(constant);
            } else if is_formatted(key) {
                return fail(
                    "mapping pattern keys may only match literals and attribute lookups",
                    span,
                );
            }
            self.expr_to(key, keys.at(index as u32))?;
        }
        let values = self.take_many(size.max(1) as u32);
        self.emit(span, Op::build_tuple, &[r(work), r(keys), size as i32]);
        self.emit(
            span,
            Op::intrinsic2,
            &[r(work), r(subject), r(work), Intrinsic::MatchKeys as i32],
        );
        self.emit_jump(span, Op::jump_none, &[r(work)], matching.fail);
        self.emit(span, Op::unpack, &[r(values), r(work), size as i32]);
        for (index, pattern) in node.patterns.iter().enumerate() {
            if !is_wildcard(pattern) {
                self.subpattern(pattern, values.at(index as u32), matching)?;
            }
        }
        if let Some(rest) = node.rest {
            let map = self.take();
            self.emit(span, Op::build_map, &[r(map), r(map), 0]);
            self.emit(span, Op::map_update, &[r(map), r(subject)]);
            for index in 0..size as u32 {
                self.emit(span, Op::delete_item, &[r(map), r(keys.at(index))]);
            }
            self.capture(span, rest, map, matching)?;
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        span: Span,
        node: &'a MatchClass<'a>,
        subject: Reg,
        matching: &mut Matching<'a>,
    ) -> Done {
        for (index, name) in node.kwd_attrs.iter().enumerate() {
            self.forbid_assignment(span, name)?;
            if let Some(at) = node.kwd_attrs[index + 1..].iter().position(|other| other == name) {
                let at = node.kwd_patterns[index + 1 + at].span;
                return fail(format!("attribute name repeated in class pattern: {name}"), at);
            }
        }
        let count = node.patterns.len() + node.kwd_patterns.len();
        let window = self.take_many(3.max(count as u32));
        self.copy(span, window, subject);
        self.expr_to(node.cls, window.at(1))?;
        let names = node
            .kwd_attrs
            .iter()
            .map(|name| Constant::Str(name.as_bytes().into()))
            .collect();
        self.load_constant(span, window.at(2), Constant::Tuple(names));
        self.emit(
            span,
            Op::match_class,
            &[r(window), r(window), node.patterns.len() as i32],
        );
        self.emit_jump(span, Op::jump_none, &[r(window)], matching.fail);
        if count == 0 {
            return Ok(());
        }
        self.emit(span, Op::unpack, &[r(window), r(window), count as i32]);
        for (index, pattern) in node.patterns.iter().chain(node.kwd_patterns).enumerate() {
            if !is_wildcard(pattern) {
                self.subpattern(pattern, window.at(index as u32), matching)?;
            }
        }
        Ok(())
    }
}

/// The names that a pattern captures, in order.
fn captured_names<'a>(pattern: &'a Pattern<'a>, names: &mut Vec<Id<'a>>) {
    let mut inner = |patterns: &'a [&'a Pattern<'a>]| {
        patterns.iter().for_each(|pattern| captured_names(pattern, names));
    };
    match pattern.kind {
        PatternKind::MatchValue { .. } | PatternKind::MatchSingleton { .. } => (),
        PatternKind::MatchSequence { patterns } => inner(patterns),
        PatternKind::MatchMapping(node) => {
            inner(node.patterns);
            names.extend(node.rest);
        }
        PatternKind::MatchClass(node) => {
            inner(node.patterns);
            inner(node.kwd_patterns);
        }
        PatternKind::MatchStar { name } => names.extend(name),
        PatternKind::MatchAs { pattern, name } => {
            if let Some(pattern) = pattern {
                captured_names(pattern, names);
            }
            names.extend(name);
        }
        PatternKind::MatchOr { patterns } => inner(&patterns[..1]),
    }
}
