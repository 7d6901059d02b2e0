//! Names that the interpreter itself uses, interned once.

use crate::heap::value::Value;

macro_rules! names {
    ($($name:ident)*) => {
        /// Interned strings, by their text.
        #[allow(non_snake_case)]
        pub struct Names { $(pub $name: Value),* }
        impl Names {
            /// Makes all by `intern`.
            pub fn new(mut intern: impl FnMut(&str) -> Value) -> Names {
                Names { $($name: intern(stringify!($name))),* }
            }
            /// Before boot.
            pub fn unset() -> Names {
                Names { $($name: Value::UNBOUND),* }
            }
        }
    };
}

names! {
    __name__ __qualname__ __module__ __doc__ __dict__ __class__ __bases__ __mro__ __file__ __path__ __package__ __spec__
    __loader__ __builtins__ __build_class__ __import__ __all__ __getattr__ __slots__ __weakref__ __classcell__
    __classdictcell__ __class_getitem__ __init_subclass__ __set_name__ __prepare__ __mro_entries__ __annotations__ __annotate__
    __type_params__ __match_args__ __notes__ __abstractmethods__ __isabstractmethod__ __wrapped__ __del__ __new__ __init__
    __orig_class__ __orig_bases__ __origin__ __args__ __parameters__ __text_signature__ __main__ __defaults__ __kwdefaults__
    __annotate_func__ __conditional_annotations__ __static_attributes__ __firstlineno__ __cached__ __getitem__ __len__ __iter__
    __next__ __contains__ __reversed__ __index__ __eq__ __hash__ __lt__ __reduce_ex__ __getstate__ __format__ __subclasshook__
    __instancecheck__ __subclasscheck__ __getattribute__ __objclass__ __self__ __func__ __closure__ __code__ __globals__
    builtins sys modules stdout stderr stdin path argv keys items values get append extend send throw close write flush read
    readline metaclass name obj msg print_file_and_line sep end file exc_type
}
