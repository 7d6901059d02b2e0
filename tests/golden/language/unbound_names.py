"""Names without a value: which error, and its text."""


def report(function):
    try:
        print(function())
    except NameError as error:
        print(type(error).__name__, "|", error, "|", error.name)


def local():
    print(value)
    value = 1


def deleted():
    value = 1
    del value
    return value


def twice():
    value = 1
    del value
    del value


def missing():
    return no_such_name_anywhere


def missing_delete():
    global no_such_global
    del no_such_global


def augmented():
    value += 1


def in_branch(flag=False):
    if flag:
        value = 1
    return value


def after_except():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


def loop_never_ran():
    for value in []:
        pass
    return value


def import_like():
    def inner():
        return free
    if False:
        free = 1
    return inner()


for function in (local, deleted, twice, missing, missing_delete, augmented, in_branch, after_except, loop_never_ran,
                 import_like):
    report(function)

report(lambda: in_branch(True))


def with_rebinding():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        error = "rebound"
    try:
        return error
    except NameError as e:
        return "gone"


print(with_rebinding())

try:
    del not_there
except NameError as error:
    print(error)

module_name = 1
del module_name
try:
    module_name
except NameError as error:
    print(error)


class C:
    value = 1
    del value
    try:
        value
    except NameError as error:
        print(error)
    try:
        del value
    except NameError as error:
        print(error)


# A class body falls back to the global when its own binding is gone.
shadowed = "global"


class D:
    shadowed = "class"
    first = shadowed
    del shadowed
    second = shadowed


print(D.first, D.second)


def comprehension():
    return [item for item in range(2)], [unknown_in_comp for _ in range(1)]


report(comprehension)


def parameter(p):
    del p
    return p


report(lambda: parameter(1))
