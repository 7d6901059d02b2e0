//! The second pass: what each name of each scope means. Scopes are visited from the module inwards, so that a name knows who
//! binds it around; free variables travel outwards on the way back.

use crate::compile::symbols::collect::Walk;
use crate::compile::symbols::scope::{Flags, Resolution, Scope, ScopeId, ScopeKind, Symbol, Symbols};
use crate::syntax::error::SyntaxError;
use crate::syntax::literal::ident::{self, Ident, NameId};
use bumpalo::Bump;
use bumpalo::collections::Vec as List;

/// Cells that a class makes without having variables of these names.
static CLASS_CELLS: [&Ident<'static>; 3] = [&ident::CLASS, &ident::CLASSDICT, &ident::CONDITIONAL_ANNOTATIONS];

const BOUND: u8 = 1;
const TYPE_PARAM: u8 = 2;

pub struct Resolver<'s, 'a> {
    arena: &'a Bump,
    symbols: &'s mut Symbols<'a>,
    walks: &'s [Walk],
    /// By name: whether a function-like scope around binds it, and whether as a type parameter.
    around: Vec<u8>,
    /// What to restore in `around` on the way out.
    undo: Vec<(NameId, u8)>,
    /// By name: the number of the last set that it was put in. A set is alive only until the next one is begun.
    stamps: Vec<u32>,
    stamp: u32,
    class_cells: [NameId; 3],
}

type Free = Vec<NameId>;

impl<'s, 'a> Resolver<'s, 'a> {
    pub fn new(arena: &'a Bump, symbols: &'s mut Symbols<'a>, walks: &'s [Walk]) -> Resolver<'s, 'a> {
        let count = symbols.idents.count();
        let class_cells = CLASS_CELLS.map(|name| name.id);
        Resolver {
            arena,
            symbols,
            walks,
            around: vec![0; count],
            undo: Vec::new(),
            stamps: vec![0; count],
            stamp: 0,
            class_cells,
        }
    }

    /// Resolves everything.
    /// # Errors
    /// `nonlocal` without a variable to mean, and the like.
    pub fn run(&mut self) -> Result<(), Box<SyntaxError>> {
        self.block(ScopeId::MODULE, None)?;
        Ok(())
    }

    fn scope(&self, id: ScopeId) -> &Scope<'a> {
        self.symbols.scope(id)
    }

    fn scope_mut(&mut self, id: ScopeId) -> &mut Scope<'a> {
        &mut self.symbols.scopes[id.0 as usize]
    }

    /// Resolves a scope and all in it; answers the names that it needs from outside. `class` is the class whose namespace an
    /// annotation-like scope sees.
    fn block(&mut self, id: ScopeId, class: Option<ScopeId>) -> Result<Free, Box<SyntaxError>> {
        let undo_base = self.undo.len();
        let mut free = Free::new();
        for index in 0..self.scope(id).symbols.len() {
            let symbol = self.scope(id).symbols[index];
            let resolution = self.name(id, &symbol, class)?;
            if resolution == Resolution::Free {
                free.push(symbol.name);
            }
            self.scope_mut(id).symbols[index].resolution = resolution;
        }
        if self.scope(id).kind == ScopeKind::Class {
            for name in self.class_cells {
                self.set_around(name, BOUND);
            }
        }
        let wanted = self.children(id, class)?;
        self.restore(undo_base);
        self.close(id, wanted, &mut free);
        Ok(free)
    }

    fn set_around(&mut self, name: NameId, state: u8) {
        let old = std::mem::replace(&mut self.around[name.0 as usize], state);
        self.undo.push((name, old));
    }

    fn restore(&mut self, undo_base: usize) {
        while self.undo.len() > undo_base {
            let (name, state) = self.undo.pop().expect("above the base");
            self.around[name.0 as usize] = state;
        }
    }

    fn error(&self, id: ScopeId, name: NameId, message: String) -> Box<SyntaxError> {
        let directives = &self.walks[id.0 as usize].directives;
        let span = directives
            .iter()
            .find(|(declared, _)| *declared == name)
            .map(|(_, span)| *span);
        Box::new(SyntaxError::new(message, span.unwrap_or_default()))
    }

    /// What a name that occurs in scope `id` means there; what it binds is seen by the scopes inside.
    fn name(&mut self, id: ScopeId, symbol: &Symbol, class: Option<ScopeId>) -> Result<Resolution, Box<SyntaxError>> {
        let Symbol { name, flags, .. } = *symbol;
        let kind = self.scope(id).kind;
        let around = self.around[name.0 as usize];
        let text = || self.symbols.text(name);
        if flags.has(Flags::GLOBAL) {
            if flags.has(Flags::NONLOCAL) {
                let text = text();
                return Err(self.error(id, name, format!("name '{text}' is nonlocal and global")));
            }
            if around & BOUND != 0 && kind != ScopeKind::Class {
                self.set_around(name, around & !BOUND);
            }
            return Ok(Resolution::GlobalExplicit);
        }
        if flags.has(Flags::NONLOCAL) {
            let problem = if kind == ScopeKind::Module {
                "nonlocal declaration not allowed at module level".to_owned()
            } else if around & BOUND == 0 {
                format!("no binding for nonlocal '{}' found", text())
            } else if around & TYPE_PARAM != 0 {
                format!("nonlocal binding not allowed for type parameter '{}'", text())
            } else {
                return Ok(Resolution::Free);
            };
            return Err(self.error(id, name, problem));
        }
        if flags.has(Flags::BOUND) {
            let type_param = if flags.has(Flags::TYPE_PARAM) { TYPE_PARAM } else { 0 };
            let bound = if kind.is_function_like() { BOUND } else { around & BOUND };
            if around != bound | type_param {
                self.set_around(name, bound | type_param);
            }
            return Ok(Resolution::Local);
        }
        // What the class binds hides what the functions around it bind.
        let in_class = class
            .and_then(|class| self.symbols.symbol(class, name))
            .map(|symbol| symbol.flags);
        match in_class {
            Some(flags) if flags.has(Flags::MERGED) => {}
            Some(flags) if flags.has(Flags::GLOBAL) => return Ok(Resolution::GlobalExplicit),
            Some(flags) if flags.has(Flags::BOUND) && !flags.has(Flags::NONLOCAL) => {
                return Ok(Resolution::GlobalImplicit);
            }
            _ => {}
        }
        Ok(if around & BOUND != 0 {
            Resolution::Free
        } else {
            Resolution::GlobalImplicit
        })
    }

    /// Resolves the scopes inside; answers the names that they need, with repetitions.
    fn children(&mut self, id: ScopeId, class: Option<ScopeId>) -> Result<Free, Box<SyntaxError>> {
        let mut wanted = Free::new();
        for index in 0..self.scope(id).children.len() {
            let child = self.scope(id).children[index];
            let seen = match self.scope(child).can_see_class_scope {
                true if self.scope(id).kind == ScopeKind::Class => Some(id),
                true => class,
                false => None,
            };
            let kind = self.scope(child).kind;
            let inlined =
                kind.is_comprehension() && kind != ScopeKind::Generator && !self.scope(id).can_see_class_scope;
            let mut free = self.block(child, seen)?;
            if inlined {
                self.scope_mut(child).inlined = true;
                self.merge(id, child, &mut free);
            }
            wanted.append(&mut free);
        }
        Ok(wanted)
    }

    /// Enters the names of an inlined comprehension into the scope in whose frame it runs.
    fn merge(&mut self, host: ScopeId, comp: ScopeId, free: &mut Free) {
        self.stamp += 1;
        let bound_by_host = self.stamp;
        let in_class = self.scope(host).kind == ScopeKind::Class;
        for index in 0..self.scope(comp).symbols.len() {
            let mut symbol = self.scope(comp).symbols[index];
            if symbol.flags.has(Flags::PARAM) {
                continue;
            }
            let mut is_free = symbol.resolution == Resolution::Free;
            if symbol.resolution == Resolution::Cell {
                symbol.flags.0 |= Flags::COMP_CELL;
            }
            if is_free && in_class && self.class_cells.contains(&symbol.name) {
                // CPYTHON: the comprehension itself does not see the class's own cells; the functions in it do.
                symbol.resolution = Resolution::GlobalImplicit;
                is_free = false;
                self.scope_mut(comp).symbols[index].resolution = Resolution::GlobalImplicit;
                if !self.is_free_inside(comp, symbol.name) {
                    self.stamps[symbol.name.0 as usize] = bound_by_host;
                }
            }
            let Some(found) = self.symbols.symbol_index.get(host.0, symbol.name.0) else {
                let place = self.scope(host).symbols.len() as u32;
                self.symbols.symbol_index.insert(host.0, symbol.name.0, place);
                symbol.flags.0 = (symbol.flags.0 | Flags::MERGED) & !Flags::FREE_CLASS;
                self.scope_mut(host).symbols.push(symbol);
                continue;
            };
            let existing = &mut self.scope_mut(host).symbols[found as usize];
            existing.flags.0 |= symbol.flags.0 & Flags::COMP_CELL;
            let flags = existing.flags;
            if flags.has(Flags::MERGED) {
                // Bound there by another comprehension only, which does not concern this one.
                if is_free && existing.resolution != Resolution::Free {
                    existing.flags.0 |= Flags::FREE_CLASS;
                }
            } else if is_free && flags.has(Flags::BOUND) && !in_class {
                existing.flags.0 |= symbol.flags.0 & Flags::USE;
                if !self.is_free_inside(comp, symbol.name) {
                    self.stamps[symbol.name.0 as usize] = bound_by_host;
                }
            }
        }
        free.retain(|name| self.stamps[name.0 as usize] != bound_by_host);
    }

    /// Whether a function inside the comprehension needs the name, so that it must be a cell.
    fn is_free_inside(&self, comp: ScopeId, name: NameId) -> bool {
        self.scope(comp).children.iter().any(|&child| {
            if self.scope(child).inlined {
                return self.is_free_inside(child, name);
            }
            let symbol = self.symbols.symbol(child, name);
            symbol.is_some_and(|symbol| symbol.resolution == Resolution::Free || symbol.flags.has(Flags::FREE_CLASS))
        })
    }

    /// Settles which locals are cells and which names the scope passes on; adds the latter to `free`.
    fn close(&mut self, id: ScopeId, mut wanted: Free, free: &mut Free) {
        self.stamp += 1;
        let stamp = self.stamp;
        wanted.retain(|name| std::mem::replace(&mut self.stamps[name.0 as usize], stamp) != stamp);
        let kind = self.scope(id).kind;
        if kind.is_function_like() {
            for symbol in &mut self.symbols.scopes[id.0 as usize].symbols {
                let stamped = &mut self.stamps[symbol.name.0 as usize];
                let is_own = symbol.resolution == Resolution::Local && !symbol.flags.has(Flags::MERGED);
                if is_own && *stamped == stamp {
                    symbol.resolution = Resolution::Cell;
                    *stamped = 0;
                }
            }
        } else if kind == ScopeKind::Class {
            self.take_class_cells(id, stamp);
        }
        wanted.retain(|name| self.stamps[name.0 as usize] == stamp);
        let passes_all = kind == ScopeKind::Class || self.scope(id).can_see_class_scope;
        let span = self.scope(id).span;
        for &name in &wanted {
            match self.symbols.symbol_index.get(id.0, name.0) {
                Some(found) => {
                    let symbol = &mut self.scope_mut(id).symbols[found as usize];
                    let is_hidden = symbol.flags.has(Flags::MERGED) && symbol.resolution != Resolution::Free;
                    if passes_all || is_hidden {
                        symbol.flags.0 |= Flags::FREE_CLASS;
                    }
                }
                None => {
                    let place = self.scope(id).symbols.len() as u32;
                    self.symbols.symbol_index.insert(id.0, name.0, place);
                    self.scope_mut(id).symbols.push(Symbol {
                        name,
                        flags: Flags::default(),
                        resolution: Resolution::Free,
                        span,
                    });
                }
            }
        }
        free.retain(|name| self.stamps[name.0 as usize] != stamp);
        free.append(&mut wanted);
        self.list_cells(id);
    }

    /// A class provides these itself to the functions in it.
    fn take_class_cells(&mut self, id: ScopeId, stamp: u32) {
        let wanted = self.class_cells.map(|name| {
            let stamped = &mut self.stamps[name.0 as usize];
            let is_wanted = *stamped == stamp;
            if is_wanted {
                *stamped = 0;
            }
            is_wanted
        });
        let scope = self.scope_mut(id);
        scope.needs_class_closure |= wanted[0];
        scope.needs_classdict |= wanted[1];
        scope.has_conditional_annotations |= wanted[2];
    }

    /// The cells and free variables by name, as CPython orders them.
    fn list_cells(&mut self, id: ScopeId) {
        let scope = self.scope(id);
        let sorted = |is_listed: fn(&Symbol) -> bool| {
            let mut names = List::new_in(self.arena);
            for symbol in scope.symbols.iter().filter(|symbol| is_listed(symbol)) {
                names.push(symbol.name);
            }
            names.sort_unstable_by_key(|name| self.symbols.text(*name));
            names
        };
        let mut cells = sorted(|symbol| symbol.resolution == Resolution::Cell && !symbol.flags.has(Flags::MERGED));
        let free = sorted(|symbol| symbol.resolution == Resolution::Free || symbol.flags.has(Flags::FREE_CLASS));
        if scope.kind == ScopeKind::Class {
            let needs = [
                scope.needs_class_closure,
                scope.needs_classdict,
                scope.has_conditional_annotations,
            ];
            for (name, needed) in CLASS_CELLS.into_iter().zip(needs) {
                if needed {
                    cells.push(name.id);
                }
            }
        }
        let scope = self.scope_mut(id);
        scope.cells = cells;
        scope.free = free;
    }
}
