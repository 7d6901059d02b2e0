//! pyfast in a Rust program.
//!
//! ```
//! use pyfast::embed::{Interpreter, Item, Options};
//! let mut python = Interpreter::new(Options::default());
//! python.run_source("def double(x): return 2 * x", "example").unwrap();
//! assert_eq!(python.call("double", &[Item::Int(21)]).unwrap(), Item::Int(42));
//! ```
//!
//! An interpreter stays on the thread that made it. Several may exist at once, each with its own objects and modules.

use std::fmt;
use std::path::Path;

use crate::boot;
use crate::builtins::io::channel;
use crate::builtins::run_code;
use crate::builtins::session;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::run;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::exception::field::VALUE;
use crate::object::module::Module;
use crate::object::text::string::Str;
use crate::ops::render::repr;
use crate::ops::{call, class, convert, make, text};
use crate::syntax::source::Source;
use crate::types::traceback::print;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
pub use crate::vm::state::Options;
use crate::vm::state::{KeptSource, Vm};

/// A value that crosses the border between Rust and Python.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
    List(Vec<Item>),
    /// Any other object, by its repr. It cannot be given to Python.
    Other(String),
}

/// Why Python code did not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// The source does not compile: the message, and the report as the command shows it.
    Syntax { message: String, report: String },
    /// An exception that nobody caught.
    Exception {
        class: String,
        message: String,
        report: String,
    },
    /// The code called `sys.exit`.
    Exit(i32),
    /// A file that cannot be read.
    File(std::io::Error),
    /// There is no such function in `__main__`.
    NoFunction(String),
    /// The argument has no form in Python.
    Argument(Item),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Syntax { message, .. } => write!(f, "SyntaxError: {message}"),
            Error::Exception { class, message, .. } if message.is_empty() => write!(f, "{class}"),
            Error::Exception { class, message, .. } => write!(f, "{class}: {message}"),
            Error::Exit(status) => write!(f, "exit with status {status}"),
            Error::File(error) => write!(f, "{error}"),
            Error::NoFunction(name) => write!(f, "no function {name}"),
            Error::Argument(item) => write!(f, "{item:?} cannot be given to Python"),
        }
    }
}

impl std::error::Error for Error {}

/// One interpreter with its `__main__`.
pub struct Interpreter {
    vm: Box<Vm>,
}

impl Interpreter {
    /// An interpreter on this thread, whose native stack it will use.
    pub fn new(options: Options) -> Interpreter {
        Interpreter {
            vm: boot::new_vm(options),
        }
    }

    /// Runs a source in `__main__`. `name` stands for the file in tracebacks.
    /// # Errors
    /// What the source raises, syntax errors included.
    pub fn run_source(&mut self, source: &str, name: &str) -> Result<(), Error> {
        self.run_bytes(source.as_bytes(), name)
    }

    /// Runs a file in `__main__`; modules beside it can be imported.
    /// # Errors
    /// As `run_source`, and when the file cannot be read.
    pub fn run_file(&mut self, path: &Path) -> Result<(), Error> {
        let bytes = std::fs::read(path).map_err(Error::File)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        let vm = &mut *self.vm;
        let folder = text::new(vm, &folder);
        let sys = vm.sys.expect::<Dict>();
        if let Some(path) = sys.get_str(vm.names.path).and_then(|path| path.cast()) {
            let list: Ref<crate::object::container::list::List> = path;
            list.with_vec(|path| path.insert(0, folder));
        }
        self.run_bytes(&bytes, &path.to_string_lossy())
    }

    fn run_bytes(&mut self, bytes: &[u8], name: &str) -> Result<(), Error> {
        self.inside(|vm| {
            vm.sources.insert(name.to_string(), KeptSource::Plain(bytes.into()));
            let source = match Source::from_file_bytes(name, bytes) {
                Ok(source) => source,
                Err(error) => return Err(run_code::unreadable(vm, name, &error)),
            };
            let options = run_code::options(vm);
            let code = run_code::compile(vm, &source, &options)?;
            let main = main_module(vm)?;
            run_code::execute(vm, code, main.namespace(), Value::UNBOUND)
        })
        .map(|_| ())
    }

