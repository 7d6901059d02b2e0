//! Variables: what a name means here, and how it is read, written and deleted.

use crate::bytecode::isa::Op;
use crate::compile::emitter::Label;
use crate::compile::lower::state::{Done, Lower, NOWHERE, UnitKind, Variable, fail, r};
use crate::compile::register::Reg;
use crate::compile::symbols::scope::{Resolution, ScopeId, ScopeKind};
use crate::syntax::literal::ident::{self, Id, NameId};
use crate::syntax::span::Span;

/// Whether something of this name may look at the locals of the function that uses it.
pub fn looks_at_locals(name: Id<'_>) -> bool {
    (ident::LOCALS.id..=ident::GETFRAME.id).contains(&name.id)
}

impl<'a> Lower<'a> {
    /// What `name`, as written, means here.
    pub fn variable(&self, name: Id<'_>) -> Variable {
        let scope = self.unit.scope;
        let Some(id) = self.symbols.stored(scope, name) else {
            return self.implicit();
        };
        let resolved = &self.resolved[id.0 as usize];
        let (known_in, known) = resolved.get();
        if known_in == scope {
            return known;
        }
        let variable = self.variable_of(scope, id);
        resolved.set((scope, variable));
        variable
    }

    /// To be called when a name gets a register in a scope where it may have been looked up.
    pub fn forget_resolved(&self, id: NameId) {
        self.resolved[id.0 as usize].set((NOWHERE, Variable::Global));
    }

    fn implicit(&self) -> Variable {
        if self.unit.is_function_like() {
            Variable::Global
        } else {
            Variable::Name
        }
    }

    fn variable_of(&self, scope: ScopeId, id: NameId) -> Variable {
        let Some(place) = self.symbols.resolve_id(scope, id) else {
            return self.implicit();
        };
        let is_inlined = self.symbols.scope(scope).inlined;
        let frame = self.scope();
        let register = |place_scope: ScopeId| {
            self.register_of(place_scope, id)
                .or_else(|| self.register_of(self.unit.frame, id))
        };
        match place.resolution {
            // A register of that name is a cell that the class makes for the functions in it, not the class's own name.
            Resolution::Local if self.symbols.scope(place.scope).kind == ScopeKind::Class => self.implicit(),
            Resolution::Local => match register(place.scope) {
                Some(register) => Variable::Local(register),
                None => self.implicit(),
            },
            Resolution::Cell => match register(place.scope) {
                Some(register) => Variable::Cell(register),
                None => self.free_cell(id).map_or(self.implicit(), Variable::Cell),
            },
            Resolution::Free => match self.free_cell(id).or_else(|| register(place.scope)) {
                Some(cell) if frame.kind == ScopeKind::Class && !is_inlined => Variable::NamespaceOrCell(cell),
                Some(cell) if frame.can_see_class_scope => Variable::ClassDictOrCell(cell),
                Some(cell) => Variable::Cell(cell),
                None => self.implicit(),
            },
            Resolution::GlobalExplicit => Variable::Global,
            Resolution::GlobalImplicit if frame.can_see_class_scope => Variable::ClassDictOrGlobal,
            Resolution::GlobalImplicit if frame.kind == ScopeKind::Class && is_inlined => Variable::Global,
            Resolution::GlobalImplicit => self.implicit(),
        }
    }

    fn free_cell(&self, id: NameId) -> Option<Reg> {
        self.free_registers.get(self.unit.frame.0, id.0).map(Reg)
    }

    /// The register that holds the cell that an inner scope calls `id`.
    pub fn cell_register(&self, id: NameId) -> Option<Reg> {
        let place = self.symbols.resolve_id(self.unit.scope, id);
        if let Some(place) = place
            && place.resolution == Resolution::Cell
            && let Some(register) = self.register_of(place.scope, id)
        {
            return Some(register);
        }
        let own = self.register_of(self.unit.frame, id);
        own.filter(|own| self.unit.cells.binary_search(&own.0).is_ok())
            .or_else(|| self.free_cell(id))
    }

    /// The register of a cell of this frame by its implicit name (`__class__`, `__classdict__`, …).
    pub fn named_cell(&self, name: Id<'_>) -> Option<Reg> {
        let own = self.register_of(self.unit.frame, name.id);
        own.or_else(|| self.free_cell(name.id))
    }

    /// The register of a local variable, if `name` is one.
    pub fn local(&self, name: Id<'_>) -> Option<Reg> {
        match self.variable(name) {
            Variable::Local(register) => Some(register),
            _ => None,
        }
    }

    pub fn is_bound(&self, register: Reg) -> bool {
        self.unit.emitter.bound.has(register)
    }

    /// From here on the local is bound.
    pub fn set_bound(&mut self, register: Reg) {
        self.unit.emitter.bound.set(register);
    }

    /// Emits `check_bound` unless the local is surely bound.
    pub fn check_bound(&mut self, span: Span, register: Reg) {
        if self.note_read(register) {
            self.emit(span, Op::check_bound, &[r(register)]);
        }
    }

