"""Complex numbers, as far as literals and operators go."""

print(1j, 2 + 3j, -1j, 1.5 - 0.5j, 0j, -0j, complex(1, 2), complex("1+2j"), complex(3), complex())
print((1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1 + 2j) - 1, 2 * 1j, 1j ** 2, (1 + 1j) ** 3, abs(3 + 4j), -(1 + 2j), +(1j))
print((1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate(), 1j == 1j, 1 + 0j == 1, 1j != 1, bool(0j), bool(1j), hash(1 + 0j) == hash(1))
print(complex("nan"), complex("inf+infj"), complex(float("inf"), -0.0), complex("-1.5e3j"), complex(" 1 "), complex("j"))
print(repr(1e20 + 1j), str(1 - 0j), [1j], f"{1 + 2j:.1f}", f"{1j}", f"{1.5 + 2j:>12}")


def attempt(source):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("1j < 2j", "1j // 1", "1j % 1", "1j / 0", "complex('x')", "complex('1 + 2j')", "complex('1', 2)", "complex(1, '2')", "int(1j)", "float(1j)",
               "0j ** -1", "complex(None)", "complex([])", "divmod(1j, 1)", "round(1j)", "max(1j, 2j)"):
    attempt(source)
