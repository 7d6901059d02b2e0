//! Hidden classes. A shape says which class an object is of and, for instances made in Python, which attribute lies in which
//! slot. Instances that got the same attributes in the same order share a shape.

use std::collections::HashMap;

use ahash::RandomState;

use crate::heap::header::ShapeId;
use crate::heap::mark::Tracer;
use crate::heap::value::Value;

/// Attributes above which an instance keeps a dict in place of a shape.
pub const SLOTS_MAX: u32 = 64;

/// Attributes up to which an instance keeps a shape when one is deleted, and how many such shapes are found: who deletes without
/// end uses his objects as dicts.
const REMOVABLE_MAX: u32 = 16;
const REMOVALS_MAX: usize = 1024;

/// One hidden class.
pub struct Shape {
    /// The class, as a value.
    pub class: Value,
    parent: ShapeId,
    /// The attribute that this shape adds to its parent; UNBOUND in a root.
    pub name: Value,
    /// How many attributes there are; the last lies in slot `count - 1`.
    pub count: u32,
    /// Inline slots of its instances: slots beyond lie in the overflow array. Follows from the root.
    pub inline: u32,
    /// Attributes are kept in a dict (`header.attrs`).
    pub is_dict: bool,
    /// The last transition taken from here: what most instances do next.
    next: (Value, ShapeId),
}

/// All shapes of an interpreter. Ids below `KNOWN_CLASSES` are the built-in classes' own.
pub struct Shapes {
    shapes: Vec<Shape>,
    /// From shape and attribute name to the slot, for every attribute of the shapes that were asked.
    slots: HashMap<(u32, Value), u32, RandomState>,
    transitions: HashMap<(u32, Value), ShapeId, RandomState>,
    /// From shape and name to the shape without that name, for attributes that were deleted.
    removals: HashMap<(u32, Value), ShapeId, RandomState>,
    /// Shape of a class's instances in dict mode.
    dict_mode: HashMap<Value, ShapeId, RandomState>,
}

