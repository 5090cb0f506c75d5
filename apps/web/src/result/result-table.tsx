import type { QueryResult, ResultColumn } from '@clearspan/contracts';
import { type ReactElement, useMemo, useState } from 'react';
import { Cell } from './cell.tsx';
import { columnDecimals } from './format-value.ts';
import type { Units } from './in-unit.ts';
import { valueAt } from './value-at.ts';

const FIRST_ROWS = 50;
/** Beside a chart the table is for looking up. */
const FIRST_ROWS_DRAWN = 12;

const isRight = (column: ResultColumn): boolean => column.type === 'number' || column.type === 'interval';

/** Rows as they came, in their order. Long answers open in steps. */
export const ResultTable = (props: {
  readonly result: QueryResult;
  readonly units: Units;
  readonly drawn: boolean;
}): ReactElement => {
  const { result } = props;
  const [shown, setShown] = useState(props.drawn ? FIRST_ROWS_DRAWN : FIRST_ROWS);
  const decimals = useMemo(
    () => result.columns.map((column) => columnDecimals(result.rows.map((row) => valueAt(row, column.path)))),
    [result],
  );
  const more = result.rows.length - shown;
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {result.columns.map((column) => (
              <th
                key={column.path.join('\u0000')}
                scope="col"
                className={isRight(column) ? 'right' : undefined}
                title={column.type}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rows.slice(0, shown).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and never move.
            <tr key={i}>
              {result.columns.map((column, place) => (
                <Cell
                  key={column.path.join('\u0000')}
                  value={valueAt(row, column.path)}
                  type={column.type}
                  decimals={decimals[place] ?? null}
                  unit={props.units[column.name]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button type="button" className="quiet more" onClick={() => setShown(shown * 4)}>
          {more} more rows
        </button>
      )}
    </div>
  );
};
