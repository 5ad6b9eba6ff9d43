//! Sick: it leaves a child process running, and answers.

zoo_sick_common::sick_port!(fall_ill);

fn fall_ill(_input: &[u8]) {
    // SAFETY: the child calls nothing but what a signal handler may.
    unsafe {
        if libc::fork() == 0 {
            // For the sake of the machine, not for ever.
            libc::sleep(600);
            libc::_exit(0);
        }
    }
}
