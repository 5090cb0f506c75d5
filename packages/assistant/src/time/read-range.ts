import { bareHourRange } from './bare-hour-range.ts';
import { clockRange, dayRange, pointRange } from './clock-ranges.ts';
import { halves } from './halves.ts';
import { around, besidePoint, namedMonth, sameTime, since, until, wholeSpan } from './point-ranges.ts';
import { hasUnit, norm, type Rule, skip, time } from './range-reading.ts';
import { current, ofTheWeek, rolling, unitBefore, weekend } from './rolling-ranges.ts';
import { NANOS } from './time-spec.ts';
import { numberOf, readLength, unitNanos, unitOf } from './time-words.ts';

const justNow: Rule = (tokens, at) => {
  const words = [0, 1, 2].map((step) => norm(tokens, at + step)).join(' ');
  const said = /^(?:just now|right now|as we speak|(?:at|in) (?:the|this) (?:very )?moment)(?= |$)/.exec(words)?.[0];
  if (said !== undefined) {
    const next = at + said.split(' ').length;
    return time({ kind: 'last', nanos: 5n * NANOS.minute }, next, 'now is read as the last 5 minutes');
  }
  // "most recently" asks for the last one.
  if (norm(tokens, at) === 'recently' && norm(tokens, at - 1) === 'most') return null;
  return /^(rn|recently|lately|currently)$/.test(norm(tokens, at)) && numberOf(tokens[at + 1]) === null
    ? time(
        {
          kind: 'last',
          nanos: (norm(tokens, at) === 'recently' || norm(tokens, at) === 'lately' ? 60n : 5n) * NANOS.minute,
        },
        at + 1,
        norm(tokens, at) === 'recently' || norm(tokens, at) === 'lately'
          ? 'recently is read as the last hour'
          : 'now is read as the last 5 minutes',
      )
    : null;
};

const future: Rule = (tokens, start) => {
  const at = skip(tokens, start, /^(in|over|for|during|the)$/);
  const word = norm(tokens, at);
  if (word === 'tomorrow') return { value: { kind: 'problem', problem: 'future' }, next: at + 1 };
  const ahead = /^(next|upcoming|coming)$/.test(word);
  if (ahead && /^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(norm(tokens, at + 1)))
    return { value: { kind: 'problem', problem: 'future' }, next: at + 2 };
  const length = ahead ? readLength(tokens, at + 1) : null;
  if (!ahead || (length === null && unitOf(tokens[at + 1]) === null)) return null;
  return { value: { kind: 'problem', problem: 'future' }, next: length?.next ?? at + 2 };
};

/** `-1h` and a length after a comma: `errors, 2h`. */
const terse: Rule = (tokens, at) => {
  const sign = norm(tokens, at);
  if (sign !== '-' && sign !== ',') return null;
  const length = tokens[at + 1]?.kind === 'quantity' ? readLength(tokens, at + 1) : null;
  const sized = length !== null && /^(bucket|interval|bin|window|slot|chunk|step)$/.test(norm(tokens, length.next));
  return length === null || length.unit === 'millisecond' || sized
    ? null
    : time({ kind: 'last', nanos: length.nanos }, length.next);
};

const NOT_BARE =
  /^(than|over|above|under|below|least|most|to|of|in|by|per|every|each|take|took|taking|lasting|lasted|for|within|and|or|between|exceeding|exceed|around|about|exactly|is|was|after|before|last|past|previous|next|more|less|longer|a|an|the|prv|prev)$/;
const NOT_AFTER =
  /^(ago|bucket|interval|bin|window|slot|chunk|step|before|after|later|earlier|or|and|to|latency|duration|timeout|request|call|response|query|span|trace|job|task|delay)$/;

/** `p95 checkout 24h hourly`, `err rate 1h`: hours and days alone are how far back; so are minutes at the end. */
const bareLength: Rule = (tokens, at) => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (
    token?.kind !== 'quantity' ||
    before === undefined ||
    !/^(word|path|plural-number|status-class|percentile|id)$/.test(before.kind)
  )
    return null;
  if (NOT_BARE.test(before.norm) || NOT_AFTER.test(norm(tokens, at + 1))) return null;
  const length = readLength(tokens, at);
  const minutes = token.unit === 'm' && /^(|by|per|hourly|[?.,!])$/.test(norm(tokens, at + 1));
  return length !== null && (minutes || /^[hdw]$/.test(token.unit))
    ? time({ kind: 'last', nanos: length.nanos }, length.next)
    : null;
};

const LASTED = /^(?:took|take|takes|taken|taking|last|lasts|lasted|lasting|ran|run|runs|waited|waiting|needed|spent)$/;

/** `for 2 hours`, `within 10 minutes` at the end of a question. */
const forLength: Rule = (tokens, at) => {
  if (!/^(for|within|over|in)$/.test(norm(tokens, at)) || !hasUnit(tokens, at + 2)) {
    if (!/^(for|within|over|in)$/.test(norm(tokens, at)) || tokens[at + 1]?.kind !== 'quantity') return null;
  }
  const length = readLength(tokens, at + 1);
  const over = norm(tokens, at) === 'over';
  // "calls that took over 5 minutes" says how long they were.
  if (over && LASTED.test(norm(tokens, at - 1))) return null;
  if (length === null || length.unit === 'millisecond' || length.unit === 'second' || tokens[length.next] !== undefined)
    return null;
  return over && unitNanos(length.unit) < NANOS.minute
    ? null
    : time({ kind: 'last', nanos: length.nanos }, length.next);
};

/** In the order they are tried: longer constructions before the points they contain. */
export const RANGE_RULES: readonly Rule[] = [
  future,
  sameTime,
  halves,
  rolling,
  unitBefore,
  weekend,
  current,
  ofTheWeek,
  dayRange,
  clockRange,
  bareHourRange,
  pointRange,
  besidePoint,
  since,
  until,
  around,
  wholeSpan,
  namedMonth,
  justNow,
  terse,
  bareLength,
  forLength,
];
