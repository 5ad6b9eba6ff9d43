//! The elements of a document, one behind the other, as the crate's iterators hand them out.

use bson::{RawArray, RawBsonRef, RawDocument};
use lockstep_port::{Bytes, OrReject, Rejection};
use serde::Serialize;

/// One element. What a document, an array or a scope holds comes behind it, one level deeper.
#[derive(Serialize)]
pub(crate) struct Element {
    /// 0 in the document itself.
    depth: usize,
    /// None in an array, where it is its place.
    key: Option<String>,
    /// By the names that BSON's drivers use.
    r#type: &'static str,
    value: Option<Value>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Bool(bool),
    Integer(i64),
    Text(String),
    Bytes(Bytes<Vec<u8>>),
    Regex { pattern: String, options: String },
    Binary { subtype: u8, bytes: Bytes<Vec<u8>> },
}

/// All elements, in order, those of nested documents where they stand.
pub(crate) fn all(document: &RawDocument) -> Result<Vec<Element>, Rejection> {
    let mut elements = Vec::new();
    append_document(document, 0, &mut elements)?;
    Ok(elements)
}

fn append_document(
    document: &RawDocument,
    depth: usize,
    elements: &mut Vec<Element>,
) -> Result<(), Rejection> {
    for element in document {
        let (key, value) = element.or_reject("malformed")?;
        append(Some(key.as_str().to_owned()), value, depth, elements)?;
    }
    Ok(())
}

fn append_array(
    array: &RawArray,
    depth: usize,
    elements: &mut Vec<Element>,
) -> Result<(), Rejection> {
    for value in array {
        append(None, value.or_reject("malformed")?, depth, elements)?;
    }
    Ok(())
}

fn append(
    key: Option<String>,
    raw: RawBsonRef<'_>,
    depth: usize,
    elements: &mut Vec<Element>,
) -> Result<(), Rejection> {
    let (r#type, value) = described(raw);
    elements.push(Element {
        depth,
        key,
        r#type,
        value,
    });
    match raw {
        RawBsonRef::Document(inner) => append_document(inner, depth + 1, elements),
        RawBsonRef::Array(inner) => append_array(inner, depth + 1, elements),
        RawBsonRef::JavaScriptCodeWithScope(code) => {
            append_document(code.scope, depth + 1, elements)
        }
        _ => Ok(()),
    }
}

fn described(raw: RawBsonRef<'_>) -> (&'static str, Option<Value>) {
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    match raw {
        RawBsonRef::Double(value) => (
            "double",
            Some(Value::Integer(value.to_bits().cast_signed())),
        ),
        RawBsonRef::String(value) => ("string", text(value)),
        RawBsonRef::Document(_) => ("document", None),
        RawBsonRef::Array(_) => ("array", None),
        RawBsonRef::Binary(value) => (
            "binary",
            Some(Value::Binary {
                subtype: value.subtype.into(),
                bytes: Bytes(value.bytes.to_vec()),
            }),
        ),
        RawBsonRef::Undefined => ("undefined", None),
        RawBsonRef::ObjectId(id) => ("object_id", Some(Value::Bytes(Bytes(id.bytes().to_vec())))),
        RawBsonRef::Boolean(value) => ("boolean", Some(Value::Bool(value))),
        RawBsonRef::DateTime(value) => {
            ("date_time", Some(Value::Integer(value.timestamp_millis())))
        }
        RawBsonRef::Null => ("null", None),
        RawBsonRef::RegularExpression(value) => (
            "regular_expression",
            Some(Value::Regex {
                pattern: value.pattern.as_str().to_owned(),
                options: value.options.as_str().to_owned(),
            }),
        ),
        // The crate lets nobody see what is in one.
        RawBsonRef::DbPointer(_) => ("db_pointer", None),
        RawBsonRef::JavaScriptCode(code) => ("javascript", text(code)),
        RawBsonRef::Symbol(name) => ("symbol", text(name)),
        RawBsonRef::JavaScriptCodeWithScope(value) => ("javascript_with_scope", text(value.code)),
        RawBsonRef::Int32(value) => ("int32", Some(Value::Integer(value.into()))),
        RawBsonRef::Timestamp(value) => (
            "timestamp",
            Some(Value::Integer(
                (u64::from(value.time) << 32 | u64::from(value.increment)).cast_signed(),
            )),
        ),
        RawBsonRef::Int64(value) => ("int64", Some(Value::Integer(value))),
        RawBsonRef::Decimal128(value) => ("decimal128", Some(Value::Text(value.to_string()))),
        RawBsonRef::MinKey => ("min_key", None),
        RawBsonRef::MaxKey => ("max_key", None),
    }
}
