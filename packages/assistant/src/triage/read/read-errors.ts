import { nowAndBefore, quoted, short } from '../amount-text.ts';
import { countsG2 } from '../g-squared.ts';
import { countRatioMin, g2Min, rowsShownMax, supportMin } from '../limits.ts';
import { cellsOf } from './cells.ts';
import { andMore, placed, type Reader, rounded, tooLittle } from './reader.ts';

interface Line {
  readonly service: string | null;
  readonly name: string | null;
  readonly now: number;
  readonly before: number;
  readonly g2: number;
}

const isMore = ({ now, before, g2 }: Line): boolean =>
  now >= supportMin && g2 >= g2Min && now >= before * countRatioMin;
const isLess = ({ now, before, g2 }: Line): boolean =>
  before >= supportMin && g2 >= g2Min && before >= now * countRatioMin;

const told = ({ name, service, now, before }: Line): string =>
  `${placed(name === null ? null : quoted(name), service)}, ${nowAndBefore(now, before)}`;

/** Errors that are more frequent than before; for what changed also those that are less. */
export const readErrors: Reader = (input) => {
  const { part, result, symptom } = input;
  const isLog = part.dataset === 'logs';
  const what = isLog ? 'Errors' : 'Failed spans';
  const lines = cellsOf(result).map((row): Line => {
    const [now, before] = [row.count('now'), row.count('before')];
    const name = row.text(isLog ? 'message' : 'operation');
    return { service: row.text('service'), name, now, before, g2: countsG2(now, before) };
  });
  const total = (key: 'now' | 'before'): number => lines.reduce((sum, line) => sum + line[key], 0);
  const all = `${what}: ${nowAndBefore(total('now'), total('before'))}`;
  const changed = lines
    .filter((line) => isMore(line) || (symptom === 'changed' && isLess(line)))
    .toSorted((a, b) => b.g2 - a.g2);
  const rest = lines.filter((line) => !changed.includes(line)).toSorted((a, b) => b.now - a.now || b.before - a.before);
  const shown = [...changed, ...rest];
  const [first] = shown;
  const little = tooLittle(input);
  const most = first === undefined ? '' : `; most ${told(first)}`;
  const sentence = (): string => {
    if (first === undefined) return little ?? `${all}.`;
    if (little !== null) return `${little} ${all}${most}.`;
    if (changed.length === 0) return `${all}${most}; none is more frequent than before beyond chance.`;
    const direction = first.now > first.before ? 'More frequent than before' : 'Less frequent than before';
    return `${direction}: ${told(first)}${andMore(changed.length)}. ${all}.`;
  };
  return {
    sentence: sentence(),
    stands_out: little === null && changed.length > 0,
    columns: ['service', isLog ? 'message' : 'operation', 'now', 'before', 'G²'],
    rows: shown
      .slice(0, rowsShownMax)
      .map(({ service, name, now, before, g2 }) => [service, name && short(name), now, before, rounded(g2)]),
    statistic: `G² of the two counts; stands out from ${g2Min}, ${supportMin} times and ${countRatioMin} times as often`,
  };
};
