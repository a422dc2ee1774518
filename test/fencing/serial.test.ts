import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { type OpenSerialLine, openSerialLine, type SerialDevice } from "../../fencing/edges/serial.ts";
import { plugNullModem } from "../lab/nullmodem.ts";

const now = (): number => performance.now();

/** What arrives, and a way to wait for it. */
function listen(line: OpenSerialLine) {
  const heard: string[] = [];
  let wake = (): void => {};
  line.onFrame((frame) => {
    heard.push(Buffer.from(frame).toString());
    wake();
  });
  return {
    heard,
    async until(text: string): Promise<void> {
      while (!heard.includes(text)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** Sends again and again, as heartbeats do, until the other side has heard. */
async function insist(line: OpenSerialLine, text: string, heard: Promise<void>): Promise<void> {
  const timer = setInterval(() => line.send(Buffer.from(text)), 10);
  await heard.finally(() => clearInterval(timer));
}

async function withLines(
  body: (
    a: OpenSerialLine,
    b: OpenSerialLine,
    modem: Awaited<ReturnType<typeof plugNullModem>>,
  ) => Promise<void>,
): Promise<void> {
  const modem = await plugNullModem();
  const notes: string[] = [];
  const options = { baud: 115_200, now, note: (_: string, text: string) => void notes.push(text) };
  const a = await openSerialLine({ device: modem.ports[0], ...options });
  const b = await openSerialLine({ device: modem.ports[1], ...options });
  try {
    await body(a, b, modem);
  } finally {
    await Promise.all([a.close(), b.close()]);
    await modem.close();
  }
}

test("frames pass over a real line both ways, whatever their bytes", { timeout: 120_000 }, () =>
  withLines(async (a, b) => {
    const [atA, atB] = [listen(a), listen(b)];
    await insist(a, "to b", atB.until("to b"));
    await insist(b, "to a", atA.until("to a"));
    const odd = Buffer.from([0, 255, 17, 19, 3, 4, 13, 10, 0, 0, 27, 127]).toString();
    await insist(a, odd, atB.until(odd));
    assert.equal(b.counters.damaged, 0);
    assert.equal(atA.heard.includes("to b"), false, "no echo");
  }),
);

test(
  "noise on the line, and a line that was cut for a while, cost what was lost and no more",
  { timeout: 120_000 },
  () =>
    withLines(async (a, b, modem) => {
      const atB = listen(b);
      await insist(a, "first", atB.until("first"));
      for (let i = 0; i < 20; i++) modem.noise(randomBytes(500));
      await insist(a, "after noise", atB.until("after noise"));
      modem.cut();
      for (let i = 0; i < 20; i++) a.send(Buffer.from(`lost ${i}`));
      modem.mend();
      await insist(a, "after the cut", atB.until("after the cut"));
      assert.ok(atB.heard.every((text) => /^(first|after noise|after the cut|lost \d+)$/.test(text)));
      assert.ok(b.counters.damaged > 0);
    }),
);

test("a port that vanishes is said once, costs no processor, and works again when it is back", {
  timeout: 120_000,
}, async () => {
  let modem = await plugNullModem();
  const notes: string[] = [];
  // As a link does that udev makes: the same name, whichever port it is.
  let port = modem.ports[0];
  const { SerialPort } = await import("serialport");
  const a = await openSerialLine({
    device: "/dev/serial",
    baud: 115_200,
    now,
    note: (_, text) => void notes.push(text),
    open: (_, baudRate) => new SerialPort({ path: port, baudRate }),
  });
  const open = (device: string) => openSerialLine({ device, baud: 115_200, now, note: () => {} });
  let b = await open(modem.ports[1]);
  await insist(a, "one", listen(b).until("one"));
  await b.close();
  await modem.close();
  while (a.counters.isOpen) {
    a.send(Buffer.from("is anybody there"));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const { user, system } = process.cpuUsage(before);
  assert.ok(
    user + system < 600_000,
    `${(user + system) / 1000} ms of processor in 1.2 s for a port that is not there`,
  );
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? "", /serial line \/dev\/serial does not work: .*; trying again/);
  assert.equal(a.send(Buffer.from("nobody")), false);
  modem = await plugNullModem();
  port = modem.ports[0];
  b = await open(modem.ports[1]);
  await insist(a, "two", listen(b).until("two"));
  assert.match(notes.at(-1) ?? "", /works again/);
  await Promise.all([a.close(), b.close()]);
  await modem.close();
});

/** A device that takes nothing, unless it is told. */
function lazyDevice() {
  const done: (() => void)[] = [];
  const listeners = new Map<string, (...args: never[]) => void>();
  let closed = 0;
  const device: SerialDevice = {
    isOpen: true,
    write: (_, taken) => void done.push(taken),
    on: (event: string, listener: (...args: never[]) => void) => void listeners.set(event, listener),
    close: () => {
      closed += 1;
    },
  };
  return { device, done, listeners, closed: () => closed };
}

test("what a slow line has no time for is dropped, not queued", async () => {
  let at = 0;
  const { device, done, listeners } = lazyDevice();
  const line = await openSerialLine({
    device: "x",
    baud: 9600,
    now: () => at,
    note: () => {},
    open: () => device,
  });
  assert.equal(line.send(Buffer.alloc(100)), false, "not open yet");
  listeners.get("open")?.();
  // 300 bytes take over 300 ms: while they are on their way there is no room
  assert.equal(line.send(Buffer.alloc(300)), true);
  assert.equal(line.send(Buffer.alloc(300)), false);
  done.shift()?.();
  at = 100;
  assert.equal(line.send(Buffer.alloc(300)), false);
  at = 320;
  assert.equal(line.send(Buffer.alloc(300)), true);
  assert.deepEqual([line.counters.sent, line.counters.dropped], [2, 3]);
  await line.close();
});

test("a device that takes nothing holds a bounded number of frames, and is closed and opened again", async () => {
  let at = 0;
  const { device, done, listeners, closed } = lazyDevice();
  let opened = 0;
  const notes: string[] = [];
  const line = await openSerialLine({
    device: "x",
    baud: 1_000_000,
    now: () => at,
    note: (_, text) => void notes.push(text),
    open: () => {
      opened += 1;
      return device;
    },
  });
  listeners.get("open")?.();
  for (; at < 5000; at += 50) line.send(Buffer.alloc(50));
  assert.ok(done.length <= 8, `${done.length} frames wait`);
  assert.equal(closed(), 0);
  at = 5100;
  assert.equal(line.send(Buffer.alloc(50)), false);
  assert.equal(closed(), 1);
  assert.match(notes[0] ?? "", /has taken nothing/);
  while (opened < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await line.close();
});
