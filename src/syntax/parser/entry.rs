//! The way in: a source to a tree, or to the error that CPython would report.

use crate::syntax::ast::{Body, Module, Stmt, StmtKind, Warning};
use crate::syntax::error::{ErrorKind, Location, SyntaxError};
use crate::syntax::lexer::{batch, state};
use crate::syntax::parser::state::{E, Parse, Parser};
use crate::syntax::source::Source;
use crate::syntax::token::TokenKind;
use bumpalo::Bump;

/// What `compile` calls "exec", "eval", "single" and "func_type".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Module,
    Expression,
    Interactive,
    FunctionType,
}

/// What `codeop` asks of the parser, beyond a mode.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// CPython's `PyCF_ALLOW_INCOMPLETE_INPUT`: a source that could go on is `ErrorKind::Incomplete`, without a place.
    pub allows_incomplete: bool,
    /// CPython's `PyCF_DONT_IMPLY_DEDENT`: an indented block ends only with a line of its own.
    pub needs_dedent: bool,
}

/// Parses a whole source; the tree borrows from it and from the arena.
/// # Errors
/// What CPython's tokeniser or parser reports first.
pub fn parse<'a>(source: &'a Source, arena: &'a Bump, mode: Mode) -> Result<Module<'a>, SyntaxError> {
    parse_with(source, arena, mode, Options::default())
}

/// As `parse`, with more to say.
/// # Errors
/// As `parse`.
pub fn parse_with<'a>(
    source: &'a Source,
    arena: &'a Bump,
    mode: Mode,
    options: Options,
) -> Result<Module<'a>, SyntaxError> {
    let mut parser = Parser::new(source, batch::lex(source), arena);
    parser.is_module = mode == Mode::Module;
    parser.needs_dedent = options.needs_dedent;
    if let Ok(body) = parser.whole(mode) {
        check_future(&body)?;
        let warnings = parser.all_warnings();
        state::done_with(parser.tokens);
        return Ok(Module {
            body,
            node_count: parser.nodes,
            warnings,
            idents: parser.idents,
        });
    }
    if options.allows_incomplete && parser.is_at_end() {
        let error = SyntaxError::without_span("incomplete input", None);
        let kind = ErrorKind::Incomplete;
        return Err(SyntaxError { kind, ..error });
    }
    let after = parser.last_compound;
    let error = parser.explain(mode);
    Err(SyntaxError { after, ..error })
}

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Refuses unknown features in the `from __future__ import …` at the beginning. (Later ones are refused by the compiler.)
fn check_future(body: &Body<'_>) -> Result<(), SyntaxError> {
    let (Body::Module(stmts) | Body::Interactive(stmts)) = body else {
        return Ok(());
    };
    for (index, stmt) in stmts.iter().enumerate() {
        let import = match stmt.kind {
            StmtKind::ImportFrom(import) if import.module == Some("__future__") && import.level == 0 => import,
            StmtKind::Expr { .. } if index == 0 => continue,
            _ => return Ok(()),
        };
        for alias in import.names {
            if alias.name == "braces" {
                return Err(SyntaxError::new("not a chance", alias.span));
            }
            if !FEATURES.contains(&alias.name) {
                let name = alias.name;
                let message = format!("future feature {name} is not defined");
                return Err(SyntaxError::new(message, alias.span));
            }
        }
    }
    Ok(())
}

