//! A port without the kit that does what its input says; compiled by the tests.

use std::ffi::{c_char, c_int, c_void};
use std::hint::black_box;
use std::ptr::{null, null_mut};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

#[repr(C)]
pub struct Reply {
    data: *const u8,
    len: u64,
}

unsafe extern "C" {
    fn exit(code: c_int) -> !;
    fn _exit(code: c_int) -> !;
    fn raise(signal: c_int) -> c_int;
    fn fork() -> c_int;
    fn setsid() -> c_int;
    fn getpid() -> c_int;
    fn malloc(size: usize) -> *mut c_void;
    fn printf(format: *const c_char, ...) -> c_int;
    fn close(descriptor: c_int) -> c_int;
    fn sigprocmask(how: c_int, set: *const [u64; 16], old: *mut c_void) -> c_int;
    fn setrlimit(resource: c_int, limit: *const [u64; 2]) -> c_int;
}

static REPLY: Mutex<Vec<u8>> = Mutex::new(Vec::new());

#[unsafe(no_mangle)]
pub extern "C" fn lockstep_abi_version() -> u32 {
    2
}

#[unsafe(no_mangle)]
pub extern "C" fn lockstep_build() -> u32 {
    6
}

/// # Safety
///
/// None.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lockstep_run(input: *const u8, len: u64, flags: u32, reply: *mut Reply) -> u32 {
    let bytes = unsafe { std::slice::from_raw_parts(input, len as usize) };
    let word = bytes.split(|&byte| byte == b' ').next().unwrap_or_default();
    let number = std::str::from_utf8(&bytes[word.len()..]).map_or("", str::trim).parse::<u64>().unwrap_or(0);
    let mut buffer = REPLY.lock().unwrap();
    buffer.clear();
    let mut status = 0;
    unsafe {
        match std::str::from_utf8(word).unwrap() {
            "echo" => buffer.extend_from_slice(bytes),
            "flags" => buffer.push(flags as u8),
            "status" => status = number as u32,
            "reply" => buffer.resize(number as usize, b'x'),
            "null" => {
                *reply = Reply { data: null(), len: number };
                return 0;
            }
            "wild" => {
                *reply = Reply { data: number as *const u8, len: 8 };
                return 0;
            }
            "abort" => std::process::abort(),
            "exit" => exit(number as c_int),
            "_exit" => _exit(number as c_int),
            "raise" => {
                raise(number as c_int);
            }
            "read" => {
                black_box((number as *const u8).read_volatile());
            }
            "write" => (number as *mut u8).write_volatile(1),
            "write_input" => input.cast_mut().write_volatile(b'W'),
            "jump" => {
                let function: extern "C" fn() = std::mem::transmute(number);
                function();
            }
            "divide" => {
                std::arch::asm!("div {0:r}", in(reg) 0_u64, inout("rax") 1_u64 => _, inout("rdx") 0_u64 => _);
            }
            "recurse" => {
                black_box(deeper(number));
            }
            "recurse_elsewhere" => {
                thread::spawn(move || black_box(deeper(number))).join().unwrap();
            }
            "allocate" => {
                let mut all = Vec::new();
                for _ in 0..number {
                    all.push(vec![1_u8; 1 << 20]);
                }
                black_box(all);
            }
            "malloc" => buffer.push(u8::from(black_box(malloc(number as usize)).is_null())),
            "leak" => {
                black_box(vec![1_u8; number as usize].leak());
            }
            "spin" => loop {
                black_box(0);
            },
            "sleep" => thread::sleep(Duration::from_secs(number)),
            "die_later" => {
                thread::spawn(move || {
                    thread::sleep(Duration::from_millis(number));
                    std::process::abort()
                });
            }
            "print" => {
                for line in 0..number {
                    println!("line {line:9} {}", "-".repeat(84));
                }
                eprintln!("the last words");
            }
            "printf" => {
                printf(c"no end of line".as_ptr());
            }
            "printf_and_abort" => {
                printf(c"a line\n".as_ptr());
                std::process::abort()
            }
            "mute" => {
                for descriptor in 0..4096 {
                    close(descriptor);
                }
            }
            "descriptors" => {
                for entry in std::fs::read_dir("/proc/self/fd").unwrap() {
                    buffer.extend_from_slice(entry.unwrap().file_name().as_encoded_bytes());
                    buffer.push(b' ');
                }
            }
            "status_of_self" => buffer.extend(std::fs::read("/proc/thread-self/status").unwrap()),
            "mask" => {
                let all = [u64::MAX; 16];
                sigprocmask(0, &raw const all, null_mut());
            }
            "core" => {
                let all = [1, 1];
                setrlimit(4, &raw const all);
            }
            "pid" => buffer.extend_from_slice(&getpid().to_ne_bytes()),
            // Both copies return.
            "fork" => {
                fork();
            }
            // Replies with the number of a process that stays.
            "leave" | "hide" => {
                let (read, mut write) = std::io::pipe().unwrap();
                if fork() == 0 {
                    if word == b"hide" {
                        setsid();
                        if fork() != 0 {
                            _exit(0);
                        }
                    }
                    std::io::Write::write_all(&mut write, &getpid().to_ne_bytes()).unwrap();
                    drop(write);
                    loop {
                        thread::sleep(Duration::from_secs(100));
                    }
                }
                drop(write);
                let mut pid = [0; 4];
                std::io::Read::read_exact(&mut { read }, &mut pid).unwrap();
                buffer.extend_from_slice(&pid);
            }
            "" => {}
            other => panic!("what is {other}?"),
        }
        *reply = Reply { data: buffer.as_ptr(), len: buffer.len() as u64 };
    }
    status
}

fn deeper(depth: u64) -> u64 {
    let frame = black_box([depth; 64]);
    if depth == 0 { 0 } else { deeper(depth - 1) + frame[7] }
}
