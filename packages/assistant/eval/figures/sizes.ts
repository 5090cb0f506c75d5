import { UNIT_SETS } from '../../test/questions/unit-sets.ts';
import { NO_TIMES, TIME_PHRASES } from '../../test/tables/time-phrases.ts';
import { roleOf, SETS } from '../questions/sets.ts';

export interface SetSizes {
  readonly name: string;
  readonly all: number;
  /** Of dialogues the last turn counts. */
  readonly inDialogues: number;
  /** No query answers them, in a dialogue or not. */
  readonly decisions: number;
}

const sizesOf = (name: string, isMeant: (set: string) => boolean): SetSizes => {
  const items = Object.entries(SETS).flatMap(([set, of]) => (isMeant(set) ? of : []));
  return {
    name,
    all: items.length,
    inDialogues: items.filter(({ before }) => before !== undefined).length,
    decisions: items.filter(({ decide }) => decide !== undefined).length,
  };
};

export const setSizes = (): readonly SetSizes[] => [
  sizesOf('development', (set) => roleOf(set) === 'development'),
  sizesOf('blind when first asked', (set) => /^(blind|later|final|fresh|fifth-blind|unseen)/.test(set)),
  sizesOf('held-out', (set) => roleOf(set) === 'held-out'),
];

/** Questions and phrases of time whose very queries are written down, by who works on the rules. */
export const unitItems = (): number =>
  UNIT_SETS.reduce((sum, [, items]) => sum + items.length, TIME_PHRASES.length + NO_TIMES.length);
