"""f-strings: nesting, conversions, specs, debugging form, quoting."""

name, n, pi, items = "Ann", 42, 3.14159, {"k": [1, 2]}

print(f"{name}", f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}", f"{pi:.2f} {pi:10.3e} {pi:g}")
print(f"{name!r} {name!s} {'ü'!a} {name!r:>8} {name:*^9}")
print(f"{n = } {n=} {n=:>6} {name=!s} {pi = :.1f} {n + 1 = }")
print(f"{ n =  }", f"{items['k'] = }")
print(f"{{}} {{{n}}} {{{{{n}}}}}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}|{name:{'>' if n else '<'}{width}}|{n:{'0'}{8}b}")
print(f"{f'{f"{n}"}'}", f"{'nested "quotes"'}", f'{items["k"]}', f"{items["k"][1]}")
print(f"{'\n'.join(['a', 'b'])}", f"{"\t" if n else ""}|")
print(f"{(lambda x: x * 2)(4)} {[i for i in range(3)]} {({1: 2})[1]} { {1: 2}[1] } {(y := 5)} {y}")
print(f"{n if n > 40 else 0} {n == 42} {n != 42} {n >= 1} {not n} {n and name or 'x'}")
print(f"{'a' 'b'}" "plain" f"{n}" r"\raw" fr"\d{n}\w" rf"{name}\n")
print(f"""multi
{n
 + 1}
{  # a comment
    name
}""")
print(f"{n:{n}}", f"{n!r:}", f"{'':>5}|", f"")
print(f"\x41\u00e9\N{BULLET} \{n} {n}%".replace("\\", "/"))
print(f"{None} {True} {...} {()} {1,2} {*[1, 2],}")
print(f"{'{}'} {'{' + '}'} {chr(123)}")


class Formatted:
    def __format__(self, spec):
        return f"<spec {spec!r}>"

    def __str__(self):
        return "str form"

    def __repr__(self):
        return "repr form"


f = Formatted()
print(f"{f} {f:abc} {f!s} {f!r:>12} {f:{n}%d} {f:{{}}} {f=} {f=!s:>9}")


class NoFormat:
    def __repr__(self):
        return "NoFormat"


print(f"{NoFormat()}", f"{[NoFormat()]}")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f"{NoFormat():>5}")
attempt(lambda: f"{n:q}")
attempt(lambda: f"{name:d}")
attempt(lambda: f"{[]:5}")
attempt(lambda: f"{None:5}")
attempt(lambda: f"{undefined}")
attempt(lambda: f"{1/0}")
attempt(lambda: f"{pi:{'x'}}")
attempt(lambda: f"{n:.2}")


class BadFormat:
    def __format__(self, spec):
        return 5


attempt(lambda: f"{BadFormat()}")
order = []
print([f"{order.append('a')}{order.append('b')}" and order])
print(f"{n:,}|{1234567:,}|{1234567.891:,.2f}|{1234567:_}|{255:#x}|{255:#_b}|{0.25:.1%}|{n:c}")
print(f"{'x':=<4}{'y':→>3}", f"{1e300:.0f}"[:12], f"{-0.0:+}", f"{-0.0:z.1f}")
print(rf"{n}\{n}", Rf'{n}\t', f'{n}' F"{n}")
long = "".join(f"{i}," for i in range(50))
print(long[-20:], len(long))
print(f'{f"{'deep' + f"{1 + f'{2}'.__len__()}"}"}')
