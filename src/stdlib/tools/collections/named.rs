//! Helpers of Lib's `collections`: the descriptors of named tuples, and counting.

use crate::api::{
    BinaryOperator, ClassId, Dict, NativeDef, Record, Ref, Run, Special, Tuple, Value, Vm, arith, attribute, call,
    class, convert, dict, function, getter, hash, item, iterate, make, method, raise, record_of, static_method, text,
    tuple,
};

const INDEX: usize = 0;
const DOC: usize = 1;

pub static TUPLE_GETTER: &[NativeDef] = &[
    static_method("__new__", "(type, index, doc, /)", |vm, args| {
        let index = Value::small_int(convert::size(vm, args[1])?.clamp(0, 1 << 32));
        Ok(record_of(vm, args[0], &[index, args[2]]))
    }),
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__set__", "($self, instance, value, /)", |vm, args| {
        let text = if args[2].is_unbound() {
            "can't delete attribute"
        } else {
            "can't set attribute"
        };
        Err(raise::attribute_error_text(vm, text))
    }),
    method("__delete__", "($self, instance, /)", |vm, _| {
        Err(raise::attribute_error_text(vm, "can't delete attribute"))
    }),
    method("__reduce__", "($self, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let class = class::of(vm, args[0]).value();
        let parts = make::tuple(vm, &[this.get(INDEX), this.get(DOC)]);
        Ok(make::tuple(vm, &[class, parts]))
    }),
    method("__repr__", "($self, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let doc = crate::api::glue::repr(vm, this.get(DOC))?;
        let index = this.get(INDEX).int_unchecked();
        Ok(text::new(vm, &format!("_tuplegetter({index}, {doc})")))
    }),
    getter("__doc__", |_, args| Ok(args[0].expect::<Record>().get(DOC))).setter(|_, args| {
        args[0].expect::<Record>().set(DOC, args[1].or(Value::NONE));
        Ok(Value::NONE)
    }),
];

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let index = args[0].expect::<Record>().get(INDEX).int_unchecked() as usize;
    if args[1].is_none() {
        return Ok(args[0]);
    }
    let Some(tuple) = args[1].cast::<Tuple>() else {
        let name = class::name_of(vm, args[1]);
        let text = format!("descriptor for index '{index}' for tuple subclasses doesn't apply to '{name}' object");
        return Err(raise::type_error(vm, text));
    };
    match tuple::items(tuple).get(index) {
        Some(&item) => Ok(item),
        None => Err(raise::index_error(vm, "tuple index out of range")),
    }
}

pub static FUNCTIONS: &[NativeDef] = &[function("_count_elements", "(mapping, iterable, /)", count)
    .doc("Count elements in the iterable, updating the mapping")];

/// Whether the class of a dict looks up and sets items as `dict` does.
fn is_plain(vm: &mut Vm, mapping: Value) -> bool {
    let (plain, class) = (class::known(vm, ClassId::Dict), class::of(vm, mapping));
    let get = text::intern(vm, "get");
    mapping.is::<Dict>()
        && class.special(Special::SetItem) == plain.special(Special::SetItem)
        && class::lookup(vm, class, get) == class::lookup(vm, plain, get)
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[1])?;
    let one = Value::small_int(1);
    if is_plain(vm, args[0]) {
        let into: Ref<Dict> = args[0].expect();
        while let Some(key) = iterate::next(vm, iterator)? {
            if let Some(i) = into.find_at_once(key)
                && let Some(n) = into.value_at(i).as_int().filter(|&n| n < 1 << 49)
            {
                into.set_value(i, Value::small_int(n + 1));
                continue;
            }
            let hash = hash::hash(vm, key)?;
            match dict::find_hashed(vm, into, key, hash)? {
                None => dict::insert_new(vm, into, key, hash, one)?,
                Some(i) => match into.value_at(i).as_int() {
                    Some(n) if n < 1 << 49 => into.set_value(i, Value::small_int(n + 1)),
                    _ => {
                        let more = arith::binary(vm, BinaryOperator::Add, into.value_at(i), one)?;
                        dict::set_hashed(vm, into, key, hash, more)?;
                    }
                },
            }
        }
        return Ok(Value::NONE);
    }
    let get = text::intern(vm, "get");
    let get = attribute::get(vm, args[0], get)?;
    while let Some(key) = iterate::next(vm, iterator)? {
        let now = call::call(vm, get, &[key, Value::small_int(0)])?;
        let more = arith::binary(vm, BinaryOperator::Add, now, one)?;
        item::set(vm, args[0], key, more)?;
    }
    Ok(Value::NONE)
}
