//! `Decimal.__format__`. What is beyond the usual specifications goes to `_pydecimal`, as with CPython.

use crate::api::format::WIDTH_MAX;
use crate::api::{ClassId, Dict, Ref, Run, Str, Value, Vm, attribute, call, glue, raise, text};
use crate::base::wtf8::walk;
use crate::stdlib::number::decimal::arith::context::{Context, PREC_MAX, Rounding};
use crate::stdlib::number::decimal::arith::limbs::NoMemory;
use crate::stdlib::number::decimal::arith::number::{Number, finish};
use crate::stdlib::number::decimal::arith::quantum::rescale;
use crate::stdlib::number::decimal::arith::text::{Style, push_exponent, show};
use crate::stdlib::number::decimal::face::arguments::parse;
use crate::stdlib::number::decimal::face::convert::capitals;
use crate::stdlib::number::decimal::face::object::{arith, current};
use crate::stdlib::number::decimal::face::operators::receiver;

/// A specification of the usual kind.
struct Spec {
    fill: Vec<u8>,
    /// One of `<>^=`, or `0` for zeros behind the sign.
    align: u8,
    sign: u8,
    no_negative_zero: bool,
    width: usize,
    precision: Option<i64>,
    kind: u8,
    point: Vec<u8>,
    separator: Vec<u8>,
    /// Digits of the groups from the point on; the last number goes on.
    groups: Vec<usize>,
}

fn is_align(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| b"<>^=".contains(byte))
}

fn take_number(text: &[u8], at: &mut usize) -> Option<usize> {
    let count = text[*at..].iter().take_while(|c| c.is_ascii_digit()).count();
    let digits = std::str::from_utf8(&text[*at..*at + count]).ok()?;
    *at += count;
    digits.parse().ok()
}

impl Spec {
    /// Nothing for what is not of the usual kind, or wrong.
    fn read(text: &[u8], capitals: bool) -> Option<Spec> {
        let mut spec = Spec {
            fill: b" ".to_vec(),
            align: b'>',
            sign: b'-',
            no_negative_zero: false,
            width: 0,
            precision: None,
            kind: if capitals { b'G' } else { b'g' },
            point: b".".to_vec(),
            separator: Vec::new(),
            groups: Vec::new(),
        };
        let mut at = 0;
        let aligned = spec.read_align(text, &mut at);
        let take = |at: &mut usize, wanted: &[u8]| {
            let found = text.get(*at).copied().filter(|byte| wanted.contains(byte));
            *at += usize::from(found.is_some());
            found
        };
        spec.sign = take(&mut at, b"+- ").unwrap_or(b'-');
        spec.no_negative_zero = take(&mut at, b"z").is_some();
        if take(&mut at, b"0").is_some() {
            if aligned {
                return None;
            }
            spec.align = b'0';
        }
        if text.get(at).is_some_and(u8::is_ascii_digit) {
            spec.width = take_number(text, &mut at)?;
        }
        if let Some(separator) = take(&mut at, b",_") {
            spec.separator = vec![separator];
            spec.groups = vec![3];
        }
        if take(&mut at, b".").is_some() {
            let precision = take_number(text, &mut at)?;
            spec.precision = Some(i64::try_from(precision).ok().filter(|&n| n < WIDTH_MAX as i64)?);
        }
        if let Some(kind) = take(&mut at, b"eEfFgG%nN") {
            spec.kind = match kind {
                b'n' | b'N' if !spec.separator.is_empty() => return None,
                b'n' => b'g',
                b'N' => b'G',
                _ => kind,
            };
        }
        (at == text.len()).then_some(spec)
    }

    fn read_align(&mut self, text: &[u8], at: &mut usize) -> bool {
        let fill_end = walk::decode(text, 0).map_or(0, |(_, after)| after);
        let place = if fill_end > 0 && is_align(text.get(fill_end)) {
            self.fill = text[..fill_end].to_vec();
            fill_end
        } else if is_align(text.first()) {
            0
        } else {
            return false;
        };
        self.align = text[place];
        *at = place + 1;
        true
    }
}

/// The digits before the point, and all behind them, without a sign.
struct Pieces {
    whole: Vec<u8>,
    tail: Vec<u8>,
}

fn rounded(number: &Number, digits: i64, rounding: Rounding) -> Number {
    if number.is_zero() || number.digits() <= digits {
        return number.clone();
    }
    let mut context = Context {
        prec: digits.max(1),
        rounding,
        ..Context::MAX
    };
    finish(number.clone(), &mut context)
}

