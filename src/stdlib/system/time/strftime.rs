//! Points in time as text, in the C locale.

use crate::stdlib::system::time::civil;
use crate::stdlib::system::time::parts::Parts;
use crate::stdlib::system::time::zone::Kind;

pub const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn day(parts: &Parts) -> &'static str {
    DAYS[parts.weekday.rem_euclid(7) as usize]
}
fn month(parts: &Parts) -> &'static str {
    MONTHS[(parts.month - 1).rem_euclid(12) as usize]
}

/// `time.asctime`
pub fn asctime(parts: &Parts) -> String {
    format!(
        "{} {} {:2} {:02}:{:02}:{:02} {}",
        &day(parts)[..3],
        &month(parts)[..3],
        parts.day,
        parts.hour,
        parts.minute,
        parts.second,
        parts.year
    )
}

/// `format` with its directives replaced; WTF-8 in, WTF-8 out. `kind` is the zone for `%Z` and `%z`.
pub fn format(format: &[u8], parts: &Parts, kind: &Kind, epoch_s: i64) -> Vec<u8> {
    let mut out = Vec::with_capacity(format.len() * 2);
    let mut rest = format.iter().copied();
    while let Some(c) = rest.next() {
        if c != b'%' {
            out.push(c);
            continue;
        }
        let Some(mut directive) = rest.next() else {
            out.push(b'%');
            break;
        };
        let marked = matches!(directive, b'E' | b'O' | b'-' | b'_');
        let mark = directive;
        if marked {
            match rest.next() {
                Some(next) => directive = next,
                None => {
                    out.extend([b'%', mark]);
                    break;
                }
            }
        }
        match replace(directive, parts, kind, epoch_s) {
            Some(text) if marked && mark == b'-' => {
                let trimmed = text.trim_start_matches(['0', ' ']);
                out.extend(if trimmed.is_empty() { "0" } else { trimmed }.bytes());
            }
            Some(text) if marked && mark == b'_' && text.starts_with('0') && text.len() == 2 => {
                out.extend(text.replacen('0', " ", 1).bytes());
            }
            Some(text) => out.extend(text.bytes()),
            None => {
                out.push(b'%');
                if marked {
                    out.push(mark);
                }
                out.push(directive);
            }
        }
    }
    out
}

fn offset(offset_s: i64) -> String {
    let minutes = offset_s.abs() / 60;
    let sign = if offset_s < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn replace(directive: u8, parts: &Parts, kind: &Kind, epoch_s: i64) -> Option<String> {
    let inner = |text: &str| {
        let made = format(text.as_bytes(), parts, kind, epoch_s);
        Some(String::from_utf8_lossy(&made).into_owned())
    };
    let twelve = (parts.hour + 11).rem_euclid(12) + 1;
    let from_sunday = (parts.weekday + 1).rem_euclid(7);
    let (iso_year, iso_week) = civil::iso_week(parts.year, parts.day_of_year, parts.weekday);
    Some(match directive {
        b'a' => day(parts)[..3].into(),
        b'A' => day(parts).into(),
        b'b' | b'h' => month(parts)[..3].into(),
        b'B' => month(parts).into(),
        b'c' => return inner("%a %b %e %H:%M:%S %Y"),
        b'C' => format!("{:02}", parts.year.div_euclid(100)),
        b'd' => format!("{:02}", parts.day),
        b'D' | b'x' => return inner("%m/%d/%y"),
        b'e' => format!("{:2}", parts.day),
        b'F' => return inner("%Y-%m-%d"),
        b'g' => format!("{:02}", iso_year.rem_euclid(100)),
        b'G' => iso_year.to_string(),
        b'H' => format!("{:02}", parts.hour),
        b'I' => format!("{twelve:02}"),
        b'j' => format!("{:03}", parts.day_of_year),
        b'k' => format!("{:2}", parts.hour),
        b'l' => format!("{twelve:2}"),
        b'm' => format!("{:02}", parts.month),
        b'M' => format!("{:02}", parts.minute),
        b'n' => "\n".into(),
        b'p' => if parts.hour < 12 { "AM" } else { "PM" }.into(),
        b'P' => if parts.hour < 12 { "am" } else { "pm" }.into(),
        b'r' => return inner("%I:%M:%S %p"),
        b'R' => return inner("%H:%M"),
        b's' => epoch_s.to_string(),
        b'S' => format!("{:02}", parts.second),
        b't' => "\t".into(),
        b'T' | b'X' => return inner("%H:%M:%S"),
        b'u' => (parts.weekday + 1).to_string(),
        b'U' => format!("{:02}", (parts.day_of_year + 6 - from_sunday) / 7),
        b'V' => format!("{iso_week:02}"),
        b'w' => from_sunday.to_string(),
        b'W' => format!("{:02}", (parts.day_of_year + 6 - parts.weekday) / 7),
        b'y' => format!("{:02}", parts.year.rem_euclid(100)),
        b'Y' => parts.year.to_string(),
        b'z' => offset(kind.offset_s),
        b'Z' => kind.name.clone(),
        b'%' => "%".into(),
        _ => return None,
    })
}
