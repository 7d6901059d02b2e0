//! The Mersenne Twister.

use pyfast::base::big::Big;
use pyfast::base::special::rng::Twister;

#[test]
fn sequences_are_those_of_cpython() {
    // random.seed(42): random() three times, getrandbits of 10, 32, 33, 64, 100 bits.
    let mut twister = Twister::from_int(&Big::from_i64(42));
    assert_eq!(twister.random(), 0.6394267984578837);
    assert_eq!(twister.random(), 0.025010755222666936);
    assert_eq!(twister.random(), 0.27502931836911926);
    let bits: Vec<String> = [10, 32, 33, 64, 100]
        .iter()
        .map(|&n| twister.bits(n).to_string_radix(10))
        .collect();
    assert_eq!(bits, BITS);
    let mut twister = Twister::from_int(&Big::from_i64(-7).shl(100));
    for _ in 0..1000 {
        twister.random();
    }
    assert_eq!(twister.random(), LATER);
    let (words, index) = twister.state();
    let mut copy = Twister::from_state(*words, index).unwrap();
    assert_eq!(copy.random(), twister.random());
}

const BITS: [&str; 5] = [
    "228",
    "599310825",
    "3163119785",
    "13662908291426823533",
    "719941466287131323558231662928",
];
const LATER: f64 = 0.5379471836031354;
