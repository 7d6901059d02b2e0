//! Annotations: evaluated by `__annotate__` functions when asked for, or kept as text under the future import.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::Op;
use crate::compile::lower::state::{Done, Lower, UnitKind, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Part, ScopeId};
use crate::syntax::ast::{Arg, Expr, ExprKind, FunctionDef, Stmt, StmtKind};
use crate::syntax::literal::ident::{self, Id};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// The annotations of a function in CPython's order.
    fn signature(&self, node: &'a FunctionDef<'a>) -> Vec<(Id<'a>, &'a Expr<'a>)> {
        let args = node.args;
        let named = |arg: &'a Arg<'a>| arg.annotation.map(|annotation| (arg.arg, annotation));
        let listed = args.args.iter().chain(args.posonlyargs).filter_map(named);
        let listed = listed.chain(args.vararg.and_then(named));
        let listed = listed.chain(args.kwonlyargs.iter().filter_map(named));
        let listed = listed.chain(args.kwarg.and_then(named));
        listed
            .chain(node.returns.map(|returns| (&ident::RETURN as Id<'a>, returns)))
            .collect()
    }

    /// The annotate function of a function (or a dict of texts, under the future import) into `dst`, if it has annotations.
    pub fn function_annotations(&mut self, span: Span, node: &'a FunctionDef<'a>, dst: Reg) -> Done {
        let listed = self.signature(node);
        if listed.is_empty() {
            return Ok(());
        }
        if self.symbols.future_annotations {
            return self.text_annotations(span, &listed, dst);
        }
        let Some(scope) = self.symbols.find(node.node, Part::Annotations) else {
            return Ok(());
        };
        self.enter_annotations(scope, "__annotate__", span);
        let map = self.take();
        self.emit(span, Op::build_map, &[r(map), r(map), 0]);
        for (name, annotation) in listed {
            let mark = self.top();
            let key = self.take();
            let mangled = self.symbols.mangle(self.unit.scope, name);
            self.load_string(annotation.span, key, &mangled);
            let value = self.annotation_value(annotation)?;
            self.emit(annotation.span, Op::map_add, &[r(map), r(key), r(value)]);
            self.release(mark);
        }
        self.emit(span, Op::return_value, &[r(map)]);
        let code = self.leave()?;
        self.make_closure(span, scope, code, None, dst)
    }

    /// `*args: *Ts` unpacks the single item of `Ts`.
    fn annotation_value(&mut self, annotation: &'a Expr<'a>) -> Done<Reg> {
        match annotation.kind {
            ExprKind::Starred { value, .. } => {
                let register = self.push(value)?;
                self.emit(annotation.span, Op::unpack, &[r(register), r(register), 1]);
                Ok(register)
            }
            _ => self.any(annotation),
        }
    }

    fn text_annotations(&mut self, span: Span, listed: &[(Id<'a>, &'a Expr<'a>)], dst: Reg) -> Done {
        self.emit(span, Op::build_map, &[r(dst), r(dst), 0]);
        for (name, annotation) in listed {
            let mark = self.top();
            let (key, value) = (self.take(), self.take());
            let mangled = self.symbols.mangle(self.unit.scope, name);
            self.load_string(annotation.span, key, &mangled);
            let text = self.annotation_text(annotation);
            self.load_constant(annotation.span, value, Constant::Str(text.into()));
            self.emit(annotation.span, Op::map_add, &[r(dst), r(key), r(value)]);
            self.release(mark);
        }
        Ok(())
    }

    /// The scope of the annotations of the running module or class body.
    fn body_annotations(&self) -> Option<ScopeId> {
        self.scope().annotations
    }

    /// At the start of a module or class body: finds the annotated names and prepares what records them.
    pub fn start_annotations(&mut self, span: Span, body: &'a [Stmt<'a>]) -> Done {
        self.scan_annotations(body);
        if self.unit.annotations.is_empty() {
            return Ok(());
        }
        if self.symbols.future_annotations {
            return self.prepare_annotations_dict(span);
        }
        if self.scope().has_conditional_annotations {
            let set = self.take();
            self.emit(span, Op::build_set, &[r(set), r(set), 0]);
            match self.named_cell(&ident::CONDITIONAL_ANNOTATIONS) {
                Some(cell) => self.emit(span, Op::store_cell, &[r(cell), r(set)]),
                None => self.store_name(span, &ident::CONDITIONAL_ANNOTATIONS, set)?,
            }
            self.release(set);
        }
        if self.unit.kind == UnitKind::Module {
            // CPYTHON: a module has its `__annotate__` from the start, so that half-run modules can be asked.
            self.annotate_body(span, &ident::ANNOTATE)?;
        }
        Ok(())
    }

    pub fn finish_annotations(&mut self, span: Span) -> Done {
        let is_due = !self.unit.annotations.is_empty() && !self.symbols.future_annotations;
        if is_due && self.unit.kind == UnitKind::Class {
            self.annotate_body(span, &ident::ANNOTATE_FUNC)?;
        }
        Ok(())
    }

    /// `__annotations__ = {}` unless it is there.
    fn prepare_annotations_dict(&mut self, span: Span) -> Done {
        let (mapping, key) = (self.take(), self.take());
        let there = self.label();
        self.emit(span, Op::load_locals, &[r(mapping)]);
        self.load_string(span, key, "__annotations__");
        self.emit(span, Op::contains, &[r(key), r(key), r(mapping)]);
        self.emit_jump(span, Op::jump_if, &[r(key)], there);
        self.emit(span, Op::build_map, &[r(key), r(key), 0]);
        self.emit_site(span, Op::store_name, &[r(key)], &ident::ANNOTATIONS);
        self.bind(there);
        self.release(mapping);
        Ok(())
    }

    /// Makes the `__annotate__` of the body and stores it under `name`.
    fn annotate_body(&mut self, span: Span, name: Id<'a>) -> Done {
        let Some(scope) = self.body_annotations() else {
            return Ok(());
        };
        let annotations = std::mem::take(&mut self.unit.annotations);
        let is_class = self.unit.kind == UnitKind::Class;
        let function = self.take();
        self.enter_annotations(scope, "__annotate__", span);
        let map = self.take();
        self.emit(span, Op::build_map, &[r(map), r(map), 0]);
        for annotation in &annotations {
            let mark = self.top();
            let at = annotation.annotation.span;
            let skip = self.label();
            let key = self.take();
            if let Some(index) = annotation.index {
                let reached = self.take();
                match self.named_cell(&ident::CONDITIONAL_ANNOTATIONS).filter(|_| is_class) {
                    Some(cell) => self.emit(at, Op::load_cell, &[r(reached), r(cell)]),
                    None => self.emit_site(at, Op::load_global, &[r(reached)], &ident::CONDITIONAL_ANNOTATIONS),
                }
                self.load_constant(at, key, Constant::Int(i64::from(index)));
                self.emit(at, Op::contains, &[r(key), r(key), r(reached)]);
                self.emit_jump(at, Op::jump_unless, &[r(key)], skip);
                self.release(reached);
            }
            let mangled = self.symbols.mangle(self.unit.scope, annotation.name);
            self.load_string(at, key, &mangled);
            let value = self.any(annotation.annotation)?;
            self.emit(at, Op::map_add, &[r(map), r(key), r(value)]);
            self.bind(skip);
            self.release(mark);
        }
        self.emit(span, Op::return_value, &[r(map)]);
        let code = self.leave()?;
        self.unit.annotations = annotations;
        self.make_closure(span, scope, code, None, function)?;
        self.store_name(span, name, function)?;
        self.release(function);
        Ok(())
    }

    /// `target: annotation = value`
    pub fn annotated(&mut self, stmt: &'a Stmt<'a>) -> Done {
        let StmtKind::AnnAssign {
            target,
            annotation,
            value,
            simple,
        } = stmt.kind
        else {
            unreachable!("an annotated assignment")
        };
        if let Some(value) = value {
            self.assign_value(target, value)?;
        }
        match target.kind {
            ExprKind::Name { id, .. } => {
                self.forbid_assignment(target.span, id)?;
                if simple && self.has_namespace() {
                    self.record_annotation(stmt.span, id, annotation)?;
                }
            }
            ExprKind::Attribute {
                value: object, attr, ..
            } => {
                self.forbid_assignment(target.span, attr)?;
                if value.is_none() {
                    self.evaluate(object)?;
                }
            }
            ExprKind::Subscript {
                value: object, slice, ..
            } if value.is_none() => {
                self.evaluate(object)?;
                self.evaluate(slice)?;
            }
            _ => (),
        }
        if !simple && self.symbols.future_annotations && self.has_namespace() {
            self.evaluate(annotation)?;
        }
        Ok(())
    }

    /// Evaluates and drops.
    pub fn evaluate(&mut self, expr: &'a Expr<'a>) -> Done {
        let register = self.push(expr)?;
        self.release(register);
        Ok(())
    }

    /// Notes that the annotation of a module's or class's name was reached.
    fn record_annotation(&mut self, span: Span, name: Id<'a>, annotation: &'a Expr<'a>) -> Done {
        let mark = self.top();
        if self.symbols.future_annotations {
            let (map, key, value) = (self.take(), self.take(), self.take());
            let text = self.annotation_text(annotation);
            self.load_constant(span, value, Constant::Str(text.into()));
            self.emit_site(span, Op::load_name, &[r(map)], &ident::ANNOTATIONS);
            let mangled = self.symbols.mangle(self.unit.scope, name);
            self.load_string(span, key, &mangled);
            self.emit(span, Op::store_item, &[r(map), r(key), r(value)]);
        } else {
            let found = self.unit.annotations.iter().find(|other| other.span == span);
            if let Some(index) = found.and_then(|found| found.index) {
                let (set, item) = (self.take(), self.take());
                match self.named_cell(&ident::CONDITIONAL_ANNOTATIONS) {
                    Some(cell) => self.emit(span, Op::load_cell, &[r(set), r(cell)]),
                    None => self.emit_site(span, Op::load_name, &[r(set)], &ident::CONDITIONAL_ANNOTATIONS),
                }
                self.load_constant(span, item, Constant::Int(i64::from(index)));
                self.emit(span, Op::set_add, &[r(set), r(item)]);
            }
        }
        self.release(mark);
        Ok(())
    }
}
