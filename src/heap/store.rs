//! The heap of one interpreter: allocation from free lists, lazy sweeping, and the steps of a collection.

use std::alloc::Layout;
use std::ptr::NonNull;

use crate::heap::block::{CELL_BYTES_MAX, CLASSES, Run, Sort, Space, Start, cell_bytes, group_of};
use crate::heap::census::Census;
use crate::heap::header::{Header, KINDS};
use crate::heap::mark::Tracer;
use crate::heap::mark::weak::{WeakRef, WeakReferences};
use crate::heap::object::{KindInfo, Object, Ref};
use crate::heap::pressure::{self, Interrupt};
use crate::heap::tenure::Tenure;
use crate::heap::value::Value;

/// Bytes between two collections of a small heap.
const THRESHOLD_BYTES_MIN: usize = 11 << 18;

/// Heaps of libraries that a program has imported are a few MB, and mostly stay as they are: they are not marked again for each MB.
const THRESHOLD_BYTES_RELAXED: usize = 6 << 20;

/// Bytes of the largest cell that `Heap::try_small_cell` answers.
pub const SMALL_CELL_BYTES_MAX: usize = 256;

/// An object with memory of its own.
struct Large {
    object: NonNull<Header>,
    bytes: usize,
}

/// What collections did so far.
#[derive(Clone, Copy, Default, Debug)]
pub struct Statistics {
    pub collections: usize,
    /// Cells and large objects that the last collection found live, and their bytes, buffers included.
    pub live_objects: usize,
    pub live_bytes: usize,
    pub pause_ns_total: u64,
    pub pause_ns_max: u64,
}

impl std::fmt::Display for Statistics {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let ms = |ns: u64| ns as f64 / 1e6;
        write!(
            f,
            "{} collections, {:.3} ms in all, the longest {:.3} ms; live at the last: {} objects, {:.1} MB",
            self.collections,
            ms(self.pause_ns_total),
            ms(self.pause_ns_max),
            self.live_objects,
            self.live_bytes as f64 / 1e6
        )
    }
}

/// How much may be allocated before the next collection. A little less than what lives, so that the peak of a heap that grows stays below
/// twice its size.
fn threshold_bytes(live_bytes: usize) -> usize {
    let relaxed = (live_bytes * 5 / 2).min(THRESHOLD_BYTES_RELAXED);
    relaxed.max(THRESHOLD_BYTES_MIN).max(live_bytes / 8 * 7)
}

/// All objects of an interpreter.
pub struct Heap {
    /// Where the next objects go, by group. First, so that handlers reach it at a small offset.
    runs: [Run; 2 * CLASSES],
    /// INVARIANT: a box of ours until the heap is dropped. Lists reach it by their addresses, hence no `Box`.
    space: NonNull<Space>,
    colour: u8,
    large: Vec<Large>,
    kinds: &'static [KindInfo; KINDS],
    /// Objects whose class has `__del__`.
    finalizable: Vec<Value>,
    weak: WeakReferences,
    /// Dead objects whose `__del__` must run; roots until then.
    pub doomed: Vec<Value>,
    /// Weak references whose callback must run; roots until then.
    pub notices: Vec<Value>,
    /// The interrupt word: see `pressure`. The interpreter is boxed, so that signal handlers may keep its address.
    pub interrupt: Interrupt,
    pub statistics: Statistics,
    /// What died, if somebody wants to know.
    pub died: Option<Box<Census>>,
    /// Collections happen only while this is set (`gc.disable`).
    pub enabled: bool,
    threshold_bytes: usize,
    pub(in crate::heap) tenure: Tenure,
}

