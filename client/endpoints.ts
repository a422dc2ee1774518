/**
 * The nodes that a client may ask. Calls to one node share its connection: a program with a thousand leases is one client
 * to a node, not a thousand. Each asker goes round by itself, from the node that answered last: were the turn common to all,
 * askers that fail together would each come back to the same node for ever.
 */
import type { Method } from "../api/methods.ts";
import { type CallOptions, type Credentials, Wire } from "./wire.ts";

/** Calls at once on one connection; a node takes 128. */
const CALLS_MAX = 64;

interface Shared {
  readonly wire: Wire;
  calls: number;
}

export class Endpoints {
  readonly #targets: readonly string[];
  readonly #credentials: Credentials | null;
  readonly #shared = new Map<string, Shared[]>();
  /** Where an answer came from last. */
  #good = 0;

  /** At least one target: `unix:/path/of/api.sock`, or `address:port` with credentials. */
  constructor(targets: readonly string[], credentials: Credentials | null) {
    this.#targets = targets;
    this.#credentials = credentials;
  }

  get count(): number {
    return this.#targets.length;
  }
  /** The place to begin with; the next one is one greater, without end. */
  get first(): number {
    return this.#good;
  }

  /** The node at this place answered. */
  answered(place: number): void {
    this.#good = place % this.#targets.length;
  }

  /** A connection of its own to the node at this place; whoever asked for it closes it. */
  open(place: number): Wire {
    return new Wire(this.#targets[place % this.#targets.length]!, this.#credentials);
  }

  /** One call to the node at this place. Rejects as `Wire.unary` does. */
  async unary<Request, Reply>(
    place: number,
    method: Method<Request, Reply>,
    request: Request,
    options: CallOptions,
  ): Promise<Reply> {
    const target = this.#targets[place % this.#targets.length]!;
    const all = this.#shared.get(target) ?? [];
    this.#shared.set(target, all);
    let shared = all.find(({ calls }) => calls < CALLS_MAX);
    if (shared === undefined) {
      shared = { wire: this.open(place), calls: 0 };
      all.push(shared);
    }
    shared.calls += 1;
    try {
      const reply = await shared.wire.unary(method, request, options);
      this.answered(place);
      return reply;
    } finally {
      shared.calls -= 1;
      if (shared.calls === 0) {
        all.splice(all.indexOf(shared), 1);
        shared.wire.close();
      }
    }
  }
}
