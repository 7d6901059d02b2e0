//! Blocks of equal cells in one reserved range of addresses, with side bitmaps, so that marking and sweeping touch no dead cell.
//!
//! Every block begins with the address of its [`Space`], so that an object finds the memory for its buffers by its own address.
//! Cells are handed out in *runs* of free neighbours: an allocation adds to a cursor and compares it with an end.
//!
//! INVARIANT: `allocated` has the bit of every cell that was handed out or lies in a current run; bits inside a cell mean nothing.
//! `marked` has bits of cell starts only. Blocks with `Sort::Buffers` hold no headers: their cells belong to objects that mark them.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use crate::heap::header::{Header, KINDS};
use crate::heap::object::KindInfo;
use crate::heap::pressure;

/// Bytes of a block; the reservation is cut into these.
pub const BLOCK_BYTES: usize = 32 * 1024;
/// Bytes in front of a block's first cell; a cache line, so that cells of a line's size fill lines.
const HEAD_BYTES: usize = 64;
/// Bytes of the largest cell; larger objects are allocated singly.
pub const CELL_BYTES_MAX: usize = 2048;
/// Cell sizes: every 16 bytes up to 256, then every 128.
pub const CLASSES: usize = 16 + (CELL_BYTES_MAX - 256) / 128;
/// Groups of blocks: each sort has its own blocks of each cell size.
pub const GROUPS: usize = 3 * CLASSES;

/// Bytes that one bit of a bitmap stands for.
const GRANULE: usize = 16;
const BLOCK_BITS: usize = BLOCK_BYTES / GRANULE;
const BLOCK_WORDS: usize = BLOCK_BITS / 64;

/// What the cells of a block hold. A group is `sort * CLASSES + class`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// Objects that die without notice.
    Plain = 0,
    /// Objects whose destructor runs when they are swept.
    Dropping = 1,
    /// Buffers of objects: no headers.
    Buffers = 2,
}

/// Index of the smallest class whose cells hold `bytes`.
pub const fn class_of(bytes: usize) -> usize {
    if bytes <= 256 {
        bytes.div_ceil(16) - 1
    } else {
        16 + (bytes - 256).div_ceil(128) - 1
    }
}
/// Bytes of a cell of class `class`.
pub const fn cell_bytes(class: usize) -> usize {
    if class < 16 {
        (class + 1) * 16
    } else {
        256 + (class - 15) * 128
    }
}
/// The group for objects or buffers of `bytes`.
pub const fn group_of(sort: Sort, bytes: usize) -> usize {
    sort as usize * CLASSES + class_of(bytes)
}

/// Free neighbours of a block, all of one size: the next allocation is at `cursor` if it ends at `end` or before.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Run {
    pub cursor: *mut u8,
    pub end: *mut u8,
}

impl Run {
    pub const EMPTY: Run = Run {
        cursor: std::ptr::null_mut(),
        end: std::ptr::null_mut(),
    };
}

/// Which marks a collection begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// None.
    Clear,
    /// None; what was marked before is older from now on.
    Age,
    /// As `Age`, and nothing is tenured any more.
    Forget,
    /// Those of what is tenured.
    Young,
}

/// What a finished marking found.
#[derive(Clone, Copy, Default)]
pub struct Live {
    pub cells: usize,
    pub bytes: usize,
}

/// The reserved addresses, which blocks of it are in use, and the bitmaps.
pub struct Space {
    base: *mut u8,
    bytes: usize,
    /// The whole mapping, and its length.
    mapping: (*mut u8, usize),
    marked: *mut u64,
    allocated: *mut u64,
    /// What was marked before the last marking began, if that aged.
    older: *mut u64,
    /// What keeps its mark; see `tenure`.
    tenured: *mut u64,
    /// Tenured objects that may refer to others.
    remembered: RefCell<Vec<NonNull<Header>>>,
    /// Per block in use: its group.
    groups: RefCell<Vec<u8>>,
    /// Blocks marked but not yet swept, by group.
    unswept: RefCell<[Vec<u32>; GROUPS]>,
    /// Blocks without a live cell.
    empty: RefCell<Vec<u32>>,
    kinds: &'static [KindInfo; KINDS],
    /// Where buffers come from, by class.
    buffers: [Cell<Run>; CLASSES],
    /// Buffers that were given back since the last collection, linked by their first word.
    returned: [Cell<*mut u8>; CLASSES],
    /// Objects that own memory outside the heap.
    adopted: RefCell<Vec<NonNull<Header>>>,
}