    /// Notes that a local is read: whether it may be unbound. Behind the read it is bound.
    pub fn note_read(&mut self, register: Reg) -> bool {
        if self.is_bound(register) {
            return false;
        }
        self.unit.unsure.set(register);
        self.unit.emitter.bound.set(register);
        true
    }

    pub fn load_name(&mut self, span: Span, name: Id<'a>, dst: Reg) {
        match self.variable(name) {
            Variable::Local(register) => {
                self.check_bound(span, register);
                self.copy(span, dst, register);
            }
            Variable::Cell(cell) => self.emit(span, Op::load_cell, &[r(dst), r(cell)]),
            Variable::Global => {
                self.note_global(name);
                self.emit_site(span, Op::load_global, &[r(dst)], name);
            }
            Variable::Name => {
                self.note_global(name);
                self.emit_site(span, Op::load_name, &[r(dst)], name);
            }
            Variable::NamespaceOrCell(cell) => {
                let mapping = self.take();
                self.emit(span, Op::load_locals, &[r(mapping)]);
                let name = self.stored_constant(name);
                self.emit(span, Op::load_dict_or_cell, &[r(dst), r(mapping), r(cell), name as i32]);
                self.release(mapping);
            }
            Variable::ClassDictOrCell(cell) => {
                let mapping = self.load_classdict(span);
                let name = self.stored_constant(name);
                self.emit(span, Op::load_dict_or_cell, &[r(dst), r(mapping), r(cell), name as i32]);
                self.release(mapping);
            }
            Variable::ClassDictOrGlobal => {
                let mapping = self.load_classdict(span);
                self.emit_site(span, Op::load_dict_or_global, &[r(dst), r(mapping)], name);
                self.release(mapping);
            }
        }
    }

    /// The constant of the name under which `name` is stored.
    fn stored_constant(&mut self, name: Id<'a>) -> u32 {
        let stored = self.symbols.mangle(self.unit.scope, name);
        self.string_constant(&stored)
    }

    /// What looks at the caller's locals needs those that are unbound to be so.
    fn note_global(&mut self, name: Id<'a>) {
        if looks_at_locals(name) {
            self.unit.observes_locals = true;
        }
    }

    fn load_classdict(&mut self, span: Span) -> Reg {
        let mapping = self.take();
        if let Some(cell) = self.named_cell(&ident::CLASSDICT) {
            self.emit(span, Op::load_cell, &[r(mapping), r(cell)]);
        }
        mapping
    }

    /// `name = src`.
    pub fn store_name(&mut self, span: Span, name: Id<'a>, src: Reg) -> Done {
        self.forbid_assignment(span, name)?;
        match self.variable(name) {
            Variable::Local(register) => {
                self.copy(span, register, src);
                self.set_bound(register);
            }
            Variable::Cell(cell) | Variable::NamespaceOrCell(cell) | Variable::ClassDictOrCell(cell) => {
                self.emit(span, Op::store_cell, &[r(cell), r(src)]);
            }
            Variable::Global | Variable::ClassDictOrGlobal => {
                self.emit_site(span, Op::store_global, &[r(src)], name);
            }
            Variable::Name => self.emit_site(span, Op::store_name, &[r(src)], name),
        }
        Ok(())
    }

    /// `del name`.
    pub fn delete_name(&mut self, span: Span, name: Id<'a>) -> Done {
        if *name == ident::DEBUG {
            return fail("cannot delete __debug__", span);
        }
        match self.variable(name) {
            Variable::Local(register) => {
                if !self.is_bound(register) {
                    self.unit.unsure.set(register);
                }
                self.emit(span, Op::delete_local, &[r(register)]);
                self.unit.emitter.bound.unset(register);
                if self.unit.emitter.is_reachable() {
                    // A later read must find it UNBOUND, which `delete_local` sees to.
                    debug_assert!(!self.is_bound(register));
                }
            }
            Variable::Cell(cell) | Variable::NamespaceOrCell(cell) | Variable::ClassDictOrCell(cell) => {
                self.emit(span, Op::delete_cell, &[r(cell)]);
            }
            Variable::Global | Variable::ClassDictOrGlobal => {
                self.emit_site(span, Op::delete_global, &[], name);
            }
            Variable::Name => self.emit_site(span, Op::delete_name, &[], name),
        }
        Ok(())
    }

    pub fn forbid_assignment(&self, span: Span, name: Id<'_>) -> Done {
        if *name == ident::DEBUG {
            return fail("cannot assign to __debug__", span);
        }
        Ok(())
    }

    /// Whether the unit is a class body or module, whose names live in a mapping.
    pub fn has_namespace(&self) -> bool {
        matches!(self.unit.kind, UnitKind::Module | UnitKind::Class)
    }

    /// Where a handler or a loop starts: what is bound at its entry, less what may be deleted inside.
    pub fn forget_deletable(&mut self) {
        for index in 0..self.unit.deletable.len() {
            let register = self.unit.deletable[index];
            self.unit.emitter.bound.unset(register);
        }
    }

    /// Binds a label that a jump backwards will name: here the state is that of the entry.
    pub fn bind_loop(&mut self) -> Label {
        self.forget_deletable();
        let label = self.label();
        self.bind(label);
        label
    }
}
