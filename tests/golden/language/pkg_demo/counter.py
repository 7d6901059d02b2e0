import sys

loads = getattr(sys, "_pkg_demo_loads", 0) + 1
sys._pkg_demo_loads = loads
