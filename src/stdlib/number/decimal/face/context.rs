//! The class Context: its settings, and how it is shown, copied and pickled. Its operations are in `in_context`.

use crate::api::{
    Class, List, NativeDef, Opaque, Own, Ref, Run, Str, Value, Vm, class, getter, make, method, own_class, raise,
    spread_method, static_method, text, unreachable_body,
};
use crate::stdlib::number::decimal::arith::context::{
    Context, EMAX_MAX, EMIN_MIN, PREC_MAX, ROUNDINGS, Rounding, flag,
};
use crate::stdlib::number::decimal::face::arguments::{machine_int, parse};
use crate::stdlib::number::decimal::face::object::{Environment, SIGNALS, copy_context, kept, kept_tuple, state, with};
use crate::stdlib::number::decimal::face::signals::{Which, signals_in, view, word_from, word_from_list};

/// What a context is without arguments.
pub const DEFAULT: Context = Context {
    prec: 28,
    emax: 999_999,
    emin: -999_999,
    rounding: Rounding::HalfEven,
    clamp: false,
    status: 0,
};
pub const DEFAULT_TRAPS: u32 = flag::INVALID | flag::DIVISION_BY_ZERO | flag::OVERFLOW;

pub fn new_context(vm: &mut Vm, class: Ref<Class>, arith: Context, traps: u32) -> Value {
    let environment = Environment {
        arith,
        traps,
        capitals: true,
        views: [Value::UNBOUND; 2],
    };
    Opaque::new(&mut vm.heap, class::shape(class), Box::new(environment)).value()
}

const WRONG_ROUNDING: &str = "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   \
                              ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]";

/// A rounding by its name.
/// # Errors
/// TypeError
pub fn rounding_of(vm: &mut Vm, value: Value) -> Run<Rounding> {
    let names = kept_tuple(vm, state::ROUNDINGS);
    if let Some(i) = names.iter().position(|&name| name == value) {
        return Ok(ROUNDINGS[i].0);
    }
    let name = value.cast::<Str>();
    let known = name.and_then(|name| ROUNDINGS.iter().find(|row| row.1.as_bytes() == name.bytes()));
    match known {
        Some(row) => Ok(row.0),
        None => Err(raise::type_error(vm, WRONG_ROUNDING)),
    }
}

/// Sets a whole number between two bounds.
fn set_bounded(vm: &mut Vm, args: &[Value], (least, most): (i64, i64), wrong: &str) -> Run<i64> {
    check_set(vm, args[1])?;
    let n = machine_int(vm, args[1])?;
    if (least..=most).contains(&n) {
        return Ok(n);
    }
    Err(raise::value_error(vm, wrong))
}

fn check_set(vm: &mut Vm, value: Value) -> Run<()> {
    if value.is_bound() {
        return Ok(());
    }
    Err(raise::attribute_error_text(vm, "context attributes cannot be deleted"))
}

fn set_prec(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = set_bounded(vm, args, (1, PREC_MAX), "valid range for prec is [1, MAX_PREC]")?;
    with(args[0], |environment| environment.arith.prec = n);
    Ok(Value::NONE)
}
fn set_emax(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = set_bounded(vm, args, (0, EMAX_MAX), "valid range for Emax is [0, MAX_EMAX]")?;
    with(args[0], |environment| environment.arith.emax = n);
    Ok(Value::NONE)
}
fn set_emin(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = set_bounded(vm, args, (EMIN_MIN, 0), "valid range for Emin is [MIN_EMIN, 0]")?;
    with(args[0], |environment| environment.arith.emin = n);
    Ok(Value::NONE)
}
fn set_capitals(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = set_bounded(vm, args, (0, 1), "valid values for capitals are 0 or 1")?;
    with(args[0], |environment| environment.capitals = n == 1);
    Ok(Value::NONE)
}
fn set_clamp(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = set_bounded(vm, args, (0, 1), "valid values for clamp are 0 or 1")?;
    with(args[0], |environment| environment.arith.clamp = n == 1);
    Ok(Value::NONE)
}
fn set_rounding(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_set(vm, args[1])?;
    let rounding = rounding_of(vm, args[1])?;
    with(args[0], |environment| environment.arith.rounding = rounding);
    Ok(Value::NONE)
}
fn set_flags(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_set(vm, args[1])?;
    let word = word_from(vm, args[1])?;
    with(args[0], |environment| environment.arith.status = word);
    Ok(Value::NONE)
}
fn set_traps(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_set(vm, args[1])?;
    let word = word_from(vm, args[1])?;
    with(args[0], |environment| environment.traps = word);
    Ok(Value::NONE)
}

/// Names of the settings, as arguments.
pub const SETTINGS: [&str; 8] = [
    "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps",
];

