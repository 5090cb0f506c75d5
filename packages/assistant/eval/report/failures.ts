import type { AskedQuestion } from '../ask-sets.ts';
import { withTypo } from '../typo.ts';

const saidBy = ({ got }: AskedQuestion): string =>
  got.kind === 'answer'
    ? `${got.query} (${got.confidence}, left out: ${got.ignored.join(', ') || 'nothing'})`
    : got.kind;

const failure = (one: AskedQuestion): string => {
  const { item, note, silent, invented } = one;
  const asked = [...(item.before ?? []), item.question].join(' > ');
  const lines = [
    `${silent ? 'SILENT ' : ''}${one.set}/${item.world}/${item.difficulty}/${item.intent}: ${asked}`,
    `got  ${saidBy(one)}`,
    `want ${item.accept[0] ?? item.decide}`,
    ...(invented === null ? [] : [`INVENTED ${invented}`]),
    note,
  ];
  return lines.filter((line) => line !== '').join('\n  ');
};

/** What was wrong, what was made up, and what only a typo made wrong. */
export const failuresText = (asked: readonly AskedQuestion[]): string => {
  const wrong = asked.filter((one) => !one.right || one.invented !== null).map(failure);
  const lost = asked
    .filter((one) => one.right && one.rightWithTypo === false)
    .map(({ item }) => `TYPO ${item.world}: ${withTypo(item.question)}\n  for  ${item.question}`);
  return [...wrong, ...lost].join('\n\n');
};
