//! Where the pieces of a run are kept: in the modules that are downloaded behind one pointer, since the functions that give
//! a run fit in far less code then; elsewhere at hand, which is faster.

use super::Node;

/// The pieces, in order. Most runs have none, and of the others most have one, which needs no memory for a list.
#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
#[derive(Clone, Debug, Default)]
pub(super) enum Run {
    #[default]
    None,
    One(Node),
    Many(Vec<Node>),
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
impl Run {
    pub(super) fn from(nodes: Vec<Node>) -> Self {
        Self::Many(nodes)
    }

    pub(super) fn one(node: Node) -> Self {
        Self::One(node)
    }

    pub(super) fn nodes(&self) -> &[Node] {
        match self {
            Self::None => &[],
            Self::One(node) => std::slice::from_ref(node),
            Self::Many(nodes) => nodes,
        }
    }

    pub(super) fn nodes_mut(&mut self) -> &mut [Node] {
        match self {
            Self::None => &mut [],
            Self::One(node) => std::slice::from_mut(node),
            Self::Many(nodes) => nodes,
        }
    }

    pub(super) fn push(&mut self, node: Node) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(node),
            Self::Many(mut nodes) => {
                nodes.push(node);
                Self::Many(nodes)
            }
            Self::One(first) => {
                let mut nodes = Vec::with_capacity(4);
                nodes.push(first);
                nodes.push(node);
                Self::Many(nodes)
            }
        };
    }

    pub(super) fn each(self, mut take: impl FnMut(Node)) {
        match self {
            Self::None => {}
            Self::One(node) => take(node),
            Self::Many(nodes) => nodes.into_iter().for_each(take),
        }
    }

    pub(super) fn into_nodes(self) -> Vec<Node> {
        match self {
            Self::None => Vec::new(),
            Self::One(node) => vec![node],
            Self::Many(nodes) => nodes,
        }
    }
}

/// The pieces, in order; none when there are none.
#[cfg(all(target_family = "wasm", not(target_feature = "simd128")))]
#[derive(Clone, Debug, Default)]
pub(super) struct Run(Option<Box<Nodes>>);

/// Apart, so that a run without pieces of its own has nothing to drop.
#[cfg(all(target_family = "wasm", not(target_feature = "simd128")))]
#[derive(Clone, Debug, Default)]
struct Nodes {
    nodes: Vec<Node>,
}

#[cfg(all(target_family = "wasm", not(target_feature = "simd128")))]
impl Run {
    pub(super) fn from(nodes: Vec<Node>) -> Self {
        Self(Some(Box::new(Nodes { nodes })))
    }

    #[inline(never)]
    pub(super) fn one(node: Node) -> Self {
        Self::from(vec![node])
    }

    pub(super) fn nodes(&self) -> &[Node] {
        match &self.0 {
            Some(run) => &run.nodes,
            None => &[],
        }
    }

    pub(super) fn nodes_mut(&mut self) -> &mut [Node] {
        match &mut self.0 {
            Some(run) => &mut run.nodes,
            None => &mut [],
        }
    }

    pub(super) fn push(&mut self, node: Node) {
        self.0.get_or_insert_default().nodes.push(node);
    }

    pub(super) fn each(self, take: impl FnMut(Node)) {
        self.into_nodes().into_iter().for_each(take);
    }

    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.0.map(|run| run.nodes).unwrap_or_default()
    }
}
