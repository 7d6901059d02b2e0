//! What must be known of a body before it is lowered: locals that may be unbound again, and annotated names.

use crate::compile::lower::state::{DeferredAnnotation, Lower, UnitKind};
use crate::syntax::ast::{Expr, ExprKind, Stmt, StmtKind};
use crate::syntax::literal::ident::Id;

/// What to look for.
struct Scan<'s, 'a> {
    deleted: &'s mut Vec<Id<'a>>,
    annotated: &'s mut Vec<(&'a Stmt<'a>, bool)>,
}

impl<'a> Lower<'a> {
    /// Finds the locals that `del` or the end of an `except` clause may unbind.
    pub fn scan_deletable(&mut self, body: &'a [Stmt<'a>]) {
        let mut deleted = Vec::new();
        let mut annotated = Vec::new();
        let mut scan = Scan {
            deleted: &mut deleted,
            annotated: &mut annotated,
        };
        scan.body(body, false);
        for name in deleted {
            if let Some(register) = self.local(name)
                && !self.unit.deletable.contains(&register)
            {
                self.unit.deletable.push(register);
            }
        }
    }

    /// Finds the annotated names of a module or class body, numbering those whose execution is conditional.
    pub fn scan_annotations(&mut self, body: &'a [Stmt<'a>]) {
        let mut deleted = Vec::new();
        let mut annotated = Vec::new();
        let mut scan = Scan {
            deleted: &mut deleted,
            annotated: &mut annotated,
        };
        scan.body(body, false);
        let mut count = 0;
        for (stmt, is_conditional) in annotated {
            let StmtKind::AnnAssign { target, annotation, .. } = stmt.kind else {
                continue;
            };
            let ExprKind::Name { id, .. } = target.kind else {
                continue;
            };
            let index = (self.unit.kind == UnitKind::Module || is_conditional).then(|| {
                count += 1;
                count - 1
            });
            self.unit.annotations.push(DeferredAnnotation {
                name: id,
                annotation,
                span: stmt.span,
                index,
            });
        }
    }
}

impl<'a> Scan<'_, 'a> {
    fn body(&mut self, body: &'a [Stmt<'a>], is_conditional: bool) {
        for stmt in body {
            self.statement(stmt, is_conditional);
        }
    }

    fn targets(&mut self, target: &'a Expr<'a>) {
        match target.kind {
            ExprKind::Name { id, .. } => self.deleted.push(id),
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => elts.iter().for_each(|elt| self.targets(elt)),
            _ => (),
        }
    }

    fn statement(&mut self, stmt: &'a Stmt<'a>, is_conditional: bool) {
        match stmt.kind {
            StmtKind::Delete { targets } => targets.iter().for_each(|target| self.targets(target)),
            StmtKind::AnnAssign { simple: true, .. } => self.annotated.push((stmt, is_conditional)),
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.body(node.body, true);
                self.body(node.orelse, true);
            }
            StmtKind::While(node) => {
                self.body(node.body, true);
                self.body(node.orelse, true);
            }
            StmtKind::If(first) => {
                let mut node = first;
                loop {
                    self.body(node.body, true);
                    match node.orelse {
                        [
                            Stmt {
                                kind: StmtKind::If(next),
                                ..
                            },
                        ] => node = next,
                        orelse => break self.body(orelse, true),
                    }
                }
            }
            StmtKind::With(node) | StmtKind::AsyncWith(node) => self.body(node.body, true),
            StmtKind::Match(node) => node.cases.iter().for_each(|case| self.body(case.body, true)),
            StmtKind::Try(node) | StmtKind::TryStar(node) => {
                self.body(node.body, true);
                for handler in node.handlers {
                    self.deleted.extend(handler.name);
                    self.body(handler.body, true);
                }
                self.body(node.orelse, true);
                self.body(node.finalbody, true);
            }
            _ => (),
        }
    }
}