impl Space {
    /// Reserves addresses, as many as the system grants; nothing is committed yet.
    pub fn reserve(kinds: &'static [KindInfo; KINDS]) -> Space {
        let mut bytes = if cfg!(miri) { 1 << 20 } else { 1usize << 37 };
        // Where addresses are limited, buffers need some as well.
        while bytes > BLOCK_BYTES && bytes > pressure::address_space() / 2 {
            bytes /= 2;
        }
        loop {
            let map_bytes = bytes / GRANULE / 8;
            let total = bytes + BLOCK_BYTES + 4 * map_bytes;
            if let Some(start) = map(total) {
                let lead = start.align_offset(BLOCK_BYTES);
                let base = start.wrapping_add(lead);
                let marked = base.wrapping_add(bytes);
                return Space {
                    base,
                    bytes,
                    mapping: (start, total),
                    marked: marked.cast(),
                    allocated: marked.wrapping_add(map_bytes).cast(),
                    older: marked.wrapping_add(2 * map_bytes).cast(),
                    tenured: marked.wrapping_add(3 * map_bytes).cast(),
                    remembered: RefCell::default(),
                    groups: RefCell::default(),
                    unswept: RefCell::new([const { Vec::new() }; GROUPS]),
                    empty: RefCell::default(),
                    kinds,
                    buffers: [const { Cell::new(Run::EMPTY) }; CLASSES],
                    returned: [const { Cell::new(std::ptr::null_mut()) }; CLASSES],
                    adopted: RefCell::default(),
                };
            }
            bytes /= 2;
            if bytes < BLOCK_BYTES {
                pressure::no_address_space("heap");
            }
        }
    }

    /// The space that an object in a cell is in.
    ///
    /// # Safety
    /// `header` lies in a cell of a block, not in memory of its own.
    pub unsafe fn of(header: &Header) -> &Space {
        let block = (std::ptr::from_ref(header) as usize & !(BLOCK_BYTES - 1)) as *const *const Space;
        // SAFETY: every block begins with the address of its space, which outlives the objects.
        unsafe { &**block }
    }

