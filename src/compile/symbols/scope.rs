//! The data: scopes, their symbols, and what `lower` asks of them. No pass lives here.
//!
//! INVARIANT: names in scopes are *mangled*; `Symbols::stored` and `Symbols::mangle` take names as written.

use crate::compile::symbols::quick::PairMap;
use crate::syntax::ast::NodeId;
use crate::syntax::literal::ident::{Ident, Idents, NameId};
use crate::syntax::span::Span;
use ahash::AHashSet;
use bumpalo::Bump;
use bumpalo::collections::Vec as List;
use std::borrow::Cow;

/// Index of a scope; 0 is the module. Parents have smaller indices than their children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub u32);

impl ScopeId {
    pub const MODULE: ScopeId = ScopeId(0);
}

/// Which of the scopes of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The body of a function, class, lambda or comprehension, the value of a type alias, the bound of a type parameter.
    Block,
    /// The scope around a generic function, class or type alias that holds its type parameters.
    TypeParams,
    /// The `__annotate__` of a function (its parameters and result) or of a class body.
    Annotations,
    /// The default of a type parameter.
    Default,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    ListComp,
    SetComp,
    DictComp,
    Generator,
    Annotation,
    TypeParams,
    TypeAlias,
    /// Bound, constraints or default of a type parameter.
    TypeVariable,
}

impl ScopeKind {
    /// Variables are registers or cells; a module's and a class body's live in a mapping.
    pub const fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    /// What CPython calls a function block: functions, lambdas and comprehensions.
    pub const fn is_function_block(self) -> bool {
        matches!(self, ScopeKind::Function | ScopeKind::Lambda) || self.is_comprehension()
    }

    pub const fn is_comprehension(self) -> bool {
        matches!(
            self,
            ScopeKind::ListComp | ScopeKind::SetComp | ScopeKind::DictComp | ScopeKind::Generator
        )
    }
}

/// What a name means in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// A register; in a module or class body an entry of the namespace.
    Local,
    /// A variable of this scope that inner scopes share. In a class body only `__class__`, `__classdict__` and
    /// `__conditional_annotations__` are.
    Cell,
    /// A cell of an enclosing scope. In a class body: `load_dict_or_cell`.
    Free,
    /// Declared by `global`.
    GlobalExplicit,
    /// Bound nowhere around: global or builtin. In a module or class body: the namespace, then global or builtin.
    GlobalImplicit,
}

/// How a name occurs in a scope: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u16);

impl Flags {
    pub const GLOBAL: u16 = 1;
    /// Assigned, or bound in another way, here.
    pub const LOCAL: u16 = 1 << 1;
    pub const PARAM: u16 = 1 << 2;
    pub const NONLOCAL: u16 = 1 << 3;
    pub const USE: u16 = 1 << 4;
    /// A free variable of an inner scope that this class body must pass on, whatever it binds itself.
    pub const FREE_CLASS: u16 = 1 << 5;
    pub const IMPORT: u16 = 1 << 6;
    pub const ANNOTATED: u16 = 1 << 7;
    /// Iteration variable of this comprehension.
    pub const COMP_ITER: u16 = 1 << 8;
    pub const TYPE_PARAM: u16 = 1 << 9;
    /// A cell because of an inlined comprehension.
    pub const COMP_CELL: u16 = 1 << 10;
    /// Stands here only because an inlined comprehension of this scope binds or uses it.
    pub const MERGED: u16 = 1 << 11;
    pub const BOUND: u16 = Flags::LOCAL | Flags::PARAM | Flags::IMPORT | Flags::TYPE_PARAM;

