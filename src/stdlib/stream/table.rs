//! `_pyfast_io`: the native classes that `_io` shows.

use crate::api::{
    self, ClassId, Kind, NewClass, OPEN, Own, Run, Value, Vm, flag, install, make, text, unsupported_class,
};
use crate::stdlib::stream::{bytes_io, string_io};

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_pyfast_io", "", &[]);
    for (name, id) in [
        ("TextIOWrapper", ClassId::File),
        ("BufferedReader", ClassId::BufferedReader),
        ("BufferedWriter", ClassId::BufferedWriter),
        ("BufferedRandom", ClassId::BufferedRandom),
        ("FileIO", ClassId::FileIo),
    ] {
        let class = vm.class(id);
        api::set_in(vm, module, name, class);
    }
    let name = text::intern(vm, "_io");
    let open = make::native(vm, &OPEN, name);
    api::set_in(vm, module, "open", open);
    let unsupported = unsupported_class(vm)?;
    api::set_in(vm, module, "UnsupportedOperation", unsupported);
    for (own, name, rows) in [
        (Own::BytesIo, "_io.BytesIO", bytes_io::BYTES_IO),
        (Own::StringIo, "_io.StringIO", string_io::STRING_IO),
    ] {
        let new = NewClass {
            name,
            base: ClassId::Object,
            kind: Kind::Opaque,
            flags: flag::BASE | flag::DICT | flag::WEAK,
        };
        let class = api::class_in(vm, module, Some(own), new, rows);
        install::more_methods(vm, class, bytes_io::SHARED);
        if own == Own::BytesIo {
            install::more_methods(vm, class, bytes_io::LINES);
        }
    }
    Ok(module)
}
