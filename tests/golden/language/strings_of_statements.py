"""Layout: continuation lines, semicolons, comments, tabs, form feeds, odd but legal source."""

x = 1; y = 2; z = x + \
    y
print(x, y, z); print("same line")
if x: print("one-line if")
if x == 1: a = 1; b = 2
else: a = b = 0
print(a, b)
for i in range(2): print(i, end=" "); print("in loop", end=" ")
print()
while x < 3: x += 1
class C: attribute = 5; other = 6
def f(): return 5
print(x, C.attribute, C.other, f())
long = (1 +
        2  # a comment inside
        # a whole comment line

        + 3)
print(long)
items = [
    1,
    2,

    # comment
    3,
]
call = dict(
    a=1,
    b=2,
)
print(items, call)
text = "one" \
       "two" 'three' \
       """four
five"""
print(text)
if (x == 3 and
        y == 2):
    print("continued condition")
if True:
	print("tab indented")
	if True:
		print("twice")
if True:
  print("two spaces")
  if True:
        print("eight spaces")
  print("back")

def function(
    a,
    b=2, *,
    c=3,
):
    """Docstring
    of two lines."""

    return a, b, c  # trailing comment
print(function(1), function.__doc__)
lam = lambda x, \
    y: x + y
print(lam(1, 2), (lambda: (yield))().__next__(), [lambda: 1, lambda: 2][1]())
assert x, \
    "message"
print(1 if x else 2)
print(0xFF, 0o17, 0b11, 1_000, 1e3, 1E-2, .5, 5., 1_0.0_1, 0_0, 00, 1j, 0xdead_beef, 1.e1, 0B1, 0XaB)
é = "identifiers may be é"
ª = 1
ﬁ = "normalised"
print(é, fi, ﬁ, ª, a)
def ünïcödé(ñ=1): return ñ
print(ünïcödé(), ünïcödé.__name__)
print(not-1, not not 1, -+-1, ~-1, 2**-1, -2**2, (-2)**2, 2**3**2, 1 - -1, 7 // -2 * -2 + 7 % -2)
print(1 if 0 else 2 if 0 else 3, [*[1]], {**{}})
print(1, 2, 3,); print((1,), (1), ()); print(*(1, 2),)
_ = __ = ___ = 5
print(_, __, ___, ...)
match = case = type = _ = 1
print(match, case, type)
print(match * case, type - 1, -match)
pass
pass; pass;
if 1: pass
else: pass
try: pass
finally: pass
with open("strings_of_statements.py") as h: first = h.readline()
print(first.strip()[:20])
class Empty: ...
def stub(): ...
print(stub(), Empty.__name__)
print("end") # comment at the end
# no newline after this comment
