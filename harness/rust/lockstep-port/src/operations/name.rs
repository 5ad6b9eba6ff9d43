//! Names as both sides write them.

/// How many bytes [`snake_bytes`] makes of a name.
#[doc(hidden)]
#[must_use]
pub const fn snake(name: &str) -> usize {
    let bytes = name.as_bytes();
    let mut length = bytes.len();
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at].is_ascii_uppercase() {
            length += 1;
        }
        at += 1;
    }
    length
}

/// `AddRange` as `add_range`: every capital begins a new word, a digit does not.
#[doc(hidden)]
#[must_use]
pub const fn snake_bytes<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let bytes = name.as_bytes();
    let mut snake = [0; LENGTH];
    let mut to = 0;
    let mut from = 0;
    while from < bytes.len() {
        if from > 0 && bytes[from].is_ascii_uppercase() {
            snake[to] = b'_';
            to += 1;
        }
        snake[to] = bytes[from].to_ascii_lowercase();
        to += 1;
        from += 1;
    }
    snake
}
