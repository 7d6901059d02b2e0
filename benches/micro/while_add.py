"""`while i < n: s += i; i += 1`"""


def main(n):
    s = 0
    i = 0
    while i < n:
        s += i
        i += 1
    return s


print(main(15_000_000))
