import type { LearnedAction, LearnedItem, LearnedList } from '@clearspan/contracts';
import { type ReactElement, useEffect, useState } from 'react';
import { getJson, postJson, type Reply } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { AliasForm } from './alias-form.tsx';
import { LearnedEntry } from './learned-item.tsx';
import './learned.css';

const Entries = (props: {
  readonly reply: Reply<LearnedList> | null;
  readonly busy: boolean;
  readonly act: (item: LearnedItem, action: LearnedAction) => void;
}): ReactElement => {
  const { reply, busy, act } = props;
  if (reply === null) return <p className="hint">Reading…</p>;
  if (!reply.ok)
    return (
      <p className="hint wrap" role="alert">
        Not available: {reply.error.detail} (<code>{reply.error.code}</code>)
      </p>
    );
  if (reply.value.items.length === 0)
    return <p className="hint">Nothing yet. Rate an answer and give the query that was meant, or add words above.</p>;
  return (
    <ul className="learned-list" aria-label="Learned">
      {reply.value.items.map((item) => (
        <LearnedEntry key={item.id} item={item} busy={busy} act={act} />
      ))}
    </ul>
  );
};

/** Everything that was learned from corrections, with what it rests on and a way to undo it. */
export const LearnedPage = (): ReactElement => {
  const [times, setTimes] = useState(0);
  const [reply, setReply] = useState<Reply<LearnedList> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is read again, by count.
  useEffect(() => {
    const over = new AbortController();
    void getJson<LearnedList>('/api/learned', { signal: over.signal }).then((found) => {
      if (!over.signal.aborted) setReply(found);
    });
    return () => over.abort();
  }, [times]);
  const again = (): void => setTimes((count) => count + 1);
  const change = useChange<LearnedItem>(again);
  const act = (item: LearnedItem, action: LearnedAction): void =>
    void change.make(() => postJson<LearnedItem>(`/api/learned/${encodeURIComponent(item.id)}/${action}`, {}));
  return (
    <div className="learned-page">
      <div className="learned-intro">
        <h1>Learned</h1>
        <p className="hint">
          What corrections have taught the assistant about your words. Each entry changes how questions are read, says
          so with the answer, and can be undone.
        </p>
      </div>
      <AliasForm added={again} />
      {change.error && (
        <p className="wrap bad-text" role="alert">
          Not changed: {change.error.detail}
        </p>
      )}
      <Entries reply={reply} busy={change.busy} act={act} />
    </div>
  );
};
