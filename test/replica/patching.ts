/** Imported before a test: the modules named in PATCHES are loaded with a rule switched off. */
import { register } from "node:module";

const patches = JSON.parse(process.env.PATCHES ?? "{}") as object;
register(new URL("../sim/mutants/patch.js", import.meta.url).href, { data: patches });
