import { format } from '@clearspan/dataprime';
import type { ExampleEngine } from './example-engine.ts';
import { block } from './markdown.ts';
import { rowsText } from './rows-text.ts';

/** A query as the formatter lays it out, with the rows it gives. */
export const queryExample = (engine: ExampleEngine, query: string): string => {
  const rows = engine.run(query);
  if (rows.length === 0) throw new Error(`${query}\ngives no row: an example shows what comes out`);
  return `${block('dataprime', format(query).text.trimEnd())}\n\n${block('', rowsText(rows))}`;
};
