"""os, os.path, pathlib, tempfile, shutil on real files."""
import os, os.path, pathlib, tempfile, shutil, stat, errno

top = tempfile.mkdtemp()
os.chdir(top)
os.makedirs("a/b/c"); pathlib.Path("a/x.txt").write_text("hello\n"); pathlib.Path("a/b/y.bin").write_bytes(b"\0\1")
print(sorted(os.listdir("a")), os.path.exists("a/x.txt"), os.path.isdir("a/b"), os.path.getsize("a/x.txt"), os.path.isfile("nope"))
print([(os.path.relpath(d, "a"), sorted(ds), sorted(fs)) for d, ds, fs in os.walk("a")])
print(sorted((e.name, e.is_dir(), e.is_file()) for e in os.scandir("a")))
st = os.stat("a/x.txt"); print(st.st_size, stat.S_ISREG(st.st_mode), st[6], type(st).__name__, isinstance(st.st_mtime, float), st.st_mtime_ns > 0)
os.rename("a/x.txt", "a/z.txt"); os.symlink("z.txt", "a/link"); print(os.readlink("a/link"), os.path.islink("a/link"), os.lstat("a/link").st_size)
p = pathlib.Path("a") / "z.txt"; print(p, p.suffix, p.stem, p.name, p.parent, p.exists(), p.read_text(), p.with_suffix(".md"), sorted(x.name for x in pathlib.Path("a").iterdir()), sorted(str(x) for x in pathlib.Path(".").rglob("*.bin")))
print(os.path.join("a", "/b", "c"), os.path.split("/x/y.z"), os.path.splitext("q.tar.gz"), os.path.normpath("a/../b//c/."), os.path.basename("/u/v"), os.path.dirname("/u/v"), os.path.commonpath(["/a/b", "/a/c"]))
for f in (lambda: os.stat("nope"), lambda: os.mkdir("a"), lambda: os.rmdir("a"), lambda: os.listdir("nope"), lambda: os.open("nope", os.O_RDONLY), lambda: os.remove("a/nope"), lambda: os.stat(None), lambda: os.rename("nope", "x"), lambda: os.fspath(3), lambda: os.close(999), lambda: os.chdir("nope")):
    try:
        print(f())
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
fd = os.open("raw", os.O_CREAT | os.O_RDWR, 0o600); print(os.write(fd, b"12345"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size, oct(os.fstat(fd).st_mode & 0o777)); os.ftruncate(fd, 2); os.close(fd); print(os.path.getsize("raw"))
os.environ["PYFAST_TEST"] = "v"; print(os.getenv("PYFAST_TEST"), os.environ.get("NOPE_X"), "PYFAST_TEST" in os.environ, os.system("test \"$PYFAST_TEST\" = v")); del os.environ["PYFAST_TEST"]
print(os.name, os.sep, os.linesep.encode(), os.getpid() > 0, os.cpu_count() > 0, len(os.urandom(5)), os.strerror(2), errno.errorcode[2], errno.ENOENT)
r, w = os.pipe(); os.write(w, b"pipe"); print(os.read(r, 10)); os.close(r); os.close(w)
with tempfile.TemporaryDirectory() as d:
    print(os.path.isdir(d))
with tempfile.NamedTemporaryFile("w+", suffix=".t") as t:
    t.write("tmp"); t.flush(); print(pathlib.Path(t.name).read_text(), t.name.endswith(".t"))
shutil.copy("a/z.txt", "copy"); shutil.move("copy", "moved"); print(pathlib.Path("moved").read_text()); shutil.rmtree("a"); print(os.path.exists("a"), sorted(os.listdir(".")))
os.chdir("/"); shutil.rmtree(top)
