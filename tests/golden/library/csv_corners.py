"""csv: dialects, quoting, odd rows, readers' limits and refusals."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import csv
import io


def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


def read(text, **options):
    return list(csv.reader(io.StringIO(text), **options))


ask(r"""
written([["a", 1, None, 1.5, "x,y", 'q"q', "l\nl", ""]]), written([[]]), written([[""]]), written([[None]]), written([["a b", "'"]], quotechar="'"), written([["a"]], lineterminator="\n"), written([["a", 5]], quoting=csv.QUOTE_ALL), written([["a", 5, 1.5]], quoting=csv.QUOTE_NONNUMERIC), written([["a", None, 5]], quoting=csv.QUOTE_STRINGS), written([["a", None, 5]], quoting=csv.QUOTE_NOTNULL)
written([["a,b"]], quoting=csv.QUOTE_NONE)
written([["a,b", 'q"']], quoting=csv.QUOTE_NONE, escapechar="\\"), written([['q"q']], doublequote=False, escapechar="\\"), written([["a\tb"]], delimiter="\t"), written([["x"]], delimiter=";"), written([(1, 2), range(2)])
written([['q"q']], doublequote=False)
written([5])
written(5)
written([["a"]], delimiter="ab")
written([["a"]], delimiter=5)
written([["a"]], quotechar="")
written([["a"]], quoting=9)
written([["a"]], nothing=1)
written([["a"]], dialect="nope")
written([["a"]], lineterminator=5)
read('a,b\n"x, y","q""q"\n\n1,'), read('"a\nb",c'), read("a;b", delimiter=";"), read("a b", delimiter=" "), read(" a, b", skipinitialspace=True), read("'a,b'", quotechar="'"), read('a"b,c'), read('"a"b'), read("1,x", quoting=csv.QUOTE_NONE), read('1,"x"', quoting=csv.QUOTE_NONNUMERIC), read("a\\,b", escapechar="\\"), read("a\r\nb\rc"), read('""'), read(','), read(''), read('"a'), read("a,\\", escapechar="\\")
read('1,x', quoting=csv.QUOTE_NONNUMERIC)
read('"a"b', strict=True)
read('"a', strict=True)
list(csv.reader(["a,b", "c\n,d"]))
list(csv.reader([b"a"]))
list(csv.reader(5))
list(csv.reader([5]))
list(csv.DictReader(["a,b", "1,2,3", "4", ""])), list(csv.DictReader(["1,2"], ["x", "y"])), csv.DictReader(["a,b"]).fieldnames, list(csv.DictReader(["a", "1,2"], restkey="more", restval="none")), list(csv.DictReader(["a,b", "1"], restval="-"))
csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "b": 2})
csv.DictWriter(io.StringIO(), ["a"], extrasaction="x")
csv.DictWriter(io.StringIO(), ["a"], extrasaction="ignore").writerow({"b": 2}), csv.DictWriter(io.StringIO(), ["a", "b"]).writeheader()
csv.list_dialects(), csv.get_dialect("excel").delimiter, csv.get_dialect("unix").lineterminator, csv.field_size_limit()
csv.get_dialect("nope")
csv.register_dialect("mine", delimiter="|"), read("a|b", dialect="mine"), csv.unregister_dialect("mine")
csv.unregister_dialect("mine")
csv.register_dialect(5)
csv.Sniffer().sniff("a;b\n1;2\n").delimiter, csv.Sniffer().has_header("name,age\nx,1\ny,2\n"), csv.Sniffer().sniff("'a','b'\n'c','d'").quotechar
csv.Sniffer().sniff("abc")
csv.reader(["a"]).line_num, csv.reader(["a"]).dialect.delimiter, csv.Error.__mro__[1].__name__
""")
