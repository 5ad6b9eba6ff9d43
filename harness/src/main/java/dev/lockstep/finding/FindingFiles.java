package dev.lockstep.finding;

import dev.lockstep.files.Json;
import dev.lockstep.judge.Judge;
import dev.lockstep.target.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads findings from wherever they were carried to: a document, a folder, or an archive with any
 * of them in it. Nothing is unpacked: what names an archive has in it leads nowhere.
 *
 * <p>What it holds may come from anyone, so all of it is bounded, and a finding whose id or target
 * is no name is refused.
 */
public final class FindingFiles {
  private static final String FINDING = "finding.json";
  private static final String HINT = "download it once more, or give the folder it was made of";

  /** A finding with the largest input, in Base64, with room for the rest. */
  private static final long DOCUMENT_BYTES_MAX = Judge.INPUT_BYTES_MAX * 3 / 2;

  private static final long ALL_BYTES_MAX = 1L << 30;
  private static final int ENTRIES_MAX = 1_000_000;
  private static final int FINDINGS_MAX = 10_000;
  private static final int FOLDERS_MAX = 16;

  private static final Pattern TARGET = Pattern.compile("[a-z0-9_-]+");
  private static final Pattern SUFFIX = Pattern.compile("-[0-9a-f]{8}");

  private final Path file;
  private final List<Finding> findings = new ArrayList<>();
  private long bytes;
  private int entries;

  private FindingFiles(Path file) {
    this.file = file;
  }

  /** Whether a file is an archive by its name: {@code .zip}, {@code .tar.gz} or {@code .tgz}. */
  public static boolean isArchive(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || isTar(name);
  }

  /**
   * Reads all findings.
   *
   * @param file {@code finding.json}, an archive, or a folder that is searched
   * @return sorted by id; none if there is none
   * @throws UsageException if it is no archive, too large, or holds what is no finding
   * @throws IOException if it cannot be read
   */
  public static List<Finding> read(Path file) throws IOException {
    FindingFiles reader = new FindingFiles(file);
    if (Files.isDirectory(file)) {
      reader.folder();
    } else if (isArchive(file)) {
      reader.archive();
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        reader.add(file.toString(), in);
      }
    }
    reader.findings.sort(Comparator.comparing(Finding::id));
    return List.copyOf(reader.findings);
  }

  private static boolean isTar(String name) {
    return name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  private void folder() throws IOException {
    try (Stream<Path> all = Files.walk(file, FOLDERS_MAX)) {
      for (Path one :
          all.filter(it -> it.endsWith(FINDING)).filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(one)) {
          add(one.toString(), in);
        }
      }
    }
  }

  private void archive() throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (isTar(name)) {
        tar(in);
      } else {
        zip(in);
      }
    } catch (ZipException e) {
      throw damaged(e);
    }
    if (entries == 0) {
      throw new UsageException("`" + file + "` is no archive, or an empty one", HINT);
    }
  }

  private UsageException damaged(IOException e) {
    return new UsageException("`" + file + "` is damaged: " + e.getMessage(), HINT);
  }

  private void zip(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      count();
      if (isFinding(entry.getName())) {
        add(entry.getName(), zip);
      }
    }
  }

  private void tar(InputStream in) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in));
    try {
      for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        count();
        if (isFinding(entry.getName())) {
          add(entry.getName(), tar);
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw damaged(new IOException(e.getMessage(), e));
    }
  }

  private static boolean isFinding(String name) {
    return name.equals(FINDING) || name.endsWith("/" + FINDING);
  }

  private void count() {
    if (++entries > ENTRIES_MAX) {
      throw tooMuch(ENTRIES_MAX + " files");
    }
  }

  private void add(String name, InputStream in) throws IOException {
    byte[] document = in.readNBytes((int) DOCUMENT_BYTES_MAX + 1);
    bytes += document.length;
    if (document.length > DOCUMENT_BYTES_MAX) {
      throw tooMuch(DOCUMENT_BYTES_MAX + " bytes in `" + name + "`");
    }
    if (bytes > ALL_BYTES_MAX || findings.size() == FINDINGS_MAX) {
      throw tooMuch(ALL_BYTES_MAX + " bytes, or " + FINDINGS_MAX + " findings");
    }
    Finding finding;
    try {
      finding = Json.MAPPER.readValue(document, Finding.class);
    } catch (IOException e) {
      throw new UsageException(
          "`" + name + "` cannot be read: " + firstLine(e), "is it a finding of Lockstep's?");
    }
    fault(finding)
        .ifPresent(what -> {
          throw new UsageException(
              "`" + name + "` is no finding: " + what, "is it one that Lockstep has written?");
        });
    findings.add(finding);
  }

  private UsageException tooMuch(String what) {
    return new UsageException("`" + file + "` has more than " + what, "give a part of it");
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** What is wrong with a finding that anyone may have written. */
  @SuppressWarnings("NullAway") // what reads JSON gives null for what is not there
  static Optional<String> fault(Finding finding) {
    if (finding == null || finding.target() == null || finding.id() == null) {
      return Optional.of("it has no target or no id");
    }
    if (!TARGET.matcher(finding.target()).matches()) {
      return Optional.of("its target is no name");
    }
    if (!finding.id().startsWith(finding.target())
        || !SUFFIX.matcher(finding.id().substring(finding.target().length())).matches()) {
      return Optional.of("its id is not its target's name and eight hexadecimal digits");
    }
    if (finding.kind() == null || finding.fingerprint() == null || finding.environment() == null) {
      return Optional.of("it has no kind, fingerprint or environment");
    }
    try {
      return finding.replay().input().length > Judge.INPUT_BYTES_MAX
              || finding.nearestAgreeing().orElse(new byte[0]).length > Judge.INPUT_BYTES_MAX
          ? Optional.of("its input is too long")
          : Optional.empty();
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.of("its input is not in Base64");
    }
  }
}
