"""Compiles every file that a list names, and says how many were refused."""

import sys


def main(listing):
    compiled = lines = 0
    refused = []
    with open(listing) as names:
        for name in names:
            name = name.rstrip("\n")
            with open(name, "rb") as file:
                source = file.read()
            try:
                compile(source, name, "exec", dont_inherit=True)
            except (SyntaxError, ValueError) as error:
                refused.append(f"{name}: {type(error).__name__}")
            else:
                compiled += 1
                lines += source.count(b"\n")
    print(f"compiled {compiled} files of {lines} lines, refused {len(refused)}")
    for line in refused:
        print(line)


main(sys.argv[1])
