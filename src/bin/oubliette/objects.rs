//! Local directories of objects, as the command opens them.
//!
//! Buckets of a cloud provider are opened by a host of one's own: the command knows no credentials.

use std::sync::Arc;

use oubliette::port::Store;

use super::failure::Failure;

/// Whether this build can.
pub(crate) const IS_BUILT_IN: bool = cfg!(feature = "objects");

/// Opens the directory behind a URL. Looking changes nothing, so that the same store serves to read and to erase.
#[cfg(feature = "objects")]
pub(crate) fn open(url: &str) -> Result<Arc<dyn Store>, Failure> {
    use oubliette::adapter::objects::Objects;
    let store = Objects::open(url).map_err(|error| Failure::misuse(error.to_string()))?;
    Ok(Arc::new(store))
}

/// There are none in this build; URLs are refused before that.
#[cfg(not(feature = "objects"))]
pub(crate) fn open(_url: &str) -> Result<Arc<dyn Store>, Failure> {
    Err(Failure::misuse("this build has no object stores; build with `--features cli,objects`"))
}
