//! `memoryview`, of one dimension.
//!
//! CPYTHON: a bytearray refuses to change its length while a view of it exists. Here, where nobody knows when a view is dropped,
//! it refuses only inside `with view:`.

use crate::base::hash as hashes;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::object::record::{Opaque, Record};
use crate::object::text::bytes::ByteArray;
use crate::object::text::string::Str;
use crate::ops::container::slice;
use crate::ops::relation::{compare, hash};
use crate::ops::render::buffer::{self, View};
use crate::ops::render::repr;
use crate::ops::{class, convert, make, raise, text};
use crate::types::text::arguments;
use crate::types::text::binary::make::hex as binary_hex;
use crate::types::text::item::{self, Refused};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, /, object)", new),
    method("__repr__", "($self, /)", to_repr),
    method("__len__", "($self, /)", len),
    method("__getitem__", "($self, key, /)", getitem),
    method("__setitem__", "($self, key, value, /)", setitem),
    method("__delitem__", "($self, key, /)", delitem),
    method("__iter__", "($self, /)", iter),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__hash__", "($self, /)", hash_of),
    method("__enter__", "($self, /)", enter),
    method("__exit__", "($self, /, *exc_info)", exit),
    method("release", "($self, /)", release),
    method("tobytes", "($self, /, order='C')", tobytes),
    method("tolist", "($self, /)", tolist),
    method("toreadonly", "($self, /)", toreadonly),
    method("cast", "($self, /, format, shape=<unrepresentable>)", cast),
    method("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex),
    method("count", "($self, value, /)", count),
    method("index", "($self, value, start=0, stop=sys.maxsize, /)", index),
    getter("obj", |vm, args| Ok(live(vm, args[0])?.base)),
    getter("nbytes", |vm, args| {
        let view = live(vm, args[0])?;
        Ok(make::size(vm, view.length()))
    }),
    getter("readonly", |vm, args| Ok(Value::bool(live(vm, args[0])?.readonly))),
    getter("itemsize", |vm, args| {
        Ok(Value::small_int(live(vm, args[0])?.item_size as i64))
    }),
    getter("format", |vm, args| {
        let view = live(vm, args[0])?;
        Ok(text::from_bytes(vm, &[view.format]))
    }),
    getter("ndim", |vm, args| live(vm, args[0]).map(|_| Value::small_int(1))),
    getter("shape", |vm, args| {
        let count = live(vm, args[0])?.count;
        let count = make::size(vm, count);
        Ok(make::tuple(vm, &[count]))
    }),
    getter("strides", |vm, args| {
        let step = live(vm, args[0])?.step;
        let step = make::int(vm, step as i64);
        Ok(make::tuple(vm, &[step]))
    }),
    getter("suboffsets", |vm, args| {
        live(vm, args[0])?;
        Ok(make::tuple(vm, &[]))
    }),
    getter("c_contiguous", contiguous),
    getter("f_contiguous", contiguous),
    getter("contiguous", contiguous),
];

pub static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", next),
];

/// The state of a view that was not released.
fn live(vm: &mut Vm, value: Value) -> Run<View> {
    match buffer::view(value) {
        Some(view) if !view.released => Ok(view),
        _ => Err(raise::value_error(
            vm,
            "operation forbidden on released memoryview object",
        )),
    }
}

fn made(vm: &mut Vm, view: View) -> Value {
    let view = Box::new(View { counted: false, ..view });
    Opaque::new(&mut vm.heap, ClassId::MemoryView.shape(), view).value()
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let object = args[1];
    if buffer::view(object).is_some() {
        let view = live(vm, object)?;
        return Ok(made(vm, view));
    }
    let Some(view) = View::of(object) else {
        let got = class::name_of(vm, object);
        let message = format!("memoryview: a bytes-like object is required, not '{got}'");
        return Err(raise::type_error(vm, message));
    };
    Ok(made(vm, view))
}

fn to_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let released = buffer::view(args[0]).is_none_or(|view| view.released);
    let kind = if released { "released memory" } else { "memory" };
    let shown = format!("<{kind} at {:#x}>", repr::address(args[0]));
    Ok(text::new(vm, &shown))
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    Ok(make::size(vm, view.count))
}

fn contiguous(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(live(vm, args[0])?.is_contiguous()))
}

#[cold]
fn unsupported(vm: &mut Vm, format: u8) -> Raised {
    let message = format!("memoryview: format {} not supported", char::from(format));
    raise::with_text(vm, ClassId::NotImplementedError, &message)
}

/// Item `i` of a view.
fn item_at(vm: &mut Vm, view: &View, i: usize) -> Run<Value> {
    if item::size(view.format).is_none() {
        return Err(unsupported(vm, view.format));
    }
    let data = buffer::with(view.base, |data| data.get(view.place(i)).map(<[u8]>::to_vec)).flatten();
    match data {
        Some(data) => Ok(item::read(vm, view.format, &data)),
        None => Err(raise::value_error(vm, "memoryview: underlying buffer has shrunk")),
    }
}

