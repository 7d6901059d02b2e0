//! Stable sorting by a comparison that may fail: natural runs, merged in powersort's order, galloping where one side wins often.
//!
//! INVARIANT: whatever the comparison answers, however inconsistent, and wherever it fails, the slice ends as a permutation of
//! what it held. Items are `Copy`, so a comparison that panics or re-enters can lose none.

/// Wins in a row before a merge gallops.
const GALLOP_MIN: usize = 7;
/// Runs shorter than this (scaled to the length) are extended by binary insertion.
const RUN_MAX: usize = 64;

/// Sorts by `less`, stably.
///
/// # Errors
/// The first error of `less`; the slice is then a permutation of what it was.
pub fn sort_by<T: Copy, E>(items: &mut [T], mut less: impl FnMut(&T, &T) -> Result<bool, E>) -> Result<(), E> {
    let total = items.len();
    if total < 2 {
        return Ok(());
    }
    let shortest = shortest_run(total);
    if shortest == total {
        let length = natural_run(items, &mut less)?;
        return insert_rest(items, length, &mut less);
    }
    let mut merger = Merger {
        scratch: Vec::new(),
        gallop_min: GALLOP_MIN,
    };
    let mut stack: Vec<Run> = Vec::with_capacity(16);
    let mut start = 0;
    while start < total {
        let mut length = natural_run(&mut items[start..], &mut less)?;
        if length < shortest {
            let forced = shortest.min(total - start);
            insert_rest(&mut items[start..start + forced], length, &mut less)?;
            length = forced;
        }
        if let Some(last) = stack.last() {
            let power = boundary_power(last.start, last.length, length, total);
            while stack.len() > 1 && stack[stack.len() - 2].power > power {
                merger.merge_top(items, &mut stack, &mut less)?;
            }
            if let Some(last) = stack.last_mut() {
                last.power = power;
            }
        }
        stack.push(Run {
            start,
            length,
            power: 0,
        });
        start += length;
    }
    while stack.len() > 1 {
        merger.merge_top(items, &mut stack, &mut less)?;
    }
    Ok(())
}

/// A sorted stretch waiting for its merge; `power` belongs to the boundary after it.
struct Run {
    start: usize,
    length: usize,
    power: u32,
}

/// The shortest run to work with: `total` divided by a power of two, near and not above `RUN_MAX`.
fn shortest_run(total: usize) -> usize {
    let (mut length, mut lost) = (total, 0);
    while length >= RUN_MAX {
        lost |= length & 1;
        length >>= 1;
    }
    length + lost
}

