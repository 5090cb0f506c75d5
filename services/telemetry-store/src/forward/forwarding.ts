import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gauge } from '@clearspan/instrumentation';
import type { Log } from '../core/log.ts';
import { createForwardFigures } from './forward-figures.ts';
import { type Forwarder, type ForwarderLimits, type ForwarderState, startForwarder } from './forwarder.ts';
import { openForwardQueue } from './queue/forward-queue.ts';
import { type ClientLimits, createTargetClient } from './send/target-client.ts';
import type { ForwardTarget } from './target/forward-target.ts';
import { createTargetNews } from './target-news.ts';
import { createTurns } from './turns.ts';

export interface ForwardLimits extends ForwarderLimits, ClientLimits {
  /** Of each target. */
  readonly queueBytesMax: number;
  /** Bytes of a body when inflated. */
  readonly plainBytesMax: number;
  /** An operator is told of the same thing no more often than this. */
  readonly tellMs: number;
}

export interface ForwardingParts {
  /** Holds a directory for each target. */
  readonly path: string;
  readonly targets: readonly ForwardTarget[];
  readonly limits: ForwardLimits;
  readonly log: Log;
}

/** Sends on what the store accepted, to each target by itself. */
export interface Forwarding {
  /** Resolves when the segment of the log is queued for every target. Never rejects, and waits for no target. */
  readonly take: (segment: string, path: string) => Promise<void>;
  states(): readonly ForwarderState[];
  /** What is queued is sent by the next run. */
  close(): Promise<void>;
}

/** What waits for a target that is not configured any more stays: it may be again. */
const tellLeft = async ({ path, targets, log }: ForwardingParts): Promise<void> => {
  for (const name of await readdir(path)) {
    if (targets.some((target) => target.name === name)) continue;
    log.warn({ path: join(path, name) }, 'telemetry is queued for a target that is not configured');
  }
};

export const openForwarding = async (parts: ForwardingParts): Promise<Forwarding> => {
  const { path, targets, limits, log } = parts;
  const { sendsMax, plainBytesMax } = limits;
  const inTurn = createTurns();
  const nowMs = (): number => Date.now();
  await mkdir(path, { recursive: true });
  await tellLeft(parts);
  const forwarders: Forwarder[] = [];
  for (const target of targets) {
    const queue = await openForwardQueue(join(path, target.name), limits.queueBytesMax);
    const client = createTargetClient(target, limits);
    const figures = createForwardFigures(target.name);
    const news = createTargetNews(target.name, log, limits.tellMs, nowMs);
    const shared = { target, queue, client, figures, news, limits, nowMs };
    forwarders.push(startForwarder({ ...shared, sendsMax, plainBytesMax, inTurn, random: Math.random }));
    log.info(
      { target: target.name, endpoint: target.url.origin, signals: [...target.signals] },
      'sending telemetry on',
    );
  }
  const states = (): ForwarderState[] => forwarders.map((one) => one.state());
  const stopGauge = gauge('forward_queue_bytes', { description: 'Telemetry that waits for a target' }, (set) => {
    for (const { target, queuedBytes } of states()) set(queuedBytes, { target });
  });
  return {
    take: async (segment, from) => {
      await Promise.all(forwarders.map((one) => one.take(segment, from)));
    },
    states,
    close: async () => {
      stopGauge();
      await Promise.all(forwarders.map((one) => one.close()));
    },
  };
};
