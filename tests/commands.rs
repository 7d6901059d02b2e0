//! The command as a user meets it: arguments, exit statuses, broken pipes, interrupts, hostile sources, small stacks.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Nothing here may take longer; what hangs is killed.
const SECONDS_MAX: u64 = 60;

fn pyfast() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pyfast"));
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Waits for `child` with both pipes drained; kills it after `SECONDS_MAX`.
fn finish(mut child: Child) -> Output {
    let drain = |mut pipe: Box<dyn Read + Send>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = pipe.read_to_end(&mut bytes);
            bytes
        })
    };
    let stdout = child.stdout.take().map(|pipe| drain(Box::new(pipe)));
    let stderr = child.stderr.take().map(|pipe| drain(Box::new(pipe)));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if started.elapsed() > Duration::from_secs(SECONDS_MAX) {
            child.kill().unwrap();
        }
        thread::sleep(Duration::from_millis(2));
    };
    let bytes = |reader: Option<thread::JoinHandle<Vec<u8>>>| reader.map_or(vec![], |r| r.join().unwrap());
    Output {
        status,
        stdout: bytes(stdout),
        stderr: bytes(stderr),
    }
}

fn run(command: &mut Command) -> (i32, String, String) {
    let output = finish(command.spawn().unwrap());
    let code = output.status.code().unwrap_or_else(|| -output.status.signal().unwrap());
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (code, text(output.stdout), text(output.stderr))
}

fn run_code(code: &str) -> (i32, String, String) {
    run(pyfast().args(["-c", code]))
}

