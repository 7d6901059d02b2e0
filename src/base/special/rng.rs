//! The Mersenne Twister MT19937 with the seeding and the number sequences of Python's `random`.

use crate::base::big::Big;

const LENGTH: usize = 624;
const SHIFT: usize = 397;
const UPPER: u32 = 0x8000_0000;
const LOWER: u32 = 0x7FFF_FFFF;
const TWIST: u32 = 0x9908_B0DF;

/// A generator: its words and the index of the next one to hand out (`LENGTH`: none left).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Twister {
    words: [u32; LENGTH],
    index: usize,
}

impl Twister {
    /// Seeded by a key of 32-bit words, lowest first. An empty key counts as one zero.
    pub fn from_key(key: &[u32]) -> Twister {
        let key = if key.is_empty() { &[0] } else { key };
        let mut twister = Twister::from_word(19_650_218);
        let words = &mut twister.words;
        let mut i = 1;
        let mut j = 0;
        for _ in 0..LENGTH.max(key.len()) {
            let mixed = words[i] ^ (words[i - 1] ^ (words[i - 1] >> 30)).wrapping_mul(1_664_525);
            words[i] = mixed.wrapping_add(key[j]).wrapping_add(j as u32);
            i = Twister::advance(words, i);
            j = (j + 1) % key.len();
        }
        for _ in 1..LENGTH {
            let mixed = words[i] ^ (words[i - 1] ^ (words[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            words[i] = mixed.wrapping_sub(i as u32);
            i = Twister::advance(words, i);
        }
        words[0] = UPPER;
        twister
    }

    /// Seeded as `random.seed(seed)` of an int: by the words of its magnitude.
    pub fn from_int(seed: &Big) -> Twister {
        let mut key: Vec<u32> = seed
            .words()
            .1
            .iter()
            .flat_map(|&word| [word as u32, (word >> 32) as u32])
            .collect();
        while key.len() > 1 && key.last() == Some(&0) {
            key.pop();
        }
        Twister::from_key(&key)
    }

    fn from_word(seed: u32) -> Twister {
        let mut words = [seed; LENGTH];
        for i in 1..LENGTH {
            let previous = words[i - 1];
            words[i] = (previous ^ (previous >> 30))
                .wrapping_mul(1_812_433_253)
                .wrapping_add(i as u32);
        }
        Twister { words, index: LENGTH }
    }

    fn advance(words: &mut [u32; LENGTH], i: usize) -> usize {
        if i + 1 < LENGTH {
            return i + 1;
        }
        words[0] = words[LENGTH - 1];
        1
    }

    fn refill(&mut self) {
        for i in 0..LENGTH {
            let joined = (self.words[i] & UPPER) | (self.words[(i + 1) % LENGTH] & LOWER);
            let twisted = (joined >> 1) ^ if joined & 1 == 1 { TWIST } else { 0 };
            self.words[i] = self.words[(i + SHIFT) % LENGTH] ^ twisted;
        }
        self.index = 0;
    }

    /// The next 32 bits.
    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        if self.index >= LENGTH {
            self.refill();
        }
        let mut word = self.words[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        word ^ (word >> 18)
    }

    /// `random.random()`: 53 bits in [0, 1).
    #[inline]
    pub fn random(&mut self) -> f64 {
        let high = self.next_u32() >> 5;
        let low = self.next_u32() >> 6;
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `random.getrandbits(count)` for 0 to 64 bits.
    #[inline]
    pub fn bits_u64(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - count)),
            _ => {
                let low = u64::from(self.next_u32());
                let high = u64::from(self.next_u32()) >> 64u32.saturating_sub(count).min(31);
                high << 32 | low
            }
        }
    }

    /// `random.getrandbits(count)`.
    pub fn bits(&mut self, count: u64) -> Big {
        let mut words = Vec::with_capacity(count.div_ceil(64) as usize);
        let mut left = count;
        while left > 0 {
            let taken = left.min(64);
            words.push(self.bits_u64(taken as u32));
            left -= taken;
        }
        Big::from_words(false, &words)
    }

    /// `getstate`: 624 words and the index.
    pub fn state(&self) -> (&[u32; LENGTH], usize) {
        (&self.words, self.index)
    }

    /// `setstate`; nothing when the index is out of range.
    pub fn from_state(words: [u32; LENGTH], index: usize) -> Option<Twister> {
        (index <= LENGTH).then_some(Twister { words, index })
    }
}
