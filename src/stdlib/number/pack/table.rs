//! The functions of `_struct`, and its class `Struct`.

use std::rc::Rc;

use crate::api::{
    self, Bytes, ClassId, Kind, NativeDef, NewClass, Own, Record, Ref, Run, Str, Value, Vm, buffer, convert, flag,
    function, getter, itself, make, method, own_class, raise, record_of, static_method, text,
};
use crate::stdlib::number::pack::layout::{self, Layout};
use crate::stdlib::number::pack::value::{self, error};
use crate::stdlib::support::{finish, stepper};

/// The layout of a format argument.
fn layout_of(vm: &mut Vm, format: Value) -> Run<Rc<Layout>> {
    let found = match (format.cast::<Str>(), format.cast::<Bytes>()) {
        (Some(string), _) => layout::of(string.bytes()),
        (None, Some(bytes)) => layout::of(bytes.data()),
        (None, None) => {
            let got = api::shown_type(vm, format);
            let text = format!("Struct() argument 1 must be a str or bytes object, not {got}");
            return Err(raise::type_error(vm, text));
        }
    };
    found.map_err(|message| error(vm, message))
}

fn pack_values(vm: &mut Vm, layout: &Layout, values: &[Value]) -> Run<Value> {
    expect(vm, layout, values, "pack")?;
    let mut out = vec![0; layout.size];
    value::pack(vm, layout, values, &mut out)?;
    Ok(make::bytes(vm, out))
}

fn expect(vm: &mut Vm, layout: &Layout, values: &[Value], function: &str) -> Run<()> {
    if values.len() == layout.values {
        return Ok(());
    }
    let text = format!(
        "{function} expected {} items for packing (got {})",
        layout.values,
        values.len()
    );
    Err(error(vm, &text))
}

fn unpack_all(vm: &mut Vm, layout: &Layout, data: Value) -> Run<Value> {
    let bytes = buffer::require(vm, data, |data| (data.len() == layout.size).then(|| data.to_vec()))?;
    match bytes {
        Some(bytes) => Ok(value::unpack(vm, layout, &bytes)),
        None => {
            let text = format!("unpack requires a buffer of {} bytes", layout.size);
            Err(error(vm, &text))
        }
    }
}

/// Where in `len` bytes the layout lies at `offset`.
fn place(vm: &mut Vm, layout: &Layout, offset: Value, len: usize, function: &str) -> Run<usize> {
    let given = match offset.bound() {
        Some(offset) => convert::size(vm, offset)?,
        None => 0,
    };
    let verb = if function == "pack_into" { "pack" } else { "unpack" };
    let size = layout.size;
    let at = if given < 0 { given + len as i64 } else { given };
    if at < 0 {
        let text = format!("offset {given} out of range for {len}-byte buffer");
        return Err(error(vm, &text));
    }
    if given < 0 && at as usize + size > len {
        let verb = if verb == "pack" {
            "no space to pack"
        } else {
            "not enough data to unpack"
        };
        let text = format!("{verb} {size} bytes at offset {given}");
        return Err(error(vm, &text));
    }
    if at as usize + size > len {
        let needed = at as usize + size;
        let text = format!(
            "{function} requires a buffer of at least {needed} bytes for {verb}ing {size} bytes at offset {at} (actual buffer size is {len})"
        );
        return Err(error(vm, &text));
    }
    Ok(at as usize)
}

fn unpack_from_at(vm: &mut Vm, layout: &Layout, data: Value, offset: Value) -> Run<Value> {
    let len = buffer::require(vm, data, <[u8]>::len)?;
    let at = place(vm, layout, offset, len, "unpack_from")?;
    let bytes = buffer::require(vm, data, |data| data.get(at..at + layout.size).map(<[u8]>::to_vec))?;
    Ok(value::unpack(vm, layout, &bytes.unwrap_or_default()))
}

fn pack_into_at(vm: &mut Vm, layout: &Layout, args: &[Value]) -> Run<Value> {
    if args.len() < 2 {
        let what = if args.is_empty() { "buffer" } else { "offset" };
        return Err(error(vm, &format!("pack_into expected {what} argument")));
    }
    expect(vm, layout, &args[2..], "pack_into")?;
    let len = buffer::writable(vm, args[0], "")?.length();
    let at = place(vm, layout, args[1], len, "pack_into")?;
    let mut out = vec![0; layout.size];
    value::pack(vm, layout, &args[2..], &mut out)?;
    // The conversions may have released it.
    buffer::writable(vm, args[0], "")?.fill_at(at, &out);
    Ok(Value::NONE)
}

/// Fields of an unpacking iterator: the format, the bytes, where the next begins.
const FORMAT: usize = 0;
const DATA: usize = 1;
const AT: usize = 2;

fn iterator(vm: &mut Vm, format: Value, data: Value) -> Run<Value> {
    let layout = layout_of(vm, format)?;
    if layout.size == 0 {
        return Err(error(vm, "cannot iteratively unpack with a struct of length 0"));
    }
    let bytes = buffer::require(vm, data, <[u8]>::to_vec)?;
    if bytes.len() % layout.size != 0 {
        let text = format!(
            "iterative unpacking requires a buffer of a multiple of {} bytes",
            layout.size
        );
        return Err(error(vm, &text));
    }
    let bytes = make::bytes(vm, bytes);
    let class = own_class(vm, Own::UnpackIterator).value();
    Ok(record_of(vm, class, &[format, bytes, Value::small_int(0)]))
}

