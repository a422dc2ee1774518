/** A visitor of the web service in the client's namespace: asks every 100 ms, says on stdout when the answer changes. */
import { get } from "node:http";
import { bootNow } from "../../network/kernel/clock.ts";
import type { Visit } from "./visiting.ts";

const PERIOD_MS = 100;
const PATIENCE_MS = 300;
const url = process.argv[2] ?? "";
let last = "";

function tell(visit: Visit): void {
  const key = `${visit.from} ${visit.token}`;
  if (key === last) return;
  last = key;
  process.stdout.write(`${JSON.stringify(visit)}\n`);
}

function ask(): void {
  const request = get(url, { agent: false, timeout: PATIENCE_MS }, (response) => {
    let body = "";
    response.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    response.on("end", () => {
      try {
        const page = JSON.parse(body) as { from: string; token: string };
        tell({ at: bootNow(), from: page.from, token: page.token });
      } catch {
        tell({ at: bootNow(), from: null, token: null });
      }
    });
  });
  request.on("timeout", () => request.destroy(new Error("no answer")));
  request.on("error", () => tell({ at: bootNow(), from: null, token: null }));
}

setInterval(ask, PERIOD_MS);
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
