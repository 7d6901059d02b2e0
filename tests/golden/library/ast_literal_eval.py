import ast
for text in ["1", "-2.5", "3+4j", "'a' 'b'", "b'x'", "[1, (2,), {3: 'x'}, {4}]", "None", "set()", "...", "  7", "(1,\n 2)"]:
    print(repr(text), repr(ast.literal_eval(text)))
for text in ["a", "f()", "1+2", "[x for x in y]", "lambda: 0", "-'a'", "{**a}"]:
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(text, "ValueError", str(error).split(":")[0])
for text in ["1 +", "(", "x = 1"]:
    try:
        ast.literal_eval(text)
    except SyntaxError as error:
        print(repr(text), error.msg)
