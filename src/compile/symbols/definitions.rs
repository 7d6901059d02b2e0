//! Walks functions, classes, type aliases, their type parameters, and annotations.

use crate::compile::symbols::collect::{Checked, Collector, fail};
use crate::compile::symbols::scope::{Flags, Part, ScopeId, ScopeKind};
use crate::syntax::ast::{
    Arg, Arguments, ClassDef, Expr, ExprKind, FunctionDef, NodeId, Stmt, TypeAlias, TypeParam, TypeParamKind,
};
use crate::syntax::literal::ident;
use crate::syntax::span::Span;

impl<'a> Collector<'a> {
    pub fn function(&mut self, def: &'a FunctionDef<'a>, span: Span, is_async: bool) -> Checked {
        self.add(def.name, Flags::LOCAL, span)?;
        self.defaults(def.args)?;
        self.exprs(def.decorator_list)?;
        if !def.type_params.is_empty() {
            self.enter_type_params(def.node, def.name, span)?;
            if !def.args.defaults.is_empty() {
                self.add(&ident::DEFAULTS_PARAMETER, Flags::PARAM, span)?;
            }
            if def.args.kw_defaults.iter().any(Option::is_some) {
                self.add(&ident::KWDEFAULTS_PARAMETER, Flags::PARAM, span)?;
            }
            def.type_params.iter().try_for_each(|param| self.type_param(param))?;
        }
        let id = self.new_scope(ScopeKind::Function, def.name, span);
        self.attach(def.node, Part::Block, id);
        self.signature_annotations(def, span)?;
        self.enter(id);
        self.here().coroutine = is_async;
        self.params(def.args)?;
        self.stmts(def.body)?;
        self.exit();
        if !def.type_params.is_empty() {
            self.exit();
        }
        Ok(())
    }

    /// Default values, which are evaluated around the function.
    pub fn defaults(&mut self, args: &'a Arguments<'a>) -> Checked {
        self.exprs(args.defaults)?;
        args.kw_defaults.iter().try_for_each(|default| self.optional(*default))
    }

    /// The parameters, in the order of their registers.
    pub fn params(&mut self, args: &'a Arguments<'a>) -> Checked {
        for arg in args.posonlyargs.iter().chain(args.args).chain(args.kwonlyargs) {
            self.add(arg.arg, Flags::PARAM, arg.span)?;
        }
        if let Some(arg) = args.vararg {
            self.add(arg.arg, Flags::PARAM, arg.span)?;
            self.here().varargs = true;
        }
        if let Some(arg) = args.kwarg {
            self.add(arg.arg, Flags::PARAM, arg.span)?;
            self.here().varkeywords = true;
        }
        Ok(())
    }

    /// The annotations of parameters and result: a scope of their own, made only when there are any.
    fn signature_annotations(&mut self, def: &'a FunctionDef<'a>, span: Span) -> Checked {
        let args = def.args;
        let annotation = |arg: &'a Arg<'a>| arg.annotation;
        let in_class = self.current_kind() == ScopeKind::Class;
        let listed = args.posonlyargs.iter().chain(args.args).filter_map(annotation);
        let listed = listed.chain(args.vararg.and_then(annotation));
        let listed = listed.chain(args.kwarg.and_then(annotation));
        let listed = listed.chain(args.kwonlyargs.iter().filter_map(annotation));
        let mut listed = listed.chain(def.returns).peekable();
        if listed.peek().is_none() {
            // CPYTHON: the scope exists even if it is empty, and shows in the namespace of the class by this cell.
            if in_class && !self.symbols.future_annotations {
                self.here().needs_classdict = true;
            }
            return Ok(());
        }
        let sees_class = in_class || self.here().can_see_class_scope;
        let id = self.enter_lazy(ScopeKind::Annotation, "__annotate__", span)?;
        self.attach(def.node, Part::Annotations, id);
        self.here().annotations_used = true;
        if sees_class {
            self.see_class_scope(span)?;
        }
        listed.try_for_each(|expr| self.expr(expr))?;
        self.exit();
        Ok(())
    }

    fn see_class_scope(&mut self, span: Span) -> Checked {
        self.here().can_see_class_scope = true;
        self.add(&ident::CLASSDICT, Flags::USE, span)
    }

    pub fn class(&mut self, def: &'a ClassDef<'a>, span: Span) -> Checked {
        self.add(def.name, Flags::LOCAL, span)?;
        self.exprs(def.decorator_list)?;
        let around = self.private;
        let generic = !def.type_params.is_empty();
        if generic {
            self.enter_type_params(def.node, def.name, span)?;
            // Set when the tuple of type parameters is made, used when the bases are.
            self.add(&ident::HELD_TYPE_PARAMS, Flags::LOCAL | Flags::USE, span)?;
            self.add(&ident::GENERIC_BASE, Flags::LOCAL | Flags::USE, span)?;
            self.private = Some(def.name);
            self.mangle_only_type_params();
            def.type_params.iter().try_for_each(|param| self.type_param(param))?;
        }
        self.exprs(def.bases)?;
        self.keywords(def.keywords)?;
        let id = self.new_scope(ScopeKind::Class, def.name, span);
        self.attach(def.node, Part::Block, id);
        self.private = Some(def.name);
        self.enter(id);
        if generic {
            self.add(&ident::TYPE_PARAMS, Flags::LOCAL, span)?;
            self.add(&ident::HELD_TYPE_PARAMS, Flags::USE, span)?;
        }
        self.stmts(def.body)?;
        self.exit();
        if let Some(annotations) = self.scope(id).annotations {
            self.attach(def.node, Part::Annotations, annotations);
        }
        if generic {
            self.exit();
        }
        self.private = around;
        Ok(())
    }

