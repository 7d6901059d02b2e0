"""Pancake flipping: the most flips over all permutations of 1..n, and a checksum."""

import sys


def fannkuch(n):
    perm1 = list(range(n))
    count = list(range(1, n + 1))
    max_flips = 0
    checksum = 0
    even = True
    r = n
    while True:
        while r > 1:
            count[r - 1] = r
            r -= 1

        first = perm1[0]
        if first:
            perm = perm1[:]
            flips = 0
            while first:
                perm[:first + 1] = perm[first::-1]
                flips += 1
                first = perm[0]
            if flips > max_flips:
                max_flips = flips
            checksum += flips if even else -flips

        # The next permutation, in the order in which neighbours differ by one swap or a rotation.
        if even:
            perm1[0], perm1[1] = perm1[1], perm1[0]
            even = False
        else:
            perm1[1], perm1[2] = perm1[2], perm1[1]
            even = True
            r = 2
            while True:
                if r >= n:
                    return checksum, max_flips
                count[r] -= 1
                if count[r] > 0:
                    break
                count[r] = r + 1
                r += 1
                if r < n:
                    perm1.insert(r, perm1.pop(0))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    checksum, flips = fannkuch(n)
    print(checksum)
    print(f"Pfannkuchen({n}) = {flips}")


if __name__ == "__main__":
    main()
