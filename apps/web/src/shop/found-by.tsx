import type { ReactElement } from 'react';
import { QueryBlock } from '../ask/query-block.tsx';
import { askHash } from '../shell/route.ts';

/** The question that finds a fault, and the query behind it for those who would rather read that. */
export const FoundBy = (props: {
  readonly question: string;
  readonly query: string;
  readonly shows: string;
}): ReactElement => (
  <div className="found-by">
    <p>
      Ask: <a href={askHash(props.question)}>{props.question}</a>
    </p>
    <details>
      <summary>The query that shows it</summary>
      <QueryBlock query={props.query} />
      <p className="hint">
        Look for {props.shows}. <a href={askHash(props.query)}>Run it</a>
      </p>
    </details>
  </div>
);
