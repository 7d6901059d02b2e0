//! `array`: numbers of one kind, close together. Items are kept as bytes.

use crate::api::buffer::Items;
use crate::api::{
    self, ByteArray, Bytes, Class, ClassId, Kind, List, NativeDef, NewClass, Opaque, Own, Raised, Record, Ref, Run,
    Special, Str, Value, Vm, attribute, buffer, call, class, class_method, compare, convert, flag, function, getter,
    is_own, iterate, itself, make, method, own_class, raise, record_of, repr, shared, slice, static_method, text,
};
use crate::stdlib::number::array_format::{foreign, machine_format};
use crate::stdlib::number::pack::layout::Field;
use crate::stdlib::number::pack::value::{pack_item, unpack_one};
use crate::stdlib::support::{finish, stepper};

const CODES: &[(u8, usize)] = &[
    (b'b', 1),
    (b'B', 1),
    (b'u', 4),
    (b'w', 4),
    (b'h', 2),
    (b'H', 2),
    (b'i', 4),
    (b'I', 4),
    (b'l', 8),
    (b'L', 8),
    (b'q', 8),
    (b'Q', 8),
    (b'f', 4),
    (b'd', 8),
];

fn with<R>(array: Value, work: impl FnOnce(&mut Items) -> R) -> R {
    match array.expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("an array holds an array"),
    }
}

fn field(array: Value) -> Field {
    let (code, size) = with(array, |array| (array.code, array.size));
    Field {
        code,
        size,
        count: 1,
        offset: 0,
    }
}

fn len(array: Value) -> usize {
    with(array, |array| array.data.len() / array.size)
}

/// One item as bytes.
fn packed(vm: &mut Vm, array: Value, value: Value) -> Run<([u8; 8], usize)> {
    let field = field(array);
    let mut out = [0; 8];
    if matches!(field.code, b'u' | b'w') {
        let c = value.cast::<Str>().filter(|string| string.chars() == 1);
        let Some(c) = c.and_then(|string| crate::base::wtf8::walk::decode(string.bytes(), 0)) else {
            let got = class::name_of(vm, value);
            return Err(raise::type_error(
                vm,
                format!("array item must be a unicode character, not {got}"),
            ));
        };
        out[..4].copy_from_slice(&c.0.to_ne_bytes());
        return Ok((out, 4));
    }
    pack_item(vm, &field, value, &mut out[..field.size])?;
    Ok((out, field.size))
}

fn unpacked(vm: &mut Vm, array: Value, i: usize) -> Option<Value> {
    let field = field(array);
    let mut item = [0; 8];
    with(array, |array| {
        let piece = array.data.get(i * field.size..(i + 1) * field.size)?;
        item[..field.size].copy_from_slice(piece);
        Some(())
    })?;
    if matches!(field.code, b'u' | b'w') {
        let c = u32::from_ne_bytes([item[0], item[1], item[2], item[3]]);
        return Some(text::from_char(vm, c));
    }
    Some(unpack_one(vm, &field, &item[..field.size], cfg!(target_endian = "big")))
}

fn new_array(vm: &mut Vm, class: Value, code: u8, data: Vec<u8>) -> Value {
    let size = CODES.iter().find(|row| row.0 == code).map_or(1, |row| row.1);
    let class: Ref<Class> = class.expect();
    Opaque::new(&mut vm.heap, class::shape(class), Box::new(Items { code, size, data })).value()
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = args[1]
        .cast::<Str>()
        .filter(|code| code.chars() == 1)
        .map(|code| code.bytes()[0]);
    let Some(code) = code else {
        let got = match args[1].cast::<Str>() {
            Some(string) => format!("a string of length {}", string.chars()),
            None => class::name_of_argument(vm, args[1]),
        };
        return Err(raise::type_error(
            vm,
            format!("array() argument 1 must be a unicode character, not {got}"),
        ));
    };
    if !CODES.iter().any(|row| row.0 == code) {
        return Err(raise::value_error(
            vm,
            "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)",
        ));
    }
    let made = new_array(vm, args[0], code, Vec::new());
    let Some(initial) = args[2].bound() else {
        return Ok(made);
    };
    if initial.is::<Bytes>() || initial.is::<ByteArray>() {
        from_bytes(vm, &[made, initial])?;
        return Ok(made);
    }
    let is_text = |code: u8| matches!(code, b'u' | b'w');
    if is_own(vm, initial, Own::Array) {
        let other = with(initial, |array| array.code);
        if is_text(other) && !is_text(code) {
            let code = char::from(code);
            let text = format!("cannot use a unicode array to initialize an array with typecode '{code}'");
            return Err(raise::type_error(vm, text));
        }
        if other == code {
            extend(vm, &[made, initial])?;
            return Ok(made);
        }
    }
    if initial.is::<Str>() && !is_text(code) {
        let code = char::from(code);
        let text = format!("cannot use a str to initialize an array with typecode '{code}'");
        return Err(raise::type_error(vm, text));
    }
    extend_items(vm, made, initial)?;
    Ok(made)
}

