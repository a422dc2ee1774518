import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { createAddresses } from "../../network/addresses.ts";
import { KernelError } from "../../network/kernel/syscalls.ts";
import { checkCards, findFloating, readLinks } from "../../network/links.ts";
import { checkIpv6 } from "../../network/trial.ts";
import { CARD, FLOATING, FLOATING6, HERE, HERE6, inHere, makePair, PEER6, PREFIX, PREFIX6 } from "./pair.ts";

before(makePair);

const stationary = { ip: HERE, prefix: PREFIX };
const floating = { ip: FLOATING, prefix: PREFIX };
const stationary6 = { ip: HERE6, prefix: PREFIX6 };

test("an address is added once, listed, and removed once; the stationary address stays", () => {
  const addresses = createAddresses();
  assert.deepEqual(addresses.list(CARD), [stationary, stationary6]);
  addresses.add(CARD, FLOATING, PREFIX);
  addresses.add(CARD, FLOATING, PREFIX);
  assert.deepEqual(addresses.list(CARD), [stationary, floating, stationary6]);
  addresses.remove(CARD, FLOATING, PREFIX);
  addresses.remove(CARD, FLOATING, PREFIX);
  assert.deepEqual(addresses.list(CARD), [stationary, stationary6]);
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

test("an IPv6 address is usable at once, is not chosen as a source, and goes without the stationary one", () => {
  inHere("addr", "add", `${HERE6}/${PREFIX6}`, "dev", CARD, "nodad");
  const addresses = createAddresses();
  addresses.add(CARD, "2001:DB8:77:0::100", PREFIX6);
  addresses.add(CARD, FLOATING6, PREFIX6);
  const shown = execFileSync("ip", ["-6", "addr", "show", "dev", CARD], { encoding: "utf8" });
  assert.match(shown, /77::100\/64 scope global nodad deprecated/);
  assert.doesNotMatch(shown, /77::100\/64.*tentative/);
  const route = execFileSync("ip", ["-6", "route", "get", PEER6], { encoding: "utf8" });
  assert.match(route, new RegExp(`src ${HERE6} `));
  assert.deepEqual(addresses.list(CARD), [stationary, { ip: FLOATING6, prefix: PREFIX6 }, stationary6]);
  addresses.remove(CARD, FLOATING6, PREFIX6);
  addresses.remove(CARD, FLOATING6, PREFIX6);
  assert.deepEqual(addresses.list(CARD), [stationary, stationary6]);
  const left = execFileSync("ip", ["-6", "route", "show", "dev", CARD], { encoding: "utf8" });
  assert.match(left, /2001:db8:77::\/64/, "the subnet's route stays with the stationary address");
  addresses.close();
});

test("an IPv6 address that is there with another prefix length is not taken for ours", () => {
  const addresses = createAddresses();
  inHere("addr", "add", `${FLOATING6}/128`, "dev", CARD, "nodad");
  assert.throws(
    () => addresses.add(CARD, FLOATING6, PREFIX6),
    /prefix length 128, expected 64; remove it with/,
  );
  addresses.remove(CARD, FLOATING6, 128);
  assert.throws(() => addresses.add(CARD, "fe80::1%lan0", 64), { code: "invalid-argument" });
  addresses.close();
});

test("where IPv6 is switched off, an IPv6 address is refused with the kernel's own words", () => {
  const addresses = createAddresses();
  const setting = `/proc/sys/net/ipv6/conf/${CARD}/disable_ipv6`;
  writeFileSync(setting, "1");
  assert.throws(() => addresses.add(CARD, FLOATING6, PREFIX6), /adding 2001:db8:77::100\/64 to lan0.*EACCES/);
  assert.deepEqual(checkIpv6([CARD]).ok, false);
  assert.match(checkIpv6([CARD]).detail, /IPv6 is switched off on the card lan0; switch it on with: sysctl/);
  writeFileSync(setting, "0");
  assert.ok(checkIpv6([CARD]).ok);
  assert.match(checkIpv6(["nosuch0"]).detail, /has no IPv6 on the card nosuch0/);
  addresses.close();
});

test("R15: a floating address that is here already is a leftover, a finding, or a stationary address to be left alone", () => {
  const card = { name: CARD, role: "primary", stationary, addresses: [stationary, stationary6] } as const;
  inHere("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  inHere("link", "set", "lo", "up");
  inHere("addr", "add", `${FLOATING6}/128`, "dev", "lo");
  inHere("addr", "add", `${HERE6}/${PREFIX6}`, "dev", CARD, "nodad");
  const found = findFloating(
    [card],
    readLinks(),
    new Set([FLOATING, "2001:db8:77:0::100", "2001:db8:77::1"]),
  );
  assert.deepEqual(found.leftovers, [{ card: CARD, ip: FLOATING, prefix: PREFIX }]);
  assert.match(
    found.findings.join("\n"),
    /floating address 2001:db8:77::100 is on lo, which is not a card of/,
  );
  assert.match(found.findings.join("\n"), /2001:db8:77::1 is a stationary address of this node's card lan0/);
  assert.equal(found.findings.length, 2);
  assert.deepEqual(findFloating([card], readLinks(), new Set()), { leftovers: [], findings: [] });
  inHere("addr", "del", `${FLOATING6}/128`, "dev", "lo");
  inHere("addr", "del", `${FLOATING}/${PREFIX}`, "dev", CARD);
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
  assert.equal(addresses.list(CARD).filter(({ prefix }) => prefix === 32).length, 600);
  inHere("addr", "flush", "dev", CARD);
  addresses.add(CARD, HERE, PREFIX);
  addresses.close();
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
