//! What the encoder writes.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use lockstep_port::encode::{DEPTH_MAX, EncodeError, to_vec};
use lockstep_port::{Bytes, Rejection, Utf16, part};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

fn hex<T: Serialize + ?Sized>(value: &T) -> String {
    let bytes = to_vec(value).expect("the value has an encoding");
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[test]
fn integers_are_as_in_appendix_a() {
    for (value, expected) in [
        (0, "00"),
        (1, "01"),
        (10, "0a"),
        (23, "17"),
        (24, "1818"),
        (25, "1819"),
        (100, "1864"),
        (1000, "1903e8"),
        (1_000_000, "1a000f4240"),
        (1_000_000_000_000, "1b000000e8d4a51000"),
        (u64::MAX, "1bffffffffffffffff"),
    ] {
        assert_eq!(hex(&value), expected);
        assert_eq!(hex(&u128::from(value)), expected);
        assert_eq!(hex(&i128::from(value)), expected);
    }
    for (value, expected) in [
        (-1, "20"),
        (-10, "29"),
        (-100, "3863"),
        (-1000, "3903e7"),
        (i64::MIN, "3b7fffffffffffffff"),
    ] {
        assert_eq!(hex(&value), expected);
        assert_eq!(hex(&i128::from(value)), expected);
    }
}

#[test]
fn every_width_of_integer_is_the_same_value() {
    assert_eq!(hex(&(200u8, 200u16, 200u32, 200u64)), "8418c818c818c818c8");
    assert_eq!(hex(&(-5i8, -5i16, -5i32, -5i64)), "8424242424");
    assert_eq!(hex(&0xffffu64), "19ffff");
    assert_eq!(hex(&0x1_0000u64), "1a00010000");
    assert_eq!(hex(&0xffff_ffffu64), "1affffffff");
}

#[test]
fn an_integer_outside_the_range_is_an_error() {
    for value in [i128::from(u64::MAX) + 1, i128::from(i64::MIN) - 1] {
        assert_eq!(to_vec(&value), Err(EncodeError::IntegerOutOfRange));
    }
    assert_eq!(to_vec(&u128::MAX), Err(EncodeError::IntegerOutOfRange));
}

#[test]
fn floats_are_as_in_appendix_a() {
    for (value, expected) in [
        (0.0, "f90000"),
        (-0.0, "f98000"),
        (1.0, "f93c00"),
        (1.1, "fb3ff199999999999a"),
        (1.5, "f93e00"),
        (65504.0, "f97bff"),
        (100_000.0, "fa47c35000"),
        (3.402_823_466_385_288_6e38, "fa7f7fffff"),
        (1.0e300, "fb7e37e43c8800759c"),
        (5.960_464_477_539_063e-8, "f90001"),
        (0.000_061_035_156_25, "f90400"),
        (-4.0, "f9c400"),
        (-4.1, "fbc010666666666666"),
        (f64::INFINITY, "f97c00"),
        (f64::NEG_INFINITY, "f9fc00"),
    ] {
        assert_eq!(hex(&value), expected, "{value}");
    }
    assert_eq!(hex(&1.5f32), "f93e00");
    assert_eq!(hex(&0.1f32), "fa3dcccccd");
}

#[test]
fn every_nan_is_the_same() {
    for bits in [
        0x7ff8_0000_0000_0000u64,
        0xfff8_0000_0000_0000,
        0x7ff0_0000_0000_0001,
        0x7fff_ffff_ffff_ffff,
    ] {
        assert_eq!(hex(&f64::from_bits(bits)), "f97e00");
    }
    assert_eq!(hex(&f32::from_bits(0xffc1_2345)), "f97e00");
}

#[test]
fn simple_values_text_and_bytes_are_as_in_appendix_a() {
    assert_eq!(hex(&(false, true, (), None::<u8>)), "84f4f5f6f6");
    for (text, expected) in [
        ("", "60"),
        ("a", "6161"),
        ("IETF", "6449455446"),
        ("\"\\", "62225c"),
        ("\u{fc}", "62c3bc"),
        ("\u{6c34}", "63e6b0b4"),
        ("\u{10151}", "64f0908591"),
    ] {
        assert_eq!(hex(text), expected);
    }
    assert_eq!(hex(&'\u{10151}'), "64f0908591");
    assert_eq!(hex(&Bytes([1u8, 2, 3, 4])), "4401020304");
    assert_eq!(hex(&Bytes(Vec::new())), "40");
}

#[test]
fn lists_and_maps_are_as_in_appendix_a() {
    assert_eq!(hex(&[0u8; 0]), "80");
    assert_eq!(hex(&(1, (2, 3), [4, 5])), "8301820203820405");
    let many: Vec<u8> = (1..=25).collect();
    assert_eq!(
        hex(&many),
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819"
    );
    assert_eq!(hex(&BTreeMap::<u8, u8>::new()), "a0");
    assert_eq!(hex(&BTreeMap::from([(1, 2), (3, 4)])), "a201020304");
    assert_eq!(
        hex(&("a", BTreeMap::from([("b", "c")]))),
        "826161a161626163"
    );
    let letters: BTreeMap<&str, &str> =
        [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E")].into();
    assert_eq!(hex(&letters), "a56161614161626142616361436164614461656145");
}

#[test]
fn an_option_and_a_newtype_are_what_they_hold() {
    #[derive(Serialize)]
    struct Id(u16);
    #[derive(Serialize)]
    struct Nothing;
    assert_eq!(hex(&Some(Some(7))), "07");
    assert_eq!(hex(&Id(7)), "07");
    assert_eq!(hex(&Nothing), "f6");
}

#[test]
fn a_variant_is_its_name_or_a_map_of_its_name_to_its_content() {
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Shape {
        NotOne,
        Dot(u8),
        Line(u8, u8),
        Box { top: u8, left: u8 },
    }
    assert_eq!(hex(&Shape::NotOne), "676e6f745f6f6e65");
    assert_eq!(hex(&Shape::Dot(1)), "a163646f7401");
    assert_eq!(hex(&Shape::Line(1, 2)), "a1646c696e65820102");
    assert_eq!(
        hex(&Shape::Box { top: 1, left: 2 }),
        "a163626f78a263746f7001646c65667402"
    );
}

#[test]
fn a_map_is_in_the_bytewise_order_of_its_encoded_keys() {
    #[derive(Serialize)]
    struct Fields {
        bb: u8,
        c: u8,
        aaa: u8,
        a: [u8; 2],
    }
    let fields = Fields {
        bb: 1,
        c: 2,
        aaa: 3,
        a: [4, 5],
    };
    assert_eq!(hex(&fields), "a46161820405616302626262016361616103");
}

#[test]
fn the_order_of_keys_of_all_kinds_is_that_of_rfc_8949() {
    struct Mixed;
    impl Serialize for Mixed {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry(&false, "z")?;
            map.serialize_entry(&[-1], "y")?;
            map.serialize_entry("aa", "x")?;
            map.serialize_entry("z", "w")?;
            map.serialize_entry(&-1, "v")?;
            map.serialize_entry(&100, "u")?;
            map.serialize_entry(&10, "t")?;
            map.end()
        }
    }
    assert_eq!(
        hex(&Mixed),
        "a70a61741864617520617661\
         7a617762616161788120617\
         9f4617a"
    );
}

#[test]
fn nested_maps_are_sorted_within_their_outer_entries() {
    let inner = HashMap::from([("y", 1), ("x", 2)]);
    let outer = HashMap::from([("n", &inner), ("m", &inner)]);
    assert_eq!(hex(&outer), "a2616da2617802617901616ea2617802617901");
}

#[test]
fn a_hash_map_is_always_encoded_the_same() {
    let make = || {
        (0..500u32)
            .map(|n| (n * 7919 % 501, n))
            .collect::<HashMap<_, _>>()
    };
    let ordered: BTreeMap<_, _> = make().into_iter().collect();
    let expected = to_vec(&ordered).expect("has an encoding");
    for _ in 0..5 {
        assert_eq!(to_vec(&make()).as_ref(), Ok(&expected));
    }
}

#[test]
fn a_key_that_comes_twice_is_an_error() {
    struct Twice(&'static [&'static str]);
    impl Serialize for Twice {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|key| (key, 1)))
        }
    }
    let duplicate = EncodeError::DuplicateKey("b".to_owned());
    assert_eq!(duplicate.to_string(), "the key `b` is in one map twice");
    let duplicate = Err(duplicate);
    assert_eq!(to_vec(&Twice(&["b", "b"])), duplicate);
    assert_eq!(to_vec(&Twice(&["b", "a", "b"])), duplicate);
    assert_eq!(to_vec(&Twice(&["c", "b", "a", "b"])), duplicate);
}

