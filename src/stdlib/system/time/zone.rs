//! The local time zone, from `TZ` or `/etc/localtime`, as the zone files of the system describe it.

use std::sync::{Mutex, PoisonError};

/// One kind of local time.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    pub offset_s: i64,
    pub is_dst: bool,
    pub name: String,
}

/// A zone: when which kind begins.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Second since the epoch, index into `kinds`; ascending.
    changes: Vec<(i64, usize)>,
    kinds: Vec<Kind>,
}

static LOCAL: Mutex<Option<Zone>> = Mutex::new(None);

fn utc() -> Zone {
    let kind = Kind {
        offset_s: 0,
        is_dst: false,
        name: "UTC".into(),
    };
    Zone {
        changes: Vec::new(),
        kinds: vec![kind],
    }
}

/// Works with the local zone.
pub fn with_local<T>(work: impl FnOnce(&Zone) -> T) -> T {
    let mut local = LOCAL.lock().unwrap_or_else(PoisonError::into_inner);
    work(local.get_or_insert_with(load))
}

/// `time.tzset`: reads the zone again.
pub fn reload() {
    *LOCAL.lock().unwrap_or_else(PoisonError::into_inner) = Some(load());
}

fn load() -> Zone {
    let path = match std::env::var("TZ") {
        Ok(name) if name.is_empty() => return utc(),
        Ok(name) => {
            let name = name.trim_start_matches(':').to_string();
            if name.starts_with('/') {
                name
            } else {
                format!("/usr/share/zoneinfo/{name}")
            }
        }
        Err(_) => "/etc/localtime".into(),
    };
    std::fs::read(path)
        .ok()
        .and_then(|bytes| parse(&bytes))
        .unwrap_or_else(utc)
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<i64> {
    let field = bytes.get(at..at + size)?;
    let start = if field[0] & 0x80 == 0 { 0i64 } else { -1 };
    Some(field.iter().fold(start, |n, &byte| n << 8 | i64::from(byte)))
}

/// Reads a zone file (TZif): the second, 64-bit block if there is one.
fn parse(bytes: &[u8]) -> Option<Zone> {
    let (mut at, mut width) = (0, 4);
    if bytes.get(4).is_some_and(|&version| version >= b'2') {
        at = block(bytes, 0, 4)?.0;
        width = 8;
    }
    Some(block(bytes, at, width)?.1)
}

/// One block of a zone file; answers where the next begins.
fn block(bytes: &[u8], at: usize, width: usize) -> Option<(usize, Zone)> {
    if bytes.get(at..at + 4)? != b"TZif" {
        return None;
    }
    let count = |i: usize| usize::try_from(number(bytes, at + 20 + 4 * i, 4)?).ok();
    let (utc_flags, standard_flags, leaps, changes) = (count(0)?, count(1)?, count(2)?, count(3)?);
    let (kinds, letters) = (count(4)?, count(5)?);
    let times_at = at + 44;
    let indices_at = times_at + changes * width;
    let kinds_at = indices_at + changes;
    let letters_at = kinds_at + kinds * 6;
    let end = letters_at + letters + leaps * (width + 4) + standard_flags + utc_flags;
    let kind = |i: usize| {
        let record = kinds_at + 6 * i;
        let name_at = letters_at + *bytes.get(record + 5)? as usize;
        let name = bytes.get(name_at..)?.split(|&c| c == 0).next()?;
        Some(Kind {
            offset_s: number(bytes, record, 4)?,
            is_dst: *bytes.get(record + 4)? != 0,
            name: String::from_utf8_lossy(name).into_owned(),
        })
    };
    let kinds: Vec<Kind> = (0..kinds).map(kind).collect::<Option<_>>()?;
    let change = |i: usize| {
        let index = *bytes.get(indices_at + i)? as usize;
        Some((number(bytes, times_at + i * width, width)?, index)).filter(|&(_, index)| index < kinds.len())
    };
    let changes = (0..changes).map(change).collect::<Option<_>>()?;
    (!kinds.is_empty()).then_some((end, Zone { changes, kinds }))
}

impl Zone {
    /// The kind of local time at a second since the epoch.
    pub fn at(&self, time_s: i64) -> &Kind {
        let after = self.changes.partition_point(|&(start, _)| start <= time_s);
        match after.checked_sub(1) {
            Some(i) => &self.kinds[self.changes[i].1],
            None => self.kinds.iter().find(|kind| !kind.is_dst).unwrap_or(&self.kinds[0]),
        }
    }
    /// Standard time and summer time of late, the latter if there is any.
    pub fn pair(&self) -> (Kind, Option<Kind>) {
        let mut latest = self
            .changes
            .iter()
            .rev()
            .map(|&(_, index)| &self.kinds[index])
            .chain(&self.kinds);
        let standard = latest.clone().find(|kind| !kind.is_dst).unwrap_or(&self.kinds[0]);
        let summer = latest.find(|kind| kind.is_dst);
        (standard.clone(), summer.cloned())
    }
    /// The second since the epoch at which local clocks show `local_s`; `is_dst` chooses where they show it twice.
    pub fn to_utc(&self, local_s: i64, is_dst: Option<bool>) -> i64 {
        let mut found = None;
        for kind in &self.kinds {
            let candidate = local_s - kind.offset_s;
            if self.at(candidate).offset_s == kind.offset_s {
                let fits = is_dst.is_none_or(|is_dst| is_dst == self.at(candidate).is_dst);
                if fits {
                    return candidate;
                }
                found = Some(candidate);
            }
        }
        found.unwrap_or_else(|| local_s - self.at(local_s).offset_s)
    }
}
