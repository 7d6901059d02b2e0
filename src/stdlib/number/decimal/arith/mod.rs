//! Decimal arithmetic as the General Decimal Arithmetic Specification has it. Nothing of Python is in here.

pub mod limbs;
pub mod product;
pub mod quotient;
pub mod coefficient;
pub mod context;
pub mod number;
pub mod basic;
pub mod quantum;
pub mod logic;
pub mod transcend;
pub mod power;
pub mod text;
