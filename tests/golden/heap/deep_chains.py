"""What is nested too deep for any native stack is marked and freed all the same."""



def churn():
    """Makes enough garbage for a collection."""
    for i in range(500):
        (i, [i])


chain = None
for i in range(2_000):
    chain = [chain, i]
print(chain[1])
churn()
chain = None
churn()
nested = ()
for i in range(2_000):
    nested = (nested,)
churn()
nested = None
table = {}
for i in range(2_000):
    table = {"next": table}
churn()
depth = 0
while table:
    table, depth = table["next"], depth + 1
print(depth)
wide = [[i] for i in range(1_000)]
churn()
print(sum(part[0] for part in wide))
