"""An LZ77-style compressor on bytes with hash chains, then a Huffman code over its output; and the way back."""

import sys

WINDOW = 4096
SHORTEST, LONGEST = 4, 255 + 4


def sample(size):
    """Text-like bytes by a small generator: words of a made-up vocabulary, with a few long repeats."""
    state = 12345
    words = []
    for i in range(300):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        length = 2 + (state >> 16) % 7
        word = bytearray()
        for _ in range(length):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            word.append(97 + (state >> 16) % 26)
        words.append(bytes(word))
    out = bytearray()
    while len(out) < size:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        pick = (state >> 12) % 1000
        out += words[pick * pick // 3400]
        out += b". " if pick % 17 == 0 else b" "
        if pick == 999 and len(out) > 500:
            out += out[100:400]
    return bytes(out[:size])


def compress(data):
    """Tokens: an int is a literal byte, a pair is (distance, length)."""
    chains = {}
    tokens = []
    at, end = 0, len(data)
    while at < end:
        key = data[at : at + SHORTEST]
        best_length, best_distance = 0, 0
        candidates = chains.get(key)
        if candidates is not None and len(key) == SHORTEST:
            for start in reversed(candidates[-16:]):
                if at - start > WINDOW:
                    break
                length = SHORTEST
                most = min(LONGEST, end - at)
                while length < most and data[start + length] == data[at + length]:
                    length += 1
                if length > best_length:
                    best_length, best_distance = length, at - start
        if best_length >= SHORTEST:
            tokens.append((best_distance, best_length))
            step = best_length
        else:
            tokens.append(data[at])
            step = 1
        for place in range(at, min(at + step, end - SHORTEST)):
            chains.setdefault(data[place : place + SHORTEST], []).append(place)
        at += step
    return tokens


def serialise(tokens):
    out = bytearray()
    for token in tokens:
        match token:
            case int(byte) if byte < 0xF0:
                out.append(byte)
            case int(byte):
                out += bytes((0xF0, byte))
            case (distance, length):
                out.append(0xF1)
                out += distance.to_bytes(2, "little")
                out.append(length - SHORTEST)
    return bytes(out)


def expand(packed):
    out = bytearray()
    at = 0
    while at < len(packed):
        byte = packed[at]
        if byte == 0xF1:
            distance = int.from_bytes(packed[at + 1 : at + 3], "little")
            length = packed[at + 3] + SHORTEST
            if distance > len(out) or distance == 0:
                raise ValueError(f"bad distance {distance} at {at}")
            for _ in range(length):
                out.append(out[-distance])
            at += 4
        elif byte == 0xF0:
            out.append(packed[at + 1])
            at += 2
        else:
            out.append(byte)
            at += 1
    return bytes(out)


def huffman_lengths(data):
    counts = {}
    for byte in data:
        counts[byte] = counts.get(byte, 0) + 1
    forest = sorted((count, [byte]) for byte, count in counts.items())
    lengths = dict.fromkeys(counts, 0)
    while len(forest) > 1:
        (first, left), (second, right), *forest = forest
        for byte in left + right:
            lengths[byte] += 1
        forest.append((first + second, left + right))
        forest.sort(key=lambda tree: (tree[0], tree[1]))
    return lengths


def codes_of(lengths):
    """Canonical codes as strings of bits."""
    code, previous, codes = 0, 0, {}
    for length, byte in sorted((length, byte) for byte, length in lengths.items()):
        code <<= length - previous
        codes[byte] = format(code, f"0{length}b")
        code += 1
        previous = length
    return codes


def encode(data, codes):
    bits = "".join([codes[byte] for byte in data])
    padding = -len(bits) % 8
    bits += "0" * padding
    return bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8)), padding


def decode(encoded, padding, codes):
    bytes_of = {code: byte for byte, code in codes.items()}
    bits = "".join(f"{byte:08b}" for byte in encoded)
    out, code = bytearray(), ""
    for bit in bits[: len(bits) - padding]:
        code += bit
        byte = bytes_of.get(code)
        if byte is not None:
            out.append(byte)
            code = ""
    return bytes(out)


def main(size):
    data = sample(size)
    tokens = compress(data)
    packed = serialise(tokens)
    literals = sum(isinstance(token, int) for token in tokens)
    print(f"{len(data)} bytes, {literals} literals, {len(tokens) - literals} references, packed {len(packed)}")
    assert expand(packed) == data
    lengths = huffman_lengths(packed)
    codes = codes_of(lengths)
    encoded, padding = encode(packed, codes)
    print(f"Huffman: {len(codes)} codes of {min(lengths.values())} to {max(lengths.values())} bits, {len(encoded)} bytes")
    assert decode(encoded, padding, codes) == packed
    print("ratio", round(len(encoded) / len(data), 4), "first", encoded[:12].hex(" "))
    try:
        expand(b"abc\xf1\x09\x00\x00")
    except ValueError as error:
        print("refused:", error)
    odd = bytes(range(256)) * 2
    assert expand(serialise(compress(odd))) == odd


main(int(sys.argv[1]) if len(sys.argv) > 1 else 150000)