/// A file below the tests' own temporary folder, which cargo gives.
fn temporary(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

/// Runs `source` as a script.
fn run_source(name: &str, source: impl AsRef<[u8]>) -> (i32, String, String) {
    let path = temporary(name, source);
    let result = run(pyfast().arg(&path));
    fs::remove_file(path).unwrap();
    result
}

/// Runs each script and fails with the list of all that ended otherwise than `is_right` says.
fn all_right<'a>(
    cases: impl IntoIterator<Item = (&'a str, Vec<u8>)>,
    is_right: impl Fn(&str, i32, &str, &str) -> bool,
) {
    let mut wrong = String::new();
    for (name, source) in cases {
        let (code, stdout, stderr) = run_source(&format!("{name}.py"), source);
        if !is_right(name, code, &stdout, &stderr) {
            wrong += &format!(
                "{name}: status {code}, stdout {:?}, stderr {}\n",
                tail(&stdout),
                tail(&stderr)
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn tail(text: &str) -> &str {
    let start = text.len().saturating_sub(300);
    &text[(start..).find(|i| text.is_char_boundary(*i)).unwrap()..]
}

#[test]
fn code_as_argument() {
    assert_eq!(run_code("pass"), (0, String::new(), String::new()));
    assert_eq!(run_code("print(1 + 2)").1, "3\n");
    let (code, stdout, stderr) = run_code("import sys; print(sys.argv); sys.exit(7)");
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (7, "['-c']\n", ""));
    let (code, _, stderr) = run_code("1 / 0");
    assert_eq!(code, 1);
    assert!(stderr.contains("File \"<string>\", line 1, in <module>"), "{stderr}");
    assert!(stderr.ends_with("ZeroDivisionError: division by zero\n"), "{stderr}");
}

#[test]
fn arguments_reach_the_script() {
    let path = temporary("argv.py", "import sys\nprint(sys.argv[1:], __name__)\n");
    let (code, stdout, _) = run(pyfast().arg(&path).args(["one", "--two", "-c", "é"]));
    assert_eq!((code, stdout.as_str()), (0, "['one', '--two', '-c', 'é'] __main__\n"));
}

#[test]
fn hash_seed() {
    let hashes = |seed: &str| {
        let code = "import sys; print(hash('pyfast'), sys.flags.hash_randomization)";
        run(pyfast().env("PYTHONHASHSEED", seed).args(["-c", code]))
    };
    assert_eq!(hashes("7"), hashes("7"));
    assert_ne!(hashes("7").1, hashes("8").1);
    assert_ne!(hashes("random").1, hashes("random").1);
    assert!(hashes("7").1.ends_with(" 1\n") && hashes("0").1.ends_with(" 0\n"));
    let (code, out, err) = hashes("-1");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("PYTHONHASHSEED must be"), "{err}");
}

#[test]
fn missing_script() {
    let (code, stdout, stderr) = run(pyfast().arg("no_such_script.py"));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("can't open file '"), "{stderr}");
    assert!(
        stderr.ends_with("no_such_script.py': [Errno 2] No such file or directory\n"),
        "{stderr}"
    );
}

#[test]
fn script_on_stdin() {
    let mut child = pyfast().stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"print('from stdin')\n").unwrap();
    assert_eq!(finish(child).stdout, b"from stdin\n");
}

#[test]
fn files_beside_a_script_hide_nothing_that_is_always_loaded() {
    let folder = std::env::temp_dir().join(format!("pyfast-{}-beside", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("io.py"), "raise SystemExit('mine')").unwrap();
    fs::write(folder.join("string.py"), "mine = True").unwrap();
    let script = folder.join("main.py");
    fs::write(
        &script,
        "import io, string\nprint(io.StringIO('a').read(), string.mine)",
    )
    .unwrap();
    let ran = run(pyfast().arg(&script));
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran, (0, "a True\n".to_string(), String::new()));
}

#[test]
fn closed_stdout_is_no_crash() {
    let mut child = pyfast()
        .args(["-c", "for i in range(10**6): print(i)"])
        .spawn()
        .unwrap();
    let mut pipe = child.stdout.take().unwrap();
    let mut first = [0; 4];
    pipe.read_exact(&mut first).unwrap();
    drop(pipe);
    let output = finish(child);
    assert_eq!(&first, b"0\n1\n");
    assert!(output.status.code().is_some(), "ended by a signal: {:?}", output.status);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn unclosed_file_is_complete_after_exit() {
    for (name, ending) in [
        ("end", ""),
        ("error", "raise ValueError"),
        ("exit", "import sys; sys.exit(3)"),
    ] {
        let target = temporary(&format!("unclosed_{name}.txt"), "");
        let source =
            format!("f = open({target:?}, 'w')\nfor i in range(5000):\n    f.write(f'line {{i}}\\n')\n{ending}\n");
        run_source(&format!("unclosed_{name}.py"), source);
        let written = fs::read_to_string(&target).unwrap();
        assert_eq!(written.lines().count(), 5000, "{name}");
        assert!(written.ends_with("line 4999\n"), "{name}");
    }
}

#[test]
fn interrupt_ends_any_loop() {
    let loops = [
        ("while", "while True: pass"),
        ("for", "for i in range(10**15): pass"),
        ("call", "def f(): pass\nwhile True: f()"),
        ("comprehension", "[i for i in range(10**15) if i < 0]"),
        ("generator", "sum(0 for i in iter(int, 1))"),
        ("native", "max(iter(lambda: 0, 1))"),
        ("except", "while True:\n    try: 1 / 0\n    except Exception: pass"),
    ];
    for (name, source) in loops {
        let code = format!("print('started', flush=True)\n{source}");
        let mut child = pyfast().args(["-c", &code]).spawn().unwrap();
        let mut pipe = child.stdout.take().unwrap();
        let mut line = [0; 8];
        pipe.read_exact(&mut line).unwrap();
        thread::sleep(Duration::from_millis(30));
        let sent = Instant::now();
        let sender = Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .unwrap();
        assert!(sender.success());
        let output = finish(child);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            stderr.contains("KeyboardInterrupt"),
            "{name}: {stderr} {:?}",
            output.status
        );
        // 50 ms is the promise; the rest is for a busy machine.
        assert!(
            sent.elapsed() < Duration::from_millis(1000),
            "{name}: {:?}",
            sent.elapsed()
        );
    }
}

#[test]
fn interrupt_can_be_caught() {
    let code =
        "print('started', flush=True)\ntry:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')";
    let mut child = pyfast().args(["-c", code]).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    let mut line = [0; 8];
    pipe.read_exact(&mut line).unwrap();
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    let mut rest = String::new();
    pipe.read_to_string(&mut rest).unwrap();
    assert_eq!(finish(child).status.code(), Some(0));
    assert_eq!(rest, "caught\n");
}

fn deep_indentation() -> String {
    let levels = (0..2000)
        .map(|i| format!("{}if 1:\n", " ".repeat(i)))
        .collect::<String>();
    format!("{levels}{}pass\n", " ".repeat(2000))
}

fn elif_chain() -> String {
    let links = (0..50_000)
        .map(|i| format!("elif x == {i}: y = {i}\n"))
        .collect::<String>();
    format!("x = 49999\nif x == -1: pass\n{links}print(y)\n")
}

/// Sources that nobody writes, but somebody sends: an error or a result, never a crash, never a hang.
#[test]
fn hostile_sources() {
    let nest = |open: &str, middle: &str, close: &str, n: usize| open.repeat(n) + middle + &close.repeat(n);
    let sources: Vec<(&str, Vec<u8>)> = vec![
        ("hostile_open_brackets", "(".repeat(100_000).into()),
        ("hostile_mixed_brackets", "([{".repeat(30_000).into()),
        ("hostile_balanced", nest("(", "1", ")", 100_000).into()),
        ("hostile_lists", nest("[", "", "]", 100_000).into()),
        ("hostile_dicts", nest("{1:", "1", "}", 50_000).into()),
        (
            "hostile_attributes",
            format!("x = 1\nx{}\n", ".a".repeat(100_000)).into(),
        ),
        ("hostile_calls", format!("x = 1\nx{}\n", "()".repeat(100_000)).into()),
        (
            "hostile_subscripts",
            format!("x = 1\nx{}\n", "[0]".repeat(100_000)).into(),
        ),
        ("hostile_minus", format!("x = {}1\n", "-".repeat(100_000)).into()),
        ("hostile_not", format!("x = {}1\n", "not ".repeat(100_000)).into()),
        ("hostile_power", format!("x = 1{}\n", "**1".repeat(100_000)).into()),
        (
            "hostile_lambdas",
            format!("x = {}1\n", "lambda: ".repeat(50_000)).into(),
        ),
        (
            "conditionals",
            format!("x = {}1\n", "1 if 1 else ".repeat(50_000)).into(),
        ),
        (
            "hostile_fstrings",
            format!("x = {}\n", nest("f'{", "1", "}'", 500)).into(),
        ),
        ("hostile_indentation", deep_indentation().into()),
        (
            "hostile_decorators",
            format!("{}def f(): pass\n", "@f\n".repeat(50_000)).into(),
        ),
        ("hostile_long_line", format!("x = '{}'\n", "a".repeat(4 << 20)).into()),
        ("hostile_long_name", format!("{} = 1\n", "a".repeat(1 << 20)).into()),
        ("hostile_long_number", format!("x = {}\n", "9".repeat(1 << 18)).into()),
        ("hostile_backslashes", "\\\n".repeat(100_000).into()),
        ("hostile_nul", b"x = 1\0\n".to_vec()),
        ("hostile_invalid_utf8", b"x = '\xff\xfe'\n".to_vec()),
        ("hostile_truncated_utf8", b"x = '\xe2\x82".to_vec()),
        ("hostile_surrogate_utf8", b"x = '\xed\xa0\x80'\n".to_vec()),
        ("hostile_bom_only", b"\xef\xbb\xbf".to_vec()),
        ("hostile_utf16", b"\xff\xfex\0 \0=\0 \x001\0".to_vec()),
        ("hostile_control", (0..32u8).collect()),
        ("hostile_high_bytes", (128..=255u8).collect()),
        ("hostile_empty", vec![]),
        ("hostile_no_newline", b"if 1:\n pass".to_vec()),
        ("hostile_unterminated", b"x = '''\n".repeat(3)),
        ("hostile_elif", elif_chain().into()),
        (
            "patterns",
            format!("match 1:\n case {}: pass\n", nest("[", "1", "]", 50_000)).into(),
        ),
        (
            "hostile_star_targets",
            format!("{} = 1\n", nest("(", "a", ",)", 50_000)).into(),
        ),
    ];
    all_right(sources, |name, code, stdout, stderr| match name {
        "hostile_elif" if code == 0 => stdout == "49999\n",
        _ => code == 0 || code == 1 && stderr.contains("Error") && !stderr.contains("panicked"),
    });
}

#[test]
fn big_programs() {
    let names = |n: usize, make: &dyn Fn(usize) -> String, glue: &str| (0..n).map(make).collect::<Vec<_>>().join(glue);
    let locals = format!(
        "def f():\n{}\n    return v2999 + len(locals())\nprint(f())\n",
        names(3000, &|i| format!("    v{i} = {i}"), "\n")
    );
    let positional = format!(
        "def f(*a): return len(a), a[-1]\nprint(f({}))\n",
        names(5000, &|i| i.to_string(), ", ")
    );
    let keywords = format!(
        "def f(**k): return len(k), k['k2999']\nprint(f({}))\n",
        names(3000, &|i| format!("k{i}={i}"), ", ")
    );
    let parameters = format!(
        "def f({}): return p999\nprint(f({}))\n",
        names(1000, &|i| format!("p{i}"), ", "),
        names(1000, &|i| i.to_string(), ", ")
    );
    let module = names(100_000, &|i| format!("name{i} = {i}"), "\n") + "\nprint(name99999, len(globals()) > 100000)\n";
    let constants = format!(
        "x = [{}]\nprint(sum(x))\n",
        names(100_000, &|i| (i * 7).to_string(), ", ")
    );
    let jumps = format!(
        "def f(n):\n    while n:\n        n -= 1\n{}\n    return n\nprint(f(3))\n",
        names(20_000, &|i| format!("        if n == -{i}: break"), "\n")
    );
    let cases = [
        ("big_locals", locals, "5999\n"),
        ("big_positional", positional, "(5000, 4999)\n"),
        ("big_keywords", keywords, "(3000, 2999)\n"),
        ("big_parameters", parameters, "999\n"),
        ("big_module", module, "99999 True\n"),
        ("big_constants", constants, "34999650000\n"),
        ("big_jumps", jumps, "0\n"),
    ];
    let sources = cases
        .iter()
        .map(|(name, source, _)| (*name, source.clone().into_bytes()));
    all_right(sources, |name, code, stdout, _| {
        let expected = cases.iter().find(|case| case.0 == name).unwrap().2;
        code == 0 && stdout == expected
    });
}

#[test]
fn endless_recursion_is_an_error() {
    let build = "x = []\nfor _ in range(200000): x = [x]\ny = []\nfor _ in range(200000): y = [y]\n";
    let dicts = "x = {}\nfor _ in range(200000): x = {1: x}\n";
    let tuples = "x = ()\nfor _ in range(200000): x = (x,)\n";
    let cases = [
        ("recursion_function", "def f(): return f()\nf()".to_owned()),
        (
            "method",
            "class A:\n    def m(self): return self.m()\nA().m()".to_owned(),
        ),
        (
            "getattr",
            "class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x".to_owned(),
        ),
        (
            "recursion_init",
            "class A:\n    def __init__(self): A()\nA()".to_owned(),
        ),
        (
            "eq",
            "class A:\n    def __eq__(self, o): return self == o\nA() == A()".to_owned(),
        ),
        (
            "repr",
            "class A:\n    def __repr__(self): return repr(self)\nrepr(A())".to_owned(),
        ),
        (
            "add",
            "class A:\n    def __add__(self, o): return self + o\nA() + 1".to_owned(),
        ),
        (
            "recursion_sort_key",
            "def f(x): return sorted([1], key=f)\nf(1)".to_owned(),
        ),
        ("recursion_map", "def f(x): return list(map(f, [x]))\nf(1)".to_owned()),
        ("recursion_generator", "def g(): yield from g()\nlist(g())".to_owned()),
        (
            "property",
            "class A:\n    @property\n    def p(self): return self.p\nA().p".to_owned(),
        ),
        ("recursion_eval", "s = 'eval(s)'\neval(s)".to_owned()),
        ("recursion_call", "class A: pass\nA.__call__ = A()\nA()()".to_owned()),
        ("recursion_list_repr", format!("{build}repr(x)")),
        ("recursion_list_eq", format!("{build}x == y")),
        ("recursion_list_lt", format!("{build}x < y")),
        ("recursion_dict_repr", format!("{dicts}repr(x)")),
        ("recursion_tuple_hash", format!("{tuples}hash(x)")),
        ("recursion_tuple_repr", format!("{tuples}repr(x)")),
    ];
    // The handler must work too, and so must everything after it.
    let sources = cases.iter().map(|(name, source)| {
        let indented = source.lines().map(|line| format!("    {line}\n")).collect::<String>();
        let caught = "except RecursionError:\n    print('RecursionError')\n";
        (
            *name,
            format!("try:\n{indented}    print('no error')\n{caught}").into_bytes(),
        )
    });
    all_right(sources, |_, code, stdout, _| code == 0 && stdout == "RecursionError\n");
}

/// A run with a native stack of `kib` KiB.
#[cfg(not(debug_assertions))]
fn limited(kib: u64, source: &str) -> (i32, String, String) {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("ulimit -s {kib} && exec \"$0\" -c \"$1\"")]);
    shell.args([env!("CARGO_BIN_EXE_pyfast"), source]);
    shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    run(&mut shell)
}

