//! THE instruction table. Everything that must know an instruction derives from the rows below: the opcode enum, encoder and
//! decoder, disassembler, verifier, dispatch table, and the reference page.
//!
//! An instruction is `op a b c` — four bytes, operands as separate bytes — followed by up to two 32-bit words (labels, site
//! indices, long constants). Where a register, count, immediate or constant does not fit its byte, the wide form is used:
//! `wide op a16 b16 c16`, eight bytes, then the same words. Start reading at [`Op`] and [`Operand`].
//!
//! Conventions. Registers are relative to the frame's window. A call window `w` holds the callee at `w` and its arguments from
//! `w + 1`; a method window holds function (or callee) at `w`, receiver or UNBOUND at `w + 1`, arguments from `w + 2`. A call's
//! result replaces the callee. Reading an UNBOUND register is noticed by the slow path of the instruction that reads it; where an
//! instruction only copies, the compiler proves the register bound or emits `check_bound`.

/// How one operand is encoded and what it may mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// A register that the instruction writes.
    Out,
    /// A register that the instruction reads.
    In,
    /// A register that the instruction reads and writes.
    InOut,
    /// The first of several registers; how many and in which direction is the instruction's own rule.
    Window,
    /// A signed immediate: i8, or i16 in the wide form.
    Imm,
    /// A number of things: u8, or u16 in the wide form.
    Count,
    /// An index into the constants: u8, or u16 in the wide form.
    Const,
    /// A jump target: an i32 word, in bytes from the start of the instruction.
    Label,
    /// An inline-cache site: a u32 word, index into the code's sites.
    Site,
    /// An index into the constants as a u32 word.
    ConstWord,
    /// A plain u32 word.
    Word,
}

impl Operand {
    /// Whether the operand is a 32-bit word behind the base instruction (else it is a byte of it).
    pub const fn is_word(self) -> bool {
        matches!(
            self,
            Operand::Label | Operand::Site | Operand::ConstWord | Operand::Word
        )
    }
}

/// One row of the table, as data.
pub struct Row {
    pub name: &'static str,
    pub operands: &'static [(&'static str, Operand)],
    pub doc: &'static str,
}

impl Row {
    /// How many 32-bit words follow the base instruction.
    pub const fn words(&self) -> usize {
        let (mut n, mut i) = (0, 0);
        while i < self.operands.len() {
            n += self.operands[i].1.is_word() as usize;
            i += 1;
        }
        n
    }
}