/// `__new__` with keywords, which subclasses may have for an `__init__` of their own.
fn new_by_names(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len();
    if !names.is_empty() && args[0] == own_class(vm, Own::Array).value() {
        return Err(raise::type_error(vm, "array.array() takes no keyword arguments"));
    }
    if !(2..=3).contains(&given) {
        let (bound, n) = if given < 2 {
            ("at least 1", 0)
        } else {
            ("at most 2", given - 1)
        };
        let (noun, n) = (if given < 2 { "argument" } else { "arguments" }, n);
        return Err(raise::type_error(
            vm,
            format!("array() takes {bound} {noun} ({n} given)"),
        ));
    }
    new(
        vm,
        &[args[0], args[1], if given == 3 { args[2] } else { Value::UNBOUND }],
    )
}

fn extend_items(vm: &mut Vm, array: Value, items: Value) -> Run<()> {
    let iterator = iterate::iter(vm, items)?;
    while let Some(item) = iterate::next(vm, iterator)? {
        append(vm, &[array, item])?;
    }
    Ok(())
}

fn append(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (item, size) = packed(vm, args[0], args[1])?;
    with(args[0], |array| array.data.extend_from_slice(&item[..size]));
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_own(vm, args[1], Own::Array) {
        extend_items(vm, args[0], args[1])?;
        return Ok(Value::NONE);
    }
    let (code, data) = with(args[1], |array| (array.code, array.data.clone()));
    if with(args[0], |array| array.code) != code {
        return Err(raise::type_error(vm, "can only extend with array of same kind"));
    }
    with(args[0], |array| array.data.extend_from_slice(&data));
    Ok(Value::NONE)
}

fn from_bytes(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let bytes = buffer::require(vm, args[1], <[u8]>::to_vec)?;
    if bytes.len() % field(args[0]).size != 0 {
        return Err(raise::value_error(vm, "bytes length not a multiple of item size"));
    }
    with(args[0], |array| array.data.extend_from_slice(&bytes));
    Ok(Value::NONE)
}

fn items(vm: &mut Vm, array: Value) -> Vec<Value> {
    (0..len(array)).filter_map(|i| unpacked(vm, array, i)).collect()
}

fn out_of_range(vm: &mut Vm, what: &str) -> Raised {
    raise::index_error(vm, format!("array {what}index out of range"))
}

/// The place that an index means.
fn place(vm: &mut Vm, args: &[Value], what: &str) -> Run<usize> {
    if !convert::has_index(vm, args[1]) {
        return Err(raise::type_error(vm, "array indices must be integers"));
    }
    let n = convert::index_size(vm, args[1])?;
    match shared::place(n, len(args[0])) {
        Some(i) => Ok(i),
        None => Err(out_of_range(vm, what)),
    }
}

fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(wanted) = slice::cast(args[1]) {
        let span = slice::unpack(vm, wanted)?.fit(len(args[0]));
        let (code, data) = with(args[0], |array| {
            let size = array.size;
            let mut data = Vec::new();
            for i in span.indices() {
                data.extend_from_slice(&array.data[i * size..(i + 1) * size]);
            }
            (array.code, data)
        });
        let class = own_class(vm, Own::Array).value();
        return Ok(new_array(vm, class, code, data));
    }
    let i = place(vm, args, "")?;
    match unpacked(vm, args[0], i) {
        Some(item) => Ok(item),
        None => Err(out_of_range(vm, "")),
    }
}

fn set_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(wanted) = slice::cast(args[1]) else {
        let i = place(vm, args, "assignment ")?;
        let (item, size) = packed(vm, args[0], args[2])?;
        // The item's conversion may have shrunk us.
        let room = with(args[0], |array| {
            let room = array.data.get_mut(i * size..(i + 1) * size);
            room.map(|room| room.copy_from_slice(&item[..size]))
        });
        return match room {
            Some(()) => Ok(Value::NONE),
            None => Err(out_of_range(vm, "assignment ")),
        };
    };
    if !is_own(vm, args[2], Own::Array) {
        let got = class::name_of(vm, args[2]);
        return Err(raise::type_error(
            vm,
            format!("can only assign array (not \"{got}\") to array slice"),
        ));
    }
    let (code, data) = with(args[2], |array| (array.code, array.data.clone()));
    let field = field(args[0]);
    if code != field.code {
        return Err(raise::type_error(vm, "bad argument type for built-in operation"));
    }
    let span = slice::unpack(vm, wanted)?.fit(len(args[0]));
    let places: Vec<usize> = span.indices().collect();
    let n = data.len() / field.size;
    if span.step != 1 {
        if places.len() != n {
            let m = places.len();
            let text = format!("attempt to assign array of size {n} to extended slice of size {m}");
            return Err(raise::value_error(vm, text));
        }
        with(args[0], |array| {
            for (i, item) in places.iter().zip(data.chunks(field.size)) {
                array.data[i * field.size..(i + 1) * field.size].copy_from_slice(item);
            }
        });
        return Ok(Value::NONE);
    }
    let start = span.start * field.size;
    let end = start + places.len() * field.size;
    with(args[0], |array| drop(array.data.splice(start..end, data)));
    Ok(Value::NONE)
}

fn remove_places(array: Value, mut places: Vec<usize>) {
    places.sort_unstable();
    with(array, |array| {
        for i in places.into_iter().rev() {
            array.data.drain(i * array.size..(i + 1) * array.size);
        }
    });
}

fn del_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let places = match slice::cast(args[1]) {
        Some(wanted) => slice::unpack(vm, wanted)?.fit(len(args[0])).indices().collect(),
        None => vec![place(vm, args, "assignment ")?],
    };
    remove_places(args[0], places);
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if len(args[0]) == 0 {
        return Err(raise::index_error(vm, "pop from empty array"));
    }
    let n = match args[1].bound() {
        Some(n) => convert::size(vm, n)?,
        None => -1,
    };
    let Some(i) = shared::place(n, len(args[0])) else {
        return Err(raise::index_error(vm, "pop index out of range"));
    };
    let item = unpacked(vm, args[0], i);
    remove_places(args[0], vec![i]);
    Ok(item.unwrap_or(Value::NONE))
}

fn insert(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size_argument(vm, args[1])?;
    let (item, size) = packed(vm, args[0], args[2])?;
    let len = len(args[0]) as i64;
    let i = if n < 0 { (n + len).max(0) } else { n.min(len) } as usize;
    with(args[0], |array| {
        drop(array.data.splice(i * size..i * size, item[..size].iter().copied()))
    });
    Ok(Value::NONE)
}

fn search(vm: &mut Vm, array: Value, value: Value) -> Run<Option<usize>> {
    for i in 0..len(array) {
        if let Some(item) = unpacked(vm, array, i)
            && compare::equal(vm, item, value)?
        {
            return Ok(Some(i));
        }
    }
    Ok(None)
}

