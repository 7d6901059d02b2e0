//! Picks how instructions are dispatched: by tail calls where the compiler is known to make jumps of them, else by a loop; with the
//! feature `dispatch-become`, which needs a nightly compiler, by tail calls that the language guarantees.

use std::env;

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
    if plain || !known {
        println!("cargo:rustc-cfg=dispatch_loop");
    } else if env::var_os("CARGO_FEATURE_DISPATCH_BECOME").is_some() {
        println!("cargo:rustc-cfg=dispatch_become");
    }
}
