//! Digests: `_md5`, `_sha1`, `_sha2`, `_sha3`, `_blake2`.

use blake2::{Blake2b512, Blake2s256};
use sha2::digest::DynDigest;

use crate::api::{
    self, Class, ClassId, Kind, NativeDef, NewClass, Opaque, Own, Payload, Raised, Ref, Run, Str, Tracer, Value, Vm,
    buffer, class, flag, getter, make, method, own_class, raise, spread_function, text,
};

/// A digest in the making.
struct Digest {
    name: &'static str,
    block: usize,
    hasher: Box<dyn DynDigest>,
}

impl Payload for Digest {
    fn trace(&self, _: &mut Tracer) {}
}

/// Module, function, Python's name, block size, maker.
type Row = (&'static str, &'static str, usize, fn() -> Box<dyn DynDigest>);

macro_rules! row {
    ($function:literal, $name:literal, $block:literal, $type:ty) => {
        ($function, $name, $block, || {
            Box::new(<$type>::default()) as Box<dyn DynDigest>
        })
    };
}

static ROWS: &[Row] = &[
    row!("md5", "md5", 64, md5::Md5),
    row!("sha1", "sha1", 64, sha1::Sha1),
    row!("sha224", "sha224", 64, sha2::Sha224),
    row!("sha256", "sha256", 64, sha2::Sha256),
    row!("sha384", "sha384", 128, sha2::Sha384),
    row!("sha512", "sha512", 128, sha2::Sha512),
    row!("sha3_224", "sha3_224", 144, sha3::Sha3_224),
    row!("sha3_256", "sha3_256", 136, sha3::Sha3_256),
    row!("sha3_384", "sha3_384", 104, sha3::Sha3_384),
    row!("sha3_512", "sha3_512", 72, sha3::Sha3_512),
    row!("blake2b", "blake2b", 128, Blake2b512),
    row!("blake2s", "blake2s", 64, Blake2s256),
];

fn with<R>(args: &[Value], work: impl FnOnce(&mut Digest) -> R) -> R {
    match args[0].expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("a digest holds a digest"),
    }
}

fn finished(args: &[Value]) -> Box<[u8]> {
    with(args, |digest| digest.hasher.box_clone().finalize())
}

#[cold]
fn not_bytes(vm: &mut Vm, value: Value) -> Raised {
    if value.is::<Str>() {
        return raise::type_error(vm, "Strings must be encoded before hashing");
    }
    raise::type_error(vm, "object supporting the buffer API required")
}

fn update(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let done = buffer::with(args[1], |data| with(args, |digest| digest.hasher.update(data)));
    match done {
        Some(()) => Ok(Value::NONE),
        None => Err(not_bytes(vm, args[1])),
    }
}

static HASH: &[NativeDef] = &[
    method("update", "($self, obj, /)", update).doc("Update this hash object's state with the provided string."),
    method("digest", "($self, /)", |vm, args| {
        Ok(make::bytes(vm, finished(args).into_vec()))
    })
    .doc("Return the digest value as a bytes object."),
    method("hexdigest", "($self, /)", |vm, args| {
        let hex: String = finished(args).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(text::new(vm, &hex))
    })
    .doc("Return the digest value as a string of hexadecimal digits."),
    method("copy", "($self, /)", |vm, args| {
        let copy = with(args, |digest| Digest {
            name: digest.name,
            block: digest.block,
            hasher: digest.hasher.box_clone(),
        });
        Ok(made(vm, copy))
    })
    .doc("Return a copy of the hash object."),
    method("__repr__", "($self, /)", |vm, args| {
        let name = with(args, |digest| digest.name);
        let shown = format!("<{name} _hashlib.HASH object @ {:#x}>", api::repr::address(args[0]));
        Ok(text::new(vm, &shown))
    }),
    getter("name", |vm, args| {
        let name = with(args, |digest| digest.name);
        Ok(text::new(vm, name))
    }),
    getter("digest_size", |_, args| {
        Ok(Value::small_int(with(args, |digest| digest.hasher.output_size()) as i64))
    }),
    getter("block_size", |_, args| {
        Ok(Value::small_int(with(args, |digest| digest.block) as i64))
    }),
];

fn made(vm: &mut Vm, digest: Digest) -> Value {
    let class: Ref<Class> = own_class(vm, Own::Hash);
    Opaque::new(&mut vm.heap, class::shape(class), Box::new(digest)).value()
}

/// A new digest, of the data that is given positionally or as `data` or `string`.
fn start(vm: &mut Vm, name: &str, args: &[Value], names: &[Value]) -> Run<Value> {
    let Some(&(_, name, block, maker)) = ROWS.iter().find(|row| row.0 == name) else {
        return Err(raise::value_error(vm, "unsupported hash type"));
    };
    let positional = args.len() - names.len();
    let mut data = args.first().copied().filter(|_| positional > 0);
    for (key, &value) in names.iter().zip(&args[positional..]) {
        match key.expect::<Str>().bytes() {
            b"usedforsecurity" => {}
            b"data" | b"string" => data = Some(value),
            other => {
                let other = String::from_utf8_lossy(other);
                let message = format!("{name}() got an unexpected keyword argument '{other}'");
                return Err(raise::type_error(vm, message));
            }
        }
    }
    let made = made(
        vm,
        Digest {
            name,
            block,
            hasher: maker(),
        },
    );
    if let Some(data) = data {
        update(vm, &[made, data])?;
    }
    Ok(made)
}

