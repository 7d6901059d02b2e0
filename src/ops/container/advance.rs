//! How our own iterators advance: what their classes hold in `Class::advance`.

use crate::heap::value::Value;
use crate::object::class::layout::Advance;
use crate::object::record::Record;
use crate::ops::container::iterate::{self, INDEX, SEQUENCE};
use crate::ops::container::{dict, range, set};
use crate::ops::render::buffer;
use crate::ops::{make, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

macro_rules! advances {
    ($($name:ident($vm:ident, $iter:ident) $body:expr;)*) => {$(
        fn $name($vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
            let $iter = iter.expect::<Record>();
            $body
        }
    )*};
}

advances! {
    forwards(_vm, iter) Ok(iterate::step(iter));
    backwards(_vm, iter) Ok(step_back(iter));
    of_range(vm, iter) Ok(range::step(vm, iter));
    of_str(vm, iter) Ok(text::step(vm, iter));
    of_bytes(_vm, iter) Ok(buffer::step(iter));
    keys(vm, iter) dict::step(vm, iter).map(|entry| entry.map(|(key, _)| key));
    values(vm, iter) dict::step(vm, iter).map(|entry| entry.map(|(_, value)| value));
    items(vm, iter) dict::step(vm, iter).map(|entry| entry.map(|(key, value)| make::tuple(vm, &[key, value])));
    of_set(vm, iter) set::step(vm, iter);
    by_items(vm, iter) iterate::step_by_items(vm, iter);
    by_calls(vm, iter) iterate::step_by_calls(vm, iter);
    enumerate(vm, iter) iterate::step_enumerate(vm, iter);
    zip(vm, iter) iterate::step_zip(vm, iter);
    map(vm, iter) iterate::step_map(vm, iter);
    filter(vm, iter) iterate::step_filter(vm, iter);
    reversed(vm, iter) iterate::step_reversed(vm, iter);
}

/// By class; boot puts them there.
pub static ADVANCE: &[(ClassId, Advance)] = &[
    (ClassId::ListIterator, forwards),
    (ClassId::TupleIterator, forwards),
    (ClassId::ListReverseIterator, backwards),
    (ClassId::RangeIterator, of_range),
    (ClassId::LongRangeIterator, of_range),
    (ClassId::StrAsciiIterator, of_str),
    (ClassId::StrIterator, of_str),
    (ClassId::BytesIterator, of_bytes),
    (ClassId::ByteArrayIterator, of_bytes),
    (ClassId::DictKeyIterator, keys),
    (ClassId::DictValueIterator, values),
    (ClassId::DictItemIterator, items),
    (ClassId::DictReverseKeyIterator, keys),
    (ClassId::DictReverseValueIterator, values),
    (ClassId::DictReverseItemIterator, items),
    (ClassId::SetIterator, of_set),
    (ClassId::SequenceIterator, by_items),
    (ClassId::CallableIterator, by_calls),
    (ClassId::Enumerate, enumerate),
    (ClassId::Zip, zip),
    (ClassId::Map, map),
    (ClassId::Filter, filter),
    (ClassId::Reversed, reversed),
];

/// The next item of an iterator over a list backwards.
fn step_back(iter: crate::heap::object::Ref<Record>) -> Option<Value> {
    let (sequence, i) = (iter.get(SEQUENCE), iter.get(INDEX).int_unchecked());
    let list = sequence.cast::<crate::object::container::list::List>();
    let found = list.and_then(|list| list.get(usize::try_from(i).ok()?));
    match found {
        Some(_) => iter.set(INDEX, Value::small_int(i - 1)),
        None => iter.set(SEQUENCE, Value::UNBOUND),
    }
    found
}
