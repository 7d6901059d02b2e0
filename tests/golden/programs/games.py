"""Life, n queens, sudoku, tic-tac-toe by minimax, towers, knights and dice without luck."""


class Life:
    def __init__(self, text):
        self.cells = {(x, y) for y, row in enumerate(text.split("\n")) for x, c in enumerate(row) if c == "#"}

    def step(self):
        counts = {}
        for x, y in self.cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        key = x + dx, y + dy
                        counts[key] = counts.get(key, 0) + 1
        self.cells = {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in self.cells}
        return self

    def __str__(self):
        xs, ys = [x for x, _ in self.cells], [y for _, y in self.cells]
        return "\n".join("".join("#" if (x, y) in self.cells else "." for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1))


glider = Life(".#.\n..#\n###")
for _ in range(4):
    glider.step()
print(glider, sorted(glider.cells))
pentomino = Life(".##\n##.\n.#.")
print([len(pentomino.step().cells) for _ in range(20)])


def queens(n):
    def place(row, columns, up, down):
        if row == n:
            yield []
            return
        for c in range(n):
            if c not in columns and row + c not in up and row - c not in down:
                for rest in place(row + 1, columns | {c}, up | {row + c}, down | {row - c}):
                    yield [c, *rest]
    return place(0, set(), set(), set())


print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(8)))
print("\n".join("".join("Q" if c == q else "." for c in range(6)) for q in next(queens(6))))
SUDOKU = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"


def solve(board):
    board = list(board)
    peers = {i: {j for j in range(81) if j != i and (j // 9 == i // 9 or j % 9 == i % 9 or (j // 27 == i // 27 and j % 9 // 3 == i % 9 // 3))} for i in range(81)}
    steps = 0

    def search():
        nonlocal steps
        best, options = None, None
        for i in range(81):
            if board[i] == ".":
                left = [d for d in "123456789" if all(board[j] != d for j in peers[i])]
                if best is None or len(left) < len(options):
                    best, options = i, left
                    if len(left) < 2:
                        break
        if best is None:
            return True
        for d in options:
            steps += 1
            board[best] = d
            if search():
                return True
        board[best] = "."
        return False

    return search() and "".join(board), steps


solution, steps = solve(SUDOKU)
print(*(solution[i:i + 9] for i in range(0, 81, 27)), steps, solution[-9:])
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    for x, y, z in LINES:
        if b[x] == b[y] == b[z] != " ":
            return b[x]
    return None if " " in b else "draw"


def minimax(b, player, cache={}):
    if (key := (b, player)) in cache:
        return cache[key]
    result = winner(b)
    if result:
        value = {"X": 1, "O": -1, "draw": 0}[result], None
    else:
        moves = [(minimax(b[:i] + player + b[i + 1:], "O" if player == "X" else "X")[0], i) for i in range(9) if b[i] == " "]
        value = (max if player == "X" else min)(moves, key=lambda m: m[0])
    cache[key] = value
    return value


print(minimax("X O  O X ", "X"), minimax("XX OO    ", "O"), minimax("XOX O   X", "O"), len(minimax.__defaults__[0]))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3)), sum(1 for _ in hanoi(9)))


def knight(size):
    tour, place = {(0, 0): 0}, (0, 0)
    moves = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]

    def free(p):
        return [(p[0] + dx, p[1] + dy) for dx, dy in moves if 0 <= p[0] + dx < size and 0 <= p[1] + dy < size and (p[0] + dx, p[1] + dy) not in tour]

    while options := free(place):
        place = min(options, key=lambda p: (len(free(p)), p))
        tour[place] = len(tour)
    return tour


tour = knight(6)
print(len(tour), *(" ".join(f"{tour.get((x, y), -1):2}" for x in range(6)) for y in range(6)), sep="\n")


class Dice:
    def __init__(self, seed):
        self.state = seed

    def roll(self, n=6):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n + 1

    def __iter__(self):
        while True:
            yield self.roll()


dice = Dice(42)
rolls = [roll for roll, _ in zip(dice, range(600))]
print([rolls.count(face) for face in range(1, 7)], rolls[:20], sum(rolls))
print([a * 10 + b for a, b in zip(rolls[::2], rolls[1::2]) if a == b][:10], max(len(run) for run in "".join("x" if r > 3 else " " for r in rolls).split()))
