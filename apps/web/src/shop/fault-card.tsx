import type { FaultList, FaultState } from '@clearspan/contracts';
import { type ReactElement, useId, useState } from 'react';
import { postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { FaultFields } from './fault-fields.tsx';
import { type FaultChange, MINUTES_OTHERWISE, onWith, type Texts, textsOf } from './fault-form.ts';
import { FoundBy } from './found-by.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clockText, leftText } from './times.ts';

const Switch = (props: {
  readonly on: boolean;
  readonly label: string;
  readonly disabled: boolean;
  readonly off: () => void;
}) => (
  <button
    // Switched on, it takes what is in the fields, which the browser checks first.
    type={props.on ? 'button' : 'submit'}
    role="switch"
    className="switch"
    aria-checked={props.on}
    aria-labelledby={props.label}
    disabled={props.disabled}
    onClick={props.on ? props.off : undefined}
  >
    <span className="switch-text" aria-hidden="true">
      {props.on ? 'On' : 'Off'}
    </span>
    <span className="switch-track" aria-hidden="true" />
  </button>
);

/** One fault: what it does, its switch, how it is adjusted, and how it is found. */
export const FaultCard = (props: {
  readonly fault: FaultState;
  /** While something else decides which faults are on. */
  readonly locked: boolean;
  readonly changed: (faults: FaultList) => void;
}): ReactElement => {
  const { fault, locked } = props;
  const id = useId();
  const [typed, setTyped] = useState<Texts>({});
  const [minutes, setMinutes] = useState<string | null>(null);
  const { error, busy, make } = useChange<FaultList>(props.changed);
  const texts = textsOf(fault, typed);
  const isTyped = minutes !== null || Object.keys(typed).length > 0;
  const change = async (wanted: FaultChange): Promise<void> => {
    if (!(await make(() => postJson<FaultList>('/storefront/faults', wanted)))) return;
    setTyped({});
    setMinutes(null);
  };
  return (
    <form
      className={fault.on ? 'card fault fault-on' : 'card fault'}
      aria-labelledby={id}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault.on || isTyped) void change(onWith(fault, texts, minutes ?? MINUTES_OTHERWISE));
      }}
    >
      <div className="fault-head">
        <h4 id={id} className="mono">
          {fault.name}
        </h4>
        <Switch
          on={fault.on}
          label={id}
          disabled={locked && !fault.on}
          off={() => void change({ name: fault.name, on: false })}
        />
      </div>
      <p>{fault.summary}</p>
      {fault.on && fault.until !== undefined && (
        <p className="until">
          On until <time dateTime={fault.until}>{clockText(fault.until)}</time>, {leftText(fault.until, Date.now())}
        </p>
      )}
      <FaultFields
        params={fault.params}
        texts={texts}
        minutes={minutes ?? MINUTES_OTHERWISE}
        onText={(key, text) => setTyped({ ...typed, [key]: text })}
        onMinutes={setMinutes}
      />
      {fault.on && isTyped && (
        <button type="submit" className="apply">
          Begin anew with these
        </button>
      )}
      <ProblemNote what="Not changed" error={error} />
      <FoundBy question={fault.question} query={fault.query} shows={fault.shows} />
    </form>
  );
};
