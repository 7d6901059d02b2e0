where = "a package without __init__"
