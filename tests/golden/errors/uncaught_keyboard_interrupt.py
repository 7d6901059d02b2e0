"""KeyboardInterrupt that a program raises by itself and catches; exit by another BaseException."""

try:
    raise KeyboardInterrupt
except Exception:
    print("never")
except KeyboardInterrupt as error:
    print("caught", repr(error))


class Custom(BaseException):
    pass


try:
    raise Custom("base")
except Exception:
    print("never")
finally:
    print("finally")
