import type { TraceSpan } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { durationText, timeText } from '../result/format-value.ts';
import { TraceLink } from './trace-link.tsx';
import type { WaterfallRow } from './waterfall.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const Attributes = (props: {
  readonly title: string;
  readonly of: Readonly<Record<string, unknown>>;
}): ReactElement | null => {
  const pairs = Object.entries(props.of).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? null : (
    <section>
      <h3>{props.title}</h3>
      <dl className="attributes">
        {pairs.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd className="wrap">{shown(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Events = ({ span }: { readonly span: TraceSpan }): ReactElement | null =>
  span.events.length === 0 ? null : (
    <section>
      <h3>Events</h3>
      {span.events.map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity but their place.
        <div key={i} className="event">
          <p>
            <strong>{event.name}</strong> <time dateTime={event.time}>{timeText(event.time) ?? event.time}</time>
          </p>
          <dl className="attributes">
            {Object.entries(event.attributes).map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd className="wrap">{shown(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );

const Links = ({ span }: { readonly span: TraceSpan }): ReactElement | null =>
  span.links.length === 0 ? null : (
    <section>
      <h3>Links</h3>
      <ul>
        {span.links.map((link) => (
          <li key={link.span_id}>
            <TraceLink id={link.trace_id} /> span <code>{link.span_id}</code>
          </li>
        ))}
      </ul>
    </section>
  );

/** Everything a span carries, as text. */
export const SpanDetails = ({ row }: { readonly row: WaterfallRow }): ReactElement => {
  const { span } = row;
  return (
    <div className="span-details">
      <p className="facts">
        <span>{span.service}</span>
        <span>{span.kind}</span>
        <span>
          +{durationText(row.startUs)} for {durationText(span.duration_us)}
        </span>
        <span className="mono">{span.span_id}</span>
        {span.scope && <span>{span.scope}</span>}
        {span.status === 'error' && <span className="bad-text">{span.status_message || 'failed'}</span>}
      </p>
      <Attributes title="Attributes" of={span.attributes} />
      <Events span={span} />
      <Links span={span} />
      <Attributes title="Resource" of={span.resource} />
    </div>
  );
};
