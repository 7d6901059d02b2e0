"""A bytecode interpreter for a toy stack machine, with an assembler: interpretation on top of interpretation."""

import sys

PRIMES = """
; counts the primes below the number on the stack with a sieve in memory
        store limit
        push 2
        store i
outer:  load i
        load limit
        lt
        jz done
        load i
        peek
        jnz next        ; marked: no prime
        load count
        push 1
        add
        store count
        load i
        dup
        mul
        store j
inner:  load j
        load limit
        lt
        jz next
        push 1
        load j
        poke
        load j
        load i
        add
        store j
        jmp inner
next:   load i
        push 1
        add
        store i
        jmp outer
done:   load count
        print
        halt
"""

FACTORIAL = """
        call fact
        print
        halt
fact:   dup
        push 2
        lt
        jnz base
        dup
        push 1
        sub
        call fact
        mul
        ret
base:   drop
        push 1
        ret
"""

BROKEN = """
        push 1
        add
"""


class MachineError(Exception):
    """What the machine stops with; says where."""

    def __init__(self, message, pc):
        super().__init__(message)
        self.pc = pc

    def __str__(self):
        return f"{self.args[0]} at {self.pc}"


class Opcode:
    names = {}

    def __init__(self, name, takes):
        self.name = name
        self.takes = takes
        Opcode.names[name] = self

    def __repr__(self):
        return self.name


for line in "push:n load:v store:v add sub mul lt dup drop peek poke print halt ret jmp:l jz:l jnz:l call:l".split():
    name, _, takes = line.partition(":")
    Opcode(name, takes)


def assemble(text):
    labels, variables, program = {}, {}, []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split(";")[0].strip()
        label, colon, rest = line.partition(":")
        if colon:
            labels[label] = len(program)
            line = rest.strip()
        if not line:
            continue
        name, *operands = line.split()
        opcode = Opcode.names[name]
        if len(operands) != (opcode.takes != ""):
            raise SyntaxError(f"line {number}: {name} takes {'an' if opcode.takes else 'no'} operand")
        program.append((opcode, operands[0] if operands else None))
    code = []
    for opcode, operand in program:
        if opcode.takes == "n":
            operand = int(operand)
        elif opcode.takes == "l":
            operand = labels[operand]
        elif opcode.takes == "v":
            operand = variables.setdefault(operand, len(variables))
        code.append((opcode.name, operand))
    return code, len(variables)


def run(code, variable_count, stack, steps_max=10**7):
    variables = [0] * variable_count
    memory = {}
    calls, output = [], []
    pc = steps = 0
    try:
        while True:
            opcode, operand = code[pc]
            pc += 1
            steps += 1
            if opcode == "push":
                stack.append(operand)
            elif opcode == "load":
                stack.append(variables[operand])
            elif opcode == "store":
                variables[operand] = stack.pop()
            elif opcode == "add":
                right = stack.pop()
                stack[-1] += right
            elif opcode == "sub":
                right = stack.pop()
                stack[-1] -= right
            elif opcode == "mul":
                right = stack.pop()
                stack[-1] *= right
            elif opcode == "lt":
                right = stack.pop()
                stack[-1] = int(stack[-1] < right)
            elif opcode == "jmp":
                pc = operand
            elif opcode == "jz":
                if not stack.pop():
                    pc = operand
            elif opcode == "jnz":
                if stack.pop():
                    pc = operand
            elif opcode == "dup":
                stack.append(stack[-1])
            elif opcode == "drop":
                del stack[-1]
            elif opcode == "peek":
                stack[-1] = memory.get(stack[-1], 0)
            elif opcode == "poke":
                address = stack.pop()
                memory[address] = stack.pop()
            elif opcode == "call":
                calls.append(pc)
                pc = operand
            elif opcode == "ret":
                pc = calls.pop()
            elif opcode == "print":
                output.append(stack.pop())
            elif opcode == "halt":
                return output, steps
            if steps > steps_max:
                raise MachineError("too many steps", pc)
    except IndexError as error:
        raise MachineError(f"stack or program ended ({error})", pc - 1) from error


def main(n):
    code, variables = assemble(PRIMES)
    print(len(code), "instructions", code[:3])
    output, steps = run(code, variables, [n])
    print(f"primes below {n}: {output[0]}, {steps} steps")
    code, variables = assemble(FACTORIAL)
    for argument in (1, 10, 200):
        output, steps = run(code, variables, [argument])
        text = str(output[0])
        print(f"{argument}! = {text[:40]}{'…' if len(text) > 40 else ''} in {steps} steps")
    for broken in (BROKEN, "loop: jmp loop"):
        try:
            run(*assemble(broken), [], steps_max=1000)
        except MachineError as error:
            print(f"{type(error).__name__}: {error}; cause {error.__cause__!r}")
    try:
        assemble("push")
    except SyntaxError as error:
        print(error)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 50000)
