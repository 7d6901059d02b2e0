//! Reading operands: every handler exists once for narrow and once for wide instructions.

/// The form of an instruction. `a`, `b`, `c` are its first three byte operands; words follow the base.
pub trait Encoding: 'static {
    /// Bytes of the base instruction.
    const BASE: usize;
    /// # Safety
    /// For all readers: `pc` is at an instruction of this form, and verified code has the operand.
    unsafe fn a(pc: *const u8) -> usize;
    /// # Safety
    /// As `a`.
    unsafe fn b(pc: *const u8) -> usize;
    /// # Safety
    /// As `a`.
    unsafe fn c(pc: *const u8) -> usize;
    /// The second operand as a signed immediate.
    /// # Safety
    /// As `a`.
    unsafe fn imm_b(pc: *const u8) -> i64;
    /// The third operand as a signed immediate.
    /// # Safety
    /// As `a`.
    unsafe fn imm_c(pc: *const u8) -> i64;
    /// Word `i` behind the base.
    /// # Safety
    /// As `a`.
    unsafe fn word(pc: *const u8, i: usize) -> u32 {
        // SAFETY: words are aligned to 4 bytes from the start of the code, which is at least so aligned or read unaligned.
        unsafe { pc.add(Self::BASE + 4 * i).cast::<u32>().read_unaligned() }
    }
    /// The address that label word `i` names.
    /// # Safety
    /// As `a`.
    unsafe fn target(pc: *const u8, i: usize) -> *const u8 {
        // SAFETY: verified labels stay inside the code.
        unsafe { pc.offset(Self::word(pc, i) as i32 as isize) }
    }
    /// The next instruction, behind `words` words.
    /// # Safety
    /// As `a`.
    unsafe fn after(pc: *const u8, words: usize) -> *const u8 {
        // SAFETY: verified code goes on behind an instruction that does not end its block.
        unsafe { pc.add(Self::BASE + 4 * words) }
    }
    /// Rewrites the opcode of the instruction at `pc`.
    /// # Safety
    /// As `a`; the new opcode has the same operands.
    unsafe fn rewrite(pc: *const u8, op: u8) {
        // SAFETY: code objects own their instructions and hand them out for rewriting.
        unsafe { *pc.add(Self::BASE / 8).cast_mut() = op }
    }
}

/// `op a b c`: bytes.
pub struct Narrow;
/// `wide op a16 b16 c16`.
pub struct Wide;

impl Encoding for Narrow {
    const BASE: usize = 4;
    unsafe fn a(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { *pc.add(1) as usize }
    }
    unsafe fn b(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { *pc.add(2) as usize }
    }
    unsafe fn c(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { *pc.add(3) as usize }
    }
    unsafe fn imm_b(pc: *const u8) -> i64 {
        // SAFETY: by the caller.
        unsafe { *pc.add(2) as i8 as i64 }
    }
    unsafe fn imm_c(pc: *const u8) -> i64 {
        // SAFETY: by the caller.
        unsafe { *pc.add(3) as i8 as i64 }
    }
}

/// The 16-bit field at `pc + at`.
///
/// # Safety
/// The instruction has it.
unsafe fn half(pc: *const u8, at: usize) -> u16 {
    // SAFETY: by the caller.
    unsafe { pc.add(at).cast::<u16>().read_unaligned() }
}

impl Encoding for Wide {
    const BASE: usize = 8;
    unsafe fn a(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { half(pc, 2) as usize }
    }
    unsafe fn b(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { half(pc, 4) as usize }
    }
    unsafe fn c(pc: *const u8) -> usize {
        // SAFETY: by the caller.
        unsafe { half(pc, 6) as usize }
    }
    unsafe fn imm_b(pc: *const u8) -> i64 {
        // SAFETY: by the caller.
        unsafe { half(pc, 4) as i16 as i64 }
    }
    unsafe fn imm_c(pc: *const u8) -> i64 {
        // SAFETY: by the caller.
        unsafe { half(pc, 6) as i16 as i64 }
    }
}
