//! Stored code: what is read is what was written, and damaged bytes are refused or harmless.

use pyfast::bytecode::code::CodeData;
use pyfast::bytecode::stored::read::read;
use pyfast::bytecode::stored::write::write;
use pyfast::bytecode::verify::code::verify;
use pyfast::compile::options::Options;
use pyfast::compile::pipeline;
use pyfast::syntax::source::Source;

const TEXT: &str = "\
import os, sys
class Shape(object, metaclass=type):
    'What it is.'
    limit = -(1 << 80), 1.5, -0.0, 2j, b'\\xff', '\\ud800', ..., None, True
    def area(self, a, /, b=1, *rest, c: int = 3, **more):
        def inner():
            nonlocal a
            a += b
            return [x for x in rest if x in {1, 2, 'drei'}] + more['x'][1:2]
        try:
            with open(__file__) as file:
                yield from file
        except (OSError, ValueError) as error:
            raise RuntimeError(f'{error!r:>{c}}') from None
        finally:
            print(inner())
";

fn compiled() -> CodeData {
    let source = Source::from_text("a.py", TEXT).expect("a source");
    pipeline::compile(&source, &Options::default()).expect("compiles").code
}

#[test]
fn reading_undoes_writing() {
    let code = compiled();
    let stored = write(&code);
    assert_eq!(read(&stored, "a.py").as_ref(), Some(&code));
    assert!((0..stored.len()).all(|length| read(&stored[..length], "a.py").is_none()));
}

/// What memory is kept from one source to the next says nothing about the code.
#[test]
fn compiling_again_makes_the_same() {
    let first = compiled();
    for text in ["x = 1\n", "def f(a, b):\n    for a in b:\n        b = a, b\n", TEXT] {
        let source = Source::from_text("b.py", text).expect("a source");
        pipeline::compile(&source, &Options::default()).expect("compiles");
        assert_eq!(write(&compiled()), write(&first));
    }
}

/// Damaged bytes never panic, in reading or verifying.
#[test]
fn damage_is_survived() {
    let stored = write(&compiled());
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below as u64) as usize
    };
    for _ in 0..20_000 {
        let mut damaged = stored.clone();
        for _ in 0..=next(3) {
            damaged[next(stored.len())] = next(256) as u8;
        }
        if let Some(code) = read(&damaged, "a.py") {
            let _ = verify(&code);
        }
    }
}

#[test]
fn nesting_is_bounded() {
    let mut stored = write(&compiled());
    stored.truncate(stored.len() - 1);
    stored.extend(std::iter::repeat_n([10, 1], 100_000).flatten());
    assert!(read(&stored, "a.py").is_none());
}
