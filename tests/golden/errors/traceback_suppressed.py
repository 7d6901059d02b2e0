"""`from None` hides the context; notes are printed below."""


def convert(text):
    try:
        return int(text)
    except ValueError:
        error = TypeError(f"cannot convert {text!r}")
        error.add_note("the first note")
        error.add_note("a second one\nof two lines")
        raise error from None


convert("xyz")
