import type { ResultRow } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { TraceLink } from '../trace/trace-link.tsx';
import { SeverityTag } from './cell.tsx';
import { timeText } from './format-value.ts';
import { readRecord } from './read-record.ts';

const FIRST_ROWS = 50;

const RecordRow = ({ row }: { readonly row: ResultRow }): ReactElement => {
  const [open, setOpen] = useState(false);
  const line = readRecord(row);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {line.time && (
            <time dateTime={line.time} title={line.time}>
              {timeText(line.time) ?? line.time}
            </time>
          )}
          {line.severity && <SeverityTag severity={line.severity} />}
          {line.origin && <span className="origin">{line.origin}</span>}
          <span className="text">
            {line.text}
            {line.more && <span className="more-text"> {line.more}</span>}
          </span>
        </summary>
        {open && (
          <div className="record-body">
            {line.traceId && <TraceLink id={line.traceId} />}
            <pre>{JSON.stringify(row, null, 2)}</pre>
          </div>
        )}
      </details>
    </li>
  );
};

/** Whole logs or spans, one line each; a click shows all of it. */
export const RecordList = ({ rows }: { readonly rows: readonly ResultRow[] }): ReactElement => {
  const [shown, setShown] = useState(FIRST_ROWS);
  const more = rows.length - shown;
  return (
    <>
      <ol className="records">
        {rows.slice(0, shown).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and never move.
          <RecordRow key={i} row={row} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" className="quiet more" onClick={() => setShown(shown * 4)}>
          {more} more records
        </button>
      )}
    </>
  );
};
