print(complex("1+2j"), complex(" -j "), complex("(3.5e2-1j)"), complex(1, 2), complex(1j, 1j), 3j * 1j, (1 + 2j) ** 2, (1 + 2j) / (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), -(1 + 0j), 1j ** 0.5, complex("nan+infj"), repr(complex(-0.0, -0.0)))
for make in (lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: 1j < 2, lambda: 1j / 0, lambda: int(1j), lambda: float(1j), lambda: 1j // 1, lambda: 0j ** -1, lambda: complex([])):
    try: print(make())
    except (TypeError, ValueError, ZeroDivisionError) as error: print(type(error).__name__, error)
print(f"{1 + 2j:.2f} {1.5j:g} {(1 + 2j)!r:>10} {3 - 4j:+}", hash(1 + 0j) == hash(1), 1 + 0j == 1, complex.from_number(3), (1 + 2j).real, sum([1j, 2]))
