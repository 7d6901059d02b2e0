//! `import`: finding modules, loading them, what the statement binds.

pub mod boxed;
pub mod find;
pub mod cached;
pub mod module;
pub mod load;
