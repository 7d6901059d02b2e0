//! A tree as text: what CPython's `ast.dump(tree, include_attributes=True)` prints. Start at `tree::dump`.

pub mod literal;
pub mod writer;
pub mod tree;
