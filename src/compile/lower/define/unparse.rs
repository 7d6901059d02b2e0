//! Expressions as text, the way CPython writes annotations under `from __future__ import annotations`.

use crate::base::codec::repr;
use crate::base::{big, float};
use crate::compile::lower::state::Lower;
use crate::syntax::ast::{
    Arguments, BoolOp, CmpOp, Comprehension, Constant, Conversion, DictItem, Expr, ExprKind, Operator, UnaryOp,
};

/// How tightly an operand must bind.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl<'a> Lower<'a> {
    /// The text of an annotation; WTF-8.
    pub fn annotation_text(&self, expr: &'a Expr<'a>) -> Vec<u8> {
        let mut text = Text { out: Vec::new() };
        text.expr(expr, Level::Test);
        text.out
    }
}

struct Text {
    out: Vec<u8>,
}

fn operator(op: Operator) -> (&'static str, Level) {
    match op {
        Operator::Add => (" + ", Level::Arithmetic),
        Operator::Sub => (" - ", Level::Arithmetic),
        Operator::Mult => (" * ", Level::Term),
        Operator::MatMult => (" @ ", Level::Term),
        Operator::Div => (" / ", Level::Term),
        Operator::Mod => (" % ", Level::Term),
        Operator::LShift => (" << ", Level::Shift),
        Operator::RShift => (" >> ", Level::Shift),
        Operator::BitOr => (" | ", Level::BitOr),
        Operator::BitXor => (" ^ ", Level::BitXor),
        Operator::BitAnd => (" & ", Level::BitAnd),
        Operator::FloorDiv => (" // ", Level::Term),
        Operator::Pow => (" ** ", Level::Power),
    }
}

