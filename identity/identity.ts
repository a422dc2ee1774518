/** A node's identity on disk: the directory that `leasehold init` fills and the daemon loads. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import { readCertificateRole } from "../consensus/transport/certificates.ts";
import type { HeartbeatKey } from "../consensus/transport/packet.ts";
import { LeaseholdError } from "../errors.ts";
import type { CertifiedKey } from "./authority.ts";
import {
  loadPublicFile,
  loadSecretFile,
  makePrivateDirectory,
  writePublicFile,
  writeSecretFile,
} from "./secrets.ts";

export interface Identity {
  /** PEM; `ca` of the private authority, without its key. */
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
  /** The first signs; all of them (one or two) are accepted. */
  readonly heartbeatKeys: readonly HeartbeatKey[];
  /** Who the certificate says this is: a node's name, or a client's. */
  readonly role: { readonly type: "node" | "client"; readonly name: string };
}

const FILES = { ca: "ca.crt", cert: "node.crt", key: "node.key", heartbeat: "heartbeat.key" };
const HEADING = "leasehold heartbeat keys 1";

/** Fills `dir` (0700) with ca.crt, node.crt, node.key and, for a node, heartbeat.key (keys 0600). */
export function writeIdentity(
  dir: string,
  identity: {
    readonly ca: string;
    readonly certified: CertifiedKey;
    readonly heartbeatKeys: readonly HeartbeatKey[];
  },
): void {
  makePrivateDirectory(dir);
  writeSecretFile(join(dir, FILES.key), identity.certified.key);
  if (identity.heartbeatKeys.length > 0) {
    writeSecretFile(join(dir, FILES.heartbeat), formatHeartbeatKeys(identity.heartbeatKeys));
  }
  writePublicFile(join(dir, FILES.cert), identity.certified.certificate);
  writePublicFile(join(dir, FILES.ca), identity.ca);
}

/**
 * What the daemon is. Throws `secret-not-private` for a key that others can read, `certificate` for anything
 * missing, damaged, or that does not belong together.
 */
export function loadIdentity(dir: string): Identity {
  const identity = loadClientIdentity(dir);
  const heartbeatKeys = parseHeartbeatKeys(
    loadSecretFile(join(dir, FILES.heartbeat)),
    join(dir, FILES.heartbeat),
  );
  return { ...identity, heartbeatKeys };
}

/** Like `loadIdentity`, for a tool: it needs no heartbeat key. */
export function loadClientIdentity(dir: string): Identity {
  const ca = loadPublicFile(join(dir, FILES.ca));
  const cert = loadPublicFile(join(dir, FILES.cert));
  const key = loadSecretFile(join(dir, FILES.key));
  const certificate = parsed(dir, FILES.cert, () => new X509Certificate(cert));
  const authority = parsed(dir, FILES.ca, () => new X509Certificate(ca));
  const privateKey = parsed(dir, FILES.key, () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new LeaseholdError(
      "certificate",
      `${join(dir, FILES.key)} is not the key of ${join(dir, FILES.cert)}: copy both from one run of \`leasehold init\``,
    );
  }
  if (!certificate.verify(authority.publicKey)) {
    throw new LeaseholdError(
      "certificate",
      `${join(dir, FILES.cert)} was not signed by ${join(dir, FILES.ca)}: copy both from one run of \`leasehold init\``,
    );
  }
  const role = readCertificateRole(certificate.toLegacyObject());
  if (role.type === "unknown") {
    throw new LeaseholdError(
      "certificate",
      `${join(dir, FILES.cert)} is no certificate for Leasehold: ${role.reason}`,
    );
  }
  return { tls: { ca, cert, key }, heartbeatKeys: [], role };
}

/** The text of a heartbeat key file: a heading, then one "ID SECRET" per line in hex; the first one signs. */
export function formatHeartbeatKeys(keys: readonly HeartbeatKey[]): string {
  const lines = keys.map(
    (key) => `${key.id.toString(16).padStart(8, "0")} ${Buffer.from(key.secret).toString("hex")}`,
  );
  return `${[HEADING, ...lines].join("\n")}\n`;
}

/** Reads what `formatHeartbeatKeys` wrote. Errors name the file and line, never the content. */
export function parseHeartbeatKeys(text: string, path: string): HeartbeatKey[] {
  const lines = text.split("\n").map((line) => line.trim());
  if (lines[0] !== HEADING) {
    throw new LeaseholdError(
      "certificate",
      `${path}, line 1: expected "${HEADING}"; is it a heartbeat key file?`,
    );
  }
  const keys: HeartbeatKey[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line === "" || line.startsWith("#")) continue;
    const found = /^([0-9a-f]{8}) ([0-9a-f]{64})$/.exec(line);
    const id = found === null ? 0 : Number.parseInt(found[1]!, 16);
    if (found === null || id === 0 || keys.some((key) => key.id === id)) {
      throw new LeaseholdError(
        "certificate",
        `${path}, line ${at + 1}: expected a key id of 8 hex digits, unique and not zero, and a secret of 64`,
      );
    }
    keys.push({ id, secret: Buffer.from(found[2]!, "hex") });
  }
  if (keys.length < 1 || keys.length > 2) {
    throw new LeaseholdError(
      "certificate",
      `${path}: expected one key, or two while exchanging them, not ${keys.length}`,
    );
  }
  return keys;
}

function parsed<T>(dir: string, name: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new LeaseholdError(
      "certificate",
      `${join(dir, name)} is damaged: expected PEM as \`leasehold init\` writes it`,
      {
        cause,
      },
    );
  }
}
