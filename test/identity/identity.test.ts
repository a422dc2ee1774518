import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readCertificateRole } from "../../consensus/transport/certificates.ts";
import type { Authority } from "../../identity/authority.ts";
import {
  loadAuthority,
  makeAuthority,
  makeClientCertificate,
  makeHeartbeatKey,
  makeNodeCertificate,
} from "../../identity/authority.ts";
import { loadClientIdentity, loadIdentity, writeIdentity } from "../../identity/identity.ts";
import { loadSecretFile } from "../../identity/secrets.ts";

let dir: string;
let authority: Authority;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "leasehold-identity-"));
  authority = await makeAuthority(join(dir, "authority"));
});
after(() => rmSync(dir, { recursive: true, force: true }));

const modeOf = (...path: string[]): string => (statSync(join(dir, ...path)).mode & 0o777).toString(8);
const roleOf = (pem: string) => readCertificateRole(new X509Certificate(pem).toLegacyObject());

test("an authority is private, loads again, and is never overwritten", async () => {
  assert.deepEqual([modeOf("authority"), modeOf("authority", "ca.key")], ["700", "600"]);
  assert.deepEqual(loadAuthority(join(dir, "authority")), authority);
  await assert.rejects(makeAuthority(join(dir, "authority")), {
    code: "invalid-argument",
    message: /ca\.key exists already/,
  });
  const certificate = new X509Certificate(authority.certificate);
  assert.ok(certificate.ca && certificate.verify(certificate.publicKey));
});

