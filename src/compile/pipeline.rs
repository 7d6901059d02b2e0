//! The entry: a source in, its code object out. The syntax tree and the scopes live in an arena that dies here.

use bumpalo::Bump;
use std::cell::Cell;
use std::collections::HashMap;

use crate::bytecode::code::{CodeData, Constant};
use crate::compile::emitter::NO_SPAN;
use crate::compile::fold::doc;
use crate::compile::lower::state::{Done, Lower, Memory, NO_REGISTER, NOWHERE, UNNUMBERED, Unit, Variable};
use crate::compile::options::{Mode, Options, Warning};
use crate::compile::symbols::analyse;
use crate::compile::symbols::quick::PairMap;
use crate::compile::symbols::scope::{Scope, ScopeId, Symbols};
use crate::syntax::ast::{self, Body, Module, Stmt};
use crate::syntax::error::{Origin, SyntaxError};
use crate::syntax::literal::ident;
use crate::syntax::parser::entry;
use crate::syntax::source::Source;
use crate::syntax::span::Span;

/// A code object, and what compiling it warns of.
#[derive(Debug)]
pub struct Compiled {
    pub code: CodeData,
    pub warnings: Vec<Warning>,
    /// The future features in force: what code compiled from within inherits.
    pub future_flags: u32,
}

/// Compiles a whole source.
/// # Errors
/// The SyntaxError that CPython raises.
pub fn compile(source: &Source, options: &Options) -> Result<Compiled, SyntaxError> {
    let mut arena = KEPT.take().unwrap_or_default();
    let result = compile_in(source, options, &arena);
    arena.reset();
    if arena.allocated_bytes() <= KEPT_BYTES_MAX {
        KEPT.set(Some(arena));
    }
    result
}

/// An arena larger than this is given back after use.
const KEPT_BYTES_MAX: usize = 4 << 20;

thread_local! {
    /// The memory of the last compilation, for the next: fresh pages cost more than what is done in them.
    static KEPT: Cell<Option<Bump>> = const { Cell::new(None) };
    static KEPT_LOWERING: Cell<Option<Memory>> = const { Cell::new(None) };
}

fn compile_in(source: &Source, options: &Options, arena: &Bump) -> Result<Compiled, SyntaxError> {
    let mode = match options.mode {
        Mode::Exec => entry::Mode::Module,
        Mode::Eval => entry::Mode::Expression,
        Mode::Single => entry::Mode::Interactive,
    };
    let module = entry::parse_with(source, arena, mode, options.parse)?;
    lower_module(source, options, arena, module).map_err(|mut error| {
        if error.origin == Origin::Parser {
            error.origin = Origin::Compiler;
        }
        *error
    })
}

fn lower_module<'a>(source: &'a Source, options: &'a Options, arena: &'a Bump, module: Module<'a>) -> Done<Compiled> {
    let asked = analyse::Options {
        future_flags: options.future_flags,
        top_level_await: options.allow_top_level_await,
    };
    let (body, warnings) = (module.body, module.warnings);
    let symbols = analyse::analyse(module, arena, asked).map_err(|mut error| {
        error.origin = Origin::Symbols;
        error
    })?;
    let mut lower = new_lower(source, &symbols, options);
    let code = code_of(&mut lower, body, warnings);
    let mut memory = std::mem::take(&mut lower.memory);
    lower.names.finish();
    memory.keep(lower.spare, lower.names);
    KEPT_LOWERING.set(Some(memory));
    Ok(Compiled {
        code: code?,
        warnings: lower.warnings,
        future_flags: symbols.future_flags,
    })
}

fn code_of<'a>(lower: &mut Lower<'a>, body: Body<'a>, warnings: &[ast::Warning<'a>]) -> Done<CodeData> {
    lower.warnings.extend(warnings.iter().map(|warning| Warning {
        span: warning.span,
        message: warning.message.to_string(),
    }));
    match body {
        Body::Module(body) => lower.module_body(body)?,
        Body::Interactive(body) => {
            lower.interactive = true;
            lower.module_body(body)?;
        }
        Body::Expression(expr) => lower.return_statement_of(expr)?,
        Body::FunctionType { returns, .. } => lower.return_statement_of(returns)?,
    }
    let unit = std::mem::replace(&mut lower.unit, Box::new(Unit::blank()));
    lower.finish(unit)
}

fn new_lower<'a>(source: &'a Source, symbols: &'a Symbols<'a>, options: &'a Options) -> Lower<'a> {
    let mut memory = KEPT_LOWERING.take().unwrap_or_default();
    let mut names = std::mem::take(&mut memory.names);
    let name = names.add("<module>");
    let walrus = memchr::memmem::find_iter(source.text.as_bytes(), ":=")
        .map(|at| at as u32)
        .collect();
    let mut symbol_count = 0;
    let base = |scope: &Scope<'a>| {
        symbol_count += scope.symbols.len() as u32;
        symbol_count - scope.symbols.len() as u32
    };
    let symbol_bases = symbols.scopes.iter().map(base).collect();
    let mut lower = Lower {
        source,
        symbols,
        options,
        unit: Box::new(Unit::blank()),
        outer: Vec::new(),
        registers: vec![NO_REGISTER; symbol_count as usize],
        symbol_bases,
        other_registers: PairMap::default(),
        free_registers: PairMap::default(),
        walrus,
        warnings: Vec::new(),
        filename: source.name.as_str().into(),
        names,
        numbers: vec![UNNUMBERED; symbols.idents.count()],
        other_names: HashMap::default(),
        spare: Vec::new(),
        memory,
        prologue: Vec::new(),
        links: Vec::new(),
        resolved: vec![Cell::new((NOWHERE, Variable::Global)); symbols.idents.count()],
        interactive: false,
    };
    let mut unit = lower.blank();
    (unit.name, unit.qualname) = (name, name);
    unit.emitter.fuses = !options.no_superinstructions;
    if symbols.future_annotations {
        unit.flags |= crate::bytecode::code::Flags::FUTURE_ANNOTATIONS;
    }
    lower.declare_variables(symbols.scope(ScopeId::MODULE), &mut unit);
    lower.unit = unit;
    lower
}

impl<'a> Lower<'a> {
    fn module_body(&mut self, body: &'a [Stmt<'a>]) -> Done {
        let start = body.first().map_or(Span::new(0, 0), |first| first.span);
        self.start_annotations(start, body)?;
        let mut body = body;
        if !self.interactive
            && let Some(text) = doc::docstring(body)
        {
            if self.options.optimize < 2 {
                let register = self.take();
                self.load_constant(body[0].span, register, Constant::Str(doc::clean(text).into()));
                self.store_name(body[0].span, &ident::DOC, register)?;
                self.release(register);
            }
            body = &body[1..];
        }
        self.body(body)?;
        self.return_none(NO_SPAN);
        Ok(())
    }
}
