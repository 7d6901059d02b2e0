//! Walks expressions: names, comprehensions, lambdas, and what must not stand where.

use crate::compile::symbols::collect::{Checked, Collector, check_name, fail};
use crate::compile::symbols::scope::{Flags, Part, ScopeKind};
use crate::syntax::ast::{Arguments, Comprehension, Context, Expr, ExprKind, Keyword, NodeId};
use crate::syntax::literal::ident::{self, Id};
use crate::syntax::span::Span;

/// A comprehension of any kind.
struct Display<'a> {
    kind: ScopeKind,
    node: NodeId,
    span: Span,
    generators: &'a [Comprehension<'a>],
    /// Key and value of a dict comprehension, value first; else the element.
    parts: [Option<&'a Expr<'a>>; 2],
}

impl<'a> Collector<'a> {
    pub fn exprs(&mut self, list: &'a [&'a Expr<'a>]) -> Checked {
        for expr in list {
            match expr.kind {
                ExprKind::Constant { .. } => {}
                ExprKind::Name { id, ctx } => self.name(id, ctx, expr.span)?,
                _ => self.expr(expr)?,
            }
        }
        Ok(())
    }

    pub fn optional(&mut self, expr: Option<&'a Expr<'a>>) -> Checked {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    /// Walks an expression; along its spine in a loop, so that depth does not matter there.
    pub fn expr(&mut self, expr: &'a Expr<'a>) -> Checked {
        let base = self.spine.len();
        let mut node = expr;
        loop {
            match node.kind {
                ExprKind::Name { id, ctx } => self.name(id, ctx, node.span)?,
                ExprKind::Constant { .. } => {}
                ExprKind::IfExp { test, body, orelse } => {
                    self.expr(test)?;
                    self.expr(body)?;
                    node = orelse;
                    continue;
                }
                ExprKind::Attribute { value, attr, ctx } => {
                    check_name(attr, node.span, ctx)?;
                    node = value;
                    continue;
                }
                ExprKind::Call(call) => {
                    self.spine.push(node);
                    node = call.func;
                    continue;
                }
                ExprKind::BinOp { left, .. } | ExprKind::Subscript { value: left, .. } => {
                    self.spine.push(node);
                    node = left;
                    continue;
                }
                _ => self.leaf(node)?,
            }
            break;
        }
        while self.spine.len() > base {
            let node = self.spine.pop().expect("above the base");
            match node.kind {
                ExprKind::BinOp { right, .. } => self.expr(right)?,
                ExprKind::Subscript { slice, .. } => self.expr(slice)?,
                ExprKind::Call(call) => {
                    self.exprs(call.args)?;
                    self.keywords(call.keywords)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// An expression without a spine.
    fn leaf(&mut self, expr: &'a Expr<'a>) -> Checked {
        match expr.kind {
            ExprKind::BoolOp { values, .. }
            | ExprKind::JoinedStr { values }
            | ExprKind::TemplateStr { values }
            | ExprKind::Set { elts: values }
            | ExprKind::List { elts: values, .. }
            | ExprKind::Tuple { elts: values, .. } => self.exprs(values),
            ExprKind::UnaryOp { operand: value, .. } | ExprKind::Starred { value, .. } => self.expr(value),
            ExprKind::NamedExpr { target, value } => self.named(expr, target, value),
            ExprKind::Lambda { node, args, body } => self.lambda(expr, node, args, body),
            ExprKind::Dict { items } => {
                items.iter().try_for_each(|item| self.optional(item.key))?;
                items.iter().try_for_each(|item| self.expr(item.value))
            }
            ExprKind::ListComp { node, elt, generators } => {
                self.comprehension(ScopeKind::ListComp, node, expr.span, generators, [None, Some(elt)])
            }
            ExprKind::SetComp { node, elt, generators } => {
                self.comprehension(ScopeKind::SetComp, node, expr.span, generators, [None, Some(elt)])
            }
            ExprKind::GeneratorExp { node, elt, generators } => {
                self.comprehension(ScopeKind::Generator, node, expr.span, generators, [None, Some(elt)])
            }
            ExprKind::DictComp(comp) => {
                let parts = [Some(comp.value), Some(comp.key)];
                self.comprehension(ScopeKind::DictComp, comp.node, expr.span, comp.generators, parts)
            }
            ExprKind::Await { value } => self.awaited(expr, value),
            ExprKind::Yield { value } => self.yielded(expr, value),
            ExprKind::YieldFrom { value } => self.yielded(expr, Some(value)),
            ExprKind::Compare { left, rest } => {
                self.expr(left)?;
                rest.iter().try_for_each(|part| self.expr(part.right))
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.optional(format_spec)
            }
            ExprKind::Interpolation(part) => {
                self.expr(part.value)?;
                self.optional(part.format_spec)
            }
            ExprKind::Slice { lower, upper, step } => {
                self.optional(lower)?;
                self.optional(upper)?;
                self.optional(step)
            }
            ExprKind::Constant { .. }
            | ExprKind::Name { .. }
            | ExprKind::BinOp { .. }
            | ExprKind::Call(_)
            | ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::IfExp { .. } => Ok(()),
        }
    }

    fn name(&mut self, id: Id<'a>, ctx: Context, span: Span) -> Checked {
        if self.walk().unevaluated || ctx == Context::Load && self.read_again(id) {
            return Ok(());
        }
        let flag = if ctx == Context::Load { Flags::USE } else { Flags::LOCAL };
        self.add_in_context(id, flag, span, ctx)?;
        // `super` uses `__class__` without saying so.
        if *id == ident::SUPER && ctx == Context::Load && self.current_kind().is_function_like() {
            self.add(&ident::CLASS, Flags::USE, span)?;
        }
        Ok(())
    }

    pub fn keywords(&mut self, keywords: &'a [Keyword<'a>]) -> Checked {
        for keyword in keywords {
            if let Some(arg) = keyword.arg {
                check_name(arg, keyword.span, Context::Store)?;
            }
        }
        keywords.iter().try_for_each(|keyword| self.expr(keyword.value))
    }

    fn lambda(&mut self, expr: &Expr<'a>, node: NodeId, args: &'a Arguments<'a>, body: &'a Expr<'a>) -> Checked {
        self.defaults(args)?;
        let id = self.new_scope(ScopeKind::Lambda, "lambda", expr.span);
        self.attach(node, Part::Block, id);
        self.enter(id);
        self.params(args)?;
        self.expr(body)?;
        self.exit();
        Ok(())
    }

    fn awaited(&mut self, expr: &Expr<'a>, value: &'a Expr<'a>) -> Checked {
        self.refuse_in_annotation("await expression", expr.span)?;
        if !self.allows_top_level_await() {
            let here = self.here();
            if !here.kind.is_function_like() {
                return fail("'await' outside function", expr.span);
            }
            let in_async = here.kind.is_function_block() && here.coroutine;
            if !in_async && !here.kind.is_comprehension() {
                return fail("'await' outside async function", expr.span);
            }
        }
        self.expr(value)?;
        self.here().coroutine = true;
        Ok(())
    }

    fn yielded(&mut self, expr: &Expr<'a>, value: Option<&'a Expr<'a>>) -> Checked {
        self.refuse_in_annotation("yield expression", expr.span)?;
        self.optional(value)?;
        let here = self.here();
        here.generator = true;
        let place = match here.kind {
            ScopeKind::ListComp => "list comprehension",
            ScopeKind::SetComp => "set comprehension",
            ScopeKind::DictComp => "dict comprehension",
            ScopeKind::Generator => "generator expression",
            _ => return Ok(()),
        };
        fail(format!("'yield' inside {place}"), expr.span)
    }

    pub fn allows_top_level_await(&self) -> bool {
        self.top_level_await && self.current_kind() == ScopeKind::Module
    }

    /// Some expressions make no sense in code that may run later or never.
    fn refuse_in_annotation(&mut self, what: &str, span: Span) -> Checked {
        let place = match self.current_kind() {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeVariable => self.walk().info,
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParams => "the definition of a generic",
            _ => return Ok(()),
        };
        fail(format!("{what} cannot be used within {place}"), span)
    }

    fn named(&mut self, expr: &Expr<'a>, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Checked {
        self.refuse_in_annotation("named expression", expr.span)?;
        if self.walk().comp_iter_expr > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return fail(message, expr.span);
        }
        if let ExprKind::Name { id, .. } = target.kind
            && self.current_kind().is_comprehension()
        {
            self.bind_outside(id, target.span)?;
        }
        self.expr(value)?;
        self.expr(target)
    }

    /// `:=` in a comprehension binds in the nearest scope around that is none.
    fn bind_outside(&mut self, id: Id<'a>, span: Span) -> Checked {
        for index in (0..self.stack.len()).rev() {
            let scope = self.stack[index];
            let kind = self.scope(scope).kind;
            let place = match kind {
                kind if kind.is_comprehension() => {
                    let flags = self.flags_in(scope, id);
                    if flags.has(Flags::COMP_ITER) && flags.has(Flags::LOCAL) {
                        let message =
                            format!("assignment expression cannot rebind comprehension iteration variable '{id}'");
                        return fail(message, span);
                    }
                    continue;
                }
                ScopeKind::Function | ScopeKind::Lambda => {
                    let is_global = self.flags_in(scope, id).has(Flags::GLOBAL);
                    let flag = if is_global { Flags::GLOBAL } else { Flags::NONLOCAL };
                    self.add(id, flag, span)?;
                    self.record_directive(id, span);
                    return self.add_to(scope, id, Flags::LOCAL, span);
                }
                ScopeKind::Module => {
                    self.add(id, Flags::GLOBAL, span)?;
                    self.record_directive(id, span);
                    return self.add_to(scope, id, Flags::GLOBAL, span);
                }
                ScopeKind::Class => "in a class body",
                ScopeKind::TypeParams => "within the definition of a generic",
                ScopeKind::TypeAlias => "in a type alias",
                ScopeKind::TypeVariable => "in a TypeVar bound",
                _ => continue,
            };
            return fail(
                format!("assignment expression within a comprehension cannot be used {place}"),
                span,
            );
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        kind: ScopeKind,
        node: NodeId,
        span: Span,
        generators: &'a [Comprehension<'a>],
        parts: [Option<&'a Expr<'a>>; 2],
    ) -> Checked {
        let display = Display {
            kind,
            node,
            span,
            generators,
            parts,
        };
        let Some((outermost, others)) = display.generators.split_first() else {
            return Ok(());
        };
        // The outermost iterable is evaluated in the scope around.
        self.walk().comp_iter_expr += 1;
        self.expr(outermost.iter)?;
        self.walk().comp_iter_expr -= 1;
        let is_async = self.comprehension_scope(&display, outermost, others)?;
        if is_async {
            let allowed = self.allows_top_level_await();
            let here = self.here();
            let in_async = here.kind.is_function_block() && here.coroutine;
            if !in_async && !here.kind.is_comprehension() && !allowed {
                return fail(
                    "asynchronous comprehension outside of an asynchronous function",
                    display.span,
                );
            }
            here.coroutine = true;
        }
        Ok(())
    }

    /// Walks what runs inside the comprehension; tells whether that makes the scope around asynchronous.
    fn comprehension_scope(
        &mut self,
        display: &Display<'a>,
        outermost: &'a Comprehension<'a>,
        others: &'a [Comprehension<'a>],
    ) -> Result<bool, Box<crate::syntax::error::SyntaxError>> {
        let name = match display.kind {
            ScopeKind::ListComp => "listcomp",
            ScopeKind::SetComp => "setcomp",
            ScopeKind::DictComp => "dictcomp",
            _ => "genexpr",
        };
        let id = self.new_scope(display.kind, name, display.span);
        self.attach(display.node, Part::Block, id);
        self.enter(id);
        self.here().coroutine = outermost.is_async;
        self.add(&ident::ITERABLE_PARAMETER, Flags::PARAM, display.span)?;
        self.comprehension_target(outermost.target)?;
        self.exprs(outermost.ifs)?;
        for clause in others {
            self.comprehension_target(clause.target)?;
            self.walk().comp_iter_expr += 1;
            self.expr(clause.iter)?;
            self.walk().comp_iter_expr -= 1;
            self.exprs(clause.ifs)?;
            if clause.is_async {
                self.here().coroutine = true;
            }
        }
        for part in display.parts {
            self.optional(part)?;
        }
        let here = self.here();
        here.generator = display.kind == ScopeKind::Generator;
        let is_async = here.coroutine && !here.generator;
        self.exit();
        Ok(is_async)
    }

    fn comprehension_target(&mut self, target: &'a Expr<'a>) -> Checked {
        self.walk().comp_iter_target = true;
        self.expr(target)?;
        self.walk().comp_iter_target = false;
        Ok(())
    }
}