impl Heap {
    pub fn new(kinds: &'static [KindInfo; KINDS]) -> Heap {
        Heap {
            runs: [Run::EMPTY; 2 * CLASSES],
            space: NonNull::from(Box::leak(Box::new(Space::reserve(kinds)))),
            colour: 0,
            large: Vec::new(),
            kinds,
            finalizable: Vec::new(),
            weak: WeakReferences::default(),
            doomed: Vec::new(),
            notices: Vec::new(),
            interrupt: Interrupt::new(),
            statistics: Statistics::default(),
            died: None,
            enabled: true,
            threshold_bytes: THRESHOLD_BYTES_MIN,
            tenure: Tenure::default(),
        }
    }
    pub fn space(&self) -> &Space {
        // SAFETY: the box lives as long as the heap.
        unsafe { self.space.as_ref() }
    }

    /// Moves `object` to the heap.
    #[inline]
    pub fn alloc<T: Object>(&mut self, object: T) -> Ref<T> {
        self.alloc_tail(object, 0, |_| ())
    }

    /// Moves `object` to the heap with `tail_bytes` behind it, which `fill` initialises.
    #[inline]
    pub fn alloc_tail<T: Object>(&mut self, object: T, tail_bytes: usize, fill: impl FnOnce(*mut u8)) -> Ref<T> {
        let bytes = size_of::<T>() + tail_bytes;
        let sort = if T::DROP && !T::ADOPTED {
            Sort::Dropping
        } else {
            Sort::Plain
        };
        let small = bytes <= CELL_BYTES_MAX;
        let cell = if small {
            self.cell(group_of(sort, bytes))
        } else {
            self.take_large(bytes)
        };
        // SAFETY: the cell is free, large enough and aligned to 16; writing the object makes it live, and `fill` gets the tail.
        unsafe {
            let object_at = cell.cast::<T>();
            object_at.write(object);
            if !small {
                let header = &*cell.cast::<Header>();
                header.set_flags(header.flags() & !Header::COLOUR | self.colour | Header::LARGE);
            }
            fill(cell.add(size_of::<T>()));
            Ref::from_raw(NonNull::new_unchecked(object_at))
        }
    }

