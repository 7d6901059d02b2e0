"""Tokens of source text by Lib's pure patterns are not here: CPython takes them from its own tokenizer."""


class TokenizerIter:
    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        raise NotImplementedError("tokenize is not supported by pyfast")
