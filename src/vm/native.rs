//! Functions of ours that Python can call: their static descriptions.

use crate::heap::value::Value;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The body. `args` holds one value per parameter, UNBOUND for an optional one that was not given; a method's receiver comes
/// first. With a `*args` parameter it holds the positional arguments as they came.
pub type NativeFn = fn(&mut Vm, &[Value]) -> Run<Value>;
/// The body of a function that takes arbitrary keywords: positional arguments, then the values of `names` (strs).
pub type SpreadFn = fn(&mut Vm, &[Value], &[Value]) -> Run<Value>;

/// How an iterator of ours advances; `None` at the end. One that is awaited leaves its result in `Thread::result`.
pub type StepFn = fn(&mut Vm, Value) -> Run<Option<Value>>;

/// The two forms of bodies.
#[derive(Clone, Copy)]
pub enum NativeCode {
    Fixed(NativeFn),
    Spread(SpreadFn),
}

/// How a native is found on its class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// A function of a module.
    Function,
    /// An ordinary method, or the implementation of a special method.
    Method,
    ClassMethod,
    /// `__new__` and other static methods.
    Static,
    /// A read-only attribute: called with the receiver.
    Getter,
}

/// One native function. Rows are made by [`function`], [`method`] … in `static` tables.
pub struct NativeDef {
    pub name: &'static str,
    /// As `__text_signature__`: "($self, key, default=None, /)". Defaults are for show: the body gets UNBOUND.
    pub signature: &'static str,
    pub doc: &'static str,
    pub code: NativeCode,
    pub binding: Binding,
    /// Fewest and most positional arguments, receiver included; `ANY` for no bound.
    pub min: u32,
    pub max: u32,
    /// Number of values that the body gets: all parameters, keyword-only ones included.
    pub slots: u32,
    /// Whether any parameter may be given by name.
    pub by_name: bool,
    /// Which special method the name is.
    pub special: Option<Special>,
    /// For attributes: how to set it (receiver, value or UNBOUND to delete).
    pub setter: Option<NativeFn>,
    /// Direct calls: the fewest positional arguments, and how many more there may be.
    least: u32,
    span: u32,
    /// Direct calls: up to how many values absent arguments are filled up with UNBOUND.
    pub filled: u32,
    /// Whether the function takes its arguments as they come: it has no receiver, nor a class to make an instance of.
    pub is_free: bool,
    /// For `__next__`: the same without StopIteration.
    pub step: Option<StepFn>,
    /// For `__init__`: what `__new__` and it do together, of the class and one argument or UNBOUND.
    pub makes: Option<NativeFn>,
}

/// How many absent arguments a direct call fills up.
pub const PADDING: u32 = 4;

/// No upper bound of positional arguments.
pub const ANY: u32 = u32::MAX;

/// What a signature says about arity.
struct Arity {
    min: u32,
    max: u32,
    slots: u32,
    by_name: bool,
}

/// Reads "($self, a, b=1, /, c, *args, d=2)" at compile time.
const fn arity(signature: &str) -> Arity {
    let text = signature.as_bytes();
    let mut out = Arity {
        min: 0,
        max: 0,
        slots: 0,
        by_name: false,
    };
    let (mut keyword_only, mut named_since_slash) = (false, 0);
    let mut i = 1;
    while i < text.len() {
        // One parameter from `i` to its comma or the closing parenthesis, strings and brackets skipped.
        let (start, mut optional, mut depth, mut quote) = (i, false, 0, 0);
        while i < text.len() {
            let c = text[i];
            if quote != 0 {
                if c == quote {
                    quote = 0;
                }
            } else if c == b'\'' || c == b'"' {
                quote = c;
            } else if c == b'(' || c == b'[' {
                depth += 1;
            } else if (c == b')' || c == b']') && depth > 0 {
                depth -= 1;
            } else if c == b',' || c == b')' {
                break;
            } else if c == b'=' {
                optional = true;
            }
            i += 1;
        }
        let length = i - start;
        if length == 0 {
            // "()" or a trailing comma.
        } else if text[start] == b'/' {
            named_since_slash = 0;
        } else if text[start] == b'*' {
            keyword_only = true;
            if length > 1 {
                out.max = ANY;
            }
        } else {
            out.slots += 1;
            if keyword_only {
                out.by_name = true;
            } else {
                named_since_slash += (text[start] != b'$') as u32;
                if out.max != ANY {
                    out.max += 1;
                }
                out.min += !optional as u32;
            }
        }
        i += 1;
        while i < text.len() && text[i] == b' ' {
            i += 1;
        }
    }
    out.by_name |= named_since_slash > 0;
    out
}

