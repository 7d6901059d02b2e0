//! `-X profile`: a timer of the interpreter's own CPU time, whose signal notes where the interpreter is; at the next safepoint that
//! becomes a sample. Nothing is freed between the two, so that what was noted may be looked at.
//!
//! Where: the records of the frames say it for all frames but the running one, whose record is up to date only while it calls
//! native code. Whether it does, the end of the native stack tells, which fast handlers do not move; in one of those, the machine's
//! register for the first argument holds the instruction. What does not fit the running code is not believed.
//!
//! INVARIANT: the handler reads frames and writes atomics, nothing else.

use std::mem::{size_of, zeroed};
use std::path::Path;
use std::sync::atomic::{AtomicPtr, Ordering::Relaxed};

use crate::bytecode::isa::Op;
use crate::bytecode::{insn, lines};
use crate::heap::object::Ref;
use crate::heap::pressure;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::object::callable::code::Code;
use crate::object::text::string::Str;
use crate::vm::profile::{Desk, NOTED, Profile};
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Nanoseconds of CPU time between two ticks. Kernels round up to their own tick, and say how many were left out.
const PERIOD_NS: i64 = 1_000_000;
/// Frames at either end of a stack that are kept.
const ENDS: usize = 64;

static DESK: AtomicPtr<Desk> = AtomicPtr::new(std::ptr::null_mut());
static SAMPLED: AtomicPtr<Vm> = AtomicPtr::new(std::ptr::null_mut());

/// A timer that runs.
pub struct Timer(libc::timer_t);

/// Begins to sample this thread, which runs the interpreter. The interpreter must live until `end`.
///
/// # Errors
/// What the system says against it.
pub fn begin(vm: &mut Vm) -> std::io::Result<Timer> {
    let desk: &'static Desk = Box::leak(Box::default());
    vm.profile = Some(Box::new(Profile::new(desk)));
    vm.sample = Some(take);
    vm.watched = true;
    DESK.store(std::ptr::from_ref(desk).cast_mut(), Relaxed);
    SAMPLED.store(vm, Relaxed);
    // SAFETY: structures on our stack, filled as the calls want them; the handler is safe for signals.
    unsafe {
        let mut action: libc::sigaction = zeroed();
        action.sa_sigaction = on_tick as *const () as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_RESTART;
        libc::sigaction(libc::SIGPROF, &action, std::ptr::null_mut());
        let mut event: libc::sigevent = zeroed();
        event.sigev_notify = libc::SIGEV_THREAD_ID;
        event.sigev_signo = libc::SIGPROF;
        event.sigev_notify_thread_id = libc::gettid();
        let mut timer: libc::timer_t = zeroed();
        if libc::timer_create(libc::CLOCK_THREAD_CPUTIME_ID, &mut event, &mut timer) != 0 {
            return Err(std::io::Error::last_os_error());
        }
        let period = libc::timespec {
            tv_sec: 0,
            tv_nsec: PERIOD_NS,
        };
        let every = libc::itimerspec {
            it_interval: period,
            it_value: period,
        };
        match libc::timer_settime(timer, 0, &every, std::ptr::null_mut()) {
            0 => Ok(Timer(timer)),
            _ => Err(std::io::Error::last_os_error()),
        }
    }
}

/// Ends what `begin` began. Answers the samples.
pub fn end(vm: &mut Vm, timer: Timer) -> Option<Box<Profile>> {
    // SAFETY: the timer was made by `begin`. A signal that is on its way finds no interpreter.
    unsafe { libc::timer_delete(timer.0) };
    SAMPLED.store(std::ptr::null_mut(), Relaxed);
    vm.profile.take()
}

/// Stack pointer and first argument's register of the interrupted code, where we know them.
///
/// # Safety
/// `context` is what the system gave to a signal's handler.
#[cfg(all(target_arch = "x86_64", target_env = "gnu"))]
unsafe fn machine(context: *mut libc::c_void) -> (usize, usize) {
    // SAFETY: by the caller.
    let registers = unsafe { &(*context.cast::<libc::ucontext_t>()).uc_mcontext.gregs };
    let first = if cfg!(dispatch_become) {
        libc::REG_R12
    } else {
        libc::REG_RDI
    };
    (
        registers[libc::REG_RSP as usize] as usize,
        registers[first as usize] as usize,
    )
}

/// # Safety
/// None needed: elsewhere we know neither.
#[cfg(not(all(target_arch = "x86_64", target_env = "gnu")))]
unsafe fn machine(_: *mut libc::c_void) -> (usize, usize) {
    (0, 0)
}

