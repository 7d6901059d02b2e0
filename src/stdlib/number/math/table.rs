//! The functions of `math` and its constants.

use crate::api::{self, NativeDef, Run, Value, Vm, function};
use crate::stdlib::number::math::gather;
use crate::stdlib::number::math::real;
use crate::stdlib::number::math::whole;

const DOC: &str = "This module provides access to the mathematical functions\ndefined by the C standard.";

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "math", DOC, MODULE);
    for (name, x) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        api::set_in(vm, module, name, Value::float(x));
    }
    Ok(module)
}

pub static MODULE: &[NativeDef] = &[
    function("acos", "(x, /)", real::acos).doc("Return the arc cosine (measured in radians) of x."),
    function("acosh", "(x, /)", real::acosh).doc("Return the inverse hyperbolic cosine of x."),
    function("asin", "(x, /)", real::asin).doc("Return the arc sine (measured in radians) of x."),
    function("asinh", "(x, /)", real::asinh).doc("Return the inverse hyperbolic sine of x."),
    function("atan", "(x, /)", real::atan).doc("Return the arc tangent (measured in radians) of x."),
    function("atan2", "(y, x, /)", real::atan2).doc("Return the arc tangent (measured in radians) of y/x."),
    function("atanh", "(x, /)", real::atanh).doc("Return the inverse hyperbolic tangent of x."),
    function("cbrt", "(x, /)", real::cbrt).doc("Return the cube root of x."),
    function("ceil", "(x, /)", real::ceil).doc("Return the ceiling of x as an Integral."),
    function("comb", "(n, k, /)", whole::comb)
        .doc("Number of ways to choose k items from n items without repetition and without order."),
    function("copysign", "(x, y, /)", real::copysign)
        .doc("Return a float with the magnitude (absolute value) of x but the sign of y."),
    function("cos", "(x, /)", real::cos).doc("Return the cosine of x (measured in radians)."),
    function("cosh", "(x, /)", real::cosh).doc("Return the hyperbolic cosine of x."),
    function("degrees", "(x, /)", real::degrees).doc("Convert angle x from radians to degrees."),
    function("dist", "(p, q, /)", gather::dist).doc("Return the Euclidean distance between two points p and q."),
    function("erf", "(x, /)", real::erf).doc("Error function at x."),
    function("erfc", "(x, /)", real::erfc).doc("Complementary error function at x."),
    function("exp", "(x, /)", real::exp).doc("Return e raised to the power of x."),
    function("exp2", "(x, /)", real::exp2).doc("Return 2 raised to the power of x."),
    function("expm1", "(x, /)", real::expm1).doc("Return exp(x)-1."),
    function("fabs", "(x, /)", real::fabs).doc("Return the absolute value of the float x."),
    function("factorial", "(n, /)", whole::factorial).doc("Find n!."),
    function("floor", "(x, /)", real::floor).doc("Return the floor of x as an Integral."),
    function("fma", "(x, y, z, /)", real::fma).doc("Fused multiply-add operation."),
    function("fmod", "(x, y, /)", real::fmod).doc("Return fmod(x, y), according to platform C."),
    function("frexp", "(x, /)", real::frexp).doc("Return the mantissa and exponent of x, as pair (m, e)."),
    function("fsum", "(seq, /)", gather::fsum)
        .doc("Return an accurate floating-point sum of values in the iterable seq."),
    function("gamma", "(x, /)", real::gamma).doc("Gamma function at x."),
    function("gcd", "(*integers)", whole::gcd).doc("Greatest Common Divisor."),
    function("hypot", "(*coordinates)", gather::hypot)
        .doc("Multidimensional Euclidean distance from the origin to a point."),
    function("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", real::isclose)
        .doc("Determine whether two floating-point numbers are close in value."),
    function("isfinite", "(x, /)", real::isfinite)
        .doc("Return True if x is neither an infinity nor a NaN, and False otherwise."),
    function("isinf", "(x, /)", real::isinf)
        .doc("Return True if x is a positive or negative infinity, and False otherwise."),
    function("isnan", "(x, /)", real::isnan).doc("Return True if x is a NaN (not a number), and False otherwise."),
    function("isqrt", "(n, /)", whole::isqrt).doc("Return the integer part of the square root of the input."),
    function("lcm", "(*integers)", whole::lcm).doc("Least Common Multiple."),
    function("ldexp", "(x, i, /)", real::ldexp).doc("Return x * (2**i)."),
    function("lgamma", "(x, /)", real::lgamma).doc("Natural logarithm of absolute value of Gamma function at x."),
    function("log", "(x, base=math.e, /)", real::log).doc("Return the logarithm of x to the given base."),
    function("log10", "(x, /)", real::log10).doc("Return the base 10 logarithm of x."),
    function("log1p", "(x, /)", real::log1p).doc("Return the natural logarithm of 1+x (base e)."),
    function("log2", "(x, /)", real::log2).doc("Return the base 2 logarithm of x."),
    function("modf", "(x, /)", real::modf).doc("Return the fractional and integer parts of x."),
    function("nextafter", "(x, y, /, *, steps=None)", real::nextafter)
        .doc("Return the floating-point value the given number of steps after x towards y."),
    function("perm", "(n, k=None, /)", whole::perm)
        .doc("Number of ways to choose k items from n items without repetition and with order."),
    function("pow", "(x, y, /)", real::pow).doc("Return x**y (x to the power of y)."),
    function("prod", "(iterable, /, *, start=1)", gather::prod)
        .doc("Calculate the product of all the elements in the input iterable."),
    function("radians", "(x, /)", real::radians).doc("Convert angle x from degrees to radians."),
    function("remainder", "(x, y, /)", real::remainder)
        .doc("Difference between x and the closest integer multiple of y."),
    function("sin", "(x, /)", real::sin).doc("Return the sine of x (measured in radians)."),
    function("sinh", "(x, /)", real::sinh).doc("Return the hyperbolic sine of x."),
    function("sqrt", "(x, /)", real::sqrt).doc("Return the square root of x."),
    function("sumprod", "(p, q, /)", gather::sumprod)
        .doc("Return the sum of products of values from two iterables p and q."),
    function("tan", "(x, /)", real::tan).doc("Return the tangent of x (measured in radians)."),
    function("tanh", "(x, /)", real::tanh).doc("Return the hyperbolic tangent of x."),
    function("trunc", "(x, /)", real::trunc).doc("Truncates the Real x to the nearest Integral toward 0."),
    function("ulp", "(x, /)", real::ulp).doc("Return the value of the least significant bit of the float x."),
];
