/**
 * Every diagnostic code ever used, with what it says. A code is never reused for something else.
 *
 * DP1xxx: text that is not DataPrime. DP2xxx: names and types. DP3xxx: correct, but probably not what was meant.
 * DP4xxx: DataPrime that this version does not run yet.
 */
export const CODES = {
  DP1001: 'unexpected character',
  DP1002: 'unterminated string, comment or regular expression',
  DP1003: 'unexpected token',
  DP1004: 'unknown command',
  DP1005: 'something is missing',
  DP1006: 'malformed literal',
  DP1007: 'nesting too deep',
  DP1008: 'spelling of another language',
  DP1009: 'query too long',
  DP2001: 'unknown field in a row whose fields are all known',
  DP2002: 'unknown function',
  DP2003: 'type mismatch',
  DP2004: 'wrong number of arguments',
  DP2005: 'unknown argument name',
  DP2006: 'aggregation outside an aggregation slot',
  DP2007: 'field that is not aggregated',
  DP2008: 'unknown type',
  DP2009: 'unknown dataset',
  DP2010: 'unknown parameter',
  DP2011: 'two columns of one name',
  DP2012: 'operator not applicable',
  DP2013: 'value must be a literal',
  DP2014: 'regular expression not supported by the engine',
  DP2015: 'nested aggregation',
  DP3001: 'field not seen in the data',
  DP3002: 'deprecated spelling',
  DP3003: 'severity compared with text or a number',
  DP3004: 'computed column without a name',
  DP3005: 'ambiguous name resolved',
  DP3006: 'pattern that must cover the whole text',
  DP3007: 'groups made into one row',
  DP4001: 'not supported yet',
} as const;

export type DiagnosticCode = keyof typeof CODES;
