//! The first pass's state: the scope being walked, and how a name gets into it.

use crate::compile::symbols::future::Future;
use crate::compile::symbols::quick::PairMap;
use crate::compile::symbols::scope::{Flags, Part, Resolution, Scope, ScopeId, ScopeKind, Symbol, Symbols, mangled};
use crate::syntax::ast::{Context, Expr, NodeId};
use crate::syntax::error::SyntaxError;
use crate::syntax::literal::ident::{self, Id, Idents, NameId};
use crate::syntax::span::Span;
use ahash::AHashSet;
use bumpalo::Bump;
use std::borrow::Cow;

/// Errors are rare and large.
pub type Checked = Result<(), Box<SyntaxError>>;

pub fn fail(message: impl Into<String>, span: Span) -> Checked {
    Err(Box::new(SyntaxError::new(message, span)))
}

/// What matters of a scope only while it is walked.
#[derive(Default)]
pub struct Walk {
    /// The scope was entered before: annotations share one.
    pub entered: bool,
    /// Inside the target of a comprehension's `for`.
    pub comp_iter_target: bool,
    /// How many iterables of comprehensions are around.
    pub comp_iter_expr: u32,
    /// Inside a compound statement that may not run its body.
    pub conditional: bool,
    /// Inside an annotation of a local variable, which never runs.
    pub unevaluated: bool,
    /// "a TypeVar bound" and the like, for errors.
    pub info: &'static str,
    /// `global`, `nonlocal` and assignment expressions of comprehensions, for errors of the second pass.
    pub directives: Vec<(NameId, Span)>,
}

pub struct Collector<'a> {
    pub arena: &'a Bump,
    pub symbols: Symbols<'a>,
    /// By scope.
    pub walks: Vec<Walk>,
    /// The scopes around; the last is the current one.
    pub stack: Vec<ScopeId>,
    /// The class whose private names are mangled.
    pub private: Option<&'a str>,
    pub future: Future,
    /// `await` is allowed at the top of a module.
    pub top_level_await: bool,
    /// Nodes whose left child is being walked: see `ast::Expr::spine`.
    pub spine: Vec<&'a Expr<'a>>,
    /// By name: where it was last found, as (scope, position).
    recent: Vec<(ScopeId, u32)>,
}

const NOWHERE: ScopeId = ScopeId(u32::MAX);

