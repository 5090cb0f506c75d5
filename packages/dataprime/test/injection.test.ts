import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, compile, otelStorage, parse, plan, quote } from '../src/index.ts';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { CHECK_OPTIONS, CONTEXT } from './harness/run-query.ts';

/** Texts that would end a literal, a name or a statement, or begin another, were they taken for SQL. */
const PAYLOADS: readonly string[] = [
  "'); DROP TABLE otel.logs; --",
  "' OR 1=1 --",
  "\\'; DROP TABLE otel.logs; --",
  "\\\\'); SELECT 1; --",
  '"; DROP TABLE otel.logs; --',
  '`; DROP TABLE otel.logs; --',
  '1); DROP TABLE otel.logs; --',
  "' UNION ALL SELECT * FROM system.tables --",
  "/* ' */ DROP TABLE otel.logs",
  '*/ DROP TABLE otel.logs /*',
  '{x:Identifier}',
  '$x',
  "x' || file('/etc/passwd') || '",
  '\n\nDROP TABLE otel.logs',
  "a\u0000'; DROP TABLE otel.logs",
  '\u2019; DROP TABLE otel.logs; --',
  "\ud800'; DROP TABLE otel.logs; --",
  '%s%n%27',
  '\\x27; DROP TABLE otel.logs; --',
  '#',
  '--',
];

const s = quote;
const regex = (text: string): string => `/${text.replace(/[\\/^$.*+?()[\]{}|]/g, '\\$&').replace(/[\n\0]/g, ' ')}/`;
/** As in a comment or a name: what cannot stand there is left out. */
const inLine = (text: string): string => text.replace(/[\n\r\0`{}]/g, ' ');

/** Every place of a query where a person, or a caller, writes text of their own. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'a string compared': (text) => `filter msg == ${s(text)}`,
  'a string in double quotes': (text) => `filter msg == "${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`,
  'a key': (text) => `filter $d[${s(text)}] == 1`,
  'a key below a key': (text) => `choose user[${s(text)}]`,
  'a label': (text) => `groupby $l[${s(text)}]`,
  'a key that is written': (text) => `create $d[${s(text)}].x from 1`,
  'a key that is removed': (text) => `remove user[${s(text)}] | choose user`,
  'an alias': (text) => `choose path as $d[${s(text)}]`,
  'an alias of an aggregation': (text) => `groupby path as $d[${s(text)}] aggregate count() as n | filter n > 0`,
  'the name of a data set': (text) => `source ${JSON.stringify(inLine(text).replace(/[\\"]/g, ''))} | count`,
  'the name of a table': (text) => `enrich path into x using ${JSON.stringify(inLine(text).replace(/[\\"]/g, ''))}`,
  'a value to look up': (text) => `enrich ${s(text)} into x using owners`,
  'a parameter of a source': (text) => `source logs(teamId=${s(text)}) | count`,
  'a phrase': (text) => `filter msg ~ ${s(text)}`,
  'a phrase anywhere': (text) => `wildfind ${s(text)}`,
  'a phrase in a field': (text) => `find ${s(text)} in user`,
  'a Lucene query': (text) => `lucene ${s(text)}`,
  'a Lucene phrase': (text) => `lucene ${s(`msg:"${text.replace(/["\\]/g, '\\$&')}"`)}`,
  'a Lucene field': (text) => `lucene ${s(`${text.replace(/[^\w]/g, '\\$&')}:x*`)}`,
  'a Lucene pattern': (text) => `lucene ${s(`msg:${text.replace(/[^\w]/g, '\\$&')}*`)}`,
  'a Lucene range': (text) => `lucene ${s(`msg:["${text.replace(/["\\]/g, '\\$&')}" TO *]`)}`,
  'a regular expression': (text) => `filter msg:string.matches(${regex(text)})`,
  'a pattern to mask': (text) => `redact msg matching ${regex(text)} to ${s(text)}`,
  'a text to mask': (text) => `redact user matching ${s(text)} to ${s(text)}`,
  'a named group': (text) => `extract msg into x using regexp(e=/(?<g>.)${regex(text).slice(1)})`,
  'delimiters of pairs': (text) =>
    `extract msg into x using kv(pair_delimiter=${s(text)}, key_delimiter=${s(text)}, quote_char=${s(text.slice(0, 1))})`,
  'a delimiter': (text) => `extract msg into x using split(delimiter=${s(text)})`,
  'an interpolated string': (text) => `choose \`${inLine(text).replaceAll('\\', '\\\\')} {path}\` as x`,
  'a case': (text) => `choose case_contains { msg, ${s(text)} -> ${s(text)}, _ -> ${s(text)} } as x`,
  'an array': (text) => `filter [${s(text)}, 'b'].arrayContains(path)`,
  'a list': (text) => `filter path.in(${s(text)}, ${s(text)})`,
  'a cast': (text) =>
    `choose ${s(text)}:number as n, ${s(text)}:timestamp as t, ${s(text)}:interval as i, ${s(text)}:object as o`,
  'arguments of functions': (text) =>
    `choose splitParts(msg, ${s(text)}, 1) as a, padLeft(path, 5, ${s(text.slice(0, 1))}) as b, concat(path, ${s(text)}) as c, arraySplit(msg, ${s(text)}) as d, ipInSubnet(${s(text)}, ${s(text)}) as e, urlEncode(${s(text)}) as f, decodeBase64(${s(text)}) as g`,
  'a message to be shown': (text) => `create $d[${s(text)}] from 1 on keypath exists skip`,
  'a format': (text) => `choose formatTimestamp($m.timestamp, ${s(text.replaceAll('%', ''))}) as x`,
  'a format to read': (text) => `choose parseTimestamp(msg, ${s(`%Y${text.replaceAll('%', '')}`)}) as x`,
  'a zone': (text) => `choose formatTimestamp($m.timestamp, 'iso8601', ${s(text)}) as x`,
  'a unit': (text) => `choose toInterval(5, ${s(text)}) as x`,
  'a comment': (text) => `source logs // ${inLine(text)}\n| limit 1 /* ${inLine(text).replaceAll('*/', '')} */`,
  'a query in an expression': (text) =>
    `filter path.inArray((| source logs | filter msg == ${s(text)} | distinct path |))`,
  'a joined query': (text) =>
    `join (source logs | choose path as $d[${s(text)}]) on left=>path == right=>$d[${s(text)}] into $d[${s(text)}]`,
  'a stitched query': (text) => `choose path | stitch (source logs | choose ${s(text)} as x) into $d[${s(text)}] merge`,
  'a time': (text) => `source logs between @${s(text)} and @'now'`,
  'a DPXL expression': (text) => `<v1> $l.applicationname == ${s(text)}`,
  'text without quotes': (text) => `filter ${inLine(text)}`,
};

