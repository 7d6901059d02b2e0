"""assert with and without a message."""

assert True, "never evaluated: " + 1
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert (), ("a", "tuple")
except AssertionError as error:
    print(repr(error), error.args)
values = [1, 2]
assert len(values) == 3, f"expected 3 values, got {len(values)}"
