//! Syntax trees as objects of the classes of `_ast`.
//!
//! The objects are made from the same walk that dumps trees: a stack of open nodes and lists, so that no depth of tree needs native
//! stack. INVARIANT: nothing here runs Python once the classes are there, so values may lie in vectors.

use bumpalo::Bump;
use std::collections::HashMap;

use crate::base::big::Big;
use crate::builtins::import::load;
use crate::builtins::run_code;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{self, Tuple};
use crate::object::module::Module;
use crate::ops::attrs::attribute;
use crate::ops::{class, make, raise, text};
use crate::syntax::ast::Constant;
use crate::syntax::dump::tree;
use crate::syntax::dump::writer::{Item, Writer};
use crate::syntax::parser::entry;
use crate::syntax::source::Source;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// A class of nodes: its fields in order, and whether each holds a list.
struct NodeClass {
    class: Ref<Class>,
    fields: Vec<(Value, bool)>,
}

enum Open {
    Node {
        name: &'static str,
        fields: Vec<(Value, Value)>,
    },
    List(Vec<Value>),
}

struct Builder<'v> {
    vm: &'v mut Vm,
    namespace: Ref<Dict>,
    classes: HashMap<&'static str, NodeClass>,
    /// `Load()` and the like: one for all.
    tags: HashMap<&'static str, Value>,
    open: Vec<Open>,
    /// The name that was read last.
    name: &'static str,
    /// Names of fields that wait for their values, one for each open node.
    fields: Vec<&'static str>,
    made: Value,
    failed: bool,
}

/// Parses a source to a tree of Python objects.
/// # Errors
/// SyntaxError and its subclasses.
pub fn parse(vm: &mut Vm, source: &Source, mode: entry::Mode, options: entry::Options) -> Run<Value> {
    let module = load::module(vm, "_ast")?;
    run_code::room_to_compile(vm, source)?;
    let arena = Bump::new();
    let parsed = match entry::parse_with(source, &arena, mode, options) {
        Ok(parsed) => parsed,
        Err(error) => return Err(run_code::syntax_error(vm, source, &error)),
    };
    for warning in parsed.warnings {
        run_code::warn(vm, source, warning.span, warning.message)?;
    }
    let mut builder = Builder {
        vm,
        namespace: module.expect::<Module>().namespace(),
        classes: HashMap::new(),
        tags: HashMap::new(),
        open: Vec::new(),
        name: "",
        fields: Vec::new(),
        made: Value::NONE,
        failed: false,
    };
    tree::walk(source, &parsed, |writer, item| builder.take(writer, item));
    match builder.failed {
        true => Err(raise::system_error(vm, "a class of _ast is not as it was")),
        false => Ok(builder.made),
    }
}

