import ast
tree = ast.parse("def f(x):\n    return x * 2 + g(y, z=1)\n")
print(sorted({type(node).__name__ for node in ast.walk(tree)}))
class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
Names().visit(tree)
class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)
    def visit_Call(self, node):
        self.generic_visit(node)
        return node.args[0]
changed = ast.fix_missing_locations(Double().visit(tree))
print(ast.unparse(changed))
space = {"y": 5}
exec(compile(changed, "<tree>", "exec"), space)
print(space["f"](10))
print(eval(compile(ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(5), lineno=1, col_offset=0), lineno=1, col_offset=0) if False else ast.parse("2 ** 5", mode="eval"), "<tree>", "eval")))
for field, value in ast.iter_fields(ast.parse("a = b").body[0]):
    print(field, type(value).__name__)
print([type(child).__name__ for child in ast.iter_child_nodes(ast.parse("if a:\n    b\n").body[0])])
