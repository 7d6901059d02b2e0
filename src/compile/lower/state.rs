//! `Lower`: one pass over the tree of a source, with a stack of code objects under construction.
//!
//! Recursion is safe: every path but the spines of expressions and `elif` chains is bounded by the parser, and those are
//! walked in loops.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::isa::Op;
use crate::bytecode::names::Names;
use crate::compile::assemble;
use crate::compile::emitter::{Emitter, Item, Label, NO_SPAN, padded};
use crate::compile::options::{Options, Warning};
use crate::compile::register::{Bound, Layout, REGISTERS_MAX, Reg};
use crate::compile::symbols::quick::{PairMap, Quick};
use crate::compile::symbols::scope::{Resolution, Scope, ScopeId, Symbols};
use crate::syntax::error::SyntaxError;
use crate::syntax::literal::ident::{self, Id, NameId};
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use std::cell::Cell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::rc::Rc;

/// Errors are boxed: the good path moves one word.
pub type Done<T = ()> = Result<T, Box<SyntaxError>>;

/// What kind of code object is being made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    TypeParams,
    Annotations,
}

/// How a variable is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Variable {
    Local(Reg),
    Cell(Reg),
    /// A free variable that the namespace of the running class body may shadow.
    NamespaceOrCell(Reg),
    /// As seen from an annotation scope in a class: the class's namespace comes first.
    ClassDictOrCell(Reg),
    ClassDictOrGlobal,
    Global,
    Name,
}

/// Empty vectors whose memory serves from one source to the next: fresh pages cost more than what is done in them.
#[derive(Default)]
pub struct Memory {
    pub names: Names,
    pub scratch: assemble::Scratch,
    pub emitters: Vec<Emitter>,
}

/// More than these are given back after use, as are emitters of more instructions.
const EMITTERS_MAX: usize = 16;
const INSTRUCTIONS_MAX: usize = 8 << 10;
const NAMES_BYTES_MAX: usize = 1 << 20;

impl Memory {
    /// Takes what the units and the names are done with.
    pub fn keep(&mut self, units: Vec<Box<Unit<'_>>>, names: Names) {
        if names.capacity() <= NAMES_BYTES_MAX {
            self.names = names;
        }
        let emitters = units.into_iter().map(|unit| unit.emitter);
        let small = emitters.filter(|emitter| emitter.items.capacity() <= INSTRUCTIONS_MAX);
        let room = EMITTERS_MAX.saturating_sub(self.emitters.len());
        self.emitters.extend(small.take(room));
        if self.scratch.is_large(INSTRUCTIONS_MAX) {
            self.scratch = assemble::Scratch::default();
        }
    }
}

/// No scope.
pub const NOWHERE: ScopeId = ScopeId(u32::MAX);

/// Of an identifier that no code has named so far.
pub const UNNUMBERED: u32 = u32::MAX;

/// Of a symbol that has no register.
pub const NO_REGISTER: u32 = u32::MAX;

/// What must be undone when control leaves a statement before its end; innermost last.
pub enum Block<'a> {
    Loop {
        break_to: Label,
        continue_to: Label,
    },
    /// A range whose exceptions go to a handler.
    Cover(Cover),
    /// `try` with this `finally`, whose body must run on the way out.
    Finally {
        body: &'a [crate::syntax::ast::Stmt<'a>],
    },
    /// The handled exception was saved in this register.
    Handled {
        save: Reg,
    },
    /// `except … as name`.
    HandlerName {
        name: Id<'a>,
        span: Span,
    },
    /// `with`: the exit function is in this register.
    With {
        exit: Reg,
        is_async: bool,
        span: Span,
    },
    /// An `except*` clause: may not be left by break, continue, return.
    GroupHandler,
}

/// A range of instructions under construction; closed while it is being left.
#[derive(Clone, Copy)]
pub struct Cover {
    pub handler: Label,
    pub register: Reg,
    pub start: Option<u32>,
    pub depth: u32,
    /// It holds some instruction: the handler can be reached.
    pub is_used: bool,
}

