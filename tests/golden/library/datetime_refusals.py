"""Dates, times and deltas: limits, arithmetic, comparison across kinds, parsing and what is refused."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from datetime import *

d, t = date(2024, 2, 29), time(13, 5, 9, 7)
dt = datetime(2024, 2, 29, 23, 59, 59, 999999)
aware = datetime(2024, 1, 1, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30), "EAST")


class Bad(tzinfo):
    def utcoffset(self, when):
        return 5


class NoOffset(tzinfo):
    pass


ask("""
date(2023, 2, 29)
date(0, 1, 1)
date(10000, 1, 1)
date(2024, 13, 1)
date(2024, 0, 1)
date(1.5, 1, 1)
date("2024", 1, 1)
date.min, date.max, date.resolution, datetime.min, datetime.max, time.min, time.max, timedelta.min, timedelta.max, timedelta.resolution
timedelta("x")
timedelta(days=1.5, hours=-1, minutes=90, seconds=0.5, milliseconds=1, microseconds=7, weeks=1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=-0.0000005), timedelta(-1), timedelta(0, -1)
str(timedelta(-1, 3)), repr(timedelta(1, 2, 3)), repr(timedelta()), str(timedelta(days=2, microseconds=5)), timedelta(1).total_seconds(), timedelta(microseconds=1) / 2, timedelta(1) / timedelta(hours=5), timedelta(1) // 7, timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(-1), timedelta(hours=5)), timedelta(1) * 1.5, -timedelta(1, 2), abs(timedelta(-1, 2)), +timedelta(1), timedelta(1) * -2, bool(timedelta())
timedelta(1) / 0
timedelta(1) // timedelta(0)
timedelta(1) == 86400, timedelta(1) == timedelta(hours=24), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta(1) > timedelta(0)
d.replace(year=2023)
d == dt, d == "x", dt == aware, aware != dt, hash(d) == hash(date(2024, 2, 29))
date.fromisoformat("2024-02-29"), date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"), date.fromisoformat("2024W094"), date.fromisocalendar(2024, 9, 4)
date.fromisoformat("2024-2-9")
date.fromisoformat("x")
date.fromisocalendar(2024, 54, 1)
date.fromisocalendar(2024, 1, 8)
time(24)
time(1, 60)
time(1, 2, 3, 10**6)
time(1, fold=2)
t, time(), str(t), repr(time(1, fold=1)), t.isoformat("minutes"), t.isoformat(timespec="milliseconds"), t.replace(hour=1), f"{t:%H:%M:%S.%f %I %p}", time(1) < time(2), bool(time(0)), time(5, tzinfo=timezone.utc), time(12, tzinfo=east).utcoffset()
t.isoformat("nope")
time(1) == time(1, tzinfo=timezone.utc), time(5, tzinfo=timezone.utc) == time(10, 30, tzinfo=east)
time.fromisoformat("04:05:06.789"), time.fromisoformat("T0405"), time.fromisoformat("04:05:06,5+05:30"), time.fromisoformat("24:00") if False else 0, time.fromisoformat("04:05Z"), time.fromisoformat("040506.123456789")
time.fromisoformat("4:5")
dt, str(dt), repr(aware), dt.date(), dt.time(), aware.timetz(), dt.isoformat(" ", "hours"), dt.isoformat(sep="_"), aware.isoformat(), aware.astimezone(east), aware.astimezone(east).isoformat(), aware.utctimetuple()[:6], aware.timestamp(), datetime.fromtimestamp(0.5, timezone.utc), datetime.fromtimestamp(-1.5, timezone.utc)
dt.replace(month=13)
datetime.combine(d, t), datetime.combine(d, time(1, tzinfo=east)), datetime.combine(d, t, timezone.utc), datetime.combine(dt, t)
datetime.fromisoformat("2024-02-29T12:00:00.123+01:00"), datetime.fromisoformat("20240229T120000Z"), datetime.fromisoformat("2024-02-29"), datetime.fromisoformat("2024-02-29 01"), datetime.fromisoformat("2024-W09-4T00:00:01")
datetime.fromisoformat("2024-02-29T12:60")
datetime.strptime("29/02/24 23:59", "%d/%m/%y %H:%M"), datetime.strptime("2024 060", "%Y %j"), datetime.strptime("Thu Feb 29 2024 +0530", "%a %b %d %Y %z"), datetime.strptime("12 PM .5", "%I %p .%f"), datetime.strptime("2024-W09-4", "%G-W%V-%u")
datetime.strptime("x", "%Y")
datetime.strptime("2024 x", "%Y")
datetime.strptime("2024", "%Q")
datetime.strptime("31 02 2024", "%d %m %Y")
dt - datetime(2024, 1, 1), aware - aware.astimezone(east), dt + timedelta(0, 1), dt - timedelta(days=1)
aware.replace(tzinfo=Bad()).utcoffset()
timezone(timedelta(hours=24))
timezone.utc, repr(east), str(timezone(timedelta(hours=-3))), timezone(timedelta(0)) == timezone.utc, timezone(timedelta(seconds=1)), east.tzname(None), timezone.min, timezone(timedelta(0)) is timezone.utc, repr(timezone(timedelta(1) / 24))
datetime.utcfromtimestamp.__name__, d.__format__(""), dt.__format__("%c"), dt.strftime("%G %V %-d" if False else "%G %V"), d.strftime("")
UTC is timezone.utc, MINYEAR, MAXYEAR, issubclass(datetime, date), isinstance(dt, date)
""")
