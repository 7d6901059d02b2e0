"""`for i in range(n): s += i`"""


def main(n):
    s = 0
    for i in range(n):
        s += i
    return s


print(main(20_000_000))