/// Dispatch by tail calls must not grow the native stack: about 10^8 instructions on 256 KiB of it.
#[cfg(not(debug_assertions))]
#[test]
fn dispatch_needs_no_native_stack() {
    let source = "def main(n):\n    s = i = 0\n    while i < n:\n        if i % 3 == 0:\n            s += i\n        i += 1\n    return s\nprint(main(20_000_000))";
    let (code, stdout, stderr) = limited(256, source);
    assert_eq!((code, stdout.as_str()), (0, "66666663333333\n"), "{}", tail(&stderr));
    let calls =
        "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(200_000))";
    let (code, stdout, stderr) = limited(256, calls);
    assert_eq!((code, stdout.as_str()), (0, "200000\n"), "{}", tail(&stderr));
    let computed = "class C:\n    @property\n    def p(self): return 1\ndef main(objects, n):\n    s = 0\n    for i in range(n):\n        for o in objects:\n            s += len(o.__doc__) + o.p\n            o.__class__\n    e = ValueError(1)\n    for i in range(n): e.args\n    for i in range(n): (1j).imag\n    return s\nC.__doc__ = 'doc'\nprint(main([type(f'C{i}', (C,), {'__doc__': 'doc'})() for i in range(5)], 100_000))";
    let (code, stdout, stderr) = limited(256, computed);
    assert_eq!((code, stdout.as_str()), (0, "2000000\n"), "{}", tail(&stderr));
    let records = "class C:\n    def __getitem__(self, key): return 1\ndef main(n):\n    o = C()\n    return sum(o[i:, :i] + len(t'{i}'.strings) for i in range(n))\nprint(main(400_000))";
    let (code, stdout, stderr) = limited(256, records);
    assert_eq!((code, stdout.as_str()), (0, "1200000\n"), "{}", tail(&stderr));
}

