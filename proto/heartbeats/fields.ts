/** What the two ends of a heartbeat's bytes agree on, beside the numbers of its fields in peer.proto. */
import type { StoreDoubt, StoreWord } from "../../consensus/sessions/types.ts";

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
/** For errors. */
export const WHAT = "a heartbeat";
/** By their numbers on the wire. */
export const STANDINGS: readonly StoreWord["standing"][] = ["certified", "vetting", "blank"];
/** The same, from 1 on. */
export const DOUBTS: readonly StoreDoubt["kind"][] = ["older", "other"];
