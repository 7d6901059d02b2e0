//! What the system is asked for by raw numbers: the interrupt signal, files by descriptor.

use std::ffi::OsStr;
use std::fs::File;
use std::os::fd::{FromRawFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::heap::pressure::{self, Interrupt};
use crate::vm::state::Vm;

/// The interrupt word of the interpreter that Ctrl-C is for.
static INTERRUPTED: AtomicPtr<Interrupt> = AtomicPtr::new(std::ptr::null_mut());

extern "C" fn on_interrupt(_: libc::c_int) {
    // SAFETY: the word belongs to an interpreter that lives until the process ends; atomic stores are safe in a handler.
    if let Some(word) = unsafe { INTERRUPTED.load(Ordering::Relaxed).as_ref() } {
        word.request(pressure::SIGNAL);
    }
}

/// SIGINT becomes KeyboardInterrupt in this interpreter, which must live as long as the process.
pub fn catch_interrupt(vm: &'static mut Vm) -> &'static mut Vm {
    INTERRUPTED.store(std::ptr::from_ref(&vm.heap.interrupt).cast_mut(), Ordering::Relaxed);
    // SAFETY: the handler only stores into atomics. Without SA_RESTART blocking reads are interrupted, as they must be.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_interrupt as *const () as usize;
        libc::sigaction(libc::SIGINT, &action, std::ptr::null_mut());
    }
    vm
}

/// Leaves SIGINT to the other threads of the process: it is to interrupt the system calls of the one that runs Python.
pub fn leave_interrupts_to_others() {
    // SAFETY: a set on our stack, filled before it is read.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&mut set);
        libc::sigaddset(&mut set, libc::SIGINT);
        libc::pthread_sigmask(libc::SIG_BLOCK, &set, std::ptr::null_mut());
    }
}

/// Ends the process by SIGINT, as a program does that did not catch it.
pub fn die_of_interrupt() {
    // SAFETY: restoring the default action and raising the signal touch no memory of ours.
    unsafe {
        libc::signal(libc::SIGINT, libc::SIG_DFL);
        libc::raise(libc::SIGINT);
    }
}

/// What every process needs first: writing to a closed pipe is to be an error, not the end.
pub fn prepare() {
    // SAFETY: ignoring a signal touches no memory.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_IGN) };
}

/// Ends the process at once: nothing is taken down, what Rust's standard streams hold is lost.
pub fn leave(code: i32) -> ! {
    // SAFETY: the process ends here.
    unsafe { libc::_exit(code) }
}

/// The file behind a descriptor that the program names; `None` when it is not open.
pub fn file_of_descriptor(descriptor: RawFd) -> Option<File> {
    // SAFETY: asking for flags changes nothing.
    if unsafe { libc::fcntl(descriptor, libc::F_GETFD) } < 0 {
        return None;
    }
    // SAFETY: the descriptor is open. That nobody else closes it is up to the Python program, as with CPython.
    Some(unsafe { File::from_raw_fd(descriptor) })
}

/// Sets a variable of the environment, or deletes it; neither text may hold a zero byte.
pub fn set_variable(name: &[u8], value: Option<&[u8]>) {
    let name = OsStr::from_bytes(name);
    // SAFETY: the interpreter's thread alone reads and changes the environment.
    unsafe {
        match value {
            Some(value) => std::env::set_var(name, OsStr::from_bytes(value)),
            None => std::env::remove_var(name),
        }
    }
}
