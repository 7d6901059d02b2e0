"""Lines that end as on Windows."""
x = 1
text = """two
lines"""
if x:
    print(repr(text), \
          x)
print("a\
b", "\r\n" == "\n")
