import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatagramSocket, openDatagrams, socketAddress } from "../../network/kernel/datagrams.ts";
import { KernelError } from "../../network/kernel/syscalls.ts";

const port = 20_000 + (process.pid % 20_000);

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
      socket = openDatagrams(ip, port, read);
      for (const text of ["one", "two"]) socket.send(Buffer.from(text), socketAddress(ip, port));
    });
    assert.deepEqual(heard, [`one from ${ip}`, `two from ${ip}`]);
  });
}

test("a taken port, a foreign address and a closed socket are refused by the errno's name", () => {
  const socket = openDatagrams("127.0.0.1", port, () => {});
  const refused = (act: () => unknown, errno: string): void =>
    assert.throws(act, (error) => error instanceof KernelError && error.errno === errno);
  refused(() => openDatagrams("127.0.0.1", port, () => {}), "EADDRINUSE");
  refused(() => openDatagrams("192.0.2.1", port, () => {}), "EADDRNOTAVAIL");
  socket.close();
  socket.close();
  assert.equal(socket.receive(), null);
  refused(() => socket.send(Buffer.of(1), socketAddress("127.0.0.1", port)), "EBADF");
});
