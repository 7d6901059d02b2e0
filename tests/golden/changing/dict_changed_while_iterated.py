"""Dicts and sets changed while their iterators, views and comprehensions run."""

def trial(name, make, change, steps=3):
    it, container = make()
    seen = []
    try:
        for _ in range(steps):
            seen.append(next(it))
            change(container)
        seen.append("end")
        seen.extend(it)
    except Exception as error:
        seen.append(f"{type(error).__name__}: {error}")
    print(name, seen)
    try:
        print("  again", next(it, "over"))
    except RuntimeError as error:
        print("  again", error)


def source(kind):
    def make():
        d = {n: str(n) for n in range(5)}
        return iter(getattr(d, kind)()), d

    return make


def backwards(kind):
    def make():
        d = {n: str(n) for n in range(5)}
        return reversed(getattr(d, kind)()), d

    return make


def of_set():
    s = set(range(5))
    return iter(s), s


changes = {
    "add": lambda d: d.update({len(d) + 100: "new"}) if isinstance(d, dict) else d.add(len(d) + 100),
    "clear": lambda d: d.clear(),
    "pop": lambda d: d.popitem() if isinstance(d, dict) else d.discard(4),
    "same": lambda d: d.update({0: "changed"}) if isinstance(d, dict) else d.add(0),
}
for name, change in changes.items():
    for kind in ("keys", "values", "items"):
        trial(f"{name} {kind}", source(kind), change)
        trial(f"{name} reversed {kind}", backwards(kind), change)
for name in ("add", "clear", "same"):
    trial(f"{name} set", of_set, changes[name])
d = {1: 1, 2: 2}
for work in (
    lambda: [d.update({k + 10: 0}) for k in d],
    lambda: {k: d.pop(k) for k in d},
    lambda: sum(d.setdefault(v + 5, v + 5) for v in d.values()),
    lambda: list(map(lambda k: d.pop(k), d)),
    lambda: sorted(d, key=lambda k: d.pop(k)),
    lambda: max(d, key=lambda k: d.setdefault(k + 1, 0)),
    lambda: d.update((k, d.pop(k)) for k in d),
    lambda: [*map(lambda item: d.clear(), d.items())],
    lambda: dict(zip(d, (d.pop(k) for k in list(d)))),
):
    d = {1: 1, 2: 2}
    try:
        print(work(), d)
    except Exception as error:
        print(type(error).__name__, error, d)