    pub fn type_alias(&mut self, alias: &'a TypeAlias<'a>, stmt: &'a Stmt<'a>) -> Checked {
        self.expr(alias.name)?;
        let ExprKind::Name { id: name, .. } = alias.name.kind else {
            return Ok(());
        };
        let in_class = self.current_kind() == ScopeKind::Class;
        let generic = !alias.type_params.is_empty();
        if generic {
            self.enter_type_params(alias.node, name, stmt.span)?;
            alias.type_params.iter().try_for_each(|param| self.type_param(param))?;
        }
        let id = self.enter_lazy(ScopeKind::TypeAlias, name, stmt.span)?;
        self.attach(alias.node, Part::Block, id);
        if in_class {
            self.see_class_scope(alias.value.span)?;
        }
        self.expr(alias.value)?;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    fn enter_type_params(&mut self, node: NodeId, name: &'a str, span: Span) -> Checked {
        let in_class = self.current_kind() == ScopeKind::Class;
        let id = self.new_scope(ScopeKind::TypeParams, name, span);
        self.attach(node, Part::TypeParams, id);
        self.enter(id);
        if in_class {
            self.see_class_scope(span)?;
        }
        Ok(())
    }

    fn type_param(&mut self, param: &'a TypeParam<'a>) -> Checked {
        self.add(param.name, Flags::TYPE_PARAM | Flags::LOCAL, param.span)?;
        if *param.name == ident::CLASSDICT {
            let message = format!("reserved name '{}' cannot be used for type parameter", param.name);
            return fail(message, param.span);
        }
        let default = match param.kind {
            TypeParamKind::TypeVar { bound } => {
                if let Some(bound) = bound {
                    let is_tuple = matches!(bound.kind, ExprKind::Tuple { .. });
                    let info = if is_tuple {
                        "a TypeVar constraint"
                    } else {
                        "a TypeVar bound"
                    };
                    self.type_variable(param, Part::Block, bound, info)?;
                }
                "a TypeVar default"
            }
            TypeParamKind::ParamSpec => "a ParamSpec default",
            TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
        };
        match param.default_value {
            Some(value) => self.type_variable(param, Part::Default, value, default),
            None => Ok(()),
        }
    }

    fn type_variable(
        &mut self,
        param: &'a TypeParam<'a>,
        part: Part,
        value: &'a Expr<'a>,
        info: &'static str,
    ) -> Checked {
        let sees_class = self.here().can_see_class_scope;
        let id = self.enter_lazy(ScopeKind::TypeVariable, param.name, value.span)?;
        self.attach(param.node, part, id);
        if sees_class {
            self.see_class_scope(value.span)?;
        }
        self.walk().info = info;
        self.expr(value)?;
        self.exit();
        Ok(())
    }

    /// The annotation of a variable; all of a module, class or function share one scope.
    pub fn annotation(&mut self, annotation: &'a Expr<'a>) -> Checked {
        let around = self.current();
        let kind = self.current_kind();
        let conditional = match kind {
            ScopeKind::Module => true,
            ScopeKind::Class => self.walk().conditional,
            _ => false,
        };
        if conditional && !self.here().has_conditional_annotations {
            self.here().has_conditional_annotations = true;
            self.add(&ident::CONDITIONAL_ANNOTATIONS, Flags::USE, annotation.span)?;
        }
        match self.here().annotations {
            Some(id) => self.enter(id),
            None => self.new_annotations(around, annotation.span)?,
        }
        let in_class = kind == ScopeKind::Class && !self.symbols.future_annotations;
        if in_class && self.scope(around).has_conditional_annotations {
            self.add(&ident::CONDITIONAL_ANNOTATIONS, Flags::USE, annotation.span)?;
        }
        self.walk().unevaluated = kind.is_function_block();
        self.expr(annotation)?;
        self.walk().unevaluated = false;
        self.exit();
        Ok(())
    }

    fn new_annotations(&mut self, around: ScopeId, span: Span) -> Checked {
        let id = self.enter_lazy(ScopeKind::Annotation, "__annotate__", span)?;
        self.scope_mut(around).annotations = Some(id);
        self.here().annotations_used = true;
        if self.scope(around).kind == ScopeKind::Class && !self.symbols.future_annotations {
            self.see_class_scope(span)?;
        }
        Ok(())
    }
}