    /// A free cell for a plain object of `bytes`, at most `SMALL_CELL_BYTES_MAX`, if one is at hand: for handlers, which must not call.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub fn try_small_cell(&mut self, bytes: usize) -> Option<*mut u8> {
        debug_assert!(bytes > 0 && bytes <= SMALL_CELL_BYTES_MAX);
        let bytes = (bytes + 15) & !15;
        // SAFETY: the first sixteen groups are the plain cells of up to 256 bytes, every sixteen.
        let run = unsafe { self.runs.get_unchecked_mut(bytes / 16 - 1) };
        let cell = run.cursor;
        if cell == run.end {
            return None;
        }
        run.cursor = cell.wrapping_add(bytes);
        Some(cell)
    }

    /// A free cell of `group` that is at hand: for handlers, which must not call.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub fn try_cell(&mut self, group: usize) -> Option<*mut u8> {
        let run = &mut self.runs[group];
        let cell = run.cursor;
        if cell == run.end {
            return None;
        }
        run.cursor = cell.wrapping_add(cell_bytes(group % CLASSES));
        Some(cell)
    }

    /// A free cell of `group`. Whoever takes one writes an object into it at once.
    #[inline]
    pub fn cell(&mut self, group: usize) -> *mut u8 {
        match self.try_cell(group) {
            Some(cell) => cell,
            None => self.cell_slow(group),
        }
    }

    #[cold]
    #[inline(never)]
    fn cell_slow(&mut self, group: usize) -> *mut u8 {
        let run = self.space().next_run(group, self.runs[group]);
        self.runs[group] = Run {
            cursor: run.cursor.wrapping_add(cell_bytes(group % CLASSES)),
            end: run.end,
        };
        run.cursor
    }

    #[cold]
    #[inline(never)]
    fn take_large(&mut self, bytes: usize) -> *mut u8 {
        pressure::add(bytes);
        let layout = Layout::from_size_align(bytes, 16).expect("a size that callers have checked");
        // SAFETY: the size is not zero.
        let cell = unsafe { std::alloc::alloc(layout) };
        let Some(object) = NonNull::new(cell) else {
            std::alloc::handle_alloc_error(layout)
        };
        self.large.push(Large {
            object: object.cast(),
            bytes,
        });
        cell
    }

    /// Remembers that `object`'s class has `__del__`.
    pub fn finalize_later(&mut self, object: Value) {
        if let Some(header) = object.header() {
            header.set(Header::FINALIZE);
            self.finalizable.push(object);
        }
    }

    /// Whether any object with `__del__` has not been finalised.
    pub fn has_finalizable(&self) -> bool {
        !self.finalizable.is_empty() || !self.doomed.is_empty()
    }

    /// At the end of a program: every object with `__del__` is to be finalised, reachable or not.
    pub fn doom_all(&mut self) {
        let all = std::mem::take(&mut self.finalizable);
        self.doomed.extend(all.into_iter().rev());
    }

    /// Makes a weak reference of the given header (its shape says the class) to `target`.
    pub fn new_weak(&mut self, header: Header, target: Value, callback: Value) -> Ref<WeakRef> {
        if let Some(header) = target.header() {
            header.set(Header::WATCHED);
        }
        let weak = self.alloc(WeakRef::new(header, target, callback));
        self.weak.push(weak);
        weak
    }

    /// All live weak references to `target`, oldest first.
    pub fn weak_references(&self, target: Value) -> &[Value] {
        self.weak.to(target)
    }

    /// Whether a safepoint should collect now.
    pub fn wants_collection(&self) -> bool {
        self.enabled && self.interrupt.word() & pressure::COLLECT != 0
    }

    /// Whether there is hardly room for objects, as far as the last collection knows.
    pub fn is_nearly_full(&self) -> bool {
        self.space().room() < self.space().bytes() / 16
    }

    /// Begins a collection: finishes the sweeping of the last one, and forgets its marks, but for those of tenured objects.
    pub fn begin(&mut self) -> Tracer {
        let start = self.tenure.start(self.statistics.live_bytes);
        let mut tracer = self.begin_marking(start);
        self.space().each_remembered(|object| tracer.retrace(object));
        tracer.values(&self.doomed);
        tracer.values(&self.notices);
        tracer
    }
    pub(in crate::heap) fn begin_marking(&mut self, start: Start) -> Tracer {
        // SAFETY: as in `space`; the runs are no part of it.
        unsafe { self.space.as_ref() }.begin(&mut self.runs, start);
        self.colour ^= Header::COLOUR;
        Tracer::new(
            self.colour,
            self.space.as_ptr(),
            self.space().mark_maps().0,
            self.large_places(),
        )
    }
    /// A tracer that marks in the bitmap of tenured objects, and takes large objects for unmarked.
    pub(in crate::heap) fn tenured_tracer(&self) -> Tracer {
        let colour = self.colour ^ Header::COLOUR;
        Tracer::new(
            colour,
            self.space.as_ptr(),
            self.space().mark_maps().1,
            self.large_places(),
        )
    }
    fn large_places(&self) -> Vec<(usize, usize, NonNull<Header>)> {
        let place = |large: &Large| (large.object.as_ptr() as usize, large.bytes, large.object);
        self.large.iter().map(place).collect()
    }

    /// Ends a collection whose roots are all marked: dead objects become free memory, lazily.
    pub fn finish(&mut self, mut tracer: Tracer) {
        let kinds = self.kinds;
        let tracer = &mut tracer;
        tracer.drain(kinds);
        self.weak.clear_dead(tracer, &mut self.notices);
        let (live, dead): (Vec<Value>, Vec<Value>) = self
            .finalizable
            .drain(..)
            .partition(|object| object.header().is_some_and(|header| tracer.is_marked(header)));
        self.finalizable = live;
        for &object in &dead {
            tracer.visit(object);
        }
        tracer.values(&self.notices);
        tracer.drain(kinds);
        self.doomed.extend(dead);
        self.weak.forget_dead(tracer);
        self.count_dead(tracer);
        self.release_large(tracer);
        let live = self.space().finish();
        self.statistics.collections += 1;
        self.statistics.live_objects = live.cells + self.large.len();
        let large_bytes: usize = self.large.iter().map(|large| large.bytes).sum();
        let before = self.statistics.live_bytes;
        self.statistics.live_bytes = live.bytes + large_bytes + tracer.outside_bytes + self.tenure.outside_bytes;
        self.threshold_bytes = threshold_bytes(self.statistics.live_bytes).min(self.space().room() / 2);
        // What is tenured was not weighed.
        let known = if self.tenure.outside_bytes > 0 {
            pressure::largest()
        } else {
            0
        };
        if self.tenure.decide(before, self.statistics.live_bytes) {
            self.tenure();
        }
        let largest = self.large.iter().map(|large| large.bytes).max().unwrap_or(0);
        pressure::reset(self.threshold_bytes, largest.max(tracer.largest).max(known));
        let waiting = !self.doomed.is_empty() || !self.notices.is_empty();
        self.interrupt.withdraw(pressure::COLLECT);
        if waiting {
            self.interrupt.request(pressure::FINALIZE);
        }
    }

    /// Makes the next collection a full one.
    pub fn demand_full(&mut self) {
        self.tenure.demanded = true;
    }

    /// Tenures what has survived two collections.
    fn tenure(&mut self) {
        let candidates = self.space().tenure_survivors();
        let mut tracer = self.tenured_tracer();
        for object in candidates {
            tracer.met_restless = false;
            let weighed = std::mem::take(&mut tracer.outside_bytes);
            // SAFETY: candidates are live objects.
            let header = unsafe { object.as_ref() };
            tracer.visit(header.attrs.get());
            self.trace_one(Value::from_header(object), &mut tracer);
            let mut is_settled = !tracer.met_restless;
            while let Some(child) = tracer.next_grey() {
                tracer.unmark(child);
                is_settled = false;
            }
            if is_settled {
                header.set(Header::TENURED);
                tracer.outside_bytes += weighed;
            } else {
                self.space().remember(object);
                tracer.outside_bytes = weighed;
            }
        }
        self.tenure.outside_bytes = tracer.outside_bytes;
    }

    /// Counts what the marking did not reach, before anything of it is freed.
    fn count_dead(&mut self, tracer: &Tracer) {
        let Some(died) = &mut self.died else { return };
        // SAFETY: as in `space`; large objects are live until released.
        unsafe {
            self.space
                .as_ref()
                .each_cell(true, |object, bytes| died.add(object, bytes));
            for large in self
                .large
                .iter()
                .filter(|large| !tracer.is_marked(large.object.as_ref()))
            {
                died.add(Some(large.object), large.bytes);
            }
        }
    }

    /// Counts what is there: live objects, and those that died since the last collection.
    pub fn census(&mut self) -> Census {
        let mut census = Census::default();
        // SAFETY: as in `begin`.
        let space = unsafe { self.space.as_ref() };
        space.settle(&mut self.runs);
        space.each_cell(false, |object, bytes| census.add(object, bytes));
        for large in &self.large {
            census.add(Some(large.object), large.bytes);
        }
        census
    }

    fn release_large(&mut self, tracer: &Tracer) {
        let kinds = self.kinds;
        self.large.retain(|large| {
            // SAFETY: large objects are live until released here, where nothing reaches them.
            unsafe {
                let keep = tracer.is_marked(large.object.as_ref());
                if !keep {
                    release(large, kinds);
                }
                keep
            }
        });
    }

    /// Bytes allocated between two collections, as of now.
    pub fn threshold_bytes(&self) -> usize {
        self.threshold_bytes
    }

    pub(in crate::heap) fn runs(&self) -> &[Run] {
        &self.runs
    }
    /// Whether `value` is an immediate or the address of a live object: a register may hold words that earlier frames left.
    pub fn knows(&self, value: Value) -> bool {
        let address = value.bits() as usize;
        let cell = || self.space().object_at(address);
        !value.is_object() || cell().is_some_and(|at| at.addr().get() == address) || self.is_large(value)
    }
    /// Right after a collection: whether an object, of which nothing is read, was left by it.
    pub fn has_survived(&self, object: Value) -> bool {
        let address = object.bits() as usize;
        self.space()
            .is_marked_at(address)
            .unwrap_or_else(|| self.is_large(object))
    }
    /// Whether an object has memory of its own.
    pub(in crate::heap) fn is_large(&self, object: Value) -> bool {
        self.large
            .iter()
            .any(|large| Value::from_header(large.object) == object)
    }
    /// Shows `tracer` what an object holds; answers what is wrong with it.
    pub(in crate::heap) fn trace_one(&self, object: Value, tracer: &mut Tracer) -> Option<&'static str> {
        let header = object.as_header()?;
        // SAFETY: the object is live, and its kind says the layout.
        unsafe {
            let kind = &self.kinds[header.as_ref().kind() as usize];
            (kind.trace)(header, tracer);
            (kind.fault)(header)
        }
    }

    /// Every object that was not freed yet, in no order: for audits and `gc.get_objects`.
    pub fn objects(&mut self) -> Vec<Value> {
        let large = self.large.iter().map(|large| Value::from_header(large.object));
        let mut all: Vec<Value> = large.collect();
        // SAFETY: as in `begin`.
        let space = unsafe { self.space.as_ref() };
        space.each_object(&mut self.runs, |header| all.push(Value::from_header(header)));
        all
    }
}

