/**
 * Where a group may be served: by what is committed, on the machine of its holder and nowhere else, from the moment that
 * the lease ended, and not only once somebody else serves it (P1).
 */
import type { Lease, Token } from "../../../consensus/ledger/types.ts";
import type { Known, Process, Rules } from "./process.ts";

export interface Group {
  readonly name: string;
  readonly ips: readonly string[];
  /** "GROUP.MEMBER". */
  readonly services: readonly string[];
}
/** Longest time that a service's guard needs from its deadline to an empty cgroup, milliseconds. */
const KILLING = 3;

export function createServingRules(
  { timeline, processes, broken }: Known,
  groups: readonly Group[],
): Rules & { look(): void } {
  /** Per group: the node that holds it by the newest ledger; null: nobody does. To whom it is promised. */
  const holders = new Map<string, Pick<Lease, "holder" | "heir">>();
  /** Per group: the token on which its holder has given the newest word. */
  const words = new Map<string, Token>();
  let applied = 0;

  /** Who may serve it: from the word on the heir, and not the holder any more (S2, S3). */
  const entitled = (name: string): string | null | undefined => {
    const known = holders.get(name);
    if (known === undefined) return undefined;
    const { holder, heir } = known;
    return heir !== null && words.get(name) === heir.token ? heir.session.node : (holder?.node ?? null);
  };

  const look = () => {
    for (const { name, ips, services } of groups) {
      const holder = entitled(name);
      if (holder === undefined) continue;
      for (const { machine, name: node } of processes.values()) {
        if (node === holder || !machine.powered) continue;
        for (const ip of ips) {
          if (!machine.answers(ip)) continue;
          broken("P1", `${node} answers for ${ip} of ${name}, which ${holder ?? "nobody"} holds`);
          break;
        }
        for (const service of services) {
          const running = machine.services.get(service);
          if (running === undefined || running.deadline <= timeline.now + KILLING) continue;
          broken("P1", `${node} runs ${service}, and ${holder ?? "nobody"} holds its group`);
          break;
        }
      }
    }
  };
  const follow = ({ replica }: Process) => {
    const { ledger } = replica;
    if (ledger.applied <= applied) return;
    applied = ledger.applied;
    for (const lease of ledger.leases.values()) holders.set(lease.group, lease);
    look();
  };

  return {
    turned: (process) => follow(process),
    leaves: {
      send: (_, { envelope }) => {
        if (envelope.type !== "let-go") return;
        words.set(envelope.release.group, envelope.token);
        look();
      },
    },
    look,
  };
}
