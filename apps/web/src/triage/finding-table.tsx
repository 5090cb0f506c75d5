import type { BundleFinding } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { numberText } from '../result/format-value.ts';

const cellText = (value: string | number | null): string =>
  value === null ? '–' : typeof value === 'number' ? numberText(value) : value;

/** The rows behind a finding, those that differ most first. Few enough to be shown whole. */
export const FindingTable = ({ finding }: { readonly finding: BundleFinding }): ReactElement | null => {
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
          {finding.rows.map((row) => (
            <tr key={row.slice(0, -1).join('\u0000')}>
              {row.map((value, at) => (
                <td key={finding.columns[at]} className={isRight[at] ? 'right' : undefined}>
                  {cellText(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
