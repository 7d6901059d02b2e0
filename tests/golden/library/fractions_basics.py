from fractions import Fraction as F
print(F(6, -4), F("3/4") + F("0.25"), F(0.5), F("1e-2"), F(7, 3) // 1, F(7, 3) % 1, F(2, 3) ** -2, F(1, 2) ** 0.5, -F(1, 3), abs(F(-1, 3)))
print(F(355, 113).limit_denominator(10), F(3.14159).limit_denominator(100), round(F(7, 2)), round(F(355, 113), 3), int(F(-7, 2)), F(1, 3) < 0.34, F(1, 2) == 0.5)
print(hash(F(3)) == hash(3), repr(F(1, 7)), f"{F(22, 7):.4f}", f"{F(1, 3):>10}", F(5).is_integer(), F(1, 2).as_integer_ratio(), sum([F(1, i) for i in range(1, 6)]))
for make in (lambda: F(1, 0), lambda: F("a"), lambda: F(1.5, 2), lambda: F(float("nan"))):
    try: print(make())
    except (ZeroDivisionError, ValueError, TypeError) as error: print(type(error).__name__, error)
