import type { ModelUse } from '@clearspan/contracts';
import type { Answer } from '../sources/query-source.ts';
import { visible } from './cell-text.ts';

type Answered = Extract<Answer, { kind: 'answer' }>;

const dim = (text: string, colour: boolean): string => (colour ? `\x1b[2m${text}\x1b[0m` : text);
const list = (label: string, items: readonly string[]): string =>
  items.length ? `${label}: ${items.map(visible).join('; ')}\n` : '';

const modelText = (model: ModelUse | undefined): string =>
  model ? `model ${visible(model.name)}: ${visible(model.reason)}\n` : '';

/** The query on its own line, then how the question was read, as comments. */
export const printReading = (answer: Answered, colour: boolean): string => {
  const reading =
    `${visible(answer.interpretation)}\n` +
    list('assumed', answer.assumptions) +
    list('ignored', answer.ignored) +
    `confidence: ${Math.round(answer.confidence * 100)} %\n` +
    modelText(answer.model) +
    answer.alternatives.map((a) => `or: ${visible(a.interpretation)}\n    ${visible(a.query)}\n`).join('') +
    (answer.traceId ? `trace: ${answer.traceId}\n` : '');
  return reading
    .split('\n')
    .map((line) => (line === '' ? '' : dim(`// ${line}`, colour)))
    .join('\n');
};

/** What is needed to ask again, or what can be asked instead. */
export const printDeclined = (answer: Exclude<Answer, Answered>): string =>
  `${visible(answer.message)}\n${answer.options.map((option) => `  - ${visible(option)}\n`).join('')}` +
  (answer.bundle ? `--run looks at ${answer.bundle.parts.map(({ title }) => title.toLowerCase()).join(', ')}\n` : '') +
  modelText(answer.model);
