import type { FunctionNote, FunctionNotes } from '../function-note.ts';

const NUMBER = 'the number';
const NOT_FINITE = 'A result that is no finite number is null.';

const ofOneRow = (which: string, what: string): FunctionNote => ({
  parameters: { value: 'a number', values: 'further numbers' },
  notes: [
    `${what} Numbers only.`,
    `With one argument inside \`aggregate\`, \`groupby\`, \`multigroupby\`, \`top\` and \`bottom\` it is [the aggregation](../aggregations/${which}.md).`,
  ],
  examples: [`${which}(3, 1, 2)`, `${which}(1, null)`],
  see: ['max', 'min', 'sum'].filter((name) => name !== which),
});

export const NUMBER_NOTES: FunctionNotes = {
  abs: { parameters: { number: NUMBER }, examples: ['abs(-1.5)', '(-1.5).abs()'], see: ['round'] },
  ceil: { parameters: { number: NUMBER }, examples: ['ceil(-1.2)', 'ceil(2)'], see: ['floor', 'round'] },
  floor: { parameters: { number: NUMBER }, examples: ['floor(-1.2)', 'floor(2)'], see: ['ceil', 'round', 'mod'] },
  sqrt: { parameters: { number: 'at least 0' }, examples: ['sqrt(2)', 'sqrt(-1)'], see: ['power'] },
  ln: { parameters: { number: 'above 0' }, examples: ['ln(e())', 'ln(0)'], see: ['log', 'log2'] },
  log2: { parameters: { number: 'above 0' }, examples: ['log2(1024)', 'log2(0)'], see: ['log', 'ln'] },
  log: {
    parameters: { base: 'the base: above 0 and not 1', number: 'above 0' },
    notes: [`Called on its first argument it reads as the base: \`2.log(8)\`. ${NOT_FINITE}`],
    examples: ['2.log(8)', 'log(2, 0)', 'log(1, 5)'],
    see: ['ln', 'log2'],
  },
  round: {
    parameters: {
      number: NUMBER,
      digits: 'digits after the point; negative ones round tens, hundreds …; 0 where left out',
    },
    examples: ['round(2.5)', 'round(-2.5)', 'round(1234, -2)'],
    queries: ['filter duration_ms != null | choose path, (duration_ms / 1000).round(1) as seconds'],
    see: ['floor', 'ceil'],
  },
  mod: {
    parameters: { number: 'the dividend', divisor: 'the divisor' },
    notes: ['The same as `%`. Of a divisor of 0 it is null.'],
    examples: ['mod(7.5, 2)', 'mod(7, 0)', '7 % 3'],
    see: ['floor'],
  },
  power: {
    parameters: { number: 'the base', exponent: 'the exponent; fractions and negative ones too' },
    notes: [NOT_FINITE],
    examples: ['power(9, 0.5)', 'power(2, -1)', 'power(0, -1)', 'power(10, 400)'],
    see: ['sqrt', 'log'],
  },
  max: ofOneRow('max', 'Of one argument it is that argument.'),
  min: ofOneRow('min', 'Of one argument it is that argument.'),
  sum: ofOneRow('sum', 'Of one argument it is that argument.'),
  e: { parameters: {}, nulls: 'Never null.', examples: ['e()'], see: ['ln', 'pi'] },
  pi: { parameters: {}, nulls: 'Never null.', examples: ['pi()'], see: ['e'] },
  random: {
    parameters: {},
    nulls: 'Never null.',
    notes: ['Each row and each call has one of its own.', 'A sample of the rows: `filter random() < 0.1`.'],
    volatile: ['random()'],
    see: ['randomInt', 'randomUuid'],
  },
  randomInt: {
    parameters: { upperBound: 'a whole number of at least 1; it is never reached' },
    notes: ['Each row and each call has one of its own.'],
    examples: ['randomInt(6) + 1 <= 6'],
    volatile: ['randomInt(6)'],
    see: ['random'],
  },
  fromBase: {
    parameters: {
      string: 'digits `0` to `9`, then letters of either case; without a sign',
      radix: 'the base: 2 to 36',
    },
    notes: ['Exact up to 2^53, as all numbers. Of empty text it is null.'],
    examples: ["fromBase('1010', 2)", "fromBase('12', 2)", "fromBase('zz', 36)"],
    see: ['toBase'],
  },
  toBase: {
    parameters: { number: 'a whole number; a fraction is cut off', radix: 'the base: 2 to 36; null for any other' },
    examples: ['toBase(10, 2)', 'toBase(-255, 16)', 'toBase(5, 1)'],
    see: ['fromBase'],
  },
};