/// Sets what was given of the settings, in the order of `SETTINGS`.
/// # Errors
/// Whatever a setting refuses.
pub fn set_all(vm: &mut Vm, context: Value, settings: &[Value]) -> Run<()> {
    let setters = [set_prec, set_rounding, set_emin, set_emax, set_capitals, set_clamp];
    let given = |value: Value| value.is_bound() && !value.is_none();
    for (setter, &value) in setters.iter().zip(settings) {
        if given(value) {
            setter(vm, &[context, value])?;
        }
    }
    // Traps come before flags.
    for i in [7, 6] {
        let value = settings[i];
        if !given(value) {
            continue;
        }
        let word = match value.cast::<List>() {
            Some(list) => word_from_list(vm, &list.to_vec())?,
            None => word_from(vm, value)?,
        };
        with(context, |environment| match i {
            7 => environment.traps = word,
            _ => environment.arith.status = word,
        });
    }
    Ok(())
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let template = kept(vm, state::DEFAULT);
    let class: Ref<Class> = args[0].expect();
    if !template.is_bound() {
        return Ok(new_context(vm, class, DEFAULT, DEFAULT_TRAPS));
    }
    let (arith, traps) = with(template, |known| (known.arith, known.traps));
    Ok(new_context(vm, class, arith, traps))
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let settings = parse(vm, &args[1..], names, SETTINGS, 0)?;
    set_all(vm, args[0], &settings)?;
    Ok(Value::NONE)
}

/// The signals in the order of the bits, for `repr`.
fn shown(word: u32) -> String {
    let mut names = Vec::new();
    for bit in (0..u32::BITS).map(|n| 1 << n).filter(|bit| word & bit != 0) {
        let name = SIGNALS.iter().find(|row| row.2 & bit != 0).map(|row| row.0);
        if let Some(name) = name
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names.join(", ")
}

fn rounding_name(rounding: Rounding) -> &'static str {
    ROUNDINGS[rounding as usize].1
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let line = with(args[0], |environment| {
        let Context {
            prec,
            emax,
            emin,
            rounding,
            clamp,
            status,
        } = environment.arith;
        format!(
            "Context(prec={prec}, rounding={}, Emin={emin}, Emax={emax}, capitals={}, clamp={}, flags=[{}], traps=[{}])",
            rounding_name(rounding),
            u8::from(environment.capitals),
            u8::from(clamp),
            shown(status),
            shown(environment.traps),
        )
    });
    Ok(text::new(vm, &line))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (arith, traps, capitals) = with(args[0], |known| (known.arith, known.traps, known.capitals));
    let class = class::of(vm, args[0]).value();
    let settings = [
        make::int(vm, arith.prec),
        kept_tuple(vm, state::ROUNDINGS)[arith.rounding as usize],
        make::int(vm, arith.emin),
        make::int(vm, arith.emax),
        Value::small_int(i64::from(capitals)),
        Value::small_int(i64::from(arith.clamp)),
        signals_in(vm, arith.status),
        signals_in(vm, traps),
    ];
    let settings = make::tuple(vm, &settings);
    Ok(make::tuple(vm, &[class, settings]))
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = own_class(vm, Own::DecimalContext);
    Ok(copy_context(vm, class, args[0]))
}

macro_rules! int_setting {
    ($name:literal, $set:ident, $environment:ident => $read:expr) => {
        getter($name, |vm, args| {
            let n = with(args[0], |$environment| i64::from($read));
            Ok(make::int(vm, n))
        })
        .setter($set)
    };
}

pub static CONTEXT: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    spread_method(
        "__init__",
        "($self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
        init,
    ),
    int_setting!("prec", set_prec, environment => environment.arith.prec),
    int_setting!("Emax", set_emax, environment => environment.arith.emax),
    int_setting!("Emin", set_emin, environment => environment.arith.emin),
    int_setting!("capitals", set_capitals, environment => environment.capitals),
    int_setting!("clamp", set_clamp, environment => environment.arith.clamp),
    getter("rounding", |vm, args| {
        let rounding = with(args[0], |environment| environment.arith.rounding);
        Ok(kept_tuple(vm, state::ROUNDINGS)[rounding as usize])
    })
    .setter(set_rounding),
    getter("flags", |vm, args| Ok(view(vm, args[0], Which::Flags))).setter(set_flags),
    getter("traps", |vm, args| Ok(view(vm, args[0], Which::Traps))).setter(set_traps),
    method("__delattr__", "($self, name, /)", |vm, _| {
        check_set(vm, Value::UNBOUND).map(|()| Value::NONE)
    }),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce),
    method("__copy__", "($self, /)", copy),
    method("copy", "($self, /)", copy).doc("Return a duplicate of the context with all flags cleared.\n\n"),
    method("clear_flags", "($self, /)", |_, args| {
        with(args[0], |environment| environment.arith.status = 0);
        Ok(Value::NONE)
    })
    .doc("Reset all flags to False.\n\n"),
    method("clear_traps", "($self, /)", |_, args| {
        with(args[0], |environment| environment.traps = 0);
        Ok(Value::NONE)
    })
    .doc("Set all traps to False.\n\n"),
    method("Etiny", "($self, /)", |vm, args| {
        let n = with(args[0], |environment| environment.arith.etiny());
        Ok(make::int(vm, n))
    })
    .doc("Return a value equal to Emin - prec + 1, which is the minimum exponent value\nfor subnormal results.  When underflow occurs, the exponent is set to Etiny.\n\n"),
    method("Etop", "($self, /)", |vm, args| {
        let n = with(args[0], |environment| environment.arith.etop());
        Ok(make::int(vm, n))
    })
    .doc("Return a value equal to Emax - prec + 1.  This is the maximum exponent\nif the _clamp field of the context is set to 1 (IEEE clamp mode).  Etop()\nmust not be negative.\n\n"),
];
