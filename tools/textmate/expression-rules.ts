import { CASE_FORMS, FUNCTION_NAMES, OPERATOR_DOCS, PREFIX_DOCS, SEVERITIES } from '@clearspan/dataprime';
import { captures, type GrammarRule, oneOf, scope, WORD, WORD_END } from './rule.ts';

/**
 * What follows a value on its line: a slash there divides, and a minus subtracts. Anywhere else a slash opens a regular
 * expression and a minus belongs to the number after it. Taking the mark with the value tells them apart.
 */
const TAIL = '(?:\\s*(/(?![/*])|-(?!>)))?';
const OPERATOR = 'keyword.operator';

/** A value that is one match. The groups before the tail are named by `names`. */
const value = (pattern: string, ...names: readonly (string | null)[]): GrammarRule => ({
  match: `${pattern}${TAIL}`,
  captures: captures(...names, OPERATOR),
});

/** A value between two marks. */
const region = (begin: string, end: string, inner: readonly GrammarRule[]): GrammarRule => ({
  begin: `(${begin})`,
  beginCaptures: captures('punctuation.section'),
  end: `(${end})${TAIL}`,
  endCaptures: captures('punctuation.section', OPERATOR),
  patterns: inner,
});

const EXPRESSION: GrammarRule = { include: '#expression' };
const ESCAPE: GrammarRule = { name: scope('constant.character.escape'), match: '\\\\.' };

/** Ends with its line when the closing quote is missing, as the language has it. */
const quoted = (quote: string, name: string, before = ''): GrammarRule => ({
  name: scope(name),
  begin: before + quote,
  end: `(?:${quote}|(?=$))${TAIL}`,
  endCaptures: captures(OPERATOR),
  patterns: [ESCAPE],
});

const TEMPLATE: GrammarRule = {
  name: scope('string.interpolated'),
  begin: '(@)?`',
  beginCaptures: captures('punctuation.definition.timestamp'),
  end: `\`${TAIL}`,
  endCaptures: captures(OPERATOR),
  patterns: [
    ESCAPE,
    {
      contentName: scope('meta.embedded'),
      begin: '(\\{)',
      beginCaptures: captures('punctuation.section.embedded.begin'),
      end: '(\\})',
      endCaptures: captures('punctuation.section.embedded.end'),
      patterns: [EXPRESSION],
    },
  ],
};

const REGEX: GrammarRule = {
  name: scope('string.regexp'),
  begin: '/(?![/*])',
  end: '/|(?=$)',
  patterns: [ESCAPE, { begin: '\\[', end: '\\]|(?=$)', patterns: [ESCAPE] }],
};

const CASE: GrammarRule = {
  begin: `(${oneOf(CASE_FORMS)})\\s*(\\{)`,
  beginCaptures: captures('keyword.control.case', 'punctuation.section'),
  end: `(\\})${TAIL}`,
  endCaptures: captures('punctuation.section', OPERATOR),
  patterns: [{ name: scope('constant.language.default'), match: '_(?=\\s*->)' }, EXPRESSION],
};

const COMMENTS: readonly GrammarRule[] = [
  { name: scope('comment.line.double-slash'), match: '//.*$' },
  { name: scope('comment.line.number-sign'), match: '#.*$' },
  { name: scope('comment.block'), begin: '/\\*', end: '\\*/' },
];

const INTERVAL = '-?(?:\\d+(?:ns|us|ms|[wdhms]))+';
const NUMBER = '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';

const LITERALS: readonly GrammarRule[] = [
  TEMPLATE,
  quoted("'", 'constant.other.timestamp', '@'),
  quoted('"', 'constant.other.timestamp', '@'),
  value('(@\\d+)', 'constant.other.timestamp'),
  quoted("'", 'string.quoted.single'),
  quoted('"', 'string.quoted.double'),
  value(`(${INTERVAL})${WORD_END}`, 'constant.numeric.interval'),
  value(`(${NUMBER})${WORD_END}`, 'constant.numeric'),
];

const CALL = '(?=\\s*\\()';

const WORDS: readonly GrammarRule[] = [
  value(`(:)\\s*(${WORD})`, 'punctuation.separator.type', 'support.type'),
  CASE,
  {
    match: `(\\.)\\s*(?:(${oneOf(FUNCTION_NAMES)})|(${WORD}))${CALL}`,
    captures: captures('punctuation.accessor', 'support.function', 'entity.name.function'),
  },
  value(`(\\.)\\s*(${WORD})`, 'punctuation.accessor', 'variable.other.property'),
  {
    match: `(?:(${oneOf(FUNCTION_NAMES)})|(${WORD}))${CALL}`,
    captures: captures('support.function', 'entity.name.function'),
  },
  value(`(${oneOf(SEVERITIES)})${WORD_END}`, 'constant.language.severity'),
  value(`(true|false|null)${WORD_END}`, 'constant.language'),
  value(`(\\$${WORD})`, 'variable.language.root'),
  value(`(${WORD})`, 'variable.other.property'),
];

const MARKS: readonly GrammarRule[] = [
  // A value may have ended the line before.
  { name: scope(OPERATOR), match: '^\\s*/(?=\\s)' },
  REGEX,
  { name: scope(OPERATOR), match: oneOf(['=>', '->', '=', ...Object.keys({ ...OPERATOR_DOCS, ...PREFIX_DOCS })]) },
  { name: scope('punctuation.separator'), match: '[,;:.@]' },
];

/** What stands in parentheses: by itself an expression, after some commands a query. */
export const parentheses = (inner: readonly GrammarRule[]): GrammarRule => region('\\(', '\\)', inner);

/** Rules for what may stand in an expression, and for comments. */
export const EXPRESSION_RULES: Readonly<Record<string, GrammarRule>> = {
  comments: { patterns: COMMENTS },
  expression: {
    patterns: [
      { include: '#comments' },
      ...LITERALS,
      ...WORDS,
      region('\\(\\s*\\|(?!\\|)', '\\|\\s*\\)', [{ include: '#query' }]),
      parentheses([EXPRESSION]),
      region('\\[', '\\]', [EXPRESSION]),
      ...MARKS,
    ],
  },
};
