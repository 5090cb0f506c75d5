import type { ReactElement } from 'react';
import { traceHash } from '../shell/route.ts';

export const TraceLink = ({ id }: { readonly id: string }): ReactElement => (
  <a className="trace-link mono" href={traceHash(id)} title={`Trace ${id}`}>
    trace {id.slice(0, 8)}
  </a>
);
