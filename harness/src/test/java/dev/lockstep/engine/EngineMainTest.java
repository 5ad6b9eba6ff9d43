package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.engine.EngineOrders.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EngineMainTest {

  @Test
  void propertiesGetAShareOfTheTime() {
    assertEquals(10, EngineMain.propertySeconds(orders(Task.BOTH)), 1e-9);
  }

  @Test
  void anEngineThatDoesOneThingDoesItAllOfTheTime() {
    assertEquals(0, EngineMain.propertySeconds(orders(Task.COVERAGE)), 1e-9);
    assertEquals(60, EngineMain.propertySeconds(orders(Task.PROPERTY)), 1e-9);
  }

  @Test
  void inputsGrowToTheTargetsLimitWhateverItIs() {
    assertEquals(100, EngineMain.lengthControl(64));
    assertEquals(97, EngineMain.lengthControl(4_096));
    assertEquals(1, EngineMain.lengthControl(Integer.MAX_VALUE));
  }

  private static EngineOrders orders(Task task) {
    Path file = Path.of("x");
    return new EngineOrders(
        "t", file, file, task, 60, 1, true, false, file, file, file, List.of(), file, false,
        List.of(), false);
  }
}
