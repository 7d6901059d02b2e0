//! Operators of instances whose classes define them in Python: the method gets a frame, and no run loop on the native stack.
//!
//! Between the instruction's frame and the method's lies a continuation record. The method returns to it; its instruction,
//! `resume`, finishes what the first one began.

use crate::bytecode::insn::{self, Insn};
use crate::bytecode::isa::{BinaryOperator, INPLACE, Op, Operand};
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::interp::safepoint;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::class::layout::Class;
use crate::object::record::Record;
use crate::ops::attrs::descriptor::property;
use crate::ops::class;
use crate::ops::number::arith::{self, Stage};
use crate::ops::relation::{compare, truth};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// What an instruction asks its operands for.
#[derive(Clone, Copy)]
pub enum Ask {
    Binary(BinaryOperator, bool),
    Unary(Special),
    Compare(Special),
    GetItem,
    SetItem,
}

const COMPARISONS: [Special; 6] = [
    Special::Lt,
    Special::Le,
    Special::Eq,
    Special::Ne,
    Special::Gt,
    Special::Ge,
];

/// The first instruction of each group of comparisons, which are in the order above, and the truth that they jump on.
const GROUPS: [(Op, Option<bool>); 7] = [
    (Op::lt, None),
    (Op::jump_lt, Some(true)),
    (Op::jump_not_lt, Some(false)),
    (Op::jump_lt_imm, Some(true)),
    (Op::jump_not_lt_imm, Some(false)),
    (Op::loop_lt, Some(true)),
    (Op::loop_lt_imm, Some(true)),
];
const _: () = assert!(Op::ge as u8 - Op::lt as u8 == 5 && Op::loop_ge_imm as u8 - Op::loop_lt_imm as u8 == 5);

/// The comparison that an instruction makes, and the truth that it jumps on if it is a jump.
fn comparison(op: Op) -> Option<(Special, Option<bool>)> {
    GROUPS.iter().find_map(|&(first, jumps_on)| {
        let place = (op as u8).wrapping_sub(first as u8) as usize;
        Some((*COMPARISONS.get(place)?, jumps_on))
    })
}

fn ask(insn: &Insn) -> Option<Ask> {
    use BinaryOperator::*;
    let operator = match insn.op {
        Op::add | Op::add_imm | Op::add_const | Op::iadd | Op::iadd_next | Op::iadd_imm => Add,
        Op::sub | Op::sub_imm | Op::sub_const | Op::const_sub | Op::isub | Op::isub_imm => Sub,
        Op::mul | Op::mul_imm | Op::mul_const | Op::const_mul | Op::imul => Mul,
        Op::truediv | Op::truediv_imm | Op::truediv_const | Op::const_truediv => Truediv,
        Op::floordiv | Op::floordiv_imm | Op::floordiv_const => Floordiv,
        Op::modulo | Op::modulo_imm | Op::modulo_const => Mod,
        Op::and | Op::and_imm | Op::and_const => And,
        Op::or => Or,
        Op::xor => Xor,
        Op::lshift | Op::lshift_imm => Lshift,
        Op::rshift | Op::rshift_imm => Rshift,
        Op::binary => OPERATORS[(insn.operands[3] as u32 & !INPLACE) as usize],
        Op::neg => return Some(Ask::Unary(Special::Neg)),
        Op::load_item | Op::load_item_imm => return Some(Ask::GetItem),
        Op::store_item => return Some(Ask::SetItem),
        op => return comparison(op).map(|(special, _)| Ask::Compare(special)),
    };
    let inplace = match insn.op {
        Op::binary => insn.operands[3] as u32 & INPLACE != 0,
        op => matches!(
            op,
            Op::iadd | Op::iadd_next | Op::isub | Op::imul | Op::iadd_imm | Op::isub_imm
        ),
    };
    Some(Ask::Binary(operator, inplace))
}

/// The operator of the number that `binary` carries.
pub const OPERATORS: [BinaryOperator; 14] = [
    BinaryOperator::Add,
    BinaryOperator::Sub,
    BinaryOperator::Mul,
    BinaryOperator::Matmul,
    BinaryOperator::Truediv,
    BinaryOperator::Floordiv,
    BinaryOperator::Mod,
    BinaryOperator::Divmod,
    BinaryOperator::Pow,
    BinaryOperator::Lshift,
    BinaryOperator::Rshift,
    BinaryOperator::And,
    BinaryOperator::Xor,
    BinaryOperator::Or,
];

/// What `resume` does with an answer, where that is simple.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Leaves it to [`finish`].
    Ask,
    /// Writes it to operand a and goes on behind that many bytes.
    Store(u8),
    /// Goes on behind that many bytes.
    Behind(u8),
    /// Jumps if it is this bool.
    Jump(bool),
}

/// The actions of all narrow instructions.
pub static ACTIONS: [Action; 256] = actions();

