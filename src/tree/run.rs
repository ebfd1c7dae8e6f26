//! Where the pieces of a run are kept: in the modules that are downloaded behind one pointer, since the functions that give
//! a run fit in far less code then; elsewhere at hand, which is faster.

use super::Node;

/// The pieces, in order.
#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
#[derive(Clone, Debug, Default)]
pub(super) struct Run(Vec<Node>);

#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
impl Run {
    pub(super) fn from(nodes: Vec<Node>) -> Self {
        Self(nodes)
    }

    /// One piece, and room for those that follow.
    pub(super) fn one(node: Node) -> Self {
        let mut nodes = Vec::with_capacity(4);
        nodes.push(node);
        Self(nodes)
    }

    pub(super) fn nodes(&self) -> &[Node] {
        &self.0
    }

    pub(super) fn nodes_mut(&mut self) -> &mut Vec<Node> {
        &mut self.0
    }

    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.0
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

    pub(super) fn nodes_mut(&mut self) -> &mut Vec<Node> {
        &mut self.0.get_or_insert_default().nodes
    }

    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.0.map(|run| run.nodes).unwrap_or_default()
    }
}
