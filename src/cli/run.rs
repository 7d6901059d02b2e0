//! Running a program, from its text to the exit status.

use std::io::Read;
use std::path::{Path, PathBuf};

use pyfast::builtins::import::load;
use pyfast::builtins::io::channel;
use pyfast::builtins::run_code;
use pyfast::builtins::session::{self, Ending};
use pyfast::builtins::sys::values::flag;
use pyfast::heap::value::Value;
use pyfast::interp::host::system;
use pyfast::interp::run;
use pyfast::object::callable::code::Code;
use pyfast::object::container::list::List;
use pyfast::ops::attrs::attribute;
use pyfast::ops::{call, make, text};
use pyfast::syntax::error::SyntaxError;
use pyfast::syntax::source::Source;
use pyfast::types::error::os::strerror;
use pyfast::vm::raised::Run;
use pyfast::vm::state::{KeptSource, Vm};
use pyfast::{boot, heap::pressure};

use crate::cli::arguments::{Command, Program, View};
use crate::cli::report::files;
use crate::cli::views;

/// Address space of the interpreter's native stack, committed as it is used: deep recursion through natives ends in a
/// RecursionError, not in a crash.
const STACK_BYTES: usize = 1 << 30;
/// Tried when there is no address space for that.
const SMALL_STACK_BYTES: usize = 16 << 20;
/// CPython's status when what was printed could not be written.
const FLUSH_FAILED: i32 = 120;

/// Runs a command on a thread with a large stack; answers the exit status.
pub fn on_large_stack(command: Command) -> i32 {
    let command = std::sync::Arc::new(std::sync::Mutex::new(Some(command)));
    for bytes in [STACK_BYTES, SMALL_STACK_BYTES] {
        let shared = command.clone();
        let thread = std::thread::Builder::new().stack_size(bytes).spawn(move || {
            let command = shared.lock().ok().and_then(|mut command| command.take());
            let code = command.map_or(1, main);
            // Ends here, not on the first thread: the interpreter needs no taking down.
            system::leave(code)
        });
        if let Ok(thread) = thread {
            system::leave_interrupts_to_others();
            let _ = thread.join();
            return 1;
        }
    }
    eprintln!("pyfast: no memory for the interpreter's stack");
    1
}

/// A program's text, and what goes with it.
struct Loaded {
    bytes: Vec<u8>,
    /// As tracebacks show it.
    name: String,
    /// `__file__`
    file: Option<PathBuf>,
    /// `sys.path[0]`
    folder: String,
}

/// A path made absolute without looking at the file system, as CPython shows scripts.
fn absolute(path: &Path) -> PathBuf {
    match std::env::current_dir() {
        Ok(current) if path.is_relative() => PathBuf::from(format!("{}/{}", current.display(), path.display())),
        _ => path.to_path_buf(),
    }
}

fn load_script(path: &Path) -> Result<Loaded, String> {
    let mut shown = absolute(path);
    if path.is_dir() {
        let main = shown.join("__main__.py");
        if !main.is_file() {
            return Err(format!("pyfast: can't find '__main__' module in '{}'", shown.display()));
        }
        shown = main;
    }
    let bytes = std::fs::read(&shown).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or(0);
        format!(
            "pyfast: can't open file '{}': [Errno {errno}] {}",
            shown.display(),
            strerror(errno)
        )
    })?;
    // Modules lie beside the script itself, not beside a link to it.
    let real = if shown.is_symlink() {
        std::fs::canonicalize(&shown).ok()
    } else {
        None
    };
    let parent = real.as_deref().unwrap_or(&shown).parent().unwrap_or(Path::new("/"));
    let folder = parent.components().collect::<PathBuf>().to_string_lossy().into_owned();
    Ok(Loaded {
        bytes,
        name: shown.to_string_lossy().into_owned(),
        file: Some(shown),
        folder,
    })
}

fn load(program: &Program) -> Result<Loaded, String> {
    let plain = |bytes: Vec<u8>, name: &str| Loaded {
        bytes,
        name: name.to_string(),
        file: None,
        folder: String::new(),
    };
    match program {
        Program::Script(path) => load_script(path),
        Program::Code(code) => Ok(plain(format!("{code}\n").into_bytes(), "<string>")),
        Program::Stdin => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| format!("pyfast: cannot read stdin: {error}"))?;
            Ok(plain(bytes, "<stdin>"))
        }
        // The library's `runpy` finds it.
        Program::Module(name) => {
            let folder = std::env::current_dir().unwrap_or_default();
            Ok(Loaded {
                folder: folder.to_string_lossy().into_owned(),
                ..plain(Vec::new(), name)
            })
        }
    }
}

