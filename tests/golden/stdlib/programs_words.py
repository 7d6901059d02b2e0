"""A small text report with several modules."""
import re, json, io, csv, collections, itertools, functools, operator, textwrap, string, datetime, dataclasses, heapq

TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps; the fox, however, does not!
A quick reaction is what the fox needs, and what the dog lacks. (See section 2.1, 3.14 and 42.)"""

@dataclasses.dataclass
class Word:
    text: str
    count: int = 0
    places: list[int] = dataclasses.field(default_factory=list)

@functools.lru_cache(maxsize=None)
def stem(word):
    return re.sub(r"(s|ing|ed)$", "", word.lower())

index = {}
for place, m in enumerate(re.finditer(r"[A-Za-z]+", TEXT)):
    word = index.setdefault(stem(m[0]), Word(stem(m[0])))
    word.count += 1
    word.places.append(place)
top = heapq.nlargest(5, index.values(), key=lambda w: (w.count, w.text))
print([(w.text, w.count, w.places) for w in top])
groups = {k: [w.text for w in g] for k, g in itertools.groupby(sorted(index.values(), key=lambda w: (len(w.text), w.text)), key=lambda w: len(w.text))}
print(json.dumps(groups, indent=None, sort_keys=True))
out = io.StringIO()
writer = csv.DictWriter(out, ["text", "count"], extrasaction="ignore")
writer.writeheader()
writer.writerows(map(dataclasses.asdict, top))
print(out.getvalue())
back = list(csv.DictReader(io.StringIO(out.getvalue())))
print(sum(map(int, map(operator.itemgetter("count"), back))))
print(collections.Counter(c for c in TEXT if c in string.punctuation).most_common())
print(textwrap.shorten(TEXT, 40), [float(x) for x in re.findall(r"\d+\.\d+", TEXT)])
day = datetime.date(2024, 1, 31)
print([(day + datetime.timedelta(days=n)).strftime("%a %d %b") for n in range(3)], functools.reduce(operator.mul, range(1, 10)))
