//! Why code is refused.

/// The first rule that was found broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Qualified name of the code object.
    pub code: String,
    /// Of the instruction, if it is about one.
    pub offset: Option<u32>,
    pub problem: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.offset {
            Some(offset) => write!(out, "{} at {offset}: {}", self.code, self.problem),
            None => write!(out, "{}: {}", self.code, self.problem),
        }
    }
}

impl std::error::Error for Fault {}

/// A problem, and the offset where it is.
pub type Problem = (Option<u32>, String);

pub type Sound<T = ()> = Result<T, Problem>;

pub fn broken<T>(problem: impl Into<String>) -> Sound<T> {
    Err((None, problem.into()))
}

pub fn broken_at<T>(offset: u32, problem: impl Into<String>) -> Sound<T> {
    Err((Some(offset), problem.into()))
}
