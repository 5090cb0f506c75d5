import type { LearnedItem } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { LEARNED_HASH } from '../shell/route.ts';

const QUERY_CHARS_MAX = 65_536;

/** The query that was meant, written by whoever has asked. */
export const CorrectedQuery = (props: {
  readonly label: string;
  readonly query: string;
  readonly change: (query: string) => void;
}): ReactElement => (
  <label className="corrected">
    {props.label}
    <textarea
      rows={3}
      value={props.query}
      maxLength={QUERY_CHARS_MAX}
      spellCheck={false}
      autoComplete="off"
      placeholder="source logs | filter …"
      onChange={(event) => props.change(event.target.value)}
    />
  </label>
);

/** What came of a correction. */
export const Lesson = (props: {
  readonly learned: readonly LearnedItem[];
  readonly reason: string | null;
}): ReactElement | null => {
  const says = [...new Set(props.learned.map((item) => item.says))];
  if (says.length === 0)
    return props.reason === null ? null : <p className="thanks wrap">Nothing was learned: {props.reason}.</p>;
  return (
    <p className="thanks wrap">
      Learned: {says.join('; ')}. <a href={LEARNED_HASH}>See what was learned</a>
    </p>
  );
};
