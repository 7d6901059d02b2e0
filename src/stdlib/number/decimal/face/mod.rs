//! What Python sees: classes, the current context, signals as exceptions.

pub mod object;
pub mod arguments;
pub mod signals;
pub mod context;
pub mod convert;
pub mod operators;
pub mod format;
pub mod methods;
pub mod in_context;
pub mod manager;
pub mod table;
