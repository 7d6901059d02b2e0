//! The classes of `itertools`.

use crate::api::{self, ClassId, Kind, NativeDef, NewClass, Own, Run, Value, Vm, flag};
use crate::stdlib::tools::itertools::{chain, endless, group, pools, select, tee};

const DOC: &str = "Functional tools for creating and using iterators.";

static CLASSES: &[(&str, &[NativeDef])] = &[
    ("itertools.accumulate", endless::ACCUMULATE),
    ("itertools.batched", select::BATCHED),
    ("itertools.chain", chain::CHAIN),
    ("itertools.combinations", pools::COMBINATIONS),
    ("itertools.combinations_with_replacement", pools::WITH_REPLACEMENT),
    ("itertools.compress", select::COMPRESS),
    ("itertools.count", endless::COUNT),
    ("itertools.cycle", endless::CYCLE),
    ("itertools.dropwhile", select::DROP_WHILE),
    ("itertools.filterfalse", select::FILTER_FALSE),
    ("itertools.groupby", group::GROUP_BY),
    ("itertools.islice", select::ISLICE),
    ("itertools.pairwise", select::PAIRWISE),
    ("itertools.permutations", pools::PERMUTATIONS),
    ("itertools.product", pools::PRODUCT),
    ("itertools.repeat", endless::REPEAT),
    ("itertools.starmap", select::STAR_MAP),
    ("itertools.takewhile", select::TAKE_WHILE),
    ("itertools.zip_longest", chain::ZIP_LONGEST),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "itertools", DOC, tee::FUNCTIONS);
    let class = |name, flags| NewClass {
        name,
        base: ClassId::Object,
        kind: Kind::Record,
        flags,
    };
    for &(name, rows) in CLASSES {
        let own = (name == "itertools.groupby").then_some(Own::GroupBy);
        api::class_in(vm, module, own, class(name, flag::BASE), rows);
    }
    api::class_in(
        vm,
        module,
        Some(Own::Grouper),
        class("itertools._grouper", 0),
        group::GROUPER,
    );
    api::class_in(vm, module, Some(Own::Tee), class("itertools._tee", 0), tee::TEE);
    api::class_in(
        vm,
        module,
        Some(Own::TeeData),
        class("itertools._tee_dataobject", flag::NO_NEW),
        &[],
    );
    Ok(module)
}
