"""A set's intersection ends when all its keys are found; `in` rewords errors of __iter__."""

def noisy(items):
    for item in items:
        print("asked for", item)
        yield item


print({1, 2}.intersection(noisy([2, 5, 1, 3, []])))
print(set().intersection(noisy([1])))
try:
    print({1, 9}.intersection(noisy([1, [], 9])))
except TypeError as error:
    print(error)
print({1}.issubset(noisy([1, 2, []])), {1}.issuperset(noisy([1, 2, 3])), {1}.isdisjoint(noisy([2, 1, 3])))
s = {1, 2}
s.intersection_update(noisy([2, 1, []]))
print(s)


class NotIterator:
    def __iter__(self):
        return 5


class Raises:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


for value in (NotIterator(), Raises(TypeError("mine")), Raises(ValueError("mine")), 5, None):
    for action in (lambda: 1 in value, lambda: 1 not in value, lambda: list(value), lambda: set(value), lambda: [*value], lambda: dict(value), lambda: tuple(value), lambda: max(value), lambda: a):
        try:
            print(action())
        except NameError:
            break
        except Exception as error:
            print(type(error).__name__, error, repr(error.__context__))
