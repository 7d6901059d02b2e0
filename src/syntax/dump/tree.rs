//! Every node with its fields, in the order of `Python.asdl`.

use crate::syntax::ast::{
    Alias, Arg, Arguments, Body, BoolOp, ClassDef, CmpOp, Comprehension, Context, ExceptHandler, Expr, ExprKind,
    FunctionDef, Keyword, MatchCase, Module, Operator, Pattern, PatternKind, Stmt, StmtKind, TypeParam, TypeParamKind,
    UnaryOp,
};
use crate::syntax::dump::writer::{Item, Writer};
use crate::syntax::literal::ident::Id;
use crate::syntax::source::Source;

/// The tree as text, in one line without a newline.
pub fn dump<'a>(source: &'a Source, module: &Module<'a>) -> String {
    walk(source, module, Writer::write_plain).out
}

/// Gives the text of the tree piece by piece to `plain`: names, punctuation, and values that are not text yet.
pub fn walk<'a>(
    source: &'a Source,
    module: &Module<'a>,
    mut plain: impl FnMut(&mut Writer<'a>, Item<'a>),
) -> Writer<'a> {
    let mut writer = Writer::new(source);
    match module.body {
        Body::Module(body) => {
            writer.open("Module");
            writer.stmts("body", body);
        }
        Body::Interactive(body) => {
            writer.open("Interactive");
            writer.stmts("body", body);
        }
        Body::Expression(body) => {
            writer.open("Expression");
            writer.expr("body", body);
        }
        Body::FunctionType { argtypes, returns } => {
            writer.open("FunctionType");
            writer.exprs("argtypes", argtypes);
            writer.expr("returns", returns);
        }
    }
    writer.close();
    while let Some(item) = writer.work.pop() {
        match item {
            Item::Expr(expr) => describe_expr(&mut writer, expr),
            Item::Stmt(stmt) => describe_stmt(&mut writer, stmt),
            Item::Pattern(pattern) => describe_pattern(&mut writer, pattern),
            item => plain(&mut writer, item),
        }
    }
    writer
}

fn context(ctx: Context) -> Item<'static> {
    Item::Tag(match ctx {
        Context::Load => "Load",
        Context::Store => "Store",
        Context::Del => "Del",
    })
}

fn operator(op: Operator) -> Item<'static> {
    Item::Tag(match op {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    })
}

fn comparison(op: CmpOp) -> Item<'static> {
    Item::Tag(match op {
        CmpOp::Eq => "Eq",
        CmpOp::NotEq => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::LtE => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::GtE => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    })
}

fn describe_expr<'a>(writer: &mut Writer<'a>, expr: &'a Expr<'a>) {
    match expr.kind {
        ExprKind::BoolOp { op, values } => {
            writer.open("BoolOp");
            let op = match op {
                BoolOp::And => "And",
                BoolOp::Or => "Or",
            };
            writer.field("op", Item::Tag(op));
            writer.exprs("values", values);
        }
        ExprKind::NamedExpr { target, value } => {
            writer.open("NamedExpr");
            writer.expr("target", target);
            writer.expr("value", value);
        }
        ExprKind::BinOp { left, op, right } => {
            writer.open("BinOp");
            writer.expr("left", left);
            writer.field("op", operator(op));
            writer.expr("right", right);
        }
        ExprKind::UnaryOp { op, operand } => {
            writer.open("UnaryOp");
            let op = match op {
                UnaryOp::Invert => "Invert",
                UnaryOp::Not => "Not",
                UnaryOp::UAdd => "UAdd",
                UnaryOp::USub => "USub",
            };
            writer.field("op", Item::Tag(op));
            writer.expr("operand", operand);
        }
        ExprKind::Lambda { args, body, .. } => {
            writer.open("Lambda");
            describe_arguments(writer, args);
            writer.expr("body", body);
        }
        ExprKind::IfExp { test, body, orelse } => {
            writer.open("IfExp");
            writer.expr("test", test);
            writer.expr("body", body);
            writer.expr("orelse", orelse);
        }
        ExprKind::Compare { left, rest } => {
            writer.open("Compare");
            writer.expr("left", left);
            writer.list("ops", rest.iter().map(|pair| comparison(pair.op)));
            writer.list("comparators", rest.iter().map(|pair| Item::Expr(pair.right)));
        }
        ExprKind::Call(call) => {
            writer.open("Call");
            writer.expr("func", call.func);
            writer.exprs("args", call.args);
            writer.nodes("keywords", call.keywords, describe_keyword);
        }
        ExprKind::Yield { value } => {
            writer.open("Yield");
            writer.optional_expr("value", value);
        }
        ExprKind::YieldFrom { value } => {
            writer.open("YieldFrom");
            writer.expr("value", value);
        }
        _ => return describe_display(writer, expr),
    }
    writer.close_at(expr.span);
}

