import {
  applyFix,
  check,
  type LintOptions,
  lint,
  NUMBER,
  parse,
  type SchemaSource,
  STRING,
} from '@clearspan/dataprime';

const field = (path: string, type: typeof STRING): { root: 'd'; path: string[]; types: (typeof STRING)[] } => ({
  root: 'd',
  path: path.split('/'),
  types: [type],
});
const LOGS = [field('status', NUMBER), field('path', STRING), field('msg', STRING), field('user', STRING)];
const SPANS = [field('tags/http.status_code', STRING)];
const SCHEMA: SchemaSource = { fields: (dataset) => (dataset === 'logs' ? LOGS : SPANS) };

/** What is found in a query that has no errors: code, severity, message, and the text with the fix in it. */
export const findingsIn = (text: string, options: LintOptions = {}): readonly string[] => {
  const parsed = parse(text);
  const checked = check(parsed, { schema: SCHEMA });
  if (checked.query === null) throw new Error(`${text}: ${checked.diagnostics.map((d) => d.message).join('; ')}`);
  return lint(checked, parsed, options).map(({ code, severity, message, span, fix }) => {
    const after = fix === undefined ? '' : ` => ${applyFix(text, fix)}`;
    return `${code} ${severity} \`${text.slice(span.start, span.end)}\`: ${message}${after}`;
  });
};

/** A query and what one rule finds in it, by its code. */
export const found = (code: string, text: string, options: LintOptions = {}): readonly string[] =>
  findingsIn(text, options).filter((finding) => finding.startsWith(code));