    fn start(&self, block: usize) -> *mut u8 {
        self.base.wrapping_add(block * BLOCK_BYTES)
    }
    /// Blocks in use or waiting in the pool.
    pub fn blocks(&self) -> usize {
        self.groups.borrow().len()
    }
    /// Bytes of all addresses for blocks.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
    /// Bytes of blocks without objects, used or not yet used.
    pub fn room(&self) -> usize {
        self.bytes - (self.blocks() - self.empty.borrow().len()) * BLOCK_BYTES
    }
    fn cell_bytes_of(&self, block: usize) -> usize {
        cell_bytes(self.groups.borrow()[block] as usize % CLASSES)
    }
    /// The 32 words of a bitmap that stand for a block.
    fn words(map: *mut u64, block: usize) -> *mut u64 {
        map.wrapping_add(block * BLOCK_WORDS)
    }
    fn bit(&self, map: *mut u64, address: usize) -> bool {
        let granule = (address - self.base as usize) / GRANULE;
        // SAFETY: addresses of blocks in use have their bits in the mapping.
        unsafe { *map.wrapping_add(granule / 64) >> (granule % 64) & 1 != 0 }
    }
    /// Start and length of the blocks in use.
    pub fn extent(&self) -> (usize, usize) {
        (self.base as usize, self.blocks() * BLOCK_BYTES)
    }
    /// The bitmaps of marks and of what is tenured, in the order of addresses.
    pub fn mark_maps(&self) -> (*mut u64, *mut u64) {
        (self.marked, self.tenured)
    }
    /// Whether an object in a cell is marked; `None` if `header` is not in a cell.
    pub fn is_marked(&self, header: &Header) -> Option<bool> {
        self.is_marked_at(std::ptr::from_ref(header) as usize)
    }
    pub fn is_marked_at(&self, address: usize) -> Option<bool> {
        (address.wrapping_sub(self.base as usize) < self.blocks() * BLOCK_BYTES).then(|| self.bit(self.marked, address))
    }
    /// The object that `word` points at or into, if any.
    pub fn object_at(&self, word: usize) -> Option<NonNull<Header>> {
        let offset = word.wrapping_sub(self.base as usize);
        let block = offset / BLOCK_BYTES;
        let groups = self.groups.borrow();
        let group = *groups.get(block)? as usize;
        if group >= Sort::Buffers as usize * CLASSES {
            return None;
        }
        let bytes = cell_bytes(group % CLASSES) as u32;
        let inside = ((offset % BLOCK_BYTES) as u32).checked_sub(HEAD_BYTES as u32)?;
        let at = inside - inside % bytes;
        if at + bytes > (BLOCK_BYTES - HEAD_BYTES) as u32 {
            return None;
        }
        let cell = self.start(block).wrapping_add(HEAD_BYTES + at as usize);
        if self.bit(self.allocated, cell as usize) {
            NonNull::new(cell.cast())
        } else {
            None
        }
    }

    /// Free cells for `group`, from behind the run `last` if there are some in its block.
    #[cold]
    #[inline(never)]
    pub fn next_run(&self, group: usize, last: Run) -> Run {
        if !last.end.is_null() {
            let block = (last.end as usize - 1 - self.base as usize) / BLOCK_BYTES;
            if let Some(run) = self.run_from(block, last.end as usize - self.start(block) as usize) {
                return run;
            }
        }
        loop {
            let unswept = self.unswept.borrow_mut()[group].pop();
            let block = match unswept {
                Some(block) => {
                    self.sweep(block as usize);
                    block as usize
                }
                None => self.take(group),
            };
            if let Some(run) = self.run_from(block, HEAD_BYTES) {
                return run;
            }
        }
    }

    /// The next free run of a block at `offset` or later; it counts as allocated from now on.
    fn run_from(&self, block: usize, offset: usize) -> Option<Run> {
        let granules = self.cell_bytes_of(block) / GRANULE;
        let map = Space::words(self.allocated, block);
        // SAFETY: the bits of a block are 32 words of the mapping; indices stay below 2048.
        let word = |i: usize| unsafe { *map.add(i) };
        let mut first = offset / GRANULE;
        loop {
            if first + granules > BLOCK_BITS {
                return None;
            }
            if word(first / 64) >> (first % 64) & 1 == 0 {
                break;
            }
            first += granules;
        }
        let mut index = first / 64;
        let mut rest = word(index) & (u64::MAX << (first % 64));
        while rest == 0 && index + 1 < BLOCK_WORDS {
            index += 1;
            rest = word(index);
        }
        let limit = index * 64 + rest.trailing_zeros() as usize;
        let last = first + (limit - first) / granules * granules;
        self.fill(block, first, last, true);
        let at = |granule: usize| self.start(block).wrapping_add(granule * GRANULE);
        pressure::add((last - first) * GRANULE);
        Some(Run {
            cursor: at(first),
            end: at(last),
        })
    }

    /// Sets or clears the allocation bits of granules `from..to` of a block.
    fn fill(&self, block: usize, from: usize, to: usize, value: bool) {
        let map = Space::words(self.allocated, block);
        for index in from / 64..to.div_ceil(64) {
            let low = if index == from / 64 {
                u64::MAX << (from % 64)
            } else {
                u64::MAX
            };
            let high = if to - index * 64 < 64 {
                !(u64::MAX << (to % 64))
            } else {
                u64::MAX
            };
            // SAFETY: as in `run_from`.
            unsafe {
                let word = map.add(index);
                *word = if value {
                    *word | (low & high)
                } else {
                    *word & !(low & high)
                };
            }
        }
    }

