import type { BundleFinding } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { numberText } from '../result/format-value.ts';

const FIRST_ROWS = 4;

/** Columns of names, which may have anything in them. */
const NAMES: ReadonlySet<string> = new Set(['service', 'operation', 'message', 'attribute', 'value', 'at']);

/** `301 ms (269 µs before)`: what it was stands below what it is. */
const content = (value: string | number | null, isName: boolean): ReactElement | string => {
  if (value === null) return '–';
  if (typeof value === 'number') return numberText(value);
  const [, now, aside] = (isName ? null : /^(.*?) (\(.*\))$/.exec(value)) ?? [];
  if (aside === undefined) return value;
  return (
    <span className="look-figure">
      {now} <span>{aside}</span>
    </span>
  );
};

/** The rows behind a finding, those that differ most first. */
export const FindingTable = ({ finding }: { readonly finding: BundleFinding }): ReactElement | null => {
  const [shown, setShown] = useState(FIRST_ROWS);
  const isRight = finding.columns.map((_, at) => finding.rows.every((row) => typeof row[at] === 'number'));
  if (finding.rows.length === 0) return null;
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {finding.columns.map((column, at) => (
              <th key={column} scope="col" className={isRight[at] ? 'right' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {finding.rows.slice(0, shown).map((row) => (
            <tr key={row.slice(0, -1).join('\u0000')}>
              {row.map((value, at) => (
                <td key={finding.columns[at]} className={isRight[at] ? 'right' : undefined}>
                  {content(value, NAMES.has(finding.columns[at] ?? ''))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {finding.rows.length > shown && (
        <button type="button" className="quiet more" onClick={() => setShown(finding.rows.length)}>
          {finding.rows.length - shown} more rows
        </button>
      )}
    </div>
  );
};
