//! Stable sorting.

use pyfast::base::sort::sort_by;

fn random(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6364136223846793005)
        .wrapping_add(1442695040888963407);
    *state >> 33
}

fn shapes(length: usize, state: &mut u64) -> Vec<Vec<u64>> {
    let mixed = (0..length).map(|_| random(state) % 1000).collect();
    let few = (0..length).map(|_| random(state) % 3).collect();
    let rising = (0..length as u64).collect();
    let falling = (0..length as u64).rev().collect();
    let organ = (0..length as u64).map(|i| i.min(length as u64 - i)).collect();
    let saw = (0..length as u64).map(|i| i % 37).collect();
    let blocks = (0..length as u64).map(|i| (i * 7919) % 5 * 1000 + i).collect();
    vec![mixed, few, rising, falling, organ, saw, blocks]
}

#[test]
fn sorts_stably() {
    let mut state = 1;
    for length in [0, 1, 2, 3, 10, 63, 64, 65, 100, 500, 1000, 5000] {
        for keys in shapes(length, &mut state) {
            let mut items: Vec<(u64, usize)> = keys.into_iter().enumerate().map(|(i, key)| (key, i)).collect();
            let mut expected = items.clone();
            expected.sort();
            sort_by(&mut items, |a, b| Ok::<bool, ()>(a.0 < b.0)).unwrap();
            assert_eq!(items, expected);
        }
    }
}

#[test]
fn a_failing_or_mad_comparison_leaves_a_permutation() {
    let mut state = 9;
    for length in [5, 70, 300, 2000] {
        for keys in shapes(length, &mut state) {
            let mut expected = keys.clone();
            expected.sort();
            for limit in [0, 1, 3, 50, 150, 400, 1000, 4000, 9000] {
                let (mut items, mut calls) = (keys.clone(), 0);
                let failed = sort_by(&mut items, |a, b| {
                    calls += 1;
                    if calls > limit { Err(()) } else { Ok(a < b) }
                });
                assert!(failed.is_err() || calls <= limit);
                items.sort();
                assert_eq!(items, expected);
            }
            let mut items = keys.clone();
            sort_by(&mut items, |_, _| Ok::<bool, ()>(random(&mut state).is_multiple_of(2))).unwrap();
            items.sort();
            assert_eq!(items, expected);
        }
    }
}

#[test]
fn sorted_input_takes_one_pass() {
    let mut items: Vec<usize> = (0..1000).collect();
    let mut calls = 0;
    sort_by(&mut items, |a, b| {
        calls += 1;
        Ok::<bool, ()>(a < b)
    })
    .unwrap();
    assert_eq!(calls, 999);
}
