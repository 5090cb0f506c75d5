import type { FaultList, IncidentState, QuizState, TrafficState } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { usePolled } from '../api/use-polled.ts';
import { Failure } from '../ask/failure.tsx';
import { FaultBoard } from './fault-board.tsx';
import { IncidentCard } from './incident-card.tsx';
import { QuizCard } from './quiz-card.tsx';
import { TrafficCard } from './traffic-card.tsx';
import './fields.css';
import './faults.css';
import './shop.css';

/** Often enough to see a step being taken; each look is four small requests to this machine. */
const LOOK_MS = 3_000;

/** The storefront's control room: who visits the shop, what is broken in it, and how that is found. */
export const ShopPage = (): ReactElement => {
  const traffic = usePolled<TrafficState>('/storefront/traffic', LOOK_MS);
  const faults = usePolled<FaultList>('/storefront/faults', LOOK_MS);
  const incident = usePolled<IncidentState>('/storefront/incident', LOOK_MS);
  const quiz = usePolled<QuizState>('/storefront/quiz', LOOK_MS);
  if (traffic.value === null)
    return traffic.error ? (
      <Failure error={traffic.error} />
    ) : (
      <section className="card" aria-busy="true">
        <p className="hint">Looking for the shop…</p>
      </section>
    );
  const runs = quiz.value?.running ?? false;
  return (
    <div className="shop">
      <div className="shop-head">
        <h1>Shop</h1>
        <p>
          Three services with real traffic. Break something on purpose, then <a href="#/">find it by asking</a>.
        </p>
      </div>
      <TrafficCard traffic={traffic.value} stale={traffic.error} changed={traffic.put} />
      <div className="shop-pair">
        <IncidentCard polled={incident} quiz={runs} />
        <QuizCard polled={quiz} faultsOn={faults.value?.faults.some(({ on }) => on) ?? false} />
      </div>
      <FaultBoard polled={faults} quiz={runs} />
    </div>
  );
};