/** The statement with every literal emptied. */
const skeleton = (sql: string): string => sql.replace(/'(?:[^'\\]|\\.)*'/gs, "''");

describe('texts of a query never become SQL', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  /** Runs a query if it can be run, and holds its statement to what a compiler alone can have written. */
  const runs = (text: string, parameters: Readonly<Record<string, string>> = {}): boolean => {
    const { query } = check(parse(text), { ...CHECK_OPTIONS, parameters });
    const result = query === null ? null : compile(plan(query), otelStorage, CONTEXT);
    if (result === null || !result.ok) return false;
    const rest = skeleton(result.compiled.sql);
    expect(rest, text).toMatch(/^[\w\s(),.=<>!*/+[\]'%-]*$/);
    expect(rest, text).not.toMatch(/DROP|system\.|passwd|--|\/\*/);
    engine.query(result.compiled.sql);
    return true;
  };
  const counts = (): unknown =>
    engine.query(
      "SELECT (SELECT count() FROM otel.logs), (SELECT count() FROM otel.spans), (SELECT count() FROM system.tables WHERE database = 'otel')",
    );

  it.each(Object.entries(PLACES))('in %s', (name, place) => {
    const before = counts();
    const ran = PAYLOADS.filter((payload) => runs(place(payload)));
    expect(counts()).toEqual(before);
    // Elsewhere nothing that was refused is proof of anything.
    const refusable = [
      'the name of a data set',
      'the name of a table',
      'a Lucene query',
      'a time',
      'a unit',
      'a zone',
      'text without quotes',
    ];
    if (!refusable.includes(name)) expect(ran.length, 'queries that ran').toBeGreaterThan(PAYLOADS.length / 3);
  });

  it('in the value of a parameter', () => {
    const before = counts();
    const text = 'filter path == $p.x || $d[$p.x] == 1 | groupby $d[$p.x] | limit 5';
    expect(PAYLOADS.filter((payload) => !runs(text, { x: payload }))).toEqual([]);
    expect(counts()).toEqual(before);
  });
});
