/** Who a certificate of the private authority says its owner is. Pure. */
import type { PeerCertificate } from "node:tls";

export const NODE_ORGANIZATION = "leasehold-node";
export const CLIENT_ORGANIZATION = "leasehold-client";

export type CertificateRole =
  | { readonly type: "node"; readonly name: string }
  | { readonly type: "client"; readonly name: string }
  | { readonly type: "unknown"; readonly reason: string };

/** The name by which a node is known in TLS, whatever its addresses are. */
export const tlsNameOf = (node: string): string => `${node}.leasehold`;

/**
 * Reads a certificate that TLS has already verified against the authority. A node has its name as CN and as
 * DNS:<name>.leasehold; a client's certificate has neither the organization nor the SAN of a node.
 */
export function readCertificateRole(
  certificate: Pick<PeerCertificate, "subject" | "subjectaltname">,
): CertificateRole {
  const subject = certificate.subject as { CN?: unknown; O?: unknown } | undefined;
  const name = subject?.CN;
  const organization = subject?.O;
  if (typeof name !== "string" || name === "")
    return { type: "unknown", reason: "it names nobody (no single CN)" };
  if (organization === CLIENT_ORGANIZATION) return { type: "client", name };
  if (organization !== NODE_ORGANIZATION) {
    return {
      type: "unknown",
      reason: `its organization is neither ${NODE_ORGANIZATION} nor ${CLIENT_ORGANIZATION}`,
    };
  }
  const names = (certificate.subjectaltname ?? "").split(",").map((entry) => entry.trim());
  if (!names.includes(`DNS:${tlsNameOf(name)}`)) {
    return { type: "unknown", reason: `it is not valid for DNS:${tlsNameOf(name)}` };
  }
  return { type: "node", name };
}
