//! What the collector knows of every layout.

use crate::heap::header::{KINDS, Kind};
use crate::heap::mark::weak::WeakRef;
use crate::heap::object::KindInfo;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::class::instance::{Instance, Overflow};
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::object::exception::Exception;
use crate::object::generator::Generator;
use crate::object::module::Module;
use crate::object::number::{BigInt, Complex, Decimal, Wrapped};
use crate::object::record::{CellBox, Opaque, Record};
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::{Growth, Str};

/// By kind, how to trace and to free.
pub static KIND_TABLE: [KindInfo; KINDS] = {
    let mut table = [KindInfo::unused(); KINDS];
    table[Kind::BigInt as usize] = KindInfo::of::<BigInt>();
    table[Kind::Decimal as usize] = KindInfo::of::<Decimal>();
    table[Kind::Complex as usize] = KindInfo::of::<Complex>();
    table[Kind::Str as usize] = KindInfo::of::<Str>();
    table[Kind::Bytes as usize] = KindInfo::of::<Bytes>();
    table[Kind::ByteArray as usize] = KindInfo::of::<ByteArray>();
    table[Kind::List as usize] = KindInfo::of::<List>();
    table[Kind::Tuple as usize] = KindInfo::of::<Tuple>();
    table[Kind::Dict as usize] = KindInfo::of::<Dict>();
    table[Kind::Set as usize] = KindInfo::of::<Set>();
    table[Kind::Record as usize] = KindInfo::of::<Record>();
    table[Kind::Instance as usize] = KindInfo::of::<Instance>();
    table[Kind::Wrapped as usize] = KindInfo::of::<Wrapped>();
    table[Kind::Class as usize] = KindInfo::of::<Class>();
    table[Kind::Function as usize] = KindInfo::of::<Function>();
    table[Kind::Native as usize] = KindInfo::of::<Native>();
    table[Kind::Code as usize] = KindInfo::of::<Code>();
    table[Kind::Cell as usize] = KindInfo::of::<CellBox>();
    table[Kind::Module as usize] = KindInfo::of::<Module>();
    table[Kind::Generator as usize] = KindInfo::of::<Generator>();
    table[Kind::Exception as usize] = KindInfo::of::<Exception>();
    table[Kind::Overflow as usize] = KindInfo::of::<Overflow>();
    table[Kind::Growth as usize] = KindInfo::of::<Growth>();
    table[Kind::Opaque as usize] = KindInfo::of::<Opaque>();
    table[Kind::WeakRef as usize] = KindInfo::of::<WeakRef>();
    table
};
