"""Loops with else, break and continue through finally, nested and mixed."""


def search(items, wanted):
    for item in items:
        if item == wanted:
            result = "found"
            break
    else:
        result = "missing"
    return result


print(search([1, 2], 2), search([1, 2], 3), search([], 1))


def while_else(n):
    trace = []
    while n:
        n -= 1
        if n == 5:
            trace.append("continue")
            continue
        if n == 3:
            trace.append("break")
            break
        trace.append(n)
    else:
        trace.append("else")
    return trace


print(while_else(3), while_else(7), while_else(0))


def through_finally():
    trace = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            trace.append(i)
        finally:
            trace.append(f"f{i}")
    return trace


print(through_finally())


def return_override():
    try:
        return "try"
    finally:
        return "finally"


def return_value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def swallow():
    for _ in range(2):
        try:
            1 / 0
        finally:
            continue
    return "swallowed by continue"


def nested_finally():
    trace = []
    try:
        try:
            try:
                trace.append("body")
                raise KeyError
            finally:
                trace.append("inner")
        finally:
            trace.append("middle")
            try:
                raise ValueError
            except ValueError:
                trace.append("nested handled")
    except KeyError:
        trace.append("outer")
    else:
        trace.append("never")
    finally:
        trace.append("last")
    return trace


print(return_override(), return_value_kept(), swallow(), nested_finally())


def loop_return():
    for i in range(5):
        for j in range(5):
            try:
                if i * j == 6:
                    return i, j
            finally:
                if i == 2 and j == 1:
                    pass


print(loop_return())


def else_of_try(raises):
    trace = []
    try:
        if raises:
            raise ValueError
    except ValueError:
        trace.append("except")
    else:
        trace.append("else")
    finally:
        trace.append("finally")
    return trace


print(else_of_try(True), else_of_try(False))

for i in range(3):
    pass
print(i)
for i in []:
    print("never")
print(i)

items = [1, 2, 3]
for item in items:
    if item < 3 and len(items) < 6:
        items.append(item * 10)
print(items)

box = {}
for box["key"] in range(3):
    pass
print(box)

a = 5
while a:
    a -= 1
    while True:
        if a % 2:
            break
        else:
            break
    if a == 2:
        break
print(a)

if a == 1:
    print("one")
elif a == 2:
    print("two")
else:
    print("other")
print("yes" if a else "no", [1 if x else 2 for x in (0, 1)])


def deep(n):
    if n:
        for _ in range(2):
            while True:
                with_value = deep(n - 1)
                break
        return with_value + 1
    return 0


print(deep(6))


def infinite():
    n = 0
    while 1:
        n += 1
        if n > 10: break
        else: continue
    return n


print(infinite())
pass; x = 1; y = 2
print(x, y)
