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


def wtf(s):
    """Text as one field: UTF-8 in hex, surrogates allowed."""
    return s.encode("utf-8", "surrogatepass").hex()


def answer(f):
    try:
        return "=" + wtf(f())
    except Exception as e:
        return "!" + type(e).__name__ + ":" + wtf(str(e))


def float_text():
    for x in floats() + [math.inf, -math.inf, math.nan]:
        p = rnd.randrange(0, 25)
        n = rnd.randrange(-25, 25)
        row = [bits(x), repr(x), p, "%.*f" % (p, x), "%.*e" % (p, x), "%.*g" % (p, x), "%#.*g" % (p, x), n]
        yield row + [attempt(lambda: bits(round(x, n))), x.hex(), format(x, ".%d" % p), format(x, "#.%de" % p)]


def float_rounding():
    for x in (2.675, 0.5, 1.5, 2.5, 25.0, 35.0, 250.0, 350.0, 1e22, 1e23, 5e22, 4.5e22, 1.7976931348623157e308, 12345.0, 55.5, 50.5, 5.0, 4.9):
        for n in (-308, -309, -307, -23, -22, -3, -2, -1, 0, 1, 2, 300, 324):
            for y in (x, -x):
                yield [bits(y), n, attempt(lambda: bits(round(y, n)))]


def float_parse():
    for s in ("1", "1.", ".5", ".", "", "1e5", "1e", "1e+", "1_0", "1__0", "_1", "1_", "1_.0", "1._0", "1.0_1", "1e1_0", "1e_1",
              "1_e1", "inf", "-Inf", "+INFINITY", "infin", "nan", "-nan", "+NaN", "nan(1)", "1e999", "-1e999", "1e-999", "0x10",
              "1e5.0", "--1", "+-1", "1 2", "1,5", "1d5", "1f", "1E5", "00012", "123456789012345678901234567890", "4.9e-324",
              "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308", "i_nf"):
        yield [s, attempt(lambda: bits(float(s)))]


def float_hex():
    for s in ("0x1p0", "1", "0x.8", "0x1.", ".8p1", "0x", "", ".", "0x.p1", "p1", "1p", "1p+", "0x1p1024", "0x1p1023", "0x1p-1074",
              "0x1p-1075", "0x1.8p-1075", "0x1.000000000000080p0", "0x1.00000000000008001p0", "0x1.000000000000180p0",
              "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "-0x1.8p3", " +0X1P-5 ", "inf", "-Infinity", "nan", "1_0",
              "0x0p99999999999999999999", "0x1p99999999999999999999", "0x1p-99999999999999999999", "1 2", "0x1g", "0x123456789abcdef01234",
              "0x.000000000000000000001", "0x1..0", "0x0.8p-1074", "0x0.80001p-1074", "0x0.fffffffffffff8p-1022", "\t0x1\n", "+-1"):
        yield [wtf(s), attempt(lambda: bits(float.fromhex(s)))]


def float_operators():
    pool = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 0.1, 5.5, -7.25, 1e300, -1e300, 1e-300, 5e-324, math.inf, -math.inf, math.nan, 1e308, 1023.0, 1075.0]
    for a in pool:
        for b in pool:
            q = attempt(divmod, a, b)
            q, r = (bits(q[0]), bits(q[1])) if isinstance(q, tuple) else (q, q)
            p = attempt(pow, a, b)
            p = "complex" if isinstance(p, complex) else bits(p) if isinstance(p, float) else p
            yield [bits(a), bits(b), q, r, p]


