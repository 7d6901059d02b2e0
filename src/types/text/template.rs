//! Template and Interpolation: what t-strings make (PEP 750).

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::render::repr;
use crate::ops::{class, make, raise, text};
use crate::types::sequence::shared;
use crate::types::text::arguments;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Fields of a template: a tuple of strs, a tuple of interpolations, one fewer.
const STRINGS: usize = 0;
const INTERPOLATIONS: usize = 1;
/// Fields of an interpolation.
const VALUE: usize = 0;
const EXPRESSION: usize = 1;
const CONVERSION: usize = 2;
const FORMAT_SPEC: usize = 3;
/// Fields of an iterator: the template, and how many parts went by, empty strings included.
const TEMPLATE: usize = 0;
const PASSED: usize = 1;

pub static TEMPLATE_METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, /, *args, **kwargs)", unreachable_body).spread(new_template),
    method("__repr__", "($self, /)", template_repr),
    method("__iter__", "($self, /)", iter),
    method("__add__", "($self, value, /)", add),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem),
    getter("strings", |_, args| Ok(args[0].expect::<Record>().get(STRINGS))),
    getter("interpolations", |_, args| {
        Ok(args[0].expect::<Record>().get(INTERPOLATIONS))
    }),
    getter("values", values),
];

pub static INTERPOLATION_METHODS: &[NativeDef] = &[
    static_method(
        "__new__",
        "(type, /, value, expression='', conversion=None, format_spec='')",
        new_interpolation,
    ),
    method("__repr__", "($self, /)", interpolation_repr),
    method("__reduce__", "($self, /)", interpolation_reduce),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem),
    getter("value", |_, args| Ok(args[0].expect::<Record>().get(VALUE))),
    getter("expression", |_, args| Ok(args[0].expect::<Record>().get(EXPRESSION))),
    getter("conversion", |_, args| Ok(args[0].expect::<Record>().get(CONVERSION))),
    getter("format_spec", |_, args| Ok(args[0].expect::<Record>().get(FORMAT_SPEC))),
];

pub static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", next),
];

/// Sets `Interpolation.__match_args__`.
pub fn finish(vm: &mut Vm) {
    let names = ["value", "expression", "conversion", "format_spec"].map(|name| text::intern(vm, name));
    let names = make::tuple(vm, &names);
    let class = vm.class(ClassId::Interpolation).expect::<Class>();
    let stored = class.namespace().set_str(vm.names.__match_args__, names);
    debug_assert!(stored.is_ok(), "a namespace of a dozen names");
}

fn is_interpolation(value: Value) -> bool {
    class::is_exact(value, ClassId::Interpolation)
}

/// `Template(*args)`: neighbouring strings become one, and one stands at every end.
fn new_template(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, "Template.__new__ only accepts *args arguments"));
    }
    let (mut strings, mut interpolations) = (vec![vm.empty_str], Vec::new());
    for &part in args.iter().skip(1) {
        if is_interpolation(part) {
            interpolations.push(part);
            strings.push(vm.empty_str);
        } else if let Some(string) = part.cast::<Str>() {
            let last = strings.len() - 1;
            strings[last] = text::concat(vm, strings[last].expect(), string);
        } else {
            let got = class::name_of(vm, part);
            let message = format!("Template.__new__ *args need to be of type 'str' or 'Interpolation', got {got}");
            return Err(raise::type_error(vm, message));
        }
    }
    Ok(made(vm, &strings, &interpolations))
}

fn made(vm: &mut Vm, strings: &[Value], interpolations: &[Value]) -> Value {
    let (strings, interpolations) = (make::tuple(vm, strings), make::tuple(vm, interpolations));
    make::record(vm, ClassId::Template, &[strings, interpolations])
}

fn parts<'a>(template: Ref<Record>) -> (&'a [Value], &'a [Value]) {
    let of = |field| items(template.get(field).expect::<Tuple>());
    (of(STRINGS), of(INTERPOLATIONS))
}

