import type { FaultName } from '../faults/fault-catalog.ts';
import { faultRequest } from '../faults/fault-request.ts';
import type { FaultsBehind } from '../faults/faults-behind.ts';
import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';

export interface SwitchOffDeps {
  readonly faults: FaultsBehind;
  readonly clock: Clock;
  /** Told of each attempt that failed. */
  readonly onFailed: (error: unknown) => void;
}

const ATTEMPTS_MAX = 12;

/** Switches a fault off; where that fails, goes on trying for about three quarters of a minute after it has returned. */
export const switchOff = async (name: FaultName, deps: SwitchOffDeps, attempt: number = 1): Promise<void> => {
  const { faults, clock, onFailed } = deps;
  try {
    await faults.switch(faultRequest.parse({ name, on: false }));
  } catch (error) {
    onFailed(error);
    if (attempt < ATTEMPTS_MAX) clock.after(backOffMs(attempt), () => void switchOff(name, deps, attempt + 1));
  }
};
