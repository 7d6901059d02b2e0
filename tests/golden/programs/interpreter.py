"""A stack machine, an assembler for it, and an optimiser; then Brainfuck."""


class Halt(Exception):
    pass


class Vm:
    def __init__(self, code, *, limit=100_000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.memory, self.output = [], [], {}, []
        self.pc = self.steps = 0

    def run(self):
        try:
            while True:
                self.steps += 1
                if self.steps > self.limit:
                    raise RuntimeError(f"more than {self.limit} steps")
                name, *args = self.code[self.pc]
                self.pc += 1
                getattr(self, f"op_{name}")(*args)
        except Halt as halt:
            return halt.args[0]

    def op_push(self, value):
        self.stack.append(value)

    def op_load(self, name):
        self.stack.append(self.memory.get(name, 0))

    def op_store(self, name):
        self.memory[name] = self.stack.pop()

    def op_jump(self, target):
        self.pc = target

    def op_zero(self, target):
        if not self.stack.pop():
            self.pc = target

    def op_call(self, target):
        self.calls.append(self.pc)
        self.pc = target

    def op_ret(self):
        self.pc = self.calls.pop()

    def op_print(self):
        self.output.append(str(self.stack.pop()))

    def op_dup(self):
        self.stack.append(self.stack[-1])

    def op_halt(self):
        raise Halt(self.stack[-1] if self.stack else None)


def arithmetic(symbol):
    operation = eval(f"lambda a, b: a {symbol} b")

    def op(self):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(int(operation(a, b)))
    return op


for name, symbol in {"add": "+", "sub": "-", "mul": "*", "div": "//", "mod": "%", "less": "<", "same": "=="}.items():
    setattr(Vm, f"op_{name}", arithmetic(symbol))


def assemble(source):
    labels, code = {}, []
    for line in source.strip().split("\n"):
        line = line.partition(";")[0].strip()
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        elif line:
            name, *args = line.split()
            code.append((name, *(int(a) if a.lstrip("-").isdigit() else a for a in args)))
    return [(name, *(labels[a] if name in ("jump", "zero", "call") else a for a in args)) for name, *args in code]


PROGRAM = """
    push 1
    store result
    push 10
    store n
loop:
    load n
    zero done           ; n == 0
    load result
    load n
    mul
    store result
    load n
    push -1
    add
    store n
    jump loop
done:
    load result
    print
    push 48
    push 18
    call gcd
    print
    push 7
    halt
gcd:                    ; a b -- gcd
    store b
    store a
again:
    load b
    zero end
    load a
    load b
    mod
    load b
    store a
    store b
    jump again
end:
    load a
    ret
"""
code = assemble(PROGRAM)
vm = Vm(code)
print(vm.run(), vm.output, vm.steps, vm.memory, len(code))
for source, limit in (("loop:\njump loop", 1000), ("add\nhalt", 10), ("push 1\npush 0\ndiv\nhalt", 10), ("wrong\nhalt", 10), ("push 1", 10), ("jump nowhere", 10)):
    try:
        print(Vm(assemble(source), limit=limit).run())
    except (RuntimeError, IndexError, ZeroDivisionError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)


def fold(code):
    """Constant arithmetic is done early, where no jump goes between."""
    targets = {a for name, *args in code if name in ("jump", "zero", "call") for a in args}
    out, moved = [], {}
    for at, insn in enumerate(code):
        moved[at] = len(out)
        match [*out[-2:], insn]:
            case [("push", a), ("push", b), ("add" | "sub" | "mul" as op,)] if not targets & {at, at - 1}:
                del out[-2:]
                out.append(("push", {"add": a + b, "sub": a - b, "mul": a * b}[op]))
            case _:
                out.append(insn)
    return [(name, *(moved[a] if name in ("jump", "zero", "call") else a for a in args)) for name, *args in out]


long = assemble("push 2\npush 3\nadd\npush 4\nmul\npush 1\nsub\nprint\njump skip\npush 9\nprint\nskip:\nhalt")
short = fold(long)
print(short, Vm(short).run(), [v.output for v in (Vm(long), Vm(short)) if v.run() is None])


def brainfuck(source, data=""):
    jumps, stack = {}, []
    for i, c in enumerate(source):
        if c == "[":
            stack.append(i)
        elif c == "]":
            jumps[i] = stack.pop()
            jumps[jumps[i]] = i
    tape, at, i, out, data = [0] * 100, 0, 0, [], iter(data)
    while i < len(source):
        match source[i]:
            case ">":
                at += 1
            case "<":
                at -= 1
            case "+":
                tape[at] = (tape[at] + 1) % 256
            case "-":
                tape[at] = (tape[at] - 1) % 256
            case ".":
                out.append(chr(tape[at]))
            case ",":
                tape[at] = ord(next(data, "\0"))
            case "[" if tape[at] == 0:
                i = jumps[i]
            case "]" if tape[at]:
                i = jumps[i]
        i += 1
    return "".join(out)


print(brainfuck("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
print(brainfuck(",[.,]", "echo"), brainfuck(">,[>,]<[.<]", "reversed"))
