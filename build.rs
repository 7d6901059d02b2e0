//! Picks how instructions are dispatched: by tail calls where the compiler is known to make jumps of them, else by a loop; with the
//! feature `dispatch-become`, which needs a nightly compiler, by tail calls that the language guarantees.

use std::env;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo:rustc-check-cfg=cfg(dispatch_loop, dispatch_become)");
    println!("cargo:rerun-if-changed=build.rs");
    let var = |name: &str| env::var(name).unwrap_or_default();
    let arch = var("CARGO_CFG_TARGET_ARCH");
    let known = matches!(arch.as_str(), "x86_64" | "aarch64") && var("CARGO_CFG_TARGET_OS") == "linux";
    // `CARGO_CFG_MIRI` is set under Miri; debug assertions come with frames that tail calls cannot cross.
    let plain = var("OPT_LEVEL") == "0"
        || env::var_os("CARGO_CFG_DEBUG_ASSERTIONS").is_some()
        || env::var_os("CARGO_CFG_MIRI").is_some()
        || env::var_os("CARGO_FEATURE_DISPATCH_LOOP").is_some();
    if arch == "x86_64" && var("CARGO_CFG_TARGET_OS") == "linux" && var("CARGO_CFG_TARGET_ENV") == "gnu" {
        short_loading();
    }
    if plain || !known {
        println!("cargo:rustc-cfg=dispatch_loop");
    } else if env::var_os("CARGO_FEATURE_DISPATCH_BECOME").is_some() {
        println!("cargo:rustc-cfg=dispatch_become");
    }
}

/// Spares the dynamic loader work at every start: addresses fixed at link time in place of some ten thousand relocations,
/// functions looked up when they are first called, and the unwinder linked in in place of a second library, where the C
/// compiler has it.
fn short_loading() {
    println!("cargo:rustc-link-arg-bins=-no-pie");
    println!("cargo:rustc-link-arg-bins=-Wl,-z,lazy");
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".into());
    let found = Command::new(compiler).arg("-print-file-name=libgcc_eh.a").output();
    let path = found.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if let Ok(path) = path
        && path.is_absolute()
        && let Some(folder) = path.parent()
    {
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static:-bundle=gcc_eh");
    }
}
