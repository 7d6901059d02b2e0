"""Functions of colorsys, called with arguments of every kind: what they answer and how they refuse."""

import colorsys

from asking import ask

NAMES = [
    "hls_to_rgb",
    "hsv_to_rgb",
    "rgb_to_hls",
    "rgb_to_hsv",
    "rgb_to_yiq",
    "yiq_to_rgb",
]
MORE = [
    (0.5, 0.25, 1.0),
]

ask(colorsys, NAMES, MORE)
