import traceback, sys
def inner(x):
    return 1 / x
def outer():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise ValueError("outer\nsecond line") from error
try:
    outer()
except ValueError as error:
    kept = error
    lines = traceback.format_exception(error)
    print("".join(line for line in lines if "File" not in line))
    print([(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)])
    print(traceback.format_exception_only(error))
    made = traceback.TracebackException.from_exception(error)
    print(made.exc_type_str, str(made), made.__cause__.exc_type_str)
kept.add_note("a note")
print(traceback.format_exception_only(kept))
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError("t")])
except* ValueError as group:
    print("".join(line for line in traceback.format_exception(group) if "File" not in line))
except* TypeError:
    print("types")
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 3, 5, "a b c\n", 3, 6))))
def recurse(n):
    if n: recurse(n - 1)
    else: raise KeyError("deep")
try:
    recurse(20)
except KeyError as error:
    print(any("Previous line repeated" in line for line in traceback.format_exception(error)))
print(traceback.format_list([("f.py", 1, "g", "x = 1")]))
