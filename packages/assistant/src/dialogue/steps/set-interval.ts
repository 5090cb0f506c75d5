import type { Key, QueryIR } from '../../ir/query-ir.ts';
import { NANOS } from '../../time/time-spec.ts';
import { type About, type Draft, readWords, type Step } from './draft.ts';

const UNIT: Readonly<Record<string, bigint>> = {
  s: NANOS.second,
  m: NANOS.minute,
  h: NANOS.hour,
  d: NANOS.day,
  w: NANOS.week,
};
const LEAD =
  "(?:(?:and|ok|no|now|then|please|actually|sorry|but|let's|only|just|rather|better|make|make it|make that|make them|change|change it|change that|change the (?:interval|window|bucket|range|time|period)|use|set|set it|go|go for|try|do|to|with|extend|extend it|extend that|widen|widen it|shorten|shorten it|narrow it|zoom out|zoom in|stretch it|the|last|past|over|for|of|in|a|per|every)[\\s,]+)*";
const LENGTH =
  '(\\d{1,4}|an?|one|two|three|five|ten|fifteen|thirty)[ -]?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)';
const INTERVAL = new RegExp(
  `^${LEAD}${LENGTH}(?:[ -](?:buckets?|intervals?|steps?|bins?|slots?|windows?|instead|please|rather|is better|is enough|will do|too))*[\\s?.!]*$`,
  'i',
);
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  fifteen: 15,
  thirty: 30,
};

const isBucket = (key: Key): boolean => key.kind === 'bucket';
const SAYS_TIME = /\b(?:last|past|extend|widen|stretch|zoom|shorten|narrow)\b/i;
const SAYS_BUCKET = /\b(?:buckets?|intervals?|steps?|bins?|slots?)\b/i;

/** A length that a series is divided by, or the time is long: what it can be of the query before. */
const withLength = (ir: QueryIR, nanos: bigint, text: string): QueryIR | null => {
  const rolling = ir.time?.kind === 'last' ? ir.time.nanos : null;
  const fits = rolling === null || nanos * 2n <= rolling;
  if (ir.keys.some(isBucket) && (SAYS_BUCKET.test(text) || (fits && !SAYS_TIME.test(text))))
    return { ...ir, keys: ir.keys.map((key): Key => (isBucket(key) ? { kind: 'bucket', nanos } : key)) };
  return rolling === null || nanos < NANOS.minute ? null : { ...ir, time: { kind: 'last', nanos } };
};

const LAST =
  /^(?:(?:and|ok|no|now|make it|make that|rather|the|for|in)[\s,]+)*(?:last|past) (\d{1,4})(?: instead| please| rather)*[\s?.!]*$/i;
const SAID = /\b(?:last|past|previous) \d+ ?(s|m|h|d|w)/i;

/** "last 30 instead" after "the last 10 minutes": of the same unit. */
const lastOf: Step = ({ ir, marks }, { scene }) => {
  if (ir.time?.kind !== 'last' || ir.limit !== null) return null;
  const unit = scene.marks.flatMap(({ text, meaning }) => (meaning.kind === 'time' ? [SAID.exec(text)?.[1]] : []))[0];
  const read = unit === undefined ? null : readWords(marks, LAST);
  const size = UNIT[unit?.toLowerCase() ?? ''];
  if (read === null || size === undefined) return null;
  return { ir: { ...ir, time: { kind: 'last', nanos: BigInt(read.match[1] ?? 1) * size } }, marks: read.marks };
};

/** "only the 404s" are responses of that status, and no length of time. */
const areStatuses = ({ marks }: Draft, { scene }: About): boolean =>
  scene.data.roles.has('status') &&
  marks.some(({ text }) => /^(?:only|just)(?: the)?$/i.test(text)) &&
  marks.some(
    ({ meaning }) =>
      meaning.kind === 'literal' &&
      meaning.token.kind === 'plural-number' &&
      meaning.token.value >= 400 &&
      meaning.token.value < 600,
  );

/** "make it 5 minutes", "24 hours instead" */
export const setInterval: Step = (draft, about) => {
  const { ir, marks } = draft;
  const last = lastOf(draft, about);
  if (last !== null) return last;
  const read = readWords(marks, INTERVAL);
  const [, count, unit] = read?.match ?? [];
  if (read === null || count === undefined || unit === undefined || areStatuses(draft, about)) return null;
  // "slower than 2 s" > "make it 5 s" is of what is compared.
  const threshold = ir.where.some(
    (pred) => pred.kind === 'compare' && /^[<>]/.test(pred.op) && pred.field.unit !== null,
  );
  const timed = marks.some(({ meaning }) => meaning.kind === 'time');
  if (threshold || timed) return null;
  const size = UNIT[unit[0]?.toLowerCase() ?? ''] ?? NANOS.minute;
  const next = withLength(
    ir,
    BigInt(NUMBERS[count.toLowerCase()] ?? count) * size,
    marks.map(({ text }) => text).join(' '),
  );
  return next === null ? null : { ir: next, marks: read.marks };
};
