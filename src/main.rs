//! The `pyfast` command.

fn main() {}
