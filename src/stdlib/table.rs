//! THE table of native modules, by name; importing one calls its maker.

use crate::api::{Run, Value, Vm};
use crate::stdlib::inner::weak::table as weak;
use crate::stdlib::inner::{abstracts, collector, imports, typing};
use crate::stdlib::number::decimal::face::table as decimal;
use crate::stdlib::number::math::table as math;
use crate::stdlib::number::pack::table as pack;
use crate::stdlib::number::{array, digest, order, random};
use crate::stdlib::stream::table as stream;
use crate::stdlib::system::posix::table as posix;
use crate::stdlib::system::thread::table as thread;
use crate::stdlib::system::time::table as time;
use crate::stdlib::system::{errno, net, spawn};
use crate::stdlib::text::sre::table as sre;
use crate::stdlib::text::{binascii, compress, json_write as json, unicodedata};
use crate::stdlib::tools::asyncio::table as asyncio;
use crate::stdlib::tools::collections::table as collections;
use crate::stdlib::tools::contextvars;
use crate::stdlib::tools::functools::table as functools;
use crate::stdlib::tools::itertools::table as itertools;
use crate::stdlib::tools::operator::table as operator;

/// Makes a module.
pub type Maker = fn(&mut Vm) -> Run<Value>;

pub static MODULES: &[(&str, Maker)] = &[
    ("_abc", abstracts::make),
    ("_asyncio", asyncio::make),
    ("_bisect", order::make_bisect),
    ("_blake2", digest::make_blake2),
    ("_collections", collections::make),
    ("_contextvars", contextvars::make),
    ("_decimal", decimal::make),
    ("_functools", functools::make),
    ("_heapq", order::make_heapq),
    ("_json", json::make),
    ("_md5", digest::make_md5),
    ("_operator", operator::make),
    ("_pyfast_imp", imports::make),
    ("_pyfast_io", stream::make),
    ("_posixsubprocess", spawn::make),
    ("_pyfast_net", net::make),
    ("_random", random::make),
    ("_sha1", digest::make_sha1),
    ("_sha2", digest::make_sha2),
    ("_sha3", digest::make_sha3),
    ("_sre", sre::make),
    ("_struct", pack::make),
    ("_thread", thread::make),
    ("_typing", typing::make),
    ("_weakref", weak::make),
    ("array", array::make),
    ("binascii", binascii::make),
    ("errno", errno::make),
    ("gc", collector::make),
    ("itertools", itertools::make),
    ("math", math::make),
    ("posix", posix::make),
    ("time", time::make),
    ("unicodedata", unicodedata::make),
    ("zlib", compress::make),
];
