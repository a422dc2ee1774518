/** `leasehold init`: the cluster's private authority, and for every node its certificate and keys. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";

export function addInit(program: Command): void {
  program
    .command("init")
    .description("make the authority, certificates and keys of a new cluster")
    .requiredOption("--cluster <file>", "the cluster document")
    .requiredOption("--out <dir>", "where to write: authority/, and one directory for each node")
    .option("--client <name>", "also a certificate for a tool or application", "admin")
    .action(async (options: { cluster: string; out: string; client: string }) => {
      const { readCluster } = await import("../configuration/cluster.ts");
      const { makeAuthority, makeClientCertificate, makeHeartbeatKey, makeNodeCertificate } = await import(
        "../identity/authority.ts"
      );
      const { writeIdentity } = await import("../identity/identity.ts");
      const { document } = readCluster(options.cluster);
      const out = resolve(options.out);
      if (existsSync(join(out, "authority"))) {
        throw new Error(
          `${join(out, "authority")} exists already; a second authority would shut the nodes out. Choose another --out`,
        );
      }
      const authority = await makeAuthority(join(out, "authority"));
      const heartbeatKeys = [makeHeartbeatKey()];
      for (const node of document.nodes) {
        const certified = await makeNodeCertificate(authority, node.name, node.addresses);
        writeIdentity(join(out, node.name), { ca: authority.certificate, certified, heartbeatKeys });
        process.stdout.write(`${join(out, node.name)}: copy to ${node.name}, as its secrets directory\n`);
      }
      const client = await makeClientCertificate(authority, options.client);
      const folder = join(out, `client-${options.client}`);
      writeIdentity(folder, {
        ca: authority.certificate,
        certified: client,
        heartbeatKeys: [],
      });
      process.stdout.write(
        `${folder}: for tools away from the nodes, as in leasehold --endpoint HOST:PORT --secrets DIR status\n`,
      );
      process.stdout.write(
        `${join(out, "authority")}: keep it off the nodes; whoever has it can make members\n`,
      );
    });
}
