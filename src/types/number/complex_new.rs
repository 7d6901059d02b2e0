//! `complex`: its constructors.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::number::Complex;
use crate::object::text::string::Str;
use crate::ops::render::repr;
use crate::ops::{call, class, convert, raise};
use crate::types::number::literal;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, class_method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static CONSTRUCTORS: &[NativeDef] = &[
    static_method("__new__", "(type, real=0, imag=0)", new),
    class_method("from_number", "($type, number, /)", from_number)
        .doc("Convert number to a complex floating-point number."),
];

/// A part of the arguments: a complex number, or a real one by itself.
enum Part {
    Complex(f64, f64),
    Real(f64),
}

impl Part {
    fn re(&self) -> f64 {
        match *self {
            Part::Complex(re, _) | Part::Real(re) => re,
        }
    }
}

/// A complex number of `class`.
fn made(vm: &mut Vm, class: Value, re: f64, im: f64) -> Value {
    let class: Ref<Class> = class.expect();
    let number = Complex::new(&mut vm.heap, class::shape(class), re, im).value();
    if class.has(flag::FINALIZER) {
        vm.heap.finalize_later(number);
    }
    number
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let [class, real, imag] = [args[0], args[1], args[2]];
    if imag.is_unbound() {
        if real.is_unbound() {
            return Ok(made(vm, class, 0.0, 0.0));
        }
        if class::is_exact(real, ClassId::Complex) && class == vm.class(ClassId::Complex) {
            return Ok(real);
        }
        if real.is::<Str>() {
            return of_text(vm, class, real);
        }
        return match part(vm, real)? {
            Some(Part::Complex(re, im)) => Ok(made(vm, class, re, im)),
            Some(Part::Real(re)) => Ok(made(vm, class, re, 0.0)),
            None => {
                let name = class::name_of(vm, real);
                let text = format!("complex() argument must be a string or a number, not {name}");
                Err(raise::type_error(vm, text))
            }
        };
    }
    let re = if real.is_unbound() {
        Part::Real(0.0)
    } else {
        numeric(vm, real, "real")?
    };
    let im = match imag.cast::<Complex>() {
        Some(z) => Part::Complex(z.re, z.im),
        None => match imaginary(vm, imag)? {
            Some(x) => Part::Real(x),
            None => {
                let name = class::name_of(vm, imag);
                let text = format!("complex() argument 'imag' must be a real number, not {name}");
                return Err(raise::type_error(vm, text));
            }
        },
    };
    let (mut x, mut y) = (re.re(), im.re());
    if let Part::Complex(_, turned) = im {
        x -= turned;
    }
    if let Part::Complex(_, own) = re {
        y += own;
    }
    Ok(made(vm, class, x, y))
}

/// The first of two arguments.
fn numeric(vm: &mut Vm, value: Value, name: &str) -> Run<Part> {
    let found = if value.is::<Str>() { None } else { part(vm, value)? };
    match found {
        Some(part) => Ok(part),
        None => {
            let got = class::name_of(vm, value);
            let text = format!("complex() argument '{name}' must be a real number, not {got}");
            Err(raise::type_error(vm, text))
        }
    }
}

fn imaginary(vm: &mut Vm, value: Value) -> Run<Option<f64>> {
    if value.is::<Str>() {
        Ok(None)
    } else {
        convert::try_f64(vm, value)
    }
}

fn part(vm: &mut Vm, value: Value) -> Run<Option<Part>> {
    if class::is_exact(value, ClassId::Complex) {
        let z: Ref<Complex> = value.expect();
        return Ok(Some(Part::Complex(z.re, z.im)));
    }
    if let Some(result) = call::special(vm, value, Special::Complex, &[]) {
        let result = result?;
        let Some(z) = result.cast::<Complex>() else {
            let text = format!("__complex__ returned non-complex (type {})", class::name_of(vm, result));
            return Err(raise::type_error(vm, text));
        };
        return Ok(Some(Part::Complex(z.re, z.im)));
    }
    if let Some(z) = value.cast::<Complex>() {
        return Ok(Some(Part::Complex(z.re, z.im)));
    }
    Ok(convert::try_f64(vm, value)?.map(Part::Real))
}

fn of_text(vm: &mut Vm, class: Value, text: Value) -> Run<Value> {
    let written = literal::of_value(text);
    let has_underscore = written.as_ref().is_some_and(|text| text.contains(&b'_'));
    match written.and_then(|text| literal::complex(&text)) {
        Some((re, im)) => Ok(made(vm, class, re, im)),
        // CPYTHON: what is wrong with underscores is found first, by what all numbers share.
        None if has_underscore => {
            let shown = repr::repr(vm, text)?;
            let shown = shown.expect::<Str>().lossy().into_owned();
            Err(raise::value_error(
                vm,
                format!("could not convert string to complex: {shown}"),
            ))
        }
        None => Err(raise::value_error(vm, "complex() arg is a malformed string")),
    }
}

fn from_number(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let exact = vm.class(ClassId::Complex);
    if class::is_exact(args[1], ClassId::Complex) && args[0] == exact {
        return Ok(args[1]);
    }
    let (re, im) = match part(vm, args[1])? {
        Some(Part::Complex(re, im)) => (re, im),
        Some(Part::Real(re)) => (re, 0.0),
        None => {
            let name = class::name_of(vm, args[1]);
            return Err(raise::type_error(vm, format!("must be real number, not {name}")));
        }
    };
    let plain = made(vm, exact, re, im);
    if args[0] == exact {
        return Ok(plain);
    }
    call::call(vm, args[0], &[plain])
}