test("a node's certificate carries its name and addresses, for both ends of a stream", async () => {
  const { certificate } = await makeNodeCertificate(authority, "n1", ["10.0.0.1", "fd00::1"]);
  const read = new X509Certificate(certificate);
  assert.deepEqual(roleOf(certificate), { type: "node", name: "n1" });
  assert.equal(read.checkHost("n1.leasehold"), "n1.leasehold");
  assert.ok(read.checkIP("10.0.0.1") && read.checkIP("fd00::1"));
  assert.ok(read.verify(new X509Certificate(authority.certificate).publicKey));
  assert.deepEqual(read.keyUsage, ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
  assert.ok(!read.ca);
  assert.equal(read.publicKey.asymmetricKeyDetails?.namedCurve, "prime256v1");
});

test("a certificate holds on a machine whose clock battery is dead", async () => {
  const { certificate } = await makeNodeCertificate(authority, "n1", []);
  for (const pem of [certificate, authority.certificate]) {
    const { validFrom, validTo } = new X509Certificate(pem);
    assert.ok(
      Date.parse(validFrom) <= Date.UTC(2000, 0, 1) && Date.parse(validTo) >= Date.UTC(2099, 11, 31),
      validTo,
    );
  }
});

test("a client's certificate is told from a node's, also under a node's name", async () => {
  const { certificate } = await makeClientCertificate(authority, "n1");
  assert.deepEqual(roleOf(certificate), { type: "client", name: "n1" });
  assert.equal(new X509Certificate(certificate).checkHost("n1.leasehold"), undefined);
});

test("names and addresses that would change the meaning of a certificate are refused", async () => {
  for (const name of ["", "N1", "a b", "a,b", "a\nCN=b", "../x", "-a", "a".repeat(64)]) {
    await assert.rejects(makeNodeCertificate(authority, name, []), { code: "invalid-argument" });
    await assert.rejects(makeClientCertificate(authority, name), { code: "invalid-argument" });
  }
  await assert.rejects(makeNodeCertificate(authority, "n1", ["10.0.0.1,DNS:n2.leasehold"]), {
    code: "invalid-argument",
  });
});

test("a missing openssl is said in one sentence with what to do", async () => {
  const path = process.env.PATH;
  process.env.PATH = dir;
  try {
    await assert.rejects(makeClientCertificate(authority, "tool"), {
      code: "certificate",
      message: /apt-get install openssl/,
    });
  } finally {
    process.env.PATH = path;
  }
});

test("an identity that was written loads again, with keys that are private", async () => {
  const certified = await makeNodeCertificate(authority, "n1", ["10.0.0.1"]);
  const heartbeatKeys = [makeHeartbeatKey(), makeHeartbeatKey()];
  writeIdentity(join(dir, "n1"), { ca: authority.certificate, certified, heartbeatKeys });
  assert.deepEqual(
    [modeOf("n1"), modeOf("n1", "node.key"), modeOf("n1", "heartbeat.key"), modeOf("n1", "node.crt")],
    ["700", "600", "600", "644"],
  );
  const identity = loadIdentity(join(dir, "n1"));
  assert.deepEqual(identity.role, { type: "node", name: "n1" });
  assert.deepEqual(identity.tls, {
    ca: authority.certificate,
    cert: certified.certificate,
    key: certified.key,
  });
  assert.deepEqual(identity.heartbeatKeys, heartbeatKeys);
});

test("a client's identity needs no heartbeat key, and is no daemon's", async () => {
  const certified = await makeClientCertificate(authority, "admin");
  writeIdentity(join(dir, "admin"), { ca: authority.certificate, certified, heartbeatKeys: [] });
  assert.deepEqual(loadClientIdentity(join(dir, "admin")).role, { type: "client", name: "admin" });
  assert.throws(() => loadIdentity(join(dir, "admin")), { code: "certificate", message: /heartbeat\.key/ });
});

test("a secret that others can read is refused, with its mode and the remedy, never its content (C2)", () => {
  const path = join(dir, "secret");
  writeFileSync(path, "xyzzy", { mode: 0o600 });
  assert.equal(loadSecretFile(path), "xyzzy");
  for (const mode of [0o640, 0o604, 0o620, 0o660, 0o601]) {
    chmodSync(path, mode);
    assert.throws(
      () => loadSecretFile(path),
      (error: Error & { code: string }) => {
        assert.equal(error.code, "secret-not-private");
        assert.ok(
          error.message.includes(`0${mode.toString(8)}`) && error.message.includes(`chmod 600 ${path}`),
        );
        assert.ok(!error.message.includes("xyzzy"));
        return true;
      },
    );
  }
  chmodSync(path, 0o400);
  assert.equal(loadSecretFile(path), "xyzzy");
  assert.throws(() => loadSecretFile(join(dir, "absent")), {
    code: "certificate",
    message: /leasehold init/,
  });
  assert.throws(() => loadSecretFile(dir), { code: "secret-not-private" });
});

test("files that do not belong together, or are damaged, are refused by their names", async () => {
  const [first, second] = await Promise.all([
    makeNodeCertificate(authority, "n2", []),
    makeNodeCertificate(authority, "n2", []),
  ]);
  const other = await makeAuthority(join(dir, "other"));
  const heartbeatKeys = [makeHeartbeatKey()];
  const cases: [string, string, string, string, RegExp][] = [
    ["mixed", authority.certificate, first.certificate, second.key, /is not the key of/],
    ["foreign", other.certificate, first.certificate, first.key, /was not signed by/],
    ["damaged", authority.certificate, first.certificate.slice(0, 200), first.key, /node\.crt is damaged/],
    ["keyless", authority.certificate, first.certificate, "no key", /node\.key is damaged/],
  ];
  for (const [name, ca, certificate, key, message] of cases) {
    writeIdentity(join(dir, name), { ca, certified: { certificate, key }, heartbeatKeys });
    assert.throws(() => loadIdentity(join(dir, name)), { code: "certificate", message });
  }
});

test("a damaged heartbeat key file is refused by file and line, without its content", async () => {
  const certified = await makeNodeCertificate(authority, "n3", []);
  writeIdentity(join(dir, "n3"), {
    ca: authority.certificate,
    certified,
    heartbeatKeys: [makeHeartbeatKey()],
  });
  const path = join(dir, "n3", "heartbeat.key");
  const good = readFileSync(path, "utf8");
  const line = good.split("\n")[1]!;
  for (const [text, message] of [
    ["hello", /heartbeat\.key, line 1/],
    [`${good}zz ${"0".repeat(64)}\n`, /heartbeat\.key, line 3/],
    [`${good}${line}\n`, /heartbeat\.key, line 3/],
    [good.split("\n")[0]!, /expected one key, or two/],
  ] as const) {
    writeFileSync(path, text);
    assert.throws(
      () => loadIdentity(join(dir, "n3")),
      (error: Error) => message.test(error.message) && !error.message.includes(line.slice(9)),
    );
  }
});
