import { setTimeout as delay } from 'node:timers/promises';
import type { Child, ChildExit } from './child.ts';

/** Why a supervised set of processes came to its end. */
export type Ending =
  | { readonly kind: 'asked'; readonly by: string }
  | { readonly kind: 'died'; readonly child: Child; readonly exit: ChildExit }
  | { readonly kind: 'late'; readonly names: readonly string[] };

export interface SuperviseLimits {
  /** All must be ready within this time. */
  readonly readyMs: number;
  /** From the first SIGTERM to the last process gone; what remains is killed. */
  readonly stopMs: number;
}

export interface Supervised {
  readonly children: readonly Child[];
  /** Settles when every child is ready. */
  readonly whenReady: Promise<void>;
  /** Asks for the end; the first reason given stands. */
  end(ending: Ending): void;
  readonly ended: Promise<Ending>;
}

/** Settles when the process answers that it is ready. */
export type Readiness = (child: Child, signal: AbortSignal) => Promise<void>;

/**
 * Watches children that are already started: ready together or not at all, and one that dies ends them all.
 * It stops nothing by itself: `ended` tells why to stop.
 */
export const supervise = (children: readonly Child[], readiness: Readiness, limits: SuperviseLimits): Supervised => {
  const ended = Promise.withResolvers<Ending>();
  const over = new AbortController();
  const notReady = new Set(children.map((c) => c.spec.name));
  const end = (ending: Ending): void => {
    over.abort();
    ended.resolve(ending);
  };
  const wait = async (child: Child): Promise<void> => {
    await child.saidReady;
    await readiness(child, over.signal);
    notReady.delete(child.spec.name);
  };
  for (const child of children) void child.exited.then((exit) => end({ kind: 'died', child, exit }));
  const whenReady = Promise.all(children.map(wait)).then(() => undefined);
  const timer = setTimeout(() => {
    if (notReady.size > 0) end({ kind: 'late', names: [...notReady] });
  }, limits.readyMs);
  void whenReady.then(
    () => clearTimeout(timer),
    () => undefined,
  );
  void ended.promise.then(() => clearTimeout(timer));
  return { children, whenReady, end, ended: ended.promise };
};

/** Share of the stop time that a wave may take before the next one is asked as well. */
const WAVE_SHARE = 0.4;

/** Asks wave after wave to stop, and kills at the deadline what is left. Tells who had to be killed. */
export const stopAll = async (children: readonly Child[], limits: SuperviseLimits): Promise<readonly string[]> => {
  const alive = new Set(children);
  for (const child of children) void child.exited.then(() => alive.delete(child));
  await delay(0);
  const deadlineMs = Date.now() + limits.stopMs;
  for (const wave of [1, 2, 3] as const) {
    const members = [...alive].filter((c) => c.spec.stopWave === wave);
    for (const child of members) child.terminate();
    const patienceMs =
      wave === 3 ? deadlineMs - Date.now() : Math.min(limits.stopMs * WAVE_SHARE, deadlineMs - Date.now());
    const patience = new AbortController();
    await Promise.race([
      Promise.all(members.map((c) => c.exited)),
      delay(Math.max(0, patienceMs), undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  }
  const killed = [...alive].map((c) => c.spec.name);
  // Also the groups of those that ended: a grandchild left behind would keep a port or a lock.
  for (const child of children) child.kill();
  await Promise.all([...alive].map((c) => c.exited));
  return killed;
};