#[test]
fn refused_memory_is_an_error() {
    for source in [
        "x = [0] * (1 << 60)",
        "x = 'a' * (1 << 60)",
        "x = bytes(1 << 60)",
        "x = (1,) * (1 << 60)",
        "1 << (1 << 60)",
    ] {
        let code = format!("try:\n    {source}\nexcept (MemoryError, OverflowError) as e:\n    print('refused')");
        let (status, stdout, stderr) = run_code(&code);
        assert_eq!(
            (status, stdout.as_str()),
            (0, "refused\n"),
            "{source}: {}",
            tail(&stderr)
        );
    }
}

/// Garbage does not pile up: peak memory after many loops is what it is after few.
#[cfg(target_os = "linux")]
#[test]
fn loops_do_not_grow() {
    let peak_kib = |n: u64| -> u64 {
        let source = format!(
            "def main(n):\n    for i in range(n):\n        x = [i, (i, i + 0.5), {{'k': i}}, str(i)]\n        x.append(x)\nmain({n})\n\
             for line in open('/proc/self/status'):\n    if line.startswith('VmHWM'): print(line.split()[1])"
        );
        let (code, stdout, stderr) = run_code(&source);
        assert_eq!(code, 0, "{}", tail(&stderr));
        stdout.trim().parse().unwrap()
    };
    let (few, many) = (peak_kib(100_000), peak_kib(1_000_000));
    assert!(
        many < few * 3 / 2 + 4096,
        "{few} KiB after 10^5 rounds, {many} KiB after 10^6"
    );
}

