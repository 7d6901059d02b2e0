//! Attributes of `sys` that are made when somebody asks for them.

use crate::base::names::stdlib_names::STDLIB_NAMES;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::set::Set;
use crate::object::module::Module;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::set;
use crate::ops::{call, make, raise, text};
use crate::types::sequence::structseq::{self, field, hidden};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function, getter};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static GETATTR: NativeDef = function("__getattr__", "(name, /)", getattr);

/// The version of the language, as CPython counts it.
pub const VERSION: &str = "3.14.10";
const HEX_VERSION: i64 = 0x030E_0AF0;

macro_rules! fields {
    ($table:ident: $($number:literal $name:literal),*) => {
        static $table: &[NativeDef] = &[$(getter($name, field::<$number>)),*];
    };
    ($table:ident: field; $($number:literal $name:literal),*; $($n:literal $hidden:literal),*) => {
        static $table: &[NativeDef] = &[$(getter($name, field::<$number>),)* $(getter($hidden, hidden::<$n>)),*];
    };
}
fields!(VERSION_INFO: 0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial");
fields!(FLAGS: field; 0 "debug", 1 "inspect", 2 "interactive", 3 "optimize", 4 "dont_write_bytecode", 5 "no_user_site",
    6 "no_site", 7 "ignore_environment", 8 "verbose", 9 "bytes_warning", 10 "quiet", 11 "hash_randomization",
    12 "isolated", 13 "dev_mode", 14 "utf8_mode", 15 "warn_default_encoding", 16 "safe_path",
    17 "int_max_str_digits"; 18 "gil", 19 "thread_inherit_context", 20 "context_aware_warnings");
fields!(FLOAT_INFO: 0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig", 7 "mant_dig",
    8 "epsilon", 9 "radix", 10 "rounds");
fields!(INT_INFO: 0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits", 3 "str_digits_check_threshold");
fields!(HASH_INFO: 0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits", 7 "seed_bits",
    8 "cutoff");
fields!(THREAD_INFO: 0 "name", 1 "lock", 2 "version");

/// Fields of `sys.flags` by their places.
pub mod flag {
    pub const DEBUG: usize = 0;
    pub const INSPECT: usize = 1;
    pub const INTERACTIVE: usize = 2;
    pub const NO_USER_SITE: usize = 5;
    pub const NO_SITE: usize = 6;
    pub const IGNORE_ENVIRONMENT: usize = 7;
    pub const VERBOSE: usize = 8;
    pub const BYTES_WARNING: usize = 9;
    pub const QUIET: usize = 10;
    pub const ISOLATED: usize = 12;
    pub const DEV_MODE: usize = 13;
    pub const SAFE_PATH: usize = 16;
}

/// A named tuple of a class of its own.
fn named(vm: &mut Vm, name: &str, fields: &'static [NativeDef], items: &[Value]) -> Run<Value> {
    let class = structseq::define(vm, name, fields, fields.len());
    structseq::new(vm, class, items)
}

fn ints<const N: usize>(numbers: [i64; N]) -> [Value; N] {
    numbers.map(Value::small_int)
}

fn version_info(vm: &mut Vm) -> Run<Value> {
    let [major, minor, micro, serial] = ints([3, 14, 10, 0]);
    let level = text::intern(vm, "final");
    named(
        vm,
        "sys.version_info",
        VERSION_INFO,
        &[major, minor, micro, level, serial],
    )
}

fn flags(vm: &mut Vm) -> Run<Value> {
    let mut items = [Value::small_int(0); 21];
    items[3] = Value::small_int(vm.options.optimize as i64);
    items[4] = Value::small_int(!vm.options.write_bytecode as i64);
    items[11] = Value::small_int(!vm.options.fixed_hashes as i64);
    for &place in &vm.options.flags {
        items[place] = Value::small_int(vm.options.flags.iter().filter(|&&other| other == place).count() as i64);
    }
    for place in [flag::DEV_MODE, flag::SAFE_PATH] {
        items[place] = Value::bool(vm.options.flags.contains(&place));
    }
    items[17] = Value::small_int(vm.int_digits_max as i64);
    items[18] = Value::small_int(1);
    let class = structseq::define(vm, "sys.flags", FLAGS, 18);
    structseq::new(vm, class, &items)
}

fn float_info(vm: &mut Vm) -> Run<Value> {
    let [max_exp, max_10, min_exp, min_10, dig, mant, radix, rounds] = ints([1024, 308, -1021, -307, 15, 53, 2, 1]);
    let (max, min, epsilon) = (
        Value::float(f64::MAX),
        Value::float(f64::MIN_POSITIVE),
        Value::float(f64::EPSILON),
    );
    let items = [
        max, max_exp, max_10, min, min_exp, min_10, dig, mant, epsilon, radix, rounds,
    ];
    named(vm, "sys.float_info", FLOAT_INFO, &items)
}

fn hash_info(vm: &mut Vm) -> Run<Value> {
    let [width, inf, nan, imag, bits, seed, cutoff] = ints([64, 314_159, 0, 1_000_003, 64, 128, 0]);
    let modulus = make::int(vm, (1 << 61) - 1);
    let algorithm = text::intern(vm, "siphash13");
    let items = [width, modulus, inf, nan, imag, algorithm, bits, seed, cutoff];
    named(vm, "sys.hash_info", HASH_INFO, &items)
}

fn thread_info(vm: &mut Vm) -> Run<Value> {
    let items = ["pthread", "semaphore"].map(|name| text::intern(vm, name));
    named(vm, "sys.thread_info", THREAD_INFO, &[items[0], items[1], Value::NONE])
}

fn implementation(vm: &mut Vm) -> Run<Value> {
    let namespace = make::record(vm, ClassId::SimpleNamespace, &[]);
    let (name, tag) = (text::intern(vm, "pyfast"), text::intern(vm, "pyfast-314"));
    let version = value(vm, "version_info")?.unwrap_or(Value::NONE);
    for (key, value) in [
        ("name", name),
        ("cache_tag", tag),
        ("version", version),
        ("hexversion", Value::small_int(HEX_VERSION)),
    ] {
        let key = text::intern(vm, key);
        attribute::set(vm, namespace, key, value)?;
    }
    Ok(namespace)
}

fn stdlib_names(vm: &mut Vm) -> Run<Value> {
    let names = Set::new(&mut vm.heap, ClassId::FrozenSet.shape()).value();
    for name in STDLIB_NAMES {
        let name = text::intern(vm, name);
        set::add(vm, names.expect(), name)?;
    }
    Ok(names)
}

fn builtin_names(vm: &mut Vm) -> Value {
    let mut names: Vec<&'static str> = vm.native_modules.keys().copied().collect();
    names.extend(["builtins", "sys"]);
    // These are ours, in Python, where CPython has C.
    names.extend([
        "_codecs",
        "_imp",
        "_io",
        "_signal",
        "_string",
        "_tokenize",
        "_warnings",
        "atexit",
        "marshal",
    ]);
    names.sort_unstable();
    let names: Vec<Value> = names.into_iter().map(|name| text::intern(vm, name)).collect();
    make::tuple(vm, &names)
}

fn x_options(vm: &mut Vm) -> Value {
    let made = make::dict(vm);
    for option in vm.options.x_options.clone() {
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, text::new(vm, value)),
            None => (option.as_str(), Value::TRUE),
        };
        let name = text::intern(vm, name);
        let _ = made.expect::<Dict>().set_str(name, value);
    }
    made
}

