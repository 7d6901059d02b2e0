"""What `datetime` asks for first; the classes are those in Python."""

from _pydatetime import *
from _pydatetime import __doc__
