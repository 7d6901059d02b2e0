//! The memory of a thread's registers and frames: address space reserved once, committed as it is used, with a guard page at
//! either end, so that whatever passes the limits faults instead of spoiling other memory.

use crate::heap::pressure;
use crate::heap::value::Value;
use crate::vm::thread::{FRAMES_MAX, Frame, REGISTERS_MAX, REGISTERS_SPARE, Thread};

const PAGE_BYTES: usize = 4096;
/// Part of the native stack that natives leave free: for a nested run loop, formatting, and printing the error.
const NATIVE_SPARE_BYTES: usize = 256 << 10;
/// Bytes of native stack that natives may use for recursion over data, however large the stack is: `==` of lists nested 200,000
/// deep is a RecursionError, as in CPython.
const NATIVE_BUDGET_BYTES: usize = 24 << 20;
/// What is assumed of a native stack whose bounds the system does not tell.
const NATIVE_STACK_BYTES: usize = 1 << 20;
/// `sys.getrecursionlimit()` at the start.
const RECURSION_LIMIT: usize = 1000;
/// Registers of a frame that limits are made for at first: with the limit above, there is room for more.
const WIDEST: usize = 64;

/// Part of the address space, where that is limited, that a stack may take: the heap and buffers need the rest.
const SHARE: usize = 8;

/// A mapping of zeros with room for `most` values of `T`, or for half as many, and so on down to `least`; and how many they are.
fn reserve<T>(most: usize, least: usize) -> (*mut T, usize) {
    let mut count = most;
    while count / 2 >= least && count * size_of::<T>() > pressure::address_space() / SHARE {
        count /= 2;
    }
    loop {
        match try_reserve(count) {
            Some(start) => return (start, count),
            None if count / 2 >= least => count /= 2,
            None => pressure::no_address_space("stack"),
        }
    }
}

/// A mapping of zeros with room for `count` values of `T`; its first and last page cannot be touched.
fn try_reserve<T>(count: usize) -> Option<*mut T> {
    let bytes = (count * size_of::<T>()).next_multiple_of(PAGE_BYTES);
    // SAFETY: a fresh anonymous mapping touches no memory of anyone; the protected pages lie inside it.
    unsafe {
        let base = libc::mmap(
            std::ptr::null_mut(),
            bytes + 2 * PAGE_BYTES,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        );
        if base == libc::MAP_FAILED {
            return None;
        }
        libc::mprotect(base, PAGE_BYTES, libc::PROT_NONE);
        libc::mprotect(base.add(PAGE_BYTES + bytes), PAGE_BYTES, libc::PROT_NONE);
        Some(base.add(PAGE_BYTES).cast())
    }
}

/// Gives back what `reserve` made.
fn release<T>(start: *mut T, count: usize) {
    let bytes = (count * size_of::<T>()).next_multiple_of(PAGE_BYTES);
    // SAFETY: the mapping is ours and nobody uses it any more.
    unsafe { libc::munmap(start.cast::<u8>().sub(PAGE_BYTES).cast(), bytes + 2 * PAGE_BYTES) };
}

/// The bounds of this thread's native stack: lowest address, and the one behind the highest.
#[cfg(target_os = "linux")]
fn native_stack() -> (usize, usize) {
    let mut attributes = std::mem::MaybeUninit::<libc::pthread_attr_t>::uninit();
    let (mut base, mut bytes) = (std::ptr::null_mut(), 0);
    // SAFETY: the attributes are initialised by the first call before the others read and free them.
    unsafe {
        if libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) != 0 {
            return guessed_stack();
        }
        libc::pthread_attr_getstack(attributes.as_ptr(), &mut base, &mut bytes);
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
    }
    (base as usize, base as usize + bytes)
}

#[cfg(not(target_os = "linux"))]
fn native_stack() -> (usize, usize) {
    guessed_stack()
}

/// A stack of unknown bounds: from a little above here, as large as every system makes them.
fn guessed_stack() -> (usize, usize) {
    let marker = 0u8;
    let here = std::hint::black_box(&raw const marker) as usize;
    (here.saturating_sub(NATIVE_STACK_BYTES), here + 4096)
}

/// The state of a thread that runs nothing yet. To be made on the native thread that it is for: it keeps the bounds of its stack.
pub fn new_thread() -> Thread {
    let (registers, registers_reserved) = reserve::<Value>(REGISTERS_MAX, 4 * REGISTERS_SPARE);
    let (frames, frames_reserved) = reserve::<Frame>(FRAMES_MAX, 4 * RECURSION_LIMIT);
    let (lowest, behind) = native_stack();
    // SAFETY: all addresses lie inside the two reservations.
    let (frame_limit, register_limit) = unsafe {
        (*frames).registers = registers;
        // The first record and that of the outermost run are no frames of Python.
        let limit = frames.add(2 + RECURSION_LIMIT);
        (limit, registers.add(registers_reserved - REGISTERS_SPARE))
    };
    Thread {
        next: (std::ptr::null(), std::ptr::null_mut(), std::ptr::null_mut()),
        result: Value::UNBOUND,
        frame: frames,
        frame_limit,
        register_limit,
        pending: Value::UNBOUND,
        handled: Value::UNBOUND,
        frames,
        registers,
        frames_reserved,
        registers_reserved,
        high_water: registers,
        native_base: behind,
        native_limit: (lowest + NATIVE_SPARE_BYTES).max(behind.saturating_sub(NATIVE_BUDGET_BYTES)),
        recursion_limit: RECURSION_LIMIT,
        frames_wanted: 2 + RECURSION_LIMIT,
        widest: WIDEST,
        nesting: 0,
    }
}

/// The function that runs: UNBOUND before the first frame, and a stand-in for a module's or class's code.
pub fn running(thread: &Thread) -> Value {
    // SAFETY: `frame` always points into the reservation, whose unused part is zero: UNBOUND.
    unsafe { (*thread.frame).function }
}

/// Frees the memory of a thread that has ended.
pub fn free_thread(thread: &Thread) {
    release(thread.registers, thread.registers_reserved);
    release(thread.frames, thread.frames_reserved);
}

#[cfg(test)]
mod tests {
    use crate::object::arena::{free_thread, new_thread};

    #[test]
    fn a_thread_has_registers_and_knows_its_native_stack() {
        let thread = new_thread();
        let marker = 0u8;
        let here = std::hint::black_box(&raw const marker) as usize;
        assert!(here < thread.native_base && here > thread.native_limit);
        assert!(thread.registers < thread.register_limit && thread.frames < thread.frame_limit);
        // SAFETY: the reservation is readable and zero.
        assert!(unsafe { *thread.registers }.is_unbound());
        free_thread(&thread);
    }
}
