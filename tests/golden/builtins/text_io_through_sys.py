"""Standard input as a stream, and standard output replaced."""

import sys

print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    if line.startswith("stop"):
        break
print(repr(sys.stdin.read(5)), repr(sys.stdin.read()), repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
sys.stdout.write("no newline")
sys.stdout.write("\n")
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.flush()


class Tee:
    def __init__(self, stream):
        self.stream, self.kept = stream, []

    def write(self, text):
        self.kept.append(text)
        return self.stream.write(text)

    def flush(self):
        self.stream.flush()


original = sys.stdout
sys.stdout = tee = Tee(original)
print("through the tee", 1, 2)
print("end", end="")
print()
sys.stdout = original
print(tee.kept)
sys.stdout = None
print("goes nowhere")
sys.stdout = sys.__stdout__
del sys.stdout
try:
    print("no stdout at all")
except RuntimeError as error:
    message = str(error)
sys.stdout = sys.__stdout__
print(message)
try:
    input()
except EOFError as error:
    print(error)
sys.stderr.write("to stderr\n")
print("done", file=sys.stderr)
print("last")
