//! Classes: the body as a function with a namespace, and the call of `__build_class__`.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::fold::doc;
use crate::compile::lower::state::{Done, Lower, UnitKind, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Part, ScopeId};
use crate::syntax::ast::{ClassDef, Expr, ExprKind};
use crate::syntax::literal::ident::{self, Id};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    pub fn class_statement(&mut self, span: Span, node: &'a ClassDef<'a>) -> Done {
        let first = self.push_decorators(node.decorator_list)?;
        let class = self.take();
        let start = node
            .decorator_list
            .first()
            .map_or(span.start, |decorator| decorator.span.start);
        let first_line = self.line(start);
        let body_scope = self.symbols.find(node.node, Part::Block).expect("a class has a scope");
        if node.type_params.is_empty() {
            self.build_class(span, node, body_scope, first_line, class)?;
        } else {
            self.generic_class(span, node, body_scope, first_line, class)?;
        }
        self.release(class.at(1));
        self.apply_decorators(node.decorator_list, first);
        self.store_name(span, node.name, first)?;
        self.release(first);
        Ok(())
    }

    /// `__build_class__(body, name, *bases, **keywords)` into `window`, the top.
    fn build_class(
        &mut self,
        span: Span,
        node: &'a ClassDef<'a>,
        scope: ScopeId,
        first_line: u32,
        window: Reg,
    ) -> Done {
        self.emit(span, Op::load_build_class, &[r(window)]);
        let body = self.take();
        self.class_body(span, node, scope, first_line, body)?;
        let name = self.take();
        self.load_string(span, name, node.name);
        self.call_with(span, window, &[body, name], node.bases, node.keywords)
    }

    /// A generic class: type parameters, body and bases live in a scope of their own, called at once.
    fn generic_class(
        &mut self,
        span: Span,
        node: &'a ClassDef<'a>,
        scope: ScopeId,
        first_line: u32,
        window: Reg,
    ) -> Done {
        let params_scope = self
            .symbols
            .find(node.node, Part::TypeParams)
            .expect("a generic class has one");
        let name = format!("<generic parameters of {}>", node.name);
        self.enter(UnitKind::TypeParams, params_scope, &name, first_line);
        let params = self.take();
        self.type_params_to(span, node.type_params, params)?;
        self.store_name(span, &ident::HELD_TYPE_PARAMS, params)?;
        let inner = self.take();
        self.emit(span, Op::load_build_class, &[r(inner)]);
        let body = self.take();
        self.class_body(span, node, scope, first_line, body)?;
        let name = self.take();
        self.load_string(span, name, node.name);
        let base = self.take();
        self.load_name(span, &ident::HELD_TYPE_PARAMS, base);
        self.emit(
            span,
            Op::intrinsic,
            &[r(base), r(base), Intrinsic::SubscriptGeneric as i32],
        );
        self.store_name(span, &ident::GENERIC_BASE, base)?;
        self.release(base);
        self.call_with_last(
            span,
            inner,
            (&[body, name], &ident::GENERIC_BASE),
            node.bases,
            node.keywords,
        )?;
        self.emit(span, Op::return_value, &[r(inner)]);
        let code = self.leave()?;
        self.make_closure(span, params_scope, code, None, window)?;
        self.emit(span, Op::call, &[r(window), 0]);
        Ok(())
    }

    /// Compiles the body and makes its function in `dst`.
    fn class_body(&mut self, span: Span, node: &'a ClassDef<'a>, scope: ScopeId, first_line: u32, dst: Reg) -> Done {
        self.enter(UnitKind::Class, scope, node.name, first_line);
        let whole = span;
        // CPYTHON: what is not a statement of the body stands at the start of its first line.
        let line_start = self.source.line_starts[first_line as usize - 1];
        let span = Span::new(line_start, line_start);
        let work = self.take();
        self.load_name(span, &ident::NAME, work);
        self.store_name(span, &ident::MODULE, work)?;
        let qualname = self.names.text(self.unit.qualname).to_string();
        self.load_string(span, work, &qualname);
        self.store_name(span, &ident::QUALNAME, work)?;
        self.load_constant(span, work, Constant::Int(i64::from(first_line)));
        self.store_name(span, &ident::FIRSTLINENO, work)?;
        if !node.type_params.is_empty() {
            self.load_name(span, &ident::HELD_TYPE_PARAMS, work);
            self.store_name(span, &ident::TYPE_PARAMS, work)?;
        }
        if self.scope().needs_classdict
            && let Some(cell) = self.named_cell(&ident::CLASSDICT)
        {
            self.emit(span, Op::load_locals, &[r(work)]);
            self.emit(span, Op::store_cell, &[r(cell), r(work)]);
        }
        let mut body = node.body;
        let docstring = doc::docstring(body);
        if docstring.is_some() {
            body = &body[1..];
        }
        self.start_annotations(span, body)?;
        if let Some(text) = docstring
            && self.options.optimize < 2
        {
            self.load_constant(span, work, Constant::Str(doc::clean(text).into()));
            self.store_name(node.body[0].span, &ident::DOC, work)?;
        }
        self.body(body)?;
        self.finish_annotations(span)?;
        self.finish_class(span, work)?;
        let code = self.leave()?;
        self.make_closure(whole, scope, code, None, dst)
    }

    /// What stands behind the statements of a class body.
    fn finish_class(&mut self, span: Span, work: Reg) -> Done {
        let mut names = std::mem::take(&mut self.unit.static_attributes);
        names.sort_unstable_by_key(|name| name.text);
        let names = names.iter().map(|name| Constant::Str(name.as_bytes().into())).collect();
        self.load_constant(span, work, Constant::Tuple(names));
        self.store_name(span, &ident::STATIC_ATTRIBUTES, work)?;
        if self.scope().needs_classdict
            && let Some(cell) = self.named_cell(&ident::CLASSDICT)
        {
            self.emit_site(span, Op::store_name, &[r(cell)], &ident::CLASSDICTCELL);
        }
        match self
            .named_cell(&ident::CLASS)
            .filter(|_| self.scope().needs_class_closure)
        {
            Some(cell) => {
                self.emit_site(span, Op::store_name, &[r(cell)], &ident::CLASSCELL);
                self.emit(span, Op::return_value, &[r(cell)]);
            }
            None => self.return_none(span),
        }
        Ok(())
    }

    /// CPYTHON: what methods assign to an attribute of a name `self` is listed in `__static_attributes__`.
    pub fn note_static_attribute(&mut self, object: &'a Expr<'a>, attr: Id<'a>) {
        if !matches!(object.kind, ExprKind::Name { id, .. } if *id == ident::SELF) {
            return;
        }
        let units = std::iter::once(&mut self.unit).chain(self.outer.iter_mut().rev());
        for unit in units {
            if unit.kind == UnitKind::Class {
                if !unit.static_attributes.contains(&attr) {
                    unit.static_attributes.push(attr);
                }
                return;
            }
        }
    }
}
