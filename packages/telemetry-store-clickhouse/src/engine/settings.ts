import { stringLiteral } from '@clearspan/dataprime';

export type Settings = Readonly<Record<string, string | number>>;

/** The clause that ends a statement. Names are our own, values go through the literal encoder. */
export const settingsClause = (settings: Settings): string =>
  `SETTINGS ${Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : stringLiteral(value)}`)
    .join(', ')}`;
