import queue, sched, time
q = queue.Queue(2)
q.put(1); q.put_nowait(2)
print(q.full(), q.qsize(), q.get(), q.get_nowait(), q.empty())
for make in (lambda: q.get_nowait(), lambda: [q.put_nowait(i) for i in range(3)], lambda: q.get(timeout=-1)):
    try: make()
    except (queue.Empty, queue.Full, ValueError) as error: print(type(error).__name__, error)
p = queue.PriorityQueue()
for x in [(3, "c"), (1, "a"), (2, "b")]: p.put(x)
print([p.get() for _ in range(3)])
l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get(), l.get())
s = queue.SimpleQueue(); s.put("x"); print(s.get(), s.empty())
now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda d: now.__setitem__(0, now[0] + d))
scheduler.enter(5, 1, print, ("five",)); scheduler.enter(1, 2, print, ("one b",)); scheduler.enter(1, 1, print, ("one a",))
gone = scheduler.enter(3, 1, print, ("never",)); scheduler.cancel(gone)
print(len(scheduler.queue)); scheduler.run(); print(now[0])
