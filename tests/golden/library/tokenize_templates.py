import io, tokenize
for source in ["f'a{b!r:>{c}}d{{e}}'\n", 'f"""x\n{y}z"""\n', "f'{x=}' f'{a[\"k\"]}'\n", "f'{ {1: 2}[1] }'\n", "rf'\\d{x:\\n}'\n", "f'{lambda_:=^10}'\n", "f'\\N{DIGIT ONE}{x}'\n"]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        print(tokenize.tok_name[token.type], repr(token.string), token.start, token.end)
    print()
