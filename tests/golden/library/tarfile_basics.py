import io, tarfile, tempfile, os
out = io.BytesIO()
with tarfile.open(fileobj=out, mode="w") as t:
    for name, body in [("a.txt", b"hello"), ("d/b.txt", b"x" * 600)]:
        info = tarfile.TarInfo(name); info.size = len(body); info.mtime = 0; t.addfile(info, io.BytesIO(body))
out.seek(0)
with tarfile.open(fileobj=out) as t:
    print(t.getnames(), t.extractfile("a.txt").read(), t.getmember("d/b.txt").size, [m.isfile() for m in t])
    folder = tempfile.mkdtemp(); t.extractall(folder, filter="data"); print(sorted(os.listdir(folder)), len(open(os.path.join(folder, "d/b.txt")).read()))
packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w:gz") as t: t.addfile(tarfile.TarInfo("empty"))
packed.seek(0)
with tarfile.open(fileobj=packed, mode="r:*") as t: print(t.getnames())
try: tarfile.open(fileobj=io.BytesIO(b"junk" * 300))
except tarfile.ReadError as error: print("ReadError")
