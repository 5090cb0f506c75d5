import type { DecodeOutcome } from '@clearspan/telemetry-store';
import type { Accepted, Ingest, IngestRequest } from '../ingest.ts';
import type { AnswersOwed } from './answers-owed.ts';
import { repeatKey } from './repeat-key.ts';

/** How the first request of a content ended, told to one that repeats it. Rejects when nothing of the first was kept. */
export type FirstOutcome = (repeat: IngestRequest) => Promise<DecodeOutcome>;

/** The outcome of the first when it was kept; else the repeat is a request like any other. */
const share = async (first: FirstOutcome, repeat: IngestRequest, ingest: Ingest): Promise<Accepted> => {
  const outcome = await first(repeat).catch(() => null);
  return outcome === null ? ingest.accept(repeat) : { ...outcome, repeated: true };
};

/**
 * Stores once what is sent again because its answer did not arrive. As soon as it is known that an answer does not
 * arrive it is owed, though the request may be under way still; the next request of the same content gets this answer.
 * Requests of one content whose answers arrived are different requests, and all of them are kept.
 */
export const takeOnce = (ingest: Ingest, owed: AnswersOwed<FirstOutcome>, nowMs: () => number): Ingest => ({
  ...ingest,
  accept: (request) => {
    // A chunk of lines is known by its name, whether it was answered or not.
    if (request.encoding === 'lines') return ingest.accept(request);
    const key = repeatKey(request);
    const first = owed.take(key, nowMs());
    const taken = first ? share(first, request, ingest) : ingest.accept(request);
    void request.delivered?.then((delivered) => {
      if (!delivered) owed.add(key, () => taken, nowMs());
    });
    return taken;
  },
});
