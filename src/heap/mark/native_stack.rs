//! The conservative scan of the native stack: what lets natives hold values in Rust locals across calls into Python.

/// Calls `visit` with every word of the native stack between here and `base` (its older end), callee-saved registers included.
///
/// # Safety
/// `base` is an address in this thread's stack, older than this call.
#[inline(never)]
pub unsafe fn scan(base: usize, visit: &mut dyn FnMut(usize)) {
    let mut saved = [0usize; 12];
    spill(&mut saved);
    let here = std::hint::black_box(saved.as_ptr()) as usize;
    let mut address = here & !7;
    while address < base {
        // SAFETY: the words between two frames of a live stack are readable.
        visit(unsafe { std::ptr::read_volatile(address as *const usize) });
        address += 8;
    }
    std::hint::black_box(&saved);
}

#[cfg(all(target_arch = "x86_64", not(miri)))]
fn spill(saved: &mut [usize; 12]) {
    // SAFETY: stores registers into an array of ours; nothing else is touched.
    unsafe {
        std::arch::asm!(
            "mov [{p}], rbx", "mov [{p} + 8], rbp", "mov [{p} + 16], r12",
            "mov [{p} + 24], r13", "mov [{p} + 32], r14", "mov [{p} + 40], r15",
            p = in(reg) saved.as_mut_ptr(), options(nostack, preserves_flags)
        );
    }
}

#[cfg(all(target_arch = "aarch64", not(miri)))]
fn spill(saved: &mut [usize; 12]) {
    // SAFETY: stores registers into an array of ours; nothing else is touched.
    unsafe {
        std::arch::asm!(
            "stp x19, x20, [{p}]", "stp x21, x22, [{p}, 16]", "stp x23, x24, [{p}, 32]",
            "stp x25, x26, [{p}, 48]", "stp x27, x28, [{p}, 64]",
            p = in(reg) saved.as_mut_ptr(), options(nostack, preserves_flags)
        );
    }
}

#[cfg(any(miri, not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
fn spill(_saved: &mut [usize; 12]) {}
