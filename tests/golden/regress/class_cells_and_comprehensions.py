"""A class that has a variable `__class__` beside the cell for its functions; lambdas in comprehensions of class bodies."""


class Named:
    __class__ = 2
    inner = [(lambda: 3)() for x in [1]]


print(Named.__dict__["__class__"], Named.inner)

for source in ("""
class Late:
    __class__ = 2
    result = [(lambda: __class__)() for x in [1]]
""", """
class Early:
    result = [(lambda: __class__)() for x in [1]]
"""):
    try:
        exec(source)
    except NameError as error:
        print("NameError", error)


class Method:
    def get(self):
        return [(lambda: __class__)() for x in [1]]


print(Method().get())
