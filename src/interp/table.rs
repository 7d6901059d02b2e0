//! The dispatch table: one entry for each row of the instruction table, narrow and wide.

use crate::bytecode::isa::Op;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Narrow, Wide};
use crate::interp::dispatch::handler::{Entry, handlers, leave};
use crate::interp::handler::call::{maker, native, python, resume};
use crate::interp::handler::make::{build, define};
use crate::interp::handler::{arith, attr, branch, compare, error, item, iterate, load, pair, suspend};
use crate::vm::state::Vm;
use crate::with_isa;

/// The module of every handler, by opcode. A row without a handler does not compile.
macro_rules! entries {
    ($form:ty, $($module:ident: $($name:ident)*;)*) => {{
        let mut table = [const { Entry(branch::nop::<$form>) }; 256];
        $($( table[Op::$name as usize] = Entry($module::$name::<$form>); )*)*
        table
    }};
}

macro_rules! all {
    ($form:ty) => {
        entries! { $form,
            branch: wide nop jump loop_back jump_if jump_unless loop_if jump_none jump_not_none not;
            load: copy copy2 load_const load_const_far load_int check_bound delete_local clear make_cell copy_free load_cell store_cell
                delete_cell load_dict_or_cell load_global load_global_cached load_builtin_cached store_global store_global_cached
                delete_global load_name store_name delete_name load_dict_or_global load_locals;
            attr: load_attr load_attr_slot load_attr_held store_attr store_attr_slot store_attr_add delete_attr load_super_attr
                load_super_method load_method load_method_cached invoke invoke_cached invoke_native invoke_any load_attr_property
                load_attr_object load_super_method_cached load_method_object invoke_object;
            pair: load_item_item add_imm_item sub_imm_item store_item_next modulo_imm_jump iadd_imm_loop mul_add_float mul_sub_float
                mul_add_next_float
                load_global_sub_call store_const_next load_attr_mul load_attr_add load_attr_sub add_return sub_imm_call;
            resume: resume;
            item: load_item load_item_imm store_item delete_item load_slice load_slice_step store_slice build_slice;
            arith: add add_float sub sub_float mul mul_float truediv floordiv modulo and or xor lshift rshift iadd iadd_float iadd_next iadd_next_float isub
                isub_float imul imul_float binary add_imm sub_imm mul_imm truediv_imm floordiv_imm modulo_imm and_imm lshift_imm
                rshift_imm iadd_imm isub_imm add_const add_const_float sub_const sub_const_float mul_const mul_const_float
                truediv_const floordiv_const modulo_const and_const const_sub const_sub_float const_mul const_mul_float
                const_truediv neg invert;
            compare: lt le eq ne gt ge is is_not contains not_contains
                jump_lt jump_le jump_eq jump_ne jump_gt jump_ge
                jump_not_lt jump_not_le jump_not_eq jump_not_ne jump_not_gt jump_not_ge
                jump_lt_imm jump_le_imm jump_eq_imm jump_ne_imm jump_gt_imm jump_ge_imm
                jump_not_lt_imm jump_not_le_imm jump_not_eq_imm jump_not_ne_imm jump_not_gt_imm jump_not_ge_imm
                jump_not_lt_const jump_not_le_const jump_not_eq_const jump_not_ne_const jump_not_gt_const jump_not_ge_const
                loop_lt loop_le loop_eq loop_ne loop_gt loop_ge
                loop_lt_imm loop_le_imm loop_eq_imm loop_ne_imm loop_gt_imm loop_ge_imm;
            python: call call_bound call_method call_named call_method_named call_spread return_value return_const
                make_generator halt;
            native: call_native call_method_native call_object;
            maker: call_new call_init;
            iterate: get_iter for_prepare for_next for_next_range for_next_list for_next_tuple for_next_generator
                for_next_key for_next_value for_next_entry for_next_record
                for_next_pair for_next_call for_item for_prepared unpack unpack_rest;
            build: build_list build_tuple build_set build_map build_string list_append list_extend set_add set_update
                map_add map_update map_merge format format_spec build_interpolation;
            define: make_function load_build_class intrinsic intrinsic2 import_name import_from;
            error: raise raise_from raise_again reraise push_handled pop_handled match_exception match_group
                with_prepare async_with_prepare with_exit match_class;
            suspend: yield_value delegate get_yield_from get_awaitable get_aiter get_anext return_generator
                return_generator_const;
        }
    };
}

/// Counts the names above, to hold them against the table's rows.
macro_rules! rows {
    ($($(#[$doc:meta])+ $name:ident { $($operand:ident : $kind:ident),* })*) => { [$(Op::$name),*].len() };
}
const ROWS: usize = with_isa!(rows);
const _: () = assert!(ROWS <= 256);

/// The table of a run that nobody observes.
pub static TABLE: [Entry; 512] = {
    let (narrow, wide) = (all!(Narrow), all!(Wide));
    let mut table = [const { Entry(branch::nop::<Narrow>) }; 512];
    let mut i = 0;
    while i < 256 {
        table[i] = Entry(narrow[i].0);
        table[256 + i] = Entry(wide[i].0);
        i += 1;
    }
    table
};

/// The table of a run that is observed: every instruction passes `count` on its way to its handler. Wide handlers are reached by the prefix.
static COUNTING: [Entry; 512] = {
    let mut table = [const { Entry(count::<Narrow>) }; 512];
    let mut i = 256;
    while i < 512 {
        table[i] = Entry(TABLE[i].0);
        i += 1;
    }
    table
};

/// The table of a run that is watched, which begins.
pub fn table(vm: &mut Vm) -> &'static [Entry; 512] {
    if vm.observe.is_none() {
        return &TABLE;
    }
    if let Some(cost) = &mut vm.cost {
        cost.callbacks += 1;
    }
    &COUNTING
}

handlers! {
    /// Any instruction of a run that is observed.
    fn count<E>(pc, r, k, vm, table) {
        observe(&mut *vm, pc, r, k);
        leave!((TABLE[*pc as usize].0)(pc, r, k, vm, table))
    }
}

/// Takes plain words: what lay in the memory of the handler would keep its stack in use, so that no jump could leave it.
#[inline(never)]
fn observe(vm: &mut Vm, pc: *const u8, r: *mut Value, k: *mut Value) {
    if let Some(observe) = vm.observe {
        observe(vm, (pc, r, k));
    }
}
