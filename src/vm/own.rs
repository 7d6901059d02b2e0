//! Classes of native modules that natives must find again, and what these modules keep. Each is made when its module is imported
//! first.

macro_rules! own {
    ($($name:ident)*) => {
        /// A class of a native module; its number is its place in `Vm::own`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(usize)]
        pub enum Own { $($name),* }
        /// How many there are.
        pub const OWN_COUNT: usize = [$(Own::$name),*].len();
    };
}

own! {
    GroupBy Grouper Tee TeeData
    Partial PartialPlaceholder Key LruWrapper
    Deque DequeIterator DequeReverseIterator DefaultDict TupleGetter OrderedDict
    ItemGetter AttrGetter MethodCaller
    Context ContextVar ContextToken CurrentContext
    Future FutureIter Task TaskStep AsyncState
    Proxy CallableProxy AbcData
    Lock RLock Local ThreadHandle
    Struct StructError UnpackIterator Array ArrayIterator BinasciiError BinasciiIncomplete
    Pattern Match Scanner Template MatchIterator
    BytesIo StringIo UnsupportedOperation
    StatResult UnameResult TimesResult TerminalSize DirEntry ScanDir
    Compressor Decompressor ZlibDecompressor ZlibError Random Hash Shake Decimal DecimalContext DecimalManager DecimalState JsonScanner JsonEncoder
}
