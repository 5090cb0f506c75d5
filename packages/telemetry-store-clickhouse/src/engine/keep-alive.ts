import type { PendingStatements } from './pending-statements.ts';
import type { OpenMessage, ToChild } from './protocol.ts';
import { type EngineChild, spawnEngine } from './spawn-engine.ts';
import { storeError } from './store-error.ts';

/** What happens to the process; the owner logs it. */
export type EngineEvent =
  | { readonly kind: 'died'; readonly signal: string; readonly inFlight: number }
  | { readonly kind: 'restarted'; readonly attempts: number; readonly resent: number }
  | { readonly kind: 'restart-failed'; readonly attempt: number; readonly error: Error };

export type EngineState =
  | { readonly kind: 'up'; readonly child: EngineChild }
  | { readonly kind: 'down' }
  | { readonly kind: 'closed' };

/** The engine's process, kept alive. */
export interface LiveEngine {
  state(): EngineState;
  /** Sends when the engine is up; what is pending is sent to the next one when it is not. */
  send(message: ToChild): void;
  close(): Promise<void>;
}

const BACKOFF_BASE_MS = 100;
const BACKOFF_MS_MAX = 10_000;
const CLOSE_MS_MAX = 5_000;

const backoffMs = (attempt: number): number => Math.min(BACKOFF_MS_MAX, BACKOFF_BASE_MS * 2 ** Math.min(attempt, 10));

const endChild = async (child: EngineChild): Promise<void> => {
  const gone = new Promise<void>((resolve) => child.process.once('exit', () => resolve()));
  child.send({ kind: 'close' });
  const timer = setTimeout(() => child.process.kill('SIGKILL'), CLOSE_MS_MAX);
  await gone;
  clearTimeout(timer);
};

/** Starts the process, and again whenever it dies; pending statements are sent again. Rejects when the first start fails. */
export const keepAlive = async (
  open: OpenMessage,
  pending: PendingStatements,
  onEvent: (event: EngineEvent) => void,
): Promise<LiveEngine> => {
  let state: EngineState = { kind: 'down' };
  const current = (): EngineState => state;
  const spawn = (): Promise<EngineChild> => spawnEngine(open, (message) => pending.take(message));

  const onDeath = (signal: string): void => {
    if (state.kind !== 'up') return;
    state = { kind: 'down' };
    onEvent({ kind: 'died', signal, inFlight: pending.messages().length });
    pending.afterDeath();
    setTimeout(() => void restart(1), backoffMs(0));
  };

  const adopt = (child: EngineChild): void => {
    state = { kind: 'up', child };
    const { process: ps } = child;
    // It can have died between its first message and now.
    if (ps.exitCode !== null || ps.signalCode !== null) onDeath(String(ps.signalCode ?? ps.exitCode));
    else ps.once('exit', (code, signal) => onDeath(String(signal ?? code)));
  };

  const restart = async (attempt: number): Promise<void> => {
    if (state.kind !== 'down') return;
    try {
      const child = await spawn();
      // `close` may have come in between.
      if (current().kind === 'closed') {
        child.process.kill('SIGKILL');
        return;
      }
      const messages = pending.messages();
      for (const message of messages) child.send(message);
      onEvent({ kind: 'restarted', attempts: attempt, resent: messages.length });
      adopt(child);
    } catch (error) {
      if (current().kind === 'closed') return;
      onEvent({ kind: 'restart-failed', attempt, error: error as Error });
      setTimeout(() => void restart(attempt + 1), backoffMs(attempt));
    }
  };

  adopt(await spawn());
  return {
    state: current,
    send: (message) => {
      if (state.kind === 'up') state.child.send(message);
    },
    close: async () => {
      const before = state;
      state = { kind: 'closed' };
      pending.failAll(storeError('UNAVAILABLE', 'the store is closed'));
      if (before.kind === 'up') await endChild(before.child);
    },
  };
};