/// # Safety
/// Nothing uses the object any more.
unsafe fn release(large: &Large, kinds: &[KindInfo; KINDS]) {
    // SAFETY: by the caller; the layout is that of `take_large`.
    unsafe {
        if let Some(drop) = kinds[large.object.as_ref().kind() as usize].drop {
            drop(large.object);
        }
        std::alloc::dealloc(
            large.object.as_ptr().cast(),
            Layout::from_size_align_unchecked(large.bytes, 16),
        );
    }
}

impl Drop for Heap {
    /// Runs the destructors of what owns memory or files; the cells go with the mapping.
    fn drop(&mut self) {
        let kinds = self.kinds;
        // SAFETY: the interpreter is gone, nobody uses the objects; large ones are released below.
        let free = |header: NonNull<Header>, adopted: bool| unsafe {
            let kind = &kinds[header.as_ref().kind() as usize];
            if let Some(drop) = kind.drop
                && kind.adopted == adopted
            {
                drop(header);
            }
        };
        // SAFETY: as in `begin`.
        let space = unsafe { self.space.as_ref() };
        space.each_object(&mut self.runs, |header| free(header, false));
        for owner in space.adopted() {
            free(owner, true);
        }
        for large in std::mem::take(&mut self.large) {
            // SAFETY: as above.
            unsafe { release(&large, self.kinds) };
        }
        // SAFETY: the box of `new`; nobody holds the space any more.
        drop(unsafe { Box::from_raw(self.space.as_ptr()) });
    }
}

