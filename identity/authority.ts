/** What `leasehold init` makes: a private authority, and the certificates and heartbeat key of a cluster. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { join } from "node:path";
import { CLIENT_ORGANIZATION, NODE_ORGANIZATION, tlsNameOf } from "../consensus/transport/certificates.ts";
import type { HeartbeatKey } from "../consensus/transport/packet.ts";
import { LeaseholdError } from "../errors.ts";
import { signCertificate } from "./openssl.ts";
import {
  loadPublicFile,
  loadSecretFile,
  makePrivateDirectory,
  writePublicFile,
  writeSecretFile,
} from "./secrets.ts";

/** The private CA of one cluster. `key` signs members: it stays on the machine where `init` ran. */
export interface Authority {
  readonly certificate: string;
  readonly key: string;
}
/** PEM of a certificate and of its private key. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly key: string;
}

/** A name that is good in a certificate, a DNS label and a file name alike. */
const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Makes the authority in `dir`: `ca.crt` and `ca.key` (0600, EC P-256), the directory 0700. Throws
 * `invalid-argument` when there is one already, `certificate` when openssl is missing or fails.
 */
export async function makeAuthority(dir: string): Promise<Authority> {
  makePrivateDirectory(dir);
  const key = makePrivateKey();
  const certificate = await signCertificate({
    commonName: `Leasehold authority ${randomBytes(4).toString("hex")}`,
    organization: "leasehold",
    extensions: [
      "basicConstraints = critical,CA:TRUE,pathlen:0",
      "keyUsage = critical,keyCertSign,cRLSign",
      "authorityKeyIdentifier = keyid",
    ],
    key,
    issuer: null,
  });
  writeSecretFile(join(dir, "ca.key"), key);
  writePublicFile(join(dir, "ca.crt"), certificate);
  return { certificate, key };
}

/** The authority that `makeAuthority` left in `dir`. Throws `secret-not-private` or `certificate`. */
export function loadAuthority(dir: string): Authority {
  return { certificate: loadPublicFile(join(dir, "ca.crt")), key: loadSecretFile(join(dir, "ca.key")) };
}

/**
 * A node's certificate, for both ends of a peer stream: CN = node, SAN = DNS:<node>.leasehold and its addresses.
 * Peers know each other by the name, so that an address can change without a new certificate.
 */
export async function makeNodeCertificate(
  authority: Authority,
  node: string,
  addresses: readonly string[],
): Promise<CertifiedKey> {
  checkName("a node's name", node);
  for (const address of addresses) {
    if (isIP(address) === 0) {
      throw new LeaseholdError("invalid-argument", `"${address}" of node ${node} is not an IP address`);
    }
  }
  const names = [`DNS:${tlsNameOf(node)}`, ...addresses.map((address) => `IP:${address}`)];
  return leaf(authority, node, NODE_ORGANIZATION, [
    "extendedKeyUsage = serverAuth,clientAuth",
    `subjectAltName = ${names.join(",")}`,
  ]);
}

/** A certificate for a tool or an application: O = leasehold-client and no node's name, so it is never a peer. */
export async function makeClientCertificate(authority: Authority, name: string): Promise<CertifiedKey> {
  checkName("a client's name", name);
  return leaf(authority, name, CLIENT_ORGANIZATION, ["extendedKeyUsage = clientAuth"]);
}

/** A fresh shared key for heartbeats; its id (1 to 2^32-1) tells old from new while keys are being exchanged. */
export function makeHeartbeatKey(): HeartbeatKey {
  return { id: randomBytes(4).readUInt32BE() || 1, secret: randomBytes(32) };
}

async function leaf(
  authority: Authority,
  commonName: string,
  organization: string,
  extensions: readonly string[],
): Promise<CertifiedKey> {
  const key = makePrivateKey();
  const certificate = await signCertificate({
    commonName,
    organization,
    extensions: [
      "basicConstraints = critical,CA:FALSE",
      "keyUsage = critical,digitalSignature",
      "authorityKeyIdentifier = keyid",
      ...extensions,
    ],
    key,
    issuer: authority,
  });
  return { certificate, key };
}

function makePrivateKey(): string {
  return generateKeyPairSync("ec", {
    namedCurve: "prime256v1",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
}

function checkName(what: string, name: string): void {
  if (NAME.test(name)) return;
  throw new LeaseholdError(
    "invalid-argument",
    `${what} must be 1 to 63 lower-case letters, digits and inner hyphens, not "${name}"`,
  );
}
