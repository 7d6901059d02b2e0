"""finally blocks run on the way out, and their output comes first."""


def work():
    try:
        try:
            raise ValueError("original")
        finally:
            print("inner finally")
    finally:
        print("outer finally")


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit saw", kind.__name__, value)
        return False


with Manager():
    work()
