from .circle_c import other
thing = 1
