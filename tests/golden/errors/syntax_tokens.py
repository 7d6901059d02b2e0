"""The wording and place of syntax errors: tokens, numbers, strings."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "x = ", "= 1", "1 +", "+", "a b", "a 1", "1 a", "1a", "0x", "0xg", "0b2", "0o8", "1__0", "1_", "1e", "1.5.5", "01",
    "00", "0_7", "1if 1else 2", "'abc", '"abc', "'''abc", "f'{", "f'{a", "f'{}'", "f'{a!}'", "f'{a!x}'", "f'}'",
    "f'{a:{b:{c}}}'", "f'{a b}'", "f'{!r}'", "f'{lambda x: 1}'", "f'{a:'", "f'{*}'", "f'{=}'", "f'{a['",
)
for source in SOURCES:
    show(source)
