/** Two machines with a serial line; and `acceptNonTransitiveRisk`: its loss each time, and two of the others by turns. */
import { TWO_RISKING } from "../lab/tworisk.ts";
import { byTurn, named, playsTwo, turn } from "./twonodes.ts";

playsTwo(named("serial", "serial-only", "own-stack"));

const loss = named("risk-links-cut");
const others = TWO_RISKING.filter((scenario) => !loss.includes(scenario));
playsTwo([...loss, ...byTurn(others, 2)], `, turn ${turn}`);
