import { type IncidentScenario, STOREFRONT_DEFAULTS } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { minuteText } from './times.ts';

/** What a scenario does when; `step` is the one that was taken last, null where none runs. */
export const Timetable = (props: {
  readonly scenario: IncidentScenario;
  readonly minutes: number;
  readonly step: number | null;
}): ReactElement => {
  const stretch = props.minutes / STOREFRONT_DEFAULTS.incidentMinutes;
  const { step } = props;
  return (
    <ol className="timetable" aria-label="Timetable">
      {props.scenario.steps.map(({ at_minute, does }, i) => (
        <li
          key={`${at_minute} ${does}`}
          className={step !== null && i < step ? 'past' : undefined}
          aria-current={i === step ? 'step' : undefined}
        >
          <span className="minute">{minuteText(at_minute * stretch)}</span>
          <span className="wrap">{does}</span>
        </li>
      ))}
    </ol>
  );
};
