//! Calls: windows, methods, `super()`, keywords and `*`/`**`.

use crate::bytecode::isa::Op;
use crate::compile::lower::state::Variable;
use crate::compile::lower::state::{Done, Lower, UnitKind, fail, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::ScopeId;
use crate::syntax::ast::{Call, Expr, ExprKind, Keyword};
use crate::syntax::literal::ident::{self, Id};
use crate::syntax::span::Span;

/// Arguments that are passed in registers; more go by a list.
const ARGUMENTS_MAX: usize = 200;
/// So many registers are filled before they are moved to a list.
pub const CHUNK: usize = 64;

impl<'a> Lower<'a> {
    /// Calls what is at `window`, the top; the result replaces it.
    pub fn plain_call(&mut self, span: Span, call: &'a Call<'a>, window: Reg) -> Done {
        self.call_with(span, window, &[], call.args, call.keywords)
    }

    /// Calls what is at `window`, the top, with some registers (already in place behind it) before the arguments.
    pub fn call_with(
        &mut self,
        span: Span,
        window: Reg,
        placed: &[Reg],
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Done {
        self.check_keywords(keywords)?;
        if needs_spread(args, keywords) || placed.len() + args.len() + keywords.len() > ARGUMENTS_MAX {
            return self.spread_call(span, window, placed, args, keywords);
        }
        let mark = window.at(1 + placed.len() as u32);
        debug_assert_eq!(mark, self.top());
        for arg in args {
            self.push(arg)?;
        }
        let mut count = placed.len() + args.len();
        if keywords.is_empty() {
            self.emit(span, Op::call, &[r(window), count as i32]);
        } else {
            let names = self.push_keywords(keywords)?;
            count += keywords.len();
            self.emit(span, Op::call_named, &[r(window), count as i32, names]);
        }
        self.release(window.at(1));
        Ok(())
    }

    /// As `call_with`, with the value of a variable behind the positional arguments.
    pub fn call_with_last(
        &mut self,
        span: Span,
        window: Reg,
        (placed, last): (&[Reg], Id<'a>),
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Done {
        self.check_keywords(keywords)?;
        let count = placed.len() as u32;
        let list = window.at(1);
        self.emit(span, Op::build_list, &[r(list), r(list), count as i32]);
        self.release(list.at(1));
        self.extend_list(span, list, args)?;
        let value = self.take();
        self.load_name(span, last, value);
        self.emit(span, Op::list_append, &[r(list), r(value)]);
        self.release(value);
        self.finish_spread(span, window, keywords)
    }

    /// Evaluates the values of named arguments to the top; the constant of their names.
    fn push_keywords(&mut self, keywords: &'a [Keyword<'a>]) -> Done<i32> {
        for keyword in keywords {
            self.push(keyword.value)?;
        }
        // CPYTHON: the names of arguments are not mangled where they are passed.
        let name = |keyword: &Keyword<'a>| keyword.arg.expect("no ** here").text.as_bytes();
        Ok(self.strings_constant(keywords.iter().map(name)) as i32)
    }

    /// `object.name(…)` into `window`, which is the top; `object` is absent for `super().name(…)`.
    pub fn method_call(
        &mut self,
        span: Span,
        call: &'a Call<'a>,
        value: &'a Expr<'a>,
        attr: Id<'a>,
        object: Option<Reg>,
        window: Reg,
    ) -> Done {
        self.check_keywords(call.keywords)?;
        let at_name = self.attribute_span(call.func.span, call.func.span, attr);
        let span = self.attribute_span(span, call.func.span, attr);
        if needs_spread(call.args, call.keywords) || call.args.len() + call.keywords.len() > ARGUMENTS_MAX {
            match object {
                Some(object) => self.emit_site(at_name, Op::load_attr, &[r(window), r(object)], attr),
                None => self.super_attribute_to(at_name, value, attr, window)?,
            }
            return self.call_with(span, window, &[], call.args, call.keywords);
        }
        let count = call.args.len() as i32;
        if let Some(object) = object
            && self.is_invoke(call)
        {
            let receiver = self.take();
            self.copy(call.func.span, receiver, object);
            for arg in call.args {
                self.push(arg)?;
            }
            self.emit_invoke([span, at_name], window, count, attr);
            self.release(window.at(1));
            return Ok(());
        }
        match object {
            Some(object) => {
                self.take();
                self.emit_site(at_name, Op::load_method, &[r(window), r(object)], attr);
            }
            None => {
                self.super_window(value, window)?;
                self.emit_site(at_name, Op::load_super_method, &[r(window)], attr);
                self.release(window.at(2));
            }
        }
        for arg in call.args {
            self.push(arg)?;
        }
        if call.keywords.is_empty() {
            self.emit(span, Op::call_method, &[r(window), count]);
        } else {
            let names = self.push_keywords(call.keywords)?;
            let count = count + call.keywords.len() as i32;
            self.emit(span, Op::call_method_named, &[r(window), count, names]);
        }
        self.release(window.at(1));
        Ok(())
    }

    fn emit_invoke(&mut self, [span, at_name]: [Span; 2], window: Reg, count: i32, name: Id<'a>) {
        if span != at_name && self.unit.emitter.is_reachable() {
            let index = self.unit.emitter.here();
            self.unit.emitter.lookups.push((index, at_name));
        }
        self.emit_site(span, Op::invoke, &[r(window), count], name);
    }

    /// Whether a method call's arguments are free of effects, so that the method may be looked up behind them.
    pub fn is_invoke(&self, call: &'a Call<'a>) -> bool {
        self.fuses()
            && call.keywords.is_empty()
            && call.args.len() <= ARGUMENTS_MAX
            && call.args.iter().all(|arg| match arg.kind {
                ExprKind::Constant { .. } => true,
                ExprKind::Name { id, .. } => self.local(id).is_some_and(|register| self.is_bound(register)),
                _ => false,
            })
    }

    /// CPYTHON: an attribute on a later line than the start of the expression has the position of its name.
    pub fn attribute_span(&self, span: Span, attribute: Span, name: &str) -> Span {
        let name_start = attribute.length().saturating_sub(name.len() as u32);
        let is_split = !self.is_one_line(span.start, attribute.end);
        if is_split {
            Span::new(attribute.start + name_start, attribute.end)
        } else {
            span
        }
    }

    /// A call that needs a list or a dict of arguments.
    fn spread_call(
        &mut self,
        span: Span,
        window: Reg,
        placed: &[Reg],
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Done {
        let positional = window.at(1);
        if let ([only], true) = (args, placed.is_empty())
            && let ExprKind::Starred { value, .. } = only.kind
        {
            let place = self.take();
            debug_assert_eq!(place, positional);
            self.expr_to(value, place)?;
        } else {
            if placed.is_empty() {
                self.take();
            }
            // The list replaces the first of the placed registers.
            self.emit(
                span,
                Op::build_list,
                &[r(positional), r(positional), placed.len() as i32],
            );
            self.release(positional.at(1));
            self.extend_list(span, positional, args)?;
        }
        self.finish_spread(span, window, keywords)
    }

    /// The keyword arguments and the call, the positional ones being in place.
    fn finish_spread(&mut self, span: Span, window: Reg, keywords: &'a [Keyword<'a>]) -> Done {
        let named = self.take();
        debug_assert_eq!(named, window.at(2));
        if keywords.is_empty() {
            self.clear(span, named, 1);
        } else if let [only] = keywords
            && only.arg.is_none()
        {
            // The call itself looks at what this is.
            self.expr_to(only.value, named)?;
        } else {
            self.keywords_to(span, keywords, named, window)?;
        }
        self.emit(span, Op::call_spread, &[r(window)]);
        self.release(window.at(1));
        Ok(())
    }

    /// A dict of the keyword arguments into `dst`; duplicates are an error that names `callee`.
    fn keywords_to(&mut self, span: Span, keywords: &'a [Keyword<'a>], dst: Reg, callee: Reg) -> Done {
        let mut is_first = true;
        let mut rest = keywords;
        while !rest.is_empty() {
            let count = rest
                .iter()
                .take(CHUNK / 2)
                .take_while(|keyword| keyword.arg.is_some())
                .count();
            let mark = self.top();
            if count == 0 {
                if is_first {
                    self.emit(span, Op::build_map, &[r(dst), r(mark), 0]);
                }
                let src = self.any(rest[0].value)?;
                self.emit(span, Op::map_merge, &[r(dst), r(src), r(callee)]);
                rest = &rest[1..];
            } else {
                for keyword in &rest[..count] {
                    let name = keyword.arg.expect("no ** here");
                    let key = self.take();
                    self.load_string(span, key, name);
                    self.push(keyword.value)?;
                }
                if is_first {
                    self.emit(span, Op::build_map, &[r(dst), r(mark), count as i32]);
                } else {
                    self.emit(span, Op::build_map, &[r(mark), r(mark), count as i32]);
                    self.emit(span, Op::map_merge, &[r(dst), r(mark), r(callee)]);
                }
                rest = &rest[count..];
            }
            is_first = false;
            self.release(mark);
        }
        Ok(())
    }

    fn check_keywords(&self, keywords: &'a [Keyword<'a>]) -> Done {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = keyword.arg else { continue };
            self.forbid_assignment(keyword.span, name)?;
            if let Some(again) = keywords[index + 1..].iter().find(|other| other.arg == Some(name)) {
                return fail(format!("keyword argument repeated: {name}"), again.span);
            }
        }
        Ok(())
    }

    /// Whether this is `super()` or `super(a, b)` of the builtin `super`, whose attribute can be had without the object.
    pub fn is_super(&self, expr: &'a Expr<'a>) -> bool {
        let ExprKind::Call(call) = expr.kind else {
            return false;
        };
        if !matches!(call.func.kind, ExprKind::Name { id, .. } if *id == ident::SUPER) {
            return false;
        }
        if !call.keywords.is_empty() || self.variable(&ident::SUPER) != Variable::Global {
            return false;
        }
        // CPYTHON: not even if the module's own code reads it, which shows when `self` was deleted.
        if self
            .symbols
            .symbol(ScopeId::MODULE, ident::SUPER.id)
            .is_some_and(|symbol| symbol.flags.0 != 0)
        {
            return false;
        }
        match call.args {
            [] => {
                self.unit.positional > 0
                    && matches!(
                        self.unit.kind,
                        UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda
                    )
                    && matches!(self.variable(&ident::CLASS), Variable::Cell(cell) if !cell.is_local())
            }
            [a, b] => ![a, b].iter().any(|arg| matches!(arg.kind, ExprKind::Starred { .. })),
            _ => false,
        }
    }

    /// The three registers of `load_super_attr` from `window`, whose first is taken already.
    fn super_window(&mut self, value: &'a Expr<'a>, window: Reg) -> Done {
        let ExprKind::Call(call) = value.kind else {
            unreachable!("is_super said so")
        };
        self.load_name(call.func.span, &ident::SUPER, window);
        if let [class, receiver] = call.args {
            self.push(class)?;
            self.push(receiver)?;
            return Ok(());
        }
        let class = self.take();
        self.load_name(value.span, &ident::CLASS, class);
        let receiver = self.take();
        let first = Reg::local(0);
        if self.unit.cells.contains(&0) {
            self.emit(value.span, Op::load_cell, &[r(receiver), r(first)]);
        } else {
            self.check_bound(value.span, first);
            self.copy(value.span, receiver, first);
        }
        Ok(())
    }

    pub fn super_attribute_to(&mut self, span: Span, value: &'a Expr<'a>, attr: Id<'a>, dst: Reg) -> Done {
        let mark = self.top();
        let window = self.take();
        self.super_window(value, window)?;
        self.emit_site(span, Op::load_super_attr, &[r(dst), r(window)], attr);
        self.release(mark);
        Ok(())
    }
}

/// Whether there is a `*` or `**` argument.
fn needs_spread(args: &[&Expr], keywords: &[Keyword]) -> bool {
    args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred { .. }))
        || keywords.iter().any(|keyword| keyword.arg.is_none())
}
