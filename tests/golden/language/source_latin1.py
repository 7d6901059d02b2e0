#!/usr/bin/env python3
# -*- coding: latin-1 -*-
"""A source in another encoding, as its second line says."""
name = "é ü ß"
ünï = b"bytes stay ASCII"
print(name, len(name), ascii(name), ünï)
