import type { BundlePart } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { QueryBlock } from '../ask/query-block.tsx';
import { TraceLink } from '../trace/trace-link.tsx';
import { FindingTable } from './finding-table.tsx';

/** One look: what it found, with its rows where that stands out, and the query that gives the same numbers again. */
export const PartCard = (props: {
  readonly part: BundlePart;
  readonly open: (query: string) => void;
}): ReactElement => {
  const { part, open } = props;
  const { finding, error } = part;
  const out = finding?.stands_out === true;
  return (
    <article className={out ? 'card look look-out' : 'look'} aria-label={part.title}>
      <h3>
        {part.title}
        {out && <span className="look-mark">stands out</span>}
      </h3>
      {finding && <p className="wrap look-sentence">{finding.sentence}</p>}
      {!finding && (
        <p className="wrap bad-text">
          {error ? (
            <>
              No answer: {error.message} <code>{error.code}</code>
            </>
          ) : (
            'Not run.'
          )}
        </p>
      )}
      {finding && out && <FindingTable finding={finding} />}
      <details className="look-query">
        <summary>{finding && !out && finding.rows.length > 0 ? 'Rows and query' : 'Query'}</summary>
        {finding && !out && <FindingTable finding={finding} />}
        {finding?.statistic && <p className="hint">{finding.statistic}</p>}
        <QueryBlock query={part.query} />
      </details>
      <p className="facts">
        <button type="button" className="quiet" onClick={() => open(part.query)}>
          Open
        </button>
        {finding?.trace_id && <TraceLink id={finding.trace_id} />}
      </p>
    </article>
  );
};
