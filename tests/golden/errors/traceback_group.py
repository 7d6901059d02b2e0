"""An uncaught group shows each exception."""


def fail(error):
    raise error


def collect(*errors):
    found = []
    for error in errors:
        try:
            fail(error)
        except Exception as caught:
            found.append(caught)
    return found


raise ExceptionGroup("several things failed", collect(ValueError("one"), ExceptionGroup("inner", [KeyError("two"), OSError("three")]), TypeError("four")))
