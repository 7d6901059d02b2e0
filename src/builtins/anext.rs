//! What `anext(iterator, default)` answers: awaits the next item, and gives the default in place of StopAsyncIteration.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::engine::awaiting;
use crate::ops::{call, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static TABLES: &[(ClassId, &[NativeDef])] = &[(ClassId::AnextAwaitable, METHODS)];

static METHODS: &[NativeDef] = &[
    method("__await__", "($self, /)", |_, args| Ok(args[0])),
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", |vm, args| {
        let iterator = iterator(vm, args)?;
        let answer = match call::special(vm, iterator, Special::Next, &[]) {
            Some(answer) => answer,
            None => named(vm, iterator, "send", &[Value::NONE]),
        };
        or_default(vm, args, answer)
    }),
    method("send", "($self, value, /)", |vm, args| by_name(vm, args, "send")),
    method("throw", "($self, typ, val=None, tb=None, /)", |vm, args| {
        by_name(vm, args, "throw")
    }),
    method("close", "($self, /)", |vm, args| by_name(vm, args, "close")),
];

/// Fields: what is awaited, the default, and the iterator that runs (None before).
const AWAITED: usize = 0;
const DEFAULT: usize = 1;
const STARTED: usize = 2;

/// The iterator of what is awaited, made when it is first wanted.
fn iterator(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record: Ref<Record> = args[0].expect();
    if record.get(STARTED).is_none() {
        let iterator = awaiting::awaitable(vm, record.get(AWAITED), 0)?;
        record.set(STARTED, iterator);
    }
    Ok(record.get(STARTED))
}

fn named(vm: &mut Vm, iterator: Value, name: &str, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, name);
    let method = attribute::get(vm, iterator, name)?;
    call::call(vm, method, args)
}

fn by_name(vm: &mut Vm, args: &[Value], name: &str) -> Run<Value> {
    let iterator = iterator(vm, args)?;
    let given = args.iter().take_while(|arg| arg.is_bound()).count();
    let answer = named(vm, iterator, name, &args[1..given]);
    or_default(vm, args, answer)
}

/// The end of the iteration is the default, as a result.
fn or_default(vm: &mut Vm, args: &[Value], answer: Run<Value>) -> Run<Value> {
    match answer {
        Err(_) if raise::catch(vm, ClassId::StopAsyncIteration).is_some() => {
            let default = args[0].expect::<Record>().get(DEFAULT);
            Err(raise::stop_iteration(vm, default))
        }
        answer => answer,
    }
}