    /// Calls a function of `__main__`.
    /// # Errors
    /// What it raises; that there is none.
    pub fn call(&mut self, function: &str, arguments: &[Item]) -> Result<Item, Error> {
        let vm = &mut *self.vm;
        let name = text::intern(vm, function);
        let main = vm.modules.expect::<Dict>().get_str(vm.names.__main__);
        let found = main.and_then(|main| main.cast::<Module>()?.namespace().get_str(name));
        let Some(function) = found else {
            return Err(Error::NoFunction(function.to_string()));
        };
        // Rooted: a tuple on the native stack keeps what it holds.
        let arguments: Vec<Value> = arguments.iter().map(|item| given(vm, item)).collect::<Result<_, _>>()?;
        let arguments = make::tuple(vm, &arguments);
        self.inside(|vm| {
            let items = crate::object::container::tuple::items(arguments.expect());
            let result = call::call(vm, function, items)?;
            taken(vm, result)
        })
    }

    /// Works inside the interpreter: memory is counted for it, errors come out as [`Error`].
    fn inside<T>(&mut self, work: impl FnOnce(&mut Vm) -> Run<T>) -> Result<T, Error> {
        let vm = &mut *self.vm;
        let before = run::enter(vm);
        let result = work(vm);
        let result = result.map_err(|_| {
            let exception = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
            error(vm, exception)
        });
        run::leave(before);
        channel::flush_all();
        result
    }
}

fn main_module(vm: &mut Vm) -> Run<Ref<Module>> {
    let main = vm.modules.expect::<Dict>().get_str(vm.names.__main__);
    match main.and_then(|main| main.cast::<Module>()) {
        Some(main) => Ok(main),
        None => session::main_module(vm),
    }
}

/// A Rust value as a Python object.
fn given(vm: &mut Vm, item: &Item) -> Result<Value, Error> {
    Ok(match item {
        Item::None => Value::NONE,
        Item::Bool(b) => Value::bool(*b),
        Item::Int(n) => make::int(vm, *n),
        Item::Float(x) => Value::float(*x),
        Item::Str(string) => text::new(vm, string),
        Item::List(items) => {
            let items = items.iter().map(|item| given(vm, item)).collect::<Result<_, _>>()?;
            make::list(vm, items)
        }
        Item::Other(_) => return Err(Error::Argument(item.clone())),
    })
}

/// A Python object as a Rust value.
fn taken(vm: &mut Vm, value: Value) -> Run<Item> {
    if let Some(b) = value.as_bool() {
        return Ok(Item::Bool(b));
    }
    if let Some(n) = convert::int_value(value).and_then(convert::int_to_i64) {
        return Ok(Item::Int(n));
    }
    if let Some(x) = value.as_float() {
        return Ok(Item::Float(x));
    }
    if let Some(string) = value.cast::<Str>() {
        return Ok(Item::Str(string.lossy().into_owned()));
    }
    if let Some(list) = value.cast::<crate::object::container::list::List>() {
        crate::ops::relation::depth::enter(vm)?;
        let (mut items, mut i) = (Vec::new(), 0);
        while let Some(item) = list.get(i) {
            items.push(taken(vm, item)?);
            i += 1;
        }
        return Ok(Item::List(items));
    }
    if value.is_none() {
        return Ok(Item::None);
    }
    let shown = repr::repr(vm, value)?;
    Ok(Item::Other(shown.expect::<Str>().lossy().into_owned()))
}

/// An exception as an [`Error`].
fn error(vm: &mut Vm, exception: Value) -> Error {
    if class::is_instance(vm, exception, ClassId::SystemExit) {
        let code = exception.expect::<Exception>().field(VALUE).or(Value::NONE);
        let status = match convert::int_value(code).and_then(convert::int_to_i64) {
            Some(n) => n as i32,
            None => !code.is_none() as i32,
        };
        return Error::Exit(status);
    }
    let class = class::name_of(vm, exception);
    let message = match repr::str(vm, exception) {
        Ok(shown) => shown.expect::<Str>().lossy().into_owned(),
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            String::new()
        }
    };
    let is_syntax = class::is_instance(vm, exception, ClassId::SyntaxError);
    let report = print::exception(vm, exception);
    match is_syntax {
        true => Error::Syntax { message, report },
        false => Error::Exception { class, message, report },
    }
}
