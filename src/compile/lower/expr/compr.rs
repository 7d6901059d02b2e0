//! Comprehensions and generator expressions, inlined where the symbol table says so.

use crate::bytecode::isa::Op;
use crate::compile::lower::state::{Done, Lower, UnitKind, fail, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Part, Resolution, ScopeId};
use crate::syntax::ast::{Comprehension, Expr, ExprKind};
use crate::syntax::literal::ident::NameId;
use crate::syntax::span::Span;

/// What the innermost loop does.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr<'a>),
    Set(&'a Expr<'a>),
    Dict(&'a Expr<'a>, &'a Expr<'a>),
    Yield(&'a Expr<'a>),
}

/// A comprehension without its outermost iterable.
#[derive(Clone, Copy)]
struct Plan<'a> {
    span: Span,
    element: Element<'a>,
    generators: &'a [Comprehension<'a>],
    /// Where the values are collected.
    result: Reg,
}

impl<'a> Lower<'a> {
    pub fn comprehension_to(&mut self, expr: &'a Expr<'a>, dst: Reg) -> Done {
        let (node, element, generators, name) = match expr.kind {
            ExprKind::ListComp { node, elt, generators } => (node, Element::List(elt), generators, "<listcomp>"),
            ExprKind::SetComp { node, elt, generators } => (node, Element::Set(elt), generators, "<setcomp>"),
            ExprKind::DictComp(comp) => (
                comp.node,
                Element::Dict(comp.key, comp.value),
                comp.generators,
                "<dictcomp>",
            ),
            ExprKind::GeneratorExp { node, elt, generators } => (node, Element::Yield(elt), generators, "<genexpr>"),
            _ => unreachable!("a comprehension"),
        };
        let scope = self
            .symbols
            .find(node, Part::Block)
            .expect("a comprehension has a scope");
        let is_generator = matches!(element, Element::Yield(_));
        if self.symbols.scope(scope).coroutine
            && !is_generator
            && !self.may_await()
            && self.unit.kind != UnitKind::Comprehension
        {
            return fail(
                "asynchronous comprehension outside of an asynchronous function",
                expr.span,
            );
        }
        let mark = self.top();
        let mut plan = Plan {
            span: expr.span,
            element,
            generators,
            result: dst,
        };
        if self.symbols.scope(scope).inlined {
            plan.result = if dst.is_temporary() { dst } else { self.take() };
            self.inline_comprehension(scope, &plan)?;
            self.copy(expr.span, dst, plan.result);
        } else {
            self.called_comprehension(scope, name, plan, dst)?;
        }
        self.release(mark);
        Ok(())
    }

    /// Runs in this frame: the names that the comprehension binds get registers of their own.
    fn inline_comprehension(&mut self, scope: ScopeId, plan: &Plan<'a>) -> Done {
        let outermost = &plan.generators[0];
        let iterable = self.any(outermost.iter)?;
        let outer = std::mem::replace(&mut self.unit.scope, scope);
        let mut own = Vec::new();
        for symbol in self.symbols.isolated(scope) {
            let register = self.isolated_register(scope, symbol.name);
            self.unit.emitter.bound.unset(register);
            own.push(register);
            if symbol.resolution == Resolution::Cell {
                self.clear(plan.span, register, 1);
                self.emit(plan.span, Op::make_cell, &[r(register)]);
            }
        }
        self.make_collection(plan);
        self.comprehension_loop(plan, 0, iterable)?;
        // The next run, and whoever looks at the locals, must find them unbound.
        own.sort();
        for group in own.chunk_by(|a, b| b.0 == a.0 + 1) {
            self.clear(plan.span, group[0], group.len() as u32);
        }
        self.unit.scope = outer;
        Ok(())
    }

    /// A local register for a name that an inlined comprehension binds; a `finally` may lower it more than once.
    fn isolated_register(&mut self, scope: ScopeId, name: NameId) -> Reg {
        let mut known = self.unit.isolated.iter();
        if let Some(&(.., register)) = known.find(|&&(other, text, _)| (other, text) == (scope, name)) {
            self.set_register(scope, name, register);
            self.forget_resolved(name);
            return register;
        }
        let register = Reg::local(self.unit.locals.len() as u32);
        let text = self.name_of(name);
        self.unit.locals.push(text);
        self.unit.isolated.push((scope, name, register));
        self.set_register(scope, name, register);
        self.forget_resolved(name);
        register
    }

