//! The operators as functions.

use crate::api::{
    BinaryOperator, ClassId, NativeDef, Run, Special, Str, Value, Vm, arith, buffer, call, class, compare, convert,
    function, item, iterate, make, raise, spread_function, truth,
};

macro_rules! compared {
    ($($name:ident $special:ident)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            compare::rich(vm, Special::$special, args[0], args[1])
        }
    )*};
}
compared! { lt Lt le Le eq Eq ne Ne ge Ge gt Gt }

macro_rules! binary {
    ($($name:ident $inplace:ident $operator:ident)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            arith::binary(vm, BinaryOperator::$operator, args[0], args[1])
        }
        fn $inplace(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            arith::inplace(vm, BinaryOperator::$operator, args[0], args[1])
        }
    )*};
}
binary! {
    add iadd Add and_ iand And floordiv ifloordiv Floordiv lshift ilshift Lshift mod_ imod Mod mul imul Mul
    matmul imatmul Matmul or_ ior Or pow ipow Pow rshift irshift Rshift sub isub Sub truediv itruediv Truediv xor ixor Xor
}

macro_rules! unary {
    ($($name:ident $special:ident)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            arith::unary(vm, Special::$special, args[0])
        }
    )*};
}
unary! { neg Neg pos Pos invert Invert }

fn abs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match call::special(vm, args[0], Special::Abs, &[]) {
        Some(answer) => answer,
        None => {
            let name = class::name_of(vm, args[0]);
            Err(raise::type_error(vm, format!("bad operand type for abs(): '{name}'")))
        }
    }
}
fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    convert::index(vm, args[0])
}
fn concat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_sequence(vm, args[0]) {
        let name = class::name_of(vm, args[0]);
        return Err(raise::type_error(vm, format!("'{name}' object can't be concatenated")));
    }
    arith::binary(vm, BinaryOperator::Add, args[0], args[1])
}
fn iconcat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_sequence(vm, args[0]) {
        let name = class::name_of(vm, args[0]);
        return Err(raise::type_error(vm, format!("'{name}' object can't be concatenated")));
    }
    arith::inplace(vm, BinaryOperator::Add, args[0], args[1])
}
fn is_sequence(vm: &Vm, value: Value) -> bool {
    class::special(vm, value, Special::GetItem).is_some()
}
fn not_(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(!truth::truth(vm, args[0])?))
}
fn truth_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(truth::truth(vm, args[0])?))
}
fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(item::contains(vm, args[0], args[1])?))
}
fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    item::get(vm, args[0], args[1])
}
fn set_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    item::set(vm, args[0], args[1], args[2])?;
    Ok(Value::NONE)
}
fn del_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    item::delete(vm, args[0], args[1])?;
    Ok(Value::NONE)
}

/// The iterator to search.
fn searched(vm: &mut Vm, sequence: Value) -> Run<Value> {
    iterate::iter(vm, sequence).map_err(|raised| match raise::catch(vm, ClassId::TypeError) {
        Some(_) => {
            let got = class::name_of(vm, sequence);
            raise::type_error(vm, format!("argument of type '{got}' is not iterable"))
        }
        None => raised,
    })
}

fn count_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = searched(vm, args[0])?;
    let mut n = 0;
    while let Some(item) = iterate::next(vm, iterator)? {
        n += i64::from(compare::equal(vm, item, args[1])?);
    }
    Ok(Value::small_int(n))
}
fn index_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = searched(vm, args[0])?;
    let mut n = 0;
    while let Some(item) = iterate::next(vm, iterator)? {
        if compare::equal(vm, item, args[1])? {
            return Ok(Value::small_int(n));
        }
        n += 1;
    }
    Err(raise::value_error(vm, "sequence.index(x): x not in sequence"))
}
fn length_hint(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let default = match args[1].bound() {
        None => 0,
        Some(default) if convert::is_int(default) => convert::size(vm, default)?,
        Some(default) => {
            let name = class::name_of(vm, default);
            let text = format!("'{name}' object cannot be interpreted as an integer");
            return Err(raise::type_error(vm, text));
        }
    };
    let hint = iterate::length_hint(vm, args[0], usize::MAX)?;
    Ok(match hint {
        usize::MAX => make::int(vm, default),
        hint => make::size(vm, hint),
    })
}

