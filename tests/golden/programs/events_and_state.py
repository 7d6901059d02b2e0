"""Observers, a state machine, undo, an LRU cache, a bank with transactions, and a plug-in registry."""


class Event:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.setdefault(self.name, Bound(self.name))


class Bound:
    def __init__(self, name):
        self.name, self.handlers = name, []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in list(self.handlers)]


class Button:
    clicked = Event()
    moved = Event()

    def __setattr__(self, name, value):
        if not isinstance(value, Bound):
            super().__setattr__(name, value)


b, other = Button(), Button()
handler = lambda x: f"first {x}"
b.clicked += handler
b.clicked += lambda x: f"second {x}"
print(b.clicked(5), other.clicked(5), b.moved())
b.clicked -= handler
print(b.clicked(6), sorted(vars(b)))


class Machine:
    transitions = {}
    state = "idle"

    def __init_subclass__(cls):
        cls.transitions = {}
        for name, value in list(vars(cls).items()):
            for source, target in getattr(value, "moves", ()):
                cls.transitions[source, name] = target, value

    def fire(self, name, *args):
        try:
            target, action = self.transitions[self.state, name]
        except KeyError:
            raise RuntimeError(f"cannot {name} while {self.state}") from None
        result = action(self, *args)
        self.state = target
        return result


def moves(**pairs):
    def decorate(function):
        function.moves = list(pairs.items())
        return function
    return decorate


class Turnstile(Machine):
    state = "locked"
    coins = 0

    @moves(locked="open", open="open")
    def coin(self):
        self.coins += 1
        return self.coins

    @moves(open="locked")
    def push(self):
        return "walk through"


t = Turnstile()
for name in ("coin", "push", "push", "coin", "coin", "push"):
    try:
        print(name, t.fire(name), t.state)
    except RuntimeError as error:
        print(error)


class Editor:
    def __init__(self):
        self.text, self.done, self.undone = "", [], []

    def do(self, apply, revert):
        apply()
        self.done.append((apply, revert))
        self.undone.clear()

    def type(self, more):
        old = self.text

        def apply():
            self.text = old + more

        def revert():
            self.text = old
        self.do(apply, revert)

    def undo(self):
        apply, revert = self.done.pop()
        revert()
        self.undone.append((apply, revert))

    def redo(self):
        apply, revert = self.undone.pop()
        apply()
        self.done.append((apply, revert))


e = Editor()
for word in ("one ", "two ", "three"):
    e.type(word)
e.undo()
e.undo()
print(repr(e.text))
e.redo()
e.type("four")
print(repr(e.text), len(e.done), len(e.undone))
try:
    e.redo()
except IndexError as error:
    print(error)


def lru(size):
    def decorate(function):
        cache, stats = {}, {"hits": 0, "misses": 0}

        def wrapper(*args, **kwargs):
            key = args + tuple(sorted(kwargs.items()))
            if key in cache:
                stats["hits"] += 1
                cache[key] = cache.pop(key)
            else:
                stats["misses"] += 1
                cache[key] = function(*args, **kwargs)
                if len(cache) > size:
                    del cache[next(iter(cache))]
            return cache[key]
        wrapper.cache, wrapper.stats = cache, stats
        return wrapper
    return decorate


@lru(3)
def square(x, *, plus=0):
    return x * x + plus


print([square(x) for x in (1, 2, 3, 1, 4, 2, 1)], square(2, plus=1), square.stats, list(square.cache))


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.missing = amount - account.balance


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history = owner, balance, []

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(-amount)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(amount)


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a, a.balance, a.history[:]) for a in self.accounts]
        return self

    def __exit__(self, kind, error, tb):
        if kind is not None:
            for account, account.balance, account.history in self.saved:
                pass
        return kind is not None and issubclass(kind, InsufficientFunds)


ann, bob = Account("Ann", 100), Account("Bob")
with Transaction(ann, bob):
    ann.withdraw(30)
    bob.deposit(30)
with Transaction(ann, bob) as t:
    bob.deposit(500)
    ann.withdraw(200)
    print("never")
print(ann.balance, bob.balance, ann.history, bob.history)
try:
    with Transaction(ann):
        ann.withdraw(10)
        ann.deposit(-5)
except ValueError as error:
    print(error, ann.balance)
try:
    bob.withdraw(31)
except InsufficientFunds as error:
    print(error, error.missing, error.args)


class Plugin:
    registry = {}

    def __init_subclass__(cls, *, name=None, priority=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name, cls.priority = name or cls.__name__.lower(), priority
        Plugin.registry[cls.name] = cls

    def run(self, text):
        return text


class Upper(Plugin, priority=2):
    def run(self, text):
        return super().run(text).upper()


class Reverse(Plugin, name="backwards", priority=1):
    def run(self, text):
        return text[::-1]


class Both(Upper, Reverse, name="both"):
    pass


text = "plug-in"
for cls in sorted(Plugin.registry.values(), key=lambda c: -c.priority):
    text = cls().run(text)
    print(cls.name, cls.priority, text)
print(list(Plugin.registry), [c.__name__ for c in Both.__mro__])