impl<'a> Collector<'a> {
    pub fn new(arena: &'a Bump, idents: Idents<'a>, node_count: u32, future: Future) -> Collector<'a> {
        let mut collector = Collector {
            arena,
            recent: vec![(NOWHERE, 0); idents.count()],
            symbols: Symbols::new(idents),
            walks: Vec::new(),
            stack: Vec::new(),
            private: None,
            future,
            top_level_await: false,
            spine: Vec::new(),
        };
        let nodes = node_count as usize;
        collector.symbols.node_scopes = vec![[None; 3]; nodes];
        // As real programs have them, about.
        collector.symbols.scopes.reserve(2 * nodes + 1);
        collector.walks.reserve(2 * nodes + 1);
        collector.symbols.symbol_index = PairMap::with_room(8 * nodes + 32);
        collector
    }

    pub fn current(&self) -> ScopeId {
        self.stack.last().copied().unwrap_or(ScopeId::MODULE)
    }

    pub fn current_kind(&self) -> ScopeKind {
        self.scope(self.current()).kind
    }

    pub fn scope(&self, id: ScopeId) -> &Scope<'a> {
        &self.symbols.scopes[id.0 as usize]
    }

    pub fn scope_mut(&mut self, id: ScopeId) -> &mut Scope<'a> {
        &mut self.symbols.scopes[id.0 as usize]
    }

    pub fn here(&mut self) -> &mut Scope<'a> {
        let current = self.current();
        self.scope_mut(current)
    }

    pub fn walk(&mut self) -> &mut Walk {
        let current = self.current();
        &mut self.walks[current.0 as usize]
    }

    /// Makes a scope inside the current one, without entering it.
    pub fn new_scope(&mut self, kind: ScopeKind, name: &'a str, span: Span) -> ScopeId {
        let id = ScopeId(self.symbols.scopes.len() as u32);
        let parent = self.stack.last().copied();
        let around = parent.map(|parent| self.scope(parent));
        let nested = around.is_some_and(|around| around.nested || around.kind.is_function_like());
        let method = kind.is_function_block() && around.is_some_and(|around| around.kind == ScopeKind::Class);
        self.symbols.scopes.push(Scope {
            nested,
            method,
            ..Scope::new(self.arena, kind, name, parent, span)
        });
        self.walks.push(Walk::default());
        id
    }

    pub fn attach(&mut self, node: NodeId, part: Part, id: ScopeId) {
        self.symbols.node_scopes[node.0 as usize][Symbols::slot(part)] = Some(id);
    }

    /// Makes `id` the current scope.
    pub fn enter(&mut self, id: ScopeId) {
        if let Some(&parent) = self.stack.last() {
            self.walks[id.0 as usize].comp_iter_expr = self.walks[parent.0 as usize].comp_iter_expr;
            if self.scope(id).kind != ScopeKind::Class {
                self.scope_mut(id).mangled_set = self.scope(parent).mangled_set;
            }
            // CPYTHON: under `from __future__ import annotations`, annotations do not take part in the analysis.
            let detached = self.scope(id).kind == ScopeKind::Annotation && self.symbols.future_annotations;
            let is_new = !std::mem::replace(&mut self.walks[id.0 as usize].entered, true);
            if is_new && !detached {
                self.scope_mut(parent).children.push(id);
            }
        }
        self.scope_mut(id).private = self.private;
        self.stack.push(id);
    }

    pub fn exit(&mut self) {
        self.stack.pop();
    }

    /// Enters a new scope whose only parameter is the `.format` of an evaluate function.
    pub fn enter_lazy(&mut self, kind: ScopeKind, name: &'a str, span: Span) -> Result<ScopeId, Box<SyntaxError>> {
        let id = self.new_scope(kind, name, span);
        self.enter(id);
        self.add(&ident::FORMAT_PARAMETER, Flags::PARAM | Flags::USE, span)?;
        Ok(id)
    }

    /// The name under which `name` is stored in `scope`.
    #[inline]
    pub fn mangled_name(&mut self, scope: ScopeId, name: Id<'a>) -> NameId {
        match name.is_private {
            true => self.mangled_private(scope, name),
            false => name.id,
        }
    }

    fn mangled_private(&mut self, scope: ScopeId, name: Id<'a>) -> NameId {
        let Some(class) = self.private else {
            return name.id;
        };
        let set = self.scope(scope).mangled_set;
        if set.is_some_and(|set| !self.symbols.mangled_sets[set as usize].contains(&name.id)) {
            return name.id;
        }
        match mangled(class, name.text) {
            Cow::Borrowed(_) => name.id,
            Cow::Owned(text) => {
                let idents = &mut self.symbols.idents;
                let id = idents.of(self.arena.alloc_str(&text)).id;
                self.recent.resize(idents.count(), (NOWHERE, 0));
                id
            }
        }
    }

    fn find(&mut self, scope: ScopeId, name: NameId) -> Option<u32> {
        let (place, index) = self.recent[name.0 as usize];
        if place == scope {
            return Some(index);
        }
        let index = self.symbols.symbol_index.get(scope.0, name.0)?;
        self.recent[name.0 as usize] = (scope, index);
        Some(index)
    }

    /// How the name as written occurs in `scope` so far.
    pub fn flags_in(&mut self, scope: ScopeId, name: Id<'a>) -> Flags {
        let name = self.mangled_name(scope, name);
        match self.find(scope, name) {
            Some(index) => self.scope(scope).symbols[index as usize].flags,
            None => Flags::default(),
        }
    }

    pub fn flags(&mut self, name: Id<'a>) -> Flags {
        self.flags_in(self.current(), name)
    }

    /// Notes an occurrence in the current scope; a binding one when `flag` says so.
    pub fn add(&mut self, name: Id<'a>, flag: u16, span: Span) -> Checked {
        let context = if flag == Flags::USE {
            Context::Load
        } else {
            Context::Store
        };
        self.add_in_context(name, flag, span, context)
    }

    pub fn add_in_context(&mut self, name: Id<'a>, flag: u16, span: Span, context: Context) -> Checked {
        if flag & (Flags::PARAM | Flags::LOCAL | Flags::IMPORT) != 0 {
            check_name(name, span, context)?;
        }
        let current = self.current();
        if flag & Flags::TYPE_PARAM != 0
            && let Some(set) = self.scope(current).mangled_set
        {
            self.symbols.mangled_sets[set as usize].insert(name.id);
        }
        self.add_to(current, name, flag, span)
    }

    /// Notes an occurrence in any scope around. Names are mangled as the current scope says.
    pub fn add_to(&mut self, scope: ScopeId, name: Id<'a>, flag: u16, span: Span) -> Checked {
        let text = name;
        let name = self.mangled_name(self.current(), name);
        let found = self.find(scope, name);
        let old = found.map_or(0, |index| self.scope(scope).symbols[index as usize].flags.0);
        if flag & old & Flags::PARAM != 0 {
            return fail(format!("duplicate argument '{text}' in function definition"), span);
        }
        if flag & old & Flags::TYPE_PARAM != 0 {
            return fail(format!("duplicate type parameter '{text}'"), span);
        }
        let mut flags = old | flag;
        if self.walks[scope.0 as usize].comp_iter_target {
            if flags & (Flags::GLOBAL | Flags::NONLOCAL) != 0 {
                let message = format!("comprehension inner loop cannot rebind assignment expression target '{text}'");
                return fail(message, span);
            }
            flags |= Flags::COMP_ITER;
        }
        self.set(scope, name, found, flags, span);
        if flag & Flags::PARAM != 0 {
            self.scope_mut(scope).params.push(name);
        } else if flag & Flags::GLOBAL != 0 && scope != ScopeId::MODULE {
            let found = self.find(ScopeId::MODULE, name);
            let old = found.map_or(0, |index| self.scope(ScopeId::MODULE).symbols[index as usize].flags.0);
            self.set(ScopeId::MODULE, name, found, old | flag, span);
        }
        Ok(())
    }

    fn set(&mut self, scope: ScopeId, name: NameId, found: Option<u32>, flags: u16, span: Span) {
        let flags = Flags(flags);
        if let Some(index) = found {
            self.scope_mut(scope).symbols[index as usize].flags = flags;
            return;
        }
        let symbols = &mut self.scope_mut(scope).symbols;
        let index = symbols.len() as u32;
        symbols.push(Symbol {
            name,
            flags,
            resolution: Resolution::GlobalImplicit,
            span,
        });
        self.symbols.symbol_index.insert(scope.0, name.0, index);
        self.recent[name.0 as usize] = (scope, index);
    }

    /// Notes that the current scope reads a name; tells whether that was known.
    pub fn read_again(&mut self, name: Id<'a>) -> bool {
        let current = self.current();
        let name = self.mangled_name(current, name);
        let (place, index) = self.recent[name.0 as usize];
        if place != current || self.walks[current.0 as usize].comp_iter_target {
            return false;
        }
        let flags = self.scope(current).symbols[index as usize].flags;
        flags.has(Flags::USE)
    }

    /// Remembers where a declaration stood.
    pub fn record_directive(&mut self, name: Id<'a>, span: Span) {
        let name = self.mangled_name(self.current(), name);
        self.walk().directives.push((name, span));
    }

    /// Starts the set of the only names that are mangled around a generic class.
    pub fn mangle_only_type_params(&mut self) {
        let set = self.symbols.mangled_sets.len() as u32;
        self.symbols.mangled_sets.push(AHashSet::new());
        let private = self.private;
        let here = self.here();
        here.mangled_set = Some(set);
        here.private = private;
    }
}

/// Nothing may assign to `__debug__`.
pub fn check_name(name: Id<'_>, span: Span, context: Context) -> Checked {
    match context {
        Context::Store if *name == ident::DEBUG => fail("cannot assign to __debug__", span),
        Context::Del if *name == ident::DEBUG => fail("cannot delete __debug__", span),
        _ => Ok(()),
    }
}