fn order(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    if !is_own(vm, args[1], Own::Array) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let mut i = 0;
    while let (Some(a), Some(b)) = (unpacked(vm, args[0], i), unpacked(vm, args[1], i)) {
        // Not `equal`, for which an object is equal to itself: NaN.
        let same = compare::rich(vm, Special::Eq, a, b)?;
        if same != Value::TRUE {
            return match special {
                Special::Eq => Ok(Value::FALSE),
                Special::Ne => Ok(Value::TRUE),
                _ => compare::rich(vm, special, a, b),
            };
        }
        i += 1;
    }
    let lengths = (make::size(vm, len(args[0])), make::size(vm, len(args[1])));
    compare::rich(vm, special, lengths.0, lengths.1)
}

/// `array *= n`
fn multiply_in_place(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let made = multiply(vm, args)?;
    let data = with(made, |array| std::mem::take(&mut array.data));
    with(args[0], |array| array.data = data);
    Ok(args[0])
}

/// `index`: like a list's, with bounds.
fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let bound = |vm: &mut Vm, value: Value, absent: i64| match value.bound() {
        Some(value) => convert::index_clamped(vm, value),
        None => Ok(absent),
    };
    let n = len(args[0]) as i64;
    let (start, stop) = (bound(vm, args[2], 0)?, bound(vm, args[3], i64::MAX)?);
    let from_end = |at: i64| if at < 0 { at.saturating_add(n).max(0) } else { at };
    let (mut i, stop) = (from_end(start), from_end(stop));
    // The comparison may shrink us.
    while i < stop
        && let Some(item) = unpacked(vm, args[0], i as usize)
    {
        if compare::equal(vm, item, args[1])? {
            return Ok(make::int(vm, i));
        }
        i += 1;
    }
    Err(raise::value_error(vm, "array.index(x): x not in array"))
}

/// What `object.method(args)` answers.
fn call_method(vm: &mut Vm, object: Value, name: &str, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, name);
    let method = attribute::get(vm, object, name)?;
    call::call(vm, method, args)
}

fn to_file(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let data = with(args[0], |array| array.data.clone());
    for block in data.chunks(1 << 16) {
        let block = make::bytes(vm, block);
        call_method(vm, args[1], "write", &[block])?;
    }
    Ok(Value::NONE)
}

fn from_file(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[2])?;
    if n < 0 {
        return Err(raise::value_error(vm, "negative count"));
    }
    let Some(wanted) = (n as usize).checked_mul(field(args[0]).size) else {
        return Err(raise::memory_error(vm));
    };
    let size = make::size(vm, wanted);
    let read = call_method(vm, args[1], "read", &[size])?;
    if !read.is::<Bytes>() {
        return Err(raise::type_error(vm, "read() didn't return bytes"));
    }
    let got = buffer::require(vm, read, <[u8]>::len)?;
    from_bytes(vm, &[args[0], read])?;
    if got != wanted {
        return Err(raise::with_text(
            vm,
            ClassId::EOFError,
            "read() didn't return enough bytes",
        ));
    }
    Ok(Value::NONE)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let protocol = convert::index_clamped(vm, args[1])?;
    // CPYTHON: slots do not travel.
    let name = vm.names.__dict__;
    let state = attribute::find(vm, args[0], name)?.unwrap_or(Value::NONE);
    let class = class::of(vm, args[0]).value();
    let kind = field(args[0]).code;
    let code = text::from_char(vm, u32::from(kind));
    if protocol < 3 {
        let all = items(vm, args[0]);
        let all = make::list(vm, all);
        let given = make::tuple(vm, &[code, all]);
        return Ok(make::tuple(vm, &[class, given, state]));
    }
    let module = api::glue::import(vm, "array")?;
    let name = text::intern(vm, "_array_reconstructor");
    let function = attribute::get(vm, module, name)?;
    let data = with(args[0], |array| array.data.clone());
    let data = make::bytes(vm, data);
    let given = make::tuple(vm, &[class, code, Value::small_int(machine_format(kind)), data]);
    Ok(make::tuple(vm, &[function, given, state]))
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_own(vm, args[1], Own::Array) {
        let got = class::name_of(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("can only append array (not \"{got}\") to array"),
        ));
    }
    let (code, data) = with(args[0], |array| (array.code, array.data.clone()));
    if with(args[1], |array| array.code) != code {
        return Err(raise::type_error(vm, "bad argument type for built-in operation"));
    }
    let class = own_class(vm, Own::Array).value();
    let made = new_array(vm, class, code, data);
    extend(vm, &[made, args[1]])?;
    Ok(made)
}

