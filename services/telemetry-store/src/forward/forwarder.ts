import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { readSegment } from '../wal/read-segment.ts';
import type { ForwardCounts } from './forward-figures.ts';
import type { QueuedSegment } from './queue/forward-queue.ts';
import { createSegmentSender, isFor, type SendParts } from './send/send-segment.ts';
import { type WaitLimits, waitMs } from './send/wait.ts';

export interface ForwarderLimits extends WaitLimits {
  /** What is under way when the store is stopped may end within this time. */
  readonly lastSendMs: number;
}

export interface ForwarderParts extends SendParts {
  readonly limits: ForwarderLimits;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Sends what waits for one target, oldest first, whatever other targets do. */
export interface Forwarder {
  /** Takes the file of a segment into the queue. Never rejects: what cannot be queued is counted and told. */
  take(segment: string, path: string): Promise<void>;
  state(): ForwarderState;
  close(): Promise<void>;
}

export interface ForwarderState extends ForwardCounts {
  readonly target: string;
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly queuedBytes: number;
  /** When the oldest in the queue was accepted. */
  readonly oldestMs: number | null;
}

/** How often nothing was answered in a row, and how long to wait because of it. */
interface Attempt {
  readonly failures: number;
  readonly pauseMs: number;
}

const FINE: Attempt = { failures: 0, pauseMs: 0 };

const NOTHING = Buffer.alloc(0);

export const startForwarder = (parts: ForwarderParts): Forwarder => {
  const { target, queue, client, figures, news, limits } = parts;
  const stopped = new AbortController();
  let woken = Promise.withResolvers<void>();

  const requestsIn = (bytes: Buffer, answered: number): number =>
    readSegment(bytes).records.filter((record, i) => i >= answered && isFor(record, target)).length;

  const dropExcess = async (): Promise<void> => {
    for (let oldest = queue.excess(); oldest; oldest = queue.excess()) {
      const { answered } = oldest;
      const bytes = await queue.read(oldest).catch(() => NOTHING);
      if (!(await queue.remove(oldest))) continue;
      const requests = requestsIn(bytes, answered);
      figures.dropped(requests);
      news.dropped(requests);
    }
  };

  const pause = (ms: number): Promise<void> => delay(ms, undefined, { signal: stopped.signal }).catch(() => {});

  const sender = createSegmentSender(parts);

  const failed = (failures: number, askedMs: number): Attempt => ({
    failures,
    pauseMs: waitMs(failures, askedMs, parts.random(), limits),
  });
  const attempt = async (queued: QueuedSegment, failures: number): Promise<Attempt> => {
    try {
      const { again, hasAnswers } = await sender.send(queued, failures > 0, stopped.signal);
      return again ? failed(hasAnswers ? 1 : failures + 1, again.askedMs) : FINE;
    } catch (error) {
      // It was dropped while it was being read.
      if (!queue.has(queued)) return FINE;
      news.broken(error);
      return failed(failures + 1, 0);
    }
  };

  const run = async (): Promise<void> => {
    let last = FINE;
    while (!stopped.signal.aborted) {
      const queued = queue.first();
      if (queued) {
        last = await attempt(queued, last.failures);
        if (last.pauseMs > 0) await pause(last.pauseMs);
      } else {
        await woken.promise;
        woken = Promise.withResolvers();
      }
    }
  };
  const running = run();

  return {
    take: async (segment, path) => {
      try {
        await queue.add(segment, path);
      } catch (error) {
        news.broken(error);
        figures.dropped(requestsIn(await readFile(path).catch(() => NOTHING), 0));
        return;
      }
      woken.resolve();
      await dropExcess().catch(news.broken);
    },
    state: () => ({
      ...figures.counts(),
      target: target.name,
      endpoint: target.url.origin,
      queuedBytes: queue.bytes(),
      oldestMs: queue.first()?.sinceMs ?? null,
    }),
    close: async () => {
      stopped.abort();
      woken.resolve();
      const cap = new AbortController();
      await Promise.race([running, delay(limits.lastSendMs, undefined, { signal: cap.signal }).catch(() => {})]);
      cap.abort();
      await client.close();
      await running;
    },
  };
};