#[cfg(test)]
mod tests {
    use crate::heap::header::{Header, KINDS, Kind, ShapeId, Slot, TrackedSlot};
    use crate::heap::mark::Tracer;
    use crate::heap::object::{KindInfo, Object, Ref};
    use crate::heap::store::Heap;
    use crate::heap::value::Value;

    #[repr(C)]
    struct Pair {
        header: Header,
        left: Slot,
        right: Slot,
    }
    // SAFETY: `repr(C)`, header first, both values traced; the kind is used for nothing else in this test.
    unsafe impl Object for Pair {
        const KIND: Kind = Kind::Record;
        fn trace(&self, tracer: &mut Tracer) {
            tracer.slot(&self.left);
            tracer.slot(&self.right);
        }
    }
    #[repr(C)]
    struct Kept {
        header: Header,
        held: TrackedSlot,
    }
    // SAFETY: as above; the value is set through the write barrier.
    unsafe impl Object for Kept {
        const KIND: Kind = Kind::Module;
        const TENURES: bool = true;
        fn trace(&self, tracer: &mut Tracer) {
            tracer.tracked(&self.held);
        }
    }
    fn kept(heap: &mut Heap, held: Value) -> Ref<Kept> {
        heap.alloc(Kept {
            header: Header::new(Kind::Module, ShapeId(0)),
            held: TrackedSlot::new(held),
        })
    }
    static TABLE: [KindInfo; KINDS] = {
        let mut table = [KindInfo::unused(); KINDS];
        table[Kind::Module as usize] = KindInfo::of::<Kept>();
        table[Kind::Record as usize] = KindInfo::of::<Pair>();
        table[Kind::WeakRef as usize] = KindInfo::of::<crate::heap::mark::weak::WeakRef>();
        table
    };
    fn pair(heap: &mut Heap, left: Value, right: Value) -> Ref<Pair> {
        heap.alloc(Pair {
            header: Header::new(Kind::Record, ShapeId(0)),
            left: Slot::new(left),
            right: Slot::new(right),
        })
    }
    fn collect(heap: &mut Heap, roots: &[Value]) {
        let mut tracer = heap.begin();
        tracer.values(roots);
        heap.finish(tracer);
    }

