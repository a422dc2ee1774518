/** How commands find their daemon: by what they are told, else through the node's file, over its Unix socket. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ClusterClient, connectCluster } from "../client/cluster.ts";
import type { Credentials } from "../client/wire.ts";
import { lastWords } from "../configuration/lastwords.ts";
import { LeaseholdError } from "../errors.ts";

const USUAL_SOCKET = "/run/leasehold/api.sock";
const SOCKET = "api.sock";

export interface Target {
  /** `unix:/path` or `address:port`. */
  readonly target: string;
  readonly credentials: Credentials | null;
}

/** The options that every command has. */
export interface Where {
  readonly config: string;
  readonly socket?: string;
  readonly endpoint?: string;
  readonly secrets?: string;
}

/** Where nothing is said. */
export const usualConfig = (): string => process.env.LEASEHOLD_CONFIG ?? "/etc/leasehold/node.yaml";

/** Throws `invalid-argument` for options that do not go together, `config-invalid` for a file that says nothing. */
export async function findTarget({ config, socket, endpoint, secrets }: Where): Promise<Target> {
  if (endpoint !== undefined) {
    if (!/^(\[[0-9a-fA-F:.]+\]|[^:\s]+):\d{1,5}$/.test(endpoint)) {
      const text = `--endpoint ${endpoint}: expected HOST:PORT, an IPv6 address in brackets`;
      throw new LeaseholdError("invalid-argument", text);
    }
    if (secrets === undefined) {
      const text = "--endpoint needs --secrets DIR, the directory with this client's certificate";
      throw new LeaseholdError("invalid-argument", text);
    }
    const { loadClientIdentity } = await import("../identity/identity.ts");
    return { target: endpoint, credentials: loadClientIdentity(secrets).tls };
  }
  if (socket !== undefined) return { target: `unix:${resolve(socket)}`, credentials: null };
  if (!existsSync(config) && existsSync(USUAL_SOCKET))
    return { target: `unix:${USUAL_SOCKET}`, credentials: null };
  return { target: `unix:${join(await runtimeOf(config), SOCKET)}`, credentials: null };
}

export async function withCluster(
  where: Where,
  use: (cluster: ClusterClient) => Promise<void>,
): Promise<void> {
  const { target, credentials } = await findTarget(where);
  const cluster = connectCluster(target, credentials);
  try {
    await use(cluster);
  } catch (error) {
    throw withLastWords(error, target);
  } finally {
    cluster.close();
  }
}

/** Where no daemon of this machine answers: why the last one ended, if it said so. */
function withLastWords(error: unknown, target: string): unknown {
  if (!(error instanceof LeaseholdError) || error.code !== "unreachable" || !target.startsWith("unix:"))
    return error;
  const words = lastWords(dirname(target.slice("unix:".length)));
  return words === null
    ? error
    : new LeaseholdError("unreachable", `${error.message}\n${words}`, { cause: error });
}

/** As people write it, a plain or quoted word on a line of its own. */
const PLAIN =
  /^runtime:[ \t]+(?:"([^"\\\n]+)"|'([^'\n]+)'|([^\s#"'[\]{}&*!|>%@`,][^#:\n]*?))[ \t]*(?:[ \t]#.*)?$/gm;

/** The one field of the node's file that is needed. The YAML parser is loaded only for what is not written plainly. */
async function runtimeOf(config: string): Promise<string> {
  let text: string;
  try {
    text = readFileSync(config, "utf8");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const hint = "expected this node's file (--config), or --socket, or --endpoint with --secrets";
    throw new LeaseholdError("unreachable", `${config}: cannot be read: ${why}; ${hint}`, { cause });
  }
  const found = [...text.matchAll(PLAIN)];
  const [only] = found;
  if (found.length === 1 && only !== undefined && !text.includes("\t")) {
    return resolve(dirname(config), only[1] ?? only[2] ?? only[3] ?? "");
  }
  const { readNode } = await import("../configuration/node.ts");
  return readNode(config).runtime;
}
