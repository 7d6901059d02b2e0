import codeop
for source in ["x = 1", "if a:", "if a:\n    b", "if a:\n    b\n", "(1,", "def f():\n    pass\n", "'''a", "x = ", "a b", "for i in x:\n    pass\nelse:\n", "@d", "# c", ""]:
    try:
        code = codeop.compile_command(source)
        print(repr(source), "incomplete" if code is None else "complete")
    except SyntaxError as error:
        print(repr(source), error.msg)
import code
class Console(code.InteractiveConsole):
    def write(self, data):
        print("wrote", repr(data.splitlines()[-1]))
console = Console()
for line in ["a = 3", "if a:", "    print(a * 2)", "", "1 / 0", "a +", "print(a)"]:
    print(line, console.push(line))
