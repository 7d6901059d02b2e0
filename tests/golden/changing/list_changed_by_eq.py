"""Lists that the __eq__ of an item changes while index, count, remove, in and == look through them."""

class Changer:
    def __init__(self, action, answer=False):
        self.action = action
        self.answer = answer

    def __eq__(self, other):
        self.action()
        return self.answer

    __hash__ = None

    def __repr__(self):
        return "C"


def trial(name, make, action, answer=False):
    items = make()
    changer = Changer(lambda: action(items), answer)
    for where in (0, 2):
        items[:] = make()
        items.insert(where, changer)
        for work in (
            lambda: items.index("q"),
            lambda: items.count("q"),
            lambda: items.remove("q"),
            lambda: "q" in items,
            lambda: items == [1, 2, 3, 4, 5, 6],
            lambda: items != make(),
            lambda: items < [1, 2, "q"],
            lambda: items.index("q", 1, 3),
        ):
            items[:] = make()
            items.insert(where, changer)
            try:
                print(name, where, work(), len(items))
            except Exception as error:
                print(name, where, type(error).__name__, error, len(items))


for answer in (False, True):
    trial("clear", lambda: [1, 2, 3, 4, 5], list.clear, answer)
    trial("pop", lambda: [1, 2, 3, 4, 5], lambda items: items.pop() if items else None, answer)
    trial("shift", lambda: [1, 2, 3, 4, 5], lambda items: items and items.pop(0), answer)
    trial("grow", lambda: [1, 2, 3], lambda items: items.append(0) if len(items) < 12 else None, answer)
    trial("half", lambda: list(range(8)), lambda items: items.__delitem__(slice(1, None, 2)), answer)
    trial("raise", lambda: [1, 2, 3], lambda items: 1 / 0, answer)
