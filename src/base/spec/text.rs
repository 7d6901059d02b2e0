//! `format()` of strings by a parsed specification.

use crate::base::spec::layout;
use crate::base::spec::parse::{Align, FormatError, SignStyle, Spec, unknown_code, value_error};
use crate::base::wtf8::walk;

/// `format(text, spec)` of a str. Nothing is appended when an error is answered.
pub fn format_str(out: &mut Vec<u8>, spec: &Spec, text: &[u8], class: &str) -> Result<(), FormatError> {
    if spec.kind != u32::from(b's') {
        return Err(unknown_code(spec.kind, class));
    }
    match spec.sign {
        None => {}
        Some(SignStyle::Space) => return Err(value_error("Space not allowed in string format specifier")),
        Some(_) => return Err(value_error("Sign not allowed in string format specifier")),
    }
    if spec.no_negative_zero {
        return Err(value_error(
            "Negative zero coercion (z) not allowed in string format specifier",
        ));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(value_error("'=' alignment not allowed in string format specifier"));
    }
    let shown = match spec.precision {
        Some(limit) => &text[..walk::truncated_length(text, limit)],
        None => text,
    };
    let length = if spec.width == 0 { 0 } else { walk::count(shown) };
    layout::pad(out, spec, shown, length);
    Ok(())
}