const fn actions() -> [Action; 256] {
    let mut table = [Action::Ask; 256];
    let mut i = 0;
    while i < GROUPS.len() {
        let (first, jumps_on) = GROUPS[i];
        let mut order = 0;
        while order < 6 {
            table[first as usize + order] = match jumps_on {
                None => Action::Store(4),
                // Back edges are safepoints.
                Some(_) if matches!(first, Op::loop_lt | Op::loop_lt_imm) => Action::Ask,
                Some(truth) => Action::Jump(truth),
            };
            order += 1;
        }
        i += 1;
    }
    let mut op = Op::add as usize;
    while op <= Op::invert as usize {
        table[op] = Action::Store(4);
        op += 1;
    }
    table[Op::binary as usize] = Action::Store(8);
    table[Op::load_item as usize] = Action::Store(4);
    table[Op::load_item_item as usize] = Action::Store(4);
    table[Op::load_item_imm as usize] = Action::Store(4);
    table[Op::store_item as usize] = Action::Behind(4);
    table[Op::store_item_next as usize] = Action::Behind(4);
    table[Op::load_attr as usize] = Action::Store(8);
    table[Op::load_attr_property as usize] = Action::Store(8);
    table[Op::store_attr as usize] = Action::Behind(8);
    table
}

/// The values that the instruction reads, in order; UNBOUND behind them.
///
/// # Safety
/// The instruction is one of the running frame's code, with these registers and constants.
unsafe fn operands(insn: &Insn, r: *mut Value, k: *mut Value) -> [Value; 3] {
    let (mut values, mut n) = ([Value::UNBOUND; 3], 0);
    for (&(_, kind), &operand) in insn.op.row().operands.iter().zip(&insn.operands) {
        // SAFETY: verified operands exist.
        let value = unsafe {
            match kind {
                Operand::In | Operand::InOut => *r.add(operand as usize),
                Operand::Const => *k.add(operand as usize),
                Operand::Imm => Value::small_int(operand),
                _ => continue,
            }
        };
        values[n] = value;
        n += 1;
    }
    values
}

/// The method that the instruction calls first, and whether the right operand is its receiver.
#[inline]
fn first_method(vm: &Vm, ask: Ask, a: Value, b: Value) -> Option<(Value, bool)> {
    let class_a = class::of(vm, a);
    let method = match ask {
        Ask::Unary(special) => class_a.special(special),
        Ask::GetItem => class_a.special(Special::GetItem),
        Ask::SetItem => class_a.special(Special::SetItem),
        Ask::Compare(_) | Ask::Binary(..) if goes_first(vm, ask, class_a, a, b) => None,
        Ask::Compare(special) => class_a.special(special),
        Ask::Binary(operator, _) if is_number(a) => {
            let special = arith::special_of(operator).reflected();
            return Some((class::of(vm, b).special(special)?, true));
        }
        Ask::Binary(operator, inplace) => {
            let special = arith::special_of(operator);
            let own = if inplace {
                class_a.special(special.inplace())
            } else {
                None
            };
            own.or_else(|| class_a.special(special))
        }
    };
    Some((method?, false))
}

/// Whether the reflected method of the right operand may go first: its class derives from that of the left one.
fn goes_first(vm: &Vm, ask: Ask, class_a: Ref<Class>, a: Value, b: Value) -> bool {
    let inplace = |operator| class_a.special(arith::special_of(operator).inplace());
    if matches!(ask, Ask::Binary(operator, true) if inplace(operator).is_some()) || is_number(a) {
        return false;
    }
    let class_b = class::of(vm, b);
    class_a != class_b && class_b.is_subclass(class_a)
}

/// An exact number whose operators take no instance: the other operand's reflected method is asked at once.
fn is_number(value: Value) -> bool {
    value.is_int() || value.is_float()
}

/// Whether an operand may have a method made in Python.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn may_have_method(a: Value, b: Value) -> bool {
    a.kind() == Some(Kind::Instance) || (is_number(a) && b.kind() == Some(Kind::Instance))
}

/// If a method made in Python answers what the running instruction asks: pushes its frame, with `Thread::next` as the place to go
/// on. `false`: nothing is done, and the operator is to be asked in the general way.
///
/// # Safety
/// The running frame's `pc` is saved.
#[inline(never)]
pub unsafe fn enter(vm: &mut Vm, ask: Ask, a: Value, b: Value, c: Value) -> bool {
    let n = match ask {
        Ask::Unary(_) => 1,
        Ask::SetItem => 3,
        _ => 2,
    };
    // SAFETY: by the caller.
    unsafe {
        match first_method(vm, ask, a, b) {
            Some((method, true)) => push(vm, method, n, b, a, c),
            Some((method, false)) => push(vm, method, n, a, b, c),
            None => false,
        }
    }
}

/// Slow handlers: goes to a method made in Python if the instruction has an operand with one, else on to what follows.
macro_rules! special {
    ($ask:expr, [$a:expr, $b:expr, $c:expr], $vm:ident, $table:ident) => {
        if $crate::interp::steps::operator::may_have_method($a, $b)
            && $crate::interp::steps::operator::enter(&mut *$vm, $ask, $a, $b, $c)
        {
            let (pc, r, k) = (*$vm).thread.next;
            next!(pc, r, k, $vm, $table)
        }
    };
}

