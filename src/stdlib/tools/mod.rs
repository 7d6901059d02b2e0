//! `itertools`, `_operator`, `_functools`, `_collections`, `_contextvars`, `_asyncio`.

pub mod itertools;
pub mod operator;
pub mod functools;
pub mod collections;
pub mod contextvars;
pub mod asyncio;