    #[test]
    fn the_reachable_survive_and_the_rest_is_used_again() {
        let mut heap = Heap::new(&TABLE);
        let mut chain = Value::NONE;
        for n in 0..500 {
            chain = pair(&mut heap, Value::small_int(n), chain).value();
            pair(&mut heap, Value::NONE, chain);
        }
        for _ in 0..3 {
            collect(&mut heap, &[chain]);
            assert_eq!(heap.objects().len(), 500);
            for _ in 0..200 {
                pair(&mut heap, Value::NONE, Value::NONE);
            }
        }
        let (mut n, mut at) = (500, chain);
        while let Some(link) = at.cast::<Pair>() {
            n -= 1;
            assert_eq!(link.left.get(), Value::small_int(n));
            at = link.right.get();
        }
        assert_eq!(n, 0);
    }

    #[test]
    fn weak_references_are_cleared_and_cycles_die() {
        let mut heap = Heap::new(&TABLE);
        let a = pair(&mut heap, Value::NONE, Value::NONE);
        a.left.set(a.value());
        let weak = heap.new_weak(Header::new(Kind::WeakRef, ShapeId(0)), a.value(), Value::NONE);
        collect(&mut heap, &[a.value(), weak.value()]);
        assert_eq!(weak.target(), Some(a.value()));
        collect(&mut heap, &[weak.value()]);
        assert_eq!(weak.target(), None);
        assert_eq!(heap.objects().len(), 1);
    }

    #[test]
    fn what_tenured_objects_get_survives() {
        let mut heap = Heap::new(&TABLE);
        let old = kept(&mut heap, Value::NONE);
        let holder = kept(&mut heap, old.value());
        for _ in 0..6 {
            collect(&mut heap, &[holder.value()]);
        }
        assert!(holder.header.is_tenured() && old.header.is_tenured());
        let young = pair(&mut heap, Value::NONE, Value::NONE);
        old.held.set(&old.header, young.value());
        assert!(!old.header.is_tenured());
        collect(&mut heap, &[holder.value()]);
        assert_eq!(heap.objects().len(), 3);
        old.held.set(&old.header, Value::NONE);
        collect(&mut heap, &[]);
        assert_eq!(heap.objects().len(), 2);
        heap.demand_full();
        collect(&mut heap, &[]);
        assert_eq!(heap.objects().len(), 0);
    }

    #[test]
    fn words_that_point_into_objects_keep_them() {
        let mut heap = Heap::new(&TABLE);
        let a = pair(&mut heap, Value::NONE, Value::NONE);
        let mut tracer = heap.begin();
        tracer.word(a.as_ptr() as usize + 17);
        tracer.word(12345);
        heap.finish(tracer);
        assert_eq!(heap.objects().len(), 1);
    }
}