/// One code object under construction.
pub struct Unit<'a> {
    pub kind: UnitKind,
    /// The scope of the code object, and that of the innermost inlined comprehension (or the same).
    pub frame: ScopeId,
    pub scope: ScopeId,
    /// Numbers of names, as those of locals are.
    pub name: u32,
    pub qualname: u32,
    pub first_line: u32,
    pub flags: u32,
    pub positional_only: u32,
    pub positional: u32,
    pub keyword_only: u32,
    pub params: u32,
    pub has_doc: bool,
    pub emitter: Emitter,
    pub locals: Vec<u32>,
    /// The registers of names that inlined comprehensions bind.
    pub isolated: Vec<(ScopeId, NameId, Reg)>,
    /// Locals that are cells, in rising order.
    pub cells: Vec<u32>,
    pub free: Vec<NameId>,
    /// Locals that are read where they may be unbound.
    pub unsure: Bound,
    /// Locals that some statement may unbind.
    pub deletable: Vec<Reg>,
    pub blocks: Vec<Block<'a>>,
    pub covers: u32,
    /// In a `finally` body, and there not in a loop: leaving it by a jump gets a warning.
    pub in_finally: bool,
    /// Some call may look at all locals (`locals()` and the like).
    pub observes_locals: bool,
    /// Class body: attributes that methods assign to their first parameter.
    pub static_attributes: Vec<Id<'a>>,
    /// Names and spans of the deferred annotations of a module or class body.
    pub annotations: Vec<DeferredAnnotation<'a>>,
}

/// An annotated name of a module or class body, evaluated by its `__annotate__`.
#[derive(Clone, Copy)]
pub struct DeferredAnnotation<'a> {
    pub name: Id<'a>,
    pub annotation: &'a crate::syntax::ast::Expr<'a>,
    pub span: Span,
    /// Its number in `__conditional_annotations__`.
    pub index: Option<u32>,
}

pub struct Lower<'a> {
    pub source: &'a Source,
    pub symbols: &'a Symbols<'a>,
    pub options: &'a Options,
    pub unit: Box<Unit<'a>>,
    pub outer: Vec<Box<Unit<'a>>>,
    /// The registers of names: by the place of their symbols among those of all scopes, which begin at `symbol_bases`; or by scope
    /// and name, where a scope has no such symbol.
    pub registers: Vec<u32>,
    pub symbol_bases: Vec<u32>,
    pub other_registers: PairMap,
    pub free_registers: PairMap,
    /// Offsets of every `:=` in the source: whether an expression may rebind a local is a search here.
    pub walrus: Vec<u32>,
    pub warnings: Vec<Warning>,
    pub filename: Rc<str>,
    /// The names of all code.
    pub names: Names,
    /// By identifier: its number among them, or `UNNUMBERED`.
    pub numbers: Vec<u32>,
    /// The numbers of names that are none of the source, such as mangled attributes.
    pub other_names: HashMap<String, u32, BuildHasherDefault<Quick>>,
    /// Emptied units of finished code objects, for the next ones.
    pub spare: Vec<Box<Unit<'a>>>,
    pub memory: Memory,
    pub prologue: Vec<Item>,
    /// The chains of operators, attributes, subscripts and calls under way.
    pub links: Vec<&'a crate::syntax::ast::Expr<'a>>,
    /// By name: what it was last found to mean, and in which scope.
    pub resolved: Vec<Cell<(ScopeId, Variable)>>,
    /// Statements in interactive mode print their values.
    pub interactive: bool,
}

impl<'a> Unit<'a> {
    /// Of a module, unless said otherwise.
    pub fn blank() -> Unit<'a> {
        Unit {
            kind: UnitKind::Module,
            frame: ScopeId::MODULE,
            scope: ScopeId::MODULE,
            name: 0,
            qualname: 0,
            first_line: 1,
            flags: 0,
            positional_only: 0,
            positional: 0,
            keyword_only: 0,
            params: 0,
            has_doc: false,
            emitter: Emitter::default(),
            locals: Vec::new(),
            isolated: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            unsure: Bound::nothing(),
            deletable: Vec::new(),
            blocks: Vec::new(),
            covers: 0,
            in_finally: false,
            observes_locals: false,
            static_attributes: Vec::new(),
            annotations: Vec::new(),
        }
    }

    /// Empties it for the next code object; its memory stays.
    fn reset(&mut self) {
        (self.flags, self.params, self.covers) = (0, 0, 0);
        (self.positional_only, self.positional, self.keyword_only) = (0, 0, 0);
        (self.has_doc, self.in_finally, self.observes_locals) = (false, false, false);
        self.emitter.reset();
        self.locals.clear();
        self.isolated.clear();
        self.cells.clear();
        self.free.clear();
        self.unsure = Bound::nothing();
        self.deletable.clear();
        self.blocks.clear();
        self.static_attributes.clear();
        self.annotations.clear();
    }

    pub fn is_function_like(&self) -> bool {
        !matches!(self.kind, UnitKind::Module | UnitKind::Class)
    }
}

