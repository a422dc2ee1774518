/** Addresses as text: what is one, how it is written, which subnet it lies in. */
import assert from "node:assert/strict";
import { isIPv6 } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import {
  formatAddress,
  inSubnet,
  networkOf,
  parseAddress,
  parseCidr,
  unfloatable,
} from "../../configuration/addresses.ts";
import { formatDuration, LONGEST, parseDuration } from "../../configuration/duration.ts";

const canonical = (text: string): string | null => {
  const address = parseAddress(text);
  return address === null ? null : formatAddress(address);
};

test("IPv4 is plain and dotted, without leading zeros", () => {
  for (const bad of ["1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "a.b.c.d", "", " 1.2.3.4", "1.2.3.4\n"])
    assert.equal(parseAddress(bad), null, bad);
  assert.equal(parseAddress("255.255.255.255")?.value, 2n ** 32n - 1n);
});

test("IPv6 is written as RFC 5952 wants it", () => {
  const pairs = {
    "2001:DB8:0:0:0:0:0:1": "2001:db8::1",
    "2001:db8:0:1:1:1:1:1": "2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1": "2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1": "2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0": "::",
    "::1": "::1",
    "fd00::": "fd00::",
    "0fd0:0001::00a0": "fd0:1::a0",
  };
  for (const [text, wanted] of Object.entries(pairs)) assert.equal(canonical(text), wanted);
  for (const bad of [
    ":",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "12345::",
  ])
    assert.equal(parseAddress(bad), null, bad);
  for (const bad of ["::1.2.3.4", "fe80::1%eth0", "g::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:"])
    assert.equal(parseAddress(bad), null, bad);
});

test("every IPv6 address is read back from its text, whatever the spelling", () => {
  const value = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(value, (groups) => {
      const long = groups.map((group) => group.toString(16).toUpperCase().padStart(4, "0")).join(":");
      const short = canonical(long);
      assert.ok(short !== null && isIPv6(short));
      assert.equal(canonical(short), short);
      assert.deepEqual(parseAddress(short), parseAddress(long));
    }),
  );
});

test("random text is an address exactly when the system's own reader says so", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123af:::"), maxLength: 24 });
  fc.assert(
    fc.property(text, (written) => {
      if (written.includes(":")) assert.equal(parseAddress(written) !== null, isIPv6(written), written);
    }),
  );
});

test("a prefix length is from 1 to the width of the address", () => {
  for (const bad of [
    "1.2.3.4",
    "1.2.3.4/0",
    "1.2.3.4/33",
    "1.2.3.4/2/3",
    "/24",
    "fd00::1/129",
    "fd00::1/",
    "/",
  ])
    assert.equal(parseCidr(bad), null, bad);
  assert.deepEqual(parseCidr("FD00::0:1/128"), { ip: "fd00::1", prefix: 128 });
});

test("two addresses share a subnet when their first bits agree, and never across families", () => {
  assert.equal(inSubnet("10.0.0.77", { ip: "10.0.0.1", prefix: 24 }), true);
  assert.equal(inSubnet("10.0.1.77", { ip: "10.0.0.1", prefix: 24 }), false);
  assert.equal(inSubnet("200.0.0.1", { ip: "10.0.0.1", prefix: 1 }), false);
  assert.equal(inSubnet("fd00::1:1", { ip: "fd00::2:2", prefix: 64 }), true);
  assert.equal(inSubnet("fd00:0:0:1::1", { ip: "fd00::1", prefix: 64 }), false);
  assert.equal(inSubnet("::1", { ip: "0.0.0.1", prefix: 8 }), false);
  fc.assert(
    fc.property(fc.nat(0xffff_ff), fc.nat(0xffff_ff), fc.integer({ min: 1, max: 32 }), (a, b, prefix) => {
      const [x, y] = [a, b].map((n) => ({ family: 4 as const, value: BigInt(n) }));
      assert.ok(x !== undefined && y !== undefined);
      const same = inSubnet(formatAddress(x), { ip: formatAddress(y), prefix });
      assert.equal(same, networkOf(x, prefix) === networkOf(y, prefix));
      assert.equal(same, Math.floor(a / 2 ** (32 - prefix)) === Math.floor(b / 2 ** (32 - prefix)));
    }),
  );
});

test("an address of a pair or of one host has no network and no broadcast address", () => {
  const why = (text: string, prefix: number) => {
    const address = parseAddress(text);
    assert.ok(address !== null);
    return unfloatable(address, prefix);
  };
  assert.equal(why("10.0.0.0", 31), null);
  assert.equal(why("10.0.0.255", 32), null);
  assert.equal(why("10.0.0.255", 16), null);
  assert.match(why("10.0.255.255", 16) ?? "", /broadcast/);
  assert.equal(why("fd00::ffff:ffff:ffff:ffff", 64), null);
  assert.match(why("::ffff:a00:1", 120) ?? "", /IPv4 address/);
});

test("a time is read back from its text", () => {
  fc.assert(
    fc.property(fc.nat(LONGEST), (ms) => {
      assert.equal(parseDuration(formatDuration(ms)), ms);
    }),
  );
  assert.deepEqual([0, 1, 1500, 10_000, 120_000, 3_600_000].map(formatDuration), [
    "0ms",
    "1ms",
    "1500ms",
    "10s",
    "2m",
    "1h",
  ]);
  for (const bad of ["", "10", "s", "1.5s", "-1s", "10 s", "1d", 1.5, -1, Number.NaN, null, true])
    assert.equal(parseDuration(bad), null, String(bad));
});
