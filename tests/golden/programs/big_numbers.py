"""Digits of pi and e, primes, modular arithmetic, continued fractions, bases: integers without end."""


def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    out = ""
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out += str(n)
            q, r, n = q * 10, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return out


print(pi_digits(120))


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


print(isqrt(2 * 10 ** 100), isqrt(10 ** 40) == 10 ** 20)


def e_digits(n):
    one = 10 ** (n + 10)
    total, term, k = 0, one, 0
    while term:
        total += term
        k += 1
        term //= k
    return str(total)[:n]


print(e_digits(80))


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(100) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), is_prime(2 ** 89 - 1), next(n for n in range(10 ** 30, 10 ** 30 + 200) if is_prime(n)) - 10 ** 30, [p for p in range(2, 130) if is_prime(p) and is_prime(2 ** p - 1)])


def factor(n):
    out, p = [], 2
    while p * p <= n:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1 + (p > 2)
    return out + [n] * (n > 1)


print(factor(360), factor(2 ** 32 + 1), factor(600851475143), factor(97))


def egcd(a, b):
    x, y, u, v = 1, 0, 0, 1
    while b:
        q, a, b = a // b, b, a % b
        x, u, y, v = u, x - q * u, v, y - q * v
    return a, x, y


p, q = 2 ** 89 - 1, 2 ** 107 - 1
n, phi, e = p * q, (p - 1) * (q - 1), 65537
d = pow(e, -1, phi)
message = int.from_bytes(b"attack at dawn", "big")
cipher = pow(message, e, n)
print(egcd(240, 46), e * d % phi, cipher, pow(cipher, d, n).to_bytes(14, "big"))


def base(n, b):
    digits = ""
    while n:
        n, r = divmod(n, b)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + digits
    return digits or "0"


x = 3 ** 150
print([base(x, b) for b in (2, 7, 36)][2], all(int(base(x, b), b) == x for b in range(2, 37)), base(x, 16) == hex(x)[2:], base(x, 2) == bin(x)[2:], sum(map(int, str(x))), len(str(2 ** 4000)))
f = [0, 1]
while len(str(f[-1])) < 100:
    f.append(f[-1] + f[-2])
print(len(f), f[-1], f[-1] % f[100], f[200] // f[100])


def partitions(n):
    ways = [1] + [0] * n
    for k in range(1, n + 1):
        for i in range(k, n + 1):
            ways[i] += ways[i - k]
    return ways[n]


def catalan(n):
    c = 1
    for i in range(n):
        c = c * 2 * (2 * i + 1) // (i + 2)
    return c


def binomial_row(n):
    row = [1]
    for k in range(n):
        row.append(row[-1] * (n - k) // (k + 1))
    return row


print(partitions(200), catalan(60), sum(binomial_row(100)) == 2 ** 100, max(binomial_row(64)))
print(-7 // 2, -7 % 3, divmod(-10 ** 20, 7), (-2) ** 63, -2 ** 63 >> 10, (1 << 200) ^ (1 << 100), ~(1 << 70), (2 ** 100 - 1) & (2 ** 64), 10 ** 25 % -7, -(10 ** 25) // 10 ** 12, round(10 ** 25 + 5, -1), int("1" * 40) // int("1" * 20), 5 ** 100 % 10 ** 10, (10 ** 18 + 9) * (10 ** 18 - 9))
total = 0
for i in range(2000):
    total = (total * 31 + i) % (2 ** 127 - 1)
print(total, hash(total) == total % (2 ** 61 - 1), float(total), total.bit_length(), total / 3 ** 60, (total * total) ** 1 == total ** 2)
for text in ("1" * 5000, "9" * 4300):
    try:
        print(int(text) % 1000)
    except ValueError as error:
        print(error)
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
print(len(hex(10 ** 5000)), 10 ** 5000 % 10 ** 4 == 0)
