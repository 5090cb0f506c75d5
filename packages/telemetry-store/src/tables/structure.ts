import type { Table } from './table.ts';

/**
 * The structure argument of `file(path, 'RowBinary', structure)` and `input(structure)`: names and types in the order
 * rows are written. It holds single quotes (time zones): quote it as a literal.
 */
export const rowStructure = (table: Table): string =>
  table.columns.map(([name, type]) => `\`${name}\` ${type}`).join(', ');
