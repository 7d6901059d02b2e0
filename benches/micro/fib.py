"""fib(30), recursive"""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main(n):
    return fib(n)


print(main(30))
print(main(30))
print(main(30))