    /// An empty block for `group`.
    fn take(&self, group: usize) -> usize {
        let mut groups = self.groups.borrow_mut();
        if let Some(block) = self.empty.borrow_mut().pop() {
            groups[block as usize] = group as u8;
            return block as usize;
        }
        let block = groups.len();
        if (block + 1) * BLOCK_BYTES > self.bytes {
            // Safepoints raise MemoryError long before, unless a native makes millions of objects without one.
            pressure::no_address_space("heap");
        }
        groups.push(group as u8);
        // SAFETY: the block lies in the reservation, and nobody uses its head.
        unsafe { self.start(block).cast::<*const Space>().write(self) };
        block
    }

    /// Frees the dead cells of a block that was marked.
    fn sweep(&self, block: usize) {
        let group = self.groups.borrow()[block] as usize;
        let (marked, allocated) = (Space::words(self.marked, block), Space::words(self.allocated, block));
        if group / CLASSES == Sort::Dropping as usize {
            self.drop_dead(block);
        }
        // SAFETY: both are 32 words of the mapping, apart from each other.
        unsafe { std::ptr::copy_nonoverlapping(marked, allocated, BLOCK_WORDS) };
    }

    /// Runs the destructors of the dead cells of a block.
    fn drop_dead(&self, block: usize) {
        let bytes = self.cell_bytes_of(block);
        for offset in (HEAD_BYTES..=BLOCK_BYTES - bytes).step_by(bytes) {
            let cell = self.start(block).wrapping_add(offset);
            if !self.bit(self.allocated, cell as usize) || self.bit(self.marked, cell as usize) {
                continue;
            }
            // SAFETY: the cell is an object that nobody reaches any more; its kind chooses the right destructor.
            unsafe {
                let header = NonNull::new_unchecked(cell.cast::<Header>());
                if let Some(drop) = self.kinds[header.as_ref().kind() as usize].drop {
                    drop(header);
                }
            }
        }
    }

