import type { ReactElement } from 'react';
import { askHash } from '../shell/route.ts';

/** The questions that this one follows, each a way back. */
export const Thread = (props: {
  readonly before: readonly string[];
  readonly question: string;
}): ReactElement | null =>
  props.before.length === 0 ? null : (
    <nav className="thread" aria-label="Conversation">
      <ol>
        {props.before.map((earlier, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same question may be asked twice, and none moves.
          <li key={at}>
            <a href={askHash(earlier, props.before.slice(0, at))}>{earlier}</a>
          </li>
        ))}
        <li aria-current="page">{props.question}</li>
      </ol>
    </nav>
  );
