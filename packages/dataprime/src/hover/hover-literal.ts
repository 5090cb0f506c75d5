import type { Expr } from '../ast/expr.ts';
import { intervalText } from '../types/interval-text.ts';
import { severityCode } from '../types/severity.ts';
import { timestampText } from '../types/timestamp-text.ts';
import type { Hover } from './hover.ts';

/** A literal as the engine reads it. Null for what is no literal. */
export const hoverLiteral = (expr: Expr): Hover | null => {
  const { span } = expr;
  switch (expr.kind) {
    case 'interval':
      return { span, title: `${intervalText(expr.nanos)}: interval`, body: `${expr.nanos} ns` };
    case 'timestamp':
      return expr.value.kind === 'now'
        ? { span, title: 'now: timestamp', body: 'The one now of the query.' }
        : { span, title: `${timestampText(expr.value.nanos)}: timestamp`, body: `${expr.value.nanos} ns since 1970` };
    case 'severity':
      return { span, title: `${expr.name}: severity`, body: `Severity ${severityCode(expr.name)} of 6.` };
    case 'number':
      return { span, title: `${expr.value}: number`, body: 'A 64-bit float.' };
    case 'string':
      return { span, title: `${JSON.stringify(expr.value)}: string`, body: `${expr.value.length} characters.` };
    case 'regex':
      return { span, title: `/${expr.pattern}/: regexp`, body: 'A regular expression.' };
    case 'bool':
      return { span, title: `${expr.value}: bool`, body: '' };
    case 'null':
      return { span, title: 'null', body: 'No value. `== null` asks whether a value is missing.' };
    case 'access':
    case 'array':
    case 'binary':
    case 'call':
    case 'case':
    case 'cast':
    case 'dynamic-timestamp':
    case 'error':
    case 'keypath':
    case 'paren':
    case 'subquery':
    case 'template':
    case 'unary':
      return null;
  }
};