static JIT: &[NativeDef] = &[
    function("is_available", "()", |_, _| Ok(Value::FALSE)),
    function("is_enabled", "()", |_, _| Ok(Value::FALSE)),
    function("is_active", "()", |_, _| Ok(Value::FALSE)),
];

/// A module of functions that say that there is no such thing.
fn switched_off(vm: &mut Vm, name: &str, functions: &'static [NativeDef]) -> Value {
    let name = text::intern(vm, name);
    let namespace = make::dict(vm).expect::<Dict>();
    let key = vm.names.__name__;
    let _ = namespace.set_str(key, name);
    for def in functions {
        let function = make::native(vm, def, name);
        let key = text::intern(vm, def.name);
        let _ = namespace.set_str(key, function);
    }
    Module::new(&mut vm.heap, ClassId::Module.shape(), namespace).value()
}

/// `sys.monitoring`, which lies in the box under another name.
fn monitoring(vm: &mut Vm) -> Run<Value> {
    let (import, module) = (text::intern(vm, "__import__"), text::intern(vm, "_monitoring"));
    let import = vm.builtins.expect::<Dict>().get_str(import).unwrap_or(Value::NONE);
    let module = call::call(vm, import, &[module])?;
    let (key, name) = (vm.names.__name__, text::intern(vm, "sys.monitoring"));
    attribute::set(vm, module, key, name)?;
    Ok(module)
}

