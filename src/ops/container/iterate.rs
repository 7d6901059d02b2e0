//! Iteration over any object.

use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::{dict, range};
use crate::ops::relation::{compare, truth};
use crate::ops::{call, class, convert, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::NativeFn;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Fields of the iterators over sequences: the sequence (UNBOUND when exhausted) and the index of the next item.
pub const SEQUENCE: usize = 0;
pub const INDEX: usize = 1;

/// Fields of `callable_iterator`: the callable (UNBOUND when exhausted) and the value at which it ends.
pub const CALLABLE: usize = 0;
pub const SENTINEL: usize = 1;

/// What is reserved at most because an object said how many items it has.
const HINT_MAX: usize = 1 << 16;
/// No address space holds so many items.
const NEVER_FITS: usize = 1 << 44;

/// Whether `iter` finds a way to iterate.
pub fn is_iterable(vm: &Vm, value: Value) -> bool {
    match class::special(vm, value, Special::Iter) {
        Some(method) => !method.is_none(),
        None => has_items(vm, value),
    }
}

/// Whether iteration by `__getitem__` works.
fn has_items(vm: &Vm, value: Value) -> bool {
    class::special(vm, value, Special::GetItem).is_some_and(|method| !method.is_none())
}

/// `iter(value)`
pub fn iter(vm: &mut Vm, value: Value) -> Run<Value> {
    if let Some(made) = iter_plainly(vm, value) {
        return Ok(made);
    }
    match class::special(vm, value, Special::Iter) {
        Some(method) if !method.is_none() => {
            let made = call::call_unbound(vm, method, value, &[], &[])?;
            if class::special(vm, made, Special::Next).is_some() {
                return Ok(made);
            }
            let name = class::name_of(vm, made);
            Err(raise::type_error(
                vm,
                format!("iter() returned non-iterator of type '{name}'"),
            ))
        }
        None if has_items(vm, value) => Ok(make::record(
            vm,
            ClassId::SequenceIterator,
            &[value, Value::small_int(0)],
        )),
        _ => {
            let name = class::name_of(vm, value);
            Err(raise::type_error(vm, format!("'{name}' object is not iterable")))
        }
    }
}

/// Calls `method` with the receiver `args[0]` and each item of `args[1]` in turn, as `writelines` does with `write`.
pub fn each(vm: &mut Vm, args: &[Value], method: NativeFn) -> Run<Value> {
    let items = iter(vm, args[1])?;
    while let Some(item) = next(vm, items)? {
        method(vm, &[args[0], item])?;
    }
    Ok(Value::NONE)
}

/// `iter(value)` of what most loops are over, exactly; `None` for anything else.
#[inline]
fn iter_plainly(vm: &mut Vm, value: Value) -> Option<Value> {
    let shape = value.header()?.shape();
    let class = match () {
        () if shape == ClassId::List.shape() => ClassId::ListIterator,
        () if shape == ClassId::Generator.shape() => return Some(value),
        () if shape == ClassId::Tuple.shape() => ClassId::TupleIterator,
        () if shape == ClassId::Str.shape() && value.expect::<Str>().is_ascii() => ClassId::StrAsciiIterator,
        () if shape == ClassId::Str.shape() => ClassId::StrIterator,
        () if shape == ClassId::Range.shape() => return Some(range::iter(vm, value.expect(), false)),
        () => return None,
    };
    Some(make::record(vm, class, &[value, Value::small_int(0)]))
}

/// `next(iter)`; `None` at the end.
#[inline]
pub fn next(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    if let Some(item) = list_item(iter) {
        return Ok(Some(item));
    }
    match class::of(vm, iter).advance.get() {
        Some(advance) => match advance(vm, iter) {
            Err(raised) => end(vm, raised),
            next => next,
        },
        None => next_slow(vm, iter),
    }
}

/// Gives the items of an iterator to `take`, which runs no Python, until it refuses one: that is answered. `None` at the end.
pub fn feed(vm: &mut Vm, iter: Value, take: &mut dyn FnMut(Value) -> bool) -> Run<Option<Value>> {
    if let Some(feed) = class::of(vm, iter).feed.get() {
        return feed(vm, iter, take);
    }
    while let Some(item) = next(vm, iter)? {
        if !take(item) {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

/// The next item of a list's iterator, unless it is at its end.
#[inline]
fn list_item(iter: Value) -> Option<Value> {
    let iter = iter.cast::<Record>()?;
    if iter.shape() != ClassId::ListIterator.shape() {
        return None;
    }
    let [sequence, index] = iter.fields() else {
        return None;
    };
    let i = index.get().int_unchecked();
    let item = sequence.get().cast::<List>()?.get(i as usize)?;
    index.set(Value::small_int(i + 1));
    Some(item)
}

/// The next item of an iterator of ours; `None` if it is another class.
pub fn next_of_record(vm: &mut Vm, iter: Ref<Record>) -> Option<Run<Option<Value>>> {
    let advance = class::of(vm, iter.value()).advance.get()?;
    Some(advance(vm, iter.value()))
}

/// The next item of an iterator of ours over pairs, as two values; `None` if it is another one.
pub fn next_pair(vm: &mut Vm, iter: Ref<Record>) -> Option<Run<Option<(Value, Value)>>> {
    let shape = iter.shape();
    if shape == ClassId::DictItemIterator.shape() {
        return Some(dict::step(vm, iter));
    }
    if shape == ClassId::Enumerate.shape() {
        return Some(enumerated(vm, iter));
    }
    if shape != ClassId::Zip.shape() {
        return None;
    }
    let &[first, second] = tuple::items(iter.get(ITERATORS).expect::<Tuple>()) else {
        return None;
    };
    Some(zipped(vm, iter, first, second))
}

/// The next pair of a `zip` of two.
fn zipped(vm: &mut Vm, iter: Ref<Record>, first: Value, second: Value) -> Run<Option<(Value, Value)>> {
    let Some(first) = next(vm, first)? else {
        ended(vm, iter, "zip", 0)?;
        return Ok(None);
    };
    match next(vm, second)? {
        Some(second) => Ok(Some((first, second))),
        None => {
            ended(vm, iter, "zip", 1)?;
            Ok(None)
        }
    }
}

/// Fields of `enumerate`: the iterator and the next number.
pub const ENUMERATED: usize = 0;
pub const NUMBER: usize = 1;
/// Fields of `zip`: a tuple of iterators, and whether all must be of one length.
pub const ITERATORS: usize = 0;
pub const STRICT: usize = 1;
/// Third field of `map`: the function.
pub const FUNCTION: usize = 2;
/// Fields of `filter`: the function (None: truth) and the iterator.
pub const PREDICATE: usize = 0;
pub const FILTERED: usize = 1;
/// Iterators that `zip` and `map` advance on the native stack; beyond, their items are kept in a list.
const ON_STACK: usize = 8;

/// The next pair of an `enumerate`, or of an instance of a subclass.
pub fn step_enumerate(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    Ok(enumerated(vm, iter)?.map(|(n, item)| make::tuple(vm, &[n, item])))
}

fn enumerated(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<(Value, Value)>> {
    let Some(item) = next(vm, iter.get(ENUMERATED))? else {
        return Ok(None);
    };
    let n = iter.get(NUMBER);
    let following = match n.as_int().and_then(|n| Value::try_int(n + 1)) {
        Some(following) => following,
        None => range::add(vm, n, Value::small_int(1)),
    };
    iter.set(NUMBER, following);
    Ok(Some((n, item)))
}

/// The next tuple of a `zip`.
pub fn step_zip(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    if let &[first, second] = tuple::items(iter.get(ITERATORS).expect::<Tuple>()) {
        let pair = zipped(vm, iter, first, second)?;
        return Ok(pair.map(|(first, second)| make::tuple(vm, &[first, second])));
    }
    gather(vm, iter, "zip", |vm, _, items| Ok(make::tuple(vm, items)))
}

/// The next answer of a `map`.
pub fn step_map(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    if let [iterators, _, function] = iter.fields()
        && let &[only] = tuple::items(iterators.get().expect::<Tuple>())
    {
        return match next(vm, only)? {
            Some(item) => call::one(vm, function.get(), item).map(Some),
            None => Ok(None),
        };
    }
    gather(vm, iter, "map", |vm, iter, items| {
        call::call(vm, iter.get(FUNCTION), items)
    })
}

/// As `next`, with a look at the iterators over lists first.
#[inline]
fn next_or_of_list(vm: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    if let Some((list, at)) = rest_of_list(iterator)
        && let Some(item) = list.get(at)
    {
        skip_in_list(iterator, at + 1);
        return Ok(Some(item));
    }
    next(vm, iterator)
}

/// One item of each iterator for `work`; `None` when one of them ends.
fn gather(
    vm: &mut Vm,
    iter: Ref<Record>,
    name: &str,
    work: impl FnOnce(&mut Vm, Ref<Record>, &[Value]) -> Run<Value>,
) -> Run<Option<Value>> {
    let iterators = tuple::items(iter.get(ITERATORS).expect::<Tuple>());
    if iterators.is_empty() {
        return Ok(None);
    }
    if iterators.len() > ON_STACK {
        let items = make::list(vm, Vec::new()).expect::<List>();
        let _ = items.reserve(iterators.len());
        for (i, &iterator) in iterators.iter().enumerate() {
            match next_or_of_list(vm, iterator)? {
                Some(item) => items.push(item),
                None => return ended(vm, iter, name, i),
            }
        }
        let items = items.with_items(|items| make::tuple(vm, items)).expect::<Tuple>();
        return work(vm, iter, tuple::items(items)).map(Some);
    }
    let mut items = [Value::UNBOUND; ON_STACK];
    for (i, &iterator) in iterators.iter().enumerate() {
        match next_or_of_list(vm, iterator)? {
            Some(item) => items[i] = item,
            None => return ended(vm, iter, name, i),
        }
    }
    work(vm, iter, &items[..iterators.len()]).map(Some)
}

/// Iterator `at` has ended: where lengths must agree, it must be the first, and all others must end now.
fn ended(vm: &mut Vm, iter: Ref<Record>, name: &str, at: usize) -> Run<Option<Value>> {
    if iter.get(STRICT) != Value::TRUE {
        return Ok(None);
    }
    let refuse = |vm: &mut Vm, at: usize, how: &str| {
        let others = if at == 1 { " 1".to_string() } else { format!("s 1-{at}") };
        let message = format!("{name}() argument {} is {how} than argument{others}", at + 1);
        Err(raise::value_error(vm, message))
    };
    if at > 0 {
        return refuse(vm, at, "shorter");
    }
    let iterators = tuple::items(iter.get(ITERATORS).expect::<Tuple>());
    for (i, &iterator) in iterators.iter().enumerate().skip(1) {
        if next(vm, iterator)?.is_some() {
            return refuse(vm, i, "longer");
        }
    }
    Ok(None)
}

/// The next item that a `filter` lets through.
pub fn step_filter(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    let predicate = iter.get(PREDICATE);
    let by_truth = predicate.is_none() || predicate == vm.class(ClassId::Bool);
    while let Some(item) = next(vm, iter.get(FILTERED))? {
        let verdict = if by_truth {
            item
        } else {
            call::call(vm, predicate, &[item])?
        };
        if truth::truth(vm, verdict)? {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

/// The next item of a `reversed` over `__getitem__`; its fields are those of the iterators over sequences.
pub fn step_reversed(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    let (sequence, i) = (iter.get(SEQUENCE), iter.get(INDEX));
    if sequence.is_unbound() {
        return Ok(None);
    }
    if class::is_exact(sequence, ClassId::Str) {
        return Ok(character_before(vm, iter, sequence.expect()));
    }
    if i.int_unchecked() >= 0 {
        match item_of(vm, sequence, i) {
            Ok(found) => {
                iter.set(INDEX, Value::small_int(i.int_unchecked() - 1));
                return Ok(Some(found));
            }
            Err(raised) => {
                if raise::catch(vm, ClassId::IndexError).is_none() && raise::catch(vm, ClassId::StopIteration).is_none()
                {
                    return Err(raised);
                }
            }
        }
    }
    iter.set(SEQUENCE, Value::UNBOUND);
    Ok(None)
}

/// Third field of a `reversed`: over an exact str, the byte offset where what is left ends.
pub const END: usize = 2;

/// The next character of a `reversed` over an exact str.
fn character_before(vm: &mut Vm, iter: Ref<Record>, string: Ref<Str>) -> Option<Value> {
    let end = iter.get(END).int_unchecked() as usize;
    let Some((c, start)) = walk::decode_back(string.bytes(), end) else {
        iter.set(SEQUENCE, Value::UNBOUND);
        return None;
    };
    iter.set(END, Value::small_int(start as i64));
    iter.set(INDEX, Value::small_int(iter.get(INDEX).int_unchecked() - 1));
    Some(text::from_char(vm, c))
}

/// The next item of an iterator over a list or tuple.
pub fn step(iter: Ref<Record>) -> Option<Value> {
    let (sequence, i) = (iter.get(SEQUENCE), iter.get(INDEX).int_unchecked() as usize);
    let found = match sequence.cast::<List>() {
        Some(list) => list.get(i),
        None => sequence
            .cast::<Tuple>()
            .and_then(|tuple| tuple::items(tuple).get(i).copied()),
    };
    match found {
        Some(_) => iter.set(INDEX, Value::small_int(i as i64 + 1)),
        None => iter.set(SEQUENCE, Value::UNBOUND),
    }
    found
}

/// The list and the index of its next item, if `iter` is a list's iterator.
pub fn rest_of_list(iter: Value) -> Option<(Ref<List>, usize)> {
    let iter = iter.cast::<Record>()?;
    if iter.shape() != ClassId::ListIterator.shape() {
        return None;
    }
    Some((iter.get(SEQUENCE).cast::<List>()?, iter.get(INDEX).as_int()? as usize))
}
/// Goes to item `i`, for what `rest_of_list` knows.
pub fn skip_in_list(iter: Value, i: usize) {
    iter.expect::<Record>().set(INDEX, Value::small_int(i as i64));
}

/// `sequence[i]`, by the class alone.
fn item_of(vm: &mut Vm, sequence: Value, i: Value) -> Run<Value> {
    match call::special(vm, sequence, Special::GetItem, &[i]) {
        Some(answer) => answer,
        None => Err(raise::type_error(vm, "object does not support indexing")),
    }
}

/// The next item of an iterator that asks `__getitem__`.
pub fn step_by_items(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    let (sequence, i) = (iter.get(SEQUENCE), iter.get(INDEX));
    if sequence.is_unbound() {
        return Ok(None);
    }
    match item_of(vm, sequence, i) {
        Ok(found) => {
            iter.set(INDEX, Value::small_int(i.int_unchecked() + 1));
            Ok(Some(found))
        }
        Err(raised) => {
            if raise::catch(vm, ClassId::IndexError).is_none() && raise::catch(vm, ClassId::StopIteration).is_none() {
                return Err(raised);
            }
            iter.set(SEQUENCE, Value::UNBOUND);
            Ok(None)
        }
    }
}

/// The next answer of a callable, up to the sentinel.
pub fn step_by_calls(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    let callable = iter.get(CALLABLE);
    if callable.is_unbound() {
        return Ok(None);
    }
    match call::call(vm, callable, &[]) {
        Ok(answer) => {
            if iter.get(CALLABLE).is_bound() && !compare::equal(vm, iter.get(SENTINEL), answer)? {
                return Ok(Some(answer));
            }
            iter.set(CALLABLE, Value::UNBOUND);
            Ok(None)
        }
        Err(raised) => {
            iter.set(CALLABLE, Value::UNBOUND);
            end(vm, raised)
        }
    }
}

fn next_slow(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    if let Some(native) = class::special(vm, iter, Special::Next).and_then(|next| next.cast::<Native>())
        && let Some(step) = native.def.step
    {
        let item = step(vm, iter);
        // Of what may be awaited: nobody asks for it here.
        vm.thread.result = Value::UNBOUND;
        return item;
    }
    match call::special(vm, iter, Special::Next, &[]) {
        Some(Ok(item)) => Ok(Some(item)),
        Some(Err(raised)) => end(vm, raised),
        None => {
            let name = class::name_of(vm, iter);
            Err(raise::type_error(vm, format!("'{name}' object is not an iterator")))
        }
    }
}

/// The end of an iteration, if StopIteration was raised.
pub fn end(vm: &mut Vm, raised: Raised) -> Run<Option<Value>> {
    match raise::catch(vm, ClassId::StopIteration) {
        Some(_) => Ok(None),
        None => Err(raised),
    }
}

/// `list(value)`
pub fn to_list(vm: &mut Vm, value: Value) -> Run<Ref<List>> {
    if class::is_exact(value, ClassId::List) {
        let copied = value.expect::<List>().with_items(|items| make::list_of(vm, items));
        return Ok(copied.expect());
    }
    let list = make::list_of(vm, &[]).expect::<List>();
    extend(vm, list, value)?;
    Ok(list)
}

/// `tuple(value)`
pub fn to_tuple(vm: &mut Vm, value: Value) -> Run<Value> {
    if class::is_exact(value, ClassId::Tuple) {
        return Ok(value);
    }
    let list = to_list(vm, value)?;
    Ok(list.with_items(|items| make::tuple(vm, items)))
}

/// Appends what an iterable gives.
pub fn extend(vm: &mut Vm, list: Ref<List>, value: Value) -> Run<()> {
    if class::is_exact(value, ClassId::List) || class::is_exact(value, ClassId::Tuple) {
        let extended = match value.cast::<List>() {
            Some(other) => list.extend_from(&other),
            None => list.extend_from_slice(value.expect::<Tuple>().items()),
        };
        return extended.map_err(|_| raise::memory_error(vm));
    }
    if class::is_exact(value, ClassId::Str) {
        let string = value.expect::<Str>();
        if list.reserve(string.chars()).is_err() {
            return Err(raise::memory_error(vm));
        }
        for c in walk::code_points(string.bytes()) {
            let character = text::from_char(vm, c);
            list.push(character);
        }
        return Ok(());
    }
    if let Some((dict, part)) = entries_of(value) {
        return extend_by_entries(vm, list, dict, part);
    }
    let iter = iter(vm, value)?;
    extend_from(vm, list, value, iter)
}

/// What a view of a dict shows of each entry.
#[derive(Clone, Copy)]
enum Part {
    Key,
    Value,
    Both,
}

/// The dict that an exact dict is, or an exact view is of.
fn entries_of(value: Value) -> Option<(Ref<Dict>, Part)> {
    if class::is_exact(value, ClassId::Dict) {
        return Some((value.expect(), Part::Key));
    }
    let part = match () {
        () if class::is_exact(value, ClassId::DictKeys) => Part::Key,
        () if class::is_exact(value, ClassId::DictValues) => Part::Value,
        () if class::is_exact(value, ClassId::DictItems) => Part::Both,
        () => return None,
    };
    let dict = value.expect::<Record>().get(0);
    class::is_exact(dict, ClassId::Dict).then(|| (dict.expect(), part))
}

fn extend_by_entries(vm: &mut Vm, list: Ref<List>, dict: Ref<Dict>, part: Part) -> Run<()> {
    let _ = list.reserve(dict.len());
    let mut at = 0;
    while let Some((i, key, value)) = dict.next_entry(at) {
        let item = match part {
            Part::Key => key,
            Part::Value => value,
            Part::Both => make::tuple(vm, &[key, value]),
        };
        if list.append(item).is_err() {
            return Err(raise::memory_error(vm));
        }
        at = i + 1;
    }
    Ok(())
}

/// Appends what `iter` gives, the iterator of `value`.
pub fn extend_from(vm: &mut Vm, list: Ref<List>, value: Value, iter: Value) -> Run<()> {
    if iter
        .cast::<Record>()
        .is_some_and(|iter| iter.shape() == ClassId::RangeIterator.shape())
    {
        return extend_by_range(vm, list, iter.expect());
    }
    let hint = length_hint(vm, value, 0)?;
    if hint > NEVER_FITS {
        return Err(raise::memory_error(vm));
    }
    let _ = list.reserve(hint.min(HINT_MAX));
    match feed(vm, iter, &mut |item| list.append(item).is_ok())? {
        None => Ok(()),
        Some(_) => Err(raise::memory_error(vm)),
    }
}

/// Appends the rest of a range of inline ints.
fn extend_by_range(vm: &mut Vm, list: Ref<List>, iter: Ref<Record>) -> Run<()> {
    let numbers = [range::NEXT, range::BY, range::LEFT].map(|field| iter.get(field).as_int().unwrap_or(0));
    let [start, by, left] = numbers;
    if left == 0 {
        return Ok(());
    }
    if list
        .extend_by(left as usize, |i| Value::small_int(start + by * i as i64))
        .is_err()
    {
        return Err(raise::memory_error(vm));
    }
    let end = range::add(vm, Value::small_int(start + by * (left - 1)), Value::small_int(by));
    iter.set(range::NEXT, end);
    iter.set(range::LEFT, Value::small_int(0));
    Ok(())
}

/// `operator.length_hint(value, default)`
pub fn length_hint(vm: &mut Vm, value: Value, default: usize) -> Run<usize> {
    if class::special(vm, value, Special::Len).is_some() {
        return match convert::len(vm, value) {
            Ok(len) => Ok(len),
            Err(_) if raise::catch(vm, ClassId::TypeError).is_some() => Ok(default),
            Err(raised) => Err(raised),
        };
    }
    let answer = match call::special(vm, value, Special::LengthHint, &[]) {
        None => return Ok(default),
        Some(Ok(Value::NOT_IMPLEMENTED)) => return Ok(default),
        Some(Ok(answer)) => answer,
        Some(Err(_)) if raise::catch(vm, ClassId::TypeError).is_some() => return Ok(default),
        Some(Err(raised)) => return Err(raised),
    };
    let Some(n) = convert::int_value(answer) else {
        let name = class::name_of(vm, answer);
        return Err(raise::type_error(
            vm,
            format!("__length_hint__ must be an integer, not {name}"),
        ));
    };
    match usize::try_from(convert::ssize(vm, n)?) {
        Ok(n) => Ok(n),
        Err(_) => Err(raise::value_error(vm, "__length_hint__() should return >= 0")),
    }
}
