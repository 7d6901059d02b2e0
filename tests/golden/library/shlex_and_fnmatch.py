import shlex, fnmatch, glob, os, sys, tempfile
for text in ["a 'b c' d\"e f\"", "x\\ y", "a # c", "'", "a;b|c", ""]:
    try: print(shlex.split(text), shlex.split(text, comments=True))
    except ValueError as error: print(error)
print(shlex.quote("it's"), shlex.quote("ok"), shlex.quote(""), shlex.join(["a b", "c"]), list(shlex.shlex("a;b && c", punctuation_chars=True)))
print(fnmatch.fnmatch("abc.py", "*.py"), fnmatch.fnmatchcase("A", "[a-z]"), fnmatch.filter(["a1", "b2", "a3"], "a?"), fnmatch.translate("a[!b]*"), fnmatch.filterfalse(["a", "b"], "a"))
folder = tempfile.mkdtemp()
for name in ["a.txt", "b.py", ".h", "d/e.py"]:
    path = os.path.join(folder, name); os.makedirs(os.path.dirname(path), exist_ok=True); open(path, "w").close()
print(sorted(glob.glob("*", root_dir=folder)), sorted(glob.glob("**/*.py", root_dir=folder, recursive=True)), glob.escape("a[b]*"), sorted(glob.glob(".*", root_dir=folder)))
