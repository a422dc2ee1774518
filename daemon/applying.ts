/** The cluster document: checked, applied as a compare-and-swap on its revision, remembered, taken back. */
import { isDeepStrictEqual } from "node:util";
import type {
  ApplyReply,
  ApplyRequest,
  GetDocumentReply,
  HistoryReply,
  Problem,
  RollbackRequest,
} from "../api/messages.ts";
import type { ApplyVerdict } from "../configuration/apply.ts";
import type { NodeId } from "../consensus/core/types.ts";
import type { CardFact, ClusterDocument, Ledger, Revision } from "../consensus/ledger/types.ts";
import { LeaseholdError } from "../errors.ts";
import type { Checker, Ports } from "./checker.ts";
import { refusalIn, type Wisher, wished } from "./wishing.ts";

/** A document as it was checked. */
interface Checked {
  readonly document: ClusterDocument;
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}
interface Words {
  readonly by: string;
  readonly note: string;
  readonly dryRun: boolean;
  readonly baseRevision: number;
}

const REMEMBERED_MS = 10_000;

const wholeDocument = (text: string): Problem => ({ line: 0, field: "", text });

export class Applying {
  readonly #wisher: Wisher;
  readonly #checker: Checker;
  readonly #ports: Ports;
  /** What each revision changed: never asked twice. */
  readonly #changes = new Map<number, readonly string[]>();

