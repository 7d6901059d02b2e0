//! The entry: a syntax tree in, its scopes out.

use crate::compile::symbols::collect::{Checked, Collector};
use crate::compile::symbols::future;
use crate::compile::symbols::resolve::Resolver;
use crate::compile::symbols::scope::{ScopeKind, Symbols};
use crate::syntax::ast::{Body, Module};
use crate::syntax::error::SyntaxError;
use crate::syntax::span::Span;
use bumpalo::Bump;

/// What `compile()` may ask for beyond the source.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// CPython's CO_FUTURE_… flags inherited from the code that compiles.
    pub future_flags: u32,
    /// PyCF_ALLOW_TOP_LEVEL_AWAIT.
    pub top_level_await: bool,
}

/// Finds out what every name of a source means. `arena` keeps the mangled names.
/// # Errors
/// What CPython's symbol table refuses, and misplaced or unknown future imports.
pub fn analyse<'a>(module: Module<'a>, arena: &'a Bump, options: Options) -> Result<Symbols<'a>, SyntaxError> {
    build(module, arena, options).map_err(|error| *error)
}

fn build<'a>(module: Module<'a>, arena: &'a Bump, options: Options) -> Result<Symbols<'a>, Box<SyntaxError>> {
    let future = future::read(&module)?;
    let mut collector = Collector::new(arena, module.idents, module.node_count, future);
    let flags = future.flags | options.future_flags;
    collector.symbols.future_flags = flags;
    collector.symbols.future_annotations = flags & future::ANNOTATIONS != 0;
    collector.top_level_await = options.top_level_await;
    let top = collector.new_scope(ScopeKind::Module, "top", Span::default());
    collector.enter(top);
    body(&mut collector, module.body)?;
    collector.exit();
    let Collector { mut symbols, walks, .. } = collector;
    Resolver::new(arena, &mut symbols, &walks).run()?;
    Ok(symbols)
}

fn body<'a>(collector: &mut Collector<'a>, body: Body<'a>) -> Checked {
    match body {
        Body::Module(stmts) | Body::Interactive(stmts) => collector.stmts(stmts),
        Body::Expression(expr) => collector.expr(expr),
        Body::FunctionType { .. } => Ok(()),
    }
}