#[test]
fn the_number_of_items_is_what_was_written_and_not_what_was_promised() {
    struct Items(Option<usize>, u8);
    impl Serialize for Items {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut list = serializer.serialize_seq(self.0)?;
            for item in 0..self.1 {
                list.serialize_element(&item)?;
            }
            list.end()
        }
    }
    struct Entries(Option<usize>, u8);
    impl Serialize for Entries {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(self.0)?;
            for key in (0..self.1).rev() {
                map.serialize_entry(&key, &key)?;
            }
            map.end()
        }
    }
    for len in [0, 1, 23, 24, 200] {
        let list: Vec<u8> = (0..len).collect();
        let map: BTreeMap<u8, u8> = list.iter().map(|&item| (item, item)).collect();
        for promised in [None, Some(0), Some(5), Some(300), Some(usize::from(len))] {
            assert_eq!(hex(&(Items(promised, len), 1)), hex(&(&list, 1)));
            assert_eq!(hex(&(Entries(promised, len), 1)), hex(&(&map, 1)));
        }
    }
}

#[test]
fn an_observation_may_be_256_levels_deep_and_not_257() {
    struct Nested(usize);
    impl Serialize for Nested {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0 {
                0 => serializer.serialize_u8(0),
                depth => serializer.collect_seq([Nested(depth - 1)]),
            }
        }
    }
    let deepest = to_vec(&Nested(DEPTH_MAX)).expect("has an encoding");
    assert_eq!(deepest.len(), DEPTH_MAX + 1);
    assert_eq!(to_vec(&Nested(DEPTH_MAX + 1)), Err(EncodeError::TooDeep));
    let siblings = (Nested(DEPTH_MAX - 1), Nested(DEPTH_MAX - 1));
    assert!(
        to_vec(&siblings).is_ok(),
        "depth is not the number of lists"
    );
}

