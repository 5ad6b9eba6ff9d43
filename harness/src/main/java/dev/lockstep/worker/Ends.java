package dev.lockstep.worker;

import dev.lockstep.pair.Reply;
import dev.lockstep.port.Exchange;
import dev.lockstep.port.Exchange.Field;
import dev.lockstep.port.Exchange.Phase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into words how a side's process ended: the same words for the same end, every time. */
final class Ends {
  private static final int WORDS_CHARS_MAX = 500;
  private static final long NULL_PAGE_BYTES = 65_536;
  private static final Pattern ALLOCATION =
      Pattern.compile("memory allocation of \\d+ bytes failed");
  private static final int SIGABRT = 6;
  private static final int SIGBUS = 7;
  private static final int SIGSEGV = 11;
  private static final int SIGKILL = 9;
  private static final int EXITED = 1;
  private static final int SIGNALLED = 2;
  private static final int STACK_OVERFLOW = 1;

  private Ends() {}

  /**
   * An end, as a status and the texts of its reply.
   *
   * @param status of {@link Reply}
   * @param texts the reply's
   */
  record End(int status, List<String> texts) {
    End(int status, String... texts) {
      this(status, List.of(texts));
    }
  }

  /**
   * What an end means.
   *
   * @param exchange of a child that has ended
   * @param jvm whether it was one, and not a port
   */
  static End of(Exchange exchange, boolean jvm) {
    String all = new String(exchange.words(), StandardCharsets.UTF_8);
    String words = brief(all);
    int code = (int) exchange.get(Field.END_CODE);
    int kind = (int) exchange.get(Field.END_KIND);
    if (kind == EXITED) {
      return new End(Reply.DIED, exited(code, exchange.get(Field.EXIT_CALLED) != 0, jvm), words);
    }
    int fault = (int) exchange.get(Field.FAULT);
    if (fault == STACK_OVERFLOW || all.contains("has overflowed its stack")) {
      return new End(Reply.DIED, "stack overflow", words);
    }
    if (code == SIGSEGV || code == SIGBUS) {
      if (exchange.phase() == Phase.READING) {
        return new End(Reply.INVALID, "its reply lies outside its memory");
      }
      long address = exchange.get(Field.FAULT_ADDRESS);
      return new End(Reply.DIED, fault(code, fault, address), at(fault, address, words));
    }
    if (code == SIGABRT) {
      Optional<AddressReport> report = AddressReport.in(all);
      if (report.isPresent()) {
        return new End(
            Reply.DIED, "AddressSanitizer: " + report.get().kind(), report.get().detail());
      }
      Matcher allocation = ALLOCATION.matcher(all);
      return allocation.find()
          ? new End(Reply.OUT_OF_MEMORY, allocation.group())
          : new End(Reply.DIED, aborted(all), words);
    }
    return new End(Reply.DIED, signal(code), words);
  }

  /** Whether it was killed, which it can do itself, and anybody else. */
  static boolean isKilled(Exchange exchange) {
    return exchange.get(Field.END_KIND) == SIGNALLED && exchange.get(Field.END_CODE) == SIGKILL;
  }

  /** Why a side cannot be asked whose process ended while it was loading. */
  static String whyNotLoaded(Exchange exchange, boolean jvm) {
    String reason = new String(exchange.reply(), StandardCharsets.UTF_8).strip();
    if (!reason.isEmpty()) {
      return reason;
    }
    End end = of(exchange, jvm);
    return "its process ended while it was loading: " + String.join("; ", end.texts());
  }

  /** The last words, as far as people want to see them. */
  private static String brief(String all) {
    String words = all.strip();
    return words.length() <= WORDS_CHARS_MAX
        ? words
        : "…" + words.substring(words.length() - WORDS_CHARS_MAX);
  }

  private static String exited(int code, boolean throughExit, boolean jvm) {
    String how =
        jvm ? throughExit ? "System.exit" : "Runtime.halt" : throughExit ? "exit" : "_exit";
    return how + "(" + code + ")";
  }

  private static String fault(int code, int fault, long address) {
    String what =
        switch (fault) {
          case 2 -> "read";
          case 3 -> "write";
          case 4 -> "jump";
          default -> "";
        };
    if (what.isEmpty()) {
      return signal(code);
    }
    boolean nowhere = Long.compareUnsigned(address, NULL_PAGE_BYTES) < 0;
    return signal(code) + ": " + (nowhere ? "null " : "") + what;
  }

  private static String at(int fault, long address, String words) {
    List<String> parts = new ArrayList<>();
    if (fault != 0) {
      parts.add("at address 0x" + Long.toHexString(address));
    }
    if (!words.isEmpty()) {
      parts.add(words);
    }
    return String.join("; ", parts);
  }

  /** Recognises what Rust's standard library says before it aborts. */
  private static String aborted(String words) {
    if (words.contains("panicked while processing panic")
        || words.contains("panic in a destructor during cleanup")) {
      return "SIGABRT: panic while panicking";
    }
    if (words.contains("cannot unwind") || words.contains("non-unwinding panic")) {
      return "SIGABRT: panic that cannot unwind";
    }
    return "SIGABRT";
  }

  private static String signal(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 3 -> "SIGQUIT";
      case 4 -> "SIGILL";
      case 5 -> "SIGTRAP";
      case SIGABRT -> "SIGABRT";
      case SIGBUS -> "SIGBUS";
      case 8 -> "SIGFPE";
      case SIGKILL -> "SIGKILL";
      case 10 -> "SIGUSR1";
      case SIGSEGV -> "SIGSEGV";
      case 12 -> "SIGUSR2";
      case 13 -> "SIGPIPE";
      case 14 -> "SIGALRM";
      case 15 -> "SIGTERM";
      case 19 -> "SIGSTOP";
      case 20 -> "SIGTSTP";
      case 21 -> "SIGTTIN";
      case 22 -> "SIGTTOU";
      case 24 -> "SIGXCPU";
      case 25 -> "SIGXFSZ";
      case 31 -> "SIGSYS";
      default -> "signal " + number;
    };
  }
}
