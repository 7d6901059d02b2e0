"""Makes tests/base/data/*.txt with CPython 3.14: `python3.14 tests/base/make_data.py`. The answers are CPython's own."""
import math, os, random, struct, sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
rnd = random.Random(314)


def write(name, lines):
    with open(os.path.join(HERE, name + ".txt"), "w", encoding="utf-8", newline="\n") as f:
        for line in lines:
            f.write("\t".join(str(x) for x in line) + "\n")


def bits(x):
    return struct.pack(">d", x).hex()


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return "!" + type(e).__name__


def hexint(n):
    return format(n, "x") if isinstance(n, int) else n


def ints():
    out = [0, 1, -1, 2, -2, 3, 10, 255, 256, -256]
    for k in (31, 53, 54, 61, 62, 63, 64, 65, 127, 128, 129, 192, 1023, 1024):
        out += [1 << k, (1 << k) - 1, (1 << k) + 1, -(1 << k), -(1 << k) - 1, 1 - (1 << k)]
    for size in (16, 40, 64, 70, 130, 200, 300, 500):
        for _ in range(3):
            n = rnd.getrandbits(size)
            out += [n, -n]
    return out


def big_pairs():
    pool = ints()
    for _ in range(130):
        a, b = rnd.choice(pool), rnd.choice(pool)
        q = attempt(divmod, a, b)
        q, r = q if isinstance(q, tuple) else (q, q)
        t = attempt(lambda: a / b)
        t = bits(t) if isinstance(t, float) else t
        row = [a, b, a + b, a - b, a * b, q, r, math.gcd(a, b), a & b, a | b, a ^ b]
        yield [hexint(x) for x in row] + [t]


def big_singles():
    for a in ints():
        f = attempt(float, a)
        f = bits(f) if isinstance(f, float) else f
        s = rnd.randrange(0, 150)
        root = hexint(math.isqrt(a)) if a >= 0 else "-"
        yield [hexint(a), a, a.bit_length(), a.bit_count(), hash(a), f, s, hexint(a << s), hexint(a >> s), hexint(~a), root]


def big_mod_pow():
    for _ in range(120):
        sizes = rnd.choice([(10, 8, 8), (64, 64, 64), (100, 30, 90), (200, 60, 300), (33, 5, 32)])
        a, e, m = (rnd.getrandbits(s) * rnd.choice((1, -1)) for s in sizes)
        r = attempt(pow, a, e, m)
        yield [hexint(x) for x in (a, e, m, r)]


def floats():
    out = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, -2.5, 1e16, 1e15, 9999999999999998.0, 123456789.125, 1e22, 1e23, 1e-4,
           1e-5, 0.00012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.pi, math.e, 1e100, 1e-100,
           2.0**53, 2.0**63, -2.0**63, 2.0**64, 2.675, 1.005, 0.125, 1234567.0, 99999.5, 999999.5, 0.0009999995]
    for _ in range(60):
        out.append(struct.unpack(">d", rnd.getrandbits(64).to_bytes(8, "big"))[0])
    for _ in range(60):
        out.append(round(rnd.uniform(-1e6, 1e6), rnd.randrange(0, 9)))
    return [x for x in out if math.isfinite(x)]


def big_float_compare():
    pool = ints()
    for x in floats():
        near = [int(x), int(x) + 1, int(x) - 1, rnd.choice(pool)]
        for n in near:
            yield [hexint(n), bits(x), (n > x) - (n < x), hexint(int(x))]


def big_bytes():
    for _ in range(200):
        n = rnd.choice(ints())
        length, order, signed = rnd.randrange(0, 20), rnd.choice(("little", "big")), rnd.random() < 0.5
        r = attempt(lambda: n.to_bytes(length, order, signed=signed).hex())
        yield [hexint(n), length, order, int(signed), r]


def hash_floats():
    for x in floats():
        yield [bits(x), hash(x)]


def hash_tuples():
    for n in range(12):
        items = [rnd.choice(ints()) for _ in range(n)]
        yield [" ".join(str(hash(i)) for i in items), hash(tuple(items))]
    for n in (0, 1, 2, 5, 30):
        items = set(rnd.choice(ints()) for _ in range(n))
        yield [" ".join(str(hash(i)) for i in items), "f", hash(frozenset(items))]


write("big_pairs", big_pairs())
write("big_singles", big_singles())
write("big_mod_pow", big_mod_pow())
write("big_float_compare", big_float_compare())
write("big_bytes", big_bytes())
write("hash_floats", hash_floats())
write("hash_tuples", hash_tuples())