/// Compares in a time that depends on the lengths only.
fn compare_digest(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let same = |a: &[u8], b: &[u8]| {
        let differ = a.iter().zip(b).fold(0, |all, (x, y)| all | (x ^ y));
        a.len() == b.len() && std::hint::black_box(differ) == 0
    };
    if let (Some(a), Some(b)) = (args[0].cast::<Str>(), args[1].cast::<Str>()) {
        if !a.is_ascii() || !b.is_ascii() {
            let text = "comparing strings with non-ASCII characters is not supported";
            return Err(raise::type_error(vm, text));
        }
        return Ok(Value::bool(same(a.bytes(), b.bytes())));
    }
    if let (Some(a), Some(b)) = (buffer::copy(args[0]), buffer::copy(args[1])) {
        return Ok(Value::bool(same(&a, &b)));
    }
    let (a, b) = (class::name_of(vm, args[0]), class::name_of(vm, args[1]));
    let text = format!("unsupported operand types(s) or combination of types: '{a}' and '{b}'");
    Err(raise::type_error(vm, text))
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    match args.split_first() {
        Some((&callee, rest)) if args.len() > names.len() => call::call_named(vm, callee, rest, names),
        _ => Err(raise::type_error(vm, "call expected at least 1 argument, got 0")),
    }
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("lt", "(a, b, /)", lt).doc("Same as a < b."),
    function("le", "(a, b, /)", le).doc("Same as a <= b."),
    function("eq", "(a, b, /)", eq).doc("Same as a == b."),
    function("ne", "(a, b, /)", ne).doc("Same as a != b."),
    function("ge", "(a, b, /)", ge).doc("Same as a >= b."),
    function("gt", "(a, b, /)", gt).doc("Same as a > b."),
    function("not_", "(a, /)", not_).doc("Same as not a."),
    function("truth", "(a, /)", truth_of).doc("Return True if a is true, False otherwise."),
    function("is_", "(a, b, /)", |_, args| {
        Ok(Value::bool(compare::same(args[0], args[1])))
    })
    .doc("Same as a is b."),
    function("is_not", "(a, b, /)", |_, args| {
        Ok(Value::bool(!compare::same(args[0], args[1])))
    })
    .doc("Same as a is not b."),
    function("is_none", "(a, /)", |_, args| Ok(Value::bool(args[0].is_none()))).doc("Same as a is None."),
    function("is_not_none", "(a, /)", |_, args| Ok(Value::bool(!args[0].is_none()))).doc("Same as a is not None."),
    function("abs", "(a, /)", abs).doc("Same as abs(a)."),
    function("add", "(a, b, /)", add).doc("Same as a + b."),
    function("and_", "(a, b, /)", and_).doc("Same as a & b."),
    function("floordiv", "(a, b, /)", floordiv).doc("Same as a // b."),
    function("index", "(a, /)", index).doc("Same as a.__index__()"),
    function("inv", "(a, /)", invert).doc("Same as ~a."),
    function("invert", "(a, /)", invert).doc("Same as ~a."),
    function("lshift", "(a, b, /)", lshift).doc("Same as a << b."),
    function("mod", "(a, b, /)", mod_).doc("Same as a % b."),
    function("mul", "(a, b, /)", mul).doc("Same as a * b."),
    function("matmul", "(a, b, /)", matmul).doc("Same as a @ b."),
    function("neg", "(a, /)", neg).doc("Same as -a."),
    function("or_", "(a, b, /)", or_).doc("Same as a | b."),
    function("pos", "(a, /)", pos).doc("Same as +a."),
    function("pow", "(a, b, /)", pow).doc("Same as a ** b."),
    function("rshift", "(a, b, /)", rshift).doc("Same as a >> b."),
    function("sub", "(a, b, /)", sub).doc("Same as a - b."),
    function("truediv", "(a, b, /)", truediv).doc("Same as a / b."),
    function("xor", "(a, b, /)", xor).doc("Same as a ^ b."),
    function("concat", "(a, b, /)", concat).doc("Same as a + b, for a and b sequences."),
    function("contains", "(a, b, /)", contains).doc("Same as b in a (note reversed operands)."),
    function("countOf", "(a, b, /)", count_of).doc("Return the number of items in a which are, or which equal, b."),
    function("delitem", "(a, b, /)", del_item).doc("Same as del a[b]."),
    function("getitem", "(a, b, /)", get_item).doc("Same as a[b]."),
    function("indexOf", "(a, b, /)", index_of).doc("Return the first index of b in a."),
    function("setitem", "(a, b, c, /)", set_item).doc("Same as a[b] = c."),
    function("length_hint", "(obj, default=0, /)", length_hint)
        .doc("Return an estimate of the number of items in obj."),
    function("iadd", "(a, b, /)", iadd).doc("Same as a += b."),
    function("iand", "(a, b, /)", iand).doc("Same as a &= b."),
    function("iconcat", "(a, b, /)", iconcat).doc("Same as a += b, for a and b sequences."),
    function("ifloordiv", "(a, b, /)", ifloordiv).doc("Same as a //= b."),
    function("ilshift", "(a, b, /)", ilshift).doc("Same as a <<= b."),
    function("imod", "(a, b, /)", imod).doc("Same as a %= b."),
    function("imul", "(a, b, /)", imul).doc("Same as a *= b."),
    function("imatmul", "(a, b, /)", imatmul).doc("Same as a @= b."),
    function("ior", "(a, b, /)", ior).doc("Same as a |= b."),
    function("ipow", "(a, b, /)", ipow).doc("Same as a **= b."),
    function("irshift", "(a, b, /)", irshift).doc("Same as a >>= b."),
    function("isub", "(a, b, /)", isub).doc("Same as a -= b."),
    function("itruediv", "(a, b, /)", itruediv).doc("Same as a /= b."),
    function("ixor", "(a, b, /)", ixor).doc("Same as a ^= b."),
    function("_compare_digest", "(a, b, /)", compare_digest).doc("Return 'a == b'."),
    spread_function("call", "(obj, /, *args, **kwargs)", call_it).doc("Same as obj(*args, **kwargs)."),
];
