//! The syntax tree: node kinds and fields of CPython 3.14's `Python.asdl`, in one bump arena, all `Copy` and without `Drop`.
//!
//! Differences, each derivable mechanically: `Dict` and `Compare` hold pairs in place of two parallel lists, constants are
//! literals and not objects, `type_comment` is always absent.
//!
//! INVARIANT: depth. Only `Expr::spine` children (the left operand of an operator, the object of an attribute, call or
//! subscript) and a lone `If` in the `orelse` of an `If` may nest without limit: a pass walks those in a loop. Any other path
//! from the root is bounded by `parser::state::DEPTH_MAX` (and brackets by 200, blocks by 100): a recursive pass is safe there.

use crate::syntax::literal::ident::{Id, Idents};
use crate::syntax::span::Span;

/// Index of a node that opens a scope: dense, below `Module::node_count`, in the order in which the parser met the nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// What a whole source is.
#[derive(Debug)]
pub struct Module<'a> {
    pub body: Body<'a>,
    /// One more than the largest `NodeId`.
    pub node_count: u32,
    /// What CPython's tokeniser and parser warn of, in source order.
    pub warnings: &'a [Warning<'a>],
    /// Those of the tree, and those that every source has.
    pub idents: Idents<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    Module(&'a [Stmt<'a>]),
    Interactive(&'a [Stmt<'a>]),
    Expression(&'a Expr<'a>),
    FunctionType {
        argtypes: &'a [&'a Expr<'a>],
        returns: &'a Expr<'a>,
    },
}

/// A `SyntaxWarning` of the parser.
#[derive(Clone, Copy, Debug)]
pub struct Warning<'a> {
    pub span: Span,
    pub message: &'a str,
}

#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub span: Span,
    pub kind: StmtKind<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    FunctionDef(&'a FunctionDef<'a>),
    AsyncFunctionDef(&'a FunctionDef<'a>),
    ClassDef(&'a ClassDef<'a>),
    Return {
        value: Option<&'a Expr<'a>>,
    },
    Delete {
        targets: &'a [&'a Expr<'a>],
    },
    Assign {
        targets: &'a [&'a Expr<'a>],
        value: &'a Expr<'a>,
    },
    TypeAlias(&'a TypeAlias<'a>),
    AugAssign {
        target: &'a Expr<'a>,
        op: Operator,
        value: &'a Expr<'a>,
    },
    AnnAssign {
        target: &'a Expr<'a>,
        annotation: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        /// The target is a name without parentheses.
        simple: bool,
    },
    For(&'a For<'a>),
    AsyncFor(&'a For<'a>),
    While(&'a While<'a>),
    If(&'a If<'a>),
    With(&'a With<'a>),
    AsyncWith(&'a With<'a>),
    Match(&'a Match<'a>),
    Raise {
        exc: Option<&'a Expr<'a>>,
        cause: Option<&'a Expr<'a>>,
    },
    Try(&'a Try<'a>),
    TryStar(&'a Try<'a>),
    Assert {
        test: &'a Expr<'a>,
        msg: Option<&'a Expr<'a>>,
    },
    Import {
        names: &'a [Alias<'a>],
    },
    ImportFrom(&'a ImportFrom<'a>),
    Global {
        names: &'a [Id<'a>],
    },
    Nonlocal {
        names: &'a [Id<'a>],
    },
    Expr {
        value: &'a Expr<'a>,
    },
    Pass,
    Break,
    Continue,
}

/// The span of the statement starts at `def` or `async`; decorators stand before it.
#[derive(Clone, Copy, Debug)]
pub struct FunctionDef<'a> {
    pub node: NodeId,
    pub name: Id<'a>,
    pub args: &'a Arguments<'a>,
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [&'a Expr<'a>],
    pub returns: Option<&'a Expr<'a>>,
    pub type_params: &'a [TypeParam<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct ClassDef<'a> {
    pub node: NodeId,
    pub name: Id<'a>,
    pub bases: &'a [&'a Expr<'a>],
    pub keywords: &'a [Keyword<'a>],
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [&'a Expr<'a>],
    pub type_params: &'a [TypeParam<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct TypeAlias<'a> {
    pub node: NodeId,
    /// Always a `Name` with `Store`.
    pub name: &'a Expr<'a>,
    pub type_params: &'a [TypeParam<'a>],
    pub value: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct While<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

