import inspect
for function in (len, sorted, print, sum, divmod, isinstance, "".split, [].sort, {}.get if False else b"".hex, int.to_bytes, str.encode):
    try:
        print(function.__name__, inspect.signature(function))
    except ValueError as error:
        print(function.__name__, "none")
