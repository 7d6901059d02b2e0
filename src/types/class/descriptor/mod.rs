//! What classes hold besides functions: properties, class methods, methods of built-in classes; and bound methods.

pub mod native;
pub mod computed;
pub mod method;
pub mod property;
pub mod wrapper;
pub mod super_;
pub mod proxy;