    pub const fn has(self, any: u16) -> bool {
        self.0 & any != 0
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    pub name: NameId,
    pub flags: Flags,
    pub resolution: Resolution,
    /// Where the name first occurs in the scope.
    pub span: Span,
}

/// Room that most scopes do with.
const SYMBOLS_FIRST: usize = 8;
const PARAMS_FIRST: usize = 4;

/// One scope.
#[derive(Debug)]
pub struct Scope<'a> {
    pub kind: ScopeKind,
    /// As CPython's `symtable` names it: `top`, the function's name, `lambda`, `listcomp`, `__annotate__` …
    pub name: &'a str,
    pub parent: Option<ScopeId>,
    pub span: Span,
    /// In source order; the scopes of inlined comprehensions stay here, theirs do not move up.
    pub children: List<'a, ScopeId>,
    /// In the order of first mention; parameters come first.
    pub symbols: List<'a, Symbol>,
    /// Parameters in register order: positional, keyword-only, `*args`, `**kwargs`. A comprehension's is `.0`.
    pub params: List<'a, NameId>,
    /// The class whose private names are mangled here.
    pub private: Option<&'a str>,
    /// Index into `Symbols::mangled_sets`: only these names are mangled (around a generic class).
    pub mangled_set: Option<u32>,
    /// The `__annotate__` of a module or class body, if anything is annotated.
    pub annotations: Option<ScopeId>,
    /// Some enclosing scope is function-like: code flag NESTED.
    pub nested: bool,
    /// Contains `yield`, or is a generator expression.
    pub generator: bool,
    /// `async def`, or a comprehension that awaits.
    pub coroutine: bool,
    pub varargs: bool,
    pub varkeywords: bool,
    /// A comprehension that runs in the frame of its parent (PEP 709).
    pub inlined: bool,
    /// Function, lambda or comprehension directly in a class body.
    pub method: bool,
    /// Class: some method needs the cell `__class__` (`super`, `__class__`).
    pub needs_class_closure: bool,
    /// Class: some annotation or type-parameter scope needs the cell `__classdict__`.
    pub needs_classdict: bool,
    /// Annotation-like scope directly in a class: names are looked up in `__classdict__` first.
    pub can_see_class_scope: bool,
    /// Class or module: the annotations that were reached are recorded in `__conditional_annotations__`.
    pub has_conditional_annotations: bool,
    /// Function annotations, class or module annotations: there is at least one.
    pub annotations_used: bool,
    /// An `import *` occurs (module only).
    pub import_star: bool,
    /// Names of the cells in CPython's order: sorted. A class has only the implicit `__class__`, `__classdict__` and
    /// `__conditional_annotations__`, in this order, which need not be among its symbols. Cells that an inlined comprehension
    /// binds are the comprehension's (`Symbols::isolated`), not its host's.
    pub cells: List<'a, NameId>,
    /// Names of the free variables in CPython's order (sorted).
    pub free: List<'a, NameId>,
}

impl<'a> Scope<'a> {
    /// A scope in which nothing occurs yet.
    pub fn new(arena: &'a Bump, kind: ScopeKind, name: &'a str, parent: Option<ScopeId>, span: Span) -> Scope<'a> {
        Scope {
            kind,
            name,
            parent,
            span,
            children: List::new_in(arena),
            symbols: List::with_capacity_in(SYMBOLS_FIRST, arena),
            params: List::with_capacity_in(PARAMS_FIRST, arena),
            private: None,
            mangled_set: None,
            annotations: None,
            nested: false,
            generator: false,
            coroutine: false,
            varargs: false,
            varkeywords: false,
            inlined: false,
            method: false,
            needs_class_closure: false,
            needs_classdict: false,
            can_see_class_scope: false,
            has_conditional_annotations: false,
            annotations_used: false,
            import_star: false,
            cells: List::new_in(arena),
            free: List::new_in(arena),
        }
    }
}

/// What a name means, as seen from inlined comprehensions too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// `Local` and `Cell`: the scope whose variable it is — the scope asked about, an inlined comprehension around it that binds
    /// the name, or the scope in whose frame that runs. Otherwise: the scope whose rules apply, so that in an inlined
    /// comprehension of a class body (the scope is then the comprehension) names skip the namespace of the class.
    /// The registers of free variables always belong to `Symbols::frame` of it.
    pub scope: ScopeId,
    pub name: NameId,
    pub resolution: Resolution,
}

/// All scopes of one source.
#[derive(Debug)]
pub struct Symbols<'a> {
    pub scopes: Vec<Scope<'a>>,
    /// All names of the source, mangled ones as well.
    pub idents: Idents<'a>,
    /// `from __future__ import annotations` is in force.
    pub future_annotations: bool,
    /// Future features named by the source itself, as CPython's code flags (CO_FUTURE_…).
    pub future_flags: u32,
    /// Positions in `Scope::symbols`, by scope and name.
    pub symbol_index: PairMap,
    pub mangled_sets: Vec<AHashSet<NameId>>,
    /// By node: the scopes of its parts Block, TypeParams or Default, Annotations.
    pub node_scopes: Vec<[Option<ScopeId>; 3]>,
}

