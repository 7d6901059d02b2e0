//! THE table of method tables: which rows boot installs in which built-in class. A class may have several rows.

use crate::types::class::{object, type_};
use crate::types::container::{dict, dict_iter, dict_views, set, set_algebra};
use crate::types::descriptor::{computed, method, native, property, proxy, super_, wrapper};
use crate::types::number::{bool, complex, complex_new, float, int, int_convert};
use crate::types::sequence::{iterators, list, list_sort, range, slice, tuple};
use crate::types::text::str::table;
use crate::vm::known::ClassId;
use crate::vm::native::NativeDef;

/// All method tables.
pub static TABLES: &[(ClassId, &[NativeDef])] = &[
    (ClassId::List, list::LIST),
    (ClassId::List, list_sort::SORT),
    (ClassId::Tuple, tuple::TUPLE),
    (ClassId::Range, range::RANGE),
    (ClassId::Slice, slice::SLICE),
    (ClassId::ListIterator, iterators::LIST_ITERATOR),
    (ClassId::ListReverseIterator, iterators::LIST_REVERSE_ITERATOR),
    (ClassId::TupleIterator, iterators::TUPLE_ITERATOR),
    (ClassId::RangeIterator, range::RANGE_ITERATOR),
    (ClassId::LongRangeIterator, range::RANGE_ITERATOR),
    (ClassId::SequenceIterator, iterators::SEQUENCE_ITERATOR),
    (ClassId::CallableIterator, iterators::CALLABLE_ITERATOR),
    (ClassId::Dict, dict::DICT),
    (ClassId::DictKeys, dict_views::KEYS),
    (ClassId::DictValues, dict_views::VALUES),
    (ClassId::DictItems, dict_views::ITEMS),
    (ClassId::DictKeyIterator, dict_iter::KEY_ITERATOR),
    (ClassId::DictValueIterator, dict_iter::VALUE_ITERATOR),
    (ClassId::DictItemIterator, dict_iter::ITEM_ITERATOR),
    (ClassId::DictReverseKeyIterator, dict_iter::REVERSE_KEY_ITERATOR),
    (ClassId::DictReverseValueIterator, dict_iter::REVERSE_VALUE_ITERATOR),
    (ClassId::DictReverseItemIterator, dict_iter::REVERSE_ITEM_ITERATOR),
    (ClassId::Set, set::BOTH),
    (ClassId::Set, set::SET),
    (ClassId::Set, set_algebra::ALGEBRA),
    (ClassId::Set, set_algebra::IN_PLACE),
    (ClassId::FrozenSet, set::BOTH),
    (ClassId::FrozenSet, set::FROZEN_SET),
    (ClassId::FrozenSet, set_algebra::ALGEBRA),
    (ClassId::SetIterator, set::SET_ITERATOR),
    (ClassId::Object, object::METHODS),
    (ClassId::Type, type_::METHODS),
    (ClassId::Type, type_::ATTRIBUTES),
    (ClassId::BuiltinFunction, native::FUNCTION),
    (ClassId::MethodDescriptor, native::DESCRIPTOR),
    (ClassId::WrapperDescriptor, native::DESCRIPTOR),
    (ClassId::ClassMethodDescriptor, native::DESCRIPTOR),
    (ClassId::MethodWrapper, native::METHOD_WRAPPER),
    (ClassId::GetSetDescriptor, computed::METHODS),
    (ClassId::MemberDescriptor, computed::METHODS),
    (ClassId::Method, method::METHODS),
    (ClassId::Property, property::METHODS),
    (ClassId::ClassMethod, wrapper::SHARED),
    (ClassId::ClassMethod, wrapper::CLASS_METHOD),
    (ClassId::StaticMethod, wrapper::SHARED),
    (ClassId::StaticMethod, wrapper::STATIC_METHOD),
    (ClassId::Super, super_::METHODS),
    (ClassId::MappingProxy, proxy::METHODS),
    (ClassId::Str, table::STR),
    (ClassId::StrIterator, table::STR_ITERATOR),
    (ClassId::Int, int::INT),
    (ClassId::Int, int_convert::CONVERSIONS),
    (ClassId::Bool, bool::BOOL),
    (ClassId::Float, float::FLOAT),
    (ClassId::Complex, complex::COMPLEX),
    (ClassId::Complex, complex_new::CONSTRUCTORS),
];
