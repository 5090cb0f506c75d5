import { explainQuery } from '@clearspan/dataprime';
import type { Alternative, Answer, Interpretation } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import type { AdmittedQuery } from './guard/admit-query.ts';
import { plainText } from './plain-text.ts';

/** No answer of a model says that it is surer: how often it is right was not measured. */
const ofModel = 0.7;
const ofEmpty = 0.5;
/** Two readers that agree are surer than either. */
const ofTwo = 0.9;
const asSecond = 0.5;
const alternativesMax = 3;

const sentence = ({ checked }: AdmittedQuery): string => explainQuery(checked);

/** Words that the model says it left out; only those that were said. */
const leftOut = (unlinked: readonly string[], { routed }: Linked): readonly string[] => {
  const question = routed.question.toLowerCase();
  return [
    ...new Set(
      unlinked
        .map((word) => plainText(word, 40))
        .filter((word) => word !== '' && question.includes(word.toLowerCase())),
    ),
  ];
};

const keywordsOf = ({ marks }: Linked): readonly string[] =>
  marks.flatMap(({ meaning, text }) => (meaning.kind === 'value' || meaning.kind === 'time' ? [text] : []));

/** The answer that is a query of a model. Every word of it but the query's own comes from here, none from the model. */
export const modelAnswer = (
  query: AdmittedQuery,
  unlinked: readonly string[],
  isEmpty: boolean,
  reading: Interpretation,
  linked: Linked,
): Answer => {
  const others: readonly Alternative[] =
    reading.kind === 'answer'
      ? [
          { query: reading.query, interpretation: reading.interpretation, confidence: reading.confidence },
          ...reading.alternatives,
        ]
      : [];
  return {
    kind: 'answer',
    query: query.text,
    ast: query.ast,
    intent: reading.intent,
    confidence: isEmpty ? ofEmpty : ofModel,
    interpretation: sentence(query),
    keywords: keywordsOf(linked),
    chips: [],
    units: {},
    alternatives: others.filter((other) => other.query !== query.text).slice(0, alternativesMax),
    assumptions: [],
    ignored: leftOut(unlinked, linked),
  };
};

/** The built-in answer, with the model's query as another reading of the question. */
export const withSecondReading = (reading: Answer, query: AdmittedQuery): Answer => ({
  ...reading,
  alternatives: [
    { query: query.text, interpretation: sentence(query), confidence: asSecond },
    ...reading.alternatives.filter((other) => other.query !== query.text),
  ].slice(0, alternativesMax),
});

export const agreedAnswer = (reading: Answer): Answer => ({
  ...reading,
  confidence: Math.max(reading.confidence, ofTwo),
});