  /** What was looked at last, and not long ago: a verdict rests on nothing but these. */
  #checked: {
    readonly yaml: string;
    readonly file: string;
    readonly current: ClusterDocument | null;
    readonly cards: ReadonlyMap<NodeId, readonly CardFact[]>;
    readonly verdict: ApplyVerdict;
  } | null = null;
  #forget: NodeJS.Timeout | null = null;

  constructor(wisher: Wisher, checker: Checker, ports: Ports) {
    this.#wisher = wisher;
    this.#checker = checker;
    this.#ports = ports;
  }

  /** A wrong document is an answer with problems; rejects only when it could not be looked at, or no leader took it. */
  apply(request: ApplyRequest): Promise<ApplyReply> {
    return this.#change(request.yaml, request.file, request);
  }

  /** Makes an earlier document the one in force, if it is still a lawful one. */
  async rollback({ revision, by, dryRun }: RollbackRequest): Promise<ApplyReply> {
    const base = this.#ledger.revision;
    const kept = this.#revision(revision);
    const yaml = await this.#checker.run<"render">({ type: "render", document: kept.document });
    const note = `rollback to revision ${revision}`;
    return this.#change(yaml, `revision ${revision}`, { by, note, dryRun, baseRevision: base });
  }

  async document(revision: number): Promise<GetDocumentReply> {
    const kept = this.#revision(revision === 0 ? this.#ledger.revision : revision);
    const yaml = await this.#checker.run<"render">({ type: "render", document: kept.document });
    return { yaml, revision: kept.revision };
  }

  async history(): Promise<HistoryReply> {
    const kept = [...this.#ledger.revisions];
    const told: HistoryReply["revisions"][number][] = [];
    for (const [i, { revision, at, by, note, document }] of kept.entries()) {
      told.push({ revision, at, by, note, changes: await this.#changesOf(revision, kept[i - 1], document) });
    }
    const oldest = kept[0]?.revision ?? 0;
    for (const revision of this.#changes.keys()) if (revision < oldest) this.#changes.delete(revision);
    return { revisions: told };
  }

  get #ledger(): Ledger {
    return this.#wisher.ledger();
  }

  async #changesOf(
    revision: number,
    before: Revision | undefined,
    after: ClusterDocument,
  ): Promise<readonly string[]> {
    const known = this.#changes.get(revision);
    if (known !== undefined) return known;
    // The one before the oldest that is kept is not known any more.
    if (before === undefined && revision > 1) return [];
    const changes = await this.#checker.run<"diff">({
      type: "diff",
      before: before?.document ?? null,
      after,
    });
    this.#changes.set(revision, changes);
    return changes;
  }

  #revision(revision: number): Revision {
    const { revisions } = this.#ledger;
    const found = revisions.find((kept) => kept.revision === revision);
    if (found !== undefined) return found;
    const text =
      revisions.length === 0
        ? "this node knows no document yet"
        : `revision ${revision} is not kept; kept are ${revisions[0]?.revision} to ${revisions.at(-1)?.revision}`;
    throw new LeaseholdError("not-found", text);
  }

  async #change(yaml: string, file: string, words: Words): Promise<ApplyReply> {
    const { revision, document: current, cards } = this.#ledger;
    if (words.baseRevision !== 0 && words.baseRevision !== revision) {
      return this.#refused([wholeDocument(this.#overtaken(words.baseRevision))]);
    }
    const verdict = await this.#check(yaml, file === "" ? "document" : file, current, cards);
    if (!verdict.ok)
      return this.#refused(verdict.problems.map(({ line, ...rest }) => ({ line: line ?? 0, ...rest })));
    const { document, changes, warnings } = verdict;
    if (words.dryRun || changes.length === 0) {
      return { ok: true, problems: [], changes, warnings, revision: this.#ledger.revision };
    }
    return this.#configure({ document, changes, warnings }, revision, words);
  }

  /** Shown first and then applied, a document of a thousand groups would be looked at twice. */
  async #check(
    yaml: string,
    file: string,
    current: ClusterDocument | null,
    facts: Ledger["cards"],
  ): Promise<ApplyVerdict> {
    const cards = new Map(facts);
    const known = this.#checked;
    const same =
      known !== null &&
      known.current === current &&
      known.file === file &&
      known.yaml === yaml &&
      known.cards.size === cards.size &&
      [...cards].every(([node, fact]) => known.cards.get(node) === fact);
    if (same) return known.verdict;
    const ports = this.#ports;
    const verdict = await this.#checker.run<"check">({ type: "check", file, yaml, current, cards, ports });
    this.#checked = { yaml, file, current, cards, verdict };
    this.#forget?.refresh();
    this.#forget ??= setTimeout(() => {
      this.#checked = null;
      this.#forget = null;
    }, REMEMBERED_MS).unref();
    return verdict;
  }

  async #configure(checked: Checked, baseRevision: number, { by, note }: Words): Promise<ApplyReply> {
    const { document, changes, warnings } = checked;
    const command = { type: "configure", baseRevision, document, by, note } as const;
    const verdict = await wished(this.#wisher, [command]);
    if (!verdict.ok) {
      const text = `${verdict.reason}; see \`leasehold history\` for whether it was taken, or apply it again`;
      throw new LeaseholdError("unavailable", text);
    }
    const configured = verdict.events.find((event) => event.type === "configured");
    if (configured !== undefined) {
      return { ok: true, problems: [], changes, warnings, revision: configured.revision };
    }
    const refused = refusalIn(verdict.events);
    if (refused?.code === "revision-mismatch") {
      // A repeat after a lost answer finds its own work done.
      const own = this.#ledger.revisions.find((kept) => kept.revision === baseRevision + 1);
      if (
        own !== undefined &&
        own.by === by &&
        own.note === note &&
        isDeepStrictEqual(own.document, document)
      ) {
        return { ok: true, problems: [], changes, warnings, revision: own.revision };
      }
      return this.#refused([wholeDocument(this.#overtaken(baseRevision))]);
    }
    return this.#refused([wholeDocument(refused?.detail ?? "the ledger did not take it")]);
  }

  #overtaken(base: number): string {
    const newest = this.#ledger.revisions.at(-1);
    const who = newest === undefined || newest.by === "" ? "" : `, by ${newest.by}`;
    return `was made from revision ${base}, but revision ${this.#ledger.revision} is in force${who}; look at it with \`leasehold config\`, and apply again`;
  }

  #refused(problems: readonly Problem[]): ApplyReply {
    return { ok: false, problems, changes: [], warnings: [], revision: this.#ledger.revision };
  }
}
