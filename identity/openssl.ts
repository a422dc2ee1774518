/** Signs certificates with the `openssl` program. Secrets reach it as files, never as arguments. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LeaseholdError } from "../errors.ts";

/** What a certificate says; `extensions` are lines of openssl's configuration language. */
export interface CertificateRequest {
  readonly commonName: string;
  readonly organization: string;
  readonly extensions: readonly string[];
  /** PEM of the subject's own private key (the request is signed with it). */
  readonly key: string;
  /** Null: signed with its own key, a root. */
  readonly issuer: { readonly certificate: string; readonly key: string } | null;
}

/**
 * Long before and after anything real: a machine that boots with a dead clock battery must still find its cluster,
 * and a cluster must not stop on a birthday of its certificates. Whoever leaves is shut out by a new authority.
 */
const VALID_FROM = "20000101000000Z";
const VALID_UNTIL = "20991231235959Z";
const PROGRAM_TIMEOUT_MS = 20_000;

/** The certificate, as PEM. Throws `certificate` with what openssl said. */
export async function signCertificate(request: CertificateRequest): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "leasehold-certificate-"));
  try {
    chmodSync(dir, 0o700);
    const put = (name: string, text: string): string => {
      const path = join(dir, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const key = put("subject.key", request.key);
    const config = put("openssl.cnf", configuration(dir, request));
    put("index.txt", "");
    put("index.txt.attr", "unique_subject = no\n");
    // 8 random bytes with the top bit clear: a positive serial, unique without a register of them
    const serial = randomBytes(8);
    serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
    put("serial", `${serial.toString("hex").toUpperCase()}\n`);
    const csr = join(dir, "subject.csr");
    const out = join(dir, "subject.crt");
    await openssl(["req", "-new", "-sha256", "-config", config, "-key", key, "-out", csr]);
    const signer =
      request.issuer === null
        ? ["-selfsign", "-keyfile", key]
        : [
            "-cert",
            put("issuer.crt", request.issuer.certificate),
            "-keyfile",
            put("issuer.key", request.issuer.key),
          ];
    await openssl(["ca", "-batch", "-notext", "-config", config, ...signer, "-in", csr, "-out", out]);
    return readFileSync(out, "utf8");
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function configuration(dir: string, request: CertificateRequest): string {
  return `[req]
prompt = no
utf8 = yes
distinguished_name = subject
[subject]
O = ${request.organization}
CN = ${request.commonName}
[ca]
default_ca = authority
[authority]
database = ${join(dir, "index.txt")}
serial = ${join(dir, "serial")}
new_certs_dir = ${dir}
default_md = sha256
default_startdate = ${VALID_FROM}
default_enddate = ${VALID_UNTIL}
policy = policy
x509_extensions = extensions
[policy]
organizationName = supplied
commonName = supplied
[extensions]
subjectKeyIdentifier = hash
${request.extensions.join("\n")}
`;
}

function openssl(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // no stdin: a question must fail, not hang; LC_ALL=C: messages that a search finds
    const child = execFile(
      "openssl",
      args,
      { timeout: PROGRAM_TIMEOUT_MS, env: { PATH: process.env.PATH ?? "", LC_ALL: "C" } },
      (error, _stdout, stderr) => {
        if (error === null) return resolve();
        if ((error as NodeJS.ErrnoException).code === "ENOENT") {
          return reject(
            new LeaseholdError(
              "certificate",
              "the `openssl` program is needed to make certificates and was not found in PATH; " +
                "install it (Debian: apt-get install openssl) and try again",
            ),
          );
        }
        reject(
          new LeaseholdError("certificate", `openssl ${args[0]} failed: ${stderr.trim() || error.message}`, {
            cause: error,
          }),
        );
      },
    );
    child.stdin?.end();
  });
}