pub(crate) use special;

/// Pushes a continuation record and the frame of a function that takes just the first `n` of these arguments.
///
/// # Safety
/// The running frame's `pc` is saved.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn push(vm: &mut Vm, method: Value, n: usize, a: Value, b: Value, c: Value) -> bool {
    if method.kind() != Some(Kind::Function) {
        return false;
    }
    // SAFETY: the limit leaves room for the registers of two frames more; those above the running frame's are free, so that
    // arguments more than `n` harm nothing.
    unsafe {
        let function = &*method.address().cast::<Function>();
        if function.simple.get() as usize != n || vm.thread.frame.add(2) as usize >= vm.heap.interrupt.frame_limit() {
            return false;
        }
        let registers = frame::top(&vm.thread);
        (*registers.add(1), *registers.add(2), *registers.add(3)) = (a, b, c);
        vm.thread.next = frame::push_continued(vm, method, registers);
        true
    }
}

/// The instruction at an address in the code whose constants are at `k`.
unsafe fn decode(pc: *const u8, k: *mut Value) -> Insn {
    // SAFETY: by the caller.
    let code = unsafe { Code::of_constants(k) };
    let insn = insn::decode(&code.data().bytes, code.offset_of(pc));
    insn.unwrap_or_else(|| unreachable!("verified code decodes"))
}

/// Calls the getter of a property, or `__get__` of a descriptor, in a frame of its own. `false`: nothing is done.
///
/// # Safety
/// As `enter`.
#[inline(never)]
pub unsafe fn enter_getter(vm: &mut Vm, getter: Value, object: Value) -> bool {
    if getter.kind() == Some(Kind::Instance) {
        let get = class::special(vm, getter, Special::Get).unwrap_or(Value::UNBOUND);
        let class = class::of(vm, object).value();
        // SAFETY: by the caller.
        return unsafe { push(vm, get, 3, getter, object, class) };
    }
    // SAFETY: by the caller.
    unsafe { push(vm, getter, 1, object, Value::UNBOUND, Value::UNBOUND) }
}

/// Calls the setter of a property in a frame of its own, if `name` is one of the instance. `false`: nothing is done.
///
/// # Safety
/// As `enter`.
#[inline(never)]
pub unsafe fn enter_setter(vm: &mut Vm, object: Value, name: Value, value: Value) -> bool {
    let class = class::of(vm, object);
    if !class.has(flag::PLAIN_SET) {
        return false;
    }
    match class::lookup(vm, class, name) {
        Some(found) if class::is_exact(found, ClassId::Property) => {
            let setter = found.expect::<Record>().get(property::SET);
            // SAFETY: by the caller.
            unsafe { push(vm, setter, 2, object, value, Value::UNBOUND) }
        }
        _ => false,
    }
}

/// Finishes the instruction at `pc`, whose method has answered `Thread::result`: the place to go on is in `Thread::next`. `false`
/// when an exception is pending.
///
/// # Safety
/// `pc`, `r` and `k` are the running frame's; the continuation record is popped.
#[inline(never)]
pub unsafe fn finish(vm: &mut Vm, pc: *const u8, r: *mut Value, k: *mut Value) -> bool {
    // SAFETY: by the caller.
    let after = unsafe { place_after(vm, pc, r, k) };
    frame::go_to(vm, after.ok().map(|pc| (pc, r, k)))
}

/// # Safety
/// As `finish`.
unsafe fn place_after(vm: &mut Vm, pc: *const u8, r: *mut Value, k: *mut Value) -> Run<*const u8> {
    let mut result = std::mem::replace(&mut vm.thread.result, Value::UNBOUND);
    // SAFETY: by the caller.
    unsafe {
        let insn = decode(pc, k);
        if result == Value::NOT_IMPLEMENTED {
            let [a, b, _] = operands(&insn, r, k);
            result = match ask(&insn) {
                Some(Ask::Binary(operator, inplace)) => {
                    let special = arith::special_of(operator);
                    let stage = match () {
                        () if is_number(a) => Stage::AfterRight,
                        () if inplace && class::of(vm, a).special(special.inplace()).is_some() => Stage::AfterInplace,
                        () => Stage::AfterLeft,
                    };
                    arith::general(vm, operator, a, b, (inplace, stage))?
                }
                Some(Ask::Compare(special)) => compare::rich_after_left(vm, special, a, b)?,
                _ => result,
            };
        }
        if let Some((_, Some(wanted))) = comparison(insn.op) {
            if truth::truth(vm, result)? != wanted {
                return Ok(pc.add(insn.length));
            }
            let distance = insn.operands[2] as isize;
            // Back edges are safepoints.
            if distance < 0 && safepoint::is_due(vm) {
                safepoint::serve(vm)?;
            }
            return Ok(pc.offset(distance));
        }
        if matches!(insn.op.row().operands[0].1, Operand::Out | Operand::InOut) {
            *r.add(insn.operands[0] as usize) = result;
        }
        Ok(pc.add(insn.length))
    }
}
