import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';

/** Lets requests in, and holds new ones back while something is done that none may be under way for. */
export interface Gate {
  /** Calls `pass` at once, or when the gate opens again. */
  enter(pass: () => void): void;
  /** Something is under way until the returned function is called. */
  hold(): () => void;
  /** Closes, waits for all that is under way, does the work, and opens. One after the other. */
  closedFor(work: () => Promise<void>): Promise<void>;
}

export const createGate = (): Gate => {
  let underWay = 0;
  let closed = false;
  let waiting: (() => void)[] = [];
  let tellEmpty = (): void => undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const empty = async (): Promise<void> => {
    do {
      if (underWay > 0) await new Promise<void>((resolve) => (tellEmpty = resolve));
      // Whatever was waiting for the last of them goes on first.
      await setImmediate();
    } while (underWay > 0);
  };
  const open = (): void => {
    closed = false;
    const passes = waiting;
    waiting = [];
    for (const pass of passes) pass();
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    closed = true;
    try {
      await empty();
      await work();
    } finally {
      open();
    }
  };
  return {
    enter: (pass) => {
      // A request that waited must not find itself in the context of whoever opened the gate.
      if (closed) waiting.push(AsyncResource.bind(pass));
      else pass();
    },
    hold: () => {
      underWay += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        underWay -= 1;
        if (underWay === 0) tellEmpty();
      };
    },
    closedFor: (work) => {
      const done = turn.then(() => run(work));
      turn = done.catch(() => undefined);
      return done;
    },
  };
};
