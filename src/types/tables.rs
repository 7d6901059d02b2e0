//! THE table of method tables: which rows boot installs in which built-in class. A class may have several rows.

use crate::vm::known::ClassId;
use crate::vm::native::NativeDef;

/// All method tables.
pub static TABLES: &[(ClassId, &[NativeDef])] = &[];
