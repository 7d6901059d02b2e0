"""textwrap with every option, on texts that make it hard."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import textwrap
from textwrap import *

text = "The quick  brown-fox jumped over\tthe lazy dog.  A long-hyphenated-compound word, e.g. supercalifragilisticexpialidocious -- and  more."
ask("""
wrap(text, 20), wrap(text, 20, break_long_words=False), wrap(text, 20, break_on_hyphens=False), wrap(text, 12, max_lines=3), wrap(text, 12, max_lines=2, placeholder="~")
wrap("", 5), wrap("   ", 5), wrap("a", 1), wrap("ab cd", 2), wrap("abc", 1), wrap("  lead", 10), wrap("  lead", 10, drop_whitespace=False), wrap("a\\n\\nb", 10), wrap("a\\n\\nb", 10, replace_whitespace=False)
wrap(text, 0)
wrap(text, -5)
wrap(text, "x")
wrap(5)
wrap("abc def", 5, max_lines=0)
wrap("abc def ghi", 4, max_lines=1)
wrap("abc", 5, nothing=1)
fill(text, 30, initial_indent="* ", subsequent_indent="  "), fill("a. b", fix_sentence_endings=True), fill("End. Next? yes! ok", 40, fix_sentence_endings=True), fill("a\\tb", tabsize=4), fill("a\\tb", expand_tabs=False)
shorten("Hello  world, this is it", 15), shorten("Hello", 5), shorten("Hello world", 11), shorten("Hello world", 8, placeholder="..."), shorten("  ", 5), shorten("word", 4)
shorten("Hello world", 3)
shorten("Helloworld", 7)
dedent("  a\\n    b\\n  c"), dedent("a\\n  b"), dedent("\\t a\\n\\t  b"), dedent("\\ta\\n  b"), dedent("  a\\n\\n  b\\n   "), dedent(""), dedent("   "), dedent("\\n  a\\r\\n  b")
dedent(5)
indent("a\\n\\nb\\n", "> "), indent("a\\n \\nb", "--", lambda line: True), indent("", "x"), indent("a\\r\\nb", " ")
indent("a", 5)
TextWrapper(width=10).wrap("aaa bbb ccc ddd"), TextWrapper(width=5, initial_indent="12345").wrap("ab cd"), vars(TextWrapper())["width"], TextWrapper().placeholder
TextWrapper(10, "", "", True).fill("x y"), wrap("a-b-c-d-e-f", 4), wrap("well-known--dash", 8), wrap("x" * 10 + "-" + "y" * 10, 12), wrap("\\u2003em space", 4), wrap("non\\xa0breaking space", 8), wrap("--option is -x", 6), wrap("(parenthesised) text", 6)
""")
