//! `_pyfast_net`: sockets and waiting for descriptors, by plain functions over descriptors; `lib/_socket.py` and `lib/select.py` make
//! objects of them.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::os::fd::{AsFd, IntoRawFd};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::net::{self, AddressFamily, SocketFlags, SocketType, sockopt};

use crate::api::{
    self, List, NativeDef, Run, Str, Tuple, Value, Vm, buffer, convert, function, iterate, make, raise, text, tuple,
};
use crate::stdlib::system::posix::path::error;
use crate::stdlib::system::posix::status::with_file;

fn family(n: i32) -> AddressFamily {
    AddressFamily::from_raw(n as u16)
}

fn opened(fd: impl IntoRawFd) -> Value {
    Value::small_int(i64::from(fd.into_raw_fd()))
}

/// Works on the file behind the descriptor `value`.
fn on<R>(vm: &mut Vm, value: Value, work: impl FnOnce(&std::fs::File) -> std::io::Result<R>) -> Run<R> {
    let fd = convert::c_int(vm, value)?;
    with_file(fd, work).map_err(|failure| error(vm, failure))
}

fn open(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (of, kind) = (convert::c_int(vm, args[0])?, convert::c_int(vm, args[1])?);
    match net::socket_with(
        family(of),
        SocketType::from_raw(kind as u32),
        SocketFlags::CLOEXEC,
        None,
    ) {
        Ok(fd) => Ok(opened(fd)),
        Err(failure) => Err(error(vm, failure)),
    }
}

fn pair(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (of, kind) = (convert::c_int(vm, args[0])?, convert::c_int(vm, args[1])?);
    match net::socketpair(
        family(of),
        SocketType::from_raw(kind as u32),
        SocketFlags::CLOEXEC,
        None,
    ) {
        Ok((a, b)) => {
            let ends = [opened(a), opened(b)];
            Ok(make::tuple(vm, &ends))
        }
        Err(failure) => Err(error(vm, failure)),
    }
}

/// An internet address from (host, port): the host must be a number.
fn address(vm: &mut Vm, value: Value) -> Run<SocketAddr> {
    let parts = value.cast::<Tuple>().map(tuple::items).unwrap_or_default();
    let (Some(host), Some(&port)) = (parts.first().and_then(|host| host.cast::<Str>()), parts.get(1)) else {
        return Err(raise::type_error(vm, "address must be a pair (host, port)"));
    };
    let port = convert::size(vm, port)?;
    let Ok(port) = u16::try_from(port) else {
        return Err(raise::overflow_error(vm, "port must be 0-65535."));
    };
    match host.lossy().parse::<IpAddr>() {
        Ok(ip) => Ok(SocketAddr::new(ip, port)),
        Err(_) => Err(raise::value_error(vm, "not a numeric address")),
    }
}

fn shown(vm: &mut Vm, address: Option<net::SocketAddrAny>) -> Value {
    match address.and_then(|address| SocketAddr::try_from(address).ok()) {
        Some(address) => {
            let host = text::new(vm, &address.ip().to_string());
            make::tuple(vm, &[host, Value::small_int(i64::from(address.port()))])
        }
        None => text::new(vm, ""),
    }
}

