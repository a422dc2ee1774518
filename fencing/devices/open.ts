/** From what the document says of a device to the device. */
import type { FenceDeviceSpec } from "../../consensus/ledger/types.ts";
import type { FenceDevice } from "../port.ts";
import { createLabDevice } from "./lab.ts";

/** Nothing is connected yet: each question is a conversation of its own. */
export function openDevice(spec: FenceDeviceSpec): FenceDevice {
  switch (spec.type) {
    case "lab":
      return createLabDevice(spec);
  }
}