    /// A function of its own, called with the iterator of the outermost iterable.
    fn called_comprehension(&mut self, scope: ScopeId, name: &str, mut plan: Plan<'a>, dst: Reg) -> Done {
        let span = plan.span;
        let outermost = &plan.generators[0];
        let is_generator = matches!(plan.element, Element::Yield(_));
        let line = self.line(span.start);
        self.enter(UnitKind::Comprehension, scope, name, line);
        self.unit.positional = 1;
        plan.result = self.take();
        self.make_collection(&plan);
        self.comprehension_loop(&plan, 0, Reg::local(0))?;
        if is_generator {
            self.return_none(span);
        } else {
            self.emit(span, Op::return_value, &[r(plan.result)]);
        }
        let code = self.leave()?;
        let window = self.take();
        self.make_closure(span, scope, code, None, window)?;
        let argument = self.take();
        let src = self.any(outermost.iter)?;
        let form = if outermost.is_async {
            Op::get_aiter
        } else {
            Op::get_iter
        };
        self.emit(outermost.iter.span, form, &[r(argument), r(src)]);
        self.release(argument.at(1));
        self.emit(span, Op::call, &[r(window), 1]);
        if self.symbols.scope(scope).coroutine && !is_generator {
            self.emit_await(span, window, window, 0);
        }
        self.copy(span, dst, window);
        Ok(())
    }

    fn make_collection(&mut self, plan: &Plan<'a>) {
        let form = match plan.element {
            Element::List(_) => Op::build_list,
            Element::Set(_) => Op::build_set,
            Element::Dict(..) => Op::build_map,
            Element::Yield(_) => return,
        };
        self.emit(plan.span, form, &[r(plan.result), r(plan.result), 0]);
    }

    /// The loops from the `index`th on; `iterable` is that of this one.
    fn comprehension_loop(&mut self, plan: &Plan<'a>, index: usize, iterable: Reg) -> Done {
        let plan = *plan;
        let generator = &plan.generators[index];
        let is_iterator = index == 0 && self.unit.kind == UnitKind::Comprehension && iterable == Reg::local(0);
        let body = move |lower: &mut Lower<'a>, next| {
            for test in generator.ifs {
                lower.jump_cond(test, next, false)?;
            }
            match plan.generators.get(index + 1) {
                None => lower.collect(&plan),
                Some(inner) => {
                    let mark = lower.top();
                    let iterable = match single_item(inner) {
                        // CPYTHON: `for x in [value]` is an assignment.
                        Some(value) => {
                            lower.assign_value(inner.target, value)?;
                            return lower.rest_of_loop(&plan, index + 1, next);
                        }
                        None => lower.any(inner.iter)?,
                    };
                    lower.comprehension_loop(&plan, index + 1, iterable)?;
                    lower.release(mark);
                    Ok(())
                }
            }
        };
        if generator.is_async {
            if !self.may_await() && self.unit.kind != UnitKind::Comprehension {
                return fail(
                    "asynchronous comprehension outside of an asynchronous function",
                    plan.span,
                );
            }
            self.emit_async_for(
                [generator.iter.span, plan.span],
                iterable,
                is_iterator,
                generator.target,
                body,
            )
        } else {
            self.emit_for(generator.iter.span, iterable, generator.target, body)
        }
    }

    /// What stands in a loop over a single item: tests, then the inner loops; `next` is that of the loop around.
    fn rest_of_loop(&mut self, plan: &Plan<'a>, index: usize, next: crate::compile::emitter::Label) -> Done {
        for test in plan.generators[index].ifs {
            self.jump_cond(test, next, false)?;
        }
        match plan.generators.get(index + 1) {
            None => self.collect(plan),
            Some(inner) => match single_item(inner) {
                Some(value) => {
                    self.assign_value(inner.target, value)?;
                    self.rest_of_loop(plan, index + 1, next)
                }
                None => {
                    let mark = self.top();
                    let iterable = self.any(inner.iter)?;
                    self.comprehension_loop(plan, index + 1, iterable)?;
                    self.release(mark);
                    Ok(())
                }
            },
        }
    }

    fn collect(&mut self, plan: &Plan<'a>) -> Done {
        let mark = self.top();
        match plan.element {
            Element::List(elt) => {
                let src = self.any(elt)?;
                self.emit(elt.span, Op::list_append, &[r(plan.result), r(src)]);
            }
            Element::Set(elt) => {
                let src = self.any(elt)?;
                self.emit(elt.span, Op::set_add, &[r(plan.result), r(src)]);
            }
            Element::Dict(key, value) => {
                let key_register = self.operand(key, value.span.end, false)?;
                let value_register = self.any(value)?;
                let operands = [r(plan.result), r(key_register), r(value_register)];
                self.emit(key.span.to(value.span), Op::map_add, &operands);
            }
            Element::Yield(elt) => {
                let src = self.any(elt)?;
                self.emit(elt.span, Op::yield_value, &[r(mark), r(src), r(mark)]);
                self.release(mark);
                self.take();
            }
        }
        self.release(mark);
        Ok(())
    }
}

/// The value of `for target in [value]`, not async.
fn single_item<'a>(generator: &Comprehension<'a>) -> Option<&'a Expr<'a>> {
    let (ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. }) = generator.iter.kind else {
        return None;
    };
    match elts {
        [only] if !generator.is_async && !matches!(only.kind, ExprKind::Starred { .. }) => Some(only),
        _ => None,
    }
}
