//! The built-in classes, one row each. A row's number is the shape of its exact instances, so that `is it exactly a list` is one
//! comparison with a constant.

use crate::heap::header::{Kind, ShapeId};

/// What a class allows, as bits of `Class::flags`.
pub mod flag {
    /// Python classes may derive from it.
    pub const BASE: u32 = 1;
    /// Made by a `class` statement or `type()`.
    pub const HEAP: u32 = 2;
    /// Instances have a `__dict__`.
    pub const DICT: u32 = 4;
    /// Instances can be weakly referenced.
    pub const WEAK: u32 = 8;
    /// An exception class: derives from BaseException.
    pub const EXCEPTION: u32 = 16;
    /// Defines or inherits `__del__`.
    pub const FINALIZER: u32 = 32;
    /// `match` treats instances as a sequence or mapping.
    pub const SEQUENCE: u32 = 64;
    pub const MAPPING: u32 = 128;
    /// `match`: one positional pattern is the subject itself.
    pub const MATCH_SELF: u32 = 256;
    /// Has abstract methods left.
    pub const ABSTRACT: u32 = 512;
    /// Attributes cannot be set (built-in classes).
    pub const IMMUTABLE: u32 = 1024;
    /// A metaclass: derives from type.
    pub const META: u32 = 2048;
    /// Looks attributes up in the plain way: neither `__getattribute__` nor `__getattr__` is overridden.
    pub const PLAIN_GET: u32 = 4096;
    /// Sets attributes in the plain way.
    pub const PLAIN_SET: u32 = 8192;
    /// Cannot be instantiated by calling it.
    pub const NO_NEW: u32 = 1 << 14;
}

macro_rules! classes {
    ($($id:ident $name:literal $base:ident $kind:ident $flags:expr;)*) => {
        /// A built-in class.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u32)]
        pub enum ClassId { $($id),* }
        /// All rows, in order. The base of `object` is itself.
        pub static CLASSES: &[ClassRow] = &[$(ClassRow {
            id: ClassId::$id, name: $name, base: ClassId::$base, kind: Kind::$kind, flags: $flags,
        }),*];
    };
}

/// One built-in class.
pub struct ClassRow {
    pub id: ClassId,
    pub name: &'static str,
    pub base: ClassId,
    /// The layout of instances.
    pub kind: Kind,
    pub flags: u32,
}

use flag::{BASE, DICT, MAPPING, MATCH_SELF, META, NO_NEW, SEQUENCE, WEAK};
const NUMBER: u32 = BASE | MATCH_SELF;
const ERROR: u32 = BASE | DICT | WEAK | flag::EXCEPTION;

