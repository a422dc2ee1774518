/** Set-up of tables through the `nft` program, one transaction a call: all of the script happens, or nothing. */
import { spawn } from "node:child_process";
import { LeaseholdError } from "../../errors.ts";

/** Runs `nft -f -`. Throws LeaseholdError "kernel" with nft's first complaint. */
export function runNft(script: string, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => reject(new LeaseholdError("kernel", `${what}: ${why}`));
    const path = `${process.env.PATH ?? ""}:/usr/sbin:/sbin`;
    const nft = spawn("nft", ["-f", "-"], {
      env: { PATH: path, LC_ALL: "C" },
      stdio: ["pipe", "ignore", "pipe"],
    });
    let complaint = "";
    nft.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (complaint.length < 4096) complaint += text;
    });
    nft.on("error", (error: NodeJS.ErrnoException) => {
      refuse(error.code === "ENOENT" ? "the program nft is missing; install nftables" : error.message);
    });
    nft.on("close", (code, signal) => {
      if (code === 0) resolve();
      else refuse(firstComplaint(complaint) || `nft ended with ${signal ?? `status ${code}`}`);
    });
    // nft may die before it has read everything; its exit status tells the story then.
    nft.stdin.on("error", () => {});
    nft.stdin.end(script);
  });
}

/** nft complains as `file:line:column: Error: words`; the words are for people. */
function firstComplaint(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "";
  return line.replace(/^.*?Error: /, "nft says: ").slice(0, 300);
}
