"""Modules that must import, and one use of each."""
import string, copy, textwrap, pprint, fractions, statistics, decimal, datetime, enum, dataclasses, typing, types, heapq, bisect, contextlib, hashlib, base64, csv, io, argparse, logging, unittest, inspect, timeit, queue, threading, calendar, uuid, importlib, importlib.util, pickle, warnings, traceback, configparser, difflib, graphlib, html, shlex, fnmatch, binascii, unicodedata, colorsys, secrets, urllib.parse, ipaddress, tomllib, zoneinfo, keyword, token, reprlib, sched, numbers, operator, gc, atexit, errno, gettext, locale, optparse, getopt, linecache, tokenize

print(string.ascii_letters[:3], string.Template("$a b").substitute(a=1), string.Formatter().format("{0!r:>5} {x[1]} {y.real}", "a", x=[1, 2], y=3), string.capwords("a b"))
print(copy.deepcopy({"a": [1, {2}]}), textwrap.fill("the quick brown fox jumps", 12), textwrap.dedent("  a\n  b"), pprint.pformat({"b": 1, "a": [1] * 30}, width=40))
print(fractions.Fraction("3/4") + fractions.Fraction(1, 4), fractions.Fraction(0.5), statistics.mean([1, 2, 3]), statistics.median([1, 5, 2]), statistics.stdev([1, 2, 3]), statistics.mode("aab"))
print(decimal.Decimal("1.10") + decimal.Decimal("2.2"), decimal.Decimal(1) / 3, round(decimal.Decimal("2.675"), 2), decimal.Decimal("1e5").normalize())
print(datetime.date(2024, 2, 29) + datetime.timedelta(days=366), datetime.datetime(2024, 1, 2, 3, 4, 5).isoformat(), datetime.datetime.strptime("2024-05-06", "%Y-%m-%d"), datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), f"{datetime.date(2024, 3, 4):%d/%m/%y}")
class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
class Perm(enum.Flag):
    R = 4; W = 2; X = 1
class N(enum.IntEnum):
    A = 1
print(Color.RED, Color(2), Color["RED"].value, list(Color), Perm.R | Perm.X, Perm(3), N.A + 1, Color.RED is Color(1), repr(N.A))
@dataclasses.dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = 2
    z: list = dataclasses.field(default_factory=list, compare=False)
print(P(1), P(1) < P(2), dataclasses.asdict(P(1, 3)), dataclasses.replace(P(1), y=9), [f.name for f in dataclasses.fields(P)], hash(P(1)) == hash(P(1)))
print(typing.get_type_hints(P)["x"], typing.Optional[int], typing.Union[int, str], typing.List[int], typing.cast(int, 3), types.SimpleNamespace(a=1))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, "cab"), list(heapq.merge([1, 3], [2])), bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2))
with contextlib.suppress(KeyError), contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden"); {}["x"]
@contextlib.contextmanager
def cm():
    yield 1
with cm() as v:
    print(v, repr(out.getvalue()))
print(hashlib.md5(b"x").hexdigest(), hashlib.sha256(b"x").hexdigest()[:16], hashlib.sha1(b"").hexdigest()[:8], hashlib.sha3_256(b"a").hexdigest()[:8], hashlib.blake2b(b"a").hexdigest()[:8], base64.b64encode(b"hello"), base64.b64decode("aGk="), base64.b32encode(b"hi"), base64.urlsafe_b64encode(b"\xff\xfe"), binascii.hexlify(b"ab"), binascii.crc32(b"abc"))
f = io.StringIO(); w = csv.writer(f); w.writerow([1, "a,b", 'q"', None, 2.5]); w.writerow(["x"]); print(f.getvalue().encode()); print(list(csv.reader(['a,"b,c",d', '1,"2""3",']))); print(list(csv.DictReader(["k,v", "1,2"])))
ap = argparse.ArgumentParser(prog="p"); ap.add_argument("--n", type=int, default=3); ap.add_argument("file"); print(ap.parse_args(["--n", "5", "f"]))
log = io.StringIO(); logging.basicConfig(stream=log, format="%(levelname)s:%(message)s"); logging.warning("w %d", 1); logging.info("no"); print(log.getvalue())
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 1)
    def test_b(self):
        with self.assertRaises(ValueError): int("x")
res = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(res.testsRun, res.wasSuccessful())
print(inspect.signature(lambda a, b=1, *c, d, **e: 0), inspect.isfunction(print), inspect.getmembers(P(1), lambda v: v == 2)[:1])
q = queue.Queue(); q.put(1); q.put(2); print(q.get(), q.qsize(), queue.PriorityQueue().empty(), threading.current_thread().name, threading.Lock().acquire())
print(calendar.isleap(2024), calendar.monthrange(2024, 2), uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "x"), importlib.import_module("json").__name__, importlib.util.find_spec("json").name, importlib.util.find_spec("nope_x"))
print(pickle.loads(pickle.dumps({"a": [1, (2, 3), {4}], "b": P(1)})))
with warnings.catch_warnings(record=True) as ws:
    warnings.simplefilter("always"); warnings.warn("careful", UserWarning); print(len(ws), ws[0].message, ws[0].category.__name__)
cp = configparser.ConfigParser(); cp.read_string("[s]\nk = v\nn=3"); print(cp["s"]["k"], cp.getint("s", "n"), cp.sections())
print(list(difflib.unified_diff(["a"], ["b"], lineterm="")), list(graphlib.TopologicalSorter({"b": {"a"}}).static_order()), html.escape("<&>"), html.unescape("&lt;&eacute;"), shlex.split("a 'b c'"), fnmatch.fnmatch("a.py", "*.py"))
print(unicodedata.name("é"), unicodedata.normalize("NFD", "é").encode(), unicodedata.category("a"), colorsys.rgb_to_hsv(1, 0, 0), urllib.parse.urlparse("http://a/b?c=1"), urllib.parse.quote("a b/é"), urllib.parse.parse_qs("a=1&b=2"), ipaddress.ip_address("10.0.0.1") + 1, tomllib.loads("a = 1\n[t]\nb = [1, 2]"), keyword.iskeyword("for"))