fn step(vm: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    let this: Ref<Record> = iterator.expect();
    let layout = layout_of(vm, this.get(FORMAT))?;
    let at = this.get(AT).int_unchecked() as usize;
    let data: Ref<Bytes> = this.get(DATA).expect();
    let Some(piece) = data.data().get(at..at + layout.size) else {
        return Ok(None);
    };
    let values = value::unpack(vm, &layout, piece);
    this.set(AT, Value::small_int((at + layout.size) as i64));
    Ok(Some(values))
}

static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    stepper!(step),
    method("__length_hint__", "($self, /)", |vm, args| {
        let this: Ref<Record> = args[0].expect();
        let layout = layout_of(vm, this.get(FORMAT))?;
        let left = this.get(DATA).expect::<Bytes>().data().len() - this.get(AT).int_unchecked() as usize;
        Ok(make::size(vm, left / layout.size))
    }),
];

fn format_of(args: &[Value]) -> Value {
    args[0].expect::<Record>().get(FORMAT)
}

static STRUCT: &[NativeDef] = &[
    static_method("__new__", "(type, format)", |vm, args| {
        layout_of(vm, args[1])?;
        let format = match args[1].cast::<Bytes>() {
            Some(bytes) => text::new(vm, &String::from_utf8_lossy(bytes.data())),
            None => args[1],
        };
        Ok(record_of(vm, args[0], &[format]))
    }),
    method("pack", "($self, /, *values)", |vm, args| {
        let layout = layout_of(vm, format_of(args))?;
        pack_values(vm, &layout, &args[1..])
    }),
    method("pack_into", "($self, /, *args)", |vm, args| {
        let layout = layout_of(vm, format_of(args))?;
        pack_into_at(vm, &layout, &args[1..])
    }),
    method("unpack", "($self, buffer, /)", |vm, args| {
        let layout = layout_of(vm, format_of(args))?;
        unpack_all(vm, &layout, args[1])
    }),
    method("unpack_from", "($self, /, buffer, offset=0)", |vm, args| {
        let layout = layout_of(vm, format_of(args))?;
        unpack_from_at(vm, &layout, args[1], args[2])
    }),
    method("iter_unpack", "($self, buffer, /)", |vm, args| {
        iterator(vm, format_of(args), args[1])
    }),
    method("__repr__", "($self, /)", |vm, args| {
        let format = api::glue::repr(vm, format_of(args))?;
        Ok(text::new(vm, &format!("Struct({format})")))
    }),
    getter("format", |_, args| Ok(format_of(args))).doc("struct format string"),
    getter("size", |vm, args| {
        let layout = layout_of(vm, format_of(args))?;
        Ok(make::size(vm, layout.size))
    })
    .doc("struct size in bytes"),
];

static FUNCTIONS: &[NativeDef] = &[
    function("calcsize", "(format, /)", |vm, args| {
        let layout = layout_of(vm, args[0])?;
        Ok(make::size(vm, layout.size))
    })
    .doc("Return size in bytes of the struct described by the format string."),
    function("pack", "(format, /, *values)", |vm, args| {
        let layout = layout_of(vm, args[0])?;
        pack_values(vm, &layout, &args[1..])
    })
    .doc("Return a bytes object containing values packed according to the format string."),
    function("pack_into", "(format, /, *args)", |vm, args| {
        let layout = layout_of(vm, args[0])?;
        pack_into_at(vm, &layout, &args[1..])
    })
    .doc("Pack values according to the format string and write the packed bytes into the writable buffer."),
    function("unpack", "(format, buffer, /)", |vm, args| {
        let layout = layout_of(vm, args[0])?;
        unpack_all(vm, &layout, args[1])
    })
    .doc("Return a tuple containing values unpacked according to the format string."),
    function("unpack_from", "(format, /, buffer, offset=0)", |vm, args| {
        let layout = layout_of(vm, args[0])?;
        unpack_from_at(vm, &layout, args[1], args[2])
    })
    .doc("Return a tuple containing values unpacked according to the format string, from an offset."),
    function("iter_unpack", "(format, buffer, /)", |vm, args| {
        iterator(vm, args[0], args[1])
    })
    .doc("Return an iterator yielding tuples unpacked from the given bytes."),
    function("_clearcache", "()", |_, _| Ok(Value::NONE)),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(
        vm,
        "_struct",
        "Functions to convert between Python values and C structs.",
        FUNCTIONS,
    );
    let failure = NewClass::new("struct.error", ClassId::Exception, Kind::Exception, flag::BASE);
    api::class_in(vm, module, Some(Own::StructError), failure, &[]);
    let class = NewClass::new("_struct.Struct", ClassId::Object, Kind::Record, flag::BASE | flag::WEAK);
    api::class_in(vm, module, Some(Own::Struct), class, STRUCT);
    let class = NewClass::new("_struct.unpack_iterator", ClassId::Object, Kind::Record, flag::NO_NEW);
    api::class_in(vm, module, Some(Own::UnpackIterator), class, ITERATOR);
    Ok(module)
}
