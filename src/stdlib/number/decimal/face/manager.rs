//! The current context: getting and setting it, for a while as well.

use crate::api::{
    NativeDef, Own, Record, Ref, Run, Value, Vm, call, function, method, own_class, raise, record_of, spread_function,
    unreachable_body,
};
use crate::stdlib::number::decimal::arith::context::{Context, Rounding};
use crate::stdlib::number::decimal::face::arguments::{machine_int, parse};
use crate::stdlib::number::decimal::face::context::set_all;
use crate::stdlib::number::decimal::face::object::{
    context_or_current, copy_context, current, is_context, kept, set_current, state, with,
};

/// Fields of a context manager.
const INNER: usize = 0;
const OUTER: usize = 1;

/// Bits of the largest interchange format.
pub const BITS_MAX: i64 = 512;

/// Makes a context current; a template is copied.
fn set_context(vm: &mut Vm, context: Value) -> Run<()> {
    let templates = [state::DEFAULT, state::BASIC, state::EXTENDED];
    if !templates.iter().any(|&template| kept(vm, template) == context) {
        return set_current(vm, context);
    }
    let class = own_class(vm, Own::DecimalContext);
    let copy = copy_context(vm, class, context);
    with(copy, |environment| environment.arith.status = 0);
    set_current(vm, copy)
}

fn local(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let outer = current(vm)?;
    let parameters = [
        "ctx", "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps",
    ];
    let given = parse(vm, args, names, parameters, 0)?;
    let inner = context_or_current(vm, given[0])?;
    let class = own_class(vm, Own::DecimalContext);
    let inner = copy_context(vm, class, inner);
    set_all(vm, inner, &given[1..])?;
    let class = own_class(vm, Own::DecimalManager).value();
    Ok(record_of(vm, class, &[inner, outer]))
}

/// The context of an interchange format.
fn ieee(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let bits = machine_int(vm, args[0])?;
    if bits <= 0 || bits > BITS_MAX || bits % 32 != 0 {
        let text = format!("argument must be a multiple of 32, with a maximum of {BITS_MAX}");
        return Err(raise::value_error(vm, text));
    }
    let emax = 3 * (1 << (bits / 16 + 3));
    let arith = Context {
        prec: 9 * (bits / 32) - 2,
        emax,
        emin: 1 - emax,
        rounding: Rounding::HalfEven,
        clamp: true,
        status: 0,
    };
    let class = own_class(vm, Own::DecimalContext).value();
    let made = call::call(vm, class, &[])?;
    with(made, |environment| {
        environment.arith = arith;
        environment.traps = 0;
    });
    Ok(made)
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("getcontext", "()", |vm, _| current(vm)).doc("Get the current default context.\n\n"),
    function("setcontext", "(context, /)", |vm, args| {
        if !is_context(vm, args[0]) {
            return Err(raise::type_error(vm, "argument must be a context"));
        }
        set_context(vm, args[0])?;
        Ok(Value::NONE)
    })
    .doc("Set a new default context.\n\n"),
    spread_function("localcontext", "(ctx=None, **kwargs)", local).doc(
        "Return a context manager that will set the default context to a copy of ctx\non entry to the with-statement \
         and restore the previous default context when\nexiting the with-statement. If no context is specified, a copy \
         of the current\ndefault context is used.\n\n",
    ),
    function("IEEEContext", "(bits, /)", ieee)
        .doc("Return a context object initialized to the proper values for one of the\nIEEE interchange formats.  The argument must be a multiple of 32 and less\nthan IEEE_CONTEXT_MAX_BITS.\n\n"),
];

pub static MANAGER: &[NativeDef] = &[
    method("__enter__", "($self, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let inner = this.get(INNER);
        set_context(vm, inner)?;
        Ok(inner)
    }),
    method("__exit__", "($self, /, *args)", unreachable_body).spread(|vm, args, _| {
        let this: Ref<Record> = args[0].expect();
        let outer = this.get(OUTER);
        set_context(vm, outer)?;
        Ok(Value::NONE)
    }),
];
