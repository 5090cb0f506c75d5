import { describe, expect, test } from 'vitest';
import { COUNTS } from './questions/counts.ts';
import { evaluate } from './questions/evaluate.ts';
import type { QuestionItem } from './questions/item.ts';
import { LISTS } from './questions/lists.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

/** A small generator with a seed, so that a failure can be repeated. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const EDITS: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
];

/** One slip in one word of at least six letters, never in its first letter. */
const withTypo = (question: string, random: () => number): string => {
  const words = question.split(' ');
  const long = words.flatMap((word, i) => (/^[a-z]{6,}$/.test(word) ? [i] : []));
  const at = long[Math.floor(random() * long.length)];
  const word = at === undefined ? undefined : words[at];
  if (at === undefined || word === undefined) return question;
  const edit = EDITS[Math.floor(random() * EDITS.length)];
  words[at] = edit?.(word, 1 + Math.floor(random() * (word.length - 2))) ?? word;
  return words.join(' ');
};

const share = (items: readonly QuestionItem[], change: (question: string) => string): number => {
  const right = items.filter((item) => evaluate({ ...item, question: change(item.question) }, shop, NOW_NANOS).right);
  return right.length / items.length;
};

const ITEMS = [...LISTS, ...COUNTS].filter((item) => !/["$/:=]/.test(item.question));

describe('questions as they are really typed', () => {
  test('one typo in each question costs at most five points', () => {
    const random = randomFrom(42);
    expect(share(ITEMS, (question) => withTypo(question, random))).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    [
      'politeness',
      (question: string) =>
        `hi, could you please ${/^(show|give|list|find|gimme)/.test(question) ? question : `show me ${question}`}, thanks`,
    ],
    ['a question mark', (question: string) => `${question}?`],
    ['a capital letter', (question: string) => question.charAt(0).toUpperCase() + question.slice(1)],
  ])('%s changes next to nothing', (_name, change) => {
    expect(share(ITEMS, change)).toBeGreaterThanOrEqual(0.95);
  });
});

/** Words that can be read in several ways each: trying all of them would take for ever. */
const REPEATED = [
  'just the first ',
  'only the ',
  'is are was ',
  'what is the ',
  'same for ',
  'make it ',
  'no, no wait, ',
];

describe('follow-ups that say the same over and over', () => {
  test.each(REPEATED)('%s', (words) => {
    for (const times of [6, 11, 23, 140]) {
      const question = `${words.repeat(times)}zz`.slice(0, 1990);
      const expected = { decision: 'clarify' } as const;
      evaluate({ question, expected, context: ['errors by service today', 'only cart'] }, shop, NOW_NANOS);
    }
  });
});
