import { type ReactElement, useId } from 'react';

/** One of several words. */
export const ChoiceField = (props: {
  readonly label: string;
  readonly choices: readonly string[];
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactElement => {
  const id = useId();
  return (
    <div className="field field-choice">
      <label htmlFor={id}>{props.label}</label>
      <span className="field-value">
        <select id={id} value={props.text} onChange={(event) => props.onText(event.target.value)}>
          {props.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </span>
    </div>
  );
};
