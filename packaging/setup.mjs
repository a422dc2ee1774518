// Makes this checkout ready to run: npm packages, the few programs it needs from Debian, a build in dist/. Names what
// is missing before it installs it, and does nothing when nothing is missing.
//   --quiet      says nothing unless there is something to do
//   --npm-only   no Debian packages (checks and the simulator need none)
//   --tests      also what only tests need: a container that systemd boots in
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const quiet = process.argv.includes("--quiet");
const npmOnly = process.argv.includes("--npm-only");
const tests = process.argv.includes("--tests");

/** The programs that are called, and the Debian package that has each. */
const PROGRAMS = {
  nft: "nftables",
  ip: "iproute2",
  openssl: "openssl",
  ps: "procps",
  nsenter: "util-linux",
  unshare: "util-linux",
  perl: "perl-base",
  mkfifo: "coreutils",
  ping: "iputils-ping",
};
const TEST_PROGRAMS = { "systemd-nspawn": "systemd-container", pkill: "procps" };

function say(text) {
  // On stderr: what a command prints on stdout belongs to the command.
  process.stderr.write(`setup: ${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function run(command, args, environment = {}) {
  const ran = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...environment },
  });
  return { ok: ran.status === 0, words: `${ran.stdout ?? ""}${ran.stderr ?? ""}${ran.error?.message ?? ""}` };
}

function isThere(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The packages of the lock file that are not installed in the version it names. */
function missingPackages() {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages).flatMap(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.devOptional || wanted.link) return [];
    try {
      const installed = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
      return installed.version === wanted.version ? [] : [path];
    } catch {
      return [path];
    }
  });
}

function installNpm() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const direct = Object.keys({ ...dependencies, ...devDependencies });
  say(
    `${missing.length} npm packages are missing; installing what package-lock.json names: ${direct.join(", ")}`,
  );
  const ran = run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (!ran.ok) stop(`npm ci failed:\n${ran.words}`);
}

function installDebian() {
  const wanted = tests ? { ...PROGRAMS, ...TEST_PROGRAMS } : PROGRAMS;
  const programs = Object.keys(wanted).filter((program) => !isThere(program));
  if (programs.length === 0) return;
  const packages = [...new Set(programs.map((program) => wanted[program]))];
  if (!isThere("apt-get")) {
    stop(`these programs are missing: ${programs.join(", ")}; install them and start again.`);
  }
  if (process.getuid() !== 0) {
    stop(
      `the Debian packages ${packages.join(", ")} are missing: run \`sudo apt-get install ${packages.join(" ")}\` and start again.`,
    );
  }
  say(`installing Debian packages: ${packages.join(", ")}`);
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const noQuestions = { DEBIAN_FRONTEND: "noninteractive" };
  if (run("apt-get", install, noQuestions).ok) return;
  // The package lists may be absent (a fresh container) or old.
  const updated = run("apt-get", ["update"], noQuestions);
  const second = run("apt-get", install, noQuestions);
  if (!second.ok) stop(`apt-get install failed:\n${updated.ok ? "" : updated.words}${second.words}`);
}

/** A digest of names, sizes and times of everything that goes into the build. */
function sourcesDigest() {
  const digest = createHash("sha256");
  const { include } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const note = (path) => {
    let found;
    try {
      found = statSync(join(root, path));
    } catch {
      return; // a room that is not there yet
    }
    if (found.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) note(join(path, name));
    } else {
      digest.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    }
  };
  for (const path of ["package-lock.json", "tsconfig.json", "packaging/build.mjs", ...include]) note(path);
  return digest.digest("hex");
}

function build() {
  const stamp = join(root, ".setup", "built");
  const digest = sourcesDigest();
  try {
    statSync(join(root, "dist"));
    if (readFileSync(stamp, "utf8") === digest) return;
  } catch {
    // never built here
  }
  say("building into dist/");
  // The compiler's memory of an earlier build would keep it from writing what somebody has deleted.
  if (!existsSync(join(root, "dist"))) rmSync(join(root, ".build", "dist.tsbuildinfo"), { force: true });
  const ran = run(process.execPath, ["packaging/build.mjs"]);
  if (!ran.ok) stop(`the build failed:\n${ran.words}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

if (Number(process.versions.node.split(".")[0]) < 20)
  stop(`Node.js 20 or later is needed; this is ${process.versions.node}.`);
if (process.platform !== "linux") stop(`Leasehold runs on Linux; this is ${process.platform}.`);
installNpm();
if (!npmOnly) installDebian();
build();
if (!quiet) say("everything is there.");
