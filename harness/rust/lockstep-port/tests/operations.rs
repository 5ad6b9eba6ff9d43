//! Programs are decoded as the original's side does it: the same examples as in `ProgramsTest.java`.

use lockstep_port::operations::{List, Operations as _};

lockstep_port::choice! {
    enum Way { InPlace, New }
}

lockstep_port::operations! {
    #[derive(Debug, PartialEq)]
    enum Sample, at most 4 {
        Numbers { small: i8, middle: i16, large: i32, huge: i64, near: i32 = -3..=3 },
        Ranges { one: u8, two: u16 = 0..=0x100, five: i64 = 5..=9, half: u64 = 0..=i64::MAX },
        Others { real: f64, yes: bool, way: Way },
        Lists { bytes: List<u8, 3>, shorts: List<i16, 300> },
        Nothing,
    }
}

const MODEL: &str = "at most 4
numbers(small: -128..=127, middle: -32768..=32767, large: -2147483648..=2147483647, \
huge: -9223372036854775808..=9223372036854775807, near: -3..=3)
ranges(one: 0..=255, two: 0..=256, five: 5..=9, half: 0..=9223372036854775807)
others(real: double, yes: false|true, way: in_place|new)
lists(bytes: [0..=255; 3], shorts: [-32768..=32767; 300])
nothing()
";

fn decoded(hex: &str) -> Vec<Sample> {
    let digits: Vec<u8> = hex.bytes().filter(|&digit| digit != b' ').collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    Sample::decode(&bytes).collect()
}

#[test]
fn the_model_says_all_that_is_declared() {
    assert_eq!(Sample::model(), MODEL);
}

#[test]
fn numbers_are_in_little_endian_and_zero_is_zero() {
    assert_eq!(decoded(""), []);
    let zeros = Sample::Numbers {
        small: 0,
        middle: 0,
        large: 0,
        huge: 0,
        near: 0,
    };
    assert_eq!(decoded("00"), [zeros]);
    let negative = Sample::Numbers {
        small: -1,
        middle: -2,
        large: -2_147_483_647,
        huge: -2,
        near: -3,
    };
    assert_eq!(
        decoded("00 ff feff 01000080 feffffffffffffff 04"),
        [negative]
    );
}

#[test]
fn what_is_beyond_a_range_comes_round_to_its_beginning() {
    let ranges = Sample::Ranges {
        one: 255,
        two: 1,
        five: 6,
        half: i64::MAX.cast_unsigned(),
    };
    assert_eq!(decoded("01 ff 0201 06 ffffffffffffffff"), [ranges]);
}

#[test]
fn the_rest_of_the_kinds() {
    let program = decoded("02 000000000000f8bf 03 03 03 06 0102 0100 feff");
    let [others, Sample::Lists { bytes, shorts }] = &program[..] else {
        panic!("{program:?}")
    };
    assert_eq!(
        *others,
        Sample::Others {
            real: -1.5,
            yes: true,
            way: Way::New
        }
    );
    assert_eq!(bytes[..], [1, 2]);
    assert_eq!(shorts[..], [-2]);
}

#[test]
fn an_operation_that_is_cut_short_is_given_zeros_and_those_beyond_the_most_are_not_read() {
    let program = decoded("03 02 07");
    let [Sample::Lists { bytes, shorts }] = &program[..] else {
        panic!("{program:?}")
    };
    assert_eq!(bytes[..], [7, 0]);
    assert!(shorts.is_empty());
    assert_eq!(decoded("04 04 09 04 04").len(), 4);
}
