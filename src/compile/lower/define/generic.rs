//! Type parameters, generic functions, type aliases.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::lower::state::{Done, Lower, UnitKind, fail, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Part, ScopeId};
use crate::syntax::ast::{Expr, ExprKind, FunctionDef, TypeAlias, TypeParam, TypeParamKind};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// A tuple of the type parameters into `dst`; each is stored under its name as well.
    pub fn type_params_to(&mut self, span: Span, params: &'a [TypeParam<'a>], dst: Reg) -> Done {
        let first = self.top();
        let mut seen_default = false;
        for param in params {
            let register = self.take();
            self.type_param_to(param, register)?;
            match (param.default_value, param.kind) {
                (Some(value), kind) => {
                    seen_default = true;
                    let allow_star = matches!(kind, TypeParamKind::TypeVarTuple);
                    let evaluate = self.take();
                    let scope = self.symbols.find(param.node, Part::Default);
                    self.evaluate_function(scope, param.name, value, allow_star, evaluate)?;
                    let id = Intrinsic::TypeParamDefault as i32;
                    self.emit(param.span, Op::intrinsic2, &[r(register), r(register), r(evaluate), id]);
                    self.release(evaluate);
                }
                (None, _) if seen_default => {
                    let text = format!(
                        "non-default type parameter '{}' follows default type parameter",
                        param.name
                    );
                    return fail(text, param.span);
                }
                (None, _) => (),
            }
            self.store_name(param.span, param.name, register)?;
        }
        self.emit(span, Op::build_tuple, &[r(dst), r(first), params.len() as i32]);
        self.release(first);
        Ok(())
    }

    fn type_param_to(&mut self, param: &'a TypeParam<'a>, dst: Reg) -> Done {
        self.load_string(param.span, dst, param.name);
        let id = match param.kind {
            TypeParamKind::TypeVar { bound: Some(bound) } => {
                let evaluate = self.take();
                let scope = self.symbols.find(param.node, Part::Block);
                self.evaluate_function(scope, param.name, bound, false, evaluate)?;
                let id = match bound.kind {
                    ExprKind::Tuple { .. } => Intrinsic::TypeVarWithConstraints,
                    _ => Intrinsic::TypeVarWithBound,
                };
                self.emit(param.span, Op::intrinsic2, &[r(dst), r(dst), r(evaluate), id as i32]);
                self.release(evaluate);
                return Ok(());
            }
            TypeParamKind::TypeVar { bound: None } => Intrinsic::TypeVar,
            TypeParamKind::ParamSpec => Intrinsic::ParamSpec,
            TypeParamKind::TypeVarTuple => Intrinsic::TypeVarTuple,
        };
        self.emit(param.span, Op::intrinsic, &[r(dst), r(dst), id as i32]);
        Ok(())
    }

    /// A function that evaluates an expression when asked, with the parameter `.format` (VALUE by default), into `dst`.
    fn evaluate_function(
        &mut self,
        scope: Option<ScopeId>,
        name: &'a str,
        value: &'a Expr<'a>,
        allow_star: bool,
        dst: Reg,
    ) -> Done {
        let scope = scope.expect("a lazily evaluated expression has a scope");
        let mark = self.top();
        let parts = self.take_many(4);
        self.clear(value.span, parts, 4);
        self.load_constant(value.span, parts, Constant::Tuple(vec![Constant::Int(1)]));
        self.enter_annotations(scope, name, value.span);
        match value.kind {
            ExprKind::Starred { value: inner, .. } if allow_star => {
                let register = self.push(inner)?;
                self.emit(value.span, Op::unpack, &[r(register), r(register), 1]);
                self.emit(value.span, Op::return_value, &[r(register)]);
            }
            _ => self.return_statement_of(value)?,
        }
        let code = self.leave()?;
        self.make_closure(value.span, scope, code, Some(parts), dst)?;
        self.release(mark);
        Ok(())
    }

    /// Enters a function with the parameter `.format`, which refuses formats that only the caller can make.
    pub fn enter_annotations(&mut self, scope: ScopeId, name: &str, span: Span) {
        let line = self.line(span.start);
        self.enter(UnitKind::Annotations, scope, name, line);
        self.unit.positional_only = 1;
        self.unit.positional = 1;
        let unused = self.take();
        let format = Reg::local(0);
        let id = Intrinsic::CheckAnnotateFormat as i32;
        if self.unit.cells.contains(&0) {
            self.emit(span, Op::load_cell, &[r(unused), r(format)]);
            self.emit(span, Op::intrinsic, &[r(unused), r(unused), id]);
        } else {
            self.emit(span, Op::intrinsic, &[r(unused), r(format), id]);
        }
        self.release(unused);
    }

    /// A function with type parameters: made inside their scope, which is called at once with the defaults.
    pub fn generic_function(
        &mut self,
        span: Span,
        node: &'a FunctionDef<'a>,
        is_async: bool,
        first_line: u32,
        dst: Reg,
    ) -> Done {
        let scope = self
            .symbols
            .find(node.node, Part::TypeParams)
            .expect("a generic function has one");
        // The defaults are evaluated outside and passed in.
        let mark = self.top();
        let parts = self.take_many(4);
        self.defaults_to(span, node.args, parts)?;
        let has_defaults = !node.args.defaults.is_empty();
        let has_keyword_defaults = node.args.kw_defaults.iter().any(Option::is_some);
        let name = format!("<generic parameters of {}>", node.name);
        self.enter(UnitKind::TypeParams, scope, &name, first_line);
        let count = u32::from(has_defaults) + u32::from(has_keyword_defaults);
        self.unit.positional = count;
        self.unit.params = count;
        let params = self.take();
        self.type_params_to(span, node.type_params, params)?;
        let function = self.take();
        let inner = self.take_many(4);
        self.clear(span, inner, 4);
        let mut index = 0;
        for (place, is_there) in [has_defaults, has_keyword_defaults].into_iter().enumerate() {
            if is_there {
                self.copy(span, inner.at(place as u32), Reg::local(index));
                index += 1;
            }
        }
        self.plain_function(span, node, is_async, first_line, inner, function)?;
        let id = Intrinsic::FunctionTypeParams as i32;
        self.emit(span, Op::intrinsic2, &[r(function), r(function), r(params), id]);
        self.emit(span, Op::return_value, &[r(function)]);
        let code = self.leave()?;
        let window = self.take();
        self.make_closure(span, scope, code, None, window)?;
        for (place, is_there) in [has_defaults, has_keyword_defaults].into_iter().enumerate() {
            if is_there {
                let argument = self.take();
                self.copy(span, argument, parts.at(place as u32));
            }
        }
        self.emit(span, Op::call, &[r(window), count as i32]);
        self.copy(span, dst, window);
        self.release(mark);
        Ok(())
    }

    pub fn type_alias(&mut self, span: Span, node: &'a TypeAlias<'a>) -> Done {
        let ExprKind::Name { id: name, .. } = node.name.kind else {
            unreachable!("the name of a type alias")
        };
        let mark = self.top();
        let window = self.take();
        if node.type_params.is_empty() {
            self.alias_to(span, node, name, None, window)?;
        } else {
            let scope = self
                .symbols
                .find(node.node, Part::TypeParams)
                .expect("a generic alias has one");
            let line = self.line(span.start);
            self.enter(
                UnitKind::TypeParams,
                scope,
                &format!("<generic parameters of {name}>"),
                line,
            );
            let params = self.take();
            self.type_params_to(span, node.type_params, params)?;
            let alias = self.take();
            self.alias_to(span, node, name, Some(params), alias)?;
            self.emit(span, Op::return_value, &[r(alias)]);
            let code = self.leave()?;
            self.make_closure(span, scope, code, None, window)?;
            self.emit(span, Op::call, &[r(window), 0]);
        }
        self.store_name(span, name, window)?;
        self.release(mark);
        Ok(())
    }

    fn alias_to(&mut self, span: Span, node: &'a TypeAlias<'a>, name: &'a str, params: Option<Reg>, dst: Reg) -> Done {
        let first = self.take_many(3);
        self.load_string(span, first, name);
        match params {
            Some(params) => self.copy(span, first.at(1), params),
            None => self.load_none(span, first.at(1)),
        }
        let scope = self.symbols.find(node.node, Part::Block);
        self.evaluate_function(scope, name, node.value, false, first.at(2))?;
        self.emit(span, Op::build_tuple, &[r(dst), r(first), 3]);
        self.emit(span, Op::intrinsic, &[r(dst), r(dst), Intrinsic::TypeAlias as i32]);
        self.release(first);
        Ok(())
    }
}
