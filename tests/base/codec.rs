//! `repr`, codecs and walking WTF-8.

use pyfast::base::codec::handler::{Encoding, Handler, Trouble};
use pyfast::base::codec::{decode, encode, repr};
use pyfast::base::wtf8::walk;

use crate::{bytes, hex, rows};

#[test]
fn repr_agrees() {
    for row in rows(include_str!("data/repr.txt")) {
        let text = bytes(row[0]);
        let shown = repr::of_text(&text);
        assert_eq!(hex(&shown), row[1]);
        assert_eq!(hex(&repr::to_ascii(&shown)), row[2]);
        assert_eq!(hex(&repr::of_bytes(&text)), row[3]);
        assert_eq!(walk::count(&text).to_string(), row[4]);
        assert!(walk::is_valid(&text));
    }
}

fn outcome(answer: Result<Vec<u8>, Trouble>) -> String {
    match answer {
        Ok(bytes) => format!("={}", hex(&bytes)),
        Err(trouble) => format!("!{}:{}:{}", trouble.start, trouble.end, trouble.reason),
    }
}

#[test]
fn decoding_agrees() {
    for row in rows(include_str!("data/decode.txt")) {
        let (encoding, handler) = (
            Encoding::from_name(row[1]).unwrap(),
            Handler::from_name(row[2]).unwrap(),
        );
        assert_eq!(
            outcome(decode::decode(encoding, &bytes(row[0]), handler)),
            row[3],
            "{row:?}"
        );
    }
}

#[test]
fn encoding_agrees() {
    for row in rows(include_str!("data/encode.txt")) {
        let (encoding, handler) = (
            Encoding::from_name(row[1]).unwrap(),
            Handler::from_name(row[2]).unwrap(),
        );
        assert_eq!(
            outcome(encode::encode(encoding, &bytes(row[0]), handler)),
            row[3],
            "{row:?}"
        );
    }
}

#[test]
fn incomplete_input_waits() {
    let mut out = Vec::new();
    let euro = "a€".as_bytes();
    assert_eq!(
        decode::decode_run(Encoding::Utf8, &euro[..3], 0, false, &mut out),
        Ok(1)
    );
    assert_eq!(decode::decode_run(Encoding::Utf8, euro, 1, false, &mut out), Ok(4));
    assert_eq!(out, euro);
}

#[test]
fn walking_finds_the_same_offsets() {
    let mut text = Vec::new();
    let mut starts = Vec::new();
    for i in 0..3000u32 {
        starts.push(text.len());
        walk::push(
            &mut text,
            [0x41, 0xE9, 0x20AC, 0xD83D, 0xDE00, 0x1F600][(i * i % 7 % 6) as usize],
        );
    }
    assert_eq!(walk::count(&text), 3000);
    for (index, &start) in starts.iter().enumerate() {
        assert_eq!(walk::offset_of(&text, index), Some(start));
        assert_eq!(walk::index_of(&text, start), index);
    }
    assert_eq!(walk::offset_of(&text, 3000), Some(text.len()));
    assert_eq!(walk::offset_of(&text, 3001), None);
    let forward: Vec<u32> = walk::code_points(&text).collect();
    let (mut backward, mut end) = (Vec::new(), text.len());
    while let Some((c, start)) = walk::decode_back(&text, end) {
        backward.insert(0, c);
        end = start;
    }
    assert_eq!(forward, backward);
    assert!(walk::is_valid(&text) && walk::has_surrogate(&text) && !walk::is_valid(&text[1..text.len() - 1]));
}
