from datetime import date, datetime, time
for text in ["2024-01-02", "20240102", "2024-W01-2", "2024-01-02T03:04:05", "2024-01-02 03:04:05.678", "2024-01-02T03:04:05+01:30", "20240102T030405Z"]:
    print(text, repr(datetime.fromisoformat(text)))
for text in ["2024-13-01", "x", "2024-1-1", "2024-01-02T25"]:
    try: datetime.fromisoformat(text)
    except ValueError as error: print(error)
print(date.fromisoformat("2024-W10-3"), time.fromisoformat("04:05:06.5"), datetime(2024, 1, 2, 3).isoformat("_", "minutes"))
print(datetime.strptime("3 Mar 2021 04:05 PM", "%d %b %Y %I:%M %p"), datetime.strptime("2021 060", "%Y %j"), date(5, 1, 2).strftime("%y %m %%"))
try: datetime.strptime("x", "%Y")
except ValueError as error: print(error)
print(f"{datetime(2024, 1, 2, 3, 4, 5):%H:%M|%p}", str(time(1, 2, 3, 4)), date(2024, 5, 6).ctime())