/// The operand of a register.
pub const fn r(register: Reg) -> i32 {
    register.0 as i32
}

impl<'a> Lower<'a> {
    pub fn scope(&self) -> &'a Scope<'a> {
        self.symbols.scope(self.unit.frame)
    }

    /// An empty unit, with memory of those before.
    pub fn blank(&mut self) -> Box<Unit<'a>> {
        self.spare.pop().unwrap_or_else(|| {
            let emitter = self.memory.emitters.pop().unwrap_or_default();
            Box::new(Unit {
                emitter,
                ..Unit::blank()
            })
        })
    }

    /// Starts a code object and makes it the current one.
    pub fn enter(&mut self, kind: UnitKind, frame: ScopeId, name: &str, first_line: u32) {
        let mut unit = self.blank();
        (unit.kind, unit.frame, unit.scope) = (kind, frame, frame);
        unit.name = self.names.add(name);
        unit.qualname = self.qualname(kind, name, unit.name);
        unit.first_line = first_line;
        let scope = self.symbols.scope(frame);
        unit.flags = scope_flags(scope, unit.is_function_like());
        if self.symbols.future_annotations {
            unit.flags |= Flags::FUTURE_ANNOTATIONS;
        }
        unit.emitter.fuses = self.fuses();
        self.declare_variables(scope, &mut unit);
        let outer = std::mem::replace(&mut self.unit, unit);
        self.outer.push(outer);
    }

    /// Gives the variables of a frame their registers: parameters, then other locals and cells, then free variables.
    pub fn declare_variables(&mut self, scope: &Scope<'a>, unit: &mut Unit<'a>) {
        use crate::compile::symbols::scope::Flags as Use;
        for &name in &scope.params {
            let register = Reg::local(unit.locals.len() as u32);
            // CPYTHON: the parameter of an annotate function is shown without its dot.
            let shown = match name == ident::FORMAT_PARAMETER.id {
                true => self.shared("format"),
                false => self.name_of(name),
            };
            unit.locals.push(shown);
            unit.emitter.bound.set(register);
        }
        unit.params = scope.params.len() as u32;
        let implicit = match unit.is_function_like() {
            true => Variable::Global,
            false => Variable::Name,
        };
        let base = self.symbol_bases[unit.frame.0 as usize] as usize;
        for (index, symbol) in scope.symbols.iter().enumerate() {
            if symbol.flags.has(Use::MERGED) {
                continue;
            }
            let variable = match symbol.resolution {
                Resolution::Local if !unit.is_function_like() && scope.cells.is_empty() => implicit,
                Resolution::Local if !unit.is_function_like() => continue,
                Resolution::Local | Resolution::Cell => {
                    // Parameters come first, mostly in their order.
                    let place = match scope.params.get(index) {
                        Some(&name) if name == symbol.name => Some(index),
                        _ if symbol.flags.has(Use::PARAM) => scope.params.iter().position(|&name| name == symbol.name),
                        _ => None,
                    };
                    let register = match place {
                        Some(index) => Reg::local(index as u32),
                        None => self.new_local(unit, symbol.name),
                    };
                    self.registers[base + index] = register.0;
                    if symbol.resolution == Resolution::Cell {
                        unit.cells.push(register.0);
                        Variable::Cell(register)
                    } else {
                        Variable::Local(register)
                    }
                }
                Resolution::GlobalExplicit => Variable::Global,
                Resolution::GlobalImplicit if !scope.can_see_class_scope => implicit,
                _ => continue,
            };
            // What `variable` would find out by looks into tables.
            self.resolved[symbol.name.0 as usize].set((unit.frame, variable));
        }
        // A class body's implicit cells may have no symbol.
        for &name in &scope.cells {
            if self
                .symbols
                .symbol(unit.frame, name)
                .is_none_or(|symbol| symbol.resolution != Resolution::Cell || symbol.flags.has(Use::MERGED))
            {
                let register = self.new_local(unit, name);
                self.set_register(unit.frame, name, register);
                unit.cells.push(register.0);
            }
        }
        unit.free.clear();
        unit.free.extend_from_slice(&scope.free);
        for (index, &name) in scope.free.iter().enumerate() {
            self.free_registers
                .insert(unit.frame.0, name.0, Reg::free(index as u32).0);
        }
    }

    /// Gives a variable of a frame the next register.
    fn new_local(&mut self, unit: &mut Unit<'a>, name: NameId) -> Reg {
        let register = Reg::local(unit.locals.len() as u32);
        unit.locals.push(self.name_of(name));
        register
    }

    /// Where `registers` has that of a name, if the scope has a symbol of it.
    fn register_place(&self, scope: ScopeId, name: NameId) -> Option<usize> {
        let index = self.symbols.symbol_index.get(scope.0, name.0)?;
        Some((self.symbol_bases[scope.0 as usize] + index) as usize)
    }

    pub fn set_register(&mut self, scope: ScopeId, name: NameId, register: Reg) {
        match self.register_place(scope, name) {
            Some(place) => self.registers[place] = register.0,
            None => self.other_registers.insert(scope.0, name.0, register.0),
        }
    }

    pub fn register_of(&self, scope: ScopeId, name: NameId) -> Option<Reg> {
        let register = match self.register_place(scope, name) {
            Some(place) => Some(self.registers[place]).filter(|&register| register != NO_REGISTER),
            None => self.other_registers.get(scope.0, name.0),
        };
        register.map(Reg)
    }

    /// Finishes the current code object and goes back to the one around it.
    pub fn leave(&mut self) -> Done<CodeData> {
        let outer = self.outer.pop().expect("leave matches an enter");
        let unit = std::mem::replace(&mut self.unit, outer);
        self.finish(unit)
    }

    pub fn finish(&mut self, mut unit: Box<Unit<'a>>) -> Done<CodeData> {
        debug_assert!(!unit.emitter.is_reachable(), "code ends by returning");
        let layout = Layout {
            locals: unit.locals.len() as u32,
            free: unit.free.len() as u32,
            temporaries: unit.emitter.temporaries.highest(),
        };
        if layout.total() >= REGISTERS_MAX {
            let name = self.names.text(unit.name);
            let text = format!("too many variables and temporaries in {name}");
            return Err(Box::new(SyntaxError::without_span(text, None)));
        }
        prologue(&unit, &mut self.prologue);
        let (scratch, prologue) = (&mut self.memory.scratch, &self.prologue);
        let (names, emitter, line) = (&mut self.names, &unit.emitter, unit.first_line);
        let made = assemble::assemble(scratch, names, self.source, emitter, prologue, &layout, line);
        // What stays is no larger than needed; the larger vectors serve the next code object.
        let free: Vec<u32> = unit.free.iter().map(|&name| self.name_of(name)).collect();
        let code = CodeData {
            name: self.names.name(unit.name),
            qualname: self.names.name(unit.qualname),
            filename: self.filename.clone(),
            first_line: unit.first_line,
            flags: Flags(unit.flags),
            positional_only: unit.positional_only,
            positional: unit.positional,
            keyword_only: unit.keyword_only,
            registers: layout.total(),
            locals: self.names.list(&unit.locals),
            cells: unit.cells.as_slice().into(),
            free: self.names.list(&free),
            free_first: layout.locals,
            constants: unit.emitter.pool.take(),
            sites: self.names.list(&unit.emitter.sites),
            bytes: made.bytes,
            cover: made.cover,
            lines: made.lines,
            has_doc: unit.has_doc,
        };
        unit.reset();
        self.spare.push(unit);
        Ok(code)
    }

    #[inline]
    pub fn emit<const N: usize>(&mut self, span: Span, op: Op, operands: &[i32; N]) {
        self.unit.emitter.span = span;
        self.unit.emitter.emit(op, operands);
    }

    #[inline]
    pub fn emit_jump<const N: usize>(&mut self, span: Span, op: Op, operands: &[i32; N], label: Label) {
        self.unit.emitter.span = span;
        self.unit.emitter.emit_jump(op, operands, label);
    }

    /// The number of an identifier among the names of all code of this source.
    #[inline(always)] // PERF: perf/0026-compile-again.md
    pub fn name_of(&mut self, id: NameId) -> u32 {
        match self.numbers[id.0 as usize] {
            UNNUMBERED => self.new_name(id),
            number => number,
        }
    }

    #[inline(never)]
    fn new_name(&mut self, id: NameId) -> u32 {
        let number = self.names.add(self.symbols.text(id));
        self.numbers[id.0 as usize] = number;
        number
    }

    /// The same for any text.
    fn shared(&mut self, name: &str) -> u32 {
        if let Some(&known) = self.other_names.get(name) {
            return known;
        }
        let number = self.names.add(name);
        self.other_names.insert(name.to_string(), number);
        number
    }

    /// Emits an instruction whose last operand is the site of `name`, as it is stored in the current scope.
    #[inline]
    pub fn emit_site<const N: usize>(&mut self, span: Span, op: Op, operands: &[i32; N], name: Id<'a>) {
        debug_assert_eq!(op.row().operands.len(), N + 1, "{}", op.row().name);
        let mut all = padded(operands);
        if self.unit.emitter.is_reachable() {
            all[N] = self.site(name);
        }
        self.unit.emitter.span = span;
        self.unit.emitter.emit_padded(op, all);
    }

    /// A new site of `name`, as it is stored in the current scope.
    #[inline(never)]
    fn site(&mut self, name: Id<'a>) -> i32 {
        let stored = match name.is_private {
            false => self.name_of(name.id),
            true => {
                let mangled = self.symbols.mangle(self.unit.scope, name);
                self.shared(&mangled)
            }
        };
        self.unit.emitter.site(stored)
    }

    pub fn copy(&mut self, span: Span, dst: Reg, src: Reg) {
        self.emit(span, Op::copy, &[r(dst), r(src)]);
    }

    pub fn label(&mut self) -> Label {
        self.unit.emitter.label()
    }

    pub fn bind(&mut self, label: Label) {
        self.unit.emitter.bind(label);
    }

    pub fn take(&mut self) -> Reg {
        self.unit.emitter.temporaries.take()
    }

    pub fn take_many(&mut self, n: u32) -> Reg {
        self.unit.emitter.temporaries.take_many(n)
    }

    pub fn top(&self) -> Reg {
        self.unit.emitter.temporaries.top()
    }

    pub fn release(&mut self, mark: Reg) {
        self.unit.emitter.temporaries.release(mark);
    }

    pub fn is_top(&self, register: Reg) -> bool {
        self.unit.emitter.temporaries.is_top(register)
    }

    /// The index of a constant.
    pub fn constant(&mut self, constant: Constant) -> u32 {
        self.unit.emitter.pool.place(constant, &mut self.names)
    }

    pub fn string_constant(&mut self, text: &str) -> u32 {
        self.unit.emitter.pool.place_of_text(text.as_bytes(), &mut self.names)
    }

    /// A tuple of strings.
    pub fn strings_constant<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t [u8]> + Clone) -> u32 {
        self.unit.emitter.pool.place_of_texts(texts, &mut self.names)
    }

    pub fn load_constant(&mut self, span: Span, dst: Reg, constant: Constant) {
        if let Constant::Int(value) = constant
            && let Ok(value) = i16::try_from(value)
        {
            return self.emit(span, Op::load_int, &[r(dst), i32::from(value)]);
        }
        if !self.unit.emitter.is_reachable() {
            return;
        }
        let index = self.constant(constant);
        self.load_constant_at(span, dst, index);
    }

    pub fn load_constant_at(&mut self, span: Span, dst: Reg, index: u32) {
        let op = if index <= 0xFFFF {
            Op::load_const
        } else {
            Op::load_const_far
        };
        self.emit(span, op, &[r(dst), index as i32]);
    }

    pub fn load_string(&mut self, span: Span, dst: Reg, text: &str) {
        self.load_text(span, dst, text.as_bytes());
    }

    pub fn load_text(&mut self, span: Span, dst: Reg, text: &[u8]) {
        if self.unit.emitter.is_reachable() {
            let index = self.unit.emitter.pool.place_of_text(text, &mut self.names);
            self.load_constant_at(span, dst, index);
        }
    }

    pub fn load_none(&mut self, span: Span, dst: Reg) {
        self.load_constant(span, dst, Constant::None);
    }

    /// Whether instructions may do the work of several.
    pub fn fuses(&self) -> bool {
        !self.options.no_superinstructions
    }

    pub fn return_none(&mut self, span: Span) {
        if self.unit.emitter.is_reachable() {
            let index = self.constant(Constant::None);
            if index <= 0xFFFF && self.fuses() {
                self.emit(span, Op::return_const, &[index as i32]);
            } else {
                let register = self.take();
                self.load_constant_at(span, register, index);
                self.emit(span, Op::return_value, &[r(register)]);
                self.release(register);
            }
        }
    }

    /// Makes `n` registers UNBOUND.
    pub fn clear(&mut self, span: Span, first: Reg, n: u32) {
        self.emit(span, Op::clear, &[r(first), n as i32]);
    }

    /// Whether the source between the two offsets may rebind a local.
    pub fn may_rebind(&self, start: u32, end: u32) -> bool {
        let index = self.walrus.partition_point(|&at| at < start);
        self.walrus.get(index).is_some_and(|&at| at < end)
    }

    pub fn line(&self, offset: u32) -> u32 {
        self.source.position(offset).0
    }

    /// Whether no line ends between the two offsets.
    pub fn is_one_line(&self, start: u32, end: u32) -> bool {
        let next = self.source.line_starts.get(self.source.line_index(start) + 1);
        next.is_none_or(|&next| end <= next)
    }

    pub fn warn(&mut self, span: Span, message: &str) {
        if self
            .warnings
            .iter()
            .any(|warning| warning.span == span && warning.message == message)
        {
            return;
        }
        self.warnings.push(Warning {
            span,
            message: message.to_string(),
        });
    }
}

