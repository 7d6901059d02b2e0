//! What `-X ops` counts: the instructions that ran, and which ran right behind which. Data only.

/// Counts of three instructions in a row. What is not behind its predecessor in the code begins a row of its own.
pub struct Counts {
    /// By the numbers of three opcodes; the first two are 0, the prefix, where the row is shorter.
    triples: Vec<u64>,
    /// The opcodes of the row that runs, and where it goes on.
    row: u32,
    next: usize,
}

impl Default for Counts {
    fn default() -> Counts {
        Counts {
            triples: vec![0; 1 << 24],
            row: 0,
            next: 0,
        }
    }
}

impl Counts {
    /// Counts the instruction of number `op` at `address`, which is `length` bytes long.
    pub fn note(&mut self, address: usize, op: u8, length: usize) {
        let before = if address == self.next { self.row & 0xFFFF } else { 0 };
        self.row = before << 8 | u32::from(op);
        self.next = address + length;
        self.triples[self.row as usize] += 1;
    }

    /// The rows that ran and how often: three opcodes each.
    pub fn rows(&self) -> impl Iterator<Item = ([u8; 3], u64)> + '_ {
        let ran = self.triples.iter().enumerate().filter(|&(_, &count)| count > 0);
        ran.map(|(row, &count)| ([(row >> 16) as u8, (row >> 8) as u8, row as u8], count))
    }
}
