import type { ReactElement } from 'react';
import type { ApiError } from '../api/client.ts';
import { TraceLink } from '../trace/trace-link.tsx';

/** An error as a person can use it: what, why, its code, and the trace that shows where. */
export const Failure = ({ error, again }: { readonly error: ApiError; readonly again?: () => void }): ReactElement => (
  <section className="card failure" role="alert">
    <h2>{error.title}</h2>
    <p className="wrap">{error.detail}</p>
    {error.items.length > 0 && (
      <ul>
        {error.items.map((item) => (
          <li key={`${item.path ?? ''}${item.start ?? ''}${item.message}`}>
            {item.code && <code>{item.code}</code>} {item.path && <code>{item.path}</code>} {item.message}
          </li>
        ))}
      </ul>
    )}
    <p className="facts">
      <span>
        code <code>{error.code}</code>
      </span>
      {error.traceId && <TraceLink id={error.traceId} />}
      {again && (
        <button type="button" className="quiet" onClick={again}>
          Ask again
        </button>
      )}
    </p>
  </section>
);
