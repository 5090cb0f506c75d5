import { cellText, visible } from './cell-text.ts';
import type { FlatTable } from './flatten.ts';
import { fit, textWidth } from './text-width.ts';

const GAP = '  ';
/** A cell at most, where the terminal's width is not known: files and pipes get whole values. */
const CELL_CHARS_MAX = 4_000;
const CELL_MIN_COLUMNS = 6;

/** Takes from the widest columns until the row fits the terminal, and no column below what can be read. */
const shrink = (widths: readonly number[], columns: number | undefined): readonly number[] => {
  if (columns === undefined) return widths;
  const fitted = [...widths];
  const total = (): number => fitted.reduce((sum, w) => sum + w, 0) + GAP.length * (fitted.length - 1);
  for (let over = total() - columns; over > 0; over = total() - columns) {
    const widest = fitted.indexOf(Math.max(...fitted));
    const width = fitted[widest] ?? 0;
    if (width <= CELL_MIN_COLUMNS) break;
    const second = Math.max(CELL_MIN_COLUMNS, ...fitted.filter((_, i) => i !== widest));
    fitted[widest] = Math.max(
      CELL_MIN_COLUMNS,
      Math.min(width - 1, Math.max(width - over, Math.min(second, width - 1))),
    );
  }
  return fitted;
};

export interface TableStyle {
  /** Columns of the terminal; rows are cut to it. Absent: nothing is cut. */
  readonly columns?: number;
  readonly colour: boolean;
}

/** Lines of an aligned table: a header, a rule, the rows. */
export const printTable = (table: FlatTable, style: TableStyle): string => {
  if (table.columns.length === 0) return '';
  const heads = table.columns.map((c) => visible(c.name));
  const cells = table.rows.map((row) => row.map((value) => visible(cellText(value)).slice(0, CELL_CHARS_MAX)));
  const natural = heads.map((head, i) =>
    cells.reduce((width, row) => Math.max(width, textWidth(row[i] ?? '')), textWidth(head)),
  );
  const widths = shrink(natural, style.columns);
  const line = (row: readonly string[], dress: (s: string) => string = (s) => s): string =>
    row
      .map((cell, i) => dress(fit(cell, widths[i] ?? 0, table.columns[i]?.numeric ? 'right' : 'left')))
      .join(GAP)
      .trimEnd();
  const bold = style.colour ? (s: string) => `\x1b[1m${s}\x1b[0m` : (s: string) => s;
  const rule = widths.map((w) => '─'.repeat(w)).join(GAP);
  return `${[line(heads, bold), rule, ...cells.map((row) => line(row))].join('\n')}\n`;
};
