/** What the kernel keeps out of a socket during a flood, by each rule, in both families. */
import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { test } from "node:test";
import { datagramsOf } from "../../network/kernel/datagrams.ts";

const MAGIC = 0x4c486862;
const genuine = Buffer.from("LHhb and more");

for (const [ip, other, family] of [
  ["127.0.0.1", "127.0.0.2", "udp4"],
  ["::1", "fd00::1", "udp6"],
] as const) {
  test(`${ip}: only what is short, begins right and comes from a member is let in; the rest is counted`, async () => {
    const thrower = createSocket(family);
    thrower.bind(0, ip);
    await once(thrower, "listening");
    const heard: string[] = [];
    let woken = (): void => {};
    const port = 20_000 + (process.pid % 12_000);
    const socket = datagramsOf(() => {
      for (let each = socket.receive(); each !== null; each = socket.receive())
        heard.push(each.bytes.toString());
      woken();
    }).open(ip, port);
    const put = (...packets: Buffer[]) =>
      Promise.all(
        packets.map(
          (packet) =>
            new Promise<void>((resolve, reject) =>
              thrower.send(packet, port, ip, (error) => (error === null ? resolve() : reject(error))),
            ),
        ),
      );
    /** Loopback delivers before the sender is told, so what is let in has been. */
    const heardAfter = async (...packets: Buffer[]): Promise<string[]> => {
      heard.length = 0;
      const last = new Promise<void>((resolve) => {
        woken = () => {
          if (heard.includes("LHhb last")) resolve();
        };
      });
      await put(...packets);
      await put(Buffer.from("LHhb last"));
      await last;
      return heard.slice(0, -1);
    };
    const bad = [
      Buffer.from("LHhc and more"),
      Buffer.alloc(0),
      Buffer.from("LHh"),
      Buffer.alloc(200, "LHhb"),
    ];
    assert.equal((await heardAfter(...bad, genuine)).length, 5, "everything");

    socket.admitOnly({ senders: ["192.0.2.1", "fd00::2", ip], magic: MAGIC, bytesMax: 100 });
    assert.deepEqual(await heardAfter(...bad, genuine), [genuine.toString()]);
    assert.equal(socket.shed(), bad.length);

    socket.admitOnly({ senders: [other], magic: MAGIC, bytesMax: 100 });
    await put(genuine, genuine);
    assert.equal(socket.shed(), bad.length + 2, "nobody else's address");

    socket.admitOnly(null);
    assert.deepEqual(await heardAfter(Buffer.from("anything")), ["anything"]);
    socket.close();
    thrower.close();
  });
}