/// Path of this program.
fn executable(vm: &mut Vm) -> Value {
    let path = std::env::current_exe().unwrap_or_default();
    text::new(vm, &path.to_string_lossy())
}

/// An attribute that is made on demand; the next one who asks finds it in the namespace.
fn value(vm: &mut Vm, name: &str) -> Run<Option<Value>> {
    let made = match name {
        "version" => text::new(vm, &format!("{VERSION} (pyfast {}) [Rust]", env!("CARGO_PKG_VERSION"))),
        "version_info" => version_info(vm)?,
        "hexversion" => Value::small_int(HEX_VERSION),
        "api_version" => Value::small_int(1013),
        "copyright" => text::new(vm, "Copyright (c) the pyfast developers."),
        "implementation" => implementation(vm)?,
        "flags" => flags(vm)?,
        "float_info" => float_info(vm)?,
        "int_info" => named(vm, "sys.int_info", INT_INFO, &ints([30, 4, 4300, 640]))?,
        "hash_info" => hash_info(vm)?,
        "thread_info" => thread_info(vm)?,
        "float_repr_style" => text::intern(vm, "short"),
        "executable" | "_base_executable" => executable(vm),
        "orig_argv" => {
            let args: Vec<Value> = std::env::args_os()
                .map(|arg| text::new(vm, &arg.to_string_lossy()))
                .collect();
            make::list(vm, args)
        }
        "prefix" | "exec_prefix" | "base_prefix" | "base_exec_prefix" => text::intern(vm, "/usr"),
        "platlibdir" => text::intern(vm, "lib"),
        "abiflags" => vm.empty_str,
        "pycache_prefix" => Value::NONE,
        "warnoptions" => {
            let options = vm.options.warn_options.clone();
            let options = options.iter().map(|option| text::new(vm, option)).collect();
            make::list(vm, options)
        }
        "meta_path" | "path_hooks" => make::list(vm, Vec::new()),
        "path_importer_cache" => make::dict(vm),
        "_xoptions" => x_options(vm),
        "monitoring" => monitoring(vm)?,
        "_jit" => switched_off(vm, "sys._jit", JIT),
        "dont_write_bytecode" => Value::bool(!vm.options.write_bytecode),
        "builtin_module_names" => builtin_names(vm),
        "stdlib_module_names" => stdlib_names(vm)?,
        _ => return Ok(None),
    };
    let key = text::intern(vm, name);
    let sys = vm.sys.expect::<Dict>();
    match sys.set_str(key, made) {
        Ok(()) => Ok(Some(made)),
        Err(_) => Err(raise::memory_error(vm)),
    }
}

fn getattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = args[0]
        .cast::<Str>()
        .map(|name| name.lossy().into_owned())
        .unwrap_or_default();
    match value(vm, &name)? {
        Some(value) => Ok(value),
        None => Err(raise::attribute_error_text(
            vm,
            format!("module 'sys' has no attribute '{name}'"),
        )),
    }
}
