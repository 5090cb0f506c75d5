import type { FaultList } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { deleteJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import type { Polled } from '../api/use-polled.ts';
import { FaultCard } from './fault-card.tsx';
import { byService } from './fault-form.ts';
import { ProblemNote } from './problem-note.tsx';

/** Every fault of the shop, by service. While a quiz runs none is switched on: what happens then could tell the answer. */
export const FaultBoard = (props: { readonly polled: Polled<FaultList>; readonly quiz: boolean }): ReactElement => {
  const { value, error, put } = props.polled;
  const clear = useChange<FaultList>(put);
  const on = value?.faults.filter((fault) => fault.on).length ?? 0;
  return (
    <section className="faults" aria-labelledby="faults">
      <div className="section-head">
        <h2 id="faults">Faults</h2>
        <p className="hint" role="status">
          {props.quiz
            ? 'A quiz runs: none can be switched on before it is revealed.'
            : on === 0
              ? 'All off.'
              : `${on} on.`}
          {!props.quiz && value !== null && value.hidden > 0 && ` ${value.hidden} more, hidden.`}
        </p>
        {!props.quiz && on + (value?.hidden ?? 0) > 0 && (
          <button type="button" onClick={() => void clear.make(() => deleteJson<FaultList>('/storefront/faults'))}>
            Switch all off
          </button>
        )}
      </div>
      <ProblemNote what="Not switched off" error={clear.error} />
      <ProblemNote what="Not up to date" error={error} />
      {byService(value?.faults ?? []).map(([service, faults]) => (
        <section key={service} aria-label={`Faults of ${service}`}>
          <h3>{service}</h3>
          <div className="fault-grid">
            {faults.map((fault) => (
              <FaultCard key={fault.name} fault={fault} locked={props.quiz} changed={put} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
};
