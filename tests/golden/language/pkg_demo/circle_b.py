from . import circle_a
seen = (circle_a.started, hasattr(circle_a, "done"))
