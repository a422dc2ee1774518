// What is read from the words before the library of commands is loaded, against that library.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PARTS, programOf } from "../../cli/program.ts";
import { commandIn, statusIn } from "../../cli/words.ts";

const status = PARTS.filter(({ commands }) => commands.includes("status"));

/** What the library makes of a status; null when it refuses. */
async function byTheLibrary(typed: readonly string[]): Promise<unknown> {
  const program = await programOf(status);
  let asked: unknown = null;
  const silent = { writeErr: () => {}, writeOut: () => {} };
  program.configureOutput(silent);
  for (const command of program.commands) {
    command.configureOutput(silent).action((options: object) => {
      asked = { where: program.opts(), options };
    });
  }
  await program.parseAsync(typed, { from: "user" }).catch(() => {});
  return asked;
}

const word = fc.constantFrom(
  ...["status", "move", "-c", "--config", "--config=a.yaml", "--socket", "--socket=/run/s", "--endpoint"],
  ...[
    "--secrets",
    "--json",
    "--watch",
    "--watch=1",
    "--help",
    "-h",
    "-cfile",
    "--",
    "",
    "x",
    "a=b",
    "-",
    "--conf",
  ],
);
const typed = fc.oneof(
  fc.array(word, { maxLength: 6 }),
  fc.array(word, { maxLength: 5 }).map((words) => ["status", ...words]),
);

test("what is read as a plain status, the library of commands reads in the same way", async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const asked = statusIn(words);
      if (asked === null) return;
      plain += 1;
      assert.deepEqual(await byTheLibrary(words), asked);
    }),
    { numRuns: 3000 },
  );
  assert.ok(plain > 50, `only ${plain} of the random words were a plain status`);
});

test("a plain status in every usual form is read without the library", () => {
  const config = "/etc/leasehold/node.yaml";
  const where = { config: process.env.LEASEHOLD_CONFIG ?? config };
  assert.deepEqual(statusIn(["status"]), { where, options: {} });
  assert.deepEqual(statusIn(["--config", "n.yaml", "status", "--json"]), {
    where: { config: "n.yaml" },
    options: { json: true },
  });
  assert.deepEqual(statusIn(["status", "--watch", "--endpoint=h:1", "--secrets", "s"]), {
    where: { ...where, endpoint: "h:1", secrets: "s" },
    options: { watch: true },
  });
});

test("a part brings the commands that are listed for it, and its words lead to it", async () => {
  for (const part of PARTS) {
    const program = await programOf([part]);
    assert.deepEqual(program.commands.map((command) => command.name()).sort(), [...part.commands].sort());
  }
  const all = await programOf(PARTS);
  const names = all.commands.map((command) => command.name());
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.equal(commandIn(["-c", "n.yaml", name, "--json", "web"]), name);
  assert.equal(commandIn(["--help"]), null);
  assert.equal(commandIn(["--socket"]), null);
});