def spec_rows():
    cases = []
    ints = (0, 1, -1, 7, 255, -255, 65, 1234567, -98765432109, 1 << 40, 1 << 80, -(10**25), 0x110000, 10**400)
    floats = (0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 1234.5, 1e15, 1e16, 1e20, 1.23456789, -0.01, 1e-9, 12345.678901, math.inf, -math.inf, math.nan)
    complexes = (0j, 1 + 2j, -1 - 0j, 2j, complex("-0+2j"), 1234 + 5678.25j, complex("nan+infj"), -0.001 - 0.001j)
    strings = ("", "a", "abc", "h\u00e9llo", "\U0001f600x", "\ud800z")
    fills, aligns, signs = ("", "", "", "*", "0", "\u00e9", "\ud800", "<", "{"), ("", "", "<", ">", "^", "="), ("", "", "", "+", "-", " ")
    groups, kinds = ("", "", "", ",", "_", ",_", "_,"), "bcdeEfFgGnosxX%yq\x01\u00e9"

    def spec():
        align = rnd.choice(aligns)
        s = (rnd.choice(fills) if align else "") + align + rnd.choice(signs) + rnd.choice(("", "", "", "z")) + rnd.choice(("", "", "#"))
        s += rnd.choice(("", "", "0")) + rnd.choice(("", "", "1", "5", "12", "20", "1\u0661")) + rnd.choice(groups)
        if rnd.random() < 0.4:
            s += "." + rnd.choice(("", "0", "1", "2", "3", "8", "20")) + rnd.choice(groups)
        return s

    for pool, own in ((ints, "bcdnoxX"), (floats, "eEfFgGn%"), (complexes, "eEfFgGn"), (strings, "s")):
        for _ in range(330):
            s = spec()
            r = rnd.random()
            s += "" if r < 0.3 else rnd.choice(own) if r < 0.85 else rnd.choice(kinds)
            cases.append((rnd.choice(pool), s))
    cases += [(1, "99999999999999999999d"), (1, ".99999999999999999999f"), (1, ".99999999999f"), (True, "y"), (1j, "=.99999999999f"), (1, "yy")]
    for v, s in cases:
        if not s:
            continue
        t = type(v).__name__
        shown = {"float": lambda: bits(v), "complex": lambda: bits(v.real) + "," + bits(v.imag), "str": lambda: wtf(v)}.get(t, lambda: format(v, "x"))()
        yield [t, shown, wtf(s), answer(lambda: format(v, s))]


def percent_rows():
    cases = []
    for _ in range(300):
        flags = "".join(rnd.choice("-+ #0") for _ in range(rnd.randrange(0, 3)))
        s = "<%" + flags + rnd.choice(("", "", "1", "5", "12")) + rnd.choice(("", "", ".", ".0", ".3", ".12"))
        k = rnd.choice("diuoxXeEfFgGsc")
        if k in "eEfFgG":
            v = rnd.choice((0.0, -0.0, 1.5, -2.25, 1e16, 1e-7, 123456.789, math.inf, -math.inf, math.nan))
        elif k == "s":
            v = rnd.choice(("", "abc", "h\u00e9llo", "\ud800x"))
        elif k == "c":
            v = rnd.choice((65, 0xE9, 0x1F600))
        else:
            v = rnd.choice((0, 5, -5, 255, -255, 10**20, -(10**20)))
        cases.append((s + rnd.choice(("", "", "l", "h", "L")) + k + ">%%", v))
    for v, s in [(1, "abc%"), (1, "%q"), (1, "\u00e9%\u00e9"), (1, "%\ud800"), (1, "%5%"), (1, "%(a"), (1, "%(a(b)"), (1, "%99999999999999999999d"),
                 (1, "%.99999999999999999999d"), (1, "%.2147483648d"), (1, "%lld"), (1, "% "), (1, "%."), (1, "%1$d"), (1, "\x7f%\x01")]:
        cases.append((s, v))
    for s, v in cases:
        t = type(v).__name__
        shown = {"float": lambda: bits(v), "str": lambda: wtf(v)}.get(t, lambda: format(v, "x"))()
        yield [t, shown, wtf(s), answer(lambda: s % ((v,) if "(" not in s else {"a": v}))]


write("float_text", float_text())
write("float_rounding", float_rounding())
write("float_parse", float_parse())
write("float_hex", float_hex())
write("float_operators", float_operators())
write("spec", spec_rows())
write("percent", percent_rows())


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return format(h, "016x")