fn connect(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(path) = args[1].cast::<Str>() {
        let address = net::SocketAddrUnix::new(&*path.lossy()).map_err(|failure| error(vm, failure))?;
        on(vm, args[0], |file| Ok(net::connect(file, &address)?))?;
        return Ok(Value::NONE);
    }
    let address = address(vm, args[1])?;
    on(vm, args[0], |file| Ok(net::connect(file, &address)?))?;
    Ok(Value::NONE)
}
fn bind(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(path) = args[1].cast::<Str>() {
        let address = net::SocketAddrUnix::new(&*path.lossy()).map_err(|failure| error(vm, failure))?;
        on(vm, args[0], |file| Ok(net::bind(file, &address)?))?;
        return Ok(Value::NONE);
    }
    let address = address(vm, args[1])?;
    on(vm, args[0], |file| Ok(net::bind(file, &address)?))?;
    Ok(Value::NONE)
}
fn listen(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let backlog = convert::c_int(vm, args[1])?;
    on(vm, args[0], |file| Ok(net::listen(file, backlog)?))?;
    Ok(Value::NONE)
}
fn accept(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (fd, from) = on(vm, args[0], |file| {
        Ok(net::acceptfrom_with(file, SocketFlags::CLOEXEC)?)
    })?;
    let (fd, from) = (opened(fd), shown(vm, from));
    Ok(make::tuple(vm, &[fd, from]))
}
fn receive(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[1])?.clamp(0, 1 << 30) as usize;
    raise::room_for(vm, n, 2)?;
    let data = on(vm, args[0], |mut file| {
        let mut data = vec![0; n];
        let got = file.read(&mut data)?;
        data.truncate(got);
        Ok(data)
    })?;
    Ok(make::bytes(vm, data))
}
fn send(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let data = buffer::require(vm, args[1], <[u8]>::to_vec)?;
    let n = on(vm, args[0], |mut file| file.write(&data))?;
    Ok(make::size(vm, n))
}
fn send_to(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let data = buffer::require(vm, args[1], <[u8]>::to_vec)?;
    let address = address(vm, args[2])?;
    let n = on(vm, args[0], |file| {
        Ok(net::sendto(file, &data, net::SendFlags::empty(), &address)?)
    })?;
    Ok(make::size(vm, n))
}
fn receive_from(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[1])?.clamp(0, 1 << 30) as usize;
    raise::room_for(vm, n, 2)?;
    let (data, from) = on(vm, args[0], |file| {
        let mut data = vec![0; n];
        let (got, _, from) = net::recvfrom(file, &mut data[..], net::RecvFlags::empty())?;
        data.truncate(got);
        Ok((data, from))
    })?;
    let (data, from) = (make::bytes(vm, data), shown(vm, from));
    Ok(make::tuple(vm, &[data, from]))
}
fn shut_down(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let how = match convert::c_int(vm, args[1])? {
        0 => net::Shutdown::Read,
        1 => net::Shutdown::Write,
        _ => net::Shutdown::Both,
    };
    on(vm, args[0], |file| Ok(net::shutdown(file, how)?))?;
    Ok(Value::NONE)
}
fn own_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = on(vm, args[0], |file| Ok(net::getsockname(file)?))?;
    Ok(shown(vm, Some(name)))
}
fn peer_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = on(vm, args[0], |file| Ok(net::getpeername(file)?))?;
    Ok(shown(vm, name))
}
fn set_blocking(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let blocking = api::truth::truth(vm, args[1])?;
    on(vm, args[0], |file| Ok(rustix::io::ioctl_fionbio(file, !blocking)?))?;
    Ok(Value::NONE)
}
/// Options that are known: `SO_REUSEADDR`, `SO_KEEPALIVE`, `SO_BROADCAST`, `TCP_NODELAY`.
fn set_option(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (level, option) = (convert::c_int(vm, args[1])?, convert::c_int(vm, args[2])?);
    let on_or_off = api::truth::truth(vm, args[3])?;
    on(vm, args[0], |file| {
        match (level, option) {
            (libc::SOL_SOCKET, libc::SO_REUSEADDR) => sockopt::set_socket_reuseaddr(file, on_or_off)?,
            (libc::SOL_SOCKET, libc::SO_KEEPALIVE) => sockopt::set_socket_keepalive(file, on_or_off)?,
            (libc::SOL_SOCKET, libc::SO_BROADCAST) => sockopt::set_socket_broadcast(file, on_or_off)?,
            (libc::IPPROTO_TCP, libc::TCP_NODELAY) => sockopt::set_tcp_nodelay(file, on_or_off)?,
            _ => return Err(std::io::Error::from_raw_os_error(libc::ENOPROTOOPT)),
        }
        Ok(())
    })?;
    Ok(Value::NONE)
}
fn socket_error(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let failure = on(vm, args[0], |file| Ok(sockopt::socket_error(file)?))?;
    Ok(Value::small_int(
        failure.err().map_or(0, |failure| i64::from(failure.raw_os_error())),
    ))
}

