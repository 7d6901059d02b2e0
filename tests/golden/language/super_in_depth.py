"""super(): cells, two arguments, class methods, failing forms, cooperative chains, and attributes."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class A:
    who = "A"

    def method(self):
        return ["A"]

    @classmethod
    def make(cls):
        return f"A.make for {cls.__name__}"

    @staticmethod
    def static():
        return "A.static"

    @property
    def prop(self):
        return "A.prop"

    def __getitem__(self, key):
        return f"A[{key}]"

    def __len__(self):
        return 3


class B(A):
    who = "B"

    def method(self):
        return ["B"] + super().method()

    @classmethod
    def make(cls):
        return "B+" + super().make()

    @staticmethod
    def static():
        return "B+" + super(B, B).static()

    @property
    def prop(self):
        return "B+" + super().prop

    def items(self):
        return super().__getitem__(1), super().__len__()

    def no_item(self):
        return super()[1]

    def nested(self):
        return [super(B, self).method() for _ in range(1)], (lambda: super(B, self).method())()

    def nested_zero(self):
        return [super().method() for _ in range(1)]

    def generator(self):
        yield super().method()

    def rebinding(self, other):
        self = other
        return super().method()

    def deleted(self):
        del self
        return super().method()

    def shown(self):
        s = super()
        return repr(s).replace("B", "B"), s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is self

    def setting(self):
        super().who = 5


class C(A):
    def method(self):
        return ["C"] + super().method()


class D(B, C):
    def method(self):
        return ["D"] + super().method()


d, b = D(), B()
print(d.method(), b.method(), D.make(), d.static(), d.prop, b.items(), b.nested(), list(b.generator()))
t(b.nested_zero)
t(b.rebinding, d)
t(b.rebinding, 5)
t(b.deleted)
t(b.no_item)
t(b.setting)
print(b.shown()[1:], repr(super(B, b)).startswith("<super: <class 'B'>, <B object>>"), repr(super(B)), super(B, D).make())
t(super)
t(super, 5)
t(super, B, 5)
t(super, A, int)
t(super, B, A())
t(super, B, b, 3)
t(lambda: super())
t(lambda self: super(), b)
t(lambda: super(B, b).nothing)
t(lambda: super(B).nothing)
print(super(B, b).who, super(A, b).__class__, super(B, b).__class__, super(B).__self__, super(B).__get__(b).method(), super(D, d).method(), super(B, d).method())


class E(B):
    bound = super(B)

    def method(self):
        return self.bound.__thisclass__.__name__


print(E().method(), type(E().bound).__name__)


def outside(self):
    return super().method()


class F(A):
    late = outside


t(F().late)


class G(A):
    def method(self):
        return __class__.__name__, super.__name__

    def with_default(self, cls=None):
        def inner(self):
            return super().method()

        return inner(self)


print(G().method(), G().with_default())


class Replacing(A):
    def method(self):
        __class__ = int
        return __class__


print(Replacing().method())


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.tag = super().__repr__()[:6]
        return made

    def mro(cls):
        return super().mro()


class H(metaclass=Meta):
    def __new__(cls, *args):
        return super().__new__(cls)

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.seen = True


class I(H):
    pass


print(H().tag, I.seen, I().tag)


class J(int):
    def __add__(self, other):
        return J(super().__add__(other))

    def __eq__(self, other):
        return super().__eq__(other)

    __hash__ = int.__hash__

    def __getattribute__(self, name):
        return super().__getattribute__(name)


print(type(J(1) + 2).__name__, J(1) == 1, J(5).real, hash(J(7)))
