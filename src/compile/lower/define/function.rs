//! Functions and lambdas: defaults, decorators, closures, bodies.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::isa::Op;
use crate::compile::emitter::NO_SPAN;
use crate::compile::fold::doc;
use crate::compile::lower::state::{Done, Lower, UnitKind, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Part, Resolution, ScopeId};
use crate::syntax::ast::{Arguments, Expr, ExprKind, FunctionDef, Stmt};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// The number of the dotted name of a code object about to be entered, whose name has `number`.
    pub fn qualname(&mut self, kind: UnitKind, name: &str, number: u32) -> u32 {
        // `unit` is the parent, `outer` are those around it; the module has no name of its own.
        let mut depth = self.outer.len();
        let mut parent = &self.unit;
        if depth > 0 && matches!(parent.kind, UnitKind::TypeParams | UnitKind::Annotations) {
            depth -= 1;
            parent = &self.outer[depth];
        }
        if depth == 0 {
            return number;
        }
        if matches!(kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class) {
            let ident = self.symbols.idents.known(name);
            let id = ident.and_then(|ident| self.symbols.stored(parent.frame, ident));
            let symbol = id.and_then(|id| self.symbols.symbol(parent.frame, id));
            if symbol.is_some_and(|symbol| symbol.resolution == Resolution::GlobalExplicit) {
                return number;
            }
        }
        let between = match parent.kind {
            UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda => ".<locals>.",
            _ => ".",
        };
        let outer = parent.qualname;
        self.names.add_behind(outer, [between, name])
    }

    /// Evaluates decorators, one register each.
    pub fn push_decorators(&mut self, decorators: &'a [&'a Expr<'a>]) -> Done<Reg> {
        let first = self.top();
        for decorator in decorators {
            self.push(decorator)?;
        }
        Ok(first)
    }

    /// Calls the decorators, innermost first, with what stands behind them; the result is in `first`.
    pub fn apply_decorators(&mut self, decorators: &'a [&'a Expr<'a>], first: Reg) {
        for (index, decorator) in decorators.iter().enumerate().rev() {
            self.emit(decorator.span, Op::call, &[r(first.at(index as u32)), 1]);
        }
    }

    pub fn function_statement(&mut self, span: Span, node: &'a FunctionDef<'a>, is_async: bool) -> Done {
        let first = self.push_decorators(node.decorator_list)?;
        let function = self.take();
        let start = node
            .decorator_list
            .first()
            .map_or(span.start, |decorator| decorator.span.start);
        let first_line = self.line(start);
        if node.type_params.is_empty() {
            let parts = self.take_many(4);
            self.defaults_to(span, node.args, parts)?;
            self.plain_function(span, node, is_async, first_line, parts, function)?;
        } else {
            self.generic_function(span, node, is_async, first_line, function)?;
        }
        self.release(function.at(1));
        self.apply_decorators(node.decorator_list, first);
        self.store_name(span, node.name, first)?;
        self.release(first);
        Ok(())
    }

    /// Compiles the function and makes it; the defaults are in `parts` already.
    pub fn plain_function(
        &mut self,
        span: Span,
        node: &'a FunctionDef<'a>,
        is_async: bool,
        first_line: u32,
        parts: Reg,
        dst: Reg,
    ) -> Done {
        self.check_parameters(node.args)?;
        self.function_annotations(span, node, parts.at(2))?;
        let scope = self
            .symbols
            .find(node.node, Part::Block)
            .expect("a function has a scope");
        let kind = if is_async {
            UnitKind::AsyncFunction
        } else {
            UnitKind::Function
        };
        self.enter(kind, scope, node.name, first_line);
        self.count_parameters(node.args);
        self.function_body(node.body)?;
        let code = self.leave()?;
        self.make_closure(span, scope, code, Some(parts), dst)
    }

    pub fn count_parameters(&mut self, args: &Arguments) {
        let unit = &mut self.unit;
        unit.positional_only = args.posonlyargs.len() as u32;
        unit.positional = (args.posonlyargs.len() + args.args.len()) as u32;
        unit.keyword_only = args.kwonlyargs.len() as u32;
    }

    fn function_body(&mut self, body: &'a [Stmt<'a>]) -> Done {
        let mut body = body;
        if let Some(text) = doc::docstring(body) {
            body = &body[1..];
            if self.options.optimize < 2 {
                let text = doc::clean(text);
                self.constant(Constant::Str(text.into()));
                self.unit.has_doc = true;
                self.unit.flags |= Flags::HAS_DOCSTRING;
            }
        }
        self.scan_deletable(body);
        self.body(body)?;
        self.return_none(NO_SPAN);
        Ok(())
    }

    fn check_parameters(&self, args: &'a Arguments<'a>) -> Done {
        let all = args
            .posonlyargs
            .iter()
            .chain(args.args)
            .chain(args.vararg)
            .chain(args.kwonlyargs)
            .chain(args.kwarg);
        for arg in all {
            self.forbid_assignment(arg.span, arg.arg)?;
        }
        Ok(())
    }

    /// Fills the first two of `parts`: positional and keyword defaults; UNBOUND where there are none. Clears the other two.
    pub fn defaults_to(&mut self, span: Span, args: &'a Arguments<'a>, parts: Reg) -> Done {
        let has_keyword_defaults = args.kw_defaults.iter().any(Option::is_some);
        match (args.defaults.is_empty(), has_keyword_defaults) {
            (true, false) => self.clear(span, parts, 4),
            (false, false) => self.clear(span, parts.at(1), 3),
            (true, true) => {
                self.clear(span, parts, 1);
                self.clear(span, parts.at(2), 2);
            }
            (false, true) => self.clear(span, parts.at(2), 2),
        }
        if !args.defaults.is_empty() {
            let constants: Option<Vec<_>> = args.defaults.iter().map(|value| self.constant_value(value)).collect();
            match constants {
                Some(constants) => self.load_constant(span, parts, Constant::Tuple(constants)),
                None => self.tuple_to(span, args.defaults, parts)?,
            }
        }
        if has_keyword_defaults {
            let map = parts.at(1);
            self.emit(span, Op::build_map, &[r(map), r(map), 0]);
            for (arg, value) in args.kwonlyargs.iter().zip(args.kw_defaults) {
                let Some(value) = value else { continue };
                let key = self.take();
                let name = self.symbols.mangle(self.unit.scope, arg.arg);
                self.load_string(span, key, &name);
                let value = self.any(value)?;
                self.emit(span, Op::map_add, &[r(map), r(key), r(value)]);
                self.release(key);
            }
        }
        Ok(())
    }

    pub fn lambda_to(&mut self, expr: &'a Expr<'a>, dst: Reg) -> Done {
        let ExprKind::Lambda { node, args, body } = expr.kind else {
            unreachable!("a lambda")
        };
        self.check_parameters(args)?;
        let mark = self.top();
        let parts = self.take_many(4);
        self.defaults_to(expr.span, args, parts)?;
        let scope = self.symbols.find(node, Part::Block).expect("a lambda has a scope");
        let line = self.line(expr.span.start);
        self.enter(UnitKind::Lambda, scope, "<lambda>", line);
        self.count_parameters(args);
        self.return_statement_of(body)?;
        let code = self.leave()?;
        self.make_closure(expr.span, scope, code, Some(parts), dst)?;
        self.release(mark);
        Ok(())
    }

    /// Returns the value of an expression, with the positions of the expression.
    pub fn return_statement_of(&mut self, body: &'a Expr<'a>) -> Done {
        let mark = self.top();
        let register = self.any(body)?;
        self.emit(body.span, Op::return_value, &[r(register)]);
        self.release(mark);
        Ok(())
    }

    /// Makes a function of `code`. `parts` are the four registers of `make_function`, of which the closure is filled here.
    pub fn make_closure(&mut self, span: Span, scope: ScopeId, code: CodeData, parts: Option<Reg>, dst: Reg) -> Done {
        let mark = self.top();
        let parts = match parts {
            Some(parts) => parts,
            None => {
                let parts = self.take_many(4);
                self.clear(span, parts, 4);
                parts
            }
        };
        let free = &self.symbols.scope(scope).free;
        if !free.is_empty() {
            let first = self.take_many(free.len() as u32);
            for (index, &name) in free.iter().enumerate() {
                if let Some(cell) = self.cell_register(name) {
                    self.copy(span, first.at(index as u32), cell);
                }
            }
            self.emit(span, Op::build_tuple, &[r(parts.at(3)), r(first), free.len() as i32]);
        }
        if self.unit.emitter.is_reachable() {
            let index = self.constant(Constant::Code(code.into()));
            self.emit(span, Op::make_function, &[r(dst), r(parts), index as i32]);
        }
        self.release(mark);
        Ok(())
    }
}
