import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import type { FrontDoor } from './front-door.ts';

/** Asks again and again whether the door is open, less and less often; resolves when it is, or when it is all over. */
export const knock = async (door: FrontDoor, clock: Clock, over: AbortSignal): Promise<void> => {
  for (let failures = 1; !(over.aborted || (await door.isOpen(over))); failures += 1) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = (): void => resolve();
    const takeBack = clock.after(backOffMs(failures), stop);
    over.addEventListener('abort', stop);
    await promise;
    takeBack();
    over.removeEventListener('abort', stop);
  }
};
