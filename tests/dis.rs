//! One snapshot a lowering decision: the source on top, its listing below. `INSTA_UPDATE=always cargo test --test dis` accepts
//! what changed; read the difference before that.

use pyfast::bytecode::{dis, verify};
use pyfast::compile::options::Options;
use pyfast::compile::pipeline;
use pyfast::syntax::source::Source;

/// Every `tests/dis/NAME.py` becomes `tests/snapshots/dis__NAME.snap`.
#[test]
fn lowering_decisions() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dis");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    assert!(files.len() >= 25, "sources are missing");
    for path in files {
        let text = std::fs::read_to_string(&path).expect("readable");
        let name = path.file_stem().expect("named").to_string_lossy().into_owned();
        insta::assert_snapshot!(name, format!("{text}\n{}", listing(&text)));
    }
}

fn listing(text: &str) -> String {
    let source = Source::from_text("case.py", text).expect("text");
    let compiled = pipeline::compile(&source, &Options::default()).expect("compiles");
    verify::code::verify(&compiled.code).expect("verifies");
    dis::listing(&compiled.code, dis::Detail::Plain)
}
