"""Binary operators: reflected forms, subclass priority, NotImplemented, in-place fallbacks."""

log = []
NAMES = "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor".split()
SYMBOLS = "+ - * @ / // % ** << >> & | ^".split()


def make(name, bases=(), reflected=True, forward=True, inplace=False, answer=True):
    namespace = {}

    def method(kind):
        def call(self, other):
            log.append(f"{name}.{kind}")
            return f"{name}.{kind}" if answer else NotImplemented
        return call

    for op in NAMES:
        if forward:
            namespace[f"__{op}__"] = method(op)
        if reflected:
            namespace[f"__r{op}__"] = method("r" + op)
        if inplace:
            namespace[f"__i{op}__"] = method("i" + op)
    return type(name, bases, namespace)


Base = make("Base")
Sub = make("Sub", (Base,))
Silent = make("Silent", answer=False)
SilentInplace = make("SilentInplace", inplace=True, answer=False)
Quiet = type("Quiet", (Base,), {})
OnlyReflected = make("OnlyReflected", forward=False)
Inplace = make("Inplace", inplace=True)


def evaluate(left, symbol, right):
    log.clear()
    try:
        result = eval(f"left {symbol} right", {"left": left, "right": right})
    except TypeError as error:
        result = error
    print(f"{type(left).__name__} {symbol} {type(right).__name__}: {result} | {' '.join(log)}")


for symbol in SYMBOLS:
    evaluate(Base(), symbol, Sub())
    evaluate(Silent(), symbol, OnlyReflected())
evaluate(Sub(), "+", Base())
evaluate(Base(), "+", Base())
evaluate(Base(), "+", Quiet())
evaluate(Quiet(), "+", Base())
evaluate(Silent(), "+", Silent())
evaluate(Silent(), "+", make("Silent2", answer=False)())
evaluate(Silent(), "-", 5)
evaluate(5, "-", Silent())
evaluate(5, "-", OnlyReflected())
evaluate("s", "%", OnlyReflected())
evaluate([], "+", OnlyReflected())
evaluate([], "*", OnlyReflected())
evaluate(object(), "@", object())
evaluate(1, "@", 2)


def inplace(left, symbol, right):
    log.clear()
    scope = {"left": left, "right": right}
    try:
        exec(f"left {symbol}= right", scope)
        result = scope["left"]
    except TypeError as error:
        result = error
    print(f"{type(left).__name__} {symbol}= {type(right).__name__}: {result} | {' '.join(log)}")


for symbol in SYMBOLS:
    inplace(Inplace(), symbol, 1)
inplace(Base(), "+", 1)
inplace(SilentInplace(), "+", Base())
inplace(SilentInplace(), "**", 2)
inplace(1, "+", OnlyReflected())
inplace([], "+", OnlyReflected())
inplace(object(), "+", 1)
inplace(1, "<<", "x")


class IntLike(int):
    def __radd__(self, other):
        return f"radd {other}"

    def __add__(self, other):
        return f"add {other}"


print(1 + IntLike(2), IntLike(2) + 1, IntLike(1) + IntLike(2), 1 - IntLike(2), sum([IntLike(1)]))


class Instance:
    pass


instance = Instance()
instance.__add__ = lambda other: "instance attribute is ignored"
evaluate(instance, "+", 1)


class Disabled(int):
    __add__ = None
    __radd__ = None


evaluate(Disabled(1), "+", 1)
evaluate(1, "+", Disabled(1))

print(divmod(7, 2), (7).__add__(1), (7).__add__("x"), (7).__radd__(1), (1.5).__add__(1), (1).__add__(1.5))


class Unary:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"


print(-Unary(), +Unary(), ~Unary(), abs(Unary()))
for source in ("-object()", "+[]", "~1.5", "-'x'", "~None", "abs('x')", "not object()"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)
