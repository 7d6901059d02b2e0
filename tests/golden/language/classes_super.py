"""`super()` in all its forms."""


class Base:
    attribute = "base attribute"

    def __init__(self, *args):
        self.args = args

    def hello(self):
        return f"Base.hello of {type(self).__name__}"

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def static(x):
        return f"static {x}"

    @property
    def prop(self):
        return "base prop"


class Child(Base):
    attribute = "child attribute"

    def __init__(self, *args):
        super().__init__("child", *args)

    def hello(self):
        return "Child, " + super().hello()

    def two_arguments(self):
        return super(Child, self).hello()

    @classmethod
    def make(cls, *args):
        made = super().make(*args)
        made.via = "Child.make"
        return made

    @staticmethod
    def static(x):
        return "Child " + super(Child, Child).static(x)

    @property
    def prop(self):
        return "child over " + super().prop

    def attributes(self):
        return super().attribute, self.attribute

    def in_comprehension(self):
        return [super(Child, self).hello() for _ in range(1)]

    def comprehension_zero(self):
        return [super().hello() for _ in range(2)]

    def nested(self):
        def inner():
            return super(Child, self).hello()
        return inner()

    def nested_zero(self, other):
        def inner(s):
            return super().hello()
        return inner(other)

    def klass(self):
        return __class__

    def generator(self):
        yield super().hello()


class Grand(Child):
    pass


g = Grand(1)
print(g.args, g.hello(), g.two_arguments(), Grand.make(2).via, Grand.static(3), g.prop, g.attributes())
print(g.in_comprehension(), g.comprehension_zero(), g.nested(), g.nested_zero(Child()), g.klass(), list(g.generator()))
print(super(Child, g).hello.__self__ is g, super(Child, Grand).hello is Base.hello)
print(repr(super(Child, g)).split(" at ")[0], super(Child, g).__thisclass__, super(Child, g).__self_class__)
unbound = super(Child)
print(unbound.__self__, unbound.__get__(g, Grand).hello())


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: super().x)
attempt(lambda: super(Child, 5))
attempt(lambda: super(5, g))
attempt(lambda: super(Child, g).missing)
attempt(lambda: super(Base, g).hello())


def outside():
    return super()


attempt(outside)


def outside_with_argument(self):
    return super().x


attempt(outside_with_argument, g)


class Broken:
    def no_arguments():
        return super().x

    def deleted(self):
        del self
        return super().x


attempt(Broken.no_arguments)
attempt(Broken().deleted)
attempt(Child.hello, 5)


class Setter(Base):
    def store(self):
        try:
            super().new = 1
        except AttributeError as error:
            return str(error)


print(Setter().store())


class Indexed(dict):
    def __getitem__(self, key):
        return ("wrapped", super().__getitem__(key))

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __init__(self):
        super().__init__(a=1)

    def __repr__(self):
        return f"Indexed({super().__repr__()})"


i = Indexed()
i["b"] = 5
print(i["a"], i["b"], i, len(i))


class Left(Base):
    def hello(self):
        return "Left>" + super().hello()


class Right(Base):
    def hello(self):
        return "Right>" + super().hello()


class Both(Left, Right):
    def hello(self):
        return "Both>" + super().hello()


print(Both().hello())
super_alias = super


class Alias(Base):
    def hello(self):
        return super_alias().hello()


attempt(Alias().hello)