impl Shapes {
    /// Shapes of the built-in classes, to be filled with their classes.
    pub fn new(known: usize) -> Shapes {
        let hasher = RandomState::with_seeds(1, 2, 3, 4);
        let mut shapes = Shapes {
            shapes: Vec::with_capacity(512),
            slots: HashMap::with_hasher(hasher.clone()),
            transitions: HashMap::with_hasher(hasher.clone()),
            removals: HashMap::with_hasher(hasher.clone()),
            dict_mode: HashMap::with_hasher(hasher),
        };
        for _ in 0..known {
            shapes.new_root(Value::UNBOUND, 0);
        }
        shapes
    }
    fn push(&mut self, shape: Shape) -> ShapeId {
        self.shapes.push(shape);
        ShapeId(self.shapes.len() as u32 - 1)
    }
    /// A shape without attributes for instances of `class` with `inline` slots in the object itself.
    pub fn new_root(&mut self, class: Value, inline: u32) -> ShapeId {
        let parent = ShapeId(self.shapes.len() as u32);
        let next = (Value::UNBOUND, parent);
        self.push(Shape {
            class,
            parent,
            name: Value::UNBOUND,
            count: 0,
            inline,
            is_dict: false,
            next,
        })
    }
    pub fn set_class(&mut self, id: ShapeId, class: Value) {
        self.shapes[id.0 as usize].class = class;
    }
    pub fn get(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0 as usize]
    }
    /// The class of objects of this shape.
    #[inline]
    pub fn class(&self, id: ShapeId) -> Value {
        self.shapes[id.0 as usize].class
    }
    /// The classes of all shapes.
    pub fn classes(&self) -> impl Iterator<Item = Value> {
        self.shapes.iter().map(|shape| shape.class)
    }
    pub fn len(&self) -> usize {
        self.shapes.len()
    }
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// The slot of attribute `name` (an interned str), if objects of this shape have it.
    pub fn find(&mut self, id: ShapeId, name: Value) -> Option<u32> {
        let mut shape = self.get(id);
        if shape.count == 0 || shape.is_dict {
            return None;
        }
        if shape.count <= 8 {
            while shape.count > 0 {
                if shape.name == name {
                    return Some(shape.count - 1);
                }
                shape = self.get(shape.parent);
            }
            return None;
        }
        if let Some(&slot) = self.slots.get(&(id.0, name)) {
            return (slot != u32::MAX).then_some(slot);
        }
        let mut found = u32::MAX;
        while shape.count > 0 {
            if shape.name == name {
                found = shape.count - 1;
                break;
            }
            shape = self.get(shape.parent);
        }
        self.slots.insert((id.0, name), found);
        (found != u32::MAX).then_some(found)
    }

    /// The shape of an object of shape `id` that gets attribute `name` in addition; `None` when it has too many by now.
    pub fn extend(&mut self, id: ShapeId, name: Value) -> Option<ShapeId> {
        let shape = self.get(id);
        if shape.next.0 == name {
            return Some(shape.next.1);
        }
        let (class, count, inline) = (shape.class, shape.count, shape.inline);
        if count >= SLOTS_MAX || shape.is_dict {
            return None;
        }
        let next = match self.transitions.get(&(id.0, name)) {
            Some(&next) => next,
            None => {
                let next = (Value::UNBOUND, id);
                let next = self.push(Shape {
                    class,
                    parent: id,
                    name,
                    count: count + 1,
                    inline,
                    is_dict: false,
                    next,
                });
                self.transitions.insert((id.0, name), next);
                next
            }
        };
        self.shapes[id.0 as usize].next = (name, next);
        Some(next)
    }

    /// The shape of objects like those of shape `id`, but without attribute `name`: what lay behind its slot moves down by one.
    /// `None` when they are to go to dict mode.
    pub fn without(&mut self, id: ShapeId, name: Value) -> Option<ShapeId> {
        if let Some(&known) = self.removals.get(&(id.0, name)) {
            return Some(known);
        }
        if self.get(id).count > REMOVABLE_MAX || self.removals.len() >= REMOVALS_MAX {
            return None;
        }
        let (mut at, mut behind) = (id, Vec::new());
        while self.get(at).name != name {
            behind.push(self.get(at).name);
            at = self.get(at).parent;
        }
        at = self.get(at).parent;
        for &name in behind.iter().rev() {
            at = self.extend(at, name)?;
        }
        self.removals.insert((id.0, name), at);
        Some(at)
    }

    /// The root shape with one reserved slot more: as `extend`, without a bound.
    pub fn extend_root(&mut self, id: ShapeId, name: Value) -> ShapeId {
        let (class, inline) = (self.get(id).class, self.get(id).inline);
        let child = self.new_root(class, inline);
        let count = self.get(id).count + 1;
        let shape = &mut self.shapes[child.0 as usize];
        (shape.parent, shape.name, shape.count) = (id, name, count);
        child
    }

    /// The shape of instances of `class` whose attributes are in a dict.
    pub fn dict_mode(&mut self, class: Value) -> ShapeId {
        if let Some(&id) = self.dict_mode.get(&class) {
            return id;
        }
        let id = self.new_root(class, 0);
        self.shapes[id.0 as usize].is_dict = true;
        self.dict_mode.insert(class, id);
        id
    }

    /// Attribute names of a shape, in slot order.
    pub fn names(&self, id: ShapeId) -> Vec<Value> {
        let mut shape = self.get(id);
        let mut names = Vec::with_capacity(shape.count as usize);
        while shape.count > 0 {
            names.push(shape.name);
            shape = self.get(shape.parent);
        }
        names.reverse();
        names
    }

    pub fn trace(&self, tracer: &mut Tracer) {
        for shape in &self.shapes {
            tracer.visit(shape.class);
            tracer.visit(shape.name);
        }
    }
}
