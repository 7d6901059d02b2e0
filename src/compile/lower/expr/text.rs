//! f-strings and t-strings.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{FORMAT_PART, Intrinsic, Op};
use crate::compile::lower::expr::call::CHUNK;
use crate::compile::lower::state::{Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{self, Conversion, Expr, ExprKind, Interpolation};
use crate::syntax::span::Span;

fn conversion_number(conversion: Conversion, is_part: bool) -> i32 {
    match conversion {
        Conversion::None if is_part => FORMAT_PART as i32,
        Conversion::None => 0,
        Conversion::Str => 1,
        Conversion::Repr => 2,
        Conversion::Ascii => 3,
    }
}

impl<'a> Lower<'a> {
    /// A replacement field; `is_part`: what it makes goes into `build_string` and nowhere else.
    pub fn formatted_to(&mut self, expr: &'a Expr<'a>, dst: Reg, is_part: bool) -> Done {
        let ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        } = expr.kind
        else {
            unreachable!("a replacement field")
        };
        let mark = self.top();
        match format_spec {
            None => {
                let conversion = conversion_number(conversion, is_part);
                let src = self.any(value)?;
                self.emit(expr.span, Op::format, &[r(dst), r(src), conversion]);
            }
            Some(spec) => {
                let conversion = conversion_number(conversion, false);
                let window = self.push(value)?;
                self.push(spec)?;
                self.emit(expr.span, Op::format_spec, &[r(dst), r(window), conversion]);
            }
        }
        self.release(mark);
        Ok(())
    }

    pub fn joined_to(&mut self, span: Span, values: &'a [&'a Expr<'a>], dst: Reg) -> Done {
        if let [only] = values
            && matches!(only.kind, ExprKind::FormattedValue { .. })
        {
            return self.formatted_to(only, dst, false);
        }
        if let []
        | [
            Expr {
                kind: ExprKind::Constant { .. },
                ..
            },
        ] = values
        {
            let text = values.first().and_then(|only| self.constant_value(only));
            self.load_constant(span, dst, text.unwrap_or(Constant::Str(Default::default())));
            return Ok(());
        }
        let mark = self.top();
        let (mut rest, mut joined) = (values, None);
        while !rest.is_empty() {
            let first = joined.unwrap_or(self.top());
            let room = CHUNK - usize::from(joined.is_some());
            let (now, later) = rest.split_at(rest.len().min(room));
            for value in now {
                self.push_part(value)?;
            }
            let count = now.len() + usize::from(joined.is_some());
            if later.is_empty() {
                self.emit(span, Op::build_string, &[r(dst), r(first), count as i32]);
            } else {
                self.emit(span, Op::build_string, &[r(first), r(first), count as i32]);
                self.release(first.at(1));
                joined = Some(first);
            }
            rest = later;
        }
        self.release(mark);
        Ok(())
    }

    /// A part of an f-string in a new temporary.
    fn push_part(&mut self, part: &'a Expr<'a>) -> Done {
        if !matches!(part.kind, ExprKind::FormattedValue { .. }) {
            return self.push(part).map(drop);
        }
        let dst = self.take();
        self.formatted_to(part, dst, true)
    }

    pub fn template_to(&mut self, span: Span, values: &'a [&'a Expr<'a>], dst: Reg) -> Done {
        let mark = self.top();
        let strings = self.take();
        let interpolations = self.take();
        let mut texts = Vec::new();
        let mut is_text_due = true;
        for value in values {
            match value.kind {
                ExprKind::Constant {
                    value: ast::Constant::Str(bytes),
                    ..
                } => {
                    texts.push(Constant::Str(bytes.into()));
                    is_text_due = false;
                }
                _ => {
                    if is_text_due {
                        texts.push(Constant::Str(Default::default()));
                    }
                    is_text_due = true;
                }
            }
        }
        if is_text_due {
            texts.push(Constant::Str(Default::default()));
        }
        self.load_constant(span, strings, Constant::Tuple(texts));
        self.emit(span, Op::build_list, &[r(interpolations), r(interpolations), 0]);
        for value in values {
            if let ExprKind::Interpolation(interpolation) = value.kind {
                let made = self.interpolation(value.span, interpolation)?;
                self.emit(span, Op::list_append, &[r(interpolations), r(made)]);
                self.release(made);
            }
        }
        let id = Intrinsic::ListToTuple as i32;
        self.emit(span, Op::intrinsic, &[r(interpolations), r(interpolations), id]);
        let id = Intrinsic::Template as i32;
        self.emit(span, Op::intrinsic2, &[r(dst), r(strings), r(interpolations), id]);
        self.release(mark);
        Ok(())
    }

    /// An interpolation in a new temporary.
    fn interpolation(&mut self, span: Span, interpolation: &'a Interpolation<'a>) -> Done<Reg> {
        let parts = self.take_many(4);
        self.expr_to(interpolation.value, parts)?;
        self.load_string(span, parts.at(1), interpolation.text);
        let conversion = match interpolation.conversion {
            Conversion::None => Constant::None,
            Conversion::Str => Constant::Str(b"s"[..].into()),
            Conversion::Repr => Constant::Str(b"r"[..].into()),
            Conversion::Ascii => Constant::Str(b"a"[..].into()),
        };
        self.load_constant(span, parts.at(2), conversion);
        match interpolation.format_spec {
            Some(spec) => self.expr_to(spec, parts.at(3))?,
            None => self.load_constant(span, parts.at(3), Constant::Str(Default::default())),
        }
        self.emit(span, Op::build_interpolation, &[r(parts), r(parts)]);
        self.release(parts.at(1));
        Ok(parts)
    }
}
