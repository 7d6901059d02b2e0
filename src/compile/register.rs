//! Registers while a function is being lowered: numbers, the bump allocator of temporaries, and which locals are surely bound.
//!
//! The number of locals is known only at the end (inlined comprehensions add theirs), so free variables and temporaries
//! are numbered from bases of their own; `Layout::place` gives the final number.

/// A register: a local, a free variable's cell, or a temporary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reg(pub u32);

const FREE_BASE: u32 = 0x10_0000;
const TEMPORARY_BASE: u32 = 0x20_0000;
/// Operands of the wide form are 16 bits.
pub const REGISTERS_MAX: u32 = 0xFFFF;

impl Reg {
    pub const fn local(index: u32) -> Reg {
        Reg(index)
    }

    pub const fn free(index: u32) -> Reg {
        Reg(FREE_BASE + index)
    }

    pub const fn is_local(self) -> bool {
        self.0 < FREE_BASE
    }

    pub const fn is_temporary(self) -> bool {
        self.0 >= TEMPORARY_BASE
    }

    /// The register `n` behind this one.
    pub const fn at(self, n: u32) -> Reg {
        Reg(self.0 + n)
    }
}

/// Temporaries are taken and given back in stack order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Temporaries {
    top: u32,
    highest: u32,
}

impl Temporaries {
    /// The register that `take` would answer; also the mark for `release`.
    pub fn top(&self) -> Reg {
        Reg(TEMPORARY_BASE + self.top)
    }

    pub fn take(&mut self) -> Reg {
        self.take_many(1)
    }

    /// The first of `n` new temporaries.
    pub fn take_many(&mut self, n: u32) -> Reg {
        let first = self.top();
        self.top += n;
        self.highest = self.highest.max(self.top);
        first
    }

    /// Gives back everything from `mark` on.
    pub fn release(&mut self, mark: Reg) {
        debug_assert!(mark.is_temporary() && mark <= self.top());
        self.top = mark.0 - TEMPORARY_BASE;
    }

    pub fn is_top(&self, register: Reg) -> bool {
        register.is_temporary() && register.0 + 1 == self.top().0
    }

    pub fn highest(&self) -> u32 {
        self.highest
    }
}

/// How many registers of each sort there are in the end.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    pub locals: u32,
    pub free: u32,
    pub temporaries: u32,
}

impl Layout {
    pub fn total(&self) -> u32 {
        self.locals + self.free + self.temporaries
    }

    pub fn moves(&self) -> Moves {
        let free = self.locals as i32 - FREE_BASE as i32;
        Moves {
            free,
            temporaries: (self.locals + self.free) as i32 - TEMPORARY_BASE as i32 - free,
        }
    }

    /// The final number of a register.
    pub fn place(&self, register: Reg) -> u32 {
        if register.is_temporary() {
            self.locals + self.free + (register.0 - TEMPORARY_BASE)
        } else if register.is_local() {
            register.0
        } else {
            self.locals + (register.0 - FREE_BASE)
        }
    }
}

/// A layout as what is to be added to registers: to all but locals, and to temporaries once more.
#[derive(Clone, Copy)]
pub struct Moves {
    free: i32,
    temporaries: i32,
}

impl Moves {
    /// The final numbers of register operands, which have masks of ones; any other operands as they are.
    #[inline]
    pub fn placed(self, operands: &[i32; 4], masks: &[i8; 4]) -> [i32; 4] {
        // Four at once: all is done by masks.
        let all_if = |condition: bool| -i32::from(condition);
        std::array::from_fn(|place| {
            let operand = operands[place];
            let is_free = all_if(operand >= FREE_BASE as i32);
            let is_temporary = all_if(operand >= TEMPORARY_BASE as i32);
            let distance = (is_free & self.free).wrapping_add(is_temporary & self.temporaries);
            operand.wrapping_add(distance & i32::from(masks[place]))
        })
    }
}

/// The locals that are surely bound at a point of the program; at an unreachable point all are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    reachable: bool,
    low: u64,
    high: Vec<u64>,
}

impl Bound {
    pub fn nothing() -> Bound {
        Bound {
            reachable: true,
            low: 0,
            high: Vec::new(),
        }
    }

    pub fn is_reachable(&self) -> bool {
        self.reachable
    }

    pub fn set_unreachable(&mut self) {
        self.reachable = false;
    }

    pub fn has(&self, register: Reg) -> bool {
        if !self.reachable || !register.is_local() {
            return true;
        }
        match register.0 {
            n @ 0..64 => self.low >> n & 1 != 0,
            n => self
                .high
                .get((n / 64 - 1) as usize)
                .is_some_and(|word| word >> (n % 64) & 1 != 0),
        }
    }

    pub fn set(&mut self, register: Reg) {
        match register.0 {
            _ if !register.is_local() => (),
            n @ 0..64 => self.low |= 1 << n,
            n => {
                let index = (n / 64 - 1) as usize;
                if self.high.len() <= index {
                    self.high.resize(index + 1, 0);
                }
                self.high[index] |= 1 << (n % 64);
            }
        }
    }

    pub fn unset(&mut self, register: Reg) {
        match register.0 {
            _ if !register.is_local() => (),
            n @ 0..64 => self.low &= !(1 << n),
            n => {
                if let Some(word) = self.high.get_mut((n / 64 - 1) as usize) {
                    *word &= !(1 << (n % 64));
                }
            }
        }
    }

    /// What is bound whether control comes from `self` or from `other`.
    pub fn join(&mut self, other: &Bound) {
        if !other.reachable {
            return;
        }
        if !self.reachable {
            self.clone_from(other);
            return;
        }
        self.low &= other.low;
        self.high.truncate(other.high.len());
        for (word, other) in self.high.iter_mut().zip(&other.high) {
            *word &= other;
        }
    }
}
