import type { ColumnType } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { showValue } from './format-value.ts';
import { inUnit } from './in-unit.ts';

const LONG_CHARS = 160;
const SEVERITIES = new Set(['Debug', 'Verbose', 'Info', 'Warning', 'Error', 'Critical']);

const asSeverity = (text: string): string | null => {
  const name = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return SEVERITIES.has(name) ? name : null;
};

export const SeverityTag = ({ severity }: { readonly severity: string }): ReactElement => (
  <span className={`severity severity-${severity.toLowerCase()}`}>{severity}</span>
);

interface CellProps {
  readonly value: unknown;
  readonly type: ColumnType;
  readonly decimals: number | null;
  readonly unit: string | undefined;
}

const Content = ({ value, type, decimals, unit }: CellProps): ReactElement => {
  const read = typeof value === 'number' ? inUnit(value, unit) : null;
  const text = read ?? showValue(value, type, decimals).text;
  const severity = type === 'enum' && typeof value === 'string' ? asSeverity(value) : null;
  if (severity) return <SeverityTag severity={severity} />;
  if (typeof value === 'object' && value !== null)
    return (
      <details className="nested">
        <summary>{text.length > LONG_CHARS ? `${text.slice(0, LONG_CHARS)}…` : text}</summary>
        <pre>{JSON.stringify(value, null, 2)}</pre>
      </details>
    );
  if (text.length > LONG_CHARS)
    return (
      <details className="nested">
        <summary>{text.slice(0, LONG_CHARS)}…</summary>
        <pre>{text}</pre>
      </details>
    );
  return <>{text}</>;
};

/** One value of a table: numbers to the right, times readable, nested values to be opened. */
export const Cell = ({ value, type, decimals, unit }: CellProps): ReactElement => {
  const { align, exact } = showValue(value, type);
  const absent = value === null || value === undefined;
  const classes = [align === 'right' ? 'right' : '', absent ? 'absent' : '', type === 'timestamp' ? 'time' : ''];
  return (
    <td className={classes.join(' ').trim() || undefined} title={exact}>
      <Content value={value} type={type} decimals={decimals} unit={unit} />
    </td>
  );
};