impl<'a> Symbols<'a> {
    /// Nothing is known but the names.
    pub fn new(idents: Idents<'a>) -> Symbols<'a> {
        Symbols {
            scopes: Vec::new(),
            idents,
            future_annotations: false,
            future_flags: 0,
            symbol_index: PairMap::default(),
            mangled_sets: Vec::new(),
            node_scopes: Vec::new(),
        }
    }

    /// The scope of a part of a node, if the node has it. (A bound-less type parameter has no Block, …)
    pub fn find(&self, node: NodeId, part: Part) -> Option<ScopeId> {
        self.node_scopes[node.0 as usize][Symbols::slot(part)]
    }

    /// Where `node_scopes` holds a part.
    pub const fn slot(part: Part) -> usize {
        match part {
            Part::Block => 0,
            Part::TypeParams | Part::Default => 1,
            Part::Annotations => 2,
        }
    }

    pub fn scope(&self, id: ScopeId) -> &Scope<'a> {
        &self.scopes[id.0 as usize]
    }

    pub fn text(&self, name: NameId) -> &'a str {
        self.idents.text(name)
    }

    /// The symbol of a mangled name in exactly this scope.
    pub fn symbol(&self, scope: ScopeId, name: NameId) -> Option<&Symbol> {
        let index = self.symbol_index.get(scope.0, name.0)?;
        Some(&self.scope(scope).symbols[index as usize])
    }

    /// Names that an inlined comprehension binds itself: each needs a register of its own while the comprehension runs (made a
    /// cell at its start where the resolution is `Cell`), UNBOUND before and after.
    pub fn isolated(&self, comprehension: ScopeId) -> impl Iterator<Item = &Symbol> {
        let symbols = &self.scope(comprehension).symbols;
        symbols.iter().filter(|symbol| is_isolated(symbol))
    }

    /// The scope in whose frame the code of `scope` runs.
    pub fn frame(&self, mut scope: ScopeId) -> ScopeId {
        while let (true, Some(parent)) = (self.scope(scope).inlined, self.scope(scope).parent) {
            scope = parent;
        }
        scope
    }

    /// What a mangled name means in `scope`. `None` if it does not occur there.
    pub fn resolve_id(&self, mut scope: ScopeId, name: NameId) -> Option<Place> {
        let mut symbol = self.symbol(scope, name)?;
        while self.scope(scope).inlined && !is_isolated(symbol) {
            let parent = self.scope(scope).parent?;
            // CPYTHON: the variables of a class body are not seen by the comprehensions in it.
            if self.scope(parent).kind == ScopeKind::Class {
                break;
            }
            scope = parent;
            let outer = self.symbol(scope, name)?;
            // What the scope around does not mention itself may belong to another comprehension of it.
            if !outer.flags.has(Flags::MERGED) {
                symbol = outer;
            }
        }
        let resolution = symbol.resolution;
        Some(Place {
            scope,
            name,
            resolution,
        })
    }

    /// The name under which `name`, as written in `scope`, is stored: private names in classes are mangled.
    pub fn mangle<'n>(&self, scope: ScopeId, name: &'n Ident<'n>) -> Cow<'n, str> {
        if !name.is_private {
            return Cow::Borrowed(name.text);
        }
        let scope = self.scope(scope);
        let Some(class) = scope.private else {
            return Cow::Borrowed(name.text);
        };
        if let Some(set) = scope.mangled_set
            && !self.mangled_sets[set as usize].contains(&name.id)
        {
            return Cow::Borrowed(name.text);
        }
        mangled(class, name.text)
    }

    /// The number of the name under which `name` is stored; nothing if no scope has it.
    pub fn stored(&self, scope: ScopeId, name: &Ident<'_>) -> Option<NameId> {
        match name.is_private {
            false => Some(name.id),
            true => self.idents.known(&self.mangle(scope, name)).map(|ident| ident.id),
        }
    }
}

/// Bound by the comprehension itself (a target of `:=` belongs to the scope around).
fn is_isolated(symbol: &Symbol) -> bool {
    symbol.flags.has(Flags::LOCAL) && !symbol.flags.has(Flags::NONLOCAL | Flags::GLOBAL | Flags::MERGED)
}

/// `_Class__name` for a private name, else the name itself.
pub fn mangled<'n>(class: &str, name: &'n str) -> Cow<'n, str> {
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!("_{class}{name}"))
}
