"""Statements that leave blocks on many paths: break, continue, return and yield through with, try and match."""

log = []


class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        log.append(f"+{self.name}")
        return self

    def __exit__(self, kind, value, tb):
        log.append(f"-{self.name}{'!' if kind else ''}")
        return self.swallow


def flush(value=None):
    print(value, " ".join(log))
    log.clear()


def paths(n):
    for i in range(5):
        with M(f"a{i}"):
            try:
                match i + n:
                    case 1:
                        continue
                    case 2:
                        with M("inner"):
                            continue
                    case 3 if n:
                        return "returned"
                    case 4:
                        break
                    case 7:
                        raise KeyError(i)
            except KeyError:
                log.append("caught")
                continue
            finally:
                log.append(f"f{i}")
    else:
        return "exhausted"
    return "broke"


for n in (0, 1, 2, 4, 10):
    flush(paths(n))


def generator_paths():
    for i in range(3):
        with M(f"g{i}"):
            try:
                yield i
                if i == 1:
                    continue
            finally:
                log.append("finally")
                yield f"in finally {i}"


flush(list(generator_paths()))
g = generator_paths()
next(g)
try:
    g.throw(ValueError)
    next(g)
except ValueError:
    flush("ValueError came out")


def swallow_and_go_on():
    count = 0
    while True:
        with M("s", swallow=True):
            count += 1
            if count == 3:
                break
            raise ValueError
    return count


flush(swallow_and_go_on())


def return_in_nested_finally():
    for _ in range(3):
        try:
            with M("r"):
                try:
                    return "first"
                finally:
                    log.append("f1")
        finally:
            log.append("f2")
            if len(log) > 100:
                return "never"


flush(return_in_nested_finally())


def return_value_order():
    x = [1]
    with M("v"):
        try:
            return x.append(2) or x
        finally:
            x.append(3)


flush(return_value_order())


def try_else_loop():
    out = []
    for i in range(4):
        try:
            if i == 1:
                raise ValueError
            if i == 2:
                continue
        except ValueError:
            out.append("except")
        else:
            out.append(f"else {i}")
        finally:
            out.append(f"finally {i}")
    return out


print(try_else_loop())


async def coroutine():
    for i in range(3):
        async with AM(i):
            try:
                if i == 1:
                    continue
                async for x in AI(i):
                    if x == 1:
                        break
                else:
                    log.append("async else")
                    if i == 0:
                        continue
                return f"left at {i}"
            finally:
                log.append(f"f{i}")


class AM:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        log.append(f"+{self.n}")

    async def __aexit__(self, *args):
        log.append(f"-{self.n}")


class AI:
    def __init__(self, n):
        self.i, self.n = -1, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i >= self.n:
            raise StopAsyncIteration
        return self.i


try:
    coroutine().send(None)
except StopIteration as stop:
    flush(stop.value)


def except_star_in_loop():
    out = []
    for i in range(3):
        try:
            if i:
                raise ExceptionGroup("g", [ValueError(i), KeyError(i)][:i])
        except* ValueError as eg:
            out.append(("v", len(eg.exceptions)))
        except* KeyError as eg:
            out.append(("k", eg.exceptions[0].args))
        else:
            out.append("else")
        finally:
            out.append("finally")
    return out


print(except_star_in_loop())


def nested_loops():
    out = []
    for i in range(4):
        for j in range(4):
            if j == 2:
                break
            if i == 1:
                continue
            out.append((i, j))
        else:
            out.append("inner else")
        if i == 2:
            break
    else:
        out.append("outer else")
    while out:
        if len(out) < 3:
            break
        out.pop(0)
    else:
        out.append("never")
    return out


print(nested_loops())


def handler_leaves():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0:
                continue
            if i == 1:
                break
    try:
        return e
    except NameError:
        return "e is gone", i


print(handler_leaves())
