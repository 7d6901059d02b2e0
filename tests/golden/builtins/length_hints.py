"""How many items an iterable says that it has, and what becomes of impossible numbers."""
import operator


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter((1, 2))

    def __length_hint__(self):
        return self.hint


for iterable in (iter(range(2**70)), reversed(range(-3, 2**70)), range(2**70), range(2**63 - 1), iter(range(5))):
    show(lambda: operator.length_hint(iterable))
for make in (list, sorted):
    for iterable in (range(2**70), reversed(range(-3, 2**70)), range(-3, 2**63 + 5), range(2**62)):
        show(lambda: make(iterable))
show(lambda: [*range(2**70)])
show(lambda: [].extend(range(2**70)))
show(lambda: list(iter(range(2**70))))
for hint in (0, 1, 100, -1, 2**62, 2**63, 2**70, -2**70, "2", None, NotImplemented, 2.0, True):
    show(lambda: list(Hint(hint)))
    show(lambda: operator.length_hint(Hint(hint), 7))