fn describe_display<'a>(writer: &mut Writer<'a>, expr: &'a Expr<'a>) {
    match expr.kind {
        ExprKind::Await { value } => {
            writer.open("Await");
            writer.expr("value", value);
        }
        ExprKind::Dict { items } => {
            writer.open("Dict");
            let key = |key: Option<&'a Expr<'a>>| key.map_or(Item::Text("None"), Item::Expr);
            writer.list("keys", items.iter().map(|item| key(item.key)));
            writer.list("values", items.iter().map(|item| Item::Expr(item.value)));
        }
        ExprKind::Set { elts } => {
            writer.open("Set");
            writer.exprs("elts", elts);
        }
        ExprKind::ListComp { elt, generators, .. } => {
            writer.open("ListComp");
            writer.expr("elt", elt);
            writer.nodes("generators", generators, describe_comprehension);
        }
        ExprKind::SetComp { elt, generators, .. } => {
            writer.open("SetComp");
            writer.expr("elt", elt);
            writer.nodes("generators", generators, describe_comprehension);
        }
        ExprKind::GeneratorExp { elt, generators, .. } => {
            writer.open("GeneratorExp");
            writer.expr("elt", elt);
            writer.nodes("generators", generators, describe_comprehension);
        }
        ExprKind::DictComp(comp) => {
            writer.open("DictComp");
            writer.expr("key", comp.key);
            writer.expr("value", comp.value);
            writer.nodes("generators", comp.generators, describe_comprehension);
        }
        ExprKind::List { elts, ctx } => {
            writer.open("List");
            writer.exprs("elts", elts);
            writer.field("ctx", context(ctx));
        }
        ExprKind::Tuple { elts, ctx } => {
            writer.open("Tuple");
            writer.exprs("elts", elts);
            writer.field("ctx", context(ctx));
        }
        _ => return describe_atom(writer, expr),
    }
    writer.close_at(expr.span);
}

fn describe_atom<'a>(writer: &mut Writer<'a>, expr: &'a Expr<'a>) {
    match expr.kind {
        ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        } => {
            writer.open("FormattedValue");
            writer.expr("value", value);
            writer.field("conversion", Item::Number(conversion.code().into()));
            writer.optional_expr("format_spec", format_spec);
        }
        ExprKind::Interpolation(part) => {
            writer.open("Interpolation");
            writer.expr("value", part.value);
            writer.field("str", Item::Quoted(part.text));
            writer.field("conversion", Item::Number(part.conversion.code().into()));
            writer.optional_expr("format_spec", part.format_spec);
        }
        ExprKind::JoinedStr { values } => {
            writer.open("JoinedStr");
            writer.exprs("values", values);
        }
        ExprKind::TemplateStr { values } => {
            writer.open("TemplateStr");
            writer.exprs("values", values);
        }
        ExprKind::Constant { value, is_u } => {
            writer.open("Constant");
            writer.field("value", Item::Constant(value));
            writer.optional("kind", is_u.then_some(Item::Text("'u'")));
        }
        ExprKind::Attribute { value, attr, ctx } => {
            writer.open("Attribute");
            writer.expr("value", value);
            writer.field("attr", Item::Quoted(attr));
            writer.field("ctx", context(ctx));
        }
        ExprKind::Subscript { value, slice, ctx } => {
            writer.open("Subscript");
            writer.expr("value", value);
            writer.expr("slice", slice);
            writer.field("ctx", context(ctx));
        }
        ExprKind::Starred { value, ctx } => {
            writer.open("Starred");
            writer.expr("value", value);
            writer.field("ctx", context(ctx));
        }
        ExprKind::Name { id, ctx } => {
            writer.open("Name");
            writer.field("id", Item::Quoted(id));
            writer.field("ctx", context(ctx));
        }
        ExprKind::Slice { lower, upper, step } => {
            writer.open("Slice");
            writer.optional_expr("lower", lower);
            writer.optional_expr("upper", upper);
            writer.optional_expr("step", step);
        }
        _ => writer.open("Unknown"),
    }
    writer.close_at(expr.span);
}

