package dev.lockstep.fonts;

/** FontBox's log, which an adapter turns off before it loads the first class of FontBox. */
public final class FontBoxLog {
  private FontBoxLog() {}

  /**
   * Turns it off. FontBox logs a line for almost every malformed table. Nobody reads them, and a
   * fuzzer makes thousands a second. A file on the class path would do it too, but commons-logging
   * looks for it in the thread's class loader.
   */
  public static void turnOff() {
    System.setProperty(
        "org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }
}
