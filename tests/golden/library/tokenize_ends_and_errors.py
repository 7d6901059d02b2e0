import io, tokenize
for source in ["x", "x = 1 # c", "if a:\n  b", "", "\n\n", "# only\n", "a\n  # odd\nb\n", "(a\n# c\n)\n"]:
    print(repr(source))
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        print("   ", tokenize.tok_name[token.type], repr(token.string), token.start, token.end)
for source in ["(a", "'''a", "if a:\n    b\n  c\n", "x = 'a\n"]:
    try:
        list(tokenize.generate_tokens(io.StringIO(source).readline))
        print("fine")
    except (tokenize.TokenError, SyntaxError) as error:
        print(type(error).__name__, repr(error.args[0]))
print([t.string for t in tokenize.tokenize(io.BytesIO(b"# coding: latin-1\nx = '\xe9'\n").readline)])
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO("a  =  b # c\n").readline)))
print(tokenize.detect_encoding(io.BytesIO(b"\xef\xbb\xbfx\n").readline))