/// An `elif` is an `orelse` of one `If` whose span starts at `elif`.
#[derive(Clone, Copy, Debug)]
pub struct If<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct With<'a> {
    pub items: &'a [WithItem<'a>],
    pub body: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct WithItem<'a> {
    pub context_expr: &'a Expr<'a>,
    pub optional_vars: Option<&'a Expr<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    pub subject: &'a Expr<'a>,
    pub cases: &'a [MatchCase<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct MatchCase<'a> {
    pub pattern: &'a Pattern<'a>,
    pub guard: Option<&'a Expr<'a>>,
    pub body: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    pub body: &'a [Stmt<'a>],
    pub handlers: &'a [ExceptHandler<'a>],
    pub orelse: &'a [Stmt<'a>],
    pub finalbody: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct ExceptHandler<'a> {
    pub span: Span,
    /// CPython's `type`.
    pub class: Option<&'a Expr<'a>>,
    pub name: Option<Id<'a>>,
    pub body: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct ImportFrom<'a> {
    pub module: Option<&'a str>,
    pub names: &'a [Alias<'a>],
    pub level: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Alias<'a> {
    pub span: Span,
    /// Dotted in `import a.b`; `*` in `from m import *`.
    pub name: &'a str,
    pub asname: Option<Id<'a>>,
    /// The name that is bound, if one is: `asname`, or the first part of `name`.
    pub bound: Option<Id<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub span: Span,
    pub kind: ExprKind<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    BoolOp {
        op: BoolOp,
        values: &'a [&'a Expr<'a>],
    },
    /// The target is always a `Name`.
    NamedExpr {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    BinOp {
        left: &'a Expr<'a>,
        op: Operator,
        right: &'a Expr<'a>,
    },
    UnaryOp {
        op: UnaryOp,
        operand: &'a Expr<'a>,
    },
    Lambda {
        node: NodeId,
        args: &'a Arguments<'a>,
        body: &'a Expr<'a>,
    },
    IfExp {
        test: &'a Expr<'a>,
        body: &'a Expr<'a>,
        orelse: &'a Expr<'a>,
    },
    Dict {
        items: &'a [DictItem<'a>],
    },
    Set {
        elts: &'a [&'a Expr<'a>],
    },
    ListComp {
        node: NodeId,
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    SetComp {
        node: NodeId,
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    DictComp(&'a DictComp<'a>),
    GeneratorExp {
        node: NodeId,
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    Await {
        value: &'a Expr<'a>,
    },
    Yield {
        value: Option<&'a Expr<'a>>,
    },
    YieldFrom {
        value: &'a Expr<'a>,
    },
    Compare {
        left: &'a Expr<'a>,
        /// CPython's `ops` and `comparators`.
        rest: &'a [Comparison<'a>],
    },
    Call(&'a Call<'a>),
    /// Only in the `values` of a `JoinedStr`.
    FormattedValue {
        value: &'a Expr<'a>,
        conversion: Conversion,
        /// A `JoinedStr`.
        format_spec: Option<&'a Expr<'a>>,
    },
    /// Only in the `values` of a `TemplateStr`.
    Interpolation(&'a Interpolation<'a>),
    JoinedStr {
        values: &'a [&'a Expr<'a>],
    },
    TemplateStr {
        values: &'a [&'a Expr<'a>],
    },
    Constant {
        value: Constant<'a>,
        /// CPython's `kind == 'u'`: a string with the prefix `u`.
        is_u: bool,
    },
    Attribute {
        value: &'a Expr<'a>,
        attr: Id<'a>,
        ctx: Context,
    },
    Subscript {
        value: &'a Expr<'a>,
        slice: &'a Expr<'a>,
        ctx: Context,
    },
    Starred {
        value: &'a Expr<'a>,
        ctx: Context,
    },
    Name {
        id: Id<'a>,
        ctx: Context,
    },
    List {
        elts: &'a [&'a Expr<'a>],
        ctx: Context,
    },
    Tuple {
        elts: &'a [&'a Expr<'a>],
        ctx: Context,
    },
    /// Only as the `slice` of a `Subscript`, or inside its `Tuple`.
    Slice {
        lower: Option<&'a Expr<'a>>,
        upper: Option<&'a Expr<'a>>,
        step: Option<&'a Expr<'a>>,
    },
}

impl<'a> Expr<'a> {
    /// The child by which trees may be arbitrarily deep: walk it in a loop, never by recursion.
    pub fn spine(&self) -> Option<&'a Expr<'a>> {
        match self.kind {
            ExprKind::BinOp { left, .. } => Some(left),
            ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => Some(value),
            ExprKind::Call(call) => Some(call.func),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct DictItem<'a> {
    /// Absent in `{**value}`.
    pub key: Option<&'a Expr<'a>>,
    pub value: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct DictComp<'a> {
    pub node: NodeId,
    pub key: &'a Expr<'a>,
    pub value: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Comprehension<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub ifs: &'a [&'a Expr<'a>],
    pub is_async: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    pub op: CmpOp,
    pub right: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    pub func: &'a Expr<'a>,
    /// Positional arguments and `*iterables`, in source order.
    pub args: &'a [&'a Expr<'a>],
    /// Keyword arguments and `**mappings`, in source order.
    pub keywords: &'a [Keyword<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Keyword<'a> {
    pub span: Span,
    /// Absent in `**value`.
    pub arg: Option<Id<'a>>,
    pub value: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Interpolation<'a> {
    pub value: &'a Expr<'a>,
    /// CPython's `str`: the source text of the expression.
    pub text: &'a str,
    pub conversion: Conversion,
    /// A `JoinedStr`.
    pub format_spec: Option<&'a Expr<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

impl Conversion {
    /// The number in CPython's tree.
    pub const fn code(self) -> i32 {
        match self {
            Conversion::None => -1,
            Conversion::Str => b's' as i32,
            Conversion::Repr => b'r' as i32,
            Conversion::Ascii => b'a' as i32,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Constant<'a> {
    None,
    True,
    False,
    Ellipsis,
    /// Never negative.
    Int(i64),
    /// Digits of `radix` (2, 8, 10 or 16) without prefix and underscores, of a value above `i64::MAX`.
    BigInt {
        radix: u32,
        digits: &'a str,
    },
    Float(f64),
    /// The imaginary part of a complex literal.
    Imaginary(f64),
    /// WTF-8: UTF-8 in which lone surrogates are allowed.
    Str(&'a [u8]),
    Bytes(&'a [u8]),
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Arguments<'a> {
    pub posonlyargs: &'a [Arg<'a>],
    pub args: &'a [Arg<'a>],
    pub vararg: Option<&'a Arg<'a>>,
    pub kwonlyargs: &'a [Arg<'a>],
    /// As long as `kwonlyargs`.
    pub kw_defaults: &'a [Option<&'a Expr<'a>>],
    pub kwarg: Option<&'a Arg<'a>>,
    /// Of the last `posonlyargs` and `args`.
    pub defaults: &'a [&'a Expr<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Arg<'a> {
    pub span: Span,
    pub arg: Id<'a>,
    /// A `Starred` only for `*args: *annotation`.
    pub annotation: Option<&'a Expr<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct TypeParam<'a> {
    pub span: Span,
    pub node: NodeId,
    pub name: Id<'a>,
    pub kind: TypeParamKind<'a>,
    /// CPython's `default_value`; a `Starred` is possible for a `TypeVarTuple`.
    pub default_value: Option<&'a Expr<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub enum TypeParamKind<'a> {
    TypeVar { bound: Option<&'a Expr<'a>> },
    ParamSpec,
    TypeVarTuple,
}

#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub span: Span,
    pub kind: PatternKind<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum PatternKind<'a> {
    MatchValue {
        value: &'a Expr<'a>,
    },
    /// `None`, `True` or `False`.
    MatchSingleton {
        value: Constant<'a>,
    },
    MatchSequence {
        patterns: &'a [&'a Pattern<'a>],
    },
    MatchMapping(&'a MatchMapping<'a>),
    MatchClass(&'a MatchClass<'a>),
    MatchStar {
        name: Option<Id<'a>>,
    },
    /// `_` when both are absent, a capture when only `name` is there.
    MatchAs {
        pattern: Option<&'a Pattern<'a>>,
        name: Option<Id<'a>>,
    },
    MatchOr {
        patterns: &'a [&'a Pattern<'a>],
    },
}

#[derive(Clone, Copy, Debug)]
pub struct MatchMapping<'a> {
    pub keys: &'a [&'a Expr<'a>],
    /// As long as `keys`.
    pub patterns: &'a [&'a Pattern<'a>],
    pub rest: Option<Id<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct MatchClass<'a> {
    pub cls: &'a Expr<'a>,
    pub patterns: &'a [&'a Pattern<'a>],
    pub kwd_attrs: &'a [Id<'a>],
    /// As long as `kwd_attrs`.
    pub kwd_patterns: &'a [&'a Pattern<'a>],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    Load,
    Store,
    Del,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

const _: () = assert!(size_of::<Expr>() <= 40);
const _: () = assert!(size_of::<Stmt>() <= 40);