    /// Before marking: finishes the last sweep, ends the runs (those of objects are `runs`), and clears the marks as `start` says.
    pub fn begin(&self, runs: &mut [Run], start: Start) {
        self.sweep_all();
        for run in runs.iter_mut() {
            self.retire(std::mem::replace(run, Run::EMPTY));
        }
        for class in 0..CLASSES {
            self.retire(self.buffers[class].replace(Run::EMPTY));
            self.returned[class].set(std::ptr::null_mut());
        }
        let words = self.blocks() * BLOCK_WORDS;
        if start == Start::Forget {
            self.forget_tenured();
        }
        // SAFETY: the bits of the blocks in use lie in the mapping, one map behind the other.
        unsafe {
            if matches!(start, Start::Age | Start::Forget) {
                self.older.copy_from_nonoverlapping(self.marked, words);
            }
            match start {
                Start::Young => self.marked.copy_from_nonoverlapping(self.tenured, words),
                _ => self.marked.write_bytes(0, words),
            }
        }
    }
    fn forget_tenured(&self) {
        self.each_bit(self.tenured, self.tenured, |object| {
            // SAFETY: what keeps its mark lives.
            unsafe { object.as_ref() }.clear(Header::TENURED)
        });
        self.remembered.borrow_mut().clear();
        // SAFETY: as in `begin`.
        unsafe { self.tenured.write_bytes(0, self.blocks() * BLOCK_WORDS) };
    }
    /// Calls `each` with the objects in cells whose bits are set in both bitmaps; the bits are of cell starts.
    fn each_bit(&self, left: *mut u64, right: *mut u64, mut each: impl FnMut(NonNull<Header>)) {
        for (block, &group) in self.groups.borrow().iter().enumerate() {
            if group as usize >= Sort::Buffers as usize * CLASSES {
                continue;
            }
            for index in 0..BLOCK_WORDS {
                // SAFETY: the bits of a block are 32 words of the mapping.
                let mut word =
                    unsafe { *Space::words(left, block).add(index) & *Space::words(right, block).add(index) };
                while word != 0 {
                    let granule = index * 64 + word.trailing_zeros() as usize;
                    word &= word - 1;
                    if let Some(object) = NonNull::new(self.start(block).wrapping_add(granule * GRANULE).cast()) {
                        each(object);
                    }
                }
            }
        }
    }
    /// After marking: tenures the objects in cells whose layouts allow it and that were marked in the last two collections.
    pub fn tenure_survivors(&self) -> Vec<NonNull<Header>> {
        let mut all = Vec::new();
        self.each_bit(self.marked, self.older, |object| {
            // SAFETY: what is marked lives.
            let tenures = unsafe { self.kinds[object.as_ref().kind() as usize].tenures };
            if tenures {
                all.push(object);
            }
        });
        for object in &all {
            let granule = (object.as_ptr() as usize - self.base as usize) / GRANULE;
            // SAFETY: addresses of blocks in use have their bits in the mapping.
            unsafe { *self.tenured.wrapping_add(granule / 64) |= 1 << (granule % 64) };
        }
        all
    }
    /// Notes that a tenured object may refer to what is not tenured.
    pub fn remember(&self, object: NonNull<Header>) {
        self.remembered.borrow_mut().push(object);
    }
    /// Calls `each` with the tenured objects that are to be traced; it must not remember others.
    pub fn each_remembered(&self, each: impl FnMut(NonNull<Header>)) {
        self.remembered.borrow().iter().copied().for_each(each);
    }
    /// After an audit's marking: what is tenured keeps its memory, also buffers that it no longer uses.
    pub fn keep_tenured(&self) {
        for index in 0..self.blocks() * BLOCK_WORDS {
            // SAFETY: as in `begin`.
            unsafe { *self.marked.add(index) |= *self.tenured.add(index) };
        }
    }
    /// What is left of a run is free again.
    fn retire(&self, run: Run) {
        if run.cursor < run.end {
            let block = (run.cursor as usize - self.base as usize) / BLOCK_BYTES;
            let granule = |at: *mut u8| (at as usize - self.start(block) as usize) / GRANULE;
            self.fill(block, granule(run.cursor), granule(run.end), false);
        }
    }
    /// Ends sweeping and all runs, so that what is allocated is what is in use.
    pub fn settle(&self, runs: &mut [Run]) {
        self.sweep_all();
        for run in runs.iter_mut() {
            self.retire(std::mem::replace(run, Run::EMPTY));
        }
        for buffers in &self.buffers {
            self.retire(buffers.replace(Run::EMPTY));
        }
    }
    /// Calls `each` with the cells in use of a settled space, or with those of them only that a marking has not reached: the
    /// object, unless it is a buffer, and its bytes.
    pub fn each_cell(&self, dead_only: bool, mut each: impl FnMut(Option<NonNull<Header>>, usize)) {
        for block in 0..self.blocks() {
            let bytes = self.cell_bytes_of(block);
            let buffers = self.groups.borrow()[block] as usize >= Sort::Buffers as usize * CLASSES;
            for offset in (HEAD_BYTES..=BLOCK_BYTES - bytes).step_by(bytes) {
                let cell = self.start(block).wrapping_add(offset);
                let address = cell as usize;
                if !self.bit(self.allocated, address) || dead_only && self.bit(self.marked, address) {
                    continue;
                }
                each(if buffers { None } else { NonNull::new(cell.cast()) }, bytes);
            }
        }
    }
    fn sweep_all(&self) {
        for group in 0..GROUPS {
            loop {
                let block = self.unswept.borrow_mut()[group].pop();
                let Some(block) = block else { break };
                self.sweep(block as usize);
            }
        }
    }

