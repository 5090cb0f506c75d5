import { type FaultState, STOREFRONT_LIMITS } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { ChoiceField } from './choice-field.tsx';
import type { Texts } from './fault-form.ts';
import { NumberField } from './number-field.tsx';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a fault is adjusted, and for how long it is switched on. */
export const FaultFields = (props: {
  readonly params: FaultState['params'];
  readonly texts: Texts;
  readonly minutes: string;
  readonly onText: (key: string, text: string) => void;
  readonly onMinutes: (text: string) => void;
}): ReactElement => (
  <div className="fields">
    {Object.entries(props.params).map(([key, param]) => {
      const common = {
        label: capital(param.says),
        text: props.texts[key] ?? '',
        onText: (text: string) => props.onText(key, text),
      };
      return param.kind === 'number' ? (
        <NumberField key={key} {...common} unit={param.unit} min={param.min} max={param.max} />
      ) : (
        <ChoiceField key={key} {...common} choices={param.choices} />
      );
    })}
    <NumberField
      label="Off by itself after"
      unit="min"
      min={1}
      max={STOREFRONT_LIMITS.faultDurationSMax / 60}
      whole
      text={props.minutes}
      onText={props.onMinutes}
    />
  </div>
);