/// The interpreter's thread.
fn main(command: Command) -> i32 {
    let loaded = match load(&command.program) {
        Ok(loaded) => loaded,
        Err(message) => {
            eprintln!("{message}");
            return 2;
        }
    };
    let mut reports = match files::open_all(&command.reports) {
        Ok(reports) => reports,
        Err(message) => {
            eprintln!("{message}");
            return 2;
        }
    };
    let name = loaded.name.clone();
    let stress = command.options.gc_stress;
    let vm = system::catch_interrupt(Box::leak(boot::new_vm(command.options.clone())));
    run::enter(vm);
    if stress {
        vm.heap.interrupt.request(pressure::STRESS);
    }
    if command.unbuffered {
        session::unbuffer(vm);
    }
    reports.begin(vm, &command.reports);
    let result = program(vm, &command, loaded);
    let ending = session::end(vm, result.map(|_| ()));
    if command.options.gc_stats {
        eprintln!("{}", vm.heap.statistics);
    }
    let flushed = channel::flush_all();
    reports.end(vm, Path::new(&name));
    match ending {
        Ending::Interrupted => {
            system::die_of_interrupt();
            130
        }
        Ending::Status(0) if !flushed => FLUSH_FAILED,
        Ending::Status(code) => code,
    }
}

fn program(vm: &mut Vm, command: &Command, loaded: Loaded) -> Run<Value> {
    if let Some(first) = vm
        .sys
        .cast()
        .and_then(|sys: pyfast::heap::object::Ref<_>| path_list(vm, sys))
    {
        let safe = command.options.flags.contains(&flag::SAFE_PATH);
        let own = (!safe).then_some(&loaded.folder);
        let folders: Vec<Value> = own
            .into_iter()
            .chain(&command.options.search)
            .map(|folder| text::new(vm, folder))
            .collect();
        first.with_vec(|path| drop(path.splice(0..0, folders)));
    }
    let main = session::main_module(vm)?;
    if let Some(file) = &loaded.file {
        let (key, file) = (vm.names.__file__, text::new(vm, &file.to_string_lossy()));
        attribute::set(vm, main.value(), key, file)?;
        let (key, none) = (vm.names.__cached__, Value::NONE);
        attribute::set(vm, main.value(), key, none)?;
    }
    if let Program::Module(name) = &command.program {
        let runpy = load::module(vm, "runpy")?;
        let (run, name) = (text::intern(vm, "_run_module_as_main"), text::new(vm, name));
        let run = attribute::get(vm, runpy, run)?;
        return call::call(vm, run, &[name]);
    }
    let code = compile(vm, command, loaded)?;
    match code {
        Some(code) => run_code::execute(vm, code, main.namespace(), Value::UNBOUND),
        None => Ok(make::tuple(vm, &[])),
    }
}

fn path_list(
    vm: &Vm,
    sys: pyfast::heap::object::Ref<pyfast::object::container::dict::Dict>,
) -> Option<pyfast::heap::object::Ref<List>> {
    sys.get_str(vm.names.path)?.cast()
}

/// The program's code; `None` if it was only to be shown.
fn compile(vm: &mut Vm, command: &Command, loaded: Loaded) -> Run<Option<pyfast::heap::object::Ref<Code>>> {
    let made: Result<Source, SyntaxError> = Source::from_file_bytes(&loaded.name, &loaded.bytes);
    if loaded.file.is_none() {
        vm.sources
            .insert(loaded.name.clone(), KeptSource::Plain(loaded.bytes.into()));
    }
    let source = match made {
        Ok(source) => source,
        Err(error) => return Err(run_code::unreadable(vm, &loaded.name, &error)),
    };
    let options = run_code::options(vm);
    if command.view != View::None {
        return match views::view(&source, command.view, &options) {
            Ok(view) => {
                use std::io::Write;
                let mut stdout = std::io::stdout().lock();
                let _ = stdout.write_all(view.as_bytes()).and_then(|()| stdout.flush());
                Ok(None)
            }
            Err(error) => Err(run_code::syntax_error(vm, &source, &error)),
        };
    }
    run_code::compile(vm, &source, &options).map(Some)
}