extern "C" fn on_tick(_: libc::c_int, info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    let (desk, vm) = (DESK.load(Relaxed), SAMPLED.load(Relaxed));
    if desk.is_null() || vm.is_null() {
        return;
    }
    // SAFETY: both live while the timer runs, which interrupts the interpreter's own thread only; records of frames stay where they
    // are. `siginfo` of a timer has the number of ticks that were left out behind its id.
    unsafe {
        let desk = &*desk;
        let left_out = (*info.cast::<[i32; 6]>())[5].max(0) as usize;
        if desk.ticks.load(Relaxed) != 0 {
            desk.ticks.fetch_add(1 + left_out, Relaxed);
            return;
        }
        let (stack_end, pc) = machine(context);
        let top: *mut Frame = (&raw const (*vm).thread.frame).read_volatile();
        let frames = (&raw const (*vm).thread.frames).read_volatile();
        let mut at = top;
        for i in 0..NOTED {
            if at <= frames {
                break;
            }
            desk.functions[i].store((&raw const (*at).function).read_volatile().bits(), Relaxed);
            desk.places[i].store((&raw const (*at).pc).read_volatile() as usize, Relaxed);
            at = at.sub(1);
        }
        // A fast handler has nothing on the stack but the address that it returns to.
        let fast = desk.stack_end.load(Relaxed);
        desk.in_call.store(stack_end + size_of::<usize>() < fast, Relaxed);
        desk.pc.store(pc, Relaxed);
        desk.top.store(top as usize, Relaxed);
        desk.was_collecting.store(desk.collecting.load(Relaxed), Relaxed);
        desk.ticks.fetch_add(1 + left_out, Relaxed);
        let interrupt = &(*vm).heap.interrupt;
        interrupt.request(pressure::SAMPLE);
    }
}

fn take(vm: &mut Vm) {
    let Some(mut profile) = vm.profile.take() else { return };
    let desk = profile.desk;
    if desk.ticks.load(Relaxed) != 0 {
        if profile.collections_seen != vm.heap.statistics.collections {
            profile.collections_seen = vm.heap.statistics.collections;
            profile.places.clear();
        }
        // SAFETY: nothing was freed since the tick.
        let stack = unsafe { stack(vm, &mut profile) };
        let ticks = desk.ticks.swap(0, Relaxed);
        *profile.stacks.entry(stack).or_default() += ticks as u64;
    }
    vm.profile = Some(profile);
}

/// The stack at the tick: functions, and the opcode of the running one.
///
/// # Safety
/// Since the tick no object was freed: records up to the frame that ran then were written in full, and what they hold lives.
unsafe fn stack(vm: &Vm, profile: &mut Profile) -> Vec<u32> {
    let desk = profile.desk;
    let (frames, top) = (vm.thread.frames, desk.top.load(Relaxed) as *mut Frame);
    // SAFETY: both are records of the arena.
    let depth = unsafe { top.offset_from(frames) } as usize;
    let (mut stack, mut leaf) = (Vec::new(), None);
    for i in 1..=depth {
        if depth > 2 * ENDS && i == ENDS {
            stack.push(profile.number(format!("({} frames)", depth - 2 * ENDS)));
        }
        if depth > 2 * ENDS && (ENDS..=depth - ENDS).contains(&i) {
            continue;
        }
        // SAFETY: by the caller.
        let record = unsafe { frames.add(i).read() };
        let Some(code) = frame::code(&record) else { continue };
        let from_top = depth - i;
        let noted = desk
            .functions
            .get(from_top)
            .is_some_and(|function| function.load(Relaxed) == record.function.bits());
        // The frame was being pushed: what was noted of it is that of an earlier one.
        if from_top == 0 && !noted {
            continue;
        }
        let place = match desk.places.get(from_top) {
            Some(place) if noted => place.load(Relaxed),
            _ => record.pc as usize,
        };
        let inside = |address: usize| {
            let offset = address.wrapping_sub(code.entry() as usize);
            (offset < code.data().bytes.len()).then_some(offset)
        };
        let running = (from_top == 0 && !desk.in_call.load(Relaxed)).then(|| inside(desk.pc.load(Relaxed)));
        let offset = running.flatten().or_else(|| inside(place.wrapping_sub(1))).unwrap_or(0);
        let (function, opcode) = describe(profile, code, offset);
        stack.push(function);
        leaf = Some(opcode);
    }
    if stack.is_empty() {
        stack.push(profile.number("(no Python frame)".into()));
    }
    if desk.was_collecting.load(Relaxed) {
        leaf = Some(profile.number("(collecting garbage)".into()));
    }
    stack.extend(leaf);
    stack
}

/// Numbers of the function with its line, and of the opcode, at an offset of the code.
fn describe(profile: &mut Profile, code: Ref<Code>, offset: usize) -> (u32, u32) {
    let key = (code.as_ptr() as usize, offset);
    if let Some(&known) = profile.places.get(&key) {
        return known;
    }
    let text = |value: Value| {
        value
            .cast::<Str>()
            .map_or(String::new(), |text| text.lossy().into_owned())
    };
    let file = text(code.filename.get());
    let name = Path::new(&file)
        .file_name()
        .map_or(file.clone(), |name| name.to_string_lossy().into_owned());
    let line = lines::line(code.data(), offset as u32);
    let function = profile.number(format!("{} ({name}:{line})", text(code.qualname.get())));
    let opcode = profile.number(opcode(code, offset).to_string());
    profile.places.insert(key, (function, opcode));
    (function, opcode)
}

/// The opcode, in the form that it has by now, of the instruction that the offset lies in.
fn opcode(code: Ref<Code>, offset: usize) -> &'static str {
    let mut at = 0;
    while let Some(instruction) = insn::decode(&code.data().bytes, at) {
        if at + instruction.length > offset {
            // SAFETY: the offset is that of an instruction; the prefix of the wide form is in front of the opcode.
            let byte = unsafe { *code.entry().add(at + instruction.wide as usize) };
            return Op::from_byte(byte).map_or("", |op| op.row().name);
        }
        at += instruction.length;
    }
    ""
}
