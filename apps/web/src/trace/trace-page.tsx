import type { TraceResponse } from '@clearspan/contracts';
import { type ReactElement, useMemo, useState } from 'react';
import { Failure } from '../ask/failure.tsx';
import { countText, durationText, timeText } from '../result/format-value.ts';
import { SpanDetails } from './span-details.tsx';
import { SpanRow } from './span-row.tsx';
import { useTrace } from './use-trace.ts';
import { titleOf, waterfall } from './waterfall.ts';
import './trace.css';

const FIRST_SPANS = 400;
const RULER = [0, 0.25, 0.5, 0.75, 1] as const;

const Ruler = ({ totalUs }: { readonly totalUs: number }): ReactElement => (
  <div className="ruler" aria-hidden="true">
    <span />
    <div>
      {RULER.map((share) => (
        <span
          key={share}
          style={{ left: `${share * 100}%` }}
          className={share === 1 ? 'last' : share === 0 ? 'first' : ''}
        >
          {share === 0 ? '0' : durationText(totalUs * share)}
        </span>
      ))}
    </div>
  </div>
);

const Legend = ({ trace }: { readonly trace: TraceResponse }): ReactElement => (
  <ul className="legend" aria-label="Services">
    {trace.services.map((service, i) => (
      <li key={service}>
        <span className={`swatch service-${i % 10}`} aria-hidden="true" />
        {service} <span className="points">{trace.spans.filter((s) => s.service === service).length}</span>
      </li>
    ))}
  </ul>
);

const Summary = (props: { readonly trace: TraceResponse; readonly looking: boolean }): ReactElement => {
  const { trace, looking } = props;
  const failed = trace.spans.filter((s) => s.status === 'error').length;
  return (
    <>
      <h1>{titleOf(trace)}</h1>
      <p className="facts">
        <span className="mono wrap">{trace.trace_id}</span>
        <span>{timeText(trace.start) ?? trace.start}</span>
        <span>{durationText(trace.duration_us)}</span>
        <span>{countText(trace.spans.length, 'span')}</span>
        {failed > 0 && <span className="bad-text">{failed} failed</span>}
        {looking && <span role="status">still looking for spans…</span>}
      </p>
      {!trace.complete && (
        <p className="banner">
          Not whole{trace.reason ? `: ${trace.reason}` : ''}. {looking ? 'Spans may still be on their way.' : ''}
        </p>
      )}
      {trace.truncated && (
        <p className="banner">There are more spans than are held here: this is a part of the trace.</p>
      )}
    </>
  );
};

const Picture = ({ trace }: { readonly trace: TraceResponse }): ReactElement => {
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState(FIRST_SPANS);
  const rows = useMemo(() => waterfall(trace), [trace]);
  const totalUs = Math.max(...rows.map((r) => r.startUs + r.span.duration_us), 1);
  return (
    <div className="waterfall">
      <Ruler totalUs={totalUs} />
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={row.span.span_id}>
            <SpanRow
              row={row}
              tone={trace.services.indexOf(row.span.service) % 10}
              open={chosen === row.span.span_id}
              toggle={() => setChosen(chosen === row.span.span_id ? null : row.span.span_id)}
            />
            {chosen === row.span.span_id && <SpanDetails row={row} />}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="quiet more" onClick={() => setShown(shown * 4)}>
          {rows.length - shown} more spans
        </button>
      )}
    </div>
  );
};

/** One trace as a waterfall: who called whom, when, for how long, and where it failed. */
export const TracePage = ({ id }: { readonly id: string }): ReactElement => {
  const [again, setAgain] = useState(0);
  const { trace, error, looking } = useTrace(id, again);
  if (error && !trace && !(looking && error.status === 404))
    return <Failure error={error} again={() => setAgain(again + 1)} />;
  if (!trace)
    return (
      <section className="card" aria-busy="true">
        <p className="hint">Looking for trace {id}…</p>
      </section>
    );
  return (
    <section className="card trace">
      <Summary trace={trace} looking={looking} />
      <Legend trace={trace} />
      <Picture trace={trace} />
      {!looking && (
        <p className="facts">
          <button type="button" className="quiet" onClick={() => setAgain(again + 1)}>
            Look again
          </button>
        </p>
      )}
    </section>
  );
};
