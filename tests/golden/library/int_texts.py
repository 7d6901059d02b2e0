for text in ["10", " -0x1F ", "0b101", "1_000", "0o17", "٣", "+5", "00"]:
    for base in (10, 0, 16):
        try: print(repr(text), base, int(text, base))
        except ValueError as error: print(error)
print(int("z", 36), int(b"12"), int(bytearray(b"7")), int(3.99), int(-3.99), int(True), (255).to_bytes(2, "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), (-5).bit_length(), (7).bit_count(), (6).as_integer_ratio(), (5).is_integer(), (5).conjugate())
for make in (lambda: int("1", 1), lambda: int(1.5, 10), lambda: int("x" * 5), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int([]), lambda: (300).to_bytes(1), lambda: (-1).to_bytes(1), lambda: int("1" * 5000)):
    try: print(make())
    except (TypeError, ValueError, OverflowError) as error: print(type(error).__name__, error)
print(f"{255:#x} {255:#b} {-255:#o} {1234567:,} {1234567:_} {65:c} {5:+d} {5: d} {3:05} {-3:=6} {7:<3}| {7:^5}| {10**20:.3e} {12:n}")
