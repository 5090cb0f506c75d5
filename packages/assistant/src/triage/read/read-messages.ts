import { nowAndBefore, quoted, short } from '../amount-text.ts';
import { countsG2 } from '../g-squared.ts';
import { g2Min, rowsShownMax } from '../limits.ts';
import { cellsOf } from './cells.ts';
import { placed, type Reader, type ReadInput, rounded, tooLittle } from './reader.ts';

const counted = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'message is' : 'messages are'} ${what}`];

const among = ({ totals }: ReadInput): string =>
  totals === null ? '' : `, of log lines ${nowAndBefore(totals.now, totals.before)}`;

/** Messages that only one of both windows has, as often as chance does not explain. */
export const readMessages: Reader = (input) => {
  const lines = cellsOf(input.result)
    .map((row) => {
      const [now, before] = [row.count('now'), row.count('before')];
      return {
        service: row.text('service'),
        message: row.text('message') ?? '',
        now,
        before,
        g2: countsG2(now, before),
      };
    })
    // What began is of more use than what ended.
    .toSorted((a, b) => Number(b.before === 0) - Number(a.before === 0) || b.g2 - a.g2);
  const telling = lines.filter(({ g2 }) => g2 >= g2Min);
  const shown = [...telling, ...lines.filter((line) => !telling.includes(line))];
  const little = tooLittle(input);
  const [first] = shown;
  const told =
    first === undefined
      ? ''
      : `${placed(quoted(first.message), first.service)}, ${nowAndBefore(first.now, first.before)}`;
  const sentence = (): string => {
    if (little !== null) return little;
    if (first === undefined) return `No message is new or gone${among(input)}.`;
    if (telling.length === 0) return `No message is new or gone beyond chance; nearest: ${told}.`;
    const isNew = telling.filter(({ before }) => before === 0).length;
    return `${[...counted(isNew, 'new'), ...counted(telling.length - isNew, 'gone')].join(', ')}; first ${told}.`;
  };
  return {
    sentence: sentence(),
    stands_out: little === null && telling.length > 0,
    columns: ['service', 'message', 'now', 'before', 'G²'],
    rows: shown
      .slice(0, rowsShownMax)
      .map(({ service, message, now, before, g2 }) => [service, short(message), now, before, rounded(g2)]),
    statistic: `G² of the two counts; stands out from ${g2Min}, which is 8 lines beside none`,
  };
};
