//! Imports.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::lower::state::{Done, Lower, UnitKind, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Alias, ImportFrom};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// `dst = __import__(name, …, fromlist, level)`.
    fn emit_import(&mut self, span: Span, dst: Reg, name: &str, fromlist: Constant, level: u32) {
        let window = self.take_many(2);
        self.load_constant(span, window, fromlist);
        self.load_constant(span, window.at(1), Constant::Int(i64::from(level)));
        let name = self.string_constant(name);
        self.emit(span, Op::import_name, &[r(dst), r(window), name as i32]);
        self.release(window);
    }

    pub fn import(&mut self, span: Span, names: &'a [Alias<'a>]) -> Done {
        for alias in names {
            let mark = self.top();
            let module = self.take();
            self.emit_import(span, module, alias.name, Constant::None, 0);
            if alias.asname.is_some() {
                // `import a.b.c as m` binds the submodule.
                for part in alias.name.split('.').skip(1) {
                    let name = self.string_constant(part);
                    self.emit(span, Op::import_from, &[r(module), r(module), name as i32]);
                }
            }
            if let Some(bound) = alias.bound {
                self.store_name(span, bound, module)?;
            }
            self.release(mark);
        }
        Ok(())
    }

    pub fn import_from(&mut self, span: Span, node: &'a ImportFrom<'a>) -> Done {
        let mark = self.top();
        let module = self.take();
        let names = node
            .names
            .iter()
            .map(|alias| Constant::Str(alias.name.as_bytes().into()))
            .collect();
        let module_name = node.module.unwrap_or_default();
        self.emit_import(span, module, module_name, Constant::Tuple(names), node.level);
        for alias in node.names {
            if alias.name == "*" {
                if self.unit.kind != UnitKind::Module {
                    return fail("import * only allowed at module level", span);
                }
                let id = Intrinsic::ImportStar as i32;
                let unused = self.take();
                self.emit(span, Op::intrinsic, &[r(unused), r(module), id]);
                self.release(unused);
                continue;
            }
            let item = self.take();
            let name = self.string_constant(alias.name);
            self.emit(span, Op::import_from, &[r(item), r(module), name as i32]);
            if let Some(bound) = alias.bound {
                self.store_name(span, bound, item)?;
            }
            self.release(item);
        }
        self.release(mark);
        Ok(())
    }
}
