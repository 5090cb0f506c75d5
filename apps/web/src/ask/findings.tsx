import type { Validation } from '@clearspan/contracts';
import { format } from '@clearspan/dataprime';
import type { ReactElement } from 'react';

type Finding = Validation['errors'][number];

const Row = (props: {
  readonly finding: Finding;
  readonly severity: 'error' | 'warning';
  readonly query: string;
  readonly ask: (query: string) => void;
}): ReactElement => {
  const { finding, severity, query, ask } = props;
  const { fix } = finding;
  return (
    <li className={`finding finding-${severity}`}>
      <code>{finding.code}</code>
      <span className="wrap">
        {finding.message}
        {finding.end > finding.start && <code className="at">{query.slice(finding.start, finding.end)}</code>}
      </span>
      {fix && (
        <button type="button" className="quiet" onClick={() => ask(fix.query)}>
          {fix.title}
        </button>
      )}
    </li>
  );
};

/** What the checker found; nothing at all where there is nothing to say. */
export const Findings = (props: {
  readonly validation: Validation;
  readonly query: string;
  readonly ask: (query: string) => void;
}): ReactElement | null => {
  const { errors, warnings, suggestions } = props.validation;
  // The query is shown laid out already: one that only says so again is no enhancement here.
  const shown = format(props.query).text;
  const enhancements = props.validation.enhancements.filter(({ query }) => format(query).text !== shown);
  if (errors.length + warnings.length + suggestions.length + enhancements.length === 0) return null;
  return (
    <ul className="findings" aria-label="Findings">
      {errors.map((f) => (
        <Row key={`${f.code}${f.start}`} finding={f} severity="error" query={props.query} ask={props.ask} />
      ))}
      {warnings.map((f) => (
        <Row key={`${f.code}${f.start}`} finding={f} severity="warning" query={props.query} ask={props.ask} />
      ))}
      {suggestions.map((suggestion) => (
        <li key={suggestion} className="finding finding-info">
          <span className="wrap">{suggestion}</span>
        </li>
      ))}
      {enhancements.map((enhancement) => (
        <li key={enhancement.query} className="finding finding-info">
          <span className="wrap">{enhancement.title}</span>
          <button
            type="button"
            className="quiet"
            onClick={() => props.ask(enhancement.query)}
            title={enhancement.query}
          >
            Use it
          </button>
        </li>
      ))}
    </ul>
  );
};
