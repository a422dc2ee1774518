/**
 * The service guard: a tiny process that kills a service's cgroup at the deadline unless it was told a later one in
 * time. It outlives the daemon, frozen or dead, and keeps the last deadline it was given.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Millis } from "../../consensus/core/types.ts";
import { LeaseholdError } from "../../errors.ts";
import { processesIn } from "./cgroup.ts";

/**
 * Perl, because it is part of every Debian, takes 2 MB of its own, and its select waits by the kernel's monotonic
 * timer: bash's `read -t` counts by the wall clock, so a clock set back would let a service outlive its lease (T1).
 * Deadlines are absolute centiseconds of the boot-time clock (/proc/uptime), so a line read late means no more than
 * when it was written. An unreadable clock counts as a passed deadline.
 */
const SCRIPT = `
use strict;
my (undef, $cgroup, $home, $deadline, $unit) = @ARGV;
$0 = "leasehold-guard $cgroup";
$SIG{$_} = 'IGNORE' for qw(TERM HUP INT QUIT PIPE ALRM USR1 USR2);
sub put { open(my $f, '>', $_[0]) or return 0; my $n = syswrite($f, $_[1]); close($f); return $n }
sub get { open(my $f, '<', $_[0]) or return ''; my $n = sysread($f, my $text, 65536); return $n ? $text : '' }
open(my $uptime, '<', '/proc/uptime') or exit 5;
sub clock {
  my $text;
  return sysseek($uptime, 0, 0) && sysread($uptime, $text, 64) && $text =~ /^(\\d+)\\.(\\d\\d) /
    ? $1 * 100 + $2 : 9e15;
}
sub populated { return get("$cgroup/cgroup.events") =~ /^populated 1$/m }
put("$home/cgroup.procs", "0\\n") or exit 4;
put('/proc/self/oom_score_adj', "-1000\\n");
eval { setpriority(0, 0, -20) };
syswrite(STDOUT, "ready\\n");
my ($input, $open, $late) = ('', 1, 0);
while (1) {
  my $left = $deadline - clock();
  $late = 0 if $left > 0;
  # The clock shows whole centiseconds: come back one early, then look every 2 ms. And look ten times a second at
  # least: this timer stands still while the machine is suspended, the deadline does not.
  my $wait = $left <= 0 ? 0 : $left > 11 ? 0.1 : $left > 1 ? ($left - 1) / 100 : 0.002;
  my $ready = '';
  vec($ready, 0, 1) = 1 if $open;
  # What waits in the pipe was lawful when written, so it is read before a deadline counts as passed; bounded.
  if (select($ready, undef, undef, $wait) > 0 && !($left <= 0 && $late++ > 16)) {
    my $got = sysread(STDIN, $input, 4096, length $input);
    $open = 0 if defined $got && $got == 0;
    while ($input =~ s/^([^\\n]*)\\n//) {
      my $line = $1;
      $deadline = $line if $line =~ /^\\d{1,12}$/ && $line > $deadline;
    }
  } elsif ($left <= 0) {
    last;
  }
}
# systemd may be between two processes of a unit, with the cgroup empty: it must hear that there is no next one.
my $stop = 0;
if ($unit ne '') {
  $stop = fork();
  if (defined $stop && $stop == 0) { open(STDOUT, '>', '/dev/null'); exec('systemctl', 'stop', '--', $unit); exit 1 }
}
while (1) {
  if (populated()) {
    put("$cgroup/cgroup.kill", "1\\n") or kill('KILL', grep { $_ > 0 } split(/\\n/, get("$cgroup/cgroup.procs")));
  } else {
    last if !$stop || waitpid($stop, 1) != 0;
  }
  select(undef, undef, undef, 0.005);
}
exit 3;
`;
const MARK = "leasehold-guard";
const KILLED_AT_DEADLINE = 3;
const READY_MS = 5000;

/** Centiseconds of the boot-time clock, never later than `deadline`. */
export const guardDeadline = (deadline: Millis): number => Math.max(0, Math.floor(deadline / 10));