/// The index that a subscript means; `None` for a slice.
fn place(vm: &mut Vm, view: &View, key: Value) -> Run<usize> {
    if let Some(key) = key.cast::<Tuple>() {
        if key.is_empty() {
            return Err(raise::with_text(
                vm,
                ClassId::NotImplementedError,
                "sub-views are not implemented",
            ));
        }
        if key.items().iter().all(|&index| convert::has_index(vm, index)) {
            if let [only] = *key.items() {
                return place(vm, view, only);
            }
            let n = key.len();
            let message = format!("cannot index 1-dimension view with {n}-element tuple");
            return Err(raise::type_error(vm, message));
        }
    }
    if !convert::has_index(vm, key) {
        return Err(raise::type_error(vm, "memoryview: invalid slice key"));
    }
    let n = convert::index_size(vm, key)?;
    let n = if n < 0 { n.saturating_add(view.count as i64) } else { n };
    match usize::try_from(n).ok().filter(|&n| n < view.count) {
        Some(n) => Ok(n),
        None => Err(raise::index_error(vm, "index out of bounds on dimension 1")),
    }
}

/// The view that a slice cuts from another.
fn sliced(vm: &mut Vm, view: &View, slice: Ref<Record>) -> Run<View> {
    let span = slice::unpack(vm, slice)?.fit(view.count);
    let start = (view.start as isize + span.start as isize * view.step) as usize;
    Ok(View {
        start,
        count: span.count,
        step: view.step.saturating_mul(span.step as isize),
        ..*view
    })
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    if let Some(slice) = slice::cast(args[1]) {
        let cut = sliced(vm, &view, slice)?;
        return Ok(made(vm, cut));
    }
    let at = place(vm, &view, args[1])?;
    item_at(vm, &view, at)
}

fn delitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let readonly = live(vm, args[0])?.readonly;
    let message = if readonly {
        "cannot modify read-only memory"
    } else {
        "cannot delete memory"
    };
    Err(raise::type_error(vm, message))
}

fn setitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    if view.readonly {
        return Err(raise::type_error(vm, "cannot modify read-only memory"));
    }
    if let Some(slice) = slice::cast(args[1]) {
        let target = sliced(vm, &view, slice)?;
        let data = buffer::require(vm, args[2], <[u8]>::to_vec)?;
        let format = View::of(args[2]).map_or(b'B', |view| view.format);
        if format != target.format || data.len() != target.length() {
            let message = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(raise::value_error(vm, message));
        }
        data.chunks(target.item_size)
            .enumerate()
            .for_each(|(i, item)| target.write(i, item));
        return Ok(Value::NONE);
    }
    let at = place(vm, &view, args[1])?;
    let data = encoded(vm, view.format, args[2])?;
    view.write(at, &data);
    Ok(Value::NONE)
}

fn encoded(vm: &mut Vm, format: u8, value: Value) -> Run<Vec<u8>> {
    if item::size(format).is_none() {
        return Err(unsupported(vm, format));
    }
    let refusal = match item::write(vm, format, value)? {
        Ok(data) => return Ok(data),
        Err(refusal) => refusal,
    };
    let format = char::from(format);
    Err(match refusal {
        Refused::Type => raise::type_error(vm, format!("memoryview: invalid type for format '{format}'")),
        Refused::Value => raise::value_error(vm, format!("memoryview: invalid value for format '{format}'")),
    })
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    live(vm, args[0])?;
    Ok(make::record(
        vm,
        ClassId::MemoryIterator,
        &[args[0], Value::small_int(0)],
    ))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = args[0].expect::<Record>();
    let (of, at) = (iterator.get(0), iterator.get(1).int_unchecked());
    let view = live(vm, of)?;
    if at as usize >= view.count {
        return Err(raise::stop_iteration(vm, Value::NONE));
    }
    iterator.set(1, Value::small_int(at + 1));
    item_at(vm, &view, at as usize)
}

fn items(vm: &mut Vm, view: &View) -> Run<Vec<Value>> {
    (0..view.count).map(|i| item_at(vm, view, i)).collect()
}

fn tolist(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    let items = items(vm, &view)?;
    Ok(make::list(vm, items))
}

fn equal(vm: &mut Vm, args: &[Value]) -> Run<Option<bool>> {
    let (Some(a), true) = (buffer::view(args[0]), buffer::is_buffer(args[1])) else {
        return Ok(None);
    };
    let Some(b) = View::of(args[1]) else {
        return Ok(None);
    };
    if a.released || b.released {
        return Ok(Some(args[0] == args[1]));
    }
    if b.count != a.count {
        return Ok(Some(false));
    }
    if b.format == a.format && !matches!(a.format, b'f' | b'd' | b'e') {
        let same = buffer::with(args[0], |own| buffer::copy(args[1]).is_some_and(|other| own == other));
        return Ok(same);
    }
    // What cannot be read is equal to nothing.
    if item::size(a.format).is_none() || item::size(b.format).is_none() {
        return Ok(Some(false));
    }
    for i in 0..a.count {
        let (x, y) = (item_at(vm, &a, i)?, item_at(vm, &b, i)?);
        if !compare::equal(vm, x, y)? || x.as_float().is_some_and(f64::is_nan) {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, |same| Value::bool(!same)))
}