fn template_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let template = args[0].expect::<Record>();
    let strings = repr::repr(vm, template.get(STRINGS))?;
    let interpolations = repr::repr(vm, template.get(INTERPOLATIONS))?;
    let shown = [
        text::new(vm, "Template(strings="),
        strings,
        text::new(vm, ", interpolations="),
        interpolations,
    ];
    let end = text::new(vm, ")");
    let all = [shown[0], shown[1], shown[2], shown[3], end];
    Ok(text::join_strs(vm, &all))
}

fn values(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (_, interpolations) = parts(args[0].expect());
    let values: Vec<Value> = interpolations
        .iter()
        .map(|part| part.expect::<Record>().get(VALUE))
        .collect();
    Ok(make::tuple(vm, &values))
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !class::is_exact(args[1], ClassId::Template) {
        let got = class::name_of(vm, args[1]);
        let own = ClassId::Template.row().name;
        return Err(raise::type_error(
            vm,
            format!("can only concatenate {own} (not \"{got}\") to {own}"),
        ));
    }
    let (left, more_left) = parts(args[0].expect());
    let (right, more_right) = parts(args[1].expect());
    let mut strings = left.to_vec();
    if let (Some(last), Some(&first)) = (strings.last_mut(), right.first()) {
        *last = text::concat(vm, last.expect(), first.expect());
    }
    strings.extend(right.iter().skip(1));
    Ok(made(vm, &strings, &[more_left, more_right].concat()))
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(
        vm,
        ClassId::TemplateIterator,
        &[args[0], Value::small_int(0)],
    ))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = args[0].expect::<Record>();
    let (strings, interpolations) = parts(iterator.get(TEMPLATE).expect());
    loop {
        let passed = iterator.get(PASSED).int_unchecked() as usize;
        let from = if passed.is_multiple_of(2) {
            strings
        } else {
            interpolations
        };
        let Some(&part) = from.get(passed / 2) else {
            return Err(raise::stop_iteration(vm, Value::NONE));
        };
        iterator.set(PASSED, Value::small_int(passed as i64 + 1));
        if part != vm.empty_str && part.cast::<Str>().is_none_or(|string| !string.is_empty()) {
            return Ok(part);
        }
    }
}

fn text_argument(vm: &mut Vm, value: Value, name: &str) -> Run<Value> {
    if value.is_unbound() {
        return Ok(vm.empty_str);
    }
    if value.is::<Str>() {
        return Ok(value);
    }
    let got = arguments::shown(vm, value);
    let message = format!("Interpolation() argument '{name}' must be str, not {got}");
    Err(raise::type_error(vm, message))
}

fn new_interpolation(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let expression = text_argument(vm, args[2], "expression")?;
    let conversion = args[3].or(Value::NONE);
    if !conversion.is_none() {
        text_argument(vm, conversion, "conversion")?;
        if !matches!(conversion.expect::<Str>().bytes(), b"s" | b"r" | b"a") {
            let message = "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'";
            return Err(raise::value_error(vm, message));
        }
    }
    let format_spec = text_argument(vm, args[4], "format_spec")?;
    Ok(make::record(
        vm,
        ClassId::Interpolation,
        &[args[1], expression, conversion, format_spec],
    ))
}

fn fields(interpolation: Value) -> [Value; 4] {
    let record = interpolation.expect::<Record>();
    [
        record.get(VALUE),
        record.get(EXPRESSION),
        record.get(CONVERSION),
        record.get(FORMAT_SPEC),
    ]
}

fn interpolation_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut all = [text::new(vm, "Interpolation("); 9];
    let comma = text::new(vm, ", ");
    for (i, field) in fields(args[0]).into_iter().enumerate() {
        all[2 * i + 1] = repr::repr(vm, field)?;
        all[2 * i + 2] = comma;
    }
    all[8] = text::new(vm, ")");
    Ok(text::join_strs(vm, &all))
}

fn interpolation_reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fields = make::tuple(vm, &fields(args[0]));
    let class = vm.class(ClassId::Interpolation);
    Ok(make::tuple(vm, &[class, fields]))
}