    /// After marking: what is not marked is free, by and by. Objects that own memory outside are released now.
    pub fn finish(&self) -> Live {
        self.adopted.borrow_mut().retain(|&owner| {
            // SAFETY: adopted objects are live until released here, where nothing reaches them; the kind fits.
            unsafe {
                let live = self.bit(self.marked, owner.as_ptr() as usize);
                if !live && let Some(drop) = self.kinds[owner.as_ref().kind() as usize].drop {
                    drop(owner);
                }
                live
            }
        });
        let groups = self.groups.borrow();
        let mut unswept = self.unswept.borrow_mut();
        let mut empty = self.empty.borrow_mut();
        empty.clear();
        let mut live = Live::default();
        for (block, &group) in groups.iter().enumerate().rev() {
            let group = group as usize;
            let words = Space::words(self.marked, block);
            // SAFETY: the bits of a block are 32 words of the mapping.
            let cells: u32 = (0..BLOCK_WORDS).map(|i| unsafe { *words.add(i) }.count_ones()).sum();
            let bytes = cell_bytes(group % CLASSES);
            live.cells += cells as usize;
            live.bytes += cells as usize * bytes;
            if cells > 0 || group / CLASSES == Sort::Dropping as usize {
                unswept[group].push(block as u32);
                continue;
            }
            // SAFETY: as above; nothing in the block is live.
            unsafe { Space::words(self.allocated, block).write_bytes(0, BLOCK_WORDS) };
            empty.push(block as u32);
        }
        live
    }

    /// A buffer of at least `bytes`, which are at most `CELL_BYTES_MAX`; answers its size too. It lives as long as its owner marks
    /// it. Its contents are undefined.
    pub fn buffer(&self, bytes: usize) -> (*mut u8, usize) {
        let class = class_of(bytes);
        let size = cell_bytes(class);
        let returned = self.returned[class].get();
        if !returned.is_null() {
            // SAFETY: returned buffers begin with a link.
            self.returned[class].set(unsafe { *returned.cast() });
            return (returned, size);
        }
        let mut run = self.buffers[class].get();
        if run.cursor == run.end {
            run = self.next_run(Sort::Buffers as usize * CLASSES + class, run);
        }
        let cell = run.cursor;
        run.cursor = cell.wrapping_add(size);
        self.buffers[class].set(run);
        (cell, size)
    }
    /// Gives a buffer of `bytes` back before its time.
    ///
    /// # Safety
    /// It came from `buffer`, its size was at least `bytes` and of the same class, and nobody uses it.
    pub unsafe fn give_back(&self, buffer: *mut u8, bytes: usize) {
        let list = &self.returned[class_of(bytes)];
        // SAFETY: cells hold a word.
        unsafe { buffer.cast::<*mut u8>().write(list.get()) };
        list.set(buffer);
    }
    /// Notes that `owner`, whose layout says `ADOPTED`, owns memory outside the heap from now on. To be said once.
    pub fn adopt(&self, owner: &Header) {
        self.adopted.borrow_mut().push(NonNull::from(owner));
    }

