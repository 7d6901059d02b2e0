//! Whether an expression may look at given names: a cheap answer that errs on the side of yes.

use crate::compile::lower::name::looks_at_locals;
use crate::syntax::ast::{Expr, ExprKind};
use crate::syntax::literal::ident::Id;

/// So many nodes are looked at.
const NODES_MAX: u32 = 64;

/// Whether evaluating one of `exprs` may read or write one of `names`, or look at all locals.
pub fn any_of<'a>(exprs: impl IntoIterator<Item = &'a Expr<'a>>, names: &[Id<'_>]) -> bool {
    let mut waiting: Vec<&Expr> = exprs.into_iter().collect();
    let mut left = NODES_MAX;
    while let Some(expr) = waiting.pop() {
        if left == 0 {
            return true;
        }
        left -= 1;
        match expr.kind {
            ExprKind::Constant { .. } => (),
            ExprKind::Name { id, .. } => {
                if names.contains(&id) || looks_at_locals(id) {
                    return true;
                }
            }
            ExprKind::Attribute { value, .. } => waiting.push(value),
            ExprKind::UnaryOp { operand, .. } => waiting.push(operand),
            ExprKind::BinOp { left, right, .. } => waiting.extend([left, right]),
            ExprKind::Subscript { value, slice, .. } => waiting.extend([value, slice]),
            ExprKind::BoolOp { values, .. } => waiting.extend(values),
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => waiting.extend(elts),
            ExprKind::Compare { left, rest } => {
                waiting.push(left);
                waiting.extend(rest.iter().map(|link| link.right));
            }
            ExprKind::Call(call) => {
                waiting.push(call.func);
                waiting.extend(call.args);
                waiting.extend(call.keywords.iter().map(|keyword| keyword.value));
            }
            _ => return true,
        }
    }
    false
}