def unicode_digests():
    """One digest a property: FNV-1a of all answers for 0..0x110000, each followed by a newline."""
    import unicodedata as u

    methods = "isalpha isdecimal isdigit isnumeric isalnum isspace isprintable isupper islower".split()
    tests = {m: (lambda s, m=m: b"1" if getattr(s, m)() else b"0") for m in methods}
    tests["istitle"] = lambda s: b"1" if s.istitle() else b"0"
    tests["start"] = lambda s: b"1" if s.isidentifier() else b"0"
    tests["continue"] = lambda s: b"1" if ("a" + s).isidentifier() else b"0"
    tests["linebreak"] = lambda s: b"1" if len(("a" + s + "b").splitlines()) > 1 else b"0"
    for m in "upper lower title capitalize swapcase casefold".split():
        tests[m] = lambda s, m=m: getattr(s, m)().encode("utf-8", "surrogatepass")
    tests["decimal"] = lambda s: str(u.decimal(s, "-")).encode()
    tests["digit"] = lambda s: str(u.digit(s, "-")).encode()
    tests["numeric"] = lambda s: b"-" if u.numeric(s, None) is None else struct.pack(">d", u.numeric(s)).hex().encode()
    for m in "category bidirectional east_asian_width combining mirrored decomposition".split():
        tests[m] = lambda s, m=m: str(getattr(u, m)(s)).encode()
    for m in "NFC NFD NFKC NFKD".split():
        tests[m] = lambda s, m=m: u.normalize(m, s).encode("utf-8", "surrogatepass")
    for name, f in tests.items():
        yield [name, fnv(b"".join(f(chr(c)) + b"\n" for c in range(0x110000)))]


def unicode_texts():
    words = ["\u03a3", "\u0391\u03a3", "\u0391\u03a3.", "\u0391\u03a3\u0391", "\u0391'\u03a3'", "\u0391.\u03a3.\u0391", "\u0391\u03a3\ud800", "\u1e9e\u00df", "\ufb01x \ufb01",
             "\u01c5\u01c6\u01c4", "\u0130I\u0131i", "hello world's 1a", "\u0345\u0391\u03a3", "\u0391\u0301\u03a3\u0301", "\u24d0\u24b6 \u2160\u2170", "\u0149a \u0149A", "a\u02b0\u03a3"]
    for a in words:
        yield [wtf(a)] + [wtf(f(a)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)] + ["%d%d%d" % (a.isupper(), a.islower(), a.istitle())]


write("unicode_digests", unicode_digests())
write("unicode_texts", unicode_texts())


def repr_rows():
    for s in ["", "a", "it's", '"', "'\"", "\\", "\t\n\r\x00\x1f\x7f\x80\xa0\xad\xe9", "\u0378\u200b\u2028\u3042\ud800\udfff", "\U0001f600\U000e0001\U0010ffff", "a'b\"c\\d", "\U00011de0\ua7ce"]:
        b = s.encode("utf-8", "surrogatepass")
        yield [wtf(s), wtf(repr(s)), wtf(ascii(s)), repr(b).encode().hex(), str(len(s))]


HANDLERS = "strict ignore replace backslashreplace xmlcharrefreplace namereplace surrogateescape surrogatepass".split()
CODECS = "utf-8 latin-1 ascii utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be".split()


def codec_answer(f):
    try:
        r = f()
        return "=" + (r.hex() if isinstance(r, bytes) else wtf(r))
    except UnicodeError as e:
        return "!%d:%d:%s" % (e.start, e.end, e.reason)


def decode_rows():
    samples = [b"", b"abc", b"\xff\xfea\0", b"\xfe\xff\0a", b"a\xc0\x80b", b"\xc2", b"\xc2a", b"\xe0\x80\x80", b"\xe1\x80", b"\xe1\x80a", b"\xed\xa0\x80", b"\xed\xa0\x80\xed\xb0\x80", b"\xf0\x90\x80", b"\xf0\x90a",
               b"\xf4\x90\x80\x80", b"\xf1\x80\x80\xff\xe1\x80\xf1\x80\xc2", b"\0\xd8", b"\0\xd8a\0", b"\0\xdc", b"\0\xd8\0", b"\0\xd8\0\xdc", b"\xd8\0\xdc\0", b"\xff\xdca\0", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\0\0\x11\0a\0\0\0b", b"\0\xd8\0\0", b"\0\0\xd8\0",
               b"\xff\xfe\0\xd8a", "h\u00e9\u20ac\U0001f600".encode()]
    samples += [bytes(rnd.choice((0, 0x41, 0x80, 0xC3, 0xA9, 0xD8, 0xDC, 0xE2, 0xED, 0xA0, 0xF0, 0x9F, 0xFF, 0xFE)) for _ in range(rnd.randrange(1, 9))) for _ in range(12)]
    for b in samples:
        for codec in CODECS:
            for h in HANDLERS:
                if h not in ("xmlcharrefreplace", "namereplace"):
                    yield [b.hex(), codec, h, codec_answer(lambda: b.decode(codec, h))]


