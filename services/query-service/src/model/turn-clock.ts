/** The time that one question may spend on a model, all calls together. */
export interface TurnClock {
  /** Milliseconds that a step may take: its own limit, or what is left. 0 when the time is over. */
  allow(stepMs: number): number;
}

export const createTurnClock = (turnMs: number, now: () => number = () => performance.now()): TurnClock => {
  const endMs = now() + turnMs;
  return { allow: (stepMs) => Math.max(0, Math.min(stepMs, Math.floor(endMs - now()))) };
};
