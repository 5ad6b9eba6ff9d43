//! The macros that declare operations.

/// Declares the operations of a target: an enum whose variants are the operations, in the order of
/// the records on the original's side.
///
/// An operand is a whole number (`u8` to `u32`, `i8` to `i64`), an `f64`, a `bool`, a
/// [`choice!`](crate::choice!), a [`List`](crate::operations::List) of these, or any number of a
/// range: `count: usize = 1..=12`. `at most 16` says how many operations a program has.
///
/// The enum implements [`Operations`](crate::operations::Operations); its module has an example.
#[macro_export]
macro_rules! operations {
    ($(#[$meta:meta])* $visible:vis enum $name:ident, at most $most:literal {
        $($(#[$note:meta])* $variant:ident $({
            $($(#[$field_note:meta])* $field:ident : $type:ty $(= $range:expr)?),+ $(,)?
        })?),+ $(,)?
    }) => {
        $(#[$meta])*
        $visible enum $name {
            $($(#[$note])* $variant $({ $($(#[$field_note])* $field: $type),+ })?),+
        }

        const _: () = {
            #[derive(Clone, Copy)]
            enum Code { $($variant),+ }

            impl $crate::operations::Operations for $name {
                const AT_MOST: usize = $most;
                const COUNT: usize = $crate::operations::counted(&[$(Code::$variant),+]);

                fn read(code: usize, program: &mut $crate::operations::Reader<'_>) -> Self {
                    const CODES: &[Code] = &[$(Code::$variant),+];
                    match CODES[code] {
                        $(Code::$variant => Self::$variant {
                            $($($field: $crate::operations!(@read program, $type $(, $range)?)),+)?
                        }),+
                    }
                }

                fn name(&self) -> &'static str {
                    match self {
                        $(Self::$variant { .. } => $crate::operations!(@name $variant)),+
                    }
                }

                fn describe(model: &mut ::std::string::String) {
                    $(
                        model.push_str($crate::operations!(@name $variant));
                        model.push('(');
                        $(
                            let mut comma = "";
                            $(
                                model.push_str(comma);
                                model.push_str(::core::stringify!($field));
                                model.push_str(": ");
                                $crate::operations!(@describe model, $type $(, $range)?);
                                comma = ", ";
                            )+
                            let _ = comma;
                        )?
                        model.push_str(")\n");
                    )+
                }

                fn model_hash() -> u64 {
                    static HASH: ::std::sync::OnceLock<u64> = ::std::sync::OnceLock::new();
                    *HASH.get_or_init(|| $crate::operations::hash(&Self::model()))
                }
            }
        };
    };
    (@read $program:ident, $type:ty) => {
        <$type as $crate::operations::Operand>::read($program)
    };
    (@read $program:ident, $type:ty, $range:expr) => {
        $crate::operations::ranged::<$type>($program, &$range)
    };
    (@describe $model:ident, $type:ty) => {
        <$type as $crate::operations::Operand>::describe($model)
    };
    (@describe $model:ident, $type:ty, $range:expr) => {
        $crate::operations::describe_range($model, &$range)
    };
    (@name $variant:ident) => {{
        const SNAKE: [u8; $crate::operations::snake(::core::stringify!($variant))] =
            $crate::operations::snake_bytes(::core::stringify!($variant));
        const NAME: &str = match ::core::str::from_utf8(&SNAKE) {
            ::core::result::Result::Ok(name) => name,
            ::core::result::Result::Err(_) => ::core::panic!("a name is in ASCII"),
        };
        NAME
    }};
}

/// Declares one of a few as an operand: an enum, in the order of that on the original's side.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $visible:vis enum $name:ident {
        $($(#[$note:meta])* $variant:ident),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $name {
            $($(#[$note])* $variant),+
        }

        impl $crate::operations::Operand for $name {
            fn read(program: &mut $crate::operations::Reader<'_>) -> Self {
                const ALL: &[$name] = &[$($name::$variant),+];
                $crate::operations::one_of(program, ALL)
            }

            fn describe(model: &mut ::std::string::String) {
                const NAMES: &[&str] = &[$($crate::operations!(@name $variant)),+];
                model.push_str(&NAMES.join("|"));
            }
        }
    };
}
