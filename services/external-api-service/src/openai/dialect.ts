import { nextForm, type OutputForm } from './output-forms.ts';

/** What an endpoint was found to take. */
export interface Dialect {
  readonly form: OutputForm;
  readonly temperature: boolean;
  readonly seed: boolean;
  /** The name under which it takes the limit of the answer. */
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
}

export const FULL_DIALECT: Dialect = { form: 'json_schema', temperature: true, seed: true, limitName: 'max_tokens' };

/** Of the texts that OpenAI and its likes send: `{"error":{"param":"seed","message":…}}`. */
const refusedParam = (body: string): string => {
  const named = /"param"\s*:\s*"([\w.]{1,60})"/.exec(body)?.[1];
  return named ?? /\b(max_tokens|temperature|seed|response_format|tools|tool_choice)\b/.exec(body)?.[1] ?? '';
};

/**
 * The next thing to try after a request was refused as malformed; null when nothing is left. A parameter that the
 * refusal names is left out; any other refusal is taken for the form of the answer.
 */
export const simpler = (dialect: Dialect, refusal: string, isShaped: boolean): Dialect | null => {
  const param = refusedParam(refusal);
  if (param === 'max_tokens' && dialect.limitName === 'max_tokens')
    return { ...dialect, limitName: 'max_completion_tokens' };
  if (param === 'temperature' && dialect.temperature) return { ...dialect, temperature: false };
  if (param === 'seed' && dialect.seed) return { ...dialect, seed: false };
  const form = isShaped ? nextForm(dialect.form) : null;
  return form === null ? null : { ...dialect, form };
};
