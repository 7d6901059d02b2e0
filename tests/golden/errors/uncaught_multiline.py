"""The failing expression stands on several lines."""


def compute(a, b, c):
    return (
        a
        + b
        + [c,
           1][5]
    )


print("computing")
result = compute(
    1,
    2,
    c=3,
)
