"""A small operating system's scheduler: tasks of several kinds pass packets to each other.

The classes form a hierarchy, so that nearly every call in the main loop is polymorphic.
"""

import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 1000, 1001
PAYLOAD = 4


class Packet:
    def __init__(self, link, target, kind):
        self.link = link
        self.target = target
        self.kind = kind
        self.cursor = 0
        self.data = [0] * PAYLOAD

    def append_to(self, queue):
        """Puts this packet at the end of `queue`, and returns the new head."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """What the scheduler runs; a subclass says in `step` what it does with a packet."""

    def __init__(self, scheduler, ident, priority, queue=None, waiting=True):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.waiting = waiting
        self.held = False
        self.steps = 0
        scheduler.add(self)

    @property
    def runnable(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def run(self):
        packet = None
        if self.waiting:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
        self.steps += 1
        return self.step(packet)

    def step(self, packet):
        raise NotImplementedError(type(self).__name__)

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            if self.priority > sender.priority and not self.held:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.held = True
        self.scheduler.holds += 1
        return None

    def send(self, packet):
        return self.scheduler.dispatch(packet, self)


class IdleTask(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, waiting=False)
        self.control = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control >>= 1
            return self.scheduler.release(DEVICE_A)
        self.control = (self.control >> 1) ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, priority, queue):
        super().__init__(scheduler, WORKER, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.target = self.destination
        packet.cursor = 0
        for i in range(PAYLOAD):
            self.letter = self.letter % 26 + 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        if work.cursor >= PAYLOAD:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.cursor = work.data[work.cursor]
        work.cursor += 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority)
        self.pending = None

    def step(self, packet):
        if packet is None:
            if self.pending is None:
                return self.wait()
            packet, self.pending = self.pending, None
            return self.send(packet)
        self.pending = packet
        self.scheduler.trace.append(packet.cursor)
        return self.hold()


class Scheduler:
    def __init__(self):
        self.order = []
        self.tasks = {}
        self.current = None
        self.holds = 0
        self.sent = 0
        self.trace = []

    def add(self, task):
        self.tasks[task.ident] = task
        self.order.append(task)
        self.order.sort(key=lambda each: -each.priority)

    def first_after(self, task):
        """The task of highest priority that comes after `task` and can run."""
        found = task is None
        for each in self.order:
            if found and each.runnable:
                return each
            if each is task:
                found = True
        return None

    def release(self, ident):
        task = self.tasks[ident]
        task.held = False
        return task if task.priority > self.current.priority else self.current

    def dispatch(self, packet, sender):
        self.sent += 1
        task = self.tasks[packet.target]
        packet.link = None
        packet.target = sender.ident
        return task.receive(packet, sender)

    def run(self):
        task = self.first_after(None)
        while task is not None:
            if not task.runnable:
                task = self.first_after(task)
                continue
            self.current = task
            following = task.run()
            task = self.first_after(task) if following is None else following


def devices(target, count):
    head = None
    for _ in range(count):
        head = Packet(head, target, KIND_DEVICE)
    return head


def simulate(count):
    scheduler = Scheduler()
    IdleTask(scheduler, count)
    WorkTask(scheduler, 1000, Packet(Packet(None, WORKER, KIND_WORK), WORKER, KIND_WORK))
    HandlerTask(scheduler, HANDLER_A, 2000, devices(DEVICE_A, 3))
    HandlerTask(scheduler, HANDLER_B, 3000, devices(DEVICE_B, 3))
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    for number in range(rounds):
        scheduler = simulate(3000 + number)
        text = "".join(map(chr, scheduler.trace))
        checksum = 0
        for code in scheduler.trace:
            checksum = (checksum * 31 + code) % 1_000_003
        print(f"{number:2}: holds={scheduler.holds} sent={scheduler.sent} checksum={checksum} {text[:24]}")
    for task in scheduler.order:
        print(f"{type(task).__name__:12} {task.ident} {task.steps}")


if __name__ == "__main__":
    main()
