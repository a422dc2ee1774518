/** The alarm that ticks hang on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAlarm } from "../../network/kernel/alarm.ts";
import { bootNow } from "../../network/kernel/clock.ts";

/** Resolves with the moment of the first ring. */
function ringing(use: (set: (at: number) => void) => void): Promise<number> {
  return new Promise((resolve) => {
    const alarm = createAlarm(() => {
      alarm.close();
      resolve(bootNow());
    });
    use(alarm.set);
  });
}

test("an alarm rings not before its moment", async () => {
  const at = bootNow() + 20;
  assert.ok((await ringing((set) => set(at))) >= at);
});

test("an alarm that is put off rings at the later moment only", async () => {
  const at = bootNow() + 40;
  const rang = await ringing((set) => {
    set(at - 30);
    set(at);
  });
  assert.ok(rang >= at);
});

test("a moment that is past is now", async () => {
  await ringing((set) => set(bootNow() - 1000));
  await ringing((set) => set(-5));
});

test("an alarm rings once for each setting", async () => {
  let rings = 0;
  await new Promise<void>((resolve) => {
    const alarm = createAlarm(() => {
      rings++;
      if (rings === 2) {
        alarm.close();
        resolve();
      } else {
        alarm.set(bootNow() + 1);
      }
    });
    alarm.set(bootNow() + 1);
  });
  assert.equal(rings, 2);
});
