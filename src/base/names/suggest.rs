//! "Did you mean": the nearest of some names, by CPython's weighted edit distance.

const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
const LENGTH_MAX: usize = 40;
const CANDIDATES_MAX: usize = 750;

/// The candidate nearest to `wrong`, if one is near enough.
pub fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.collect();
    if wrong.len() > LENGTH_MAX || candidates.len() > CANDIDATES_MAX {
        return None;
    }
    let (mut best, mut best_distance) = (None, usize::MAX);
    for candidate in candidates {
        if candidate == wrong || candidate.len() > LENGTH_MAX {
            continue;
        }
        let mut limit = (wrong.len() + candidate.len() + 3) * MOVE_COST / 6;
        limit = limit.min(best_distance.saturating_sub(1));
        let distance = distance(wrong.as_bytes(), candidate.as_bytes(), limit);
        if distance <= limit && (best.is_none() || distance < best_distance) {
            (best, best_distance) = (Some(candidate), distance);
        }
    }
    best
}

fn substitution(a: u8, b: u8) -> usize {
    match () {
        () if a == b => 0,
        () if a.eq_ignore_ascii_case(&b) => CASE_COST,
        () => MOVE_COST,
    }
}

/// The weighted edit distance; anything above `limit` if it is more than that.
fn distance(a: &[u8], b: &[u8], limit: usize) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|j| j * MOVE_COST).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        let mut least = row[0];
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + substitution(x, y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j].min(row[j + 1]) + MOVE_COST);
            least = least.min(row[j + 1]);
        }
        if least > limit {
            return limit + 1;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use crate::base::names::suggest::closest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = || ["append", "extend", "insert"].into_iter();
        assert_eq!(closest("apend", names()), Some("append"));
        assert_eq!(closest("Insert", names()), Some("insert"));
        assert_eq!(closest("xyz", names()), None);
    }
}
