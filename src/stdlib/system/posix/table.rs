//! The module `posix`.

use crate::api::{self, ClassId, Kind, NativeDef, NewClass, Own, Run, Value, Vm, flag, getter, make, structseq, text};
use crate::stdlib::system::posix::{constants, descriptor, files, folder, process, status};

static TIMES: &[NativeDef] = &[
    getter("user", structseq::field::<0>).doc("user time"),
    getter("system", structseq::field::<1>).doc("system time"),
    getter("children_user", structseq::field::<2>).doc("user time of children"),
    getter("children_system", structseq::field::<3>).doc("system time of children"),
    getter("elapsed", structseq::field::<4>).doc("elapsed time since an arbitrary point in the past"),
];

static UNAME: &[NativeDef] = &[
    getter("sysname", structseq::field::<0>).doc("operating system name"),
    getter("nodename", structseq::field::<1>).doc("name of machine on network (implementation-defined)"),
    getter("release", structseq::field::<2>).doc("operating system release"),
    getter("version", structseq::field::<3>).doc("operating system version"),
    getter("machine", structseq::field::<4>).doc("hardware identifier"),
];
static TERMINAL_SIZE: &[NativeDef] = &[
    getter("columns", structseq::field::<0>).doc("width of the terminal window in characters"),
    getter("lines", structseq::field::<1>).doc("height of the terminal window in characters"),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let doc = "This module provides access to operating system functionality that is\nstandardized by the C Standard and \
               the POSIX standard (a thinly\ndisguised Unix interface).";
    let module = api::module(vm, "posix", doc, files::FUNCTIONS);
    for rows in [
        status::FUNCTIONS,
        folder::FUNCTIONS,
        descriptor::FUNCTIONS,
        process::FUNCTIONS,
    ] {
        let name = text::intern(vm, "posix");
        for row in rows {
            let function = make::native(vm, row, name);
            api::set_in(vm, module, row.name, function);
        }
    }
    for (own, name, fields, visible) in [
        (Own::StatResult, "os.stat_result", status::FIELDS, status::VISIBLE),
        (Own::UnameResult, "posix.uname_result", UNAME, 5),
        (Own::TimesResult, "posix.times_result", TIMES, 5),
        (Own::TerminalSize, "os.terminal_size", TERMINAL_SIZE, 2),
    ] {
        let class = structseq::define(vm, name, fields, visible);
        vm.own[own as usize] = class.value();
        let short = name.rsplit('.').next().unwrap_or(name);
        api::set_in(vm, module, short, class.value());
    }
    for (own, name, rows) in [
        (Own::DirEntry, "posix.DirEntry", folder::ENTRY),
        (Own::ScanDir, "posix.ScandirIterator", folder::SCAN),
    ] {
        let new = NewClass {
            name,
            base: ClassId::Object,
            kind: Kind::Record,
            flags: flag::NO_NEW,
        };
        api::class_in(vm, module, Some(own), new, rows);
    }
    for &(name, n) in constants::CONSTANTS {
        api::set_in(vm, module, name, Value::small_int(n));
    }
    let error = vm.class(ClassId::OSError);
    api::set_in(vm, module, "error", error);
    let environment = process::environment(vm)?;
    api::set_in(vm, module, "environ", environment);
    let nothing = make::list(vm, Vec::new());
    api::set_in(vm, module, "_have_functions", nothing);
    Ok(module)
}
