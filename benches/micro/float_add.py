"""`x += 1.5` in a range loop"""


def main(n):
    x = 0.0
    for _ in range(n):
        x += 1.5
    return x


print(main(25_000_000))
