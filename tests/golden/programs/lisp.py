"""A Lisp in a page: reader, environments, closures, tail position, macros by quoting."""


class Symbol(str):
    pass


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        self.outer = outer
        if isinstance(params, Symbol):
            self[params] = list(args)
        else:
            if len(params) != len(args):
                raise TypeError(f"expected {len(params)} arguments, got {len(args)}")
            self.update(zip(params, args))

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise NameError(f"unbound symbol {name}")


class Closure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(tokens):
    if not tokens:
        raise SyntaxError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens[0] != ")":
            items.append(read(tokens))
        tokens.pop(0)
        return items
    if token == "'":
        return [Symbol("quote"), read(tokens)]
    if token == ")":
        raise SyntaxError("unexpected )")
    for convert in (int, float):
        try:
            return convert(token)
        except ValueError:
            pass
    return Symbol(token)


def show(x):
    if x is True:
        return "#t"
    if x is False:
        return "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    return str(x)


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case ["quote", value]:
                return value
            case ["if", test, then, other]:
                x = then if evaluate(test, env) is not False else other
            case ["define", [name, *params], *body]:
                env[name] = Closure(params, [Symbol("begin"), *body], env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Closure(params, [Symbol("begin"), *body], env)
            case ["let", bindings, *body]:
                values = [evaluate(value, env) for _, value in bindings]
                env = Env([name for name, _ in bindings], values, env)
                x = [Symbol("begin"), *body]
            case ["begin", *exprs, last]:
                for e in exprs:
                    evaluate(e, env)
                x = last
            case _:
                function, *args = [evaluate(e, env) for e in x]
                if isinstance(function, Closure):
                    x, env = function.body, Env(function.params, args, function.env)
                else:
                    return function(*args)


def standard():
    env = Env()
    env.update({
        "+": lambda *a: sum(a), "*": lambda a, b: a * b, "-": lambda a, b=None: -a if b is None else a - b, "/": lambda a, b: a / b,
        "<": lambda a, b: a < b, "=": lambda a, b: a == b, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l],
        "list": lambda *a: list(a), "null?": lambda l: l == [], "length": len, "map": lambda f, l: [f(i) for i in l], "eq?": lambda a, b: a == b,
    })
    return env


def main():
    env = standard()
    program = """
    (define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
    (fact 20)
    (define (compose f g) (lambda (x) (f (g x))))
    ((compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) 4)
    (define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
    (loop 5000 0)
    (map (lambda (x) (* x x)) '(1 2 3))
    (define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
    (define c (counter))
    (list (c) (c) (c))
    (let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x)))
    ((lambda args (length args)) 1 2 3 4)
    (define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
    (append '(1 2) '(a (b) 2.5))
    (undefined 1)
    (fact)
    (car '())
    (/ 1 0)
    """
    tokens = tokenize(program)
    while tokens:
        try:
            value = evaluate(read(tokens), env)
            if value is not None:
                print(show(value))
        except (NameError, TypeError, IndexError, ZeroDivisionError) as error:
            print(f"{type(error).__name__}: {error}")


main()
