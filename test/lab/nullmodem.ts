/**
 * Two serial ports joined crosswise: pseudo-terminals, with a process between them that carries bytes, loses some, or adds
 * noise. Perl, which is part of every Debian, because Node.js cannot open a pseudo-terminal.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const SCRIPT = `
use strict; use POSIX;
# TIOCSPTLCK, TIOCGPTN of Linux
my (@master, @keep);
for my $side (0, 1) {
  open(my $m, '+<', '/dev/ptmx') or die "ptmx: $!";
  my $unlock = pack('i', 0); ioctl($m, 0x40045431, $unlock) // die "unlock: $!";
  my $n = pack('I', 0); ioctl($m, 0x80045430, $n) // die "number: $!";
  my $path = '/dev/pts/' . unpack('I', $n);
  sysopen(my $s, $path, O_RDWR | O_NOCTTY) or die "$path: $!"; # kept open: a port does not vanish when nobody uses it
  my $t = POSIX::Termios->new; $t->getattr(fileno $s);
  $t->setlflag(0); $t->setiflag(0); $t->setoflag(0); $t->setattr(fileno($s), POSIX::TCSANOW());
  push @master, $m; push @keep, $s;
  syswrite(STDOUT, "$path\\n");
}
my ($cut, $commands) = (0, '');
while (1) {
  my $ready = '';
  vec($ready, fileno($_), 1) = 1 for (@master, *STDIN);
  select($ready, undef, undef, undef);
  if (vec($ready, 0, 1)) {
    my $n = sysread(STDIN, $commands, 65536, length $commands);
    exit 0 unless $n;
    while ($commands =~ s/^(\\w+) ?([0-9a-f]*)\\n//) {
      if ($1 eq 'cut') { $cut = 1 } elsif ($1 eq 'mend') { $cut = 0 }
      elsif ($1 eq 'noise') { syswrite($_, pack('H*', $2)) for @master }
    }
  }
  for my $side (0, 1) {
    next unless vec($ready, fileno($master[$side]), 1);
    my $n = sysread($master[$side], my $bytes, 4096);
    syswrite($master[1 - $side], $bytes) if $n && !$cut;
  }
}
`;

export interface NullModem {
  /** The devices of the two ports. */
  readonly ports: readonly [string, string];
  /** Bytes go nowhere until `mend`. */
  cut(): void;
  mend(): void;
  /** These bytes reach both ports. */
  noise(bytes: Uint8Array): void;
  /** Both ports vanish, as an adapter that is pulled out. */
  close(): Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => unknown;
  readonly once: (event: "exit", listener: () => void) => unknown;
}

export async function plugNullModem(): Promise<NullModem> {
  const child = spawn("perl", ["-e", SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const port = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error("the null modem could not be made");
    return line.value;
  };
  const ports: [string, string] = [await port(), await port()];
  return {
    ports,
    cut: () => void child.stdin.write("cut\n"),
    mend: () => void child.stdin.write("mend\n"),
    noise: (bytes) => void child.stdin.write(`noise ${Buffer.from(bytes).toString("hex")}\n`),
    async close() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
    kill: (signal) => child.kill(signal),
    once: (event, listener) => child.once(event, listener),
  };
}
