//! `import`: finding modules, loading them, what the statement binds.

pub mod boxed;
pub mod find;
pub mod module;
pub mod load;
