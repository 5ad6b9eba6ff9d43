//! How a port says that it does not take an input.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug, Display};

use crate::explain::explaining;

/// The port does not take this input, or this part of it. Not a failure: the original may reject it
/// as well.
pub struct Rejection {
    kind: Cow<'static, str>,
    detail: Option<Box<dyn Display>>,
}

impl Rejection {
    /// A rejection of a kind, which is the target's own word (`malformed`, `unsupported`) and is
    /// compared with the original's.
    #[must_use]
    pub fn new(kind: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind: kind.into(),
            detail: None,
        }
    }

    /// Adds a detail for people, such as the port's own error. It is never compared, formatted only
    /// if somebody asked for an explanation, and dropped at once if nobody did, so it costs nothing
    /// while fuzzing.
    #[must_use]
    pub fn because(mut self, detail: impl Display + 'static) -> Self {
        if explaining() {
            self.detail = Some(Box::new(detail));
        }
        self
    }

    /// The target's word for it.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// What is there for people, if this run explains itself.
    pub(crate) fn detail(&self) -> Option<&dyn Display> {
        self.detail.as_deref().filter(|_| explaining())
    }
}

/// The word for what is simply not well-formed; the kit for originals has the same one.
const MALFORMED: &str = "malformed";

/// An error of the port is a rejection of the kind `malformed`, unless [`OrReject`] says another: so
/// that `?` will do.
impl<E: Error + 'static> From<E> for Rejection {
    fn from(error: E) -> Self {
        Self::new(MALFORMED).because(error)
    }
}

impl Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rejection({self})")
    }
}

impl Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            Some(detail) => write!(f, "{}: {detail}", self.kind),
            None => f.write_str(&self.kind),
        }
    }
}

/// Turns the port's own ways of saying no into rejections: `read(input).or_reject("malformed")?`.
pub trait OrReject<T> {
    /// The value, or a rejection of the given kind, with the error, if there is one, as its detail.
    ///
    /// # Errors
    ///
    /// A [`Rejection`] of `kind` where `self` holds no value.
    fn or_reject(self, kind: &'static str) -> Result<T, Rejection>;
}

impl<T, E: Display + 'static> OrReject<T> for Result<T, E> {
    fn or_reject(self, kind: &'static str) -> Result<T, Rejection> {
        self.map_err(|error| Rejection::new(kind).because(error))
    }
}

impl<T> OrReject<T> for Option<T> {
    fn or_reject(self, kind: &'static str) -> Result<T, Rejection> {
        self.ok_or_else(|| Rejection::new(kind))
    }
}
