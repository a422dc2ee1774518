/** How one configuration follows another: N9, R5, R6, checklist 31, 32 and 34. */
import type { Configuration, Entry, NodeId } from "../../../consensus/core/types.ts";
import { sessionKey } from "../../../consensus/ledger/types.ts";
import { goesAlone, type Known, type Process, type Rules, termOnDisk } from "./process.ts";

export function createMemberRules({ processes, broken }: Known): Rules {
  /** Where the configuration before `index` stands in this log; null: in no entry that is kept. */
  const before = ({ journal }: Process, index: number) => {
    for (let at = index - 1; at > journal.base.index; at--) {
      const payload = journal.entryAt(at)?.payload;
      if (payload?.type === "configuration") return { index: at, configuration: payload.configuration };
    }
    return null;
  };
  const has = (node: string, index: number, term: number | undefined): boolean => {
    const disk = processes.get(node)?.disk;
    return disk === undefined || index <= disk.base.index || termOnDisk(disk, index) === term;
  };

  /** Called when the journal has it: a leader let this configuration follow. */
  const follows = (process: Process, { index, term, payload }: Entry) => {
    const { name, replica, journal } = process;
    if (payload.type !== "configuration" || replica.role !== "leader" || term !== replica.term) return;
    const last = before(process, index);
    if (last === null) return;
    if (goesBack(last.configuration, payload.configuration)) return;
    // R6: under a proof; the rules of the pair look at that.
    if (goesAlone(process) && last.index <= replica.commit) return;
    const what = `${name} lets configuration ${index} follow ${last.index}`;
    if (last.index > replica.commit) broken("31 change", `${what}, which is not committed`);
    if (journal.termAt(replica.commit) !== term && replica.commit > journal.base.index)
      broken("32 change", `${what} before anything of term ${term} is committed`);
    if (losesVoters(last.configuration, payload.configuration))
      broken("R6", `${what}, and takes a vote away without a joint one between`);
    for (const voter of payload.configuration.voters)
      if (!votes(last.configuration, voter) && processes.get(voter)?.disk.blank === true)
        broken("R13.2", `${what}, and gives a vote to ${voter}, for whose disk nobody has vouched`);
    for (const { id, openedAt } of replica.ledger.sessions.values()) {
      if (id.node === name || openedAt > last.index) continue;
      if (!has(id.node, last.index, journal.termAt(last.index)))
        broken("N9", `${what}, which the node of ${sessionKey(id)} has not on its disk`);
    }
  };

  return {
    followed: {
      write: (process, { entries }) => {
        for (const entry of entries) follows(process, entry);
      },
    },
    turned: ({ name, replica, role, configurations }) => {
      if (replica.role !== "leader") return;
      // As it was after the turn before, when this was asked.
      if (role === "leader" && configurations === replica.configurations) return;
      const [inForce] = replica.configurations;
      if (inForce === undefined || replica.configurations.length > 1) return;
      if (!inForce.voters.includes(name) && !inForce.outgoing?.includes(name))
        broken("34 leader", `${name} leads term ${replica.term}, and it is committed that it does not vote`);
    },
    leaves: {
      send: ({ name, disk }, { envelope }) => {
        if (envelope.type !== "raft") return;
        const { message } = envelope;
        if (message.type !== "append-request" || disk.hardState.term !== message.term) return;
        for (const { index, term, payload } of message.entries)
          if (payload.type === "configuration" && index > disk.base.index && termOnDisk(disk, index) !== term)
            broken("R5", `${name} sends configuration ${index}, which its own disk does not have`);
      },
    },
  };
}

const goesBack = ({ outgoing }: Configuration, next: Configuration): boolean =>
  outgoing !== null && next.outgoing === null && outgoing.join() === next.voters.join();
const votes = ({ voters, outgoing }: Configuration, node: NodeId): boolean =>
  voters.includes(node) || outgoing?.includes(node) === true;
const losesVoters = (last: Configuration, next: Configuration): boolean =>
  last.outgoing === null &&
  next.outgoing === null &&
  last.voters.some((voter) => !next.voters.includes(voter));
