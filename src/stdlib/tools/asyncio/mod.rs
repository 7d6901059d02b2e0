//! `_asyncio`: futures, and tasks that step coroutines. Event loops are those of Lib.

pub mod state;
pub mod future;
pub mod waiting;
pub mod future_table;
pub mod step;
pub mod task;
pub mod registry;
pub mod table;
