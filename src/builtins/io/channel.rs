//! One open file of the system with its two buffers. Text and binary objects share it.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::{self, IsTerminal, Seek, SeekFrom, Write};
use std::os::fd::{AsFd, AsRawFd, IntoRawFd};
use std::rc::{Rc, Weak};

/// Bytes that are read at once, and that wait to be written.
pub const BUFFER: usize = 64 << 10;
/// The buffer grows only when there is less room than this: not to find that a file has ended.
const SPARE_MIN: usize = 4 << 10;

/// A channel, shared by a text object and its `buffer`.
pub type Shared = Rc<RefCell<Channel>>;

/// The three standard streams, by descriptor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standard {
    In,
    Out,
    Err,
}

/// INVARIANT: unread input and unwritten output are never there at once.
pub struct Channel {
    /// `None` before a standard stream is first used, and when closed.
    file: Option<File>,
    standard: Option<Standard>,
    /// Whether closing this closes the descriptor.
    owns: bool,
    pub readable: bool,
    pub writable: bool,
    pub closed: bool,
    /// Write at once.
    pub unbuffered: bool,
    terminal: Option<bool>,
    pub input: Vec<u8>,
    /// Where in `input` the next read begins.
    pub at: usize,
    output: Vec<u8>,
}

thread_local! {
    /// The input buffer of the file that was closed last, empty: fresh pages cost more than what is read into them.
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    /// All channels of this thread, so that nothing written is lost when it ends.
    static OPEN: RefCell<Vec<Weak<RefCell<Channel>>>> = const { RefCell::new(Vec::new()) };
}

/// Registers a channel for [`flush_all`].
fn share(channel: Channel) -> Shared {
    let shared = Rc::new(RefCell::new(channel));
    OPEN.with(|open| {
        let mut open = open.borrow_mut();
        if open.len() == open.capacity() {
            open.retain(|channel| channel.strong_count() > 0);
        }
        open.push(Rc::downgrade(&shared));
    });
    shared
}

/// Writes what waits in the channels of this thread; standard output first. Answers whether all went well.
pub fn flush_all() -> bool {
    let open = OPEN.with(|open| open.borrow().clone());
    let mut well = true;
    for channel in open.iter().filter_map(Weak::upgrade) {
        if let Ok(mut channel) = channel.try_borrow_mut() {
            well &= channel.flush().is_ok();
        }
    }
    well
}

/// A channel on an open file.
pub fn on_file(file: File, readable: bool, writable: bool, owns: bool) -> Shared {
    share(Channel {
        file: Some(file),
        standard: None,
        owns,
        readable,
        writable,
        closed: false,
        unbuffered: false,
        terminal: None,
        input: Vec::new(),
        at: 0,
        output: Vec::new(),
    })
}

/// A channel on a standard stream, which is touched when it is first used.
pub fn on_standard(standard: Standard) -> Shared {
    share(Channel {
        file: None,
        standard: Some(standard),
        owns: false,
        readable: standard == Standard::In,
        writable: standard != Standard::In,
        closed: false,
        unbuffered: false,
        terminal: None,
        input: Vec::new(),
        at: 0,
        output: Vec::new(),
    })
}

impl Channel {
    fn file(&mut self) -> io::Result<&mut File> {
        if self.file.is_none() {
            let owned = match self.standard {
                Some(Standard::In) => io::stdin().as_fd().try_clone_to_owned(),
                Some(Standard::Out) => io::stdout().as_fd().try_clone_to_owned(),
                Some(Standard::Err) => io::stderr().as_fd().try_clone_to_owned(),
                None => Err(io::Error::from_raw_os_error(libc::EBADF)),
            };
            self.file = Some(File::from(owned?));
        }
        Ok(self.file.as_mut().unwrap_or_else(|| unreachable!("set above")))
    }

    /// The descriptor, as `fileno()` tells it.
    pub fn descriptor(&self) -> i32 {
        match self.standard {
            Some(standard) => standard as i32,
            None => self.file.as_ref().map_or(-1, AsRawFd::as_raw_fd),
        }
    }

