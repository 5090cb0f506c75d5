import type { TrafficState } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { numberText } from '../result/format-value.ts';
import { clockText } from './times.ts';

/** By the first digit of a status, as it is for who asked. */
const TONE: Readonly<Record<string, string>> = { 2: 'good', 3: 'good', 4: 'warn', 5: 'bad' };
const toneOf = (status: string): string => TONE[status.charAt(0)] ?? 'bad';

const Figure = (props: { readonly name: string; readonly value: number; readonly unit?: string }): ReactElement => (
  <div className="figure">
    <dt>{props.name}</dt>
    <dd>
      {numberText(props.value)}
      {props.unit && <small> {props.unit}</small>}
    </dd>
  </div>
);

/** What the visitors have done so far, and how they were answered. */
export const TrafficFigures = ({ traffic }: { readonly traffic: TrafficState }): ReactElement => {
  const { figures, settings } = traffic;
  const statuses = Object.entries(figures.by_status).sort(([a], [b]) => a.localeCompare(b));
  return (
    <div className="traffic-figures">
      <dl>
        <Figure name="Rate" value={settings.rate_per_s} unit="per s" />
        <Figure name="Active users" value={figures.active_users} />
        <Figure name="Requests" value={figures.requests} />
      </dl>
      {statuses.length > 0 && (
        <>
          <div className="status-bar" aria-hidden="true">
            {statuses.map(([status, count]) => (
              <span key={status} className={toneOf(status)} style={{ flexGrow: count }} />
            ))}
          </div>
          <ul className="statuses" aria-label="Requests by status">
            {statuses.map(([status, count]) => (
              <li key={status}>
                <span className={`swatch ${toneOf(status)}`} aria-hidden="true" />
                {status.replaceAll('_', ' ')} <span className="points">{numberText(count)}</span>
              </li>
            ))}
            {figures.since !== null && (
              <li className="points">
                since <time dateTime={figures.since}>{clockText(figures.since)}</time>
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
};
