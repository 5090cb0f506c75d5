import type { TrafficSettings } from '@clearspan/contracts';
import type { Session } from './front-door.ts';
import { createVisitor, type Step } from './visitor.ts';

export interface Visitor {
  readonly next: () => Step;
  step: Step;
  /** In time as it goes for visitors. */
  dueMs: number;
  session: Session;
  /** From the first page of a visit until it is known that there is no further one. */
  visiting: boolean;
}

export const inviteVisitors = (settings: TrafficSettings): readonly Visitor[] =>
  Array.from({ length: settings.users }, (_, number): Visitor => {
    const next = createVisitor(settings, number);
    const step = next();
    return { next, step, dueMs: step.pauseMs, session: new Map(), visiting: false };
  });

/** Those who are not in the shop right now, in the order in which they are due. */
export interface WaitingVisitors {
  /** When the first is due; never, when nobody waits. */
  firstMs(): number;
  /** The first, when due. */
  take(nowMs: number): Visitor | null;
  add(visitor: Visitor): void;
}

export const waitingVisitors = (everybody: readonly Visitor[]): WaitingVisitors => {
  const waiting = everybody.toSorted((a, b) => a.dueMs - b.dueMs);
  const firstMs = (): number => waiting[0]?.dueMs ?? Number.POSITIVE_INFINITY;
  return {
    firstMs,
    take: (nowMs) => (firstMs() <= nowMs ? (waiting.shift() ?? null) : null),
    add: (visitor) => {
      const before = waiting.findLastIndex(({ dueMs }) => dueMs <= visitor.dueMs);
      waiting.splice(before + 1, 0, visitor);
    },
  };
};
