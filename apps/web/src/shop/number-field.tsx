import { type ReactElement, useId } from 'react';
import { numberText } from '../result/format-value.ts';

/** A number with its unit and its limits. It is a text until it is sent: what is half typed is no number yet. */
export const NumberField = (props: {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactElement => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <span className="limits" id={`${id}-limits`}>
        {numberText(props.min)} to {numberText(props.max)} {props.unit}
      </span>
      <span className="field-value">
        <input
          id={id}
          type="number"
          required
          min={props.min}
          max={props.max}
          step={props.whole ? 1 : 'any'}
          value={props.text}
          aria-describedby={`${id}-limits`}
          onChange={(event) => props.onText(event.target.value)}
        />
        <span className="unit" aria-hidden="true">
          {props.unit}
        </span>
      </span>
    </div>
  );
};