def encode_rows():
    samples = ["", "abc", "\ud800", "a\udc80\udcff", "\ud83d\ude00x", "\xe9\u0100\U0001f600", "\udc41", "\udc80\ud800", "\xe9\udc80\u20ac\udc90a", "\udc80\u0100\udc81", "\u0378\uac01\u4e00\x80"]
    for s in samples:
        for codec in CODECS:
            for h in HANDLERS:
                yield [wtf(s), codec, h, codec_answer(lambda: s.encode(codec, h))]


write("repr", repr_rows())
write("decode", decode_rows())
write("encode", encode_rows())


def special_rows():
    pool = [rnd.uniform(-30, 30) for _ in range(40)] + [rnd.uniform(-180, 172) for _ in range(30)] + [0.5, 1.0, 2.0, 5.0, 23.0, 24.0, 171.0, 171.7, -0.5, 1e-21, 1e-310, -1e-5, 1e5, 1e306]
    for x in pool:
        for f in (math.gamma, math.lgamma, math.erf, math.erfc):
            r = attempt(f, x)
            yield [f.__name__, bits(x), r if isinstance(r, str) else bits(r)]
    wide = floats()
    for x in wide[:90]:
        yield ["ulp", bits(x), bits(math.ulp(x))]
        m, e = math.frexp(x)
        yield ["frexp", bits(x), bits(m), e]
        n = rnd.choice((-1100, -1070, -50, -1, 0, 1, 60, 1000, 2000))
        r = attempt(math.ldexp, x, n)
        yield ["ldexp", bits(x), n, r if isinstance(r, str) else bits(r)]
        y = rnd.choice(wide)
        r = attempt(math.remainder, x, y)
        yield ["remainder", bits(x), bits(y), r if isinstance(r, str) else bits(r)]
        s = rnd.choice((0, 1, 2, 1000, 2**60, 2**64 - 1))
        yield ["nextafter", bits(x), bits(y), s, bits(math.nextafter(x, y, steps=s))]


def sum_rows():
    for _ in range(60):
        n = rnd.randrange(0, 9)
        mode = rnd.random()
        xs = [rnd.choice((1.0, 1e100, -1e100, 1e-16, 0.1, -0.1, 1e16, 3.0, 1e308, 5e-324)) if mode < 0.5 else rnd.uniform(-1, 1) * 10.0 ** rnd.randrange(-20, 20) for _ in range(n)]
        if mode > 0.9:
            xs.append(rnd.choice((math.inf, -math.inf, math.nan)))
        ys = [rnd.uniform(-1, 1) * 10.0 ** rnd.randrange(-20, 20) for _ in xs]
        f = attempt(math.fsum, xs)
        yield [" ".join(bits(x) for x in xs), " ".join(bits(y) for y in ys), f if isinstance(f, str) else bits(f), bits(sum(xs, 0.0)), bits(math.hypot(*xs)), bits(float(math.sumprod(xs, ys)))]
    for _ in range(60):
        xs = [rnd.uniform(-1, 1) * 2.0 ** rnd.randrange(-1074, -1000) for _ in range(rnd.randrange(1, 5))]
        yield [" ".join(bits(x) for x in xs), " ".join(bits(1.0) for x in xs), bits(math.fsum(xs)), bits(sum(xs, 0.0)), bits(math.hypot(*xs)), bits(math.sumprod(xs, [1.0] * len(xs)))]


def count_rows():
    for n in (0, 1, 2, 5, 16, 17, 20, 21, 60, 100, 170, 400):
        yield ["factorial", hexint(n), 0, hexint(math.factorial(n))]
    for n in (0, 1, 5, 10, 62, 66, 67, 100, 200, 2**63, 2**64 + 5, 10**30):
        for k in (0, 1, 2, 3, 5, 9, 30, 31, 66, 90):
            yield ["perm", hexint(n), k, hexint(math.perm(n, k))]
            yield ["comb", hexint(n), k, hexint(math.comb(n, k))]


write("special", special_rows())
write("sum", sum_rows())
write("count", count_rows())
