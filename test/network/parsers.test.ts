import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseEchoReply6 } from "../../network/kernel/echo6.ts";
import { ipBytes, ipText, macBytes, macText } from "../../network/kernel/ipv4.ts";
import {
  addressBytes,
  addressText,
  canonical,
  familyOf,
  ip6Bytes,
  ip6Text,
} from "../../network/kernel/ipv6.ts";
import { buildAdvertisement, buildProbe, buildQuestion, parseNeighbour } from "../../network/kernel/nd.ts";
import {
  attribute,
  buildMessage,
  parseAcknowledgement,
  parseAttributes,
  parseMessages,
  text,
} from "../../network/kernel/netlink.ts";
import { buildBatch, describeNftables } from "../../network/kernel/nfnetlink.ts";
import { buildArp, buildEcho, parseArp, parseEchoReply } from "../../network/kernel/packet.ts";
import { parseAddress, parseLink, RTM_NEWADDR, RTM_NEWLINK } from "../../network/kernel/rtnetlink.ts";

function parseEverything(bytes: Buffer): void {
  for (const message of parseMessages(bytes)) {
    parseAcknowledgement(message);
    parseAddress(message);
    parseLink(message);
    describeNftables(message, "leasehold-n1");
    parseAttributes(message.body);
  }
  parseAttributes(bytes);
  parseArp(bytes);
  parseEchoReply(bytes);
  parseEchoReply6(bytes);
  parseNeighbour(bytes);
}

test("random bytes never crash a parser and never hold it up", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => parseEverything(Buffer.from(bytes))),
    { numRuns: 3000 },
  );
});

test("nearly right messages never crash a parser", () => {
  const types = fc.constantFrom(2, 3, RTM_NEWADDR, RTM_NEWLINK, 0x0a06, 0x0a0c, 0x0a0e);
  const body = fc.uint8Array({ maxLength: 120 });
  const damage = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 255 })), { maxLength: 4 });
  fc.assert(
    fc.property(types, fc.nat(0xffff), body, damage, (type, flags, inside, changes) => {
      const message = buildMessage(type, flags, 1, Buffer.from(inside));
      for (const [at, value] of changes) message[at % message.length] = value;
      parseEverything(Buffer.concat([message, message]));
    }),
    { numRuns: 3000 },
  );
});

test("messages and attributes come back as they were built", () => {
  const body = Buffer.concat([attribute(1, Buffer.from([1, 2, 3])), text(5, "lan0")]);
  const datagram = Buffer.concat([buildMessage(20, 5, 77, body), buildMessage(21, 0, 78, Buffer.alloc(0))]);
  const [first, second, ...rest] = parseMessages(datagram);
  assert.equal(rest.length, 0);
  assert.deepEqual([first?.type, first?.flags, first?.sequence], [20, 5, 77]);
  assert.deepEqual([second?.type, second?.sequence, second?.body.length], [21, 78, 0]);
  const attributes = parseAttributes(first!.body);
  assert.deepEqual(attributes.get(1), Buffer.from([1, 2, 3]));
  assert.equal(attributes.get(5)?.toString(), "lan0\0");
});

test("addresses come back as they were written, and what is no address is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
      assert.deepEqual(macBytes(macText(bytes)), Buffer.from(bytes));
      assert.deepEqual(ipBytes(ipText(bytes)), Buffer.from(bytes.subarray(0, 4)));
    }),
  );
  for (const wrong of ["10.0.0", "10.0.0.256", "::1", ""]) assert.throws(() => ipBytes(wrong));
  for (const wrong of ["aa:bb:cc:dd:ee", "aabbccddeeff", ""]) assert.throws(() => macBytes(wrong));
});

