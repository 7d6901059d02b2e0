//! The `pyfast` command.

mod cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let code = match cli::arguments::parse() {
        Ok(cli::arguments::Asked::Run(command)) => cli::run::on_large_stack(command),
        Ok(cli::arguments::Asked::Say(text)) => {
            print!("{text}");
            0
        }
        Err(message) => {
            eprintln!("{message}");
            2
        }
    };
    std::process::exit(code);
}