impl<'a> Parser<'a> {
    fn whole(&mut self, mode: Mode) -> Parse<Body<'a>> {
        match mode {
            Mode::Module => {
                self.statements(TokenKind::EndMarker)?;
                Ok(Body::Module(self.take_stmts(0)))
            }
            Mode::Expression => {
                let value = self.eval_expressions()?;
                while self.eat(TokenKind::Newline) {}
                self.expect(TokenKind::EndMarker)?;
                Ok(Body::Expression(value))
            }
            Mode::Interactive => self.interactive().map(Body::Interactive),
            Mode::FunctionType => self.function_type(),
        }
    }

    /// As `star_expressions`, but without stars.
    fn eval_expressions(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let first = self.expression()?;
        match self.is(TokenKind::Comma) {
            true => self.more_expressions(start, first),
            false => Ok(first),
        }
    }

    fn interactive(&mut self) -> Parse<&'a [Stmt<'a>]> {
        match self.kind() {
            TokenKind::EndMarker => {
                self.fail::<()>()?;
            }
            TokenKind::Newline => {
                let span = self.span();
                self.advance();
                self.stmts.push(Stmt {
                    span,
                    kind: StmtKind::Pass,
                });
            }
            _ => match self.compound_statement()? {
                Some(statement) => {
                    self.stmts.push(statement);
                    // CPYTHON: one newline more is wanted, and made of the end of the text when that is on a line of its own.
                    let is_open = self.is_added_newline(self.tokens[self.at - 1]);
                    let is_implied = self.needs_dedent && self.source.newline_added;
                    if !self.is(TokenKind::EndMarker) || is_open || is_implied {
                        return self.fail();
                    }
                }
                None => self.simple_statements()?,
            },
        }
        if !self.is(TokenKind::EndMarker) && self.kind() != TokenKind::Error {
            self.at = self.at.saturating_sub(1);
            return self.raise_at_token("multiple statements found while compiling a single statement");
        }
        self.expect(TokenKind::EndMarker)?;
        Ok(self.take_stmts(0))
    }

    /// `(int, *str, **float) -> result`, of type comments.
    fn function_type(&mut self) -> Parse<Body<'a>> {
        self.expect(TokenKind::LeftParen)?;
        let base = self.exprs.len();
        while !self.is(TokenKind::RightParen) {
            if !self.eat(TokenKind::Star) {
                self.eat(TokenKind::DoubleStar);
            }
            let argument = self.expression()?;
            self.exprs.push(argument);
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        self.expect(TokenKind::Arrow)?;
        let argtypes = self.take_exprs(base);
        let returns = self.expression()?;
        while self.eat(TokenKind::Newline) {}
        self.expect(TokenKind::EndMarker)?;
        Ok(Body::FunctionType { argtypes, returns })
    }

    /// Whether the first parse has failed only because the source ends.
    fn is_at_end(&self) -> bool {
        let last = self.tokens[self.furthest];
        match last.kind {
            TokenKind::EndMarker => true,
            TokenKind::Error => self.lexed.needs_more,
            TokenKind::Dedent => last.span.end as usize >= self.text.len(),
            _ => self.is_added_newline(last),
        }
    }

    /// The error of a source that `whole` has refused.
    fn explain(&mut self, mode: Mode) -> SyntaxError {
        let furthest = self.furthest;
        if self.error.is_none() {
            self.restart();
            self.diagnose = true;
            self.remembers = true;
            // Only the parked error matters.
            let _ = self.whole(mode);
        }
        match self.error.take() {
            Some(error) if self.is_lexical || error.span.is_none() => error,
            Some(mut error) => {
                // The tokeniser has read the last line of what is wrong.
                let wrong = error.span.and_then(|span| self.text.get(span.range()));
                error.in_last_line &= wrong.is_none_or(|wrong| !wrong.trim_end().contains('\n'));
                self.overriding().unwrap_or(error)
            }
            None => self.generic(furthest),
        }
    }

    fn overriding(&self) -> Option<SyntaxError> {
        let start = self.tokens[self.furthest].span.start;
        self.lexed.overriding_error(self.source, start)
    }

    fn generic(&mut self, furthest: usize) -> SyntaxError {
        self.at = furthest;
        match self.kind() {
            TokenKind::Indent => self.error_at_token(ErrorKind::Indentation, "unexpected indent"),
            TokenKind::Dedent => self.error_at_token(ErrorKind::Indentation, "unexpected unindent"),
            TokenKind::EndMarker => self.error_at_end(),
            _ if self.is_added_newline(self.token()) => self.error_at_end(),
            _ => {
                let generic = SyntaxError::new("invalid syntax", self.span());
                self.overriding().unwrap_or(generic)
            }
        }
    }

    /// CPYTHON: the end has no place in its line.
    fn error_at_end(&self) -> SyntaxError {
        let is_empty = self.text == "\n" && self.source.newline_added;
        let line = match is_empty {
            true => 0,
            false => self.source.position(self.text.len().saturating_sub(1) as u32).0,
        };
        let text = self.source.line_text(line);
        // Only a module is shown with the newline that it came without.
        let text = match self.source.newline_added && !self.is_module {
            true => text.trim_end_matches('\n'),
            false => text,
        };
        let location = Location {
            line: line.into(),
            column: 0,
            end_line: line.into(),
            end_column: 0,
            text: Some(text.to_string()),
        };
        SyntaxError::without_span("invalid syntax", Some(location))
    }

    /// Those of the lexer and those of the parser, in source order.
    fn all_warnings(&mut self) -> &'a [Warning<'a>] {
        for warning in &self.lexed.warnings {
            self.warnings.push(Warning {
                span: warning.span,
                message: self.arena.alloc_str(&warning.message),
            });
        }
        self.warnings.sort_by_key(|warning| warning.span.start);
        self.arena.alloc_slice_copy(&self.warnings)
    }
}