#[test]
fn utf16_is_the_same_as_a_string_where_it_is_well_formed() {
    let text = "a\u{fc}\u{6c34}\u{10151}";
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(hex(&Utf16(&units)), hex(text));
    assert_eq!(hex(&Utf16(units)), hex(text));
    let long = "\u{6c34}".repeat(100);
    assert_eq!(
        hex(&Utf16(long.encode_utf16().collect::<Vec<_>>())),
        hex(&long)
    );
}

#[test]
fn a_lone_surrogate_is_kept_in_tagged_bytes() {
    assert_eq!(hex(&Utf16([0xd800u16])), "d9011143eda080");
    assert_eq!(hex(&Utf16([0xdfffu16])), "d9011143edbfbf");
    assert_eq!(
        hex(&Utf16([0x61u16, 0xdc00, 0xd83d, 0xde00, 0xd83d])),
        "d901114b61edb080f09f9880eda0bd"
    );
}

#[test]
fn what_displays_itself_is_text_of_the_right_length() {
    struct Shown(String);
    impl Serialize for Shown {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(&format_args!("<{}>", self.0))
        }
    }
    for len in [0, 1, 21, 22, 23, 253, 254, 70_000] {
        let inner = "x".repeat(len);
        assert_eq!(
            hex(&(Shown(inner.clone()), 1)),
            hex(&(format!("<{inner}>"), 1))
        );
    }
}

#[test]
fn a_complaint_of_a_type_reaches_the_caller() {
    struct Sulky;
    impl Serialize for Sulky {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("not today"))
        }
    }
    assert_eq!(
        to_vec(&[Sulky]),
        Err(EncodeError::Custom("not today".to_owned()))
    );
}

#[test]
fn a_part_with_a_value_is_the_value() {
    assert_eq!(hex(&part(|| Ok::<_, Rejection>(7))), "07");
}

#[test]
fn a_rejected_part_outside_a_run_explains_itself() {
    let rejected = part(|| Err::<u8, _>(Rejection::new("bad").because(12)));
    assert_eq!(hex(&[rejected]), "81d94c528263626164623132");
}

#[test]
fn a_part_is_no_level_and_neither_is_the_list_in_it() {
    struct Nested<'a, T>(usize, &'a T);
    impl<T: Serialize> Serialize for Nested<'_, T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0 {
                0 => self.1.serialize(serializer),
                depth => serializer.collect_seq([Nested(depth - 1, self.1)]),
            }
        }
    }
    let rejected = part(|| Err::<u8, _>(Rejection::new("bad").because("why")));
    let crashed = part(|| -> Result<u8, Rejection> { panic!("oh") });
    let lists = "81".repeat(DEPTH_MAX);
    assert_eq!(
        hex(&Nested(DEPTH_MAX, &rejected)),
        format!("{lists}d94c52826362616463776879")
    );
    assert!(hex(&Nested(DEPTH_MAX, &crashed)).starts_with(&format!("{lists}d94c4383")));
    // What comes after a part is as deep as before.
    let after = (&rejected, [0u8]);
    assert!(to_vec(&Nested(DEPTH_MAX - 2, &after)).is_ok());
    assert_eq!(
        to_vec(&Nested(DEPTH_MAX - 1, &after)),
        Err(EncodeError::TooDeep)
    );
}

#[test]
fn a_part_that_ended_without_a_value_is_no_key() {
    struct Keyed<K>(K);
    impl<K: Serialize> Serialize for Keyed<K> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(&self.0, 1)])
        }
    }
    let rejected = || part(|| Err::<u8, _>(Rejection::new("bad")));
    let crashed = part(|| -> Result<u8, Rejection> { panic!("oh") });
    assert_eq!(to_vec(&Keyed(rejected())), Err(EncodeError::PartAsKey));
    assert_eq!(to_vec(&Keyed([rejected()])), Err(EncodeError::PartAsKey));
    assert_eq!(to_vec(&Keyed(crashed)), Err(EncodeError::PartAsKey));
    // A value that went through `part` is no part any more, and beside a key all is well.
    assert_eq!(hex(&Keyed(part(|| Ok::<_, Rejection>(7)))), "a10701");
    assert_eq!(
        hex(&(Keyed([Keyed(1)]), rejected())),
        "82a181a1010101d94c52826362616460"
    );
}
