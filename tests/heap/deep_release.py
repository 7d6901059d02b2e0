"""A list nested two million deep, and what else is long or wide, is marked and freed without a native stack to match."""

nested = []
for i in range(2_000_000):
    nested = [nested]
table = {}
for i in range(100_000):
    table = {"next": table}
wide = [[i] for i in range(300_000)]
print(len(nested), len(table), len(wide))
del nested, table
for i in range(300_000):
    wide[i] = (i, wide[i])
print(sum(part[0] for part in wide))
del wide
rest = [(i, [i]) for i in range(400_000)]
print(len(rest))
