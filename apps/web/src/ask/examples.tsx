import type { ReactElement } from 'react';

/** The system's own telemetry answers all of these. */
const EXAMPLES: readonly string[] = [
  'Is anything broken?',
  'Show me errors from the last hour grouped by service',
  'Slowest operations in the last 30 minutes',
  'How many requests per minute in the last hour?',
  'p95 duration by service in the last hour',
  'Which services log the most warnings today?',
  'source logs last 15m | countby $m.severity',
];

export const Examples = ({ ask }: { readonly ask: (question: string) => void }): ReactElement => (
  <section className="examples" aria-label="Examples">
    <h2>For example</h2>
    <ul>
      {EXAMPLES.map((example) => (
        <li key={example}>
          <button
            type="button"
            className={example.startsWith('source') ? 'chip mono' : 'chip'}
            onClick={() => ask(example)}
          >
            {example}
          </button>
        </li>
      ))}
    </ul>
  </section>
);