fn describe_comprehension<'a>(writer: &mut Writer<'a>, clause: &'a Comprehension<'a>) {
    writer.nested("comprehension");
    writer.expr("target", clause.target);
    writer.expr("iter", clause.iter);
    writer.exprs("ifs", clause.ifs);
    writer.field("is_async", Item::Number(clause.is_async.into()));
    writer.close_nested();
}

fn describe_keyword<'a>(writer: &mut Writer<'a>, keyword: &'a Keyword<'a>) {
    writer.nested("keyword");
    writer.optional("arg", keyword.arg.map(quoted));
    writer.expr("value", keyword.value);
    writer.position(keyword.span);
    writer.close_nested();
}

fn describe_arg<'a>(writer: &mut Writer<'a>, arg: &'a Arg<'a>) {
    writer.nested("arg");
    writer.field("arg", Item::Quoted(arg.arg));
    writer.optional_expr("annotation", arg.annotation);
    writer.position(arg.span);
    writer.close_nested();
}

fn describe_arguments<'a>(writer: &mut Writer<'a>, args: &'a Arguments<'a>) {
    writer.name("args");
    writer.nested("arguments");
    writer.nodes("posonlyargs", args.posonlyargs, describe_arg);
    writer.nodes("args", args.args, describe_arg);
    if let Some(arg) = args.vararg {
        writer.name("vararg");
        describe_arg(writer, arg);
    }
    writer.nodes("kwonlyargs", args.kwonlyargs, describe_arg);
    let default = |value: &Option<&'a Expr<'a>>| value.map_or(Item::Text("None"), Item::Expr);
    writer.list("kw_defaults", args.kw_defaults.iter().map(default));
    if let Some(arg) = args.kwarg {
        writer.name("kwarg");
        describe_arg(writer, arg);
    }
    writer.exprs("defaults", args.defaults);
    writer.close_nested();
}

fn describe_type_param<'a>(writer: &mut Writer<'a>, param: &'a TypeParam<'a>) {
    let (name, bound) = match param.kind {
        TypeParamKind::TypeVar { bound } => ("TypeVar", bound),
        TypeParamKind::ParamSpec => ("ParamSpec", None),
        TypeParamKind::TypeVarTuple => ("TypeVarTuple", None),
    };
    writer.nested(name);
    writer.field("name", Item::Quoted(param.name));
    writer.optional_expr("bound", bound);
    writer.optional_expr("default_value", param.default_value);
    writer.position(param.span);
    writer.close_nested();
}

fn describe_alias<'a>(writer: &mut Writer<'a>, alias: &'a Alias<'a>) {
    writer.nested("alias");
    writer.field("name", Item::Quoted(alias.name));
    writer.optional("asname", alias.asname.map(quoted));
    writer.position(alias.span);
    writer.close_nested();
}

fn describe_function<'a>(writer: &mut Writer<'a>, name: &'static str, function: &'a FunctionDef<'a>) {
    writer.open(name);
    writer.field("name", Item::Quoted(function.name));
    describe_arguments(writer, function.args);
    writer.stmts("body", function.body);
    writer.exprs("decorator_list", function.decorator_list);
    writer.optional_expr("returns", function.returns);
    writer.nodes("type_params", function.type_params, describe_type_param);
}

