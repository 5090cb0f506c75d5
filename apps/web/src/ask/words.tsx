import type { WireChip } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { withReadableTimes } from '../result/format-value.ts';
import './words.css';

/** What each word of the question became in the query: people see at a glance which one was taken for something else. */
export const Words = (props: {
  readonly question: string;
  readonly chips: readonly WireChip[];
}): ReactElement | null =>
  props.chips.length === 0 ? null : (
    <ul className="words" aria-label="Words of the question">
      {props.chips.map(({ start, end, kind, means }) => (
        <li key={start} className={`word word-${kind}`}>
          <span className="said">{props.question.slice(start, end)}</span>{' '}
          <span className="means">{withReadableTimes(means)}</span>
        </li>
      ))}
    </ul>
  );
