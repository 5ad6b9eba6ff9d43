//! A port, loaded. What `docs/seam.md` says, from the caller's side.

use std::ffi::{CStr, CString, c_void};
use std::fs::File;
use std::io::Read;
use std::mem::{MaybeUninit, transmute_copy};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr::null;

use crate::coverage::{Location, LocationFunction};

const ABI_VERSION: u32 = 2;
const BUILT_WITH_COVERAGE: u32 = 1;

/// Enough of a library's head for its machine.
const HEAD_BYTES: usize = 20;

/// `struct lockstep_reply`.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) data: *const u8,
    pub(crate) len: u64,
}

type Run = unsafe extern "C" fn(*const u8, u64, u32, *mut Reply) -> u32;

/// A port that this process has loaded for good.
#[derive(Debug)]
pub(crate) struct Port {
    run: Run,
    build: u32,
    coverage: Option<Location>,
}

impl Port {
    /// Loads a port, or says what is wrong and what to do.
    pub(crate) fn load(file: &Path) -> Result<Self, String> {
        check_head(file)?;
        let library = Library::open(file)?;
        // SAFETY: these are the types of docs/seam.md.
        unsafe {
            let version: extern "C" fn() -> u32 = library.function(c"lockstep_abi_version")?;
            let version = version();
            if version != ABI_VERSION {
                return Err(format!(
                    "`{}` speaks version {version} of the port's interface, this Lockstep speaks version {ABI_VERSION}\
                     \n\nhint: build the port with the `lockstep-port` of this Lockstep",
                    file.display()
                ));
            }
            let build: extern "C" fn() -> u32 = library.function(c"lockstep_build")?;
            let build = build();
            let coverage = if build & BUILT_WITH_COVERAGE == 0 {
                None
            } else {
                let coverage: LocationFunction = library.function(c"lockstep_coverage")?;
                Some(Location::ask(coverage))
            };
            Ok(Self {
                run: library.function(c"lockstep_run")?,
                build,
                coverage,
            })
        }
    }

    /// The bits of `lockstep_build`.
    pub(crate) fn build(&self) -> u32 {
        self.build
    }

    /// Where its coverage is; only a fuzz build has any.
    pub(crate) fn coverage(&self) -> Option<&Location> {
        self.coverage.as_ref()
    }

    /// Where its library begins in memory: its addresses less this are those in its file.
    pub(crate) fn base(&self) -> Result<u64, String> {
        let mut found = MaybeUninit::<libc::Dl_info>::uninit();
        // SAFETY: an address, and room for the answer.
        let known = unsafe { libc::dladdr(self.run as *const c_void, found.as_mut_ptr()) };
        if known == 0 {
            return Err("the dynamic linker does not know where the port is".into());
        }
        // SAFETY: it was filled in.
        Ok(unsafe { found.assume_init() }.dli_fbase.addr() as u64)
    }

    /// Runs the port once, on the input that is there.
    ///
    /// # Safety
    ///
    /// `input` points to `length` readable bytes that nobody changes for now. What the port does is the port's affair.
    pub(crate) unsafe fn run(&self, input: *const u8, length: u64, flags: u32) -> (u32, Reply) {
        let mut reply = Reply {
            data: null(),
            len: 0,
        };
        // SAFETY: the caller's promise; the reply is live.
        let status = unsafe { (self.run)(input, length, flags, &raw mut reply) };
        (status, reply)
    }
}

struct Library<'a> {
    file: &'a Path,
    handle: *mut c_void,
}

