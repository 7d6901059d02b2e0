def helper():
    return [][5]


value = helper()
