/** Starts the flooder, and knows what it is told. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Lab } from "./lab.ts";
import { inside } from "./shell.ts";

export const DATAGRAMS = [
  "noise",
  "giant",
  "recorded",
  "flipped",
  "unsigned",
  "future",
  "elsewhere",
  "other-key",
  "signed-noise",
] as const;
export const CONNECTIONS = [
  "noise",
  "half-open",
  "drip",
  "many",
  "no-certificate",
  "foreign-certificate",
  "http1",
  "h2-noise",
  "h2-giant-frame",
  "h2-giant-headers",
  "h2-streams",
  "h2-big",
  "h2-deaf",
] as const;

export type Flood = {
  readonly seconds: number;
  /** With the priority of others; absent: after everybody else. */
  readonly urgent?: boolean;
} & (
  | {
      readonly type: "datagrams";
      readonly kind: (typeof DATAGRAMS)[number];
      readonly to: readonly string[];
      readonly port: number;
      /** Source ports used in turn. */
      readonly sockets: number;
      readonly perSecond: number;
      /** Frames as they were seen on the wire, base64. */
      readonly recording: readonly string[];
    }
  | {
      /** The same kinds, in frames of their own that carry a member's address as their source. */
      readonly type: "spoofed";
      readonly kind: (typeof DATAGRAMS)[number];
      readonly card: string;
      readonly perSecond: number;
      readonly recording: readonly string[];
    }
  | {
      readonly type: "connections";
      readonly kind: (typeof CONNECTIONS)[number];
      /** A host and port, or a path. */
      readonly to: { readonly host: string; readonly port: number } | { readonly path: string };
      readonly count: number;
      /** PEM files of a certificate to show. */
      readonly cert: string | null;
      readonly key: string | null;
    }
  | { readonly type: "record"; readonly card: string; readonly port: number }
);

/** What a flood came to. */
export interface FloodResult {
  readonly sent: number;
  /** Connections that were cut off by the other side. */
  readonly closed: number;
  readonly recording: readonly string[];
}

/** Runs one flood in a namespace (null: in ours) to its end. */
export function flood(lab: Lab, namespace: string | null, what: Flood): Promise<FloodResult> {
  const script = fileURLToPath(new URL("./flooder.js", import.meta.url));
  const command = [process.execPath, script];
  const [program, ...rest] = namespace === null ? command : inside(namespace, command);
  const child = spawn(program!, rest, { stdio: ["pipe", "pipe", "inherit"] });
  lab.adopt(child);
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve(JSON.parse(said) as FloodResult);
      else reject(new Error(`the flooder ended with ${status}: ${said.slice(-500)}`));
    });
    child.stdin.end(JSON.stringify(what));
  });
}
