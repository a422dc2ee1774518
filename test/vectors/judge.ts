/** All outside vectors, part by part. A part whose folder is missing is a failure here: nothing was judged by it. */
import { judgeChanges } from "./confchange.ts";
import { judgeHistories } from "./histories.ts";
import { judgeInteractions } from "./interaction.ts";
import { absence, type Outcome, partOf } from "./outside.ts";
import { judgeQuorums, QUORUM_FILES } from "./quorum.ts";

interface Part {
  readonly folder: string;
  readonly judge: (folder: string) => Outcome[];
}

export const PARTS: readonly Part[] = [
  {
    folder: "etcd-raft/quorum/testdata",
    judge: (folder) => QUORUM_FILES.flatMap((file) => judgeQuorums(folder, file)),
  },
  { folder: "etcd-raft/confchange/testdata", judge: judgeChanges },
  { folder: "etcd-raft/interaction", judge: judgeInteractions },
  { folder: "linearizability", judge: judgeHistories },
];

export function judgeAll(): Outcome[] {
  return PARTS.flatMap(({ folder, judge }): Outcome[] => {
    const at = partOf(folder);
    return at === null ? [{ name: folder, result: "failed", detail: absence(folder) }] : judge(at);
  });
}
