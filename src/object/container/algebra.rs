//! Union, intersection and difference of sets whose keys can be compared without Python, by the hashes that they hold.
//!
//! In which order keys are inserted follows CPython, so that results print alike.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::header::ShapeId;
use crate::heap::object::Ref;
use crate::heap::store::Heap;
use crate::object::container::key::Unsure;
use crate::object::container::list::TooLarge;
use crate::object::container::set::Set;

impl From<TooLarge> for Unsure {
    /// The general way finds out again that memory is short, and says so.
    fn from(_: TooLarge) -> Unsure {
        Unsure
    }
}

/// `left operator right`, a new set of that shape.
/// # Errors
/// When keys can be compared only by Python, memory is short, or sets have no such operator here.
pub fn binary(
    heap: &mut Heap,
    shape: ShapeId,
    operator: BinaryOperator,
    left: &Set,
    right: &Set,
) -> Result<Ref<Set>, Unsure> {
    if std::ptr::eq(left, right) && matches!(operator, BinaryOperator::Or | BinaryOperator::And) {
        return Ok(left.copy(heap, shape)?);
    }
    match operator {
        BinaryOperator::Or => union(heap, shape, left, right),
        BinaryOperator::And => intersection(heap, shape, left, right),
        BinaryOperator::Sub => difference(heap, shape, left, right),
        _ => Err(Unsure),
    }
}

fn union(heap: &mut Heap, shape: ShapeId, left: &Set, right: &Set) -> Result<Ref<Set>, Unsure> {
    let all = match Set::copy_for_union(left, right, heap, shape)? {
        Some(all) => all,
        None => left.copy(heap, shape)?,
    };
    merge(&all, right)?;
    Ok(all)
}

/// Adds all keys of `other` to `set`.
/// # Errors
/// When keys can be compared only by Python, or memory is short; some may have been added by then.
pub fn merge(set: &Set, other: &Set) -> Result<(), Unsure> {
    if std::ptr::eq(set, other) || other.is_empty() || set.fill_from(other)? {
        return Ok(());
    }
    other.filter_plainly(set, |_, _| Ok(true))
}

fn intersection(heap: &mut Heap, shape: ShapeId, left: &Set, right: &Set) -> Result<Ref<Set>, Unsure> {
    let both = Set::new(heap, shape);
    let (small, large) = if right.len() > left.len() {
        (left, right)
    } else {
        (right, left)
    };
    small.filter_new(&both, |hash, key| Ok(large.find_plainly(hash, key)?.is_some()))?;
    Ok(both)
}

/// Of far more keys than those to be taken out a copy is made first: that is left to the general way.
fn difference(heap: &mut Heap, shape: ShapeId, left: &Set, right: &Set) -> Result<Ref<Set>, Unsure> {
    if left.len() / 4 > right.len() {
        return Err(Unsure);
    }
    let rest = Set::new(heap, shape);
    left.filter_new(&rest, |hash, key| Ok(right.find_plainly(hash, key)?.is_none()))?;
    Ok(rest)
}
