//! The `pyfast` command.
#![no_main]

mod cli;

#[cfg(not(feature = "system-allocator"))]
use pyfast::interp::host::allocator::Mimalloc;

#[cfg(not(feature = "system-allocator"))]
#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

/// The C library calls this, without the preparations of Rust's own `main`, which cost a tenth of the whole start: it reads the
/// memory map of the process to find a stack that nothing runs on. What of them matters is done by `system::prepare`.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    pyfast::interp::host::system::prepare();
    match cli::arguments::parse() {
        Ok(cli::arguments::Asked::Run(command)) => cli::run::on_large_stack(*command),
        Ok(cli::arguments::Asked::Say(text)) => {
            print!("{text}");
            0
        }
        Err(message) => {
            eprintln!("{message}");
            2
        }
    }
}