const fn define(name: &'static str, signature: &'static str, code: NativeCode, binding: Binding) -> NativeDef {
    let Arity {
        min,
        max,
        slots,
        by_name,
    } = arity(signature);
    let filled = if max == ANY { 0 } else { slots };
    let least = match filled {
        // No number of arguments is enough.
        filled if filled > max.saturating_add(PADDING) => u32::MAX,
        filled if filled > min + PADDING => filled - PADDING,
        _ => min,
    };
    let is_new = matches!(name.as_bytes(), b"__new__");
    NativeDef {
        name,
        signature,
        doc: "",
        code,
        binding,
        min,
        max,
        slots,
        by_name,
        special: Special::named(name),
        setter: None,
        least,
        span: max.saturating_sub(least),
        filled,
        is_free: matches!(binding, Binding::Function) || matches!(binding, Binding::Static) && !is_new,
        step: None,
        makes: None,
    }
}

/// A function of a module: `function("gcd", "(*integers)", gcd)`.
pub const fn function(name: &'static str, signature: &'static str, body: NativeFn) -> NativeDef {
    define(name, signature, NativeCode::Fixed(body), Binding::Function)
}
/// A method: the signature begins with `$self`.
pub const fn method(name: &'static str, signature: &'static str, body: NativeFn) -> NativeDef {
    define(name, signature, NativeCode::Fixed(body), Binding::Method)
}
/// A class method: the signature begins with `$type`.
pub const fn class_method(name: &'static str, signature: &'static str, body: NativeFn) -> NativeDef {
    define(name, signature, NativeCode::Fixed(body), Binding::ClassMethod)
}
/// A static method; `__new__` gets the class as its first argument.
pub const fn static_method(name: &'static str, signature: &'static str, body: NativeFn) -> NativeDef {
    define(name, signature, NativeCode::Fixed(body), Binding::Static)
}
/// An attribute computed from the receiver.
pub const fn getter(name: &'static str, body: NativeFn) -> NativeDef {
    define(name, "($self, /)", NativeCode::Fixed(body), Binding::Getter)
}

impl NativeDef {
    /// The same with a docstring.
    pub const fn doc(mut self, doc: &'static str) -> NativeDef {
        self.doc = doc;
        self
    }
    /// The same attribute, settable.
    pub const fn setter(mut self, setter: NativeFn) -> NativeDef {
        self.setter = Some(setter);
        self
    }
    /// The same `__next__`, with the way that loops take.
    pub const fn stepping(mut self, step: StepFn) -> NativeDef {
        self.step = Some(step);
        self
    }
    /// The same `__init__`, with what it and `__new__` of its class do together.
    pub const fn making(mut self, makes: NativeFn) -> NativeDef {
        self.makes = Some(makes);
        self
    }
    /// The same function with a body that takes arbitrary keywords: any number of arguments.
    pub const fn spread(mut self, body: SpreadFn) -> NativeDef {
        self.code = NativeCode::Spread(body);
        (self.least, self.span, self.filled) = (0, ANY, 0);
        self
    }
    /// Whether `n` positional arguments, the receiver included, may go to the body without more ado than filling up.
    #[inline(always)] // PERF: perf/0001-handlers.md
    pub fn fits(&self, n: usize) -> bool {
        n.wrapping_sub(self.least as usize) <= self.span as usize
    }
}

/// A body for rows whose `spread` replaces it.
pub fn unreachable_body(_: &mut Vm, _: &[Value]) -> Run<Value> {
    unreachable!("the spread body is called in its place")
}

/// A function of a module that takes arbitrary keywords.
pub const fn spread_function(name: &'static str, signature: &'static str, body: SpreadFn) -> NativeDef {
    function(name, signature, unreachable_body).spread(body)
}
/// A method that takes arbitrary keywords.
pub const fn spread_method(name: &'static str, signature: &'static str, body: SpreadFn) -> NativeDef {
    method(name, signature, unreachable_body).spread(body)
}

#[cfg(test)]
mod tests {
    use crate::vm::native::{ANY, arity};

    #[test]
    fn arity_is_read_from_the_signature() {
        let read = |text| {
            let a = arity(text);
            (a.min, a.max, a.slots, a.by_name)
        };
        assert_eq!(read("()"), (0, 0, 0, false));
        assert_eq!(read("($self, /)"), (1, 1, 1, false));
        assert_eq!(read("($self, key, default=None, /)"), (2, 3, 3, false));
        assert_eq!(read("(iterable, /, *, key=None, reverse=False)"), (1, 1, 3, true));
        assert_eq!(read("($self, sep=', ', maxsplit=-1)"), (1, 3, 3, true));
        assert_eq!(read("(*args, sep=' ')"), (0, ANY, 1, true));
    }
}
