//! `_random`: CPython's generator, number for number.

use crate::api::{
    self, Class, ClassId, Kind, NativeDef, NewClass, Opaque, Own, Payload, Ref, Run, Tracer, Tuple, Value, Vm, class,
    convert, flag, hash, integer, make, method, raise, static_method, tuple, unreachable_body,
};
use crate::base::big::Big;
use crate::base::special::rng::Twister;

struct Generator(Twister);

impl Payload for Generator {
    fn trace(&self, _: &mut Tracer) {}
}

fn with<R>(args: &[Value], work: impl FnOnce(&mut Twister) -> R) -> R {
    match args[0]
        .expect::<Opaque>()
        .with(|generator: &mut Generator| work(&mut generator.0))
    {
        Some(result) => result,
        None => unreachable!("a generator holds a generator"),
    }
}

pub static RANDOM: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(|vm, args, _| {
        let class: Ref<Class> = args[0].expect();
        let generator = Box::new(Generator(Twister::from_key(&[])));
        let made = Opaque::new(&mut vm.heap, class::shape(class), generator).value();
        seed(vm, &[made, Value::UNBOUND])?;
        Ok(made)
    }),
    method("__init__", "($self, *args, **kwargs)", unreachable_body).spread(|vm, args, names| {
        if args.len() == names.len() + 2 {
            seed(vm, &args[..2])?;
        }
        Ok(Value::NONE)
    }),
    method("random", "($self, /)", |_, args| {
        Ok(Value::float(with(args, Twister::random)))
    })
    .doc("random() -> x in the interval [0, 1)."),
    method("seed", "($self, n=None, /)", seed).doc("seed([n]) -> None."),
    method("getrandbits", "($self, k, /)", bits).doc("getrandbits(k) -> x.  Generates an int with k random bits."),
    method("getstate", "($self, /)", state).doc("getstate() -> tuple containing the current state."),
    method("setstate", "($self, state, /)", set_state).doc("setstate(state) -> None.  Restores generator state."),
];

fn seed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let twister = match args[1].bound().filter(|seed| !seed.is_none()) {
        None => {
            let mut key = [0u8; 64];
            let _ = rustix::rand::getrandom(&mut key, rustix::rand::GetRandomFlags::empty());
            let key: Vec<u32> = key
                .chunks(4)
                .map(|word| word.iter().fold(0, |n, &b| n << 8 | u32::from(b)))
                .collect();
            Twister::from_key(&key)
        }
        Some(seed) => match convert::int_value(seed) {
            Some(int) => integer::with_big(int, Twister::from_int),
            None => {
                let hash = hash::hash(vm, seed)?;
                Twister::from_int(&Big::from_u64(hash as u64))
            }
        },
    };
    with(args, |generator| *generator = twister);
    Ok(Value::NONE)
}

fn bits(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let k = convert::size_argument(vm, args[1])?;
    if k < 0 {
        return Err(raise::value_error(vm, "Cannot convert negative int"));
    }
    if k <= 32 {
        let n = with(args, |generator| generator.bits_u64(k as u32));
        return Ok(Value::small_int(n as i64));
    }
    raise::room(vm, k as usize / 4)?;
    let n = with(args, |generator| generator.bits(k as u64));
    Ok(make::big(vm, n))
}

fn state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let words = with(args, |generator| {
        let (words, index) = generator.state();
        let all = words.iter().map(|&word| Value::small_int(i64::from(word)));
        all.chain([Value::small_int(index as i64)]).collect::<Vec<_>>()
    });
    Ok(make::tuple(vm, &words))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(state) = args[1].cast::<Tuple>() else {
        return Err(raise::type_error(vm, "state vector must be a tuple"));
    };
    let items = tuple::items(state);
    if items.len() != 625 {
        return Err(raise::value_error(vm, "state vector is the wrong size"));
    }
    let mut words = [0; 624];
    for (word, &item) in words.iter_mut().zip(items) {
        *word = convert::size(vm, item)? as u32;
    }
    let index = convert::size(vm, items[624])?;
    match usize::try_from(index)
        .ok()
        .and_then(|index| Twister::from_state(words, index))
    {
        Some(twister) => {
            with(args, |generator| *generator = twister);
            Ok(Value::NONE)
        }
        None => Err(raise::value_error(vm, "invalid state")),
    }
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(
        vm,
        "_random",
        "Module implements the Mersenne Twister random number generator.",
        &[],
    );
    let new = NewClass {
        name: "_random.Random",
        base: ClassId::Object,
        kind: Kind::Opaque,
        flags: flag::BASE,
    };
    api::class_in(vm, module, Some(Own::Random), new, RANDOM);
    Ok(module)
}
