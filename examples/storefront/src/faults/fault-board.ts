import type { Span } from '@opentelemetry/api';
import { dice } from './dice.ts';
import type { FaultParams } from './fault.ts';
import type { FaultName } from './fault-catalog.ts';
import { type FaultRequest, readParams } from './fault-request.ts';

/** A fault that is on. */
export interface RunningFault {
  readonly name: FaultName;
  readonly params: FaultParams;
  readonly seed: number;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly hidden: boolean;
  /** Numbers in [0, 1), the same for the same seed. */
  random(): number;
  /** Marks a span that the fault has caused, or changed. */
  mark(span: Span): void;
}

/** What a fault does when it is switched on, beside being asked for by requests. */
export interface Effect {
  start(fault: RunningFault): Promise<void> | void;
  stop(): Promise<void> | void;
}

export interface FaultBoardOptions {
  /** The faults this service can have; null where requests ask whether the fault is on, and that is all. */
  readonly effects: Readonly<Partial<Record<FaultName, Effect | null>>>;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
  /** Told of each change, for the log. */
  readonly onChange: (fault: RunningFault, on: boolean) => void;
  /** Told when a fault whose time was over could not be taken back. */
  readonly onFailed: (error: unknown) => void;
}

export type Switched = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** The faults of one service: which are on, how they are adjusted, and when they end. */
export interface FaultBoard {
  has(name: FaultName): boolean;
  /** The fault while it is on, for the code that it changes. */
  running(name: FaultName): RunningFault | null;
  /** Those that are on. */
  all(): readonly RunningFault[];
  switch(request: FaultRequest): Promise<Switched>;
  /** Switches everything off, at the end of the service too. */
  clear(): Promise<void>;
}

const MARK = 'demo.simulated';
const MARK_NAME = 'demo.fault';

export const createFaultBoard = ({ effects, now, onChange, onFailed }: FaultBoardOptions): FaultBoard => {
  const on = new Map<FaultName, { readonly fault: RunningFault; readonly timer: NodeJS.Timeout }>();
  // One change after the other: a fault is never started while it is being stopped.
  let changes: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = changes.then(change);
    changes = done.catch(() => undefined);
    return done;
  };
  const stop = async (name: FaultName): Promise<void> => {
    const entry = on.get(name);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    on.delete(name);
    await effects[name]?.stop();
    onChange(entry.fault, false);
  };
  const start = async (name: FaultName, params: FaultParams, request: FaultRequest): Promise<void> => {
    const sinceMs = now();
    const fault: RunningFault = {
      name,
      params,
      seed: request.seed,
      sinceMs,
      untilMs: sinceMs + request.duration_s * 1_000,
      hidden: request.hidden,
      random: dice(request.seed),
      mark: (span) => span.setAttributes({ [MARK]: true, [MARK_NAME]: request.hidden ? 'hidden' : name }),
    };
    await effects[name]?.start(fault);
    const timer = setTimeout(() => void inTurn(() => stop(name)).catch(onFailed), request.duration_s * 1_000).unref();
    on.set(name, { fault, timer });
    onChange(fault, true);
  };
  return {
    has: (name) => Object.hasOwn(effects, name),
    running: (name) => on.get(name)?.fault ?? null,
    all: () => [...on.values()].map(({ fault }) => fault),
    switch: (request) =>
      inTurn(async () => {
        const params = readParams(request.name, request.params);
        if (!params.ok) return params;
        await stop(request.name);
        if (request.on) await start(request.name, params.value, request);
        return { ok: true };
      }),
    clear: () =>
      inTurn(async () => {
        for (const name of on.keys()) await stop(name);
      }),
  };
};
