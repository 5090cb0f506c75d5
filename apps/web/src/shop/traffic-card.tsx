import { STOREFRONT_LIMITS, type TrafficState } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import type { ApiError } from '../api/client.ts';
import { postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { NumberField } from './number-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { TrafficFigures } from './traffic-figures.tsx';

/** The visitors: whether they come, how often, how many. */
export const TrafficCard = (props: {
  readonly traffic: TrafficState;
  readonly stale: ApiError | null;
  readonly changed: (traffic: TrafficState) => void;
}): ReactElement => {
  const { running, settings } = props.traffic;
  const [rate, setRate] = useState<string | null>(null);
  const [users, setUsers] = useState<string | null>(null);
  const { error, busy, make } = useChange<TrafficState>(props.changed);
  const change = async (wanted: { readonly running?: boolean; readonly settings?: object }): Promise<void> => {
    if (!(await make(() => postJson<TrafficState>('/storefront/traffic', wanted))) || !wanted.settings) return;
    setRate(null);
    setUsers(null);
  };
  const typed = {
    rate_per_s: Number(rate ?? settings.rate_per_s),
    users: Number(users ?? settings.users),
  };
  const isTyped = rate !== null || users !== null;
  return (
    <section className="card traffic" aria-labelledby="traffic" aria-busy={busy}>
      <div className="section-head">
        <h2 id="traffic">Traffic</h2>
        <span className={running ? 'light light-good' : 'light'}>
          <span className="dot" aria-hidden="true" />
          <span role="status">{running ? 'running' : 'stopped'}</span>
        </span>
      </div>
      <TrafficFigures traffic={props.traffic} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!running) void change({ running: true, settings: typed });
          else if (isTyped) void change({ settings: typed });
        }}
      >
        <div className="fields">
          <NumberField
            label="Rate"
            unit="per s"
            min={0.1}
            max={STOREFRONT_LIMITS.ratePerSMax}
            text={rate ?? String(settings.rate_per_s)}
            onText={setRate}
          />
          <NumberField
            label="Users"
            unit="users"
            min={1}
            max={STOREFRONT_LIMITS.usersMax}
            whole
            text={users ?? String(settings.users)}
            onText={setUsers}
          />
        </div>
        <div className="actions">
          <button
            type={running ? 'button' : 'submit'}
            className={running ? '' : 'primary'}
            onClick={running ? () => void change({ running: false }) : undefined}
          >
            {running ? 'Stop' : 'Start'}
          </button>
          {running && isTyped && <button type="submit">Apply</button>}
        </div>
      </form>
      <ProblemNote what="Not changed" error={error} />
      <ProblemNote what="Not up to date" error={props.stale} />
    </section>
  );
};
