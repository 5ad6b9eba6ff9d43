//! TrueType fonts: what is asked of a library, and what its answers look like.

pub mod observed;
pub mod preflight;
