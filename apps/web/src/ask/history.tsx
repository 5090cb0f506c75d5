import type { HistoryPage } from '@clearspan/contracts';
import { type ReactElement, useEffect, useState } from 'react';
import { getJson, type Reply } from '../api/client.ts';
import { countText } from '../result/format-value.ts';
import { TraceLink } from '../trace/trace-link.tsx';
import { agoText } from './ago-text.ts';
import './history.css';

const SHOWN_MAX = 12;
const READ_MAX = 40;
/** The gateway writes a question down after it has answered it. */
const WRITTEN_AFTER_MS = 600;

/** A question asked again stands where it was asked last. */
const newestOfEach = (items: HistoryPage['items']): HistoryPage['items'] =>
  items.filter((item, i) => items.findIndex((other) => other.user_input === item.user_input) === i).slice(0, SHOWN_MAX);

/** Questions asked before, newest first; read again after each answer. */
export const History = (props: { readonly after: string; readonly ask: (question: string) => void }): ReactElement => {
  const [reply, setReply] = useState<Reply<HistoryPage> | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(
      () => {
        void getJson<HistoryPage>(`/api/history?limit=${READ_MAX}`, { signal: over.signal }).then((found) => {
          if (!over.signal.aborted) setReply(found);
        });
      },
      props.after === '' ? 0 : WRITTEN_AFTER_MS,
    );
    return () => {
      over.abort();
      clearTimeout(timer);
    };
  }, [props.after]);
  return (
    <>
      <h2>Recent questions</h2>
      {reply === null && <p className="hint">Reading…</p>}
      {reply?.ok === false && (
        <p className="hint">
          Not available: {reply.error.title.toLowerCase()} (<code>{reply.error.code}</code>)
        </p>
      )}
      {reply?.ok && reply.value.items.length === 0 && <p className="hint">None yet. The first one will stand here.</p>}
      {reply?.ok && (
        <ol className="history">
          {/* What was said after other questions means little alone: its query is asked. */}
          {newestOfEach(reply.value.items).map((item) => (
            <li key={item.id}>
              <button
                type="button"
                onClick={() => props.ask(item.conversation_id ? item.query : item.user_input)}
                title={item.query}
              >
                {item.user_input}
              </button>
              <span className="facts">
                <time dateTime={item.asked_at}>{agoText(item.asked_at, Date.now())}</time>
                {item.row_count !== null && <span>{countText(item.row_count, 'row')}</span>}
                {item.feedback && <span title="Rating">{item.feedback.rating}/5</span>}
                <TraceLink id={item.trace_id} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
};