fn describe_class<'a>(writer: &mut Writer<'a>, class: &'a ClassDef<'a>) {
    writer.open("ClassDef");
    writer.field("name", Item::Quoted(class.name));
    writer.exprs("bases", class.bases);
    writer.nodes("keywords", class.keywords, describe_keyword);
    writer.stmts("body", class.body);
    writer.exprs("decorator_list", class.decorator_list);
    writer.nodes("type_params", class.type_params, describe_type_param);
}

fn describe_stmt<'a>(writer: &mut Writer<'a>, stmt: &'a Stmt<'a>) {
    match stmt.kind {
        StmtKind::Delete { targets } => {
            writer.open("Delete");
            writer.exprs("targets", targets);
        }
        StmtKind::Assign { targets, value } => {
            writer.open("Assign");
            writer.exprs("targets", targets);
            writer.expr("value", value);
        }
        StmtKind::AugAssign { target, op, value } => {
            writer.open("AugAssign");
            writer.expr("target", target);
            writer.field("op", operator(op));
            writer.expr("value", value);
        }
        StmtKind::AnnAssign {
            target,
            annotation,
            value,
            simple,
        } => {
            writer.open("AnnAssign");
            writer.expr("target", target);
            writer.expr("annotation", annotation);
            writer.optional_expr("value", value);
            writer.field("simple", Item::Number(simple.into()));
        }
        StmtKind::Raise { exc, cause } => {
            writer.open("Raise");
            writer.optional_expr("exc", exc);
            writer.optional_expr("cause", cause);
        }
        StmtKind::Assert { test, msg } => {
            writer.open("Assert");
            writer.expr("test", test);
            writer.optional_expr("msg", msg);
        }
        StmtKind::Import { names } => {
            writer.open("Import");
            writer.nodes("names", names, describe_alias);
        }
        StmtKind::ImportFrom(import) => {
            writer.open("ImportFrom");
            writer.optional("module", import.module.map(Item::Quoted));
            writer.nodes("names", import.names, describe_alias);
            writer.field("level", Item::Number(import.level.into()));
        }
        StmtKind::Global { names } => {
            writer.open("Global");
            writer.list("names", names.iter().map(|name| Item::Quoted(name)));
        }
        StmtKind::Nonlocal { names } => {
            writer.open("Nonlocal");
            writer.list("names", names.iter().map(|name| Item::Quoted(name)));
        }
        StmtKind::Expr { value } => {
            writer.open("Expr");
            writer.expr("value", value);
        }
        StmtKind::Pass => writer.open("Pass"),
        StmtKind::Break => writer.open("Break"),
        StmtKind::Continue => writer.open("Continue"),
        _ => return describe_compound(writer, stmt),
    }
    writer.close_at(stmt.span);
}

