/** What a seed gives up, from the moment at which what it rests on was broken: nothing before. */

/** What follows where both went on alone by the accepted risk: two that serve, and two histories. Nothing that asserts, or ends. */
const KEPT: ReadonlySet<string> = new Set(["assertion", "P4", "risk", "drain", "answers", "T1", "V", "calm"]);

export class Stated extends Set<string> {
  #reach: "nothing" | "histories" | "everything" = "nothing";
  /** Why; null: nothing is given up. */
  because: string | null = null;

  /** Both went on alone, as the operator accepted. */
  bothAlone(because: string): void {
    if (this.#reach === "nothing") this.#reach = "histories";
    this.because ??= because;
  }
  /** A device has said what is not so. */
  lied(because: string): void {
    this.#reach = "everything";
    this.because ??= because;
  }
  override has(invariant: string): boolean {
    if (this.#reach === "everything") return true;
    return this.#reach === "histories" && !KEPT.has(invariant);
  }
}
