import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { meetServiceManager } from "../../daemon/servicemanager.ts";
import { notifyAddress } from "../../network/kernel/notify.ts";

/** What stands for systemd: prints each datagram that comes to the socket as one line. */
const PERL = `
use strict;
$| = 1;
my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die "no socket: $!";
print "up\\n";
while (defined $socket->recv(my $text, 4096)) { $text =~ tr/\\n/|/; print "$text\\n" }
`;

test("the service manager hears that the daemon is ready, what it does, and that it is alive", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "leasehold-notify-"));
  const path = join(folder, "notify");
  const listener = spawn("perl", ["-MIO::Socket::UNIX", "-MSocket", "-e", PERL, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => {
    listener.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  const lines = createInterface({ input: listener.stdout })[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, "up");
  const environment: NodeJS.ProcessEnv = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "3000000", PATH: "/bin" };
  const manager = meetServiceManager(environment, 42);
  assert.equal(manager.watchdogPeriod, 1000);
  assert.deepEqual(environment, { PATH: "/bin" }, "no child may speak for the daemon");
  assert.equal(manager.environment.NOTIFY_SOCKET, path, "but the next incarnation must");
  const heard: string[] = [];
  manager.ready("n1 is up");
  manager.status("holds\nweb");
  manager.alive();
  manager.mainProcess(43);
  manager.stopping();
  for (let i = 0; i < 5; i++) heard.push((await lines.next()).value);
  assert.deepEqual(heard, [
    "READY=1|STATUS=n1 is up|MAINPID=42",
    "STATUS=holds web",
    "WATCHDOG=1",
    "MAINPID=43",
    "STOPPING=1|STATUS=stopping what is held, in reverse order",
  ]);
});

test("without a service manager nothing is told and nothing breaks, and one that went away is no reason to stop", () => {
  const alone = meetServiceManager({}, 42);
  assert.equal(alone.present, false);
  assert.equal(alone.watchdogPeriod, null);
  alone.ready("up");
  const gone = meetServiceManager(
    { NOTIFY_SOCKET: "/nowhere/at/all", WATCHDOG_USEC: "1000", WATCHDOG_PID: "7" },
    42,
  );
  assert.equal(gone.watchdogPeriod, null, "the watchdog is for another process");
  gone.ready("up");
  gone.alive();
});

test("a path that cannot be a socket's is no address", () => {
  assert.equal(notifyAddress(""), null);
  assert.equal(notifyAddress("relative"), null);
  assert.equal(notifyAddress(`/${"x".repeat(200)}`), null);
  assert.equal(notifyAddress("@abstract")?.[2], 0);
});