classes! {
    Object "object" Object Instance BASE;
    Type "type" Object Class BASE | DICT | WEAK | META;
    Int "int" Object BigInt NUMBER;
    Bool "bool" Int BigInt MATCH_SELF;
    Float "float" Object Wrapped NUMBER;
    Complex "complex" Object Complex BASE;
    Str "str" Object Str NUMBER;
    Bytes "bytes" Object Bytes NUMBER;
    ByteArray "bytearray" Object ByteArray NUMBER;
    MemoryView "memoryview" Object Opaque SEQUENCE | WEAK;
    List "list" Object List BASE | SEQUENCE | MATCH_SELF;
    Tuple "tuple" Object Tuple BASE | SEQUENCE | MATCH_SELF;
    Dict "dict" Object Dict BASE | MAPPING | MATCH_SELF;
    Set "set" Object Set BASE | MATCH_SELF | WEAK;
    FrozenSet "frozenset" Object Set BASE | MATCH_SELF | WEAK;
    Range "range" Object Record SEQUENCE;
    Slice "slice" Object Record 0;
    NoneType "NoneType" Object Instance 0;
    Ellipsis "ellipsis" Object Instance 0;
    NotImplemented "NotImplementedType" Object Instance 0;
    Function "function" Object Function DICT | WEAK;
    BuiltinFunction "builtin_function_or_method" Object Native WEAK | NO_NEW;
    MethodDescriptor "method_descriptor" Object Native NO_NEW;
    WrapperDescriptor "wrapper_descriptor" Object Native NO_NEW;
    MethodWrapper "method-wrapper" Object Native NO_NEW;
    ClassMethodDescriptor "classmethod_descriptor" Object Native NO_NEW;
    GetSetDescriptor "getset_descriptor" Object Record NO_NEW;
    MemberDescriptor "member_descriptor" Object Record NO_NEW;
    Method "method" Object Record WEAK;
    Code "code" Object Code WEAK;
    Cell "cell" Object Cell 0;
    Module "module" Object Module BASE | DICT | WEAK;
    Generator "generator" Object Generator WEAK | NO_NEW;
    Coroutine "coroutine" Object Generator WEAK | NO_NEW;
    AsyncGenerator "async_generator" Object Generator WEAK | NO_NEW;
    AsyncGeneratorSend "async_generator_asend" Object Record NO_NEW;
    AsyncGeneratorThrow "async_generator_athrow" Object Record NO_NEW;
    CoroutineWrapper "coroutine_wrapper" Object Record NO_NEW;
    AnextAwaitable "anext_awaitable" Object Record NO_NEW;
    Frame "frame" Object Record NO_NEW;
    Traceback "traceback" Object Record 0;
    Property "property" Object Record BASE;
    ClassMethod "classmethod" Object Record BASE | DICT;
    StaticMethod "staticmethod" Object Record BASE | DICT;
    Super "super" Object Record BASE;
    MappingProxy "mappingproxy" Object Record MAPPING;
    ListIterator "list_iterator" Object Record NO_NEW;
    ListReverseIterator "list_reverseiterator" Object Record NO_NEW;
    TupleIterator "tuple_iterator" Object Record NO_NEW;
    RangeIterator "range_iterator" Object Record NO_NEW;
    LongRangeIterator "longrange_iterator" Object Record NO_NEW;
    StrIterator "str_iterator" Object Record NO_NEW;
    StrAsciiIterator "str_ascii_iterator" Object Record NO_NEW;
    BytesIterator "bytes_iterator" Object Record NO_NEW;
    ByteArrayIterator "bytearray_iterator" Object Record NO_NEW;
    DictKeyIterator "dict_keyiterator" Object Record NO_NEW;
    DictValueIterator "dict_valueiterator" Object Record NO_NEW;
    DictItemIterator "dict_itemiterator" Object Record NO_NEW;
    DictReverseKeyIterator "dict_reversekeyiterator" Object Record NO_NEW;
    DictReverseValueIterator "dict_reversevalueiterator" Object Record NO_NEW;
    DictReverseItemIterator "dict_reverseitemiterator" Object Record NO_NEW;
    DictKeys "dict_keys" Object Record NO_NEW;
    DictValues "dict_values" Object Record NO_NEW;
    DictItems "dict_items" Object Record NO_NEW;
    SetIterator "set_iterator" Object Record NO_NEW;
    CallableIterator "callable_iterator" Object Record NO_NEW;
    SequenceIterator "iterator" Object Record NO_NEW;
    Enumerate "enumerate" Object Record BASE;
    Zip "zip" Object Record BASE;
    Map "map" Object Record BASE;
    Filter "filter" Object Record BASE;
    Reversed "reversed" Object Record BASE;
    GenericAlias "types.GenericAlias" Object Record BASE | WEAK;
    Union "typing.Union" Object Record WEAK;
    TypeVar "typing.TypeVar" Object Record DICT | WEAK;
    ParamSpec "typing.ParamSpec" Object Record DICT | WEAK;
    ParamSpecArgs "typing.ParamSpecArgs" Object Record 0;
    ParamSpecKwargs "typing.ParamSpecKwargs" Object Record 0;
    TypeVarTuple "typing.TypeVarTuple" Object Record DICT | WEAK;
    TypeAlias "typing.TypeAliasType" Object Record WEAK;
    Generic "typing.Generic" Object Instance BASE;
    SimpleNamespace "types.SimpleNamespace" Object Record BASE | DICT;
    WeakReference "weakref.ReferenceType" Object WeakRef BASE;
    Template "string.templatelib.Template" Object Record 0;
    Interpolation "string.templatelib.Interpolation" Object Record 0;
    TemplateIterator "string.templatelib.TemplateIter" Object Record NO_NEW;
    MemoryIterator "memory_iterator" Object Record NO_NEW;
    File "_io.TextIOWrapper" Object Opaque BASE | DICT | WEAK;
    BufferedReader "_io.BufferedReader" Object Opaque BASE | DICT | WEAK | NO_NEW;
    BufferedWriter "_io.BufferedWriter" Object Opaque BASE | DICT | WEAK | NO_NEW;
    BufferedRandom "_io.BufferedRandom" Object Opaque BASE | DICT | WEAK | NO_NEW;
    FileIo "_io.FileIO" Object Opaque BASE | DICT | WEAK | NO_NEW;
    BaseException "BaseException" Object Exception ERROR;
    BaseExceptionGroup "BaseExceptionGroup" BaseException Exception ERROR;
    GeneratorExit "GeneratorExit" BaseException Exception ERROR;
    KeyboardInterrupt "KeyboardInterrupt" BaseException Exception ERROR;
    SystemExit "SystemExit" BaseException Exception ERROR;
    Exception "Exception" BaseException Exception ERROR;
    ExceptionGroup "ExceptionGroup" BaseExceptionGroup Exception ERROR;
    ArithmeticError "ArithmeticError" Exception Exception ERROR;
    FloatingPointError "FloatingPointError" ArithmeticError Exception ERROR;
    OverflowError "OverflowError" ArithmeticError Exception ERROR;
    ZeroDivisionError "ZeroDivisionError" ArithmeticError Exception ERROR;
    AssertionError "AssertionError" Exception Exception ERROR;
    AttributeError "AttributeError" Exception Exception ERROR;
    BufferError "BufferError" Exception Exception ERROR;
    EOFError "EOFError" Exception Exception ERROR;
    ImportError "ImportError" Exception Exception ERROR;
    ModuleNotFoundError "ModuleNotFoundError" ImportError Exception ERROR;
    LookupError "LookupError" Exception Exception ERROR;
    IndexError "IndexError" LookupError Exception ERROR;
    KeyError "KeyError" LookupError Exception ERROR;
    MemoryError "MemoryError" Exception Exception ERROR;
    NameError "NameError" Exception Exception ERROR;
    UnboundLocalError "UnboundLocalError" NameError Exception ERROR;
    OSError "OSError" Exception Exception ERROR;
    BlockingIOError "BlockingIOError" OSError Exception ERROR;
    ChildProcessError "ChildProcessError" OSError Exception ERROR;
    ConnectionError "ConnectionError" OSError Exception ERROR;
    BrokenPipeError "BrokenPipeError" ConnectionError Exception ERROR;
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError Exception ERROR;
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError Exception ERROR;
    ConnectionResetError "ConnectionResetError" ConnectionError Exception ERROR;
    FileExistsError "FileExistsError" OSError Exception ERROR;
    FileNotFoundError "FileNotFoundError" OSError Exception ERROR;
    InterruptedError "InterruptedError" OSError Exception ERROR;
    IsADirectoryError "IsADirectoryError" OSError Exception ERROR;
    NotADirectoryError "NotADirectoryError" OSError Exception ERROR;
    PermissionError "PermissionError" OSError Exception ERROR;
    ProcessLookupError "ProcessLookupError" OSError Exception ERROR;
    TimeoutError "TimeoutError" OSError Exception ERROR;
    ReferenceError "ReferenceError" Exception Exception ERROR;
    RuntimeError "RuntimeError" Exception Exception ERROR;
    NotImplementedError "NotImplementedError" RuntimeError Exception ERROR;
    PythonFinalizationError "PythonFinalizationError" RuntimeError Exception ERROR;
    RecursionError "RecursionError" RuntimeError Exception ERROR;
    StopAsyncIteration "StopAsyncIteration" Exception Exception ERROR;
    StopIteration "StopIteration" Exception Exception ERROR;
    SyntaxError "SyntaxError" Exception Exception ERROR;
    IncompleteInputError "_IncompleteInputError" SyntaxError Exception ERROR;
    IndentationError "IndentationError" SyntaxError Exception ERROR;
    TabError "TabError" IndentationError Exception ERROR;
    SystemError "SystemError" Exception Exception ERROR;
    TypeError "TypeError" Exception Exception ERROR;
    ValueError "ValueError" Exception Exception ERROR;
    UnicodeError "UnicodeError" ValueError Exception ERROR;
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError Exception ERROR;
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError Exception ERROR;
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError Exception ERROR;
    Warning "Warning" Exception Exception ERROR;
    BytesWarning "BytesWarning" Warning Exception ERROR;
    DeprecationWarning "DeprecationWarning" Warning Exception ERROR;
    EncodingWarning "EncodingWarning" Warning Exception ERROR;
    FutureWarning "FutureWarning" Warning Exception ERROR;
    ImportWarning "ImportWarning" Warning Exception ERROR;
    PendingDeprecationWarning "PendingDeprecationWarning" Warning Exception ERROR;
    ResourceWarning "ResourceWarning" Warning Exception ERROR;
    RuntimeWarning "RuntimeWarning" Warning Exception ERROR;
    SyntaxWarning "SyntaxWarning" Warning Exception ERROR;
    UnicodeWarning "UnicodeWarning" Warning Exception ERROR;
    UserWarning "UserWarning" Warning Exception ERROR;
}

/// Number of built-in classes; shapes from here on are made at run time.
pub const KNOWN_CLASSES: usize = ClassId::UserWarning as usize + 1;

impl ClassId {
    /// The shape of exact instances.
    pub const fn shape(self) -> ShapeId {
        ShapeId(self as u32)
    }
    /// The row of this class; its `name` may carry a module in front.
    pub fn row(self) -> &'static ClassRow {
        &CLASSES[self as usize]
    }
}
