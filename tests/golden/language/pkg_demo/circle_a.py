started = True
from . import circle_b
done = "a done"
