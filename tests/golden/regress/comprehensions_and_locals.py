"""What `locals`, `eval` and `exec` see inside comprehensions of modules and classes; class cells used by two comprehensions."""

numbers = [1, 2]
y = 0
print([locals()["x"] for x in numbers], [vars()["x"] for x in numbers], [("x" in dir()) for x in numbers])
print([eval("x * 10") for x in numbers], [eval("x + z") for x in numbers for z in (5,)])
print([exec("y = x") for x in numbers], y, "x" in locals(), "x" in globals())
print([(lambda: x)() for x in numbers if eval("x") > 1])


class Body:
    a = 7
    print([eval("x") for x in range(2)], ["a" in locals() for _ in (1,)], sorted(k for k in locals() if k[0] != "_"))


def function():
    z = 5
    return [sorted(locals()) for x in numbers], [eval("x + z") for x in numbers]


print(function())
try:
    class Sibling:
        [super for _ in [1]]
        [__class__ for _ in [1]]
except NameError as error:
    print(error)


class Both:
    first = [super for _ in [1]]

    def name(self):
        return [__class__.__name__ for _ in [1]]


print(Both().name(), Both.first == [super])
