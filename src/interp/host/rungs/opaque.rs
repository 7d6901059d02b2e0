//! Values that the optimiser no longer knows: for benches, which would be folded away otherwise.

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

/// `x`, unknown to the optimiser from here on; it stays in a register of floats.
#[inline(always)] // PERF: as above.
pub fn opaque_float(x: f64) -> f64 {
    #[cfg(all(not(miri), target_arch = "x86_64"))]
    {
        let mut x = x;
        // SAFETY: as above.
        unsafe { std::arch::asm!("/* {0} */", inout(xmm_reg) x, options(nomem, nostack, preserves_flags)) };
        x
    }
    #[cfg(not(all(not(miri), target_arch = "x86_64")))]
    f64::from_bits(opaque(x.to_bits()))
}

/// What is in memory, the optimiser no longer knows: what follows reads it again. No instruction comes of it.
#[inline(always)] // PERF: as above.
pub fn forget_memory() {
    #[cfg(not(miri))]
    // SAFETY: the assembly is empty; it may have changed memory, for all that the optimiser knows.
    unsafe {
        std::arch::asm!("", options(nostack, preserves_flags))
    };
}
