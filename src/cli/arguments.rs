//! What the command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use pyfast::base::hash;
use pyfast::builtins::sys::values::{VERSION, flag};
use pyfast::vm::state::Options;

use crate::cli::report::files;

/// Where the program comes from.
pub enum Program {
    Script(PathBuf),
    Code(String),
    Module(String),
    Stdin,
}

/// What to show of the program in place of running it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    None,
    Dis,
    Tokens,
    Ast,
}

pub struct Command {
    pub program: Program,
    pub options: Options,
    pub reports: files::Asked,
    pub view: View,
    pub unbuffered: bool,
}

pub enum Asked {
    Run(Box<Command>),
    Say(String),
}

const USAGE: &str = "usage: pyfast [option] ... [-c cmd | -m mod | file | -] [arg] ...";

const HELP: &str = "\
usage: pyfast [option] ... [-c cmd | -m mod | file | -] [arg] ...
  -c cmd : program passed in as string
  -m mod : run library module as a script
  -O     : remove assert statements; -OO: docstrings, too
  -B     : write no .pyc files
  -u     : stdout and stderr unbuffered
  -V     : print the version and exit
  -X opt : gc-stress (collect at every safepoint), gc-audit (check the heap after each
           collection), gc-stats (say what collections did), no-caches (no inline caches),
           no-quickening (no forms of instructions by type), no-superinstructions,
           dis, tokens, ast (show this of the program in place of running it),
           cost, cost=FILE (say what the program came to: instructions, guards, caches, objects,
           calls, collections; as a table, or in FILE as JSON),
           profile=FILE.svg (sample Python frames, draw them as a flame graph; FILE.folded beside it),
           ops=FILE (count instructions, write the counts there at the end);
           other names are for the program to read in sys._xoptions
  file   : program read from script file
  -      : program read from stdin
";

/// What `-X` means to CPython; here it changes nothing.
const OF_CPYTHON: &[&str] = &[
    "context_aware_warnings",
    "cpu_count",
    "dev",
    "disable_remote_debug",
    "faulthandler",
    "frozen_modules",
    "gil",
    "importtime",
    "int_max_str_digits",
    "no_debug_ranges",
    "perf",
    "perf_jit",
    "presite",
    "pycache_prefix",
    "showrefcount",
    "thread_inherit_context",
    "tlbc",
    "tracemalloc",
    "utf8",
    "warn_default_encoding",
];

/// Options that set fields of `sys.flags`, and little else.
const FLAGS: &[(char, &[usize])] = &[
    ('b', &[flag::BYTES_WARNING]),
    ('d', &[flag::DEBUG]),
    ('E', &[flag::IGNORE_ENVIRONMENT]),
    (
        'I',
        &[
            flag::IGNORE_ENVIRONMENT,
            flag::NO_USER_SITE,
            flag::ISOLATED,
            flag::SAFE_PATH,
        ],
    ),
    ('i', &[flag::INSPECT, flag::INTERACTIVE]),
    ('P', &[flag::SAFE_PATH]),
    ('q', &[flag::QUIET]),
    ('s', &[flag::NO_USER_SITE]),
    ('S', &[flag::NO_SITE]),
    ('v', &[flag::VERBOSE]),
];