macro_rules! starters {
    ($table:ident: $($name:literal),*) => {
        static $table: &[NativeDef] = &[$(
            spread_function($name, "(data=b'', *, usedforsecurity=True)", |vm, args, names| start(vm, $name, args, names)),
        )*];
    };
}
starters!(MD5: "md5");
starters!(SHA1: "sha1");
starters!(SHA2: "sha224", "sha256", "sha384", "sha512");
starters!(SHA3: "sha3_224", "sha3_256", "sha3_384", "sha3_512");
starters!(BLAKE2: "blake2b", "blake2s");

/// A digest of any length: what it is of, for 128 or 256 bits of strength.
struct Shake {
    wide: bool,
    data: Vec<u8>,
}

impl Payload for Shake {
    fn trace(&self, _: &mut Tracer) {}
}

fn with_shake<R>(args: &[Value], work: impl FnOnce(&mut Shake) -> R) -> R {
    match args[0].expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("a digest holds a digest"),
    }
}

fn shaken(vm: &mut Vm, args: &[Value]) -> Run<Vec<u8>> {
    use sha3::digest::{ExtendableOutput, Update};
    let length = crate::api::convert::size(vm, args[1])?;
    if !(0..1 << 29).contains(&length) {
        return Err(raise::value_error(vm, "length is too large"));
    }
    let mut out = vec![0; length as usize];
    with_shake(args, |shake| {
        if shake.wide {
            let mut hasher = sha3::Shake256::default();
            hasher.update(&shake.data);
            hasher.finalize_xof_into(&mut out);
        } else {
            let mut hasher = sha3::Shake128::default();
            hasher.update(&shake.data);
            hasher.finalize_xof_into(&mut out);
        }
    });
    Ok(out)
}

static SHAKE: &[NativeDef] = &[
    method("update", "($self, data, /)", |vm, args| {
        let done = buffer::with(args[1], |data| {
            with_shake(args, |shake| shake.data.extend_from_slice(data))
        });
        match done {
            Some(()) => Ok(Value::NONE),
            None => Err(not_bytes(vm, args[1])),
        }
    }),
    method("digest", "($self, length, /)", |vm, args| {
        let out = shaken(vm, args)?;
        Ok(make::bytes(vm, out))
    }),
    method("hexdigest", "($self, length, /)", |vm, args| {
        let hex: String = shaken(vm, args)?.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(text::new(vm, &hex))
    }),
    method("copy", "($self, /)", |vm, args| {
        let (wide, data) = with_shake(args, |shake| (shake.wide, shake.data.clone()));
        Ok(new_shake(vm, wide, data))
    }),
    getter("name", |vm, args| {
        let wide = with_shake(args, |shake| shake.wide);
        Ok(text::new(vm, if wide { "shake_256" } else { "shake_128" }))
    }),
    getter("digest_size", |_, _| Ok(Value::small_int(0))),
    getter("block_size", |_, args| {
        Ok(Value::small_int(if with_shake(args, |shake| shake.wide) {
            136
        } else {
            168
        }))
    }),
];

fn new_shake(vm: &mut Vm, wide: bool, data: Vec<u8>) -> Value {
    let class: Ref<Class> = own_class(vm, Own::Shake);
    Opaque::new(&mut vm.heap, class::shape(class), Box::new(Shake { wide, data })).value()
}

fn start_shake(vm: &mut Vm, wide: bool, args: &[Value], names: &[Value]) -> Run<Value> {
    let made = new_shake(vm, wide, Vec::new());
    if args.len() > names.len() {
        let done = buffer::with(args[0], |data| {
            with_shake(&[made], |shake| shake.data.extend_from_slice(data))
        });
        if done.is_none() {
            return Err(not_bytes(vm, args[0]));
        }
    }
    Ok(made)
}

static SHAKES: &[NativeDef] = &[
    spread_function("shake_128", "(data=b'', *, usedforsecurity=True)", |vm, args, names| {
        start_shake(vm, false, args, names)
    }),
    spread_function("shake_256", "(data=b'', *, usedforsecurity=True)", |vm, args, names| {
        start_shake(vm, true, args, names)
    }),
];

/// One module; all share the class of their objects.
fn module(vm: &mut Vm, name: &str, functions: &'static [NativeDef]) -> Run<Value> {
    let module = api::module(vm, name, "", functions);
    if vm.own[Own::Hash as usize].is_unbound() {
        let new = NewClass {
            name: "_hashlib.HASH",
            base: ClassId::Object,
            kind: Kind::Opaque,
            flags: flag::NO_NEW,
        };
        api::class_in(vm, module, Some(Own::Hash), new, HASH);
    }
    Ok(module)
}

pub fn make_md5(vm: &mut Vm) -> Run<Value> {
    module(vm, "_md5", MD5)
}
pub fn make_sha1(vm: &mut Vm) -> Run<Value> {
    module(vm, "_sha1", SHA1)
}
pub fn make_sha2(vm: &mut Vm) -> Run<Value> {
    module(vm, "_sha2", SHA2)
}
pub fn make_sha3(vm: &mut Vm) -> Run<Value> {
    let made = module(vm, "_sha3", SHA3)?;
    let new = NewClass {
        name: "_sha3.shake",
        base: ClassId::Object,
        kind: Kind::Opaque,
        flags: flag::NO_NEW,
    };
    api::class_in(vm, made, Some(Own::Shake), new, SHAKE);
    let name = text::intern(vm, "_sha3");
    for row in SHAKES {
        let function = make::native(vm, row, name);
        api::set_in(vm, made, row.name, function);
    }
    Ok(made)
}
pub fn make_blake2(vm: &mut Vm) -> Run<Value> {
    module(vm, "_blake2", BLAKE2)
}
