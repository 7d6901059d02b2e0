"""An exception that is raised again keeps its first lines."""


def source():
    raise LookupError("from source")


def passes():
    try:
        source()
    except LookupError:
        print("seen")
        raise


def stores():
    try:
        passes()
    except LookupError as error:
        return error


error = stores()
print(type(error).__name__)
raise error
