/** What people and tools ask for, at any time and of any node. */
import { asNode } from "./judge.ts";
import { anyNode, type Fault, others } from "./sky.ts";

export const WISHES = {
  move: (sky) => {
    const { random, scene } = sky.world;
    const daemon = anyNode(sky).daemon;
    if (daemon === null || daemon.loop.frozen) return;
    const to = random.pick(scene.names);
    const group = random.pick(scene.document.groups).name;
    const requestId = `r${random.integer(1, 1_000_000)}`;
    sky.say(`operator wants ${group} on ${to}`);
    daemon.loop.arrive(() => daemon.propose([{ type: "move", group, to: asNode(to), requestId }], () => {}));
  },
  /** Another environment (the service starts afresh), other preferences. Addresses stay. */
  reconfigure: (sky) => {
    const { random, scene } = sky.world;
    const daemon = anyNode(sky).daemon;
    const ledger = daemon?.replica.ledger;
    if (daemon === null || daemon.loop.frozen || ledger?.document == null) return;
    const groups = ledger.document.groups.map((group) =>
      random.chance(0.5)
        ? group
        : {
            ...group,
            environment: random.chance(0.5) ? group.environment : { VERSION: `${random.integer(1, 1_000)}` },
            prefers: random.chance(0.5) ? group.prefers : [asNode(random.pick(scene.names))],
          },
    );
    sky.say(`operator changes the configuration after revision ${ledger.revision}`);
    const document = { ...ledger.document, groups };
    const baseRevision = ledger.revision;
    daemon.loop.arrive(() => daemon.propose([{ type: "configure", baseRevision, document }], () => {}));
  },
  transfer: (sky) => {
    const leader = sky.world.leader();
    const daemon = leader?.daemon;
    if (leader === null || daemon == null) return;
    const to = sky.world.random.pick(others(sky, leader)).name;
    sky.say(`leadership is to go to ${to}`);
    daemon.loop.arrive(() => daemon.transfer(to));
  },
  read: (sky) => {
    const { judge } = sky.world;
    const node = anyNode(sky);
    const daemon = node.daemon;
    if (daemon === null) return;
    daemon.loop.arrive(() => {
      const known = judge.committed;
      daemon.read((index) => {
        if (index === null) return;
        judge.seen.reads++;
        if (index < known)
          judge.broken("read", `${node.name} read at ${index} when ${known} was committed before`);
      });
    });
  },
} satisfies Record<string, Fault>;
