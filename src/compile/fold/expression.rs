//! Which expressions are constants, and what they are.
//!
//! A left spine of operators is folded in a loop. Whoever walks a spine itself folds it as it goes, with `binary` and
//! `subscript`, and asks `constant` only for the operands: asking for every node of the spine would be quadratic.

use crate::bytecode::code::Constant;
use crate::compile::fold::{number, sequence};
use crate::syntax::ast::{self, BoolOp, Context, Expr, ExprKind, Operator, UnaryOp};
use crate::syntax::literal::ident;

/// The value of `__debug__`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debug(pub bool);

/// A literal as a constant of a code object.
pub fn literal(value: &ast::Constant<'_>) -> Constant {
    match *value {
        ast::Constant::None => Constant::None,
        ast::Constant::True => Constant::True,
        ast::Constant::False => Constant::False,
        ast::Constant::Ellipsis => Constant::Ellipsis,
        ast::Constant::Int(value) => Constant::Int(value),
        ast::Constant::BigInt { radix, digits } => Constant::BigInt {
            radix,
            digits: digits.to_owned(),
        },
        ast::Constant::Float(value) => Constant::Float(value.to_bits()),
        ast::Constant::Imaginary(value) => Constant::Complex(0, value.to_bits()),
        ast::Constant::Str(text) => Constant::Str(text.into()),
        ast::Constant::Bytes(bytes) => Constant::Bytes(bytes.into()),
    }
}

/// Whether it is worth asking for the value of an expression.
#[inline]
pub fn may_be_constant(expr: &Expr<'_>) -> bool {
    match expr.kind {
        ExprKind::Constant { .. }
        | ExprKind::UnaryOp { .. }
        | ExprKind::Tuple { .. }
        | ExprKind::BoolOp { .. }
        | ExprKind::BinOp { .. }
        | ExprKind::Subscript { .. } => true,
        ExprKind::Name { id, .. } => *id == ident::DEBUG,
        _ => false,
    }
}

/// The value of an expression that is constant.
pub fn constant(expr: &Expr<'_>, debug: Debug) -> Option<Constant> {
    match expr.kind {
        ExprKind::Constant { value, .. } => Some(literal(&value)),
        ExprKind::Name { id, ctx: Context::Load } if *id == ident::DEBUG => Some(truth_constant(debug.0)),
        ExprKind::UnaryOp { op, operand } => unary(op, &constant(operand, debug)?),
        ExprKind::Tuple {
            elts,
            ctx: Context::Load,
        } => elts
            .iter()
            .map(|elt| constant(elt, debug))
            .collect::<Option<_>>()
            .map(Constant::Tuple),
        ExprKind::BoolOp { op, values } => chosen(op, values, debug),
        ExprKind::BinOp { .. } | ExprKind::Subscript { .. } => spine(expr, debug),
        _ => None,
    }
}

/// Operators and subscripts, innermost first.
fn spine<'a>(expr: &Expr<'a>, debug: Debug) -> Option<Constant> {
    let left = |expr: &Expr<'a>| match expr.kind {
        ExprKind::BinOp { left, .. } | ExprKind::Subscript { value: left, .. } => Some(left),
        _ => None,
    };
    let nodes = || std::iter::successors(Some(expr), |&node| left(node));
    let base = nodes().last().filter(|base| may_be_constant(base))?;
    let mut value = constant(base, debug)?;
    let nodes: Vec<_> = nodes().take_while(|&node| !std::ptr::eq(node, base)).collect();
    for node in nodes.iter().rev() {
        value = match node.kind {
            ExprKind::BinOp { op, right, .. } => binary(&value, op, &constant(right, debug)?)?,
            ExprKind::Subscript {
                slice,
                ctx: Context::Load,
                ..
            } => subscript(&value, &constant(slice, debug)?)?,
            _ => return None,
        };
    }
    Some(value)
}

/// The operand that decides an `and` or `or`, if all before it are constants.
fn chosen(op: BoolOp, values: &[&Expr<'_>], debug: Debug) -> Option<Constant> {
    let mut last = None;
    for value in values {
        let value = constant(value, debug)?;
        let decides = truth(&value) == (op == BoolOp::Or);
        last = Some(value);
        if decides {
            break;
        }
    }
    last
}

/// What a condition surely is, if that is known.
pub fn condition(expr: &Expr<'_>, debug: Debug) -> Option<bool> {
    match expr.kind {
        ExprKind::UnaryOp {
            op: UnaryOp::Not,
            operand,
        } => condition(operand, debug).map(|value| !value),
        ExprKind::BoolOp { op, values } => {
            let deciding = op == BoolOp::Or;
            for value in values {
                if condition(value, debug)? == deciding {
                    return Some(deciding);
                }
            }
            Some(!deciding)
        }
        _ => constant(expr, debug).map(|value| truth(&value)),
    }
}

pub fn unary(op: UnaryOp, operand: &Constant) -> Option<Constant> {
    match op {
        UnaryOp::Not => Some(truth_constant(!truth(operand))),
        _ => number::unary(op, operand),
    }
}

pub fn binary(left: &Constant, op: Operator, right: &Constant) -> Option<Constant> {
    number::binary(left, op, right).or_else(|| sequence::binary(left, op, right))
}

pub fn subscript(value: &Constant, index: &Constant) -> Option<Constant> {
    sequence::subscript(value, index)
}

fn truth_constant(value: bool) -> Constant {
    if value { Constant::True } else { Constant::False }
}

/// `bool(constant)`
pub fn truth(constant: &Constant) -> bool {
    match constant {
        Constant::None | Constant::False => false,
        Constant::True | Constant::Ellipsis | Constant::Slice(_) | Constant::Code(_) => true,
        Constant::Int(value) => *value != 0,
        Constant::BigInt { digits, .. } => digits.bytes().any(|digit| !matches!(digit, b'0' | b'-')),
        Constant::Float(bits) => f64::from_bits(*bits) != 0.0,
        Constant::Complex(real, imag) => f64::from_bits(*real) != 0.0 || f64::from_bits(*imag) != 0.0,
        Constant::Str(text) | Constant::Bytes(text) => !text.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    }
}
