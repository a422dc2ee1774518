/** A pair with a serial line: production's own path over it, and production's own choice of what goes that way, between two real replicas. */
import type { NodeId } from "../../consensus/core/types.ts";
import { type HeartbeatKey, PacketSeal } from "../../consensus/transport/packet.ts";
import { SerialPath } from "../../consensus/transport/serialpath.ts";
import type { Envelope, ReplicaEffect } from "../../consensus/types.ts";
import { alsoOverSerial, envelopesOf } from "../../daemon/fencing.ts";
import { decodeEnvelopes, decodeHeartbeat, encodeEnvelopes, encodeHeartbeat } from "../../proto/codec.ts";
import { type Member, TIMING } from "./group.ts";
import { a, b, Pair } from "./pair.ts";

const KEYS: readonly HeartbeatKey[] = [{ id: 1, secret: new Uint8Array(32).fill(7) }];

/** One process's end of the line. */
interface End {
  readonly path: SerialPath;
  readonly also: (to: NodeId, envelope: Envelope) => void;
  arrives: (frame: Uint8Array) => void;
}

export class LinedPair extends Pair {
  /** Nothing comes through the line. */
  lineCut = false;
  /** Every message that came by the line and was taken, in order. */
  readonly byLine: { readonly to: NodeId; readonly envelope: Envelope }[] = [];
  readonly #seal = new PacketSeal("test", KEYS);
  readonly #ends = new WeakMap<Member, End>();
  #frames: { readonly to: NodeId; readonly frame: Uint8Array }[] = [];

  #endOf(member: Member): End {
    const known = this.#ends.get(member);
    if (known !== undefined) return known;
    const { self } = member.replica;
    const peer = self === a ? b : a;
    let arrives: End["arrives"] = () => {};
    const path = new SerialPath({
      self,
      peer,
      cluster: "test",
      keys: KEYS,
      line: {
        send: (frame) => {
          if (!this.lineCut) this.#frames.push({ to: peer, frame });
          return true;
        },
        onFrame: (listen) => {
          arrives = (frame) => listen(frame, this.now);
        },
      },
      onPacket: (packet) => this.#beatCame(member, path, packet),
      onMessage: envelopesOf(decodeEnvelopes, (from, envelope) => {
        this.byLine.push({ to: self, envelope });
        this.give(member, { type: "envelope", from, envelope });
      }),
      onDropped: () => {},
    });
    const also = alsoOverSerial({
      peer,
      paths: 1,
      quiet: () => 3 * TIMING.heartbeat,
      silenceOf: () => (this.severed(peer, self) ? Number.POSITIVE_INFINITY : 0),
      answers: () => !this.severed(peer, self) && !this.severed(self, peer),
      encode: encodeEnvelopes,
      send: (_, bytes) => path.sendMessage(bytes),
    });
    const end: End = { path, also, arrives };
    this.#ends.set(member, end);
    return end;
  }

  #beatCame(member: Member, path: SerialPath, packet: Buffer): void {
    const opened = this.#seal.open(packet);
    if (!opened.ok) return;
    const heartbeat = decodeHeartbeat(Buffer.from(opened.body));
    path.heard(heartbeat.incarnation);
    this.give(member, { type: "heartbeat", heartbeat });
  }

  protected override also(member: Member, effect: ReplicaEffect): void {
    super.also(member, effect);
    const end = this.#endOf(member);
    if (effect.type === "send") end.also(effect.to, effect.envelope);
    else if (effect.type === "beat") {
      const packet = this.#seal.seal(encodeHeartbeat(effect.heartbeat));
      if (packet !== null) end.path.sendHeartbeat(packet, effect.heartbeat.incarnation);
    }
  }

  override async live(ms: number): Promise<void> {
    for (const end = this.now + ms; this.now < end; ) {
      await super.live(5);
      for (const { to, frame } of this.#frames.splice(0)) {
        const member = this.members.get(to);
        if (member !== undefined && !this.lineCut) this.#endOf(member).arrives(frame);
      }
    }
  }
}