impl<'a> Library<'a> {
    fn open(file: &'a Path) -> Result<Self, String> {
        let name = CString::new(file.as_os_str().as_bytes()).map_err(|_| {
            format!(
                "cannot load `{}`: its name holds a zero byte",
                file.display()
            )
        })?;
        // SAFETY: a string that ends in zero. What the library's constructors do is the port's affair.
        let handle = unsafe { libc::dlopen(name.as_ptr(), libc::RTLD_NOW) };
        if handle.is_null() {
            let reason = why();
            let own_name = format!("{}: ", file.display());
            let reason = reason.strip_prefix(&own_name).unwrap_or(&reason);
            return Err(format!(
                "cannot load `{}`: {reason}\n\nhint: {}",
                file.display(),
                hint(reason)
            ));
        }
        Ok(Self { file, handle })
    }

    /// # Safety
    ///
    /// `F` is the type of the function.
    unsafe fn function<F>(&self, name: &CStr) -> Result<F, String> {
        // SAFETY: the library is loaded, and the name ends in zero.
        let symbol = unsafe { libc::dlsym(self.handle, name.as_ptr()) };
        if symbol.is_null() {
            return Err(format!(
                "`{}` has no function `{}`\n\nhint: is `lockstep_port::port!(…)` called in its crate, and is its \
                 crate type `cdylib`?",
                self.file.display(),
                name.to_string_lossy()
            ));
        }
        assert_eq!(size_of::<F>(), size_of_val(&symbol));
        // SAFETY: the caller's promise; a function pointer is as wide as any other.
        Ok(unsafe { transmute_copy(&symbol) })
    }
}

fn why() -> String {
    // SAFETY: a string that is good until the linker is used again, or null.
    unsafe {
        let text = libc::dlerror();
        if text.is_null() {
            "the dynamic linker gives no reason".to_owned()
        } else {
            CStr::from_ptr(text).to_string_lossy().into_owned()
        }
    }
}

fn hint(reason: &str) -> &'static str {
    if reason.contains("undefined symbol: __sanitizer_cov_") {
        "the kit is not in it: is `lockstep_port::port!(…)` called in its crate?"
    } else {
        "delete it and build again; `ldd` lists what it needs"
    }
}

/// Looks at the head of a file before the dynamic linker does, which calls a library for another machine a missing file.
fn check_head(file: &Path) -> Result<(), String> {
    let name = file.display();
    if !file.is_file() {
        return Err(format!(
            "cannot load `{name}`: there is no such readable file\n\nhint: run `./lockstep doctor`"
        ));
    }
    let theirs = head(file).map_err(|error| {
        format!("cannot load `{name}`: {error}\n\nhint: run `./lockstep doctor`")
    })?;
    if !theirs.starts_with(b"\x7fELF") {
        return Err(format!(
            "cannot load `{name}`: it is no shared library\n\nhint: delete it and build again"
        ));
    }
    let ours = head(Path::new("/proc/self/exe")).map_err(|error| error.to_string())?;
    let kind = |head: &[u8; HEAD_BYTES]| (head[4], head[5], machine(head));
    if kind(&theirs) != kind(&ours) {
        return Err(format!(
            "cannot load `{name}`: it is a library for {}, this is {}\n\nhint: delete it and build it on this machine",
            machine_name(machine(&theirs)),
            machine_name(machine(&ours))
        ));
    }
    Ok(())
}

/// The first bytes; a file that is shorter leaves zeros.
fn head(file: &Path) -> std::io::Result<[u8; HEAD_BYTES]> {
    let mut bytes = Vec::new();
    File::open(file)?
        .take(HEAD_BYTES as u64)
        .read_to_end(&mut bytes)?;
    bytes.resize(HEAD_BYTES, 0);
    Ok(bytes.try_into().expect("has that length"))
}

fn machine(head: &[u8; HEAD_BYTES]) -> u16 {
    u16::from_le_bytes([head[18], head[19]])
}

fn machine_name(machine: u16) -> String {
    match machine {
        0x03 => "x86".to_owned(),
        0x28 => "arm".to_owned(),
        0x3e => "x86_64".to_owned(),
        0xb7 => "aarch64".to_owned(),
        0xf3 => "riscv".to_owned(),
        other => format!("machine {other:#x}"),
    }
}
