b = b"Hello\x00\xff"
print(b, b.hex(), b.hex(":", 2), bytes.fromhex("01 fF"), b[0], b[1:3], b.find(b"l"), b.find(108), b.replace(b"l", b"L"), b.split(b"l"), b.upper(), b.isalpha(), b.decode("latin-1"), b.startswith((b"x", b"H")), b.join([b"a", bytearray(b"b")]), b.translate(None, b"l"), bytes.maketrans(b"a", b"b")[97], b"%d %s %x" % (5, b"x", 255), b"a" < b"b", b"a" == bytearray(b"a"), bytes([1, 2]), bytes(3), bytes("é", "utf-8"), b"\x00" in b, 72 in b)
a = bytearray(b"abc"); a.append(100); a.extend(b"ef"); a[1:2] = b"XY"; del a[0]; a.insert(0, 33); a.reverse(); print(a, a.pop(), a.copy(), a * 2, a.index(b"d"), a.remove(100), a, a.clear(), a)
for make in (lambda: bytes([256]), lambda: bytes("x"), lambda: bytes(-1), lambda: bytes.fromhex("0"), lambda: b"a" + "b", lambda: b"a".index(b"z"), lambda: bytearray(b"a").append(300), lambda: b"abc".join(["x"]), lambda: b"\xff".decode(), lambda: b"%d" % b"x", lambda: b"a"[5], lambda: bytes([1.5]), lambda: int.from_bytes("x")):
    try: print(make())
    except (ValueError, TypeError, IndexError, UnicodeError) as error: print(type(error).__name__, error)
m = memoryview(bytearray(b"abcdef")); print(m[1], m[1:3].tobytes(), m.readonly, m.format, m.nbytes, m.cast("H").shape, m[::2].tolist(), m == b"abcdef", m.tobytes()[::-1], list(m[:2])); m[0] = 65; m[1:3] = b"zz"; print(m.obj)