pub fn fail<T>(message: impl Into<String>, span: Span) -> Done<T> {
    Err(Box::new(SyntaxError::new(message, span)))
}

/// The code flags that a scope implies.
fn scope_flags(scope: &Scope, is_function_like: bool) -> u32 {
    let mut flags = 0;
    if is_function_like {
        flags |= Flags::OPTIMIZED;
        if scope.nested {
            flags |= Flags::NESTED;
        }
        flags |= match (scope.generator, scope.coroutine) {
            (true, true) => Flags::ASYNC_GENERATOR,
            (true, false) => Flags::GENERATOR,
            (false, true) => Flags::COROUTINE,
            (false, false) => 0,
        };
        if scope.varargs {
            flags |= Flags::VARARGS;
        }
        if scope.varkeywords {
            flags |= Flags::VARKEYWORDS;
        }
    }
    if scope.method {
        flags |= Flags::METHOD;
    }
    flags
}

/// What runs before the body: cells, unbound locals, the generator object.
fn prologue(unit: &Unit, prologue: &mut Vec<Item>) {
    prologue.clear();
    if !unit.free.is_empty() {
        prologue.push(at_start(Op::copy_free, &[r(Reg::free(0)), unit.free.len() as i32]));
    }
    let mut unbound = unit.unsure.clone();
    for index in unit.params..unit.locals.len() as u32 {
        if unit.cells.binary_search(&index).is_ok() || unit.observes_locals {
            unbound.set(Reg::local(index));
        }
    }
    let mut index = unit.params;
    let count = unit.locals.len() as u32;
    while index < count {
        let first = index;
        while index < count && unbound.has(Reg::local(index)) {
            index += 1;
        }
        if index > first {
            prologue.push(at_start(Op::clear, &[first as i32, (index - first) as i32]));
        }
        index += 1;
    }
    for &cell in &unit.cells {
        prologue.push(at_start(Op::make_cell, &[cell as i32]));
    }
    if unit.flags & (Flags::GENERATOR | Flags::COROUTINE | Flags::ASYNC_GENERATOR) != 0 {
        prologue.push(at_start(Op::make_generator, &[]));
    }
}

/// An instruction of the prologue.
fn at_start<const N: usize>(op: Op, operands: &[i32; N]) -> Item {
    Item {
        op,
        operands: padded(operands),
        span: NO_SPAN,
    }
}
