//! THE table of native modules, by name; importing one calls its maker.

use crate::api::{Run, Value, Vm};
use crate::stdlib::math::table as math;
use crate::stdlib::time::table as time;

/// Makes a module.
pub type Maker = fn(&mut Vm) -> Run<Value>;

pub static MODULES: &[(&str, Maker)] = &[("math", math::make), ("time", time::make)];
