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

/// Length of the run at the front, at least 1; a strictly falling one is turned around.
fn natural_run<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<usize, E> {
    if items.len() < 2 {
        return Ok(items.len());
    }
    let falling = less(&items[1], &items[0])?;
    let mut length = 2;
    while length < items.len() && less(&items[length], &items[length - 1])? == falling {
        length += 1;
    }
    if falling {
        items[..length].reverse();
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

/// How many items at the front satisfy `before`, which holds for a prefix: probes 1, 3, 7 … from the front, then bisects.
fn gallop<T, E>(items: &[T], mut before: impl FnMut(&T) -> Result<bool, E>) -> Result<usize, E> {
    let (mut low, mut step) = (0, 1);
    let mut high = items.len();
    while low + step <= high {
        if !before(&items[low + step - 1])? {
            high = low + step - 1;
            break;
        }
        low += step;
        step *= 2;
    }
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

/// As `gallop`, probing from the back.
fn gallop_back<T, E>(items: &[T], mut before: impl FnMut(&T) -> Result<bool, E>) -> Result<usize, E> {
    let (mut high, mut step) = (items.len(), 1);
    let mut low = 0;
    while high >= low + step {
        if before(&items[high - step])? {
            low = high - step + 1;
            break;
        }
        high -= step;
        step *= 2;
    }
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
        while self.left < scratch.len() && self.right < items.len() {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins.max(right_wins) < *gallop_min && self.left < scratch.len() && self.right < items.len() {
                if less(&items[self.right], &scratch[self.left])? {
                    items[self.out] = items[self.right];
                    self.right += 1;
                    (left_wins, right_wins) = (0, right_wins + 1);
                } else {
                    items[self.out] = scratch[self.left];
                    self.left += 1;
                    (left_wins, right_wins) = (left_wins + 1, 0);
                }
                self.out += 1;
            }
            while self.left < scratch.len() && self.right < items.len() {
                let key = items[self.right];
                let from_left = gallop(&scratch[self.left..], |item| less(&key, item).map(|wins| !wins))?;
                items[self.out..self.out + from_left].copy_from_slice(&scratch[self.left..self.left + from_left]);
                self.left += from_left;
                self.out += from_left;
                let Some(&key) = scratch.get(self.left) else { break };
                let from_right = gallop(&items[self.right..], |item| less(item, &key))?;
                items.copy_within(self.right..self.right + from_right, self.out);
                self.right += from_right;
                self.out += from_right;
                if from_left < GALLOP_MIN && from_right < GALLOP_MIN {
                    *gallop_min += 2;
                    break;
                }
                *gallop_min = gallop_min.saturating_sub(1).max(1);
            }
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
        while self.left > 0 && self.right > 0 {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins.max(right_wins) < *gallop_min && self.left > 0 && self.right > 0 {
                if less(&scratch[self.right - 1], &items[self.left - 1])? {
                    items[self.out - 1] = items[self.left - 1];
                    self.left -= 1;
                    (left_wins, right_wins) = (left_wins + 1, 0);
                } else {
                    items[self.out - 1] = scratch[self.right - 1];
                    self.right -= 1;
                    (left_wins, right_wins) = (0, right_wins + 1);
                }
                self.out -= 1;
            }
            while self.left > 0 && self.right > 0 {
                let key = scratch[self.right - 1];
                let stay = gallop_back(&items[..self.left], |item| less(&key, item).map(|wins| !wins))?;
                let from_left = self.left - stay;
                items.copy_within(stay..self.left, self.out - from_left);
                self.left = stay;
                self.out -= from_left;
                if self.left == 0 {
                    break;
                }
                let key = items[self.left - 1];
                let stay = gallop_back(&scratch[..self.right], |item| less(item, &key))?;
                let from_right = self.right - stay;
                items[self.out - from_right..self.out].copy_from_slice(&scratch[stay..self.right]);
                self.right = stay;
                self.out -= from_right;
                if from_left < GALLOP_MIN && from_right < GALLOP_MIN {
                    *gallop_min += 2;
                    break;
                }
                *gallop_min = gallop_min.saturating_sub(1).max(1);
            }
        }
        Ok(())
    }
}