/// Rounds as the specification says; percents are two places up.
fn prepared(number: &Number, spec: &Spec, rounding: Rounding) -> Result<Number, NoMemory> {
    let mut number = number.clone();
    let kind = spec.kind.to_ascii_lowercase();
    if kind == b'%' {
        number.exponent += 2;
    }
    if let Some(precision) = spec.precision {
        number = match kind {
            b'e' => pad_mantissa(rounded(&number, precision + 1, rounding), precision + 1)?,
            b'g' => rounded(&number, precision.max(1), rounding),
            _ => rescale(&number, -precision, rounding)?,
        };
    }
    if matches!(kind, b'f' | b'%') && number.is_zero() && number.exponent > 0 {
        number.exponent = 0;
    }
    Ok(number)
}

/// As many digits as asked for.
fn pad_mantissa(number: Number, digits: i64) -> Result<Number, NoMemory> {
    let missing = digits - number.digits();
    if number.is_zero() || missing <= 0 {
        return Ok(number);
    }
    let coefficient = number.coefficient.shift_left(missing as u64)?;
    Ok(Number::finite(number.negative, coefficient, number.exponent - missing))
}

fn finite_pieces(number: &Number, spec: &Spec) -> Pieces {
    let kind = spec.kind.to_ascii_lowercase();
    let mut digits = Vec::new();
    number.coefficient.push_text(&mut digits);
    let count = digits.len() as i64;
    let left = number.exponent + count;
    let place = match kind {
        b'e' if number.is_zero() => 1 - spec.precision.unwrap_or(0),
        b'e' => 1,
        b'g' if number.exponent > 0 || left <= -6 => 1,
        _ => left,
    };
    let (whole, fraction) = if place < 0 {
        let zeros = std::iter::repeat_n(b'0', place.unsigned_abs() as usize);
        (b"0".to_vec(), zeros.chain(digits).collect())
    } else if place > count {
        digits.resize(place as usize, b'0');
        (digits, Vec::new())
    } else {
        let fraction = digits.split_off(place as usize);
        (if digits.is_empty() { b"0".to_vec() } else { digits }, fraction)
    };
    let mut tail = Vec::with_capacity(fraction.len() + 24);
    if !fraction.is_empty() {
        tail.extend_from_slice(&spec.point);
        tail.extend(fraction);
    }
    if kind == b'e' || left != place {
        tail.push(if spec.kind.is_ascii_uppercase() { b'E' } else { b'e' });
        push_exponent(left - place, &mut tail);
    }
    if kind == b'%' {
        tail.push(b'%');
    }
    Pieces { whole, tail }
}

/// `digits` in groups, filled with zeros up to `width`.
fn grouped(digits: &[u8], spec: &Spec, width: usize) -> Vec<u8> {
    let mut left = digits.len();
    let mut missing = width as i64;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut sizes = spec
        .groups
        .iter()
        .copied()
        .chain(std::iter::repeat(spec.groups.last().copied().unwrap_or(0)));
    loop {
        let size = sizes.next().filter(|&size| size > 0 && !spec.separator.is_empty());
        let wanted = left.max(missing.max(1) as usize);
        let take = size.map_or(wanted, |size| size.min(wanted));
        let from = left.saturating_sub(take);
        let mut part = vec![b'0'; take - (left - from)];
        part.extend_from_slice(&digits[from..left]);
        parts.push(part);
        left = from;
        missing -= take as i64;
        if size.is_none() || left == 0 && missing <= 0 {
            break;
        }
        missing -= walk::count(&spec.separator) as i64;
    }
    parts.reverse();
    parts.join(&spec.separator[..])
}

/// Sign, digits and padding together.
fn laid_out(negative: bool, pieces: &Pieces, spec: &Spec) -> Vec<u8> {
    let sign: &[u8] = match spec.sign {
        _ if negative => b"-",
        b'+' => b"+",
        b' ' => b" ",
        _ => b"",
    };
    let around = sign.len() + walk::count(&pieces.tail);
    let zeros = if spec.align == b'0' {
        spec.width.saturating_sub(around)
    } else {
        0
    };
    let whole = grouped(&pieces.whole, spec, zeros);
    let padding = spec.width.saturating_sub(around + walk::count(&whole));
    let (before, inside, after) = match spec.align {
        b'<' => (0, 0, padding),
        b'^' => (padding / 2, 0, padding - padding / 2),
        b'=' => (0, padding, 0),
        _ => (padding, 0, 0),
    };
    let mut out = Vec::with_capacity(spec.width + whole.len() + pieces.tail.len());
    out.extend(spec.fill.repeat(before));
    out.extend_from_slice(sign);
    out.extend(spec.fill.repeat(inside));
    out.extend(whole);
    out.extend_from_slice(&pieces.tail);
    out.extend(spec.fill.repeat(after));
    out
}

