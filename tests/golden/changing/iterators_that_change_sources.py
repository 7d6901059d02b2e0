"""Iterables that change the container they are being added to: extend, update, slices, joins."""

def attempt(name, work, *shown):
    try:
        result = work()
        print(name, result, *[s() for s in shown])
    except Exception as error:
        print(name, type(error).__name__, error, *[s() for s in shown])


def feeding(container, change, n=4):
    for i in range(n):
        change(container, i)
        yield i


items = [1, 2]
attempt("extend appends", lambda: items.extend(feeding(items, lambda c, i: c.append("x"))), lambda: items)
items = [1, 2]
attempt("extend clears", lambda: items.extend(feeding(items, lambda c, i: c.clear())), lambda: items)
items = [1, 2, 3]
attempt("extend itself", lambda: items.extend(items), lambda: items)
attempt("extend own iterator", lambda: items.extend(x for x in items[:2]), lambda: items)
items = [1, 2, 3, 4]
attempt("slice", lambda: items.__setitem__(slice(1, 3), feeding(items, lambda c, i: c.pop() if c else 0)), lambda: items)
items = [1, 2, 3, 4]
attempt("own slice", lambda: items.__setitem__(slice(1, 2), items), lambda: items)
items = [1, 2, 3, 4]
attempt("own step", lambda: items.__setitem__(slice(None, None, -1), items), lambda: items)
items = [1, 2, 3, 4]
attempt("iadd", lambda: items.__iadd__(feeding(items, lambda c, i: c.insert(0, "y"))), lambda: len(items))
items = [1, 2, 3]
attempt("init", lambda: items.__init__(feeding(items, lambda c, i: c.append("z"))), lambda: items)
items = [1, 2, 3]
attempt("init itself", lambda: items.__init__(items), lambda: items)
d = {1: 1}
attempt("update", lambda: d.update(feeding_pairs for feeding_pairs in ((d.setdefault(i, 0), i) for i in range(4))), lambda: d)
attempt("update itself", lambda: d.update(d), lambda: d)
attempt("ior", lambda: d.__ior__([(1, 2), (3, 4)]), lambda: d)
s = {1, 2}
attempt("set update", lambda: s.update(feeding(s, lambda c, i: c.add(i + 10))), lambda: sorted(s))
attempt("set update itself", lambda: s.update(s), lambda: len(s))
attempt("set difference itself", lambda: s.difference_update(s), lambda: s)
s = {1, 2, 3}
attempt("set intersection", lambda: s.intersection_update(feeding(s, lambda c, i: c.discard(i))), lambda: s)
s = {1, 2, 3}
attempt("set symmetric itself", lambda: s.symmetric_difference_update(s), lambda: s)
array = bytearray(b"ab")
attempt("bytes extend", lambda: array.extend(feeding(array, lambda c, i: c.append(65 + i))), lambda: array)
attempt("bytes extend itself", lambda: array.extend(array), lambda: array)
attempt("bytes slice", lambda: array.__setitem__(slice(1, 3), feeding(array, lambda c, i: c.clear())), lambda: array)
parts = ["a", "b"]
attempt("join", lambda: "-".join(str(parts.append("c") or x) if len(parts) < 5 else x for x in parts), lambda: parts)
it = iter(items := [1, 2, 3])
attempt("list of iterator", lambda: [items.append(x) or x for x in it if len(items) < 8], lambda: items)
it = iter(items := [1, 2, 3])
next(it)
items.clear()
attempt("exhausted", lambda: (list(it), items.extend("ab"), list(it)))
it = reversed(items := [1, 2, 3, 4])
attempt("reversed", lambda: [x for x in it if items.pop()], lambda: items)
attempt("tuple", lambda: tuple(feeding(items, lambda c, i: c.append(i))), lambda: items)
attempt("unpack", lambda: (lambda *a: a)(*feeding(items, lambda c, i: c.clear())), lambda: items)
attempt("zip", lambda: list(zip(items := [1, 2, 3], (items.append(x) for x in range(3)))))
attempt("raises", lambda: items.extend(1 / (2 - i) for i in range(5)), lambda: items)
