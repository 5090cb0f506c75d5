/** What a model is given, and what is taken from it, at most. */
export const MODEL_LIMITS = {
  fieldsMax: 25,
  valuesPerFieldMax: 8,
  valueCharsMax: 64,
  /** Values of more words are sentences: what people or programs said, not names. */
  valueWordsMax: 4,
  linkedValuesMax: 12,
  draftsMax: 3,
  examplesMax: 5,
  turnsMax: 3,
  answerTokensMax: 400,
  replyCharsMax: 16_000,
  queryCharsMax: 2_000,
  repairsMax: 2,
  /** Diagnostics that a repair prompt tells. */
  problemsMax: 5,
  /** Functions whose documentation a repair prompt has. */
  functionDocsMax: 6,
  probeRowsMax: 200,
  /** Beginnings of a query that are run to find the stage which leaves nothing. */
  stageProbesMax: 6,
  /** Days that a query may reach back. */
  rangeDaysMax: 90,
  literalCharsMax: 200,
} as const;
