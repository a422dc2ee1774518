/** The rules of two nodes (R, N10): each broken where it is loaded, and noticed by the two-node profile. */
import { edit, type Mutant, mutantOfTwo as mutant, mutantOfTwoIn as mutantIn } from "./mutant.ts";

const PAIR = "fencing/pair";
const SOLO = "fencing/solo";
const EVIDENCE = "fencing/evidence";
const LATE_CONTACT = "facts.contactAt !== null && facts.contactAt > askedAt";

export const PAIR_MUTANTS: readonly Mutant[] = [
  mutantIn(
    ["phoenix", "revived"],
    "two R1 what came after the question does not count against its answer",
    edit(PAIR, LATE_CONTACT, "false"),
    edit(EVIDENCE, "heard >= evidence.incarnation ? null", "heard > 1e300 ? null"),
    edit(EVIDENCE, "if (evidence.incarnation !== newestKnown)", "if (false)"),
  ),
  mutant(
    "two R1 a farewell counts whatever came after it",
    edit(EVIDENCE, "if (contactAt !== null && contactAt > saidAt)", "if (false)"),
    edit(
      PAIR,
      "heard?.report?.farewell === true ? heard.at : null",
      "heard?.report != null ? heard.at : null",
    ),
  ),
  mutantIn(
    ["lateAnswer"],
    "two R2 any certificate counts",
    edit(SOLO, "if (open === null || !sameQuestion(open, certificate.question))", "if (false)"),
    edit(SOLO, "{ incarnation: open.incarnation,", "{ incarnation: certificate.question.incarnation,"),
  ),
  mutant(
    "two R3 a leader that has committed nothing certifies",
    edit(
      SOLO,
      'if (placed.index > commit)\n        return refuse("the configuration of the two',
      'if (false)\n        return refuse("the configuration of the two',
    ),
  ),
  mutant(
    "two R4 a certificate counts under another configuration",
    edit(SOLO, "if (eligibility.configurationIndex !== configuration.index)", "if (false)"),
    edit(SOLO, "isVoter(seen, self) ? eligibility : null", "eligibility"),
  ),
  mutant(
    "two R5 what a survivor decides is sent before it is on its disk",
    edit("consensus/stepping", "if (effect.after <= this.durable)", "if (true)"),
  ),
  mutant(
    "two R6 the other is taken for stopped when it is silent",
    edit(
      PAIR,
      "const left = farewellEvidence(farewellOf(facts), now);\n        if (left.ok)\n            pair",
      'const left = { ok: true, value: { kind: "fenced", node: facts.peer, incarnation: facts.peerIncarnation, at: now, words: "" } };\n        if (left.ok)\n            pair',
    ),
  ),
  mutant(
    "two R7 a clock that has jumped voids nothing",
    edit(SOLO, "clockGapAt !== null && clockGapAt >= eligibility.at", "false"),
  ),
  mutantIn(
    ["standstill"],
    "two R7 a loop that stood still for long voids nothing",
    edit(PAIR, "if (by > FROZEN)", "if (false)"),
  ),
  mutantIn(
    ["lateAnswer"],
    "two R7 an answer counts that was under way while the machine slept or the loop stood still",
    edit(PAIR, "pair.clockGapAt = now;\n    pair.open = null;", "pair.clockGapAt = now;"),
    edit(
      PAIR,
      "pair.stoodStillUntil = now;\n    // An answer that waited in a socket while this node stood still says how things were before.\n    pair.open = null;",
      "pair.stoodStillUntil = now;",
    ),
  ),
  mutantIn(
    ["suspend", "lateAnswer"],
    "two R7 a leader certifies itself again without a word of the other",
    edit(PAIR, "if (pair.clockGapAt !== null && facts.confirmedAt <= pair.clockGapAt)", "if (false)"),
  ),
  mutant(
    "two R8 a switch that says yes is believed",
    edit(
      PAIR,
      "const verifiedOff = askedAt !== null && underway.outlets.every(off);",
      "const verifiedOff = answer.attempts.some((each) => each.accepted);",
    ),
    edit(PAIR, LATE_CONTACT, "false"),
  ),
  mutantIn(
    ["outscored"],
    "two R10 a score of before outweighs a verified off",
    edit("fencing/arbitration", "if (peerVerifiedOff)", "if (false)"),
  ),
  mutantIn(
    ["ownStack"],
    "two R10a a holder whose own IP stack passes nothing keeps what it holds",
    edit("fencing/givingup", "holdsAnything(facts) && allDark(pair, facts)", "false"),
  ),
  mutantIn(
    ["ownStack"],
    "two R10a a holder lets go that hears nobody, whatever the other hears",
    edit("fencing/ownstack", "if (!peers.others)", "if (false)"),
  ),
  mutantIn(
    ["ownStack"],
    "two R10a a holder lets go that the other does not hear, and that does not hear the other",
    edit("fencing/ownstack", "if (own.peer && !peers.peer)", "if (!peers.peer)"),
  ),
  mutantIn(
    ["ownStack"],
    "two R10a a holder lets go at once",
    edit("fencing/ownstack", "quiet + suspectAfter + rounds * timeout", "0"),
  ),
  mutantIn(["dawn"], "two R11 shots are fired out of turn", edit(PAIR, "if (!turn.mine)", "if (false)")),
  mutantIn(
    ["dawn"],
    "two R11 a turn is as long as its window",
    edit("fencing/turns", "shotDelay(second, first, raceOf(facts)) + window", "window + 1"),
  ),
  mutant(
    "two gate: whoever is cut off shoots",
    edit("fencing/arbitration", "return reached >= needed", "return true"),
  ),
  mutantIn(
    ["laidUp"],
    "two maintenance: somebody is shot",
    edit(PAIR, "if (facts.maintained)", "if (false)"),
  ),
  mutant(
    "two N10 a holder serves on by soft proofs",
    edit("fencing/jeopardy", "!HARD_PROOFS.includes(kind)", "false"),
  ),
  mutantIn(
    ["dawn", "heartbeatsCut"],
    "two risk: both give up",
    edit("fencing/jeopardy", "return order < 0 ? a.node : b.node;", "return a.node;"),
  ),
  mutantIn(
    ["heartbeatsCut"],
    "two risk: nobody waits for W",
    edit("fencing/jeopardy", "if (facts.silentFor < facts.wait)", "if (false)"),
  ),
  mutantIn(
    ["turnabout", "diskLost"],
    "two R13 an empty disk takes what it is sent for its own time alone",
    edit("consensus/pairview", "this.host.core.certified ? this.solitude() : null", "this.solitude()"),
  ),
  mutant(
    "two jeopardy that is over is not looked at",
    edit("services/attention", "see(sight, standing.beyond);", ""),
  ),
  mutant(
    "two a plan writes into the ledger that is",
    edit("consensus/ledger/copy", "stops: [...ledger.stops],", "stops: ledger.stops,"),
  ),
];
