import logging, io
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s:%(funcName)s"))
log = logging.getLogger("a.b")
log.addHandler(handler); log.setLevel(logging.INFO); log.propagate = False
def work():
    log.debug("no"); log.info("yes %s %d", "x", 3); log.warning("w"); log.error("%(k)s", {"k": 1})
    try: 1 / 0
    except ZeroDivisionError: log.exception("failed")
work()
print("\n".join(line for line in out.getvalue().splitlines() if "File" not in line and "^" not in line and "~" not in line))
print(log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), log.parent.name, log.name, repr(log), logging.getLogger("a.b.c").level)
class Only(logging.Filter):
    def filter(self, record): return "ok" in record.getMessage()
out.truncate(0); out.seek(0)
log.addFilter(Only()); log.info("ok 1"); log.info("drop")
print(out.getvalue())
adapter = logging.LoggerAdapter(log, {"u": 1})
adapter.info("ok 2")
record = logging.LogRecord("n", logging.INFO, "/p/f.py", 3, "m %s", ("x",), None)
print(logging.Formatter("{levelname} {message} {module} {lineno}", style="{").format(record), logging.Formatter("$name", style="$").format(record))
logging.basicConfig(stream=out, level=logging.DEBUG, format="root %(message)s", force=True)
logging.debug("d"); logging.getLogger("z").critical("c")
print(out.getvalue().splitlines()[-2:])
