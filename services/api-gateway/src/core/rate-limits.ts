import { createGcra, type GcraDecision, type GcraState } from '@clearspan/resilience';

/** Client addresses remembered at most; the one not seen for longest is forgotten first. */
const CLIENTS_MAX = 10_000;

export interface RateLimits {
  take(client: string, nowMs: number): GcraDecision;
  clients(): number;
}

/** A limit for each client address. A forgotten client starts anew, which can only be to its advantage. */
export const createRateLimits = (perMinute: number): RateLimits => {
  const gcra = createGcra({ perMinute, burst: perMinute });
  const states = new Map<string, GcraState>();
  return {
    take: (client, nowMs) => {
      const { state, decision } = gcra(states.get(client), nowMs);
      states.delete(client);
      states.set(client, state);
      if (states.size > CLIENTS_MAX) states.delete(states.keys().next().value as string);
      return decision;
    },
    clients: () => states.size,
  };
};
