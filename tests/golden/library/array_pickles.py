import array, pickle, copy
for code, items in [("b", [-1, 2]), ("H", [1, 65535]), ("i", [-5, 7]), ("q", [1 << 40]), ("Q", [2**64 - 1]), ("f", [1.5]), ("d", [-2.25]), ("u", "aé"), ("w", "x\U0001F600")]:
    made = array.array(code, items)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(made, protocol))
        assert again == made and again.typecode == code
    print(made, copy.copy(made) == made, copy.deepcopy(made) == made)
from array import _array_reconstructor as rebuild
print(rebuild(array.array, "i", 9, b"\0\0\0\x07\xff\xff\xff\xfe"))
print(rebuild(array.array, "d", 17, b"\x3f\xf8" + bytes(6)), rebuild(array.array, "h", 4, b"\xff\xff"), rebuild(array.array, "B", 0, b"\xff"))
for args in [(str, "i", 0, b""), (array.array, "?", 0, b""), (array.array, "i", 99, b""), (array.array, "i", 8, b"abc"), (array.array, "i", 8, "")]:
    try: print(rebuild(*args))
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
