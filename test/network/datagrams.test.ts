import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatagramSocket, datagramsOf, socketAddress } from "../../network/kernel/datagrams.ts";
import { KernelError } from "../../network/kernel/syscalls.ts";

const port = 20_000 + (process.pid % 12_000);

for (const ip of ["127.0.0.1", "::1"]) {
  test(`what is sent to ${ip} is received there, whole, with its sender's address`, async () => {
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      let socket: DatagramSocket;
      const read = (): void => {
        for (let one = socket.receive(); one !== null; one = socket.receive())
          heard.push(`${one.bytes} from ${one.from()}`);
        if (heard.length < 2) return;
        socket.close();
        resolve();
      };
      socket = datagramsOf(read).open(ip, port);
      for (const text of ["one", "two"]) socket.send(Buffer.from(text), socketAddress(ip, port));
    });
    assert.deepEqual(heard, [`one from ${ip}`, `two from ${ip}`]);
  });
}

test("a taken port, a foreign address and a closed socket are refused by the errno's name", () => {
  const { open } = datagramsOf(() => {});
  const socket = open("127.0.0.1", port);
  const refused = (act: () => unknown, errno: string): void =>
    assert.throws(act, (error) => error instanceof KernelError && error.errno === errno);
  refused(() => open("127.0.0.1", port), "EADDRINUSE");
  refused(() => open("192.0.2.1", port), "EADDRNOTAVAIL");
  socket.close();
  socket.close();
  assert.equal(socket.receive(), null);
  refused(() => socket.send(Buffer.of(1), socketAddress("127.0.0.1", port)), "EBADF");
});

test("what waits at several sockets wakes the event loop once, and a closed one is left out", async () => {
  const heard: string[] = [];
  let wakings = 0;
  let woken = (): void => {};
  const { open } = datagramsOf(() => {
    wakings += 1;
    for (const socket of sockets)
      for (let one = socket.receive(); one !== null; one = socket.receive()) heard.push(`${one.bytes}`);
    woken();
  });
  const ips = ["127.0.0.1", "127.0.0.2"];
  const sockets = ips.map((ip) => open(ip, port));
  const next = async (...to: string[]): Promise<readonly string[]> => {
    heard.length = 0;
    const done = new Promise<void>((resolve) => {
      woken = resolve;
    });
    for (const ip of to) sockets[0]!.send(Buffer.from(ip), socketAddress(ip, port));
    await done;
    return heard;
  };
  assert.deepEqual(await next(...ips), ips);
  assert.equal(wakings, 1);
  sockets[1]!.close();
  assert.deepEqual(await next("127.0.0.1"), ["127.0.0.1"]);
  sockets[0]!.close();
  // Empty, then in use again.
  sockets.splice(0, 2, open("127.0.0.1", port));
  assert.deepEqual(await next("127.0.0.1"), ["127.0.0.1"]);
  sockets[0]!.close();
});
