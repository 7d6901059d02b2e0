"""Sudoku by backtracking with sets of candidates: the cell with the fewest is tried first, and sole candidates are propagated."""

import sys

PUZZLES = {
    "easy": "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "seventeen": "000000010400000000020000000000050407008000300001090000300400200050100000000806000",
    "hard": "800000000003600000070090200050007000000045700000100030001000068008500010090000400",
    "sparse": "000000907000420180000705026100904000050000040000507009920108000034059000507000000",
    "impossible": "516849732307605000809700065135060907472591006968370050253186074684207500791050608",
}

DIGITS = frozenset("123456789")
CELLS = [(row, column) for row in range(9) for column in range(9)]


def peers_of(cell):
    row, column = cell
    top, left = row - row % 3, column - column % 3
    block = {(r, c) for r in range(top, top + 3) for c in range(left, left + 3)}
    return ({(row, c) for c in range(9)} | {(r, column) for r in range(9)} | block) - {cell}


PEERS = {cell: peers_of(cell) for cell in CELLS}


class Contradiction(Exception):
    pass


class Solver:
    def __init__(self):
        self.tries = 0
        self.assigned = 0

    def read(self, text):
        candidates = {cell: set(DIGITS) for cell in CELLS}
        for cell, char in zip(CELLS, text):
            if char in DIGITS:
                self.assign(candidates, cell, char)
        return candidates

    def assign(self, candidates, cell, digit):
        """Leaves only `digit` at `cell`, and follows what that means for its peers."""
        if digit not in candidates[cell]:
            raise Contradiction(cell)
        self.assigned += 1
        candidates[cell] = {digit}
        todo = [cell]
        while todo:
            known = todo.pop()
            (digit,) = candidates[known]
            for peer in PEERS[known]:
                options = candidates[peer]
                if digit in options:
                    if len(options) == 1:
                        raise Contradiction(peer)
                    options.discard(digit)
                    if len(options) == 1:
                        todo.append(peer)

    def search(self, candidates):
        open_cells = [cell for cell in CELLS if len(candidates[cell]) > 1]
        if not open_cells:
            return candidates
        cell = min(open_cells, key=lambda cell: (len(candidates[cell]), cell))
        for digit in sorted(candidates[cell]):
            self.tries += 1
            attempt = {cell: set(options) for cell, options in candidates.items()}
            try:
                self.assign(attempt, cell, digit)
                return self.search(attempt)
            except Contradiction:
                pass
        raise Contradiction(cell)


def show(candidates):
    rows = []
    for row in range(9):
        digits = ["".join(candidates[row, column]) for column in range(9)]
        rows.append(" | ".join(" ".join(digits[i : i + 3]) for i in (0, 3, 6)))
        if row in (2, 5):
            rows.append("-" * 6 + "+" + "-" * 7 + "+" + "-" * 6)
    return "\n".join(rows)


def check(candidates):
    units = [{(i, j) for j in range(9)} for i in range(9)] + [{(j, i) for j in range(9)} for i in range(9)]
    return all(set().union(*(candidates[cell] for cell in unit)) == DIGITS for unit in units)


def main(rounds):
    for name, text in PUZZLES.items():
        for _ in range(rounds):
            solver = Solver()
            try:
                solved = solver.search(solver.read(text))
            except Contradiction as error:
                solved = None
                reason = error.args[0]
        print(f"{name}: {solver.tries} tries, {solver.assigned} assigned")
        if solved is None:
            print("no solution, last seen at", reason)
        else:
            assert check(solved)
            print(show(solved))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