/// A module's code is stored once, used again, and replaced when it is damaged, or when its source has changed.
#[test]
fn compiled_modules_are_stored() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("stored");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("main.py"), "import answer\nprint(answer.VALUE)\n").unwrap();
    let answer = |text: &str| fs::write(folder.join("answer.py"), text).unwrap();
    let main = |dont_write: &str| {
        let mut command = pyfast();
        command.env("PYTHONDONTWRITEBYTECODE", dont_write);
        run(command.arg(folder.join("main.py"))).1
    };
    let stored = folder.join("__pycache__/answer.pyfast-314.pyc");
    answer("VALUE = 42\n");
    assert_eq!(main("1"), "42\n");
    assert!(!stored.exists());
    assert_eq!(main(""), "42\n");
    let bytes = fs::read(&stored).unwrap();
    assert_eq!(main(""), "42\n");
    assert_eq!(fs::read(&stored).unwrap(), bytes);
    for place in [10, 30, bytes.len() - 3] {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x55;
        fs::write(&stored, damaged).unwrap();
        assert_eq!(main(""), "42\n");
        assert_eq!(fs::read(&stored).unwrap(), bytes);
    }
    answer("VALUE = 'other'\n");
    assert_eq!(main(""), "other\n");
    assert_ne!(fs::read(&stored).unwrap(), bytes);
}