fn hash_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    if !view.readonly {
        return Err(raise::value_error(vm, "cannot hash writable memoryview object"));
    }
    if !matches!(view.format, b'B' | b'b' | b'c') {
        let message = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
        return Err(raise::value_error(vm, message));
    }
    hash::hash(vm, view.base)?;
    let hash = buffer::require(vm, args[0], hashes::of_text)?;
    Ok(make::int(vm, hash))
}

/// Changes the exports of the base of a view.
fn count_export(view: &View, change: isize) {
    if let Some(array) = view.base.cast::<ByteArray>() {
        array.exports.set(array.exports.get().saturating_add_signed(change));
    }
}

fn enter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    if !view.counted {
        count_export(&view, 1);
        args[0].expect::<Opaque>().with(|view: &mut View| view.counted = true);
    }
    Ok(args[0])
}

fn release(_: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(view) = buffer::view(args[0]).filter(|view| view.counted) {
        count_export(&view, -1);
    }
    args[0]
        .expect::<Opaque>()
        .with(|view: &mut View| (view.released, view.counted) = (true, false));
    Ok(Value::NONE)
}

fn exit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    release(vm, &args[..1])
}

fn tobytes(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    live(vm, args[0])?;
    if args[1].is_bound() && !args[1].is_none() {
        let order = arguments::codec_name(vm, args[1], "tobytes", "order", "C")?;
        if !matches!(&*order, "C" | "F" | "A") {
            return Err(raise::value_error(vm, "order must be 'C', 'F' or 'A'"));
        }
    }
    let data = buffer::require(vm, args[0], <[u8]>::to_vec)?;
    Ok(make::bytes(vm, data))
}

fn toreadonly(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    Ok(made(vm, View { readonly: true, ..view }))
}

fn hex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    live(vm, args[0])?;
    binary_hex(vm, args)
}

fn cast(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    let Some(format) = args[1].cast::<Str>() else {
        let got = arguments::shown(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("cast() argument 'format' must be str, not {got}"),
        ));
    };
    if !view.is_contiguous() {
        return Err(raise::type_error(
            vm,
            "memoryview: casts are restricted to C-contiguous views",
        ));
    }
    let known = match *format.bytes() {
        [format] | [b'@', format] => item::size(format).map(|size| (format, size)),
        _ => None,
    };
    let Some((format, item_size)) = known else {
        let message =
            "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(raise::value_error(vm, message));
    };
    let is_byte = |format: u8| matches!(format, b'B' | b'b' | b'c');
    if !is_byte(view.format) && !is_byte(format) {
        return Err(raise::type_error(
            vm,
            "memoryview: cannot cast between two non-byte formats",
        ));
    }
    if !view.length().is_multiple_of(item_size) {
        return Err(raise::type_error(
            vm,
            "memoryview: length is not a multiple of itemsize",
        ));
    }
    let count = view.length() / item_size;
    check_shape(vm, args[2], count)?;
    Ok(made(
        vm,
        View {
            format,
            item_size,
            count,
            step: item_size as isize,
            ..view
        },
    ))
}

/// A shape is accepted where it has one dimension and says what is so.
fn check_shape(vm: &mut Vm, shape: Value, count: usize) -> Run<()> {
    if shape.is_unbound() {
        return Ok(());
    }
    let wrong =
        |vm: &mut Vm| -> Raised { raise::type_error(vm, "memoryview: product(shape) * itemsize != buffer size") };
    let Some(sizes) = arguments::plain_items(shape) else {
        return Err(raise::type_error(vm, "shape must be a list or a tuple"));
    };
    if sizes.iter().any(|size| !convert::is_int(*size)) {
        let message = "memoryview.cast(): elements of shape must be integers";
        return Err(raise::type_error(vm, message));
    }
    if sizes.iter().any(|size| size.as_int().is_some_and(|size| size <= 0)) {
        let message = "memoryview.cast(): elements of shape must be integers > 0";
        return Err(raise::value_error(vm, message));
    }
    match sizes[..] {
        [] => Err(wrong(vm)),
        [size] if size.as_int() == Some(count as i64) => Ok(()),
        [_] => Err(wrong(vm)),
        _ => {
            let message = "memoryview: views of more than one dimension are not supported";
            Err(raise::with_text(vm, ClassId::NotImplementedError, message))
        }
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    let mut n = 0;
    for i in 0..view.count {
        let item = item_at(vm, &view, i)?;
        n += usize::from(compare::equal(vm, item, args[1])?);
    }
    Ok(make::size(vm, n))
}

fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = live(vm, args[0])?;
    let window = arguments::window(vm, args[2], args[3], || view.count)?;
    let (start, stop) = window.unwrap_or((0, 0));
    for i in start..stop {
        let item = item_at(vm, &view, i)?;
        if compare::equal(vm, item, args[1])? {
            return Ok(make::size(vm, i));
        }
    }
    Err(raise::value_error(vm, "memoryview.index(x): x not found"))
}
