// Installs this checkout on this machine: the program in /usr/lib/leasehold, two commands in /usr/bin, the unit for systemd.
//   --root DIR   below DIR instead of / (for an image or a test)
//   --remove     takes all of it away again; /etc/leasehold and /var/lib/leasehold stay
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = process.argv.indexOf("--root");
const root = at > 0 ? process.argv[at + 1] : "/";
if (root === undefined) {
  console.error("install: --root needs a folder");
  process.exit(2);
}
const program = join(root, "usr/lib/leasehold");
const unit = join(root, "etc/systemd/system/leaseholdd.service");
const commands = { leasehold: "cli/main.js", leaseholdd: "daemon/main.js" };

function remove() {
  rmSync(program, { recursive: true, force: true });
  for (const name of Object.keys(commands)) rmSync(join(root, "usr/bin", name), { force: true });
  rmSync(unit, { force: true });
}

function install() {
  if (!existsSync(join(source, "dist/daemon/main.js"))) {
    console.error("install: there is no build in dist/; run `npm run setup` first");
    process.exit(1);
  }
  // Beside the old one, then in its place: a daemon that is restarted meanwhile finds one or the other, whole.
  const next = `${program}.new`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const rooms = [
    "api",
    "cli",
    "client",
    "configuration",
    "consensus",
    "daemon",
    "doors",
    "fencing",
    "identity",
    "network",
    "proto",
    "services",
  ];
  for (const room of rooms) {
    if (existsSync(join(source, "dist", room)))
      cpSync(join(source, "dist", room), join(next, room), { recursive: true });
  }
  cpSync(join(source, "dist/errors.js"), join(next, "errors.js"));
  for (const file of ["package.json", "LICENSE"]) cpSync(join(source, file), join(next, file));
  const lock = JSON.parse(readFileSync(join(source, "package-lock.json"), "utf8"));
  for (const [path, found] of Object.entries(lock.packages)) {
    if (path === "" || found.dev || found.devOptional || !existsSync(join(source, path))) continue;
    cpSync(join(source, path), join(next, path), { recursive: true, dereference: true });
  }
  rmSync(`${program}.old`, { recursive: true, force: true });
  if (existsSync(program)) renameSync(program, `${program}.old`);
  renameSync(next, program);
  rmSync(`${program}.old`, { recursive: true, force: true });
  mkdirSync(join(root, "usr/bin"), { recursive: true });
  for (const [name, main] of Object.entries(commands)) {
    const file = join(root, "usr/bin", name);
    writeFileSync(file, `#!/bin/sh\nexec ${process.execPath} /usr/lib/leasehold/${main} "$@"\n`);
    chmodSync(file, 0o755);
  }
  mkdirSync(dirname(unit), { recursive: true });
  cpSync(join(source, "packaging/systemd/leaseholdd.service"), unit);
  mkdirSync(join(root, "etc/leasehold"), { recursive: true, mode: 0o755 });
}

if (process.argv.includes("--remove")) remove();
else install();
console.log(process.argv.includes("--remove") ? "removed" : `installed in ${program}; next: docs/install.md`);
