# What is imported is named by constants.
import os.path as p, sys
from . import a as b
from m import *
