//! The stages of a program, shown in place of running it.

use std::fmt::Write;

use pyfast::bytecode::dis::{self, Detail};
use pyfast::compile::options::Options;
use pyfast::compile::pipeline;
use pyfast::syntax::dump::tree;
use pyfast::syntax::error::SyntaxError;
use pyfast::syntax::lexer::batch;
use pyfast::syntax::parser::entry;
use pyfast::syntax::source::Source;

use crate::cli::arguments::View;

/// The text of a view.
pub fn view(source: &Source, view: View, options: &Options) -> Result<String, SyntaxError> {
    match view {
        View::None => Ok(String::new()),
        View::Dis => {
            let compiled = pipeline::compile(source, options)?;
            Ok(dis::listing(&compiled.code, Detail::Plain))
        }
        View::Ast => {
            let arena = bumpalo::Bump::new();
            let module = entry::parse(source, &arena, entry::Mode::Module)?;
            Ok(tree::dump(source, &module) + "\n")
        }
        View::Tokens => tokens(source),
    }
}

/// One token a line: its position, kind and text.
fn tokens(source: &Source) -> Result<String, SyntaxError> {
    let lexed = batch::lex_verbose(source);
    let mut out = String::new();
    for token in &lexed.tokens {
        let (line, column) = source.character_position(token.span.start);
        let _ = writeln!(
            out,
            "{line}:{column:<4} {:<12} {:?}",
            format!("{:?}", token.kind),
            source.slice(token.span)
        );
    }
    match lexed.error {
        Some(error) => Err(error),
        None => Ok(out),
    }
}
