import { BARS, type Bar, type Share, type Verdict } from '../figures/bars.ts';
import { markdownTable, type Row } from './table.ts';

/** A table of the page stands between two comments of its name. */
export type DocumentedTable = 'figures' | 'sizes';

interface Place {
  readonly from: number;
  readonly to: number;
}

const placeOf = (page: string, name: DocumentedTable): Place => {
  const [opening, closing] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const [start, to] = [page.indexOf(opening), page.indexOf(closing)];
  if (start < 0 || to < start) throw new Error(`expected ${opening.trim()} and ${closing.trim()} in the page`);
  return { from: start + opening.length, to };
};

/** The page with other rows in one of its tables. */
export const withTable = (page: string, name: DocumentedTable, rows: readonly Row[]): string => {
  const { from, to } = placeOf(page, name);
  return `${page.slice(0, from)}${markdownTable(rows)}${page.slice(to)}`;
};

export interface Documented {
  readonly bar: Bar;
  readonly figure: Share;
  readonly verdict: Verdict;
  /** The bars as the page has them. */
  readonly bounds: readonly string[];
}

/** What the page says of the development sets. A bar that it does not name is missing from the answer. */
export const documentedFigures = (page: string): readonly Documented[] => {
  const { from, to } = placeOf(page, 'figures');
  const rows = page
    .slice(from, to)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return BARS.flatMap((bar) => {
    const row = rows.find(([, name]) => name === bar.name);
    const counts = /(\d+) of (\d+)$/.exec(row?.[2] ?? '');
    if (row === undefined || counts === null) return [];
    const figure = { part: Number(counts[1]), of: Number(counts[2]) };
    return [{ bar, figure, verdict: row[3] as Verdict, bounds: row.slice(6, 8) }];
  });
};