fn next(level: Level) -> Level {
    match level {
        Level::BitOr => Level::BitXor,
        Level::BitXor => Level::BitAnd,
        Level::BitAnd => Level::Shift,
        Level::Shift => Level::Arithmetic,
        Level::Arithmetic => Level::Term,
        Level::Term => Level::Factor,
        Level::Factor => Level::Power,
        Level::Power => Level::Await,
        Level::Or => Level::And,
        Level::And => Level::Not,
        _ => Level::BitOr,
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}

impl Text {
    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Runs `inside` between parentheses if `outer` binds tighter than `own`.
    fn grouped(&mut self, outer: Level, own: Level, inside: impl FnOnce(&mut Text)) {
        let is_grouped = outer > own;
        if is_grouped {
            self.put("(");
        }
        inside(self);
        if is_grouped {
            self.put(")");
        }
    }

    fn list(&mut self, exprs: &[&Expr]) {
        for (index, expr) in exprs.iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            self.expr(expr, Level::Test);
        }
    }

    fn expr(&mut self, expr: &Expr, level: Level) {
        match expr.kind {
            ExprKind::Name { id, .. } => self.put(id),
            ExprKind::Constant { value, is_u } => self.constant(&value, is_u),
            ExprKind::BinOp { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Call(_)
            | ExprKind::IfExp { .. } => self.spine(expr, level),
            ExprKind::BoolOp { op, values } => {
                let (text, own) = match op {
                    BoolOp::And => (" and ", Level::And),
                    BoolOp::Or => (" or ", Level::Or),
                };
                self.grouped(level, own, |this| {
                    for (index, value) in values.iter().enumerate() {
                        if index > 0 {
                            this.put(text);
                        }
                        this.expr(value, next(own));
                    }
                });
            }
            ExprKind::UnaryOp { op, operand } => {
                let (text, own) = match op {
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.grouped(level, own, |this| {
                    this.put(text);
                    this.expr(operand, own);
                });
            }
            ExprKind::NamedExpr { target, value } => self.grouped(level, Level::Tuple, |this| {
                this.expr(target, Level::Atom);
                this.put(" := ");
                this.expr(value, Level::Atom);
            }),
            ExprKind::Lambda { args, body, .. } => self.grouped(level, Level::Test, |this| {
                let has_args = !args.posonlyargs.is_empty()
                    || !args.args.is_empty()
                    || !args.kwonlyargs.is_empty()
                    || args.vararg.is_some()
                    || args.kwarg.is_some();
                this.put(if has_args { "lambda " } else { "lambda" });
                this.arguments(args);
                this.put(": ");
                this.expr(body, Level::Test);
            }),
            ExprKind::Compare { left, rest } => self.grouped(level, Level::Compare, |this| {
                this.expr(left, Level::BitOr);
                for link in rest {
                    this.put(comparison(link.op));
                    this.expr(link.right, Level::BitOr);
                }
            }),
            _ => self.display(expr, level),
        }
    }

    /// Displays, comprehensions and the rest.
    fn display(&mut self, expr: &Expr, level: Level) {
        match expr.kind {
            ExprKind::Dict { items } => self.dict(items),
            ExprKind::Set { elts } => {
                self.put("{");
                self.list(elts);
                self.put("}");
            }
            ExprKind::List { elts, .. } => {
                self.put("[");
                self.list(elts);
                self.put("]");
            }
            ExprKind::Tuple { elts, .. } => {
                if elts.is_empty() {
                    return self.put("()");
                }
                self.grouped(level, Level::Tuple, |this| {
                    this.list(elts);
                    if elts.len() == 1 {
                        this.put(",");
                    }
                });
            }
            ExprKind::ListComp { elt, generators, .. } => self.comprehension("[", (elt, None), generators, "]"),
            ExprKind::SetComp { elt, generators, .. } => self.comprehension("{", (elt, None), generators, "}"),
            ExprKind::GeneratorExp { elt, generators, .. } => self.comprehension("(", (elt, None), generators, ")"),
            ExprKind::DictComp(comp) => {
                self.comprehension("{", (comp.key, Some(comp.value)), comp.generators, "}");
            }
            ExprKind::Yield { value } => {
                self.put(if value.is_some() { "(yield " } else { "(yield" });
                if let Some(value) = value {
                    self.expr(value, Level::Tuple);
                }
                self.put(")");
            }
            ExprKind::YieldFrom { value } => {
                self.put("(yield from ");
                self.expr(value, Level::Test);
                self.put(")");
            }
            ExprKind::Await { value } => self.grouped(level, Level::Await, |this| {
                this.put("await ");
                this.expr(value, Level::Atom);
            }),
            ExprKind::Starred { value, .. } => {
                self.put("*");
                self.expr(value, Level::BitOr);
            }
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step),
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => self.string("f", expr),
            ExprKind::TemplateStr { .. } | ExprKind::Interpolation(_) => self.string("t", expr),
            _ => (),
        }
    }

    fn dict(&mut self, items: &[DictItem]) {
        self.put("{");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            match item.key {
                Some(key) => {
                    self.expr(key, Level::Test);
                    self.put(": ");
                    self.expr(item.value, Level::Test);
                }
                None => {
                    self.put("**");
                    self.expr(item.value, Level::BitOr);
                }
            }
        }
        self.put("}");
    }

    fn slice(&mut self, lower: Option<&Expr>, upper: Option<&Expr>, step: Option<&Expr>) {
        if let Some(lower) = lower {
            self.expr(lower, Level::Test);
        }
        self.put(":");
        if let Some(upper) = upper {
            self.expr(upper, Level::Test);
        }
        if let Some(step) = step {
            self.put(":");
            self.expr(step, Level::Test);
        }
    }

    /// Chains, from the inside outwards: what stands in front of the base first.
    fn spine(&mut self, expr: &Expr, level: Level) {
        let mut links = Vec::new();
        let (mut node, mut wanted) = (expr, level);
        loop {
            let (left, own) = match node.kind {
                ExprKind::BinOp { left, op, .. } => {
                    let own = operator(op).1;
                    let left_level = if op == Operator::Pow { next(own) } else { own };
                    links.push((node, wanted > own));
                    (left, Some((left_level, wanted > own)))
                }
                ExprKind::Attribute { value, .. } => {
                    links.push((node, false));
                    (value, Some((Level::Atom, false)))
                }
                ExprKind::Subscript { value, .. } => {
                    links.push((node, false));
                    (value, Some((Level::Atom, false)))
                }
                ExprKind::Call(call) => {
                    links.push((node, false));
                    (call.func, Some((Level::Atom, false)))
                }
                _ => (node, None),
            };
            match own {
                Some((level, is_grouped)) => {
                    if is_grouped {
                        self.put("(");
                    }
                    node = left;
                    wanted = level;
                }
                None => break,
            }
        }
        match node.kind {
            ExprKind::IfExp { .. } => self.conditional(node, wanted),
            _ => self.expr(node, wanted),
        }
        let is_number = matches!(
            node.kind,
            ExprKind::Constant {
                value: Constant::Int(_) | Constant::BigInt { .. },
                ..
            }
        );
        for (index, (link, is_grouped)) in links.iter().enumerate().rev() {
            self.link(link, is_number && index + 1 == links.len());
            if *is_grouped {
                self.put(")");
            }
        }
    }

    fn link(&mut self, link: &Expr, behind_int: bool) {
        match link.kind {
            ExprKind::BinOp { op, right, .. } => {
                let (text, own) = operator(op);
                self.put(text);
                let level = if op == Operator::Pow { own } else { next(own) };
                self.expr(right, level);
            }
            ExprKind::Attribute { attr, .. } => {
                self.put(if behind_int { " ." } else { "." });
                self.put(attr);
            }
            ExprKind::Subscript { slice, .. } => {
                self.put("[");
                self.expr(slice, Level::Tuple);
                self.put("]");
            }
            ExprKind::Call(call) => {
                if let ([only], []) = (call.args, call.keywords)
                    && matches!(only.kind, ExprKind::GeneratorExp { .. })
                {
                    return self.expr(only, Level::Test);
                }
                self.put("(");
                self.list(call.args);
                for (index, keyword) in call.keywords.iter().enumerate() {
                    if index > 0 || !call.args.is_empty() {
                        self.put(", ");
                    }
                    match keyword.arg {
                        Some(arg) => {
                            self.put(arg);
                            self.put("=");
                        }
                        None => self.put("**"),
                    }
                    self.expr(keyword.value, Level::Test);
                }
                self.put(")");
            }
            _ => (),
        }
    }

    fn conditional(&mut self, expr: &Expr, level: Level) {
        self.grouped(level, Level::Test, |this| {
            let mut node = expr;
            while let ExprKind::IfExp { test, body, orelse } = node.kind {
                this.expr(body, Level::Or);
                this.put(" if ");
                this.expr(test, Level::Or);
                this.put(" else ");
                node = orelse;
            }
            this.expr(node, Level::Test);
        });
    }

    fn comprehension(
        &mut self,
        open: &str,
        (elt, value): (&Expr, Option<&Expr>),
        generators: &[Comprehension],
        close: &str,
    ) {
        self.put(open);
        self.expr(elt, Level::Test);
        if let Some(value) = value {
            self.put(": ");
            self.expr(value, Level::Test);
        }
        for generator in generators {
            self.put(if generator.is_async { " async for " } else { " for " });
            self.expr(generator.target, Level::Tuple);
            self.put(" in ");
            self.expr(generator.iter, Level::Or);
            for test in generator.ifs {
                self.put(" if ");
                self.expr(test, Level::Or);
            }
        }
        self.put(close);
    }

    fn arguments(&mut self, args: &Arguments) {
        let mut is_first = true;
        let mut comma = |this: &mut Text| {
            if !std::mem::replace(&mut is_first, false) {
                this.put(", ");
            }
        };
        let positional = args.posonlyargs.len() + args.args.len();
        for (index, arg) in args.posonlyargs.iter().chain(args.args).enumerate() {
            comma(self);
            self.put(arg.arg);
            if index + args.defaults.len() >= positional {
                self.put("=");
                self.expr(args.defaults[index + args.defaults.len() - positional], Level::Test);
            }
            if index + 1 == args.posonlyargs.len() {
                self.put(", /");
            }
        }
        if args.vararg.is_some() || !args.kwonlyargs.is_empty() {
            comma(self);
            self.put("*");
            self.put(args.vararg.map_or("", |arg| arg.arg));
        }
        for (arg, default) in args.kwonlyargs.iter().zip(args.kw_defaults) {
            comma(self);
            self.put(arg.arg);
            if let Some(default) = default {
                self.put("=");
                self.expr(default, Level::Test);
            }
        }
        if let Some(arg) = args.kwarg {
            comma(self);
            self.put("**");
            self.put(arg.arg);
        }
    }

    fn constant(&mut self, value: &Constant, is_u: bool) {
        match *value {
            Constant::None => self.put("None"),
            Constant::True => self.put("True"),
            Constant::False => self.put("False"),
            Constant::Ellipsis => self.put("..."),
            Constant::Int(value) => self.put(&value.to_string()),
            Constant::BigInt { radix, digits } => match big::Big::parse(radix, digits.as_bytes()) {
                Some(value) => self.put(&value.to_string_radix(10)),
                None => self.put(digits),
            },
            // CPYTHON: infinity is written as a number that is too large.
            Constant::Float(value) => self.put(&float::repr(value).replace("inf", "1e309")),
            Constant::Imaginary(value) => {
                let text = float::repr(value);
                self.put(&text.strip_suffix(".0").unwrap_or(&text).replace("inf", "1e309"));
                self.put("j");
            }
            Constant::Str(text) => {
                if is_u {
                    self.put("u");
                }
                self.out.append(&mut repr::of_text(text));
            }
            Constant::Bytes(text) => self.out.append(&mut repr::of_bytes(text)),
        }
    }

    /// An f-string or t-string: its text is written first, then quoted.
    fn string(&mut self, prefix: &str, expr: &Expr) {
        let mut inner = Text { out: Vec::new() };
        inner.string_part(expr);
        self.put(prefix);
        self.out.append(&mut repr::of_text(&inner.out));
    }

    fn string_part(&mut self, expr: &Expr) {
        match expr.kind {
            ExprKind::JoinedStr { values } | ExprKind::TemplateStr { values } => {
                values.iter().for_each(|value| self.string_part(value));
            }
            ExprKind::Constant {
                value: Constant::Str(text),
                ..
            } => {
                for &byte in text {
                    self.out.push(byte);
                    if matches!(byte, b'{' | b'}') {
                        self.out.push(byte);
                    }
                }
            }
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => self.field(value, conversion, format_spec),
            ExprKind::Interpolation(node) => self.field(node.value, node.conversion, node.format_spec),
            _ => (),
        }
    }

    fn field(&mut self, value: &Expr, conversion: Conversion, format_spec: Option<&Expr>) {
        let mut inner = Text { out: Vec::new() };
        inner.expr(value, Level::Or);
        self.put(if inner.out.first() == Some(&b'{') { "{ " } else { "{" });
        self.out.append(&mut inner.out);
        self.put(match conversion {
            Conversion::None => "",
            Conversion::Str => "!s",
            Conversion::Repr => "!r",
            Conversion::Ascii => "!a",
        });
        if let Some(spec) = format_spec {
            self.put(":");
            self.string_part(spec);
        }
        self.put("}");
    }
}