test("IPv6 addresses come back as they were written, in canonical text (RFC 5952)", () => {
  const word = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), (words) => {
      const written = words.map((each) => each.toString(16).padStart(4, "0").toUpperCase()).join(":");
      const bytes = ip6Bytes(written);
      assert.deepEqual(
        [...new Uint16Array(8).keys()].map((i) => bytes.readUInt16BE(2 * i)),
        words,
      );
      assert.deepEqual(ip6Bytes(ip6Text(bytes)), bytes);
      // Node's own idea of the canonical text.
      const { hostname } = new URL(`http://[${written}]/`);
      if (words.slice(0, 5).some((each) => each !== 0)) assert.equal(ip6Text(bytes), hostname.slice(1, -1));
    }),
  );
  for (const [written, text] of [
    ["::", "::"],
    ["::1", "::1"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["1::", "1::"],
    ["::ffff:10.0.0.1", "::ffff:10.0.0.1"],
    ["64:ff9b::10.0.0.1", "64:ff9b::a00:1"],
    ["10.0.0.1", "10.0.0.1"],
  ] as const) {
    assert.equal(canonical(written), text);
    assert.equal(addressText(addressBytes(written)), text);
  }
  assert.deepEqual([familyOf("10.0.0.1"), familyOf("::1")], [4, 6]);
  for (const wrong of ["10.0.0", "fe80::1%lan0", "::g", "1:2:3", "", "2001:db8::/64"]) {
    assert.throws(() => addressBytes(wrong), { code: "invalid-argument" });
  }
});

test("neighbour messages come back as they were built; one whose bits were damaged does not", () => {
  const mac = "02:00:00:00:00:01";
  const target = "2001:db8::1:2:3";
  const told = buildAdvertisement(mac, target, true);
  const common = { from: mac, targetIp: target };
  assert.deepEqual(parseNeighbour(told), {
    ...common,
    type: "advertisement",
    sourceIp: target,
    destinationIp: "ff02::1",
    mac,
    router: true,
    override: true,
  });
  const asked = {
    ...common,
    type: "solicitation",
    destinationIp: "ff02::1:ff02:3",
    router: false,
    override: false,
  };
  assert.deepEqual(parseNeighbour(buildProbe(mac, target)), { ...asked, sourceIp: "::", mac: null });
  const question = buildQuestion(mac, "2001:db8::9", target);
  assert.deepEqual(parseNeighbour(question), { ...asked, sourceIp: "2001:db8::9", mac });
  const ETHERNET = 14;
  for (let at = ETHERNET + 8; at < told.length; at++) {
    const damaged = Buffer.from(told);
    damaged[at]! ^= 0x10;
    assert.equal(parseNeighbour(damaged), null, `byte ${at}`);
  }
  for (let length = 0; length < told.length; length++) {
    assert.equal(parseNeighbour(told.subarray(0, length)), null, `${length} bytes`);
  }
});

test("neighbour messages with random bytes in them never crash the parser", () => {
  const damage = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
  fc.assert(
    fc.property(damage, fc.nat(100), (changes, cut) => {
      const frame = buildQuestion("02:00:00:00:00:01", "2001:db8::9", "2001:db8::1");
      for (const [at, value] of changes) frame[at % frame.length] = value;
      parseNeighbour(frame.subarray(0, frame.length - (cut % 60)));
    }),
    { numRuns: 3000 },
  );
});

test("an ARP packet comes back as it was built; an echo's checksum adds up", () => {
  const arp = {
    operation: "reply",
    senderMac: "02:00:00:00:00:01",
    senderIp: "10.0.0.1",
    targetMac: "02:00:00:00:00:02",
    targetIp: "10.0.0.2",
  } as const;
  assert.deepEqual(parseArp(buildArp(arp.targetMac, arp.senderMac, arp)), arp);
  const echo = buildEcho(65_535, 65_536 + 7);
  let sum = 0;
  for (let i = 0; i < echo.length; i += 2) sum += echo.readUInt16BE(i);
  assert.equal(((sum & 0xffff) + (sum >>> 16)) & 0xffff, 0xffff);
});

test("every timeout of a batch stands where it is said to stand, once for each card", () => {
  const keys = [1, 2, 3].map((index) => Buffer.from([index, 0, 0, 0]));
  const batch = buildBatch("leasehold-n1", [
    { type: "delete", set: "live", keys },
    { type: "add", set: "live", keys },
  ]);
  assert.equal(batch.timeouts.length, 3);
  for (const at of batch.timeouts) {
    // The attribute's header in front of it: length 12, NFTA_SET_ELEM_TIMEOUT.
    assert.equal(batch.bytes.readUInt16LE(at - 4), 12);
    assert.equal(batch.bytes.readUInt16LE(at - 2), 4);
  }
  assert.deepEqual(
    parseMessages(batch.bytes).map(({ type }) => type),
    [16, 0x0a0e, 0x0a0c, 17],
  );
});
