import type { Token } from '../tokens/token.ts';
import { BUSINESS, NIGHT, type Recurring } from './recurring.ts';

/** Two parts of every day or week that are held against each other, and make up the whole of it. */
export interface RecurringSides {
  readonly labels: readonly [string, string];
  readonly parts: readonly [Recurring, Recurring];
}

const JOINED = '(?:vs|versus|v|against|than|and|or|to|compared (?:to|with))';

const hours = ({ from, to }: { readonly from: number; readonly to: number }): RecurringSides['parts'] => [
  { kind: 'hours', from, to, outside: false },
  { kind: 'hours', from, to, outside: true },
];

/** What the first side is called, and the second, each with the sides themselves. */
const SIDES: readonly (readonly [first: string, second: string, RecurringSides])[] = [
  [
    '(?:(?:on|at|during|over) )?(?:the )?weekend',
    '(?:(?:on|during|in) )?(?:the )?(?:weekday|workday|(?:working|business) day|week)',
    {
      labels: ['weekend', 'weekday'],
      parts: [
        { kind: 'days', from: 6, to: 7 },
        { kind: 'days', from: 1, to: 5 },
      ],
    },
  ],
  [
    '(?:(?:at|during|in|by|over) )?(?:the )?(?:night|nighttime|night time)',
    '(?:(?:at|during|in|by) )?(?:the )?(?:day|daytime|day time)',
    { labels: ['night', 'day'], parts: hours(NIGHT) },
  ],
  [
    '(?:(?:during|in|within) )?(?:the )?(?:business|working|office|work) hour',
    '(?:outside(?: of)?(?: (?:them|it|these|(?:business|working|office|work) hour))?|(?:off|after) hour|the rest)',
    { labels: ['business hours', 'outside'], parts: hours(BUSINESS) },
  ],
];

const PATTERNS = SIDES.map(
  ([first, second, sides]) =>
    [new RegExp(`^(?:${first} ${JOINED} ${second}|${second} ${JOINED} ${first})(?= |$)`), sides] as const,
);
/** "during the business hours compared to outside of the business hours" */
const WORDS_MAX = 12;

/** `weekends vs weekdays`, `at night compared to during the day`, `business hours versus outside`. */
export const readRecurringSides = (
  tokens: readonly Token[],
  at: number,
): { readonly value: RecurringSides; readonly next: number } | null => {
  const text = tokens
    .slice(at, at + WORDS_MAX)
    .map(({ norm }) => norm)
    .join(' ');
  for (const [pattern, value] of PATTERNS) {
    const found = pattern.exec(text);
    if (found !== null) return { value, next: at + found[0].split(' ').length };
  }
  return null;
};
