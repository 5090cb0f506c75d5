import { type IncidentState, STOREFRONT_DEFAULTS, STOREFRONT_LIMITS } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { deleteJson, postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import type { Polled } from '../api/use-polled.ts';
import { ChoiceField } from './choice-field.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clockText } from './times.ts';
import { Timetable } from './timetable.tsx';

const Running = ({ running }: { readonly running: NonNullable<IncidentState['running']> }): ReactElement => (
  <p className="until">
    {running.scenario} runs since <time dateTime={running.since}>{clockText(running.since)}</time>
    {running.next_at === null ? (
      '; every step is taken'
    ) : (
      <>
        ; next step at <time dateTime={running.next_at}>{clockText(running.next_at)}</time>
      </>
    )}
  </p>
);

/** Faults that build up by a timetable. */
export const IncidentCard = (props: {
  readonly polled: Polled<IncidentState>;
  readonly quiz: boolean;
}): ReactElement => {
  const { value, error: stale, put } = props.polled;
  const [chosen, setChosen] = useState<string | null>(null);
  const [minutes, setMinutes] = useState(String(STOREFRONT_DEFAULTS.incidentMinutes));
  const { error, busy, make } = useChange<IncidentState>(put);
  const running = value?.running ?? null;
  const name = running?.scenario ?? chosen ?? value?.scenarios[0]?.name ?? '';
  const scenario = value?.scenarios.find((one) => one.name === name);
  const start = (): void =>
    void make(() => postJson<IncidentState>('/storefront/incident', { scenario: name, minutes: Number(minutes) }));
  const stop = (): void => void make(() => deleteJson<IncidentState>('/storefront/incident'));
  return (
    <section className="card incident" aria-labelledby="incident" aria-busy={busy}>
      <h2 id="incident">Incident</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (running === null) start();
        }}
      >
        {running === null && value !== null && (
          <div className="fields">
            <ChoiceField
              label="Scenario"
              choices={value.scenarios.map((one) => one.name)}
              text={name}
              onText={setChosen}
            />
            <NumberField
              label="Over"
              unit="min"
              min={1}
              max={STOREFRONT_LIMITS.incidentMinutesMax}
              text={minutes}
              onText={setMinutes}
            />
          </div>
        )}
        {running !== null && <Running running={running} />}
        {scenario && <p>{scenario.summary}</p>}
        {scenario && (
          <Timetable
            scenario={scenario}
            minutes={running?.minutes ?? (Number(minutes) || STOREFRONT_DEFAULTS.incidentMinutes)}
            step={running?.step ?? null}
          />
        )}
        {running === null && props.quiz && (
          <p className="hint">A quiz runs: an incident can start once it is revealed.</p>
        )}
        <div className="actions">
          <button
            type={running ? 'button' : 'submit'}
            className={running ? '' : 'primary'}
            disabled={running === null && (props.quiz || scenario === undefined)}
            onClick={running ? stop : undefined}
          >
            {running ? 'Stop the incident' : 'Start the incident'}
          </button>
        </div>
      </form>
      <ProblemNote what="Not changed" error={error} />
      <ProblemNote what="Not up to date" error={stale} />
    </section>
  );
};
