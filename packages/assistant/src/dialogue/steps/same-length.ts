import { NANOS } from '../../time/time-spec.ts';
import { readWords, type Step } from './draft.ts';

const NUMBER =
  /^(?:(?:hm+|no|ok|okay|or|uh|well|sorry|wait|and|make it|make that|rather|better|actually|i meant|i mean|let's say|say)[\s,]+)*(\d{1,3})(?:[\s,]+(?:instead|please|actually|rather|then|better))*[\s?.!]*$/i;

/** "hmm, 6 actually" after the last 3 hours: as many of the same. */
export const sameLength: Step = ({ ir, marks }) => {
  const read = ir.time?.kind === 'last' && ir.limit === null ? readWords(marks, NUMBER) : null;
  if (read === null || ir.time?.kind !== 'last') return null;
  const { nanos } = ir.time;
  const unit = [NANOS.week, NANOS.day, NANOS.hour, NANOS.minute].find(
    (length) => nanos % length === 0n && nanos >= length,
  );
  const count = BigInt(read.match[1] ?? '0');
  if (unit === undefined || count === 0n || ir.having.length > 0) return null;
  return { ir: { ...ir, time: { kind: 'last', nanos: count * unit } }, marks: read.marks };
};
