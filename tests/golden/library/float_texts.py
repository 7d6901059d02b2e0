for x in (0.1, 1e16, 1e-5, 123456789.0, 1.5e300, -0.0, 5e-324, float("inf"), float("nan"), 2.0**53):
    print(repr(x), str(x), f"{x:.3f}" if abs(x) < 1e20 else "", f"{x:e}", f"{x:g}", f"{x:.2%}" if abs(x) < 1e10 else "", x.hex())
print(float(" 1_0.5 "), float("infinity"), float(".5"), float("5."), float("1e3"), float.fromhex("0x1.8p1"), (2.5).as_integer_ratio(), (2.5).is_integer(), round(2.5), round(3.5), round(2.675, 2), round(1234.5, -2), round(-0.4), (0.1).hex())
for make in (lambda: float("x"), lambda: float("1__0"), lambda: float(10**400), lambda: float([]), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("z"), lambda: 1.0 // 0, lambda: 0.0 ** -1, lambda: round(float("inf")), lambda: 1.5 % 0):
    try: print(make())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error: print(type(error).__name__, error)
print(-7.5 // 2, -7.5 % 2, divmod(7.5, -2), 2.0 ** 0.5, (-8) ** (1 / 3), 1e308 * 10, -1e308 * 10, 0.1 + 0.2 == 0.3, 1 == 1.0, hash(1.0) == hash(1), 10**17 == 1e17, 2**53 + 1 == float(2**53))
