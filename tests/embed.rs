//! pyfast as a library.

use pyfast::embed::{Error, Interpreter, Item, Options};

#[test]
fn functions_are_called_with_values() {
    let mut python = Interpreter::new(Options::default());
    python
        .run_source("def join(a, b=1, *c): return [a, b, *c]\ndef same(x): return x", "test")
        .unwrap();
    let items = vec![
        Item::Int(1),
        Item::Str("é".into()),
        Item::Float(0.5),
        Item::None,
        Item::Bool(true),
    ];
    assert_eq!(python.call("join", &items).unwrap(), Item::List(items));
    assert_eq!(
        python.call("same", &[Item::Int(i64::MIN)]).unwrap(),
        Item::Int(i64::MIN)
    );
    assert!(matches!(python.call("nothing", &[]), Err(Error::NoFunction(_))));
    assert!(matches!(python.call("join", &[]), Err(Error::Exception { class, .. }) if class == "TypeError"));
}

#[test]
fn errors_have_types() {
    let mut python = Interpreter::new(Options::default());
    assert!(
        matches!(python.run_source("x x", "test"), Err(Error::Syntax { message, .. }) if message.contains("invalid syntax"))
    );
    match python.run_source("def f():\n    1 / 0\nf()", "test") {
        Err(Error::Exception { class, message, report }) => {
            assert_eq!(
                (class.as_str(), message.as_str()),
                ("ZeroDivisionError", "division by zero")
            );
            assert!(report.contains("line 2, in f"), "{report}");
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(
        python.run_source("import sys; sys.exit(3)", "test"),
        Err(Error::Exit(3))
    ));
    // The interpreter is as good as new.
    python
        .run_source("assert [x * x for x in range(3)] == [0, 1, 4]", "test")
        .unwrap();
}

#[test]
fn interpreters_are_apart() {
    let mut all: Vec<Interpreter> = (0..3).map(|_| Interpreter::new(Options::default())).collect();
    for (n, python) in all.iter_mut().enumerate() {
        python
            .run_source(&format!("import sys\nsys.mark = n = {n}"), "test")
            .unwrap();
        python.run_source("def get(): return sys.mark + n", "test").unwrap();
    }
    for (n, python) in all.iter_mut().enumerate() {
        assert_eq!(python.call("get", &[]).unwrap(), Item::Int(2 * n as i64));
    }
    let threads = (0..4).map(|n| {
        std::thread::spawn(move || {
            let mut python = Interpreter::new(Options::default());
            python.run_source("def f(n): return sum(range(n))", "test").unwrap();
            python.call("f", &[Item::Int(n)]).unwrap()
        })
    });
    let sums: Vec<Item> = threads.map(|thread| thread.join().unwrap()).collect();
    assert_eq!(sums, [0, 0, 1, 3].map(Item::Int));
}