export interface ServiceGuard {
  /** Let it kill no earlier than `deadline`, boot-time clock. Only later deadlines count. Never blocks. */
  extend(deadline: Millis): void;
  /** Ends it without killing anything, once the cgroup is empty or another guard holds it. */
  end(): Promise<void>;
  /** Calls back once if it ends without being asked: it killed at the deadline, or something killed it. */
  onEnd(listener: (why: string, atDeadline: boolean) => void): void;
  /** Whether the deadline it was told last has passed at `now`. */
  isDue(now: Millis): boolean;
  readonly pid: number;
  /** It has not ended, as far as this process has heard. */
  isAlive(): boolean;
}

/** Resolves once the guard is up and holds the deadline. `home`: the cgroup for guards. `unit`: systemd must stop it too. */
export async function startGuard(
  cgroup: string,
  home: string,
  deadline: Millis,
  unit = "",
): Promise<ServiceGuard> {
  let sent = guardDeadline(deadline);
  const child = spawn("perl", ["-e", SCRIPT, MARK, cgroup, home, String(sent), unit], {
    detached: true, // a session of its own: no terminal and no process group takes it along
    stdio: ["pipe", "pipe", "ignore"],
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C" },
    cwd: "/",
  });
  await ready(child);
  child.unref();
  let asked = false;
  let ended: { readonly why: string; readonly atDeadline: boolean } | null = null;
  let listener: ((why: string, atDeadline: boolean) => void) | null = null;
  const gone = new Promise<void>((resolve) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      resolve();
      if (asked) return;
      const atDeadline = code === KILLED_AT_DEADLINE;
      const why = atDeadline
        ? "its guard killed it at the deadline"
        : `its guard ended by itself (${signal ?? `status ${code}`})`;
      ended = { why, atDeadline };
      listener?.(why, atDeadline);
    };
    if (child.exitCode !== null || child.signalCode !== null) finish(child.exitCode, child.signalCode);
    else child.once("exit", finish);
  });
  return {
    pid: child.pid!,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    isDue: (now) => guardDeadline(now) >= sent,
    extend(later) {
      const next = guardDeadline(later);
      // A guard that does not read keeps an earlier deadline; the pipe must not grow meanwhile.
      if (next <= sent || child.stdin.destroyed || child.stdin.writableLength > 4096) return;
      sent = next;
      child.stdin.write(`${next}\n`);
    },
    end() {
      asked = true;
      child.ref(); // somebody waits for it now
      child.kill("SIGKILL");
      return gone;
    },
    onEnd(call) {
      listener = call;
      if (ended !== null) call(ended.why, ended.atDeadline);
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new LeaseholdError("service", `the service guard did not come up: ${why}`));
    };
    const timer = setTimeout(() => fail(`nothing heard in ${READY_MS / 1000} s`), READY_MS);
    child.stdin?.on("error", () => {}); // it ended; its exit tells
    child.on("error", (error: NodeJS.ErrnoException) => {
      fail(error.code === "ENOENT" ? "the program perl is missing; install perl-base" : error.message);
    });
    child.once("exit", (code) => fail(code === 4 ? "it may not enter its cgroup" : `it ended with ${code}`));
    child.stdout?.once("data", () => {
      clearTimeout(timer);
      child
        .removeAllListeners("exit")
        .removeAllListeners("error")
        .on("error", () => {});
      child.stdout?.destroy();
      resolve();
    });
  });
}

/**
 * Ends guards of `cgroup` that another daemon process started, and resolves when they are gone; `keep` stays. All
 * guards live in the cgroup `home`, and what one calls itself is read immediately before the signal, so a reused
 * number is not mistaken. `known`: numbers of living children of ours that guard something else.
 */
export async function endOtherGuards(
  cgroup: string,
  home: string,
  keep: number | null,
  known: ReadonlySet<number>,
): Promise<void> {
  const strangers = processesIn(home).filter((pid) => pid !== keep && !known.has(pid));
  const others = strangers.filter((pid) => isGuardOf(pid, cgroup));
  for (const pid of others) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Ended meanwhile.
    }
  }
  for (let i = 0; others.length > 0 && i < 1000; i++) {
    const left = processesIn(home);
    if (!others.some((pid) => left.includes(pid))) return;
    await wait(1);
  }
}

function isGuardOf(pid: number, cgroup: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (words[0] === `${MARK} ${cgroup}`) return true;
    return words[1] === "-e" && words[3] === MARK && words[4] === cgroup;
  } catch {
    return false;
  }
}
