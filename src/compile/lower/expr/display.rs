//! Displays of lists, tuples, sets and dicts.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::lower::expr::call::CHUNK;
use crate::compile::lower::state::{Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{DictItem, Expr, ExprKind};
use crate::syntax::span::Span;

fn is_plain(elts: &[&Expr]) -> bool {
    elts.len() <= CHUNK && !elts.iter().any(|elt| matches!(elt.kind, ExprKind::Starred { .. }))
}

impl<'a> Lower<'a> {
    /// Evaluates all to the top, one register each; the first.
    fn push_all(&mut self, elts: &'a [&'a Expr<'a>]) -> Done<Reg> {
        if let Some(first) = self.consecutive_locals(elts) {
            return Ok(first);
        }
        let first = self.top();
        for elt in elts {
            self.push(elt)?;
        }
        Ok(first)
    }

    /// The first register, when all are bound locals that stand side by side: then nothing need be copied.
    fn consecutive_locals(&self, elts: &'a [&'a Expr<'a>]) -> Option<Reg> {
        let mut first: Option<Reg> = None;
        for (index, elt) in elts.iter().enumerate() {
            let ExprKind::Name { id, .. } = elt.kind else {
                return None;
            };
            let register = self.local(id).filter(|&register| self.is_bound(register))?;
            if *first.get_or_insert(register) != Reg(register.0.wrapping_sub(index as u32)) {
                return None;
            }
        }
        first
    }

    pub fn list_to(&mut self, span: Span, elts: &'a [&'a Expr<'a>], dst: Reg) -> Done {
        let mark = self.top();
        let constants = if elts.len() >= 3 { self.constants(elts) } else { None };
        if constants.is_none() && is_plain(elts) {
            let first = self.push_all(elts)?;
            self.emit(span, Op::build_list, &[r(dst), r(first), elts.len() as i32]);
            self.release(mark);
            return Ok(());
        }
        let list = if dst.is_temporary() { dst } else { self.take() };
        self.emit(span, Op::build_list, &[r(list), r(list), 0]);
        match constants {
            Some(constants) => {
                let all = self.take();
                self.load_constant(span, all, Constant::Tuple(constants));
                self.emit(span, Op::list_extend, &[r(list), r(all)]);
            }
            None => self.extend_list(span, list, elts)?,
        }
        self.copy(span, dst, list);
        self.release(mark);
        Ok(())
    }

    /// Appends elements, starred ones too, to a list.
    pub fn extend_list(&mut self, span: Span, list: Reg, elts: &'a [&'a Expr<'a>]) -> Done {
        let mark = self.top();
        let mut rest = elts;
        while let [first, others @ ..] = rest {
            if let ExprKind::Starred { value, .. } = first.kind {
                let src = self.any(value)?;
                self.emit(span, Op::list_extend, &[r(list), r(src)]);
                rest = others;
            } else {
                let count = rest
                    .iter()
                    .take(CHUNK)
                    .take_while(|elt| !matches!(elt.kind, ExprKind::Starred { .. }))
                    .count();
                if count <= 2 {
                    let src = self.any(first)?;
                    self.emit(span, Op::list_append, &[r(list), r(src)]);
                    rest = others;
                } else {
                    let part = self.top();
                    let first = self.push_all(&rest[..count])?;
                    self.release(part);
                    self.take();
                    self.emit(span, Op::build_list, &[r(part), r(first), count as i32]);
                    self.emit(span, Op::list_extend, &[r(list), r(part)]);
                    rest = &rest[count..];
                }
            }
            self.release(mark);
        }
        Ok(())
    }

    fn constants(&self, elts: &'a [&'a Expr<'a>]) -> Option<Vec<Constant>> {
        elts.iter().map(|elt| self.constant_value(elt)).collect()
    }

    pub fn tuple_to(&mut self, span: Span, elts: &'a [&'a Expr<'a>], dst: Reg) -> Done {
        let mark = self.top();
        if is_plain(elts) {
            let first = self.push_all(elts)?;
            self.emit(span, Op::build_tuple, &[r(dst), r(first), elts.len() as i32]);
        } else {
            let list = self.take();
            self.emit(span, Op::build_list, &[r(list), r(list), 0]);
            self.extend_list(span, list, elts)?;
            let id = Intrinsic::ListToTuple as i32;
            self.emit(span, Op::intrinsic, &[r(dst), r(list), id]);
        }
        self.release(mark);
        Ok(())
    }

    pub fn set_to(&mut self, span: Span, elts: &'a [&'a Expr<'a>], dst: Reg) -> Done {
        let mark = self.top();
        if is_plain(elts) {
            let first = self.push_all(elts)?;
            self.emit(span, Op::build_set, &[r(dst), r(first), elts.len() as i32]);
            self.release(mark);
            return Ok(());
        }
        let set = if dst.is_temporary() { dst } else { self.take() };
        self.emit(span, Op::build_set, &[r(set), r(set), 0]);
        let inner = self.top();
        for elt in elts {
            if let ExprKind::Starred { value, .. } = elt.kind {
                let src = self.any(value)?;
                self.emit(span, Op::set_update, &[r(set), r(src)]);
            } else {
                let src = self.any(elt)?;
                self.emit(span, Op::set_add, &[r(set), r(src)]);
            }
            self.release(inner);
        }
        self.copy(span, dst, set);
        self.release(mark);
        Ok(())
    }

    pub fn dict_to(&mut self, span: Span, items: &'a [DictItem<'a>], dst: Reg) -> Done {
        let mark = self.top();
        let plain = items.len() <= CHUNK / 2 && items.iter().all(|item| item.key.is_some());
        let map = if plain || dst.is_temporary() { dst } else { self.take() };
        let mut rest = items;
        let mut is_first = true;
        while is_first || !rest.is_empty() {
            let inner = self.top();
            let count = rest
                .iter()
                .take(CHUNK / 2)
                .take_while(|item| item.key.is_some())
                .count();
            for item in &rest[..count] {
                self.push(item.key.expect("counted"))?;
                self.push(item.value)?;
            }
            if is_first {
                self.emit(span, Op::build_map, &[r(map), r(inner), count as i32]);
            } else {
                for index in 0..count as u32 {
                    let (key, value) = (inner.at(index * 2), inner.at(index * 2 + 1));
                    self.emit(span, Op::map_add, &[r(map), r(key), r(value)]);
                }
            }
            self.release(inner);
            is_first = false;
            rest = &rest[count..];
            if let [DictItem { key: None, value }, others @ ..] = rest {
                let src = self.any(value)?;
                self.emit(span, Op::map_update, &[r(map), r(src)]);
                self.release(inner);
                rest = others;
            }
        }
        self.copy(span, dst, map);
        self.release(mark);
        Ok(())
    }
}