fn describe_compound<'a>(writer: &mut Writer<'a>, stmt: &'a Stmt<'a>) {
    match stmt.kind {
        StmtKind::Return { value } => {
            writer.open("Return");
            writer.optional_expr("value", value);
        }
        StmtKind::FunctionDef(function) => describe_function(writer, "FunctionDef", function),
        StmtKind::AsyncFunctionDef(function) => describe_function(writer, "AsyncFunctionDef", function),
        StmtKind::ClassDef(class) => describe_class(writer, class),
        StmtKind::TypeAlias(alias) => {
            writer.open("TypeAlias");
            writer.expr("name", alias.name);
            writer.nodes("type_params", alias.type_params, describe_type_param);
            writer.expr("value", alias.value);
        }
        StmtKind::For(node) | StmtKind::AsyncFor(node) => {
            let is_async = matches!(stmt.kind, StmtKind::AsyncFor(_));
            writer.open(if is_async { "AsyncFor" } else { "For" });
            writer.expr("target", node.target);
            writer.expr("iter", node.iter);
            writer.stmts("body", node.body);
            writer.stmts("orelse", node.orelse);
        }
        StmtKind::While(node) => {
            writer.open("While");
            writer.expr("test", node.test);
            writer.stmts("body", node.body);
            writer.stmts("orelse", node.orelse);
        }
        StmtKind::If(node) => {
            writer.open("If");
            writer.expr("test", node.test);
            writer.stmts("body", node.body);
            writer.stmts("orelse", node.orelse);
        }
        StmtKind::With(node) | StmtKind::AsyncWith(node) => {
            let is_async = matches!(stmt.kind, StmtKind::AsyncWith(_));
            writer.open(if is_async { "AsyncWith" } else { "With" });
            writer.nodes("items", node.items, |writer, item| {
                writer.nested("withitem");
                writer.expr("context_expr", item.context_expr);
                writer.optional_expr("optional_vars", item.optional_vars);
                writer.close_nested();
            });
            writer.stmts("body", node.body);
        }
        StmtKind::Match(node) => {
            writer.open("Match");
            writer.expr("subject", node.subject);
            writer.nodes("cases", node.cases, describe_case);
        }
        StmtKind::Try(node) | StmtKind::TryStar(node) => {
            let is_star = matches!(stmt.kind, StmtKind::TryStar(_));
            writer.open(if is_star { "TryStar" } else { "Try" });
            writer.stmts("body", node.body);
            writer.nodes("handlers", node.handlers, describe_handler);
            writer.stmts("orelse", node.orelse);
            writer.stmts("finalbody", node.finalbody);
        }
        _ => writer.open("Unknown"),
    }
    writer.close_at(stmt.span);
}

fn describe_handler<'a>(writer: &mut Writer<'a>, handler: &'a ExceptHandler<'a>) {
    writer.nested("ExceptHandler");
    writer.optional_expr("type", handler.class);
    writer.optional("name", handler.name.map(quoted));
    writer.stmts("body", handler.body);
    writer.position(handler.span);
    writer.close_nested();
}

fn describe_case<'a>(writer: &mut Writer<'a>, case: &'a MatchCase<'a>) {
    writer.nested("match_case");
    writer.field("pattern", Item::Pattern(case.pattern));
    writer.optional_expr("guard", case.guard);
    writer.stmts("body", case.body);
    writer.close_nested();
}

fn patterns<'a>(writer: &mut Writer<'a>, name: &'static str, patterns: &'a [&'a Pattern<'a>]) {
    writer.list(name, patterns.iter().map(|pattern| Item::Pattern(pattern)));
}

fn describe_pattern<'a>(writer: &mut Writer<'a>, pattern: &'a Pattern<'a>) {
    match pattern.kind {
        PatternKind::MatchValue { value } => {
            writer.open("MatchValue");
            writer.expr("value", value);
        }
        PatternKind::MatchSingleton { value } => {
            writer.open("MatchSingleton");
            writer.field("value", Item::Constant(value));
        }
        PatternKind::MatchSequence { patterns: inner } => {
            writer.open("MatchSequence");
            patterns(writer, "patterns", inner);
        }
        PatternKind::MatchMapping(mapping) => {
            writer.open("MatchMapping");
            writer.exprs("keys", mapping.keys);
            patterns(writer, "patterns", mapping.patterns);
            writer.optional("rest", mapping.rest.map(quoted));
        }
        PatternKind::MatchClass(class) => {
            writer.open("MatchClass");
            writer.expr("cls", class.cls);
            patterns(writer, "patterns", class.patterns);
            writer.list("kwd_attrs", class.kwd_attrs.iter().map(|name| Item::Quoted(name)));
            patterns(writer, "kwd_patterns", class.kwd_patterns);
        }
        PatternKind::MatchStar { name } => {
            writer.open("MatchStar");
            writer.optional("name", name.map(quoted));
        }
        PatternKind::MatchAs { pattern: inner, name } => {
            writer.open("MatchAs");
            writer.optional("pattern", inner.map(Item::Pattern));
            writer.optional("name", name.map(quoted));
        }
        PatternKind::MatchOr { patterns: inner } => {
            writer.open("MatchOr");
            patterns(writer, "patterns", inner);
        }
    }
    writer.close_at(pattern.span);
}

fn quoted<'a>(name: Id<'a>) -> Item<'a> {
    Item::Quoted(name.text)
}