fn multiply(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = shared::repeat_count(vm, args[1])?;
    let (code, data) = with(args[0], |array| (array.code, array.data.clone()));
    raise::room_for(vm, data.len(), n)?;
    let class = own_class(vm, Own::Array).value();
    Ok(new_array(vm, class, code, data.repeat(n)))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let code = char::from(field(args[0]).code);
    let name = class::name(class::of(vm, args[0]));
    if len(args[0]) == 0 {
        return Ok(text::new(vm, &format!("{name}('{code}')")));
    }
    let all = match code {
        'u' | 'w' => to_text(vm, args)?,
        _ => {
            let all = items(vm, args[0]);
            make::list(vm, all)
        }
    };
    let all = repr::repr(vm, all)?;
    Ok(text::new(
        vm,
        &format!("{name}('{code}', {})", all.expect::<Str>().lossy()),
    ))
}

fn to_text(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_characters(vm, args[0])?;
    if !matches!(field(args[0]).code, b'u' | b'w') {
        return Err(raise::value_error(
            vm,
            "tounicode() may only be called on unicode type arrays ('u' or 'w')",
        ));
    }
    let mut out = Vec::new();
    for item in items(vm, args[0]) {
        out.extend_from_slice(item.expect::<Str>().bytes());
    }
    Ok(text::from_vec(vm, out))
}

/// Whether all items of an array of characters are characters.
fn check_characters(vm: &mut Vm, array: Value) -> Run<()> {
    let wrong = with(array, |array| {
        let points = array
            .data
            .chunks_exact(4)
            .map(|c| u32::from_ne_bytes([c[0], c[1], c[2], c[3]]));
        points
            .into_iter()
            .find(|&point| matches!(array.code, b'u' | b'w') && point > 0x10_FFFF)
    });
    match wrong {
        None => Ok(()),
        Some(point) => {
            let text = format!("character U+{point:x} is not in range [U+0000; U+10ffff]");
            Err(raise::value_error(vm, text))
        }
    }
}

const SOURCE: usize = 0;
const AT: usize = 1;

static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    stepper!(step),
    method("__reduce__", "($self, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let iter = shared::builtin(vm, "iter");
        match this.get(SOURCE).bound() {
            Some(array) => {
                let given = make::tuple(vm, &[array]);
                Ok(make::tuple(vm, &[iter, given, this.get(AT)]))
            }
            None => {
                let nothing = make::tuple(vm, &[]);
                let given = make::tuple(vm, &[nothing]);
                Ok(make::tuple(vm, &[iter, given]))
            }
        }
    })
    .doc("Return state information for pickling."),
    method("__setstate__", "($self, state, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let at = convert::size_argument(vm, args[1])?;
        if let Some(array) = this.get(SOURCE).bound() {
            this.set(AT, Value::small_int(at.clamp(0, len(array) as i64)));
        }
        Ok(Value::NONE)
    })
    .doc("Set state information for unpickling."),
];

fn step(vm: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    let this: Ref<Record> = iterator.expect();
    let Some(array) = this.get(SOURCE).bound() else {
        return Ok(None);
    };
    let at = this.get(AT).int_unchecked();
    this.set(AT, Value::small_int(at + 1));
    let item = unpacked(vm, array, at as usize);
    if item.is_none() {
        this.set(SOURCE, Value::UNBOUND);
    }
    Ok(item)
}

