//! Generic aliases, unions, type parameters.

pub mod shown;
pub mod substitute;
pub mod union;
pub mod alias;
pub mod params;
pub mod type_alias;