/// Reads the command line.
pub fn parse() -> Result<Asked, String> {
    let mut parser = lexopt::Parser::from_env();
    let mut command = Command {
        program: Program::Stdin,
        options: Options {
            write_bytecode: true,
            ..Options::default()
        },
        reports: files::Asked::default(),
        view: View::None,
        unbuffered: false,
    };
    let refuse = |what: String| format!("{what}\n{USAGE}\nTry `pyfast -h' for more information.");
    let first = loop {
        let Some(argument) = parser.next().map_err(|error| refuse(error.to_string()))? else {
            break "".to_string();
        };
        match argument {
            Short('c') => {
                let code = value(&mut parser).ok_or_else(|| refuse("Argument expected for the -c option".into()))?;
                command.program = Program::Code(code.to_string_lossy().into_owned());
                break "-c".to_string();
            }
            Short('m') => {
                let name = value(&mut parser).ok_or_else(|| refuse("Argument expected for the -m option".into()))?;
                command.program = Program::Module(name.to_string_lossy().into_owned());
                break "-m".to_string();
            }
            Short('X') => {
                let option = value(&mut parser).ok_or_else(|| refuse("Argument expected for the -X option".into()))?;
                set(&mut command, &option.to_string_lossy())?;
            }
            Short('W') => {
                let option = value(&mut parser).ok_or_else(|| refuse("Argument expected for the -W option".into()))?;
                command.options.warn_options.push(option.to_string_lossy().into_owned());
            }
            Short('V') | Long("version") => return Ok(Asked::Say(format!("Python {VERSION} (pyfast)\n"))),
            Short('h' | '?') | Long("help") => return Ok(Asked::Say(HELP.to_string())),
            Short('O') => command.options.optimize = (command.options.optimize + 1).min(2),
            Short('B') => command.options.write_bytecode = false,
            Short('u') => command.unbuffered = true,
            Short(c) if let Some((_, flags)) = FLAGS.iter().find(|(letter, _)| *letter == c) => {
                command.options.flags.extend_from_slice(flags);
            }
            Value(path) if path == "-" => break "-".to_string(),
            Value(path) => {
                let shown = path.to_string_lossy().into_owned();
                command.program = Program::Script(PathBuf::from(path));
                break shown;
            }
            Short(c) => return Err(refuse(format!("Unknown option: -{c}"))),
            Long(name) => return Err(refuse(format!("unknown option --{name}"))),
        }
    };
    command.options.argv = vec![first];
    let rest = parser.raw_args().map_err(|error| refuse(error.to_string()))?;
    command
        .options
        .argv
        .extend(rest.map(|argument| argument.to_string_lossy().into_owned()));
    environment(&mut command)?;
    Ok(Asked::Run(Box::new(command)))
}

/// What the environment asks for, if it is to be asked. Its warning options stand before those of the command line.
fn environment(command: &mut Command) -> Result<(), String> {
    let options = &mut command.options;
    if options.flags.contains(&flag::IGNORE_ENVIRONMENT) {
        return Ok(());
    }
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(path) = variable("PYTHONPATH") {
        options.search = path.split(':').map(str::to_string).collect();
    }
    if let Some(warnings) = variable("PYTHONWARNINGS") {
        let warnings = warnings.split(',').map(str::to_string);
        options.warn_options = warnings.chain(std::mem::take(&mut options.warn_options)).collect();
    }
    if variable("PYTHONDONTWRITEBYTECODE").is_some() {
        options.write_bytecode = false;
    }
    command.unbuffered |= variable("PYTHONUNBUFFERED").is_some();
    match variable("PYTHONHASHSEED") {
        Some(seed) if seed != "random" => {
            let Ok(seed) = seed.parse::<u32>() else {
                return Err("pyfast: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]".into());
            };
            hash::seed_text(seed.into());
            options.fixed_hashes = seed == 0;
        }
        _ => {}
    }
    Ok(())
}

/// The value of a short option: attached or the next argument, whatever it looks like.
fn value(parser: &mut lexopt::Parser) -> Option<OsString> {
    parser.optional_value().or_else(|| parser.raw_args().ok()?.next())
}

/// An `-X` option.
fn set(command: &mut Command, option: &str) -> Result<(), String> {
    command.options.x_options.push(option.to_string());
    match option {
        "gc-stress" => command.options.gc_stress = true,
        "gc-audit" => command.options.gc_audit = true,
        "gc-stats" => command.options.gc_stats = true,
        "no-caches" => command.options.no_caches = true,
        "no-quickening" => command.options.no_quickening = true,
        "no-superinstructions" => command.options.no_superinstructions = true,
        "dis" => command.view = View::Dis,
        "tokens" => command.view = View::Tokens,
        "ast" => command.view = View::Ast,
        "cost" => command.reports.cost = true,
        "ops" | "ops=" | "cost=" | "profile" | "profile=" => return Err(format!("pyfast: no file in -X {option}")),
        other => match other.split_once('=') {
            Some(("ops", file)) => command.reports.ops = Some(PathBuf::from(file)),
            Some(("profile", file)) => command.reports.profile = Some(PathBuf::from(file)),
            Some(("cost", file)) => {
                command.reports.cost = true;
                command.reports.cost_file = Some(PathBuf::from(file));
            }
            // As with CPython, other names are for the program to look at.
            Some((name, _)) if OF_CPYTHON.contains(&name) => {}
            None if OF_CPYTHON.contains(&other) => {}
            _ => eprintln!("pyfast: unknown option -X {option}"),
        },
    }
    Ok(())
}
