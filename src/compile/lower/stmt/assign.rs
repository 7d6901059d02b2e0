//! Assignment, augmented assignment, deletion.

use crate::bytecode::isa::Op;
use crate::compile::lower::expr::mention;
use crate::compile::lower::expr::operator::immediate;
use crate::compile::lower::state::{Done, Lower, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Expr, ExprKind, Operator};
use crate::syntax::literal::ident::{self, Id};
use crate::syntax::span::Span;

/// More targets than the bytes of CPython's UNPACK_EX can say.
const BEFORE_STAR_MAX: usize = 256;
const AFTER_STAR_MAX: usize = 1 << 23;

impl<'a> Lower<'a> {
    pub fn assignment(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>) -> Done {
        if let [only] = targets {
            return self.assign_value(only, value);
        }
        let mark = self.top();
        // A copy: an earlier target may rebind the name that the value is.
        let register = self.push(value)?;
        for target in targets {
            self.assign(target, register)?;
        }
        self.release(mark);
        Ok(())
    }

    /// `target = value`.
    pub fn assign_value(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Done {
        let mark = self.top();
        if let ExprKind::Name { id, .. } = target.kind
            && let Some(local) = self.local(id)
        {
            self.forbid_assignment(target.span, id)?;
            self.expr_to(value, local)?;
            self.set_bound(local);
            return Ok(());
        }
        if let (
            ExprKind::Tuple { elts: targets, .. } | ExprKind::List { elts: targets, .. },
            ExprKind::Tuple { elts: values, .. },
        ) = (target.kind, value.kind)
            && targets.len() == values.len()
            && (2..=60).contains(&targets.len())
            && !targets
                .iter()
                .chain(values)
                .any(|expr| matches!(expr.kind, ExprKind::Starred { .. }))
        {
            return self.assign_pairwise(targets, values);
        }
        let register = match self.in_place_unless_rebound(value, target) {
            Some(register) => register,
            None => self.push(value)?,
        };
        self.assign(target, register)?;
        self.release(mark);
        Ok(())
    }

    /// The register of a local that no walrus in `target` rebinds.
    fn in_place_unless_rebound(&mut self, value: &'a Expr<'a>, target: &'a Expr<'a>) -> Option<Reg> {
        if self.may_rebind(target.span.start, target.span.end) {
            return None;
        }
        self.in_place(value, 0, false)
    }

    /// `a, b = x, y` without a tuple: all values, then the targets from the left.
    fn assign_pairwise(&mut self, targets: &'a [&'a Expr<'a>], values: &'a [&'a Expr<'a>]) -> Done {
        let mark = self.top();
        if let Some(locals) = self.distinct_locals(targets) {
            self.assign_locals(&locals, targets, values)?;
        } else {
            let mut registers = Vec::with_capacity(values.len());
            for value in values {
                registers.push(self.push(value)?);
            }
            for (target, register) in targets.iter().zip(registers) {
                self.assign(target, register)?;
            }
        }
        self.release(mark);
        Ok(())
    }

    /// As `assign_pairwise`, where the targets are different locals. A value that is a local stays there until all are evaluated.
    fn assign_locals(&mut self, locals: &[Reg], targets: &'a [&'a Expr<'a>], values: &'a [&'a Expr<'a>]) -> Done {
        let names: Vec<Id<'a>> = targets.iter().filter_map(|target| plain_name(target)).collect();
        let end = values.last().map_or(0, |value| value.span.end);
        let mut moves: Vec<(Reg, Reg, Span)> = Vec::with_capacity(values.len());
        let mut constants = Vec::new();
        for (index, (value, &local)) in values.iter().zip(locals).enumerate() {
            if let Some(source) = self.in_place(value, end, false) {
                moves.push((local, source, value.span));
                continue;
            }
            // What a local gets cannot be seen before the end, unless by a handler here, by a later value, or by a move that
            // waits: so the value goes straight there. Constants come last.
            let is_read = moves.iter().any(|&(_, source, _)| source == local);
            let is_direct = !is_read
                && (index + 1 == values.len()
                    || (self.unit.covers == 0
                        && !mention::any_of(values[index + 1..].iter().copied(), &names[index..=index])));
            if is_direct {
                self.expr_to(value, local)?;
                self.set_bound(local);
            } else if self.constant_value(value).is_some() {
                constants.push((value, local));
            } else {
                let work = self.push(value)?;
                moves.push((local, work, value.span));
            }
        }
        self.move_together(moves);
        for (value, local) in constants {
            self.expr_to(value, local)?;
        }
        for &local in locals {
            self.set_bound(local);
        }
        Ok(())
    }

    /// Copies registers as if all copies happened at once: (to, from).
    fn move_together(&mut self, mut moves: Vec<(Reg, Reg, Span)>) {
        moves.retain(|&(dst, source, _)| dst != source);
        while let Some(&(dst, source, span)) = moves.first() {
            let free = moves
                .iter()
                .position(|&(dst, ..)| moves.iter().all(|&(_, source, _)| source != dst));
            if let Some(place) = free {
                let (dst, source, span) = moves.remove(place);
                self.copy(span, dst, source);
                continue;
            }
            // Only circles are left.
            let back = moves.iter().position(|&(to, from, _)| to == source && from == dst);
            if let Some(place) = back
                && self.fuses()
                && dst.0.abs_diff(source.0) == 1
            {
                let (low, high) = (dst.min(source), dst.max(source));
                self.emit(span, Op::copy2, &[r(low), r(high), r(low)]);
                moves.remove(place);
                moves.remove(0);
                continue;
            }
            let work = self.take();
            self.copy(span, work, dst);
            for (_, from, _) in moves.iter_mut().filter(|(_, from, _)| *from == dst) {
                *from = work;
            }
        }
    }

    /// The registers of targets that are all different locals.
    fn distinct_locals(&self, targets: &'a [&'a Expr<'a>]) -> Option<Vec<Reg>> {
        let mut locals = Vec::with_capacity(targets.len());
        for target in targets {
            let ExprKind::Name { id, .. } = target.kind else {
                return None;
            };
            let register = self.local(id)?;
            if locals.contains(&register) || *id == ident::DEBUG {
                return None;
            }
            locals.push(register);
        }
        Some(locals)
    }

    /// Stores a register into a target.
    pub fn assign(&mut self, target: &'a Expr<'a>, src: Reg) -> Done {
        let mark = self.top();
        let span = target.span;
        match target.kind {
            ExprKind::Name { id, .. } => self.store_name(span, id, src)?,
            ExprKind::Attribute { value, attr, .. } => {
                self.forbid_assignment(span, attr)?;
                self.note_static_attribute(value, attr);
                let object = self.operand(value, 0, true)?;
                self.store_attribute(span, object, attr, src);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.warn_subscript(value, slice);
                let object = self.operand(value, slice.span.end, true)?;
                if let Some(bounds) = self.simple_slice(slice)? {
                    self.emit(span, Op::store_slice, &[r(object), r(bounds), r(src)]);
                } else {
                    let key = self.any(slice)?;
                    self.emit(span, Op::store_item, &[r(object), r(key), r(src)]);
                }
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => self.unpack(span, elts, src)?,
            ExprKind::Starred { .. } => {
                return fail("starred assignment target must be in a list or tuple", span);
            }
            _ => unreachable!("the parser lets only targets through"),
        }
        self.release(mark);
        Ok(())
    }

    fn store_attribute(&mut self, span: Span, object: Reg, attr: Id<'a>, src: Reg) {
        let span = self.attribute_span(span, span, attr);
        self.emit_site(span, Op::store_attr, &[r(object), r(src)], attr);
    }

    fn unpack(&mut self, span: Span, elts: &'a [&'a Expr<'a>], src: Reg) -> Done {
        let mut star = None;
        for (index, elt) in elts.iter().enumerate() {
            if matches!(elt.kind, ExprKind::Starred { .. }) {
                if star.is_some() {
                    return fail("multiple starred expressions in assignment", span);
                }
                if index >= BEFORE_STAR_MAX || elts.len() - index > AFTER_STAR_MAX {
                    return fail("too many expressions in star-unpacking assignment", span);
                }
                star = Some(index);
            }
        }
        let first = self.top();
        if star.is_none() {
            let direct = self.unpack_locals(elts);
            if let Some(local) = direct {
                self.emit(span, Op::unpack, &[r(local), r(src), elts.len() as i32]);
                for index in 0..elts.len() as u32 {
                    self.set_bound(local.at(index));
                }
                return Ok(());
            }
        }
        if elts.len() > 0xFFFF {
            return fail("too many expressions in unpacking assignment", span);
        }
        self.take_many(elts.len() as u32);
        match star {
            None => self.emit(span, Op::unpack, &[r(first), r(src), elts.len() as i32]),
            Some(index) => {
                let after = elts.len() - index - 1;
                let operands = [r(first), r(src), index as i32, after as i32];
                self.emit(span, Op::unpack_rest, &operands);
            }
        }
        for (index, elt) in elts.iter().enumerate() {
            let register = first.at(index as u32);
            match elt.kind {
                ExprKind::Starred { value, .. } => self.assign(value, register)?,
                _ => self.assign(elt, register)?,
            }
        }
        self.release(first);
        Ok(())
    }

    /// The first register when all targets are locals in consecutive registers, so that `unpack` can write them itself.
    fn unpack_locals(&self, elts: &'a [&'a Expr<'a>]) -> Option<Reg> {
        let mut first = None;
        for (index, elt) in elts.iter().enumerate() {
            let ExprKind::Name { id, .. } = elt.kind else {
                return None;
            };
            let register = self.local(id).filter(|_| *id != ident::DEBUG)?;
            match first {
                None => first = Some(register),
                Some(first) if register.0 == first.0 + index as u32 => (),
                _ => return None,
            }
        }
        first
    }

    pub fn augmented(&mut self, span: Span, target: &'a Expr<'a>, op: Operator, value: &'a Expr<'a>) -> Done {
        let mark = self.top();
        match target.kind {
            ExprKind::Name { id, .. } => {
                self.forbid_assignment(target.span, id)?;
                match self.local(id) {
                    Some(local) => {
                        let constant = self.constant_value(value).is_some();
                        let until = if constant { 0 } else { value.span.end };
                        let old = self.operand(target, until, true)?;
                        self.inplace_to(span, op, old, value, local)?;
                        self.set_bound(local);
                    }
                    None => {
                        let work = self.take();
                        self.load_name(target.span, id, work);
                        self.inplace_to(span, op, work, value, work)?;
                        self.store_name(target.span, id, work)?;
                    }
                }
            }
            ExprKind::Attribute {
                value: object, attr, ..
            } => {
                self.forbid_assignment(target.span, attr)?;
                self.note_static_attribute(object, attr);
                let object = self.operand(object, span.end, true)?;
                let work = self.take();
                let at_name = self.attribute_span(target.span, target.span, attr);
                self.emit_site(at_name, Op::load_attr, &[r(work), r(object)], attr);
                self.inplace_to(span, op, work, value, work)?;
                self.emit_site(at_name, Op::store_attr, &[r(object), r(work)], attr);
            }
            ExprKind::Subscript {
                value: object, slice, ..
            } => self.augmented_item(span, target.span, (object, slice), op, value)?,
            _ => unreachable!("the parser lets only targets through"),
        }
        self.release(mark);
        Ok(())
    }

    fn augmented_item(
        &mut self,
        span: Span,
        at_target: Span,
        (object, slice): (&'a Expr<'a>, &'a Expr<'a>),
        op: Operator,
        value: &'a Expr<'a>,
    ) -> Done {
        let object = self.operand(object, span.end, true)?;
        if let Some(bounds) = self.simple_slice(slice)? {
            let work = self.take();
            self.emit(at_target, Op::load_slice, &[r(work), r(object), r(bounds)]);
            self.inplace_to(span, op, work, value, work)?;
            self.emit(at_target, Op::store_slice, &[r(object), r(bounds), r(work)]);
            return Ok(());
        }
        let key = self.operand(slice, span.end, false)?;
        let work = self.take();
        match self.constant_value(slice).as_ref().and_then(immediate) {
            Some(index) if self.fuses() => self.emit(at_target, Op::load_item_imm, &[r(work), r(object), index]),
            _ => self.emit(at_target, Op::load_item, &[r(work), r(object), r(key)]),
        }
        self.inplace_to(span, op, work, value, work)?;
        self.emit(at_target, Op::store_item, &[r(object), r(key), r(work)]);
        Ok(())
    }

    pub fn delete(&mut self, target: &'a Expr<'a>) -> Done {
        let mark = self.top();
        match target.kind {
            ExprKind::Name { id, .. } => self.delete_name(target.span, id)?,
            ExprKind::Attribute { value, attr, .. } => {
                if *attr == ident::DEBUG {
                    return fail("cannot delete __debug__", target.span);
                }
                let object = self.operand(value, 0, true)?;
                let span = self.attribute_span(target.span, target.span, attr);
                self.emit_site(span, Op::delete_attr, &[r(object)], attr);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.warn_subscript(value, slice);
                let object = self.operand(value, slice.span.end, true)?;
                let key = self.any(slice)?;
                self.emit(target.span, Op::delete_item, &[r(object), r(key)]);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                for elt in elts {
                    self.delete(elt)?;
                }
            }
            _ => unreachable!("the parser lets only targets through"),
        }
        self.release(mark);
        Ok(())
    }
}

/// The name that a target is, or nothing.
fn plain_name<'a>(target: &Expr<'a>) -> Option<Id<'a>> {
    match target.kind {
        ExprKind::Name { id, .. } => Some(id),
        _ => None,
    }
}
