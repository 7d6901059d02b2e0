//! Which expressions are constants already now, and the warnings that look at the types of literals.

use crate::bytecode::code::Constant;
use crate::compile::fold::expression::{self, Debug};
use crate::compile::lower::state::Lower;
use crate::syntax::ast::{self, Expr, ExprKind};

impl<'a> Lower<'a> {
    /// The value of a constant expression.
    #[inline]
    pub fn constant_value(&self, expr: &'a Expr<'a>) -> Option<Constant> {
        match expression::may_be_constant(expr) {
            true => expression::constant(expr, Debug(self.options.optimize == 0)),
            false => None,
        }
    }

    /// The same, where a literal text would not be used.
    pub fn constant_but_text(&self, expr: &'a Expr<'a>) -> Option<Constant> {
        match expr.kind {
            ExprKind::Constant {
                value: ast::Constant::Str(_) | ast::Constant::Bytes(_),
                ..
            } => None,
            _ => self.constant_value(expr),
        }
    }

    pub fn is_constant(&self, expr: &'a Expr<'a>) -> bool {
        matches!(expr.kind, ExprKind::Constant { .. }) || self.constant_value(expr).is_some()
    }

    /// The constant that a list or set display of constants becomes where only its items matter.
    pub fn constant_container(&self, expr: &'a Expr<'a>) -> Option<Constant> {
        let all = |elts: &'a [&'a Expr<'a>]| {
            elts.iter()
                .map(|elt| self.constant_value(elt))
                .collect::<Option<Vec<_>>>()
        };
        match expr.kind {
            ExprKind::List { elts, .. } if !elts.is_empty() => all(elts).map(Constant::Tuple),
            ExprKind::Set { elts } => all(elts).map(|mut items| {
                let mut index = 0;
                while index < items.len() {
                    let is_repeated = items[..index].contains(&items[index]);
                    if is_repeated {
                        items.remove(index);
                    } else {
                        index += 1;
                    }
                }
                Constant::FrozenSet(items)
            }),
            _ => None,
        }
    }

    /// CPYTHON: a literal, a display or a string that is called gets a warning.
    pub fn warn_call(&mut self, func: &'a Expr<'a>) {
        if matches!(
            func.kind,
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Lambda { .. }
        ) {
            return;
        }
        if let Some(name) = type_name(func) {
            let text = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(func.span, &text);
        }
    }

    /// CPYTHON: so does a subscript of something that has none, and a wrong index of a literal sequence.
    pub fn warn_subscript(&mut self, value: &'a Expr<'a>, slice: &'a Expr<'a>) {
        use ast::Constant as C;
        let has_no_items = match value.kind {
            ExprKind::Constant { value, .. } => matches!(
                value,
                C::None
                    | C::Ellipsis
                    | C::Int(_)
                    | C::BigInt { .. }
                    | C::Float(_)
                    | C::Imaginary(_)
                    | C::True
                    | C::False
            ),
            ExprKind::Set { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::GeneratorExp { .. }
            | ExprKind::TemplateStr { .. }
            | ExprKind::Lambda { .. } => true,
            _ => false,
        };
        if has_no_items && let Some(name) = type_name(value) {
            let text = format!("'{name}' object is not subscriptable; perhaps you missed a comma?");
            return self.warn(value.span, &text);
        }
        let is_sequence = match value.kind {
            ExprKind::Constant { value, .. } => matches!(value, C::Str(_) | C::Bytes(_)),
            ExprKind::Tuple { .. } | ExprKind::List { .. } | ExprKind::ListComp { .. } | ExprKind::JoinedStr { .. } => {
                true
            }
            _ => false,
        };
        if let (true, Some(name), Some(index)) = (is_sequence, type_name(value), type_name(slice))
            && !matches!(index, "int" | "bool" | "slice")
        {
            let text = format!("{name} indices must be integers or slices, not {index}; perhaps you missed a comma?");
            self.warn(value.span, &text);
        }
    }
}

/// The name of the type that the expression surely has.
pub fn type_name(expr: &Expr) -> Option<&'static str> {
    use ast::Constant as C;
    Some(match expr.kind {
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
        ExprKind::Dict { .. } | ExprKind::DictComp(_) => "dict",
        ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
        ExprKind::GeneratorExp { .. } => "generator",
        ExprKind::Lambda { .. } => "function",
        ExprKind::TemplateStr { .. } => "string.templatelib.Template",
        ExprKind::JoinedStr { .. } => "str",
        ExprKind::Slice { .. } => "slice",
        ExprKind::Constant { value, .. } => match value {
            C::None => "NoneType",
            C::True | C::False => "bool",
            C::Ellipsis => "ellipsis",
            C::Int(_) | C::BigInt { .. } => "int",
            C::Float(_) => "float",
            C::Imaginary(_) => "complex",
            C::Str(_) => "str",
            C::Bytes(_) => "bytes",
        },
        _ => return None,
    })
}
