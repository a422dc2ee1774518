import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { createAddresses } from "../../network/addresses.ts";
import { KernelError } from "../../network/kernel/syscalls.ts";
import { checkCards, type LinkState, readLinks, watchLinks } from "../../network/links.ts";
import { CARD, FLOATING, HERE, inHere, inPeer, makePair, PREFIX } from "./pair.ts";

before(makePair);

const stationary = { ip: HERE, prefix: PREFIX };
const floating = { ip: FLOATING, prefix: PREFIX };

test("an address is added once, listed, and removed once; the stationary address stays", () => {
  const addresses = createAddresses();
  assert.deepEqual(addresses.list(CARD), [stationary]);
  addresses.add(CARD, FLOATING, PREFIX);
  addresses.add(CARD, FLOATING, PREFIX);
  assert.deepEqual(addresses.list(CARD), [stationary, floating]);
  addresses.remove(CARD, FLOATING, PREFIX);
  addresses.remove(CARD, FLOATING, PREFIX);
  assert.deepEqual(addresses.list(CARD), [stationary]);
  addresses.close();
});

test("removing a floating address that came first does not take the stationary one along", () => {
  const addresses = createAddresses();
  writeFileSync(`/proc/sys/net/ipv4/conf/${CARD}/promote_secondaries`, "0");
  inHere("addr", "flush", "dev", CARD);
  addresses.add(CARD, FLOATING, PREFIX);
  addresses.add(CARD, HERE, PREFIX);
  addresses.remove(CARD, FLOATING, PREFIX);
  assert.deepEqual(addresses.list(CARD), [stationary]);
  addresses.close();
});

test("what the kernel refuses is said with what was asked and the errno's name", () => {
  const addresses = createAddresses();
  assert.throws(
    () => addresses.add("nosuch0", FLOATING, PREFIX),
    (error) =>
      error instanceof KernelError &&
      error.code === "kernel" &&
      error.errno === "ENODEV" &&
      /"nosuch0": ENODEV \(there is no such network card/.test(error.message),
  );
  assert.throws(() => addresses.add(CARD, "10.77.0.300", PREFIX), { code: "invalid-argument" });
  assert.throws(() => addresses.add(CARD, FLOATING, 77), {
    code: "kernel",
    message: /adding 10\.77\.0\.100\/77 to lan0.*EINVAL/,
  });
  addresses.close();
});

test("many addresses are listed whole", () => {
  const addresses = createAddresses();
  for (let i = 0; i < 600; i++) addresses.add(CARD, `10.78.${i >> 8}.${i & 255}`, 32);
  assert.equal(addresses.list(CARD).length, 601);
  inHere("addr", "flush", "dev", CARD);
  addresses.add(CARD, HERE, PREFIX);
  addresses.close();
});

test("a change of carrier is heard", async () => {
  const seen = await new Promise<readonly LinkState[]>((resolve) => {
    const alive = setTimeout(() => {}, 10_000);
    const watch = watchLinks((links) => {
      if (links.find(({ name }) => name === CARD)?.carrier !== false) return;
      watch.close();
      clearTimeout(alive);
      resolve(links);
    });
    inPeer("link", "set", CARD, "down");
  });
  const card = { name: CARD, role: "primary", stationary, addresses: [stationary] } as const;
  assert.match(checkCards([card], seen).join(), /no carrier/);
  inPeer("link", "set", CARD, "up");
});

test("what is wrong with the cards of the node's file is said one by one", () => {
  const links = readLinks();
  const card = (name: string, ip: string, prefix: number) =>
    ({ name, role: "primary", stationary: { ip, prefix }, addresses: [{ ip, prefix }] }) as const;
  const said = (ip: string, prefix: number): string => checkCards([card(CARD, ip, prefix)], links).join();
  assert.match(said("10.77.0.9", 24), /lacks its stationary address 10\.77\.0\.9\/24; add it with: ip addr/);
  assert.match(said(HERE, 16), /expected \/16/);
  assert.match(checkCards([card("nosuch0", HERE, 24)], links).join(), /"nosuch0" does not exist.*lan0/);
  inHere("link", "set", "lo", "down");
  assert.match(checkCards([card("lo", "127.0.0.1", 8)], readLinks()).join(), /lo is down; bring it up/);
});
