/** Another life, told the same, that looks at everything at each event. */
import { inspect, isDeepStrictEqual } from "node:util";
import { advance } from "../../services/holding.ts";
import type { HoldingAction, HoldingEvent } from "../../services/types.ts";
import { newHolding } from "./specs.ts";

export class Twin {
  readonly #holding = newHolding();

  constructor() {
    this.#holding.attention.always = true;
  }

  /** What is done by looking at what an event is about is what is done by looking at everything; null, or how it differs. */
  difference(event: HoldingEvent, actions: readonly HoldingAction[], now: number): string | null {
    const wanted = advance(this.#holding, event, now);
    if (isDeepStrictEqual(actions, wanted)) return null;
    const words = (list: readonly HoldingAction[]): string =>
      list.map((action) => inspect(action, false, 6)).join("\n  ");
    return `at ${now.toFixed(1)}, ${event.type}: done\n  ${words(actions)}\nand everything looked at\n  ${words(wanted)}`;
  }
}
