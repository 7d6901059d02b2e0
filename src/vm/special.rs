//! The special methods that the interpreter itself looks up. Each class caches what its MRO gives for each, so that an operator is
//! one load away from its implementation.

macro_rules! specials {
    ($($id:ident $name:literal,)*) => {
        /// A special method; its number is its place in `Class::specials`.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum Special { $($id),* }
        /// The Python names, by number.
        pub const SPECIAL_NAMES: &[&str] = &[$($name),*];
        /// All, in order.
        pub const SPECIALS: &[Special] = &[$(Special::$id),*];
    };
}

specials! {
    Add "__add__", Sub "__sub__", Mul "__mul__", Matmul "__matmul__", Truediv "__truediv__", Floordiv "__floordiv__",
    Mod "__mod__", Divmod "__divmod__", Pow "__pow__", Lshift "__lshift__", Rshift "__rshift__", And "__and__", Xor "__xor__",
    Or "__or__",
    Radd "__radd__", Rsub "__rsub__", Rmul "__rmul__", Rmatmul "__rmatmul__", Rtruediv "__rtruediv__",
    Rfloordiv "__rfloordiv__", Rmod "__rmod__", Rdivmod "__rdivmod__", Rpow "__rpow__", Rlshift "__rlshift__",
    Rrshift "__rrshift__", Rand "__rand__", Rxor "__rxor__", Ror "__ror__",
    Iadd "__iadd__", Isub "__isub__", Imul "__imul__", Imatmul "__imatmul__", Itruediv "__itruediv__",
    Ifloordiv "__ifloordiv__", Imod "__imod__", Idivmod "__idivmod__", Ipow "__ipow__", Ilshift "__ilshift__",
    Irshift "__irshift__", Iand "__iand__", Ixor "__ixor__", Ior "__ior__",
    Lt "__lt__", Le "__le__", Eq "__eq__", Ne "__ne__", Gt "__gt__", Ge "__ge__",
    Neg "__neg__", Pos "__pos__", Invert "__invert__", Abs "__abs__",
    Bool "__bool__", Int "__int__", Float "__float__", Complex "__complex__", Index "__index__",
    Repr "__repr__", Str "__str__", Format "__format__", Bytes "__bytes__", Hash "__hash__",
    Len "__len__", LengthHint "__length_hint__", GetItem "__getitem__", SetItem "__setitem__", DelItem "__delitem__",
    Missing "__missing__", Contains "__contains__", Iter "__iter__", Next "__next__", Reversed "__reversed__",
    Call "__call__", New "__new__", Init "__init__", Del "__del__",
    GetAttribute "__getattribute__", GetAttr "__getattr__", SetAttr "__setattr__", DelAttr "__delattr__", Dir "__dir__",
    Get "__get__", Set "__set__", Delete "__delete__",
    Enter "__enter__", Exit "__exit__", AEnter "__aenter__", AExit "__aexit__",
    Await "__await__", AIter "__aiter__", ANext "__anext__",
    Round "__round__", Trunc "__trunc__", Floor "__floor__", Ceil "__ceil__",
    InstanceCheck "__instancecheck__", SubclassCheck "__subclasscheck__",
}

/// Number of special methods.
pub const SPECIAL_COUNT: usize = Special::SubclassCheck as usize + 1;

impl Special {
    /// The special method of that name, at compile time.
    pub const fn named(name: &str) -> Option<Special> {
        let name = name.as_bytes();
        if name.len() < 4 || name[0] != b'_' || name[1] != b'_' {
            return None;
        }
        let mut i = 0;
        while i < SPECIAL_COUNT {
            if same_bytes(name, SPECIAL_NAMES[i].as_bytes()) {
                return Some(SPECIALS[i]);
            }
            i += 1;
        }
        None
    }
    pub fn name(self) -> &'static str {
        SPECIAL_NAMES[self as usize]
    }
    /// The reflected form of a binary operator (`Add` to `Radd`).
    pub fn reflected(self) -> Special {
        debug_assert!((self as usize) < 14);
        SPECIALS[self as usize + 14]
    }
    /// The in-place form of a binary operator (`Add` to `Iadd`).
    pub fn inplace(self) -> Special {
        debug_assert!((self as usize) < 14);
        SPECIALS[self as usize + 28]
    }
}

const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 2;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
