//! The proof that a Python exception is pending.

/// An exception was raised and waits in `Thread::pending`. Only `ops::raise` makes one of these from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised(pub(crate) ());

/// What everything that may raise answers.
pub type Run<T> = Result<T, Raised>;

const _: () = assert!(size_of::<Run<()>>() == 1);
