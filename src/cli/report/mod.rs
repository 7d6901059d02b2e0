//! What a run is reported as: `-X ops`, `-X cost`, `-X profile`. Counting is `interp::host::observe`'s; here it is summed up and written.

pub mod prices;
pub mod summary;
pub mod table;
pub mod json;
pub mod flame;
pub mod files;
