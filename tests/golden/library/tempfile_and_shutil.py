import tempfile, shutil, os
with tempfile.TemporaryDirectory(prefix="pre") as folder:
    print(os.path.basename(folder).startswith("pre"))
    path = os.path.join(folder, "a", "b"); os.makedirs(path)
    with open(os.path.join(path, "f.txt"), "w") as file: file.write("hello")
    shutil.copy(os.path.join(path, "f.txt"), os.path.join(folder, "g.txt")); shutil.copytree(os.path.join(folder, "a"), os.path.join(folder, "c"))
    print(sorted(os.listdir(folder)), [(len(r) > 0, d, f) for r, d, f in os.walk(os.path.join(folder, "c"))])
    shutil.move(os.path.join(folder, "g.txt"), os.path.join(folder, "h.txt")); print(open(os.path.join(folder, "h.txt")).read())
    shutil.rmtree(os.path.join(folder, "a")); print(sorted(os.listdir(folder)), shutil.which("no-such-command-here"))
    try: os.rmdir(os.path.join(folder, "c"))
    except OSError as error: print(type(error).__name__, error.errno == 39)
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".x") as file:
    file.write("abc"); file.seek(0); print(file.read(), file.name.endswith(".x"))
with tempfile.TemporaryFile() as file: file.write(b"z"); print(file.tell())
with tempfile.SpooledTemporaryFile(max_size=10) as file: file.write(b"12"); file.seek(0); print(file.read())