/// Calls the macro `$then` with every row: for those who need one item per opcode (the dispatch table, the handlers' check).
#[macro_export]
macro_rules! with_isa {
    ($then:ident) => {
        $then! {
            // ---- moves, constants, locals ------------------------------------------------------------------------------
            /// The next instruction is in the wide form.
            wide {}
            /// Does nothing.
            nop {}
            /// `dst = src`
            copy { dst: Out, src: In }
            /// `first, first + 1 = src, next`, both at once.
            copy2 { first: Window, src: In, next: In }
            /// `dst = constants[k]`
            load_const { dst: Out, k: Const }
            /// `load_const` with the `store_item` and `for_next` behind it, of which it makes the value.
            store_const_next { dst: Out, k: Const }
            /// `dst = constants[k]`, long index.
            load_const_far { dst: Out, k: ConstWord }
            /// `dst = imm`
            load_int { dst: Out, imm: Imm }
            /// Raises UnboundLocalError (NameError for a free variable) if local `src` is UNBOUND.
            check_bound { src: In }
            /// `del` of a local: `check_bound`, then UNBOUND.
            delete_local { local: InOut }
            /// Makes `n` registers from `first` UNBOUND.
            clear { first: Window, n: Count }
            // ---- cells: variables shared with inner functions ------------------------------------------------------------
            /// `local = Cell(local)`; UNBOUND makes an empty cell.
            make_cell { local: InOut }
            /// Prologue: copies the cells of the running function's closure to the registers from `first`.
            copy_free { first: Window, n: Count }
            /// `dst = cell.value`; an empty cell is UnboundLocalError, or NameError where the cell is a free variable.
            load_cell { dst: Out, cell: In }
            /// `cell.value = src`
            store_cell { cell: In, src: In }
            /// Empties the cell; an empty one is an error as for `load_cell`.
            delete_cell { cell: In }
            /// `dst = mapping[name]`, else the cell's value: free variables in class bodies and annotation scopes. `k` names it.
            load_dict_or_cell { dst: Out, mapping: In, cell: In, k: ConstWord }
            // ---- names -----------------------------------------------------------------------------------------------------
            /// `dst =` the global or builtin that the site names.
            load_global { dst: Out, site: Site }
            /// `load_global`, whose site holds the address of the value.
            load_global_cached { dst: Out, site: Site }
            /// `load_global_cached` with the `sub_imm_call` behind it, whose callee it is.
            load_global_sub_call { dst: Out, site: Site }
            /// `load_global` of a builtin, whose site holds the address of the value.
            load_builtin_cached { dst: Out, site: Site }
            /// Sets the global that the site names.
            store_global { src: In, site: Site }
            /// `store_global`, whose site holds the address of the value.
            store_global_cached { src: In, site: Site }
            /// Deletes the global that the site names.
            delete_global { site: Site }
            /// `dst =` the frame's local, global or builtin name. In a module body locals are globals.
            load_name { dst: Out, site: Site }
            /// Sets a name in the frame's local namespace.
            store_name { src: In, site: Site }
            /// Deletes a name from the frame's local namespace.
            delete_name { site: Site }
            /// `dst = mapping[name]`, else global or builtin: annotation scopes inside classes.
            load_dict_or_global { dst: Out, mapping: In, site: Site }
            /// `dst =` the frame's local namespace (the mapping of a class body or of `exec`).
            load_locals { dst: Out }
            // ---- attributes and items --------------------------------------------------------------------------------------
            /// `dst = object.name`
            load_attr { dst: Out, object: In, site: Site }
            /// `load_attr` of an inline slot, guarded by the shape.
            load_attr_slot { dst: Out, object: In, site: Site }
            /// `load_attr_slot` with the product of floats behind it.
            load_attr_mul { dst: Out, object: In, site: Site }
            /// `load_attr_slot` with the sum of floats behind it.
            load_attr_add { dst: Out, object: In, site: Site }
            /// `load_attr_slot` with the difference of floats behind it, of which it makes the right side.
            load_attr_sub { dst: Out, object: In, site: Site }
            /// `load_attr` of a property whose getter is made in Python, guarded by the shape.
            load_attr_property { dst: Out, object: In, site: Site }
            /// `load_attr` of one class or module, guarded by its identity.
            load_attr_object { dst: Out, object: In, site: Site }
            /// `load_attr` of something that the class (or module) holds, guarded by the shape.
            load_attr_held { dst: Out, object: In, site: Site }
            /// `object.name = src`
            store_attr { object: In, src: In, site: Site }
            /// `store_attr` of an existing inline slot, guarded by the shape.
            store_attr_slot { object: In, src: In, site: Site }
            /// `store_attr` that adds the slot and moves to the next shape, guarded by the shape.
            store_attr_add { object: In, src: In, site: Site }
            /// `del object.name`
            delete_attr { object: In, site: Site }
            /// `dst = super(cls, receiver).name`; the window holds the global `super`, the class and the receiver.
            load_super_attr { dst: Out, window: Window, site: Site }
            /// Method window: `w, w + 1 = super(cls, receiver).name, receiver`. As `load_super_attr`, before a call.
            load_super_method { window: Window, site: Site }
            /// `load_super_method` of a plain function, guarded by the shape of the receiver and the class.
            load_super_method_cached { window: Window, site: Site }
            /// Method window: `w, w + 1 = function, object`, or `bound attribute, UNBOUND`.
            load_method { window: Window, object: In, site: Site }
            /// `load_method` of one class or module, guarded by its identity.
            load_method_object { window: Window, object: In, site: Site }
            /// `load_method` of a plain function of the class, guarded by the shape.
            load_method_cached { window: Window, object: In, site: Site }
            /// `dst = object[key]`
            load_item { dst: Out, object: In, key: In }
            /// `load_item` with the `load_item` behind it, of what it has loaded.
            load_item_item { dst: Out, object: In, key: In }
            /// `dst = object[imm]`
            load_item_imm { dst: Out, object: In, imm: Imm }
            /// `object[key] = src`
            store_item { object: In, key: In, src: In }
            /// `store_item` with the `for_next` behind it.
            store_item_next { object: In, key: In, src: In }
            /// `del object[key]`
            delete_item { object: In, key: In }
            /// `dst = object[bounds : bounds + 1]`: the bounds are in two registers.
            load_slice { dst: Out, object: In, bounds: Window }
            /// `dst = object[parts : parts + 1 : parts + 2]`: the slice is in three registers.
            load_slice_step { dst: Out, object: In, parts: Window }
            /// `object[bounds : bounds + 1] = src`
            store_slice { object: In, bounds: Window, src: In }
            /// `dst = slice(start, stop, step)` from three registers.
            build_slice { dst: Out, parts: Window }
            // ---- arithmetic ------------------------------------------------------------------------------------------------
            /// `dst = lhs + rhs`
            add { dst: Out, lhs: In, rhs: In }
            /// `add` of ints with the `return_value` behind it.
            add_return { dst: Out, lhs: In, rhs: In }
            /// `add` of two floats.
            add_float { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs - rhs`
            sub { dst: Out, lhs: In, rhs: In }
            /// `sub` of two floats.
            sub_float { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs * rhs`
            mul { dst: Out, lhs: In, rhs: In }
            /// `mul` of two floats.
            mul_float { dst: Out, lhs: In, rhs: In }
            /// `mul_float` with the sum behind it.
            mul_add_float { dst: Out, lhs: In, rhs: In }
            /// `mul_float` with the difference behind it, of which it makes the right side.
            mul_sub_float { dst: Out, lhs: In, rhs: In }
            /// `mul_float` with the `iadd_next` behind it.
            mul_add_next_float { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs / rhs`
            truediv { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs // rhs`
            floordiv { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs % rhs`
            modulo { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs & rhs`
            and { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs | rhs`
            or { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs ^ rhs`
            xor { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs << rhs`
            lshift { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs >> rhs`
            rshift { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs += rhs`
            iadd { dst: Out, lhs: In, rhs: In }
            /// `iadd` of two floats.
            iadd_float { dst: Out, lhs: In, rhs: In }
            /// `acc += rhs` before a narrow `for_next`, which it may do as well.
            iadd_next { acc: InOut, rhs: In }
            /// `iadd_next` of two floats.
            iadd_next_float { acc: InOut, rhs: In }
            /// `dst = lhs -= rhs`
            isub { dst: Out, lhs: In, rhs: In }
            /// `isub` of two floats.
            isub_float { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs *= rhs`
            imul { dst: Out, lhs: In, rhs: In }
            /// `imul` of two floats.
            imul_float { dst: Out, lhs: In, rhs: In }
            /// Any binary operation: `operator` is a `BinaryOperator`, with `INPLACE` added for the augmented assignment.
            binary { dst: Out, lhs: In, rhs: In, operator: Word }
            /// `dst = lhs + imm`
            add_imm { dst: Out, lhs: In, imm: Imm }
            /// `add_imm` with the `load_item` behind it, of which it makes the key.
            add_imm_item { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs - imm`
            sub_imm { dst: Out, lhs: In, imm: Imm }
            /// `sub_imm` with the `load_item` behind it, of which it makes the key.
            sub_imm_item { dst: Out, lhs: In, imm: Imm }
            /// `sub_imm` with the `call` behind it, of which it makes the last argument.
            sub_imm_call { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs * imm`
            mul_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs / imm`
            truediv_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs // imm`
            floordiv_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs % imm`
            modulo_imm { dst: Out, lhs: In, imm: Imm }
            /// `modulo_imm` with the `jump_not_eq_imm` behind it.
            modulo_imm_jump { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs & imm`
            and_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs << imm`
            lshift_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs >> imm`
            rshift_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs += imm`
            iadd_imm { dst: Out, lhs: In, imm: Imm }
            /// `iadd_imm` of a variable with the `loop_lt` behind it.
            iadd_imm_loop { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs -= imm`
            isub_imm { dst: Out, lhs: In, imm: Imm }
            /// `dst = lhs + constants[k]`
            add_const { dst: Out, lhs: In, k: Const }
            /// `add_const` of two floats.
            add_const_float { dst: Out, lhs: In, k: Const }
            /// `dst = lhs - constants[k]`
            sub_const { dst: Out, lhs: In, k: Const }
            /// `sub_const` of two floats.
            sub_const_float { dst: Out, lhs: In, k: Const }
            /// `dst = lhs * constants[k]`
            mul_const { dst: Out, lhs: In, k: Const }
            /// `mul_const` of two floats.
            mul_const_float { dst: Out, lhs: In, k: Const }
            /// `dst = lhs / constants[k]`
            truediv_const { dst: Out, lhs: In, k: Const }
            /// `dst = lhs // constants[k]`
            floordiv_const { dst: Out, lhs: In, k: Const }
            /// `dst = lhs % constants[k]`
            modulo_const { dst: Out, lhs: In, k: Const }
            /// `dst = lhs & constants[k]`
            and_const { dst: Out, lhs: In, k: Const }
            /// `dst = constants[k] - rhs`
            const_sub { dst: Out, k: Const, rhs: In }
            /// `const_sub` of two floats.
            const_sub_float { dst: Out, k: Const, rhs: In }
            /// `dst = constants[k] * rhs`
            const_mul { dst: Out, k: Const, rhs: In }
            /// `const_mul` of two floats.
            const_mul_float { dst: Out, k: Const, rhs: In }
            /// `dst = constants[k] / rhs`
            const_truediv { dst: Out, k: Const, rhs: In }
            /// `dst = -src`
            neg { dst: Out, src: In }
            /// `dst = ~src`
            invert { dst: Out, src: In }
            /// `dst = not src`
            not { dst: Out, src: In }
            // ---- comparison ------------------------------------------------------------------------------------------------
            /// `dst = lhs < rhs`
            lt { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs <= rhs`
            le { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs == rhs`
            eq { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs != rhs`
            ne { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs > rhs`
            gt { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs >= rhs`
            ge { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs is rhs`
            is { dst: Out, lhs: In, rhs: In }
            /// `dst = lhs is not rhs`
            is_not { dst: Out, lhs: In, rhs: In }
            /// `dst = item in container`
            contains { dst: Out, item: In, container: In }
            /// `dst = item not in container`
            not_contains { dst: Out, item: In, container: In }
            // ---- jumps: forward ones never poll, `loop_*` are backward and are safepoints -----------------------------------
            /// Jumps.
            jump { target: Label }
            /// Jumps back: a safepoint.
            loop_back { target: Label }
            /// Jumps if `src` is true.
            jump_if { src: In, target: Label }
            /// Jumps if `src` is false.
            jump_unless { src: In, target: Label }
            /// Jumps back if `src` is true.
            loop_if { src: In, target: Label }
            /// Jumps if `src is None`.
            jump_none { src: In, target: Label }
            /// Jumps if `src is not None`.
            jump_not_none { src: In, target: Label }
            /// Jumps if `lhs < rhs`.
            jump_lt { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs <= rhs`.
            jump_le { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs == rhs`.
            jump_eq { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs != rhs`.
            jump_ne { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs > rhs`.
            jump_gt { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs >= rhs`.
            jump_ge { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs < rhs` (not the same as `>=`: NaN, and classes of the user's).
            jump_not_lt { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs <= rhs`.
            jump_not_le { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs == rhs`.
            jump_not_eq { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs != rhs`.
            jump_not_ne { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs > rhs`.
            jump_not_gt { lhs: In, rhs: In, target: Label }
            /// Jumps unless `lhs >= rhs`.
            jump_not_ge { lhs: In, rhs: In, target: Label }
            /// Jumps if `lhs < imm`.
            jump_lt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps if `lhs <= imm`.
            jump_le_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps if `lhs == imm`.
            jump_eq_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps if `lhs != imm`.
            jump_ne_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps if `lhs > imm`.
            jump_gt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps if `lhs >= imm`.
            jump_ge_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs < imm`.
            jump_not_lt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs <= imm`.
            jump_not_le_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs == imm`.
            jump_not_eq_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs != imm`.
            jump_not_ne_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs > imm`.
            jump_not_gt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs >= imm`.
            jump_not_ge_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps unless `lhs < constants[k]`.
            jump_not_lt_const { lhs: In, k: Const, target: Label }
            /// Jumps unless `lhs <= constants[k]`.
            jump_not_le_const { lhs: In, k: Const, target: Label }
            /// Jumps unless `lhs == constants[k]`.
            jump_not_eq_const { lhs: In, k: Const, target: Label }
            /// Jumps unless `lhs != constants[k]`.
            jump_not_ne_const { lhs: In, k: Const, target: Label }
            /// Jumps unless `lhs > constants[k]`.
            jump_not_gt_const { lhs: In, k: Const, target: Label }
            /// Jumps unless `lhs >= constants[k]`.
            jump_not_ge_const { lhs: In, k: Const, target: Label }
            /// Jumps back if `lhs < rhs`.
            loop_lt { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs <= rhs`.
            loop_le { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs == rhs`.
            loop_eq { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs != rhs`.
            loop_ne { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs > rhs`.
            loop_gt { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs >= rhs`.
            loop_ge { lhs: In, rhs: In, target: Label }
            /// Jumps back if `lhs < imm`.
            loop_lt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps back if `lhs <= imm`.
            loop_le_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps back if `lhs == imm`.
            loop_eq_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps back if `lhs != imm`.
            loop_ne_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps back if `lhs > imm`.
            loop_gt_imm { lhs: In, imm: Imm, target: Label }
            /// Jumps back if `lhs >= imm`.
            loop_ge_imm { lhs: In, imm: Imm, target: Label }
            // ---- calls -----------------------------------------------------------------------------------------------------
            /// Calls with `n` positional arguments: `w = w(w + 1 …)`.
            call { window: Window, n: Count }
            /// `call` that has met a native function.
            call_native { window: Window, n: Count }
            /// `call` that has met a bound method.
            call_bound { window: Window, n: Count }
            /// `call` that has met a class whose `__new__` is ours.
            call_new { window: Window, n: Count }
            /// `call` that has met a class with a plain `__init__` made in Python.
            call_init { window: Window, n: Count }
            /// `call` that has met an object whose `__call__` is ours.
            call_object { window: Window, n: Count }
            /// Method window with `n` arguments besides the receiver: `w = w(w + 1 …)`, or `w(w + 2 …)` if `w + 1` is UNBOUND.
            call_method { window: Window, n: Count }
            /// `call_method` that has met a native.
            call_method_native { window: Window, n: Count }
            /// Loads the method and calls it: the receiver is at `w + 1` and `n` arguments, free of effects, behind it. The position of
            /// the lookup, if it is not that of the call, is that of the byte behind the instruction's first.
            invoke { window: Window, n: Count, site: Site }
            /// `invoke` of a plain Python function of the class that takes the arguments as they are, guarded by the shape.
            invoke_cached { window: Window, n: Count, site: Site }
            /// `invoke` of a method whose arguments need more than that, guarded by the shape.
            invoke_any { window: Window, n: Count, site: Site }
            /// `invoke` of what one class or module has, guarded by its identity.
            invoke_object { window: Window, n: Count, site: Site }
            /// `invoke` of a native method that takes the arguments as they are, guarded by the shape.
            invoke_native { window: Window, n: Count, site: Site }
            /// A call of `n` arguments of which the last are named by the tuple `names`.
            call_named { window: Window, n: Count, names: ConstWord }
            /// A method call of `n` arguments of which the last are named by the tuple `names`.
            call_method_named { window: Window, n: Count, names: ConstWord }
            /// `w = w(*(w + 1), **(w + 2))`: any iterable (a TypeError about it names the callee), and a dict or UNBOUND.
            call_spread { window: Window }
            /// Returns `src`.
            return_value { src: In }
            /// Returns `constants[k]`.
            return_const { k: Const }
            // ---- iteration -------------------------------------------------------------------------------------------------
            /// `dst =` what the loop of a generator expression runs over: `iter(src)`, or a list, tuple or range itself.
            get_iter { dst: Out, src: In }
            /// Prepares a loop over `src`: fills the four state registers from `state`, then goes to the `for_next` at `target`.
            for_prepare { state: Window, src: In, target: Label }
            /// `dst = next item` and jumps back to `body`, or goes on behind when there is none. A safepoint.
            for_next { dst: Out, state: Window, body: Label }
            /// `for_next` over a range of small ints.
            for_next_range { dst: Out, state: Window, body: Label }
            /// `for_next` over a list.
            for_next_list { dst: Out, state: Window, body: Label }
            /// `for_next` over a tuple.
            for_next_tuple { dst: Out, state: Window, body: Label }
            /// `for_next` over a generator that is suspended at a `yield`.
            for_next_generator { dst: Out, state: Window, body: Label }
            /// `for_next` over the keys of a dict.
            for_next_key { dst: Out, state: Window, body: Label }
            /// `for_next` over the values of a dict.
            for_next_value { dst: Out, state: Window, body: Label }
            /// `for_next` over the items of a dict, with the `unpack` at its target.
            for_next_entry { dst: Out, state: Window, body: Label }
            /// `for_next` over an iterator of ours.
            for_next_record { dst: Out, state: Window, body: Label }
            /// `for_next` over an iterator of pairs, with the `unpack` at its target.
            for_next_pair { dst: Out, state: Window, body: Label }
            /// `for_next` over an iterator whose `__next__` is made in Python.
            for_next_call { dst: Out, state: Window, body: Label }
            /// Writes exactly `n` items of `src` to the registers from `first`: none before all are there.
            unpack { first: Window, src: In, n: Count }
            /// Writes `before` items, a list of the rest, and `after` items (the word) of `src` to the registers from `first`.
            unpack_rest { first: Window, src: In, before: Count, after: Word }
            // ---- building --------------------------------------------------------------------------------------------------
            /// `dst = [first …]` of `n` registers.
            build_list { dst: Out, first: Window, n: Count }
            /// `dst = (first …)` of `n` registers.
            build_tuple { dst: Out, first: Window, n: Count }
            /// `dst = {first …}` of `n` registers.
            build_set { dst: Out, first: Window, n: Count }
            /// `dst = {first: first + 1 …}` of `n` pairs.
            build_map { dst: Out, first: Window, n: Count }
            /// `dst =` the `n` strings from `first`, joined; ints and floats among them as `format` left them.
            build_string { dst: Out, first: Window, n: Count }
            /// `list.append(src)` without lookup.
            list_append { list: In, src: In }
            /// `list.extend(src)` without lookup; the text for a non-iterable is that of `*` displays.
            list_extend { list: In, src: In }
            /// `set.add(src)` without lookup.
            set_add { set: In, src: In }
            /// `set.update(src)` without lookup.
            set_update { set: In, src: In }
            /// `map[key] = value` of an exact dict.
            map_add { map: In, key: In, value: In }
            /// `map.update(src)`: `**src` in a dict display.
            map_update { map: In, src: In }
            /// `**src` of a call: duplicate names raise TypeError with the name of `callee`.
            map_merge { map: In, src: In, callee: In }
            /// `dst = format(src, "")` after the conversion: 0 none, 1 str, 2 repr, 3 ascii, 4 none of a part of `build_string`, which
            /// takes inline ints and floats as they are.
            format { dst: Out, src: In, conversion: Count }
            /// `dst = format(src, spec)` after the conversion; `w` holds the value, `w + 1` the spec.
            format_spec { dst: Out, window: Window, conversion: Count }
            /// `dst = Interpolation(value, text, conversion, spec)` from four registers.
            build_interpolation { dst: Out, parts: Window }
            // ---- definitions -----------------------------------------------------------------------------------------------
            /// `dst = function` of the code constant; `parts` are four registers: positional defaults (tuple), keyword defaults
            /// (dict), annotate function (or a dict: `__annotations__` itself), closure (tuple of cells); each UNBOUND if there
            /// is none.
            make_function { dst: Out, parts: Window, k: ConstWord }
            /// `dst = builtins.__build_class__`
            load_build_class { dst: Out }
            /// `dst = intrinsic(src)`; the word is an `Intrinsic`.
            intrinsic { dst: Out, src: In, id: Word }
            /// `dst = intrinsic(lhs, rhs)`; the word is an `Intrinsic`.
            intrinsic2 { dst: Out, lhs: In, rhs: In, id: Word }
            // ---- imports ---------------------------------------------------------------------------------------------------
            /// `dst = __import__(names[k], globals, locals, fromlist, level)`; the window holds fromlist and level.
            import_name { dst: Out, window: Window, k: ConstWord }
            /// `dst = module.name`, or the submodule of that name.
            import_from { dst: Out, module: In, k: ConstWord }
            // ---- exceptions ------------------------------------------------------------------------------------------------
            /// `raise src`
            raise { src: In }
            /// `raise src from cause`
            raise_from { src: In, cause: In }
            /// `raise` alone: the handled exception again.
            raise_again {}
            /// Goes on unwinding with the exception in `src`, as if it had not been caught.
            reraise { src: In }
            /// `save = handled; handled = exception`: begins an except clause.
            push_handled { save: Out, exception: In }
            /// `handled = save`: ends an except clause.
            pop_handled { save: In }
            /// `dst =` whether `exception` matches the class or tuple `class`.
            match_exception { dst: Out, exception: In, class: In }
            /// `except*`: splits `rest` by `class`: `dst` is the matching group or None, `rest` what is left or None.
            match_group { dst: Out, rest: InOut, class: In }
            /// `w, w + 1 = type(src).__exit__, src` and `w + 2, w + 3 = type(src).__enter__, src`, or what these give when bound, and
            /// UNBOUND; found in CPython's order with its TypeErrors.
            with_prepare { window: Window, src: In }
            /// As `with_prepare` for `__aexit__` and `__aenter__`.
            async_with_prepare { window: Window, src: In }
            /// `dst = exit(type, exception, traceback)` with the pair that `with_prepare` has made.
            with_exit { dst: Out, exit: Window, exception: In }
            // ---- generators, coroutines ------------------------------------------------------------------------------------
            /// First instruction of a generator, coroutine or async generator: makes the object and returns it to the caller.
            make_generator {}
            /// Yields `src`; what is sent arrives in `dst`. In an async generator this yields to its consumer. The registers from
            /// `above` on are lost.
            yield_value { dst: Out, src: In, above: Window }
            /// `yield from` and `await`: runs the iterator to its end in place, yielding what it yields; its value arrives in `dst`.
            /// The register of the iterator is kept until then; those from `above` on are lost.
            delegate { dst: Out, iterator: In, above: Window }
            /// `dst =` the iterator of `yield from`.
            get_yield_from { dst: Out, src: In }
            /// `dst =` the iterator of `await`; the context (0 await, 1 `__aenter__`, 2 `__aexit__`) chooses the TypeError's text.
            get_awaitable { dst: Out, src: In, context: Count }
            /// `dst = aiter(src)`
            get_aiter { dst: Out, src: In }
            /// `dst =` the awaitable's iterator of `anext(src)`
            get_anext { dst: Out, src: In }
            // ---- patterns --------------------------------------------------------------------------------------------------
            /// `dst =` tuple of attributes or None; the window holds subject, class, tuple of keyword names; `n` positional patterns.
            match_class { dst: Out, window: Window, n: Count }
            // ---- the loader's and the engine's own: no compiler emits these ---------------------------------------------
            /// `return_value` of a generator, coroutine or async generator.
            return_generator { src: In }
            /// `return_const` of a generator, coroutine or async generator.
            return_generator_const { k: Const }
            /// Third byte operand of a narrow `for_next`: goes on when `__next__` has returned.
            for_item {}
            /// Third byte operand of a narrow `for_prepare`: goes on when `__iter__` has returned.
            for_prepared {}
            /// Leaves the run loop: the outermost frame of a call from native code has returned.
            halt {}
            /// Finishes an instruction whose special method, made in Python, has returned.
            resume {}
        }
    };
}

macro_rules! define {
    ($($(#[doc = $doc:literal])+ $name:ident { $($operand:ident : $kind:ident),* })*) => {
        /// An opcode: its number is its place in the table.
        #[allow(non_camel_case_types)]
        #[repr(u8)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Op { $($(#[doc = $doc])+ $name),* }
        /// Every opcode, in order.
        pub const OPS: &[Op] = &[$(Op::$name),*];
        /// The table as data, in opcode order.
        pub static ROWS: &[Row] = &[$(Row {
            name: stringify!($name),
            operands: &[$((stringify!($operand), Operand::$kind)),*],
            doc: concat!($($doc),+),
        }),*];
    };
}
with_isa!(define);

const _: () = assert!(OPS.len() <= 256);

impl Op {
    /// The row that describes this opcode.
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
    /// The opcode of this number, if there is one.
    pub fn from_byte(byte: u8) -> Option<Op> {
        OPS.get(byte as usize).copied()
    }
    /// The generic instruction that a quickened one stands for; what `dis`, `.pyc` and tracebacks show.
    pub fn generic(self) -> Op {
        match self {
            Op::load_global_cached | Op::load_builtin_cached | Op::load_global_sub_call => Op::load_global,
            Op::return_generator => Op::return_value,
            Op::return_generator_const => Op::return_const,
            Op::store_global_cached => Op::store_global,
            Op::store_const_next => Op::load_const,
            Op::load_attr_mul | Op::load_attr_add | Op::load_attr_sub => Op::load_attr,
            Op::load_attr_slot | Op::load_attr_held | Op::load_attr_property | Op::load_attr_object => Op::load_attr,
            Op::load_super_method_cached => Op::load_super_method,
            Op::store_attr_slot | Op::store_attr_add => Op::store_attr,
            Op::load_method_cached | Op::load_method_object => Op::load_method,
            Op::invoke_cached | Op::invoke_native | Op::invoke_any | Op::invoke_object => Op::invoke,
            Op::call_native | Op::call_bound | Op::call_new | Op::call_init | Op::call_object => Op::call,
            Op::call_method_native => Op::call_method,
            Op::add_float | Op::add_return => Op::add,
            Op::sub_float => Op::sub,
            Op::mul_float | Op::mul_add_float | Op::mul_sub_float | Op::mul_add_next_float => Op::mul,
            Op::load_item_item => Op::load_item,
            Op::store_item_next => Op::store_item,
            Op::add_imm_item => Op::add_imm,
            Op::sub_imm_item | Op::sub_imm_call => Op::sub_imm,
            Op::modulo_imm_jump => Op::modulo_imm,
            Op::iadd_imm_loop => Op::iadd_imm,
            Op::iadd_float => Op::iadd,
            Op::iadd_next_float => Op::iadd_next,
            Op::isub_float => Op::isub,
            Op::imul_float => Op::imul,
            Op::add_const_float => Op::add_const,
            Op::sub_const_float => Op::sub_const,
            Op::mul_const_float => Op::mul_const,
            Op::const_sub_float => Op::const_sub,
            Op::const_mul_float => Op::const_mul,
            Op::for_next_range
            | Op::for_next_list
            | Op::for_next_tuple
            | Op::for_next_generator
            | Op::for_next_key
            | Op::for_next_value
            | Op::for_next_entry
            | Op::for_next_record
            | Op::for_next_pair
            | Op::for_next_call => Op::for_next,
            other => other,
        }
    }
    /// Whether compiled code may hold this instruction: neither a prefix, nor quickened, nor the engine's own.
    pub fn is_generic(self) -> bool {
        self.generic() == self && !matches!(self, Op::wide | Op::halt | Op::resume | Op::for_item | Op::for_prepared)
    }
    /// Whether control never goes on to the instruction behind.
    pub fn ends_block(self) -> bool {
        use Op::*;
        matches!(
            self,
            jump | loop_back | for_prepare | return_value | return_const | raise | raise_from | raise_again | reraise
        )
    }
}

/// The operators of the `binary` instruction and of `ops::arith`, in the order of the special methods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum BinaryOperator {
    Add,
    Sub,
    Mul,
    Matmul,
    Truediv,
    Floordiv,
    Mod,
    Divmod,
    Pow,
    Lshift,
    Rshift,
    And,
    Xor,
    Or,
}

/// Added to the operator's number in `binary` for the augmented assignment.
pub const INPLACE: u32 = 32;

/// The conversion of `format` for parts of `build_string`.
pub const FORMAT_PART: u32 = 4;

/// Rare operations that need no opcode of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Intrinsic {
    /// Prints the value of an expression statement in interactive mode.
    PrintExpression,
    /// `from src import *` into the frame's local namespace.
    ImportStar,
    /// `TypeVar(name)` of a type parameter.
    TypeVar,
    /// `TypeVar(lhs, evaluate bound = rhs)`.
    TypeVarWithBound,
    /// `TypeVar(lhs, evaluate constraints = rhs)`.
    TypeVarWithConstraints,
    /// `ParamSpec(name)`.
    ParamSpec,
    /// `TypeVarTuple(name)`.
    TypeVarTuple,
    /// Sets the default (evaluate function `rhs`) of type parameter `lhs`; the result is the parameter.
    TypeParamDefault,
    /// `Generic[*src]` for a generic class.
    SubscriptGeneric,
    /// Sets `__type_params__` of function `lhs` to `rhs`; the result is the function.
    FunctionTypeParams,
    /// `TypeAliasType` from the tuple (name, type params or None, evaluate function).
    TypeAlias,
    /// Turns an exception that leaves a generator as StopIteration into RuntimeError; other exceptions pass.
    StopIterationError,
    /// Tells whether `src` is StopAsyncIteration; used by `async for`.
    IsStopAsyncIteration,
    /// `AssertionError`, whatever the name may mean by now.
    AssertionError,
    /// Fails unless `src` is 1 or 2 ("format 1 only"): guards annotation functions; raises NotImplementedError.
    CheckAnnotateFormat,
    /// `+src`
    Positive,
    /// `tuple(src)` of a list.
    ListToTuple,
    /// Whether `src` is a sequence for `match`.
    MatchSequence,
    /// Whether `src` is a mapping for `match`.
    MatchMapping,
    /// `len(src)`
    Length,
    /// Tuple of the values of `lhs` at the tuple `rhs` of keys, or None if one is missing.
    MatchKeys,
    /// End of `except*`: what must be raised again (None for nothing) of the original `lhs` and the list `rhs` of what was raised.
    CombineGroup,
    /// `Template(lhs, rhs)` of the tuples of strings and interpolations.
    Template,
}
