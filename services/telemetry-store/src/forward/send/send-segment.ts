import { readSegment } from '../../wal/read-segment.ts';
import type { WalRecord } from '../../wal/record.ts';
import type { ForwardFigures } from '../forward-figures.ts';
import type { ForwardQueue, QueuedSegment } from '../queue/forward-queue.ts';
import type { ForwardTarget } from '../target/forward-target.ts';
import type { TargetNews } from '../target-news.ts';
import type { Answer } from './answer.ts';
import { isOtlp, type OutgoingParts, outgoingBody } from './outgoing-body.ts';
import type { TargetClient } from './target-client.ts';

export interface SendParts extends OutgoingParts {
  readonly target: ForwardTarget;
  readonly queue: ForwardQueue;
  readonly client: TargetClient;
  readonly figures: ForwardFigures;
  readonly news: TargetNews;
  readonly sendsMax: number;
  readonly nowMs: () => number;
}

/** Something was not answered, or so that it is to be sent again. */
export type Again = Extract<Answer, { kind: 'again' }>;

/** Whether a record of the log is to be sent to this target. */
export const isFor = (record: WalRecord, { signals }: ForwardTarget): boolean =>
  isOtlp(record) && signals.has(record.signal);

/**
 * How many requests from `at` on may be under way together: points of a metric must arrive in their order, spans and log
 * records need not.
 */
const rowLength = (records: readonly WalRecord[], at: number, max: number): number => {
  const isMetrics = (i: number): boolean => records[i]?.signal === 'metrics';
  let end = at + 1;
  while (!isMetrics(at) && end < Math.min(records.length, at + max) && !isMetrics(end)) end += 1;
  return end - at;
};

const count = (answer: Answer, { figures, news, nowMs }: SendParts): void => {
  if (answer.kind !== 'again') news.answered();
  if (answer.kind !== 'taken') figures.failed(answer.reason, nowMs());
  switch (answer.kind) {
    case 'taken':
      figures.ended(answer.rejected > 0 ? 'partial' : 'sent');
      figures.rejectedRecords(answer.rejected);
      return;
    case 'refused':
      figures.ended('refused');
      news.refused(answer.reason);
      return;
    case 'again':
      figures.ended('again');
      news.failed(answer.reason);
      return;
  }
};

/** Sends one request. What it returns is counted already. */
const sendOne = async (record: WalRecord, parts: SendParts): Promise<Again | null> => {
  if (!isOtlp(record)) parts.figures.ended('skipped');
  if (!isFor(record, parts.target)) return null;
  const outgoing = await outgoingBody(record, parts);
  if (!outgoing) {
    parts.figures.dropped(1);
    return null;
  }
  const answer = await parts.client.send(record.signal, outgoing);
  count(answer, parts);
  return answer.kind === 'again' ? answer : null;
};

export interface SegmentEnd {
  /** What stopped it; null when nothing did. */
  readonly again: Again | null;
  /** Whether anything was answered for good. */
  readonly hasAnswers: boolean;
}

export interface SegmentSender {
  /**
   * Sends what is left of a segment, and removes it when all of it is answered. Stops at the first row of requests that has
   * one to be sent again.
   */
  send(queued: QueuedSegment, isFailing: boolean, stopped: AbortSignal): Promise<SegmentEnd>;
}

export const createSegmentSender = (parts: SendParts): SegmentSender => {
  const { queue, figures, sendsMax } = parts;
  /** Places in the segment: of a row that was stopped at, what was answered is not sent again. */
  let answered = new Set<number>();
  let answeredOf = -1;

  const sendRow = async (records: readonly WalRecord[], at: number, length: number): Promise<Again | null> => {
    const row = records.slice(at, at + length).map(async (record, i) => {
      const again = answered.has(at + i) ? null : await sendOne(record, parts);
      if (!again) answered.add(at + i);
      return again;
    });
    return (await Promise.all(row)).find((again) => again !== null) ?? null;
  };

  return {
    send: async (queued, isFailing, stopped) => {
      if (answeredOf !== queued.place) answered = new Set();
      answeredOf = queued.place;
      const before = answered.size;
      const { records, corrupt } = readSegment(await queue.read(queued));
      let at = queued.answered;
      // A target that failed is asked with one request.
      let width = isFailing ? 1 : sendsMax;
      while (at < records.length && !stopped.aborted && queue.has(queued)) {
        const length = rowLength(records, at, width);
        const again = await sendRow(records, at, length);
        if (again) return { again, hasAnswers: answered.size > before };
        at += length;
        width = sendsMax;
        await queue.advance(queued, at);
      }
      const isDone = at >= records.length && (await queue.remove(queued));
      if (isDone && corrupt.length > 0) figures.dropped(corrupt.length);
      return { again: null, hasAnswers: answered.size > before };
    },
  };
};