    /// Calls `each` with every object in a cell. `runs` are the current runs of objects.
    pub fn each_object(&self, runs: &mut [Run], mut each: impl FnMut(NonNull<Header>)) {
        self.sweep_all();
        for run in runs.iter_mut() {
            self.retire(std::mem::replace(run, Run::EMPTY));
        }
        for block in 0..self.blocks() {
            let bytes = self.cell_bytes_of(block);
            if self.groups.borrow()[block] as usize >= Sort::Buffers as usize * CLASSES {
                continue;
            }
            for offset in (HEAD_BYTES..=BLOCK_BYTES - bytes).step_by(bytes) {
                let cell = self.start(block).wrapping_add(offset);
                if self.bit(self.allocated, cell as usize)
                    && let Some(header) = NonNull::new(cell.cast())
                {
                    each(header);
                }
            }
        }
    }
    /// What is wrong with the free cells, if something is. `runs` are the current runs of objects, by group.
    /// # Errors
    /// The first fault.
    pub fn check_free(&self, runs: &[Run]) -> Result<(), String> {
        let buffers = self.buffers.iter().map(Cell::get);
        for (group, run) in runs.iter().copied().chain(buffers).enumerate() {
            if run.cursor == run.end {
                continue;
            }
            let block = (run.cursor as usize).wrapping_sub(self.base as usize) / BLOCK_BYTES;
            let bytes = cell_bytes(group % CLASSES);
            let placed = |at: *mut u8| {
                let offset = (at as usize)
                    .wrapping_sub(self.start(block) as usize)
                    .wrapping_sub(HEAD_BYTES);
                offset <= BLOCK_BYTES - HEAD_BYTES && offset.is_multiple_of(bytes)
            };
            let fits = self.groups.borrow().get(block) == Some(&(group as u8));
            if !fits || run.cursor > run.end || !placed(run.cursor) || !placed(run.end) {
                return Err(format!("a run of group {group} that lies elsewhere"));
            }
        }
        for (class, list) in self.returned.iter().enumerate() {
            let (mut at, mut left) = (list.get(), self.blocks() * BLOCK_BYTES / GRANULE);
            while !at.is_null() {
                if left == 0 || !self.is_buffer(at as usize) || self.cell_bytes_at(at) != cell_bytes(class) {
                    return Err(format!("a returned buffer of class {class} that is none"));
                }
                left -= 1;
                // SAFETY: it is a buffer, as was just tested, and begins with a link.
                at = unsafe { *at.cast() };
            }
        }
        Ok(())
    }
    fn cell_bytes_at(&self, at: *mut u8) -> usize {
        self.cell_bytes_of((at as usize - self.base as usize) / BLOCK_BYTES)
    }
    /// Whether `address` is the first byte of an allocated object.
    pub fn is_object(&self, address: usize) -> bool {
        self.object_at(address)
            .is_some_and(|header| header.as_ptr() as usize == address)
    }
    /// Whether `address` is the first byte of a buffer in use.
    pub fn is_buffer(&self, address: usize) -> bool {
        let offset = address.wrapping_sub(self.base as usize);
        let Some(&group) = self.groups.borrow().get(offset / BLOCK_BYTES) else {
            return false;
        };
        let inside = (offset % BLOCK_BYTES).wrapping_sub(HEAD_BYTES);
        group as usize >= Sort::Buffers as usize * CLASSES
            && inside.is_multiple_of(cell_bytes(group as usize % CLASSES))
            && self.bit(self.allocated, address)
    }
    /// The objects that own memory outside.
    pub fn adopted(&self) -> Vec<NonNull<Header>> {
        self.adopted.borrow().clone()
    }
}

impl Drop for Space {
    fn drop(&mut self) {
        unmap(self.mapping.0, self.mapping.1);
    }
}

#[cfg(not(miri))]
fn map(bytes: usize) -> Option<*mut u8> {
    // SAFETY: a fresh anonymous mapping touches no memory of anyone.
    let base = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    (base != libc::MAP_FAILED).then_some(base.cast())
}

#[cfg(not(miri))]
fn unmap(base: *mut u8, bytes: usize) {
    // SAFETY: the mapping is ours and nobody uses it any more.
    unsafe { libc::munmap(base.cast(), bytes) };
}

#[cfg(miri)]
fn map(bytes: usize) -> Option<*mut u8> {
    // SAFETY: the layout has a size and a power-of-two alignment.
    NonNull::new(unsafe { std::alloc::alloc_zeroed(std::alloc::Layout::from_size_align(bytes, BLOCK_BYTES).ok()?) })
        .map(NonNull::as_ptr)
}

#[cfg(miri)]
fn unmap(base: *mut u8, bytes: usize) {
    // SAFETY: allocated by `map` with this layout.
    unsafe { std::alloc::dealloc(base, std::alloc::Layout::from_size_align_unchecked(bytes, BLOCK_BYTES)) };
}
