//! A value that the optimiser no longer knows: for benches, which would be folded away otherwise.

/// `bits`, unknown to the optimiser from here on. No instruction comes of it.
#[inline(always)] // PERF: an opaque call would be what the benches measure.
pub fn opaque(bits: u64) -> u64 {
    #[cfg(not(miri))]
    {
        let mut bits = bits;
        // SAFETY: the assembly is empty; it may have changed the register, for all that the optimiser knows.
        unsafe { std::arch::asm!("/* {0} */", inout(reg) bits, options(nomem, nostack, preserves_flags)) };
        bits
    }
    #[cfg(miri)]
    std::hint::black_box(bits)
}
