"""KeyError prints the repr of its key."""

table = {"name": 1}


def look(table, key):
    return table[key]


try:
    look(table, 5)
except KeyError as error:
    print(error, str(error) == "5")
look(table, "it's")
