import { NANOS, resolveTime } from '../../time/time-spec.ts';
import { readWords, type Step } from './draft.ts';

const WHOLE =
  /^(?:(?:and|ok|now|no|please|can you|for|over|make|make it|make that|extend|extend it|extend that|widen|widen it|stretch it|show|show me|take|to|it|that)[\s,]+)*(?:to |for |over |during )?(?:the )?(?:whole|entire|full|complete) (day|hour)(?: please)?[\s?.!]*$/i;

/** "extend it to the whole day": the day, or hour, that the time of the question before ends in. */
export const wholeUnit: Step = ({ ir, marks }, { now }) => {
  const { time } = ir;
  const read = time === null ? null : readWords(marks, WHOLE);
  if (time === null || read === null) return null;
  const unit = /^day$/i.test(read.match[1] ?? '') ? NANOS.day : NANOS.hour;
  const isNow = time.kind === 'last' || (time.kind === 'between' && time.to.kind === 'now' && time.to.backNanos === 0n);
  if (isNow)
    return {
      ir: {
        ...ir,
        time: {
          kind: 'between',
          from: { kind: 'aligned', unitNanos: unit, backNanos: 0n },
          to: { kind: 'now', backNanos: 0n },
        },
      },
      marks: read.marks,
    };
  const { from } = resolveTime(time, now);
  const start = from - (from % unit);
  const end = start + unit;
  const to = end > now ? ({ kind: 'now', backNanos: 0n } as const) : ({ kind: 'at', nanos: end } as const);
  return { ir: { ...ir, time: { kind: 'between', from: { kind: 'at', nanos: start }, to } }, marks: read.marks };
};
