import difflib
a, b = "one two three four".split(), "one too three four five".split()
print("\n".join(difflib.unified_diff(a, b, "a", "b", lineterm="")))
print("\n".join(difflib.context_diff(a, b, lineterm="")))
print("\n".join(difflib.ndiff(a, b)))
m = difflib.SequenceMatcher(None, "abcdef", "abxdef")
print(round(m.ratio(), 4), m.get_opcodes(), m.get_matching_blocks(), m.find_longest_match(0, 6, 0, 6), m.quick_ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), list(difflib.restore(difflib.ndiff(a, b), 1)))