static ARRAY: &[NativeDef] = &[
    static_method("__new__", "($type, typecode, initializer=<unrepresentable>, /)", new).spread(new_by_names),
    method("append", "($self, v, /)", append).doc("Append new value v to the end of the array."),
    method("extend", "($self, bb, /)", extend).doc("Append items to the end of the array."),
    method("fromlist", "($self, list, /)", |vm, args| {
        if !args[1].is::<List>() {
            return Err(raise::type_error(vm, "arg must be list"));
        }
        extend_items(vm, args[0], args[1])?;
        Ok(Value::NONE)
    }),
    method("frombytes", "($self, buffer, /)", from_bytes),
    method("fromunicode", "($self, ustr, /)", |vm, args| {
        extend_items(vm, args[0], args[1]).map(|()| Value::NONE)
    }),
    method("tobytes", "($self, /)", |vm, args| {
        let data = with(args[0], |array| array.data.clone());
        Ok(make::bytes(vm, data))
    }),
    method("tolist", "($self, /)", |vm, args| {
        let all = items(vm, args[0]);
        Ok(make::list(vm, all))
    }),
    method("tounicode", "($self, /)", to_text),
    method("pop", "($self, i=-1, /)", pop),
    method("insert", "($self, i, v, /)", insert),
    method("remove", "($self, v, /)", |vm, args| {
        match search(vm, args[0], args[1])? {
            Some(i) => {
                remove_places(args[0], vec![i]);
                Ok(Value::NONE)
            }
            None => Err(raise::value_error(vm, "array.remove(x): x not in array")),
        }
    }),
    method("index", "($self, v, start=0, stop=sys.maxsize, /)", index),
    method("tofile", "($self, f, /)", to_file).doc("Write all items (as machine values) to the file object f."),
    method("fromfile", "($self, f, n, /)", from_file)
        .doc("Read n objects from the file object f and append them to the end of the array."),
    method("count", "($self, v, /)", |vm, args| {
        let mut n = 0;
        for item in items(vm, args[0]) {
            n += i64::from(compare::equal(vm, item, args[1])?);
        }
        Ok(Value::small_int(n))
    }),
    method("reverse", "($self, /)", |_, args| {
        with(args[0], |array| {
            let size = array.size;
            let turned: Vec<u8> = array.data.chunks(size).rev().flatten().copied().collect();
            array.data = turned;
        });
        Ok(Value::NONE)
    }),
    method("byteswap", "($self, /)", |_, args| {
        with(args[0], |array| {
            array.data.chunks_mut(array.size).for_each(<[u8]>::reverse)
        });
        Ok(Value::NONE)
    }),
    method("clear", "($self, /)", |_, args| {
        with(args[0], |array| array.data.clear());
        Ok(Value::NONE)
    }),
    method("buffer_info", "($self, /)", |vm, args| {
        let at = make::int(vm, repr::address(args[0]) as i64);
        let n = make::size(vm, len(args[0]));
        Ok(make::tuple(vm, &[at, n]))
    }),
    method("__copy__", "($self, /)", |vm, args| {
        multiply(vm, &[args[0], Value::small_int(1)])
    }),
    method("__deepcopy__", "($self, memo, /)", |vm, args| {
        multiply(vm, &[args[0], Value::small_int(1)])
    }),
    method("__reduce_ex__", "($self, protocol, /)", reduce),
    method("__len__", "($self, /)", |_, args| {
        Ok(Value::small_int(len(args[0]) as i64))
    }),
    method("__getitem__", "($self, key, /)", get_item),
    method("__setitem__", "($self, key, value, /)", set_item),
    method("__delitem__", "($self, key, /)", del_item),
    method("__contains__", "($self, key, /)", |vm, args| {
        Ok(Value::bool(search(vm, args[0], args[1])?.is_some()))
    }),
    method("__iter__", "($self, /)", |vm, args| {
        let class = own_class(vm, Own::ArrayIterator).value();
        Ok(record_of(vm, class, &[args[0], Value::small_int(0)]))
    }),
    method("__eq__", "($self, value, /)", |vm, args| order(vm, args, Special::Eq)),
    method("__ne__", "($self, value, /)", |vm, args| order(vm, args, Special::Ne)),
    method("__lt__", "($self, value, /)", |vm, args| order(vm, args, Special::Lt)),
    method("__le__", "($self, value, /)", |vm, args| order(vm, args, Special::Le)),
    method("__gt__", "($self, value, /)", |vm, args| order(vm, args, Special::Gt)),
    method("__ge__", "($self, value, /)", |vm, args| order(vm, args, Special::Ge)),
    method("__add__", "($self, value, /)", add),
    method("__iadd__", "($self, value, /)", |vm, args| {
        if !is_own(vm, args[1], Own::Array) {
            let got = class::name_of(vm, args[1]);
            return Err(raise::type_error(
                vm,
                format!("can only extend with array (not \"{got}\")"),
            ));
        }
        extend(vm, args)?;
        Ok(args[0])
    }),
    method("__imul__", "($self, value, /)", multiply_in_place),
    method("__mul__", "($self, value, /)", multiply),
    method("__rmul__", "($self, value, /)", multiply),
    method("__repr__", "($self, /)", show),
    getter("typecode", |vm, args| {
        Ok(text::from_char(vm, u32::from(field(args[0]).code)))
    })
    .doc("the typecode character used to create the array"),
    getter("itemsize", |_, args| Ok(Value::small_int(field(args[0]).size as i64)))
        .doc("the size, in bytes, of one array item"),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

static FUNCTIONS: &[NativeDef] = &[function(
    "_array_reconstructor",
    "(arraytype, typecode, mformat_code, items, /)",
    reconstruct,
)];

/// What pickles of arrays call: the items are bytes in a format that needs not be this machine's.
fn reconstruct(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(class) = args[0].cast::<Class>() else {
        let got = class::name_of(vm, args[0]);
        let message = format!("first argument must be a type object, not {got}");
        return Err(raise::type_error(vm, message));
    };
    if !class.is_subclass(own_class(vm, Own::Array)) {
        let name = class::name(class);
        return Err(raise::type_error(vm, format!("{name} is not a subtype of array.array")));
    }
    let code = args[1].cast::<Str>().filter(|code| code.len() == 1);
    if !code.is_some_and(|code| CODES.iter().any(|row| row.0 == code.bytes()[0])) {
        return Err(raise::value_error(vm, "second argument must be a valid type code"));
    }
    let format = convert::index_clamped(vm, args[2])?;
    if !(0..=21).contains(&format) {
        let text = "third argument must be a valid machine format code.";
        return Err(raise::value_error(vm, text));
    }
    let Some(bytes) = args[3].cast::<Bytes>() else {
        let got = class::name_of(vm, args[3]);
        let message = format!("fourth argument should be bytes, not {got}");
        return Err(raise::type_error(vm, message));
    };
    let size = [1, 2, 2, 4, 4, 8, 8, 4, 8, 2, 4][(format / 2) as usize];
    if bytes.data().len() % size != 0 {
        return Err(raise::value_error(vm, "bytes length not a multiple of item size"));
    }
    let items = bytes
        .data()
        .chunks(size)
        .map(|item| foreign(vm, format, item))
        .collect();
    let items = make::list(vm, items);
    call::call(vm, args[0], &[args[1], items])
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let doc = "This module defines an object type which can efficiently represent\nan array of basic values.";
    let module = api::module(vm, "array", doc, FUNCTIONS);
    let new = |name, kind, flags| NewClass {
        name,
        base: ClassId::Object,
        kind,
        flags,
    };
    let class = new("array.array", Kind::Opaque, flag::BASE | flag::WEAK | flag::SEQUENCE);
    let class = api::class_in(vm, module, Some(Own::Array), class, ARRAY);
    api::set_in(vm, module, "ArrayType", class.value());
    let iterator = new("array.arrayiterator", Kind::Record, flag::NO_NEW);
    api::class_in(vm, module, Some(Own::ArrayIterator), iterator, ITERATOR);
    let abstracts = api::glue::import(vm, "_collections_abc")?;
    let name = text::intern(vm, "MutableSequence");
    let sequence = attribute::get(vm, abstracts, name)?;
    call_method(vm, sequence, "register", &[class.value()])?;
    let codes: String = CODES.iter().map(|row| char::from(row.0)).collect();
    let codes = text::new(vm, &codes);
    api::set_in(vm, module, "typecodes", codes);
    Ok(module)
}
