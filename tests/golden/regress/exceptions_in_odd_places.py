"""Exceptions out of every kind of place: operands, iterators, keys, formats, conversions, in the middle of things."""


class Bomb:
    def __init__(self, *names):
        self.names = names

    def __getattribute__(self, name):
        if name in ("names", "__class__"):
            return object.__getattribute__(self, name)
        raise ValueError(f"attribute {name}")


def explode(name):
    def method(self, *args, **kwargs):
        raise ValueError(name)
    return method


SPECIAL = "add radd iadd lt eq getitem setitem delitem contains len iter next call bool hash index int float str repr format enter exit neg abs round reversed divmod".split()
Explosive = type("Explosive", (), {f"__{n}__": explode(n) for n in SPECIAL})
e = Explosive()


def attempt(source):
    values = [1, 2, 3]
    table = {"k": 1}
    scope = {"e": e, "values": values, "table": table, "b": Bomb(), "Explosive": Explosive}
    try:
        exec(source, scope)
        print(source, "passed", values, table)
    except Exception as error:
        print(f"{source}: {type(error).__name__} {error} {values} {table}")


for source in ("e + 1", "1 + e", "e += 1", "e < 1", "e == 1", "e != 1", "e[0]", "e[0] = 1", "del e[0]", "1 in e", "len(e)", "list(e)", "for x in e: pass", "a, b = e", "[*e]", "f(*e)", "e()", "if e: pass", "not e", "e and 1", "x = 1 if e else 2", "while e: pass", "assert e", "hash(e)",
               "{e: 1}", "{e}", "table[e]", "table[e] = 1", "table.get(e)", "e in table", "values[e]", "values[e:]", "values[e] = 5", "int(e)", "float(e)", "str(e)", "repr(e)", "f'{e}'", "f'{e!r}'", "'%s' % e", "'{}'.format(e)", "print(e)", "with e: pass", "-e", "abs(e)", "round(e)", "reversed(e)", "divmod(e, 1)",
               "sum([e])", "max(e, 1)", "sorted([e, e])", "values.sort(key=lambda x: 1 / 0)", "values.index(e)", "values.remove(e)", "values.count(e)", "e in values", "values == [e]", "values.extend(e)", "values[1:2] = e", "values += e", "dict(e)", "dict([e])", "set([e])", "tuple(e)", "zip(e)", "map(str, e)", "enumerate(e)",
               "list(map(lambda x: 1 / x, [1, 0]))", "[1 / x for x in (1, 0)]", "{x: 1 / x for x in (1, 0)}", "any(1 / x for x in (0, 1))", "values.append(1 / 0)", "values[0] = 1 / 0", "values[1 / 0] = 0", "table['a'], table['b'] = 1, 1 / 0", "values[0], values[1 / 0] = 'x', 'y'", "values[0] = values[1] = values[9] = 'z'",
               "print(1, 1 / 0)", "b.x", "b.method()", "b.x = 1", "raise e", "raise ValueError from e", "lambda: 1 / 0", "(lambda x=1 / 0: x)", "class C(1 / 0): pass", "class C: x = 1 / 0", "class C(metaclass=e): pass", "@e\ndef f(): pass", "def f(x: 1 / 0): pass", "def f(x=1 / 0): pass", "import math as e; e.nothing", "global q; q = 1 / 0",
               "match e:\n case 5: pass", "match e:\n case [x]: pass", "match e:\n case Explosive(x=1): pass", "try: 1 / 0\nexcept e: pass", "try: 1 / 0\nfinally: values.append('finally')", "try: values.append(1 / 0)\nexcept ZeroDivisionError: values.append('caught')", "try: pass\nelse: 1 / 0\nfinally: values.clear()",
               "del values[0], values[9], values[0]", "table['k'] += 'x'", "values[0] += e", "'x'.join([e])", "''.join(str(x) for x in [1, e])", "''.replace(e, e)", "'abc'[e]", "range(e)", "chr(e)", "bytes([e])", "isinstance(1, e)", "issubclass(int, e)", "getattr(e, 'missing')", "setattr(b, 'x', 1)", "next(e)", "iter(e)", "open(e)", "type(e).missing", "e.__class__.__name__.x",
               "values.insert(e, 1)", "values.pop(e)", "values * e", "'a' * e", "table.update(e)", "table | e", "{**e}", "f(**e)", "values[::e]", "pow(e, 2)", "min(values, key=e)", "filter(e, [1]).__next__()", "sorted(values, key=e)", "eval(e)", "exec(e)", "compile(e, 'f', 'exec')", "super(e)", "property(e).fget()", "object.__new__(e)", "int.__add__(e, 1)", "(1).__add__(e)", "str.upper(e)"):
    attempt(source)
