"""Binary trees: build many, walk them, drop them."""

import sys


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def bottom_up(depth):
    if depth == 0:
        return Node(None, None)
    depth -= 1
    return Node(bottom_up(depth), bottom_up(depth))


def main():
    depth_max = int(sys.argv[1]) if len(sys.argv) > 1 else 14
    depth_min = 4
    stretch = depth_max + 1
    print(f"stretch tree of depth {stretch}\t check: {bottom_up(stretch).check()}")

    long_lived = bottom_up(depth_max)
    for depth in range(depth_min, stretch, 2):
        trees = 2 ** (depth_max - depth + depth_min)
        check = 0
        for _ in range(trees):
            check += bottom_up(depth).check()
        print(f"{trees}\t trees of depth {depth}\t check: {check}")
    print(f"long lived tree of depth {depth_max}\t check: {long_lived.check()}")


if __name__ == "__main__":
    main()