fn written(number: &Number, mut spec: Spec, rounding: Rounding) -> Result<Vec<u8>, NoMemory> {
    if !number.is_finite() {
        if spec.align == b'0' {
            spec.align = b'>';
        }
        spec.separator.clear();
        let style = Style {
            engineering: false,
            capitals: true,
        };
        let whole = show(&number.absolute(), style);
        let tail = if spec.kind == b'%' { b"%".to_vec() } else { Vec::new() };
        return Ok(laid_out(number.negative, &Pieces { whole, tail }, &spec));
    }
    let number = prepared(number, &spec, rounding)?;
    let negative = number.negative && !(spec.no_negative_zero && number.is_zero());
    Ok(laid_out(negative, &finite_pieces(&number, &spec), &spec))
}

/// Takes point, separator and groups from a dict.
fn overridden(vm: &mut Vm, spec: &mut Spec, given: Value) -> Run<()> {
    let Some(given) = given.cast::<Dict>() else {
        return Err(raise::type_error(vm, "optional argument must be a dict"));
    };
    let find = |vm: &mut Vm, key: &str| -> Run<Option<Ref<Str>>> {
        let key = text::intern(vm, key);
        match given.get_str(key).map(|value| value.cast::<Str>()) {
            None => Ok(None),
            Some(Some(text)) => Ok(Some(text)),
            Some(None) => Err(raise::type_error(vm, "bad argument type for built-in operation")),
        }
    };
    if let Some(point) = find(vm, "decimal_point")? {
        spec.point = point.bytes().to_vec();
    }
    if let Some(separator) = find(vm, "thousands_sep")? {
        spec.separator = separator.bytes().to_vec();
    }
    if let Some(groups) = find(vm, "grouping")? {
        // A zero repeats the last number, and the largest char ends the groups.
        let sizes = groups.bytes().iter().map(|&size| usize::from(size));
        spec.groups = sizes.take_while(|&size| size != 0).collect();
        if spec.groups.last() == Some(&127) {
            spec.groups.pop();
            spec.groups.push(0);
        }
    }
    let is_short = |text: &[u8]| text.len() <= 4;
    if spec.point.is_empty()
        || !is_short(&spec.point)
        || !is_short(&spec.separator)
        || spec.groups.iter().any(|&size| size > 127)
    {
        return Err(raise::value_error(vm, "invalid override dict"));
    }
    Ok(())
}

fn warn_of_capital(vm: &mut Vm) -> Run<()> {
    let warnings = glue::import(vm, "warnings")?;
    let name = text::intern(vm, "warn");
    let warn = attribute::get(vm, warnings, name)?;
    let message = "Format specifier 'N' is deprecated and slated for removal in Python 3.18";
    let given = [text::new(vm, message), vm.class(ClassId::DeprecationWarning)];
    call::call(vm, warn, &given)?;
    Ok(())
}

/// What `_pydecimal` makes of a specification.
fn by_library(vm: &mut Vm, number: &Number, spec: Value, context: Value) -> Run<Value> {
    let module = glue::import(vm, "_pydecimal")?;
    let name = text::intern(vm, "Decimal");
    let class = attribute::get(vm, module, name)?;
    let style = Style {
        engineering: false,
        capitals: true,
    };
    let line = text::from_ascii(vm, &show(number, style));
    let theirs = call::call(vm, class, &[line])?;
    let name = text::intern(vm, "__format__");
    let method = attribute::get(vm, theirs, name)?;
    match call::call(vm, method, &[spec, context]) {
        Ok(made) => Ok(made),
        Err(raised) => match raise::catch(vm, ClassId::ValueError) {
            Some(_) => Err(raise::value_error(vm, "invalid format string")),
            None => Err(raised),
        },
    }
}

pub fn format(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() == 1 {
        let text = "function takes at least 1 argument (0 given)";
        return Err(raise::type_error(vm, text));
    }
    let [spec, given] = parse(vm, &args[1..], names, ["format_spec", "override"], 1)?;
    let context = current(vm)?;
    let Some(line) = spec.cast::<Str>() else {
        return Err(raise::type_error(vm, "format arg must be str"));
    };
    let number = receiver(args);
    let Some(mut read) = Spec::read(line.bytes(), capitals(context)) else {
        return by_library(vm, &number, spec, context);
    };
    if read.width > PREC_MAX as usize {
        let text = "format specification exceeds internal limits of _decimal";
        return Err(raise::value_error(vm, text));
    }
    if read.width > WIDTH_MAX {
        return Err(raise::memory_error(vm));
    }
    if line.bytes().last() == Some(&b'N') {
        warn_of_capital(vm)?;
    }
    if let Some(given) = given.bound() {
        overridden(vm, &mut read, given)?;
    }
    raise::room(vm, read.width + read.precision.unwrap_or(0) as usize)?;
    if number.exponent > 0 && !read.kind.eq_ignore_ascii_case(&b'e') {
        raise::room(vm, number.exponent as usize)?;
    }
    match written(&number, read, arith(context).rounding) {
        Ok(line) => Ok(text::from_vec(vm, line)),
        Err(NoMemory) => Err(raise::memory_error(vm)),
    }
}
