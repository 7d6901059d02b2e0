import io, tokenize
source = '''def f(a, b=1):  # why
    """doc
    more"""
    if a >= 0x1F and b != 1_000.5e-3j:

        return a ** b \\
            + [1,
               2]
    # tail
x = "s" rb'\\x' u"é"
'''
for token in tokenize.generate_tokens(io.StringIO(source).readline):
    print(tokenize.tok_name[token.type], tokenize.tok_name[token.exact_type], repr(token.string), token.start, token.end, repr(token.line))
