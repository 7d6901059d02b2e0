"""Every comparison that decides a branch: jumps if and unless, forward and back, between variables and with small constants."""

NAN = float("nan")
VALUES = [-3, 0, 2, 5, 2.0, 5.5, NAN, True, 10**20, -(10**20)]


def if_less(a, b, c):
    if a < b or c:
        return 1
    return 0


def if_less_equal(a, b, c):
    if a <= b or c:
        return 1
    return 0


def if_equal(a, b, c):
    if a == b or c:
        return 1
    return 0


def if_not_equal(a, b, c):
    if a != b or c:
        return 1
    return 0


def if_greater(a, b, c):
    if a > b or c:
        return 1
    return 0


def if_greater_equal(a, b, c):
    if a >= b or c:
        return 1
    return 0


def unless(a, b):
    found = []
    if a < b:
        found.append("<")
    if a <= b:
        found.append("<=")
    if a == b:
        found.append("==")
    if a != b:
        found.append("!=")
    if a > b:
        found.append(">")
    if a >= b:
        found.append(">=")
    return "".join(found)


def constants_or(a, c):
    found = 0
    if a < 2 or c:
        found += 1
    if a <= 2 or c:
        found += 2
    if a == 2 or c:
        found += 4
    if a != 2 or c:
        found += 8
    if a > 2 or c:
        found += 16
    if a >= 2 or c:
        found += 32
    return found


def constants(a):
    found = 0
    if a < 2:
        found += 1
    if a <= 2:
        found += 2
    if a == 2:
        found += 4
    if a != 2:
        found += 8
    if a > 2:
        found += 16
    if a >= 2:
        found += 32
    return found


def loops(a, b):
    counts = []
    n = a
    while n < b:
        n += 1
    counts.append(n)
    while n >= a:
        n -= 1
    counts.append(n)
    while n <= b:
        n += 2
    counts.append(n)
    while n > a:
        n -= 3
    counts.append(n)
    n = a
    while n != b:
        n += 1
    counts.append(n)
    while n == b:
        n += 7
    counts.append(n)
    return counts


def loops_with_constants(n):
    counts = []
    while n < 5:
        n += 1
    counts.append(n)
    while n >= 3:
        n -= 1
    counts.append(n)
    while n <= 6:
        n += 2
    counts.append(n)
    while n > 1:
        n -= 3
    counts.append(n)
    n = 0
    while n != 4:
        n += 1
    counts.append(n)
    while n == 4:
        n += 7
    counts.append(n)
    return counts


for a in VALUES:
    row = []
    for b in VALUES:
        tests = (if_less, if_less_equal, if_equal, if_not_equal, if_greater, if_greater_equal)
        row.append("".join(str(test(a, b, 0)) for test in tests) + unless(a, b))
    print(a, row)
    print(constants(a), constants_or(a, 0), constants_or(a, 1))

print(loops(0, 5), loops(-2, 9), loops(0.0, 4.0))
print(loops_with_constants(0), loops_with_constants(100), loops_with_constants(-7.0))


class Odd:
    """Answers that are no bools, and that differ between `<` and `not >=`."""

    def __init__(self, answer):
        self.answer = answer

    def __lt__(self, other):
        return self.answer

    __le__ = __eq__ = __ne__ = __gt__ = __ge__ = __lt__
    __hash__ = None


for answer in ("", "yes", 0, [0], None):
    print(repr(answer), unless(Odd(answer), 1), constants(Odd(answer)), if_less(Odd(answer), 1, 0))


def shifts(a, n):
    b = a << n
    b >>= n
    c = a >> n
    return b, c, a << 3, a >> 1, b - 0.5


print(shifts(5, 2), shifts(-7, 70), shifts(10**20, 5))
for wrong in (lambda: shifts(1, -1), lambda: shifts(1.5, 1), lambda: if_less(1, "x", 0), lambda: loops_with_constants("x")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