/// The depth of the boundary between two neighbouring runs in a perfectly balanced merge tree: the first binary digit in which
/// their midpoints, as fractions of `total`, differ.
fn boundary_power(start: usize, left: usize, right: usize, total: usize) -> u32 {
    let total = total as u64;
    let mut a = 2 * start as u64 + left as u64;
    let mut b = a + left as u64 + right as u64;
    let mut power = 0;
    loop {
        power += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

/// Length of the run at the front, at least 1. A falling one, in which equal items stand together, is turned around stably.
///
/// CPYTHON: programs see which items are compared, and in which order; here and below that is CPython's order.
fn natural_run<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<usize, E> {
    let total = items.len();
    let mut length = 1;
    while length < total && !less(&items[length], &items[length - 1])? {
        length += 1;
    }
    if length >= total {
        return Ok(length);
    }
    // `equal`: how many at the end of the run equal the one before them.
    let mut equal = 0;
    if length > 1 {
        if less(&items[0], &items[length - 1])? {
            return Ok(length);
        }
        equal = length - 1;
    }
    // What is turned around twice keeps its order.
    let settle = |items: &mut [T], end: usize, equal: usize| items[end - equal - 1..end].reverse();
    settle(items, length, equal);
    equal = 0;
    length += 1;
    while length < total {
        if less(&items[length], &items[length - 1])? {
            settle(items, length, equal);
            equal = 0;
        } else if less(&items[length - 1], &items[length])? {
            break;
        } else {
            equal += 1;
        }
        length += 1;
    }
    settle(items, length, equal);
    items[..length].reverse();
    while length < total && !less(&items[length], &items[length - 1])? {
        length += 1;
    }
    Ok(length)
}

/// Binary insertion of everything after the sorted front.
fn insert_rest<T: Copy, E>(
    items: &mut [T],
    sorted: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    for at in sorted..items.len() {
        let item = items[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            if less(&item, &items[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        items.copy_within(low..at, low + 1);
        items[low] = item;
    }
    Ok(())
}

/// How many items at the front satisfy `before`, which holds for a prefix: probes 0, 1, 3, 7 … from the front, then bisects.
fn gallop<T, E>(items: &[T], mut before: impl FnMut(&T) -> Result<bool, E>) -> Result<usize, E> {
    if items.is_empty() || !before(&items[0])? {
        return Ok(0);
    }
    let (mut last, mut at) = (0, 1);
    while at < items.len() && before(&items[at])? {
        (last, at) = (at, 2 * at + 1);
    }
    bisect(items, last + 1, at.min(items.len()), before)
}

/// As `gallop`, probing from the back.
fn gallop_back<T, E>(items: &[T], mut before: impl FnMut(&T) -> Result<bool, E>) -> Result<usize, E> {
    let total = items.len();
    if total == 0 || before(&items[total - 1])? {
        return Ok(total);
    }
    let (mut last, mut at) = (0, 1);
    while at < total && !before(&items[total - 1 - at])? {
        (last, at) = (at, 2 * at + 1);
    }
    bisect(items, total - at.min(total), total - 1 - last, before)
}

fn bisect<T, E>(
    items: &[T],
    mut low: usize,
    mut high: usize,
    mut before: impl FnMut(&T) -> Result<bool, E>,
) -> Result<usize, E> {
    while low < high {
        let middle = (low + high) / 2;
        if before(&items[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

struct Merger<T> {
    /// The shorter side of the merge under way.
    scratch: Vec<T>,
    /// Rises while galloping does not pay, falls while it does.
    gallop_min: usize,
}

impl<T: Copy> Merger<T> {
    /// Merges the two runs on top of the stack.
    fn merge_top<E>(
        &mut self,
        items: &mut [T],
        stack: &mut Vec<Run>,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        let (Some(right), Some(left)) = (stack.pop(), stack.pop()) else {
            return Ok(());
        };
        let length = left.length + right.length;
        stack.push(Run {
            start: left.start,
            length,
            power: right.power,
        });
        self.merge(&mut items[left.start..left.start + length], left.length, less)
    }

    /// Merges the sorted halves on both sides of `middle`, both not empty.
    fn merge<E>(
        &mut self,
        items: &mut [T],
        middle: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        let first_right = items[middle];
        let placed = gallop(&items[..middle], |item| less(&first_right, item).map(|wins| !wins))?;
        if placed == middle {
            return Ok(());
        }
        let last_left = items[middle - 1];
        let end = middle + gallop_back(&items[middle..], |item| less(item, &last_left))?;
        if end == middle {
            return Ok(());
        }
        let (items, middle) = (&mut items[placed..end], middle - placed);
        if middle <= items.len() - middle {
            self.merge_up(items, middle, less)
        } else {
            self.merge_down(items, middle, less)
        }
    }

    /// Left half in the scratch space, filling from the front. The gap always has the size of what is left in the scratch.
    fn merge_up<E>(
        &mut self,
        items: &mut [T],
        middle: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&items[..middle]);
        let mut state = Up {
            out: 0,
            left: 0,
            right: middle,
        };
        let outcome = state.run(items, &self.scratch, &mut self.gallop_min, less);
        items[state.out..state.right].copy_from_slice(&self.scratch[state.left..]);
        outcome
    }

    /// Right half in the scratch space, filling from the back.
    fn merge_down<E>(
        &mut self,
        items: &mut [T],
        middle: usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&items[middle..]);
        let mut state = Down {
            out: items.len(),
            left: middle,
            right: self.scratch.len(),
        };
        let outcome = state.run(items, &self.scratch, &mut self.gallop_min, less);
        items[state.left..state.out].copy_from_slice(&self.scratch[..state.right]);
        outcome
    }
}

/// Cursors of an upward merge; `right - out` equals what the scratch still holds from `left` on.
struct Up {
    out: usize,
    left: usize,
    right: usize,
}

impl Up {
    fn run<T: Copy, E>(
        &mut self,
        items: &mut [T],
        scratch: &[T],
        gallop_min: &mut usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        // That the first of the right and the last of the left come first and last is known.
        self.take_right(items, 1);
        let last = scratch.len() - 1;
        while self.left < last && self.right < items.len() {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins.max(right_wins) < *gallop_min {
                if less(&items[self.right], &scratch[self.left])? {
                    self.take_right(items, 1);
                    (left_wins, right_wins) = (0, right_wins + 1);
                } else {
                    self.take_left(items, scratch, 1);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                }
                if self.left >= last || self.right >= items.len() {
                    return self.finish(items, scratch);
                }
            }
            *gallop_min += 1;
            loop {
                *gallop_min -= usize::from(*gallop_min > 1);
                let key = items[self.right];
                let from_left = gallop(&scratch[self.left..], |item| less(&key, item).map(|wins| !wins))?;
                self.take_left(items, scratch, from_left);
                if from_left > 0 && self.left >= last {
                    return self.finish(items, scratch);
                }
                self.take_right(items, 1);
                if self.right >= items.len() {
                    return Ok(());
                }
                let key = scratch[self.left];
                let from_right = gallop(&items[self.right..], |item| less(item, &key))?;
                self.take_right(items, from_right);
                if self.right >= items.len() {
                    return Ok(());
                }
                self.take_left(items, scratch, 1);
                if self.left >= last {
                    return self.finish(items, scratch);
                }
                if from_left < GALLOP_MIN && from_right < GALLOP_MIN {
                    break;
                }
            }
            *gallop_min += 1;
        }
        self.finish(items, scratch)
    }

    fn take_left<T: Copy>(&mut self, items: &mut [T], scratch: &[T], n: usize) {
        items[self.out..self.out + n].copy_from_slice(&scratch[self.left..self.left + n]);
        self.left += n;
        self.out += n;
    }

    fn take_right<T: Copy>(&mut self, items: &mut [T], n: usize) {
        items.copy_within(self.right..self.right + n, self.out);
        self.right += n;
        self.out += n;
    }

    /// With one item left on the left, which is the greatest of all, the rest of the right goes before it.
    fn finish<T: Copy, E>(&mut self, items: &mut [T], scratch: &[T]) -> Result<(), E> {
        if self.left < scratch.len() {
            self.take_right(items, items.len() - self.right);
        }
        Ok(())
    }
}

/// Cursors of a downward merge, each one past its next item; `out - left` equals `right`.
struct Down {
    out: usize,
    left: usize,
    right: usize,
}

impl Down {
    fn run<T: Copy, E>(
        &mut self,
        items: &mut [T],
        scratch: &[T],
        gallop_min: &mut usize,
        less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
    ) -> Result<(), E> {
        // That the last of the left and the first of the right come last and first is known.
        self.take_left(items, 1);
        while self.left > 0 && self.right > 1 {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins.max(right_wins) < *gallop_min {
                if less(&scratch[self.right - 1], &items[self.left - 1])? {
                    self.take_left(items, 1);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                } else {
                    self.take_right(items, scratch, 1);
                    (left_wins, right_wins) = (0, right_wins + 1);
                }
                if self.left == 0 || self.right <= 1 {
                    return self.finish(items);
                }
            }
            *gallop_min += 1;
            loop {
                *gallop_min -= usize::from(*gallop_min > 1);
                let key = scratch[self.right - 1];
                let stay = gallop_back(&items[..self.left], |item| less(&key, item).map(|wins| !wins))?;
                let from_left = self.left - stay;
                self.take_left(items, from_left);
                if self.left == 0 {
                    return Ok(());
                }
                self.take_right(items, scratch, 1);
                if self.right == 1 {
                    return self.finish(items);
                }
                let key = items[self.left - 1];
                let stay = gallop_back(&scratch[..self.right], |item| less(item, &key))?;
                let from_right = self.right - stay;
                self.take_right(items, scratch, from_right);
                if from_right > 0 && self.right <= 1 {
                    return self.finish(items);
                }
                self.take_left(items, 1);
                if self.left == 0 {
                    return Ok(());
                }
                if from_left < GALLOP_MIN && from_right < GALLOP_MIN {
                    break;
                }
            }
            *gallop_min += 1;
        }
        self.finish(items)
    }

    fn take_left<T: Copy>(&mut self, items: &mut [T], n: usize) {
        items.copy_within(self.left - n..self.left, self.out - n);
        self.left -= n;
        self.out -= n;
    }

    fn take_right<T: Copy>(&mut self, items: &mut [T], scratch: &[T], n: usize) {
        items[self.out - n..self.out].copy_from_slice(&scratch[self.right - n..self.right]);
        self.right -= n;
        self.out -= n;
    }

    /// With one item left on the right, which is the least of all, the rest of the left goes behind it.
    fn finish<T: Copy, E>(&mut self, items: &mut [T]) -> Result<(), E> {
        if self.right > 0 {
            self.take_left(items, self.left);
        }
        Ok(())
    }
}