/// Numeric addresses of a host name.
fn resolve(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let host = api::text_argument(vm, args[0], "resolve", 1)?.lossy().into_owned();
    let found: Vec<IpAddr> = match (host.as_str(), 0).to_socket_addrs() {
        Ok(found) => found.map(|address| address.ip()).collect(),
        Err(_) => Vec::new(),
    };
    let all = make::list(vm, Vec::new()).expect::<List>();
    for ip in found {
        let shown = text::new(vm, &ip.to_string());
        let pair = make::tuple(vm, &[shown, Value::bool(ip.is_ipv6())]);
        all.push(pair);
    }
    Ok(all.value())
}

/// Waits until one of (descriptor, events) is ready; answers those that are, as (descriptor, events).
fn wait(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let wanted = iterate::to_list(vm, args[0])?.to_vec();
    let timeout_s = match args[1].is_none() {
        true => None,
        false => Some(convert::to_f64(vm, args[1])?.max(0.0)),
    };
    let mut files = Vec::new();
    for pair in wanted {
        let Some(&[fd, events]) = pair.cast::<Tuple>().map(tuple::items) else {
            return Err(raise::type_error(vm, "pairs of descriptor and events are needed"));
        };
        let (fd, events) = (convert::c_int(vm, fd)?, convert::c_int(vm, events)?);
        match api::system::file_of_descriptor(fd) {
            Some(file) => files.push((fd, events, file)),
            None => {
                give_back(files);
                return Err(error(vm, std::io::Error::from_raw_os_error(libc::EBADF)));
            }
        }
    }
    let timeout = timeout_s.map(|seconds| {
        let duration = Duration::from_secs_f64(seconds.min(1e9));
        Timespec {
            tv_sec: duration.as_secs() as i64,
            tv_nsec: duration.subsec_nanos().into(),
        }
    });
    let ready = {
        let flags = |events: i32| PollFlags::from_bits_retain(events as i16);
        let mut polled: Vec<PollFd> = files
            .iter()
            .map(|(_, events, file)| PollFd::from_borrowed_fd(file.as_fd(), flags(*events)))
            .collect();
        poll(&mut polled, timeout.as_ref()).map(|_| polled.iter().map(|fd| fd.revents().bits()).collect::<Vec<_>>())
    };
    let numbers: Vec<i32> = files.iter().map(|file| file.0).collect();
    give_back(files);
    match ready {
        Ok(ready) => {
            let mut all = Vec::new();
            for (fd, events) in numbers.into_iter().zip(ready).filter(|pair| pair.1 != 0) {
                let pair = [i64::from(fd), i64::from(events)].map(Value::small_int);
                all.push(make::tuple(vm, &pair));
            }
            Ok(make::list(vm, all))
        }
        Err(failure) => Err(error(vm, failure)),
    }
}

/// The descriptors belong to the program.
fn give_back(files: Vec<(i32, i32, std::fs::File)>) {
    for (_, _, file) in files {
        let _ = file.into_raw_fd();
    }
}

static FUNCTIONS: &[NativeDef] = &[
    function("open", "(family, type, /)", open),
    function("pair", "(family, type, /)", pair),
    function("connect", "(fd, address, /)", connect),
    function("bind", "(fd, address, /)", bind),
    function("listen", "(fd, backlog, /)", listen),
    function("accept", "(fd, /)", accept),
    function("recv", "(fd, size, /)", receive),
    function("send", "(fd, data, /)", send),
    function("sendto", "(fd, data, address, /)", send_to),
    function("recvfrom", "(fd, size, /)", receive_from),
    function("shutdown", "(fd, how, /)", shut_down),
    function("getsockname", "(fd, /)", own_name),
    function("getpeername", "(fd, /)", peer_name),
    function("setblocking", "(fd, flag, /)", set_blocking),
    function("setsockopt", "(fd, level, option, value, /)", set_option),
    function("error_of", "(fd, /)", socket_error),
    function("resolve", "(host, /)", resolve),
    function("wait", "(wanted, timeout, /)", wait),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    Ok(api::module(vm, "_pyfast_net", "", FUNCTIONS))
}
