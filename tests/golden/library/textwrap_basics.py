import textwrap
text = "The quick brown fox jumped over the lazy dog's extraordinarily-long hyphenated tail.  Then it slept."
for options in [dict(width=20), dict(width=15, break_long_words=False), dict(width=30, initial_indent="* ", subsequent_indent="  "), dict(width=12, break_on_hyphens=False), dict(width=25, max_lines=2, placeholder=" [...]"), dict(width=40, fix_sentence_endings=True)]:
    print(textwrap.wrap(text, **options))
print(textwrap.fill("a b c", 3), repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.indent("a\n\nb", "> ")), textwrap.shorten("hello big world", 12), textwrap.indent("a\nb", "-", lambda line: "b" in line))
print(textwrap.wrap(""), textwrap.wrap("x" * 30, 10), textwrap.wrap("a\tb\nc", 20, expand_tabs=False, replace_whitespace=False))
