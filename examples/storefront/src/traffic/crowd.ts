import type { TrafficSettings } from '@clearspan/contracts';
import type { Clock } from './clock.ts';
import { type Answer, type FrontDoor, IN_FLIGHT_MAX } from './front-door.ts';
import { knock } from './knock.ts';
import { createPacedTime } from './paced-time.ts';
import { inviteVisitors, type Visitor, waitingVisitors } from './waiting-visitors.ts';

export interface CrowdOptions {
  readonly settings: TrafficSettings;
  readonly door: FrontDoor;
  readonly clock: Clock;
  /** How many times as many as usual an incident wants now. */
  readonly surge: () => number;
  readonly onAnswer: (answer: Answer) => void;
  /** The door was found shut, or open again. */
  readonly onDoor: (open: boolean) => void;
}

/** Visitors who come and go, until they are sent home. */
export interface Crowd {
  /** Those who are on a visit. */
  activeUsers(): number;
  /** No further request; those under way get a moment to be answered, then nobody waits for them any more. */
  disperse(): Promise<void>;
}

/** The pace is looked at again after so long, whoever is due. */
const PACE_MS = 500;
const DISPERSE_MS = 1_500;

/**
 * One queue of visitors and one timer for the first of them. Their time stands still while the door is shut: nobody piles
 * up behind it.
 */
export const gatherCrowd = ({ settings, door, clock, surge, onAnswer, onDoor }: CrowdOptions): Crowd => {
  const leave = new AbortController();
  const hurry = new AbortController();
  const underWay = new Set<Promise<void>>();
  const everybody = inviteVisitors(settings);
  const waiting = waitingVisitors(everybody);
  const time = createPacedTime({ settings, clock, surge });
  let open = false;
  let takeBack = (): void => undefined;

  const letIn = (): void => {
    takeBack();
    if (leave.signal.aborted || !open) return;
    const nowMs = time.nowMs();
    while (underWay.size < IN_FLIGHT_MAX) {
      const visitor = waiting.take(nowMs);
      if (visitor === null) break;
      send(visitor);
    }
    takeBack = clock.after(Math.max(1, Math.min(PACE_MS, time.untilMs(waiting.firstMs()))), letIn);
  };
  const waitForDoor = async (): Promise<void> => {
    open = false;
    time.stand(true);
    await knock(door, clock, leave.signal);
    if (leave.signal.aborted) return;
    open = true;
    time.stand(false);
    onDoor(true);
    letIn();
  };
  const visit = async (visitor: Visitor): Promise<void> => {
    const answer = await door.visit(visitor.step.path, visitor.session, hurry.signal);
    onAnswer(answer);
    visitor.step = visitor.next();
    if (visitor.step.arrives) visitor.visiting = false;
    visitor.dueMs = time.nowMs() + visitor.step.pauseMs;
    waiting.add(visitor);
    if (answer.kind !== 'unreachable' || !open || leave.signal.aborted) return;
    onDoor(false);
    void waitForDoor();
  };
  const send = (visitor: Visitor): void => {
    if (visitor.step.arrives) visitor.session = new Map();
    visitor.visiting = true;
    const visited: Promise<void> = visit(visitor).then(() => {
      underWay.delete(visited);
      letIn();
    });
    underWay.add(visited);
  };
  void waitForDoor();

  return {
    activeUsers: () => everybody.filter(({ visiting }) => visiting).length,
    disperse: async () => {
      leave.abort();
      takeBack();
      const enough = clock.after(DISPERSE_MS, () => hurry.abort());
      await Promise.all(underWay);
      enough();
    },
  };
};
