//! `-X profile`: the samples as folded stacks, and as a flame graph.

use pyfast::vm::profile::Profile;

/// One line a stack: frames from the outermost, parted by `;`, and the number of ticks.
pub fn folded(profile: &Profile) -> String {
    let line = |(stack, ticks): (&Vec<u32>, &u64)| {
        let names = stack
            .iter()
            .map(|&frame| profile.texts[frame as usize].replace([';', '\n'], ","));
        format!("{} {ticks}\n", names.collect::<Vec<_>>().join(";"))
    };
    let mut lines: Vec<String> = profile.stacks.iter().map(line).collect();
    lines.sort();
    lines.concat()
}

/// The flame graph of folded stacks.
///
/// # Errors
/// What the drawing library says.
pub fn svg(folded: &str, program: &str) -> Result<Vec<u8>, String> {
    let mut options = inferno::flamegraph::Options::default();
    options.title = format!("pyfast {program}");
    options.subtitle = Some("CPU time by function and line; the leaves are opcodes".to_string());
    options.count_name = "ms".to_string();
    options.deterministic = true;
    let mut drawn = Vec::new();
    let lines = if folded.is_empty() {
        "(ended before the first tick) 1"
    } else {
        folded
    };
    inferno::flamegraph::from_lines(&mut options, lines.lines(), &mut drawn).map_err(|error| error.to_string())?;
    Ok(drawn)
}
