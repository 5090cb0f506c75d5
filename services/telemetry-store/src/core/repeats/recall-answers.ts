import { readSegment } from '../../wal/read-segment.ts';
import type { WalDirectory } from '../../wal/wal-directory.ts';
import { createSegmentRows, type DeriveLimits } from '../derive-rows.ts';
import { inflateBody } from '../inflate.ts';
import type { AnswersOwed, AnswersOwedLimits } from './answers-owed.ts';
import { repeatKey } from './repeat-key.ts';
import type { FirstOutcome } from './take-once.ts';

export interface RecallLimits extends DeriveLimits, Pick<AnswersOwedLimits, 'answersOwedMax'> {
  /** Bytes of bodies without their compression that a start reads again. */
  readonly recallBytesMax: number;
}

/** Decoded once more from the bytes of the repeat, which are those of the first, as of when the first came. */
const outcomeAt =
  (receivedNanos: bigint, limits: DeriveLimits): FirstOutcome =>
  async (repeat) =>
    createSegmentRows('repeat', limits).add({ ...repeat, receivedNanos }, repeat.plain);

/**
 * Takes every answer of an earlier run for owed, the newest first: which of them arrived nobody knows any more. One for
 * each content, as a client that repeats itself does so only after an answer. To be called after the replay.
 */
export const recallAnswers = async (
  wal: WalDirectory,
  owed: AnswersOwed<FirstOutcome>,
  limits: RecallLimits,
  nowMs: number,
): Promise<void> => {
  let bytes = 0;
  for (const name of [...wal.stored, ...wal.left].sort().reverse()) {
    // One that the engine refused is kept aside: a repeat of what is in it is welcome.
    if (!(await wal.exists(name))) continue;
    for (const { signal, encoding, compression, receivedNanos, body } of readSegment(await wal.read(name)).records) {
      if (encoding === 'lines') continue;
      if (bytes >= limits.recallBytesMax || owed.size() >= limits.answersOwedMax) return;
      const inflated = await inflateBody(body, compression, limits.plainBytesMax);
      if (!inflated.ok) continue;
      bytes += inflated.plain.byteLength;
      const key = repeatKey({ signal, encoding, plain: inflated.plain });
      const known = owed.take(key, nowMs);
      owed.add(key, known ?? outcomeAt(receivedNanos, limits), nowMs);
    }
  }
};