    pub fn is_terminal(&mut self) -> bool {
        if self.terminal.is_none() {
            self.terminal = Some(match self.standard {
                Some(Standard::In) => io::stdin().is_terminal(),
                Some(Standard::Out) => io::stdout().is_terminal(),
                Some(Standard::Err) => io::stderr().is_terminal(),
                None => self.file.as_ref().is_some_and(IsTerminal::is_terminal),
            });
        }
        self.terminal == Some(true)
    }

    /// Input that was read and not yet asked for.
    pub fn unread(&self) -> &[u8] {
        &self.input[self.at..]
    }

    /// Reads more behind what is unread; answers how many bytes, 0 at the end.
    pub fn fill(&mut self) -> io::Result<usize> {
        self.flush()?;
        if self.at == self.input.len() {
            self.input.clear();
            self.at = 0;
        }
        if self.input.capacity() == 0 {
            self.input = INPUT.take();
        }
        if self.input.capacity() - self.input.len() < SPARE_MIN {
            self.input
                .try_reserve(BUFFER)
                .map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
        }
        let mut input = std::mem::take(&mut self.input);
        let got = self.file().and_then(|file| {
            let spare = rustix::buffer::spare_capacity(&mut input);
            Ok(rustix::io::read(&*file, spare)?)
        });
        self.input = input;
        got
    }

    /// Takes `n` bytes of the unread input.
    pub fn take(&mut self, n: usize) -> Vec<u8> {
        let taken = self.input[self.at..self.at + n].to_vec();
        self.at += n;
        taken
    }

    /// Steps over `n` bytes of the unread input.
    pub fn skip(&mut self, n: usize) {
        self.at += n;
    }

    /// Puts other bytes in the place of the unread input.
    pub fn replace_unread(&mut self, bytes: Vec<u8>) {
        self.input = bytes;
        self.at = 0;
    }

    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let unread = self.unread().len();
        if unread > 0 {
            self.file()?.seek(SeekFrom::Current(-(unread as i64)))?;
        }
        if !self.input.is_empty() {
            self.input.clear();
            self.at = 0;
        }
        if self.output.len() + bytes.len() > BUFFER {
            self.flush()?;
        }
        if bytes.len() > BUFFER || self.unbuffered {
            return self.write_all(bytes);
        }
        self.output.extend_from_slice(bytes);
        Ok(())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file()?.write_all(bytes)
    }

    /// Writes what waits. After an error it waits no more: it would fail again at exit.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.output.is_empty() {
            return Ok(());
        }
        let mut output = std::mem::take(&mut self.output);
        let result = self.write_all(&output);
        output.clear();
        self.output = output;
        result
    }

    pub fn tell(&mut self) -> io::Result<u64> {
        let (unread, waiting) = (self.unread().len() as u64, self.output.len() as u64);
        Ok((self.file()?.stream_position()? + waiting).saturating_sub(unread))
    }

    pub fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.flush()?;
        let to = match to {
            SeekFrom::Current(by) => SeekFrom::Current(by - self.unread().len() as i64),
            to => to,
        };
        let position = self.file()?.seek(to)?;
        self.input.clear();
        self.at = 0;
        Ok(position)
    }

    pub fn is_seekable(&mut self) -> bool {
        self.file().and_then(|file| file.stream_position()).is_ok()
    }

    pub fn truncate(&mut self, size: u64) -> io::Result<()> {
        self.flush()?;
        self.file()?.set_len(size)
    }

    /// Closes, with what waits written first.
    pub fn close(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.flush();
        self.closed = true;
        self.release();
        result
    }

    /// Lets the file go; a descriptor that is not ours stays open. The memory of its input serves the next file.
    fn release(&mut self) {
        let mut input = std::mem::take(&mut self.input);
        self.at = 0;
        if input.capacity() == BUFFER {
            input.clear();
            // When the thread ends nobody wants it.
            let _ = INPUT.try_with(|kept| kept.set(input));
        }
        if let Some(file) = self.file.take()
            && !self.owns
            && self.standard.is_none()
        {
            let _ = file.into_raw_fd();
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        let _ = self.flush();
        self.release();
    }
}
