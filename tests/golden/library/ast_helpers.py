import ast
source = 'class A:\n    """Of A.\n\n    More."""\n    def f(self):\n        "of f"\n        return (1 +\n            2)\n'
tree = ast.parse(source)
print(ast.get_docstring(tree.body[0]))
print(ast.get_docstring(tree.body[0].body[1]))
print(ast.get_docstring(tree))
print(ast.get_source_segment(source, tree.body[0].body[1].body[1]))
print(ast.get_source_segment(source, tree.body[0].body[1].body[1].value, padded=True))
node = ast.Name("x", ast.Load())
print(node._fields, node.id, hasattr(node, "lineno"), isinstance(node, ast.expr), isinstance(node, ast.AST))
print(ast.dump(ast.increment_lineno(ast.parse("a"), 5), include_attributes=True))
print(ast.Add() == ast.Add(), type(ast.Add()).__mro__[1].__name__)
print(ast.compare(ast.parse("a+b"), ast.parse("a + b")), ast.compare(ast.parse("a"), ast.parse("b")))
for bad in (lambda: ast.Name("a", "b", "c"), lambda: ast.Constant()):
    try:
        print(bad()._fields)
    except TypeError as error:
        print(error)
