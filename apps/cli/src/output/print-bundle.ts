import type { Bundle, BundlePart } from '@clearspan/contracts';
import { visible } from './cell-text.ts';
import { paintQuery } from './paint-query.ts';
import { printTable, type TableStyle } from './print-table.ts';

const dim = (text: string, colour: boolean): string => (colour ? `\x1b[2m${text}\x1b[0m` : text);
const bold = (text: string, colour: boolean): string => (colour ? `\x1b[1m${text}\x1b[0m` : text);

const tableOf = ({ finding }: BundlePart, style: TableStyle): string => {
  if (finding === undefined || finding.rows.length === 0) return '';
  const columns = finding.columns.map((name, at) => ({
    name,
    numeric: finding.rows.every((row) => typeof row[at] === 'number'),
  }));
  return printTable({ columns, rows: finding.rows }, style);
};

const printPart = (part: BundlePart, style: TableStyle): string => {
  const { finding, error } = part;
  const mark = finding?.stands_out ? '! ' : '  ';
  const sentence = finding?.sentence ?? `No answer: ${error?.code ?? 'NOT_RUN'}: ${error?.message ?? ''}`;
  const statistic = finding?.statistic ? `${dim(`// ${visible(finding.statistic)}`, style.colour)}\n` : '';
  return (
    `${mark}${bold(visible(part.title), style.colour)}\n` +
    `${visible(sentence)}\n` +
    // What stands out is shown with its rows; of the others the sentence has the numbers.
    (finding?.stands_out ? tableOf(part, style) + statistic : '') +
    `${paintQuery(part.query, style.colour)}\n`
  );
};

/** What stands out first, each part with its sentence, its rows and the query that gives them. */
export const printBundle = (bundle: Bundle, style: TableStyle): string => {
  const ignored =
    bundle.ignored.length > 0 ? `${dim(`// not used: ${bundle.ignored.map(visible).join('; ')}`, style.colour)}\n` : '';
  return [
    `${visible(bundle.title)}\n${ignored}${visible(bundle.summary ?? '')}\n`,
    ...bundle.parts.map((part) => printPart(part, style)),
  ].join('\n');
};
