//! Docstrings of built-in classes and functions, as CPython has them: facts for `__doc__`, looked up when somebody asks.

/// `U+001E`, name, newline, text; and so on, sorted by name.
const TEXTS: &str = include_str!("docs.txt");

/// The docstring of a class or function of `builtins`, or of a class that only instances show.
pub fn find(name: &str) -> Option<&'static str> {
    let mut entries = TEXTS.split('\u{1e}').skip(1);
    entries
        .find_map(|entry| entry.split_once('\n').filter(|(own, _)| *own == name))
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use crate::base::names::docs::find;

    #[test]
    fn texts_are_found_by_name() {
        assert_eq!(find("len"), Some("Return the number of items in a container."));
        assert!(find("dict").is_some_and(|text| text.starts_with("dict() -> new empty dictionary\n")));
        assert_eq!(find("no such"), None);
    }
}