impl Builder<'_> {
    fn take<'a>(&mut self, writer: &mut Writer<'a>, item: Item<'a>) {
        match item {
            Item::Text(text) => self.word(text),
            Item::Tag(name) => {
                let tag = self.tag(name);
                self.put(tag);
            }
            Item::Number(number) => self.put(Value::small_int(number)),
            Item::Quoted(name) => {
                let name = text::intern(self.vm, name);
                self.put(name);
            }
            Item::Constant(value) => {
                let value = constant(self.vm, value);
                self.put(value);
            }
            Item::Position(span) => {
                let (line, column) = writer.locate(span.start);
                let (end_line, end_column) = writer.locate(span.end);
                let places = [line as i64, column.into(), end_line as i64, end_column.into()];
                for (name, place) in ["lineno", "col_offset", "end_lineno", "end_col_offset"]
                    .into_iter()
                    .zip(places)
                {
                    let name = text::intern(self.vm, name);
                    if let Some(Open::Node { fields, .. }) = self.open.last_mut() {
                        fields.push((name, Value::small_int(place)));
                    }
                }
            }
            Item::Expr(_) | Item::Stmt(_) | Item::Pattern(_) => {}
        }
    }

    /// A name or a mark of the text.
    fn word(&mut self, word: &'static str) {
        match word {
            "(" => {
                let (name, fields) = (self.name, Vec::new());
                self.open.push(Open::Node { name, fields });
                self.fields.push("");
            }
            "=" => {
                if let Some(field) = self.fields.last_mut() {
                    *field = self.name;
                }
            }
            "[" => self.open.push(Open::List(Vec::new())),
            ")" | "]" => {
                let made = match self.open.pop() {
                    Some(Open::List(items)) => make::list(self.vm, items),
                    Some(Open::Node { name, fields }) => {
                        self.fields.pop();
                        self.node(name, &fields)
                    }
                    None => return,
                };
                self.put(made);
            }
            ", " => {}
            "None" => self.put(Value::NONE),
            "'u'" => {
                let u = text::intern(self.vm, "u");
                self.put(u);
            }
            name => self.name = name,
        }
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            Some(Open::List(items)) => items.push(value),
            Some(Open::Node { fields, .. }) => {
                let name = self.fields.last().copied().unwrap_or_default();
                fields.push((text::intern(self.vm, name), value));
            }
            None => self.made = value,
        }
    }

    fn tag(&mut self, name: &'static str) -> Value {
        if let Some(&tag) = self.tags.get(name) {
            return tag;
        }
        let tag = self.node(name, &[]);
        self.tags.insert(name, tag);
        tag
    }

    fn class(&mut self, name: &'static str) -> Option<&NodeClass> {
        if !self.classes.contains_key(name) {
            let key = text::intern(self.vm, name);
            let class = self.namespace.get_str(key)?.cast::<Class>()?;
            let (fields, lists) = (text::intern(self.vm, "_fields"), text::intern(self.vm, "_lists"));
            let fields = class::lookup(self.vm, class, fields)?.cast::<Tuple>()?;
            let lists = class::lookup(self.vm, class, lists)?.cast::<Tuple>()?;
            let lists: Vec<Value> = tuple::items(lists)
                .iter()
                .map(|&name| text::intern_value(self.vm, name))
                .collect();
            let fields = tuple::items(fields)
                .iter()
                .map(|&name| text::intern_value(self.vm, name));
            let fields = fields.map(|field| (field, lists.contains(&field))).collect();
            self.classes.insert(name, NodeClass { class, fields });
        }
        self.classes.get(name)
    }

    /// A node; fields that are absent are None or an empty list.
    fn node(&mut self, name: &'static str, given: &[(Value, Value)]) -> Value {
        let Some(class) = self.class(name) else {
            self.failed = true;
            return Value::NONE;
        };
        let (class, fields) = (class.class, class.fields.clone());
        let node = make::instance(self.vm, class);
        for &(field, is_list) in &fields {
            let value = match given.iter().find(|(name, _)| *name == field) {
                Some(&(_, value)) => value,
                None if is_list => make::list(self.vm, Vec::new()),
                None => Value::NONE,
            };
            self.failed |= attribute::set(self.vm, node, field, value).is_err();
        }
        for &(name, value) in given
            .iter()
            .filter(|(name, _)| fields.iter().all(|(field, _)| field != name))
        {
            self.failed |= attribute::set(self.vm, node, name, value).is_err();
        }
        node
    }
}

fn constant(vm: &mut Vm, value: Constant<'_>) -> Value {
    match value {
        Constant::None => Value::NONE,
        Constant::True => Value::TRUE,
        Constant::False => Value::FALSE,
        Constant::Ellipsis => Value::ELLIPSIS,
        Constant::Int(n) => make::int(vm, n),
        Constant::BigInt { radix, digits } => match Big::parse(radix, digits.as_bytes()) {
            Some(n) => make::big(vm, n),
            None => Value::NONE,
        },
        Constant::Float(n) => Value::float(n),
        Constant::Imaginary(n) => make::complex(vm, 0.0, n),
        Constant::Str(bytes) => text::from_bytes(vm, bytes),
        Constant::Bytes(bytes) => make::bytes(vm, bytes),
    }
}
