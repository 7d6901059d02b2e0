"""A Fraction class with every operator, and matrices over it."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n=0, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d)
        if d < 0:
            g = -g if g > 0 else g
        g = abs(g) if d > 0 else -abs(g)
        self.n, self.d = n // g, d // g

    @classmethod
    def parse(cls, text):
        n, _, d = text.partition("/")
        return cls(int(n), int(d or 1))

    @staticmethod
    def lift(x):
        if isinstance(x, int):
            return Fraction(x)
        return x if isinstance(x, Fraction) else None

    def binary(operation):
        def forward(self, other):
            other = Fraction.lift(other)
            return NotImplemented if other is None else operation(self, other)

        def reflected(self, other):
            other = Fraction.lift(other)
            return NotImplemented if other is None else operation(other, self)
        return forward, reflected

    __add__, __radd__ = binary(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = binary(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = binary(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = binary(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    del binary

    def __pow__(self, k):
        return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __bool__(self):
        return self.n != 0

    def __eq__(self, other):
        other = Fraction.lift(other)
        return NotImplemented if other is None else (self.n, self.d) == (other.n, other.d)

    def __lt__(self, other):
        other = Fraction.lift(other)
        return NotImplemented if other is None else self.n * other.d < other.n * self.d

    def __gt__(self, other):
        other = Fraction.lift(other)
        return NotImplemented if other is None else other < self

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d if self.n >= 0 else -(-self.n // self.d)

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    def __format__(self, spec):
        return format(repr(self), spec)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.height, self.width = len(self.rows), len(self.rows[0])
        if any(len(row) != self.width for row in self.rows):
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[Fraction(int(i == j)) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        if self.width != other.height:
            raise ValueError(f"{self.height}x{self.width} @ {other.height}x{other.width}")
        columns = list(zip(*other.rows))
        return Matrix([[sum((a * b for a, b in zip(row, column)), Fraction()) for column in columns] for row in self.rows])

    def __pow__(self, k):
        if k < 0:
            return self.inverse() ** -k
        result, base = Matrix.identity(self.height), self
        while k:
            if k & 1:
                result = result @ base
            base = base @ base
            k >>= 1
        return result

    def __getitem__(self, key):
        match key:
            case int(i), int(j):
                return self.rows[i][j]
            case int(i):
                return self.rows[i]
            case slice() as rows, slice() as columns:
                return Matrix([row[columns] for row in self.rows[rows]])
        raise TypeError(f"bad index {key!r}")

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        width = max(len(repr(x)) for row in self.rows for x in row)
        return "\n".join(" ".join(f"{x:>{width}}" for x in row) for row in self.rows)

    def eliminate(self):
        """Determinant and inverse by Gauss and Jordan."""
        n = self.height
        rows = [row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)]
        determinant = Fraction(1)
        for i in range(n):
            pivot = next((j for j in range(i, n) if rows[j][i]), None)
            if pivot is None:
                return Fraction(), None
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                determinant = -determinant
            determinant *= rows[i][i]
            factor = 1 / rows[i][i]
            rows[i] = [x * factor for x in rows[i]]
            for j in range(n):
                if j != i and rows[j][i]:
                    factor = rows[j][i]
                    rows[j] = [x - factor * y for x, y in zip(rows[j], rows[i])]
        return determinant, Matrix([row[n:] for row in rows])

    def inverse(self):
        determinant, inverse = self.eliminate()
        if inverse is None:
            raise ZeroDivisionError("singular matrix")
        return inverse


half = Fraction(1, 2)
print(half + 1, 1 + half, 1 - half, half * 2, 3 / half, half ** -3, -half, abs(Fraction(-3, 6)), half == Fraction(2, 4), half < 1, 1 > half, sorted([half, Fraction(1, 3), 0, 2]), float(half), int(Fraction(-7, 2)), {Fraction(2): "two"}[2])
for bad in (lambda: half + "x", lambda: "x" * half, lambda: half < 1.5, lambda: Fraction(1, 0), lambda: half / 0, lambda: setattr(half, "x", 1)):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError, AttributeError) as error:
        print(type(error).__name__, error)
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
determinant, inverse = hilbert.eliminate()
print(determinant)
print(inverse)
print(hilbert @ inverse == Matrix.identity(4), (hilbert ** 3) @ (hilbert ** -3) == Matrix.identity(4), hilbert[1, 2], hilbert[0][:2])
print(hilbert[1:3, ::2])
print(Matrix([[Fraction(1), Fraction(1)], [Fraction(1), Fraction(0)]]) ** 90)
for bad in (lambda: Matrix([[1, 2], [3]]), lambda: hilbert @ Matrix([[1]]), lambda: Matrix([[Fraction(1), Fraction(2)], [Fraction(2), Fraction(4)]]).inverse(), lambda: hilbert["x"]):
    try:
        bad()
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
