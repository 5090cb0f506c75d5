import { COMMANDS, completeAt } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';
import { itemsIn, labelsIn, SCHEMA, taking } from './harness.ts';

describe('tables', () => {
  const schema = { ...SCHEMA, tables: [{ name: 'owners', columns: ['path', 'owner'] }] };
  const offered = (text: string): readonly string[] =>
    completeAt(text, text.length, { schema }).items.map(({ label, detail }) => `${label}: ${detail}`);

  it('are data sets', () => {
    expect(offered('source ow')).toEqual(['owners: table of path, owner']);
    expect(offered('source logs | join (source ')).toContain('owners: table of path, owner');
  });

  it('are what enrich uses', () => {
    expect(offered('source logs | enrich path into o using ')).toEqual(['owners: table of path, owner']);
  });
});

describe('commands', () => {
  it('are offered where a stage starts', () => {
    expect(labelsIn('‸').toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
    expect(labelsIn('source logs | ‸')).not.toContain('source');
    expect(labelsIn('source logs | gr‸')).toEqual(['groupby']);
    expect(labelsIn('source logs | group‸')).toEqual(['groupby', 'multigroupby']);
    expect(labelsIn('source logs | fi‸ | count')[0]).toBe('filter');
  });

  it('are offered inside the queries of other commands', () => {
    expect(labelsIn('join (‸')[0]).toBe('source');
    expect(labelsIn('join inner (source spans | lim‸')).toEqual(['limit']);
    expect(labelsIn('filter a.in((|‸')[0]).toBe('source');
  });

  it('come in the order they are wanted most', () => {
    expect(labelsIn('source logs | l‸').indexOf('limit')).toBeLessThan(labelsIn('source logs | l‸').indexOf('lucene'));
  });
});

describe('clauses', () => {
  it.each([
    ['source logs ‸', ['around', 'between', 'last', 'timeshifted', '|']],
    ["source logs between @'now' - 1h ‸", ['and']],
    ['source logs around now() ‸', ['interval']],
    ['groupby path ‸', ['aggregate', 'as']],
    ['groupby path ag‸', ['aggregate']],
    ['orderby path ‸', ['asc', 'desc']],
    ['countby path ‸', ['as', 'asc', 'desc', 'into']],
    ['count ‸', ['into']],
    ['dedupeby path ‸', ['keep', 'orderby']],
    ['top 3 path, count() ‸', ['as', 'by']],
    ['create x ‸', ['as', 'from']],
    ['extract msg ‸', ['into']],
    ['extract msg into x ‸', ['using']],
    ['explode tags into tag original ‸', ['discard', 'preserve']],
    ['join (source spans) ‸', ['on', 'using', 'into']],
    ["find 'x' ‸", ['in']],
  ])('%s', (text, expected) => {
    expect(labelsIn(text)).toEqual(expect.arrayContaining([...expected]));
  });

  it('are not offered where the grammar has no place for them', () => {
    expect(labelsIn('filter ‸')).not.toContain('as');
    expect(labelsIn('orderby ‸')).not.toContain('desc');
    expect(labelsIn('source logs last 1h ‸')).not.toContain('between');
  });

  it('operators follow an operand', () => {
    expect(labelsIn('filter status ‸')).toEqual(expect.arrayContaining(['==', '>=', '&&', '~', '|']));
    expect(labelsIn('limit 5 ‸')).toEqual(['|']);
  });
});

describe('functions', () => {
  it('are those of a value in conditions, aggregations where rows are gathered', () => {
    expect(labelsIn('filter starts‸')).toEqual(['startsWith']);
    expect(labelsIn('filter ‸')).not.toContain('count');
    expect(labelsIn('groupby path aggregate ‸').slice(0, 3)).toEqual(['any_value', 'approx_count_distinct', 'avg']);
    expect(labelsIn('groupby path aggregate ‸')).not.toContain('status');
    expect(labelsIn('aggregate per‸')).toEqual(['percentile']);
  });

  it('leave keys to the arguments of aggregations', () => {
    expect(labelsIn('aggregate sum(sta‸')[0]).toBe('status');
    expect(labelsIn('aggregate sum(‸')).not.toContain('avg');
  });

  it('after a dot are those that take the value', () => {
    expect(labelsIn('filter path.st‸')).toContain('startsWith');
    expect(labelsIn('filter path.‸')).not.toContain('round');
    expect(labelsIn('filter status.‸')).toContain('round');
    expect(labelsIn('filter status.‸')).not.toContain('startsWith');
    expect(labelsIn("filter arraySplit(path, '/').arr‸")).toContain('arrayLength');
    expect(labelsIn('choose 5.ro‸')).toContain('round');
    expect(labelsIn('aggregate count().‸')).toContain('round');
  });

  it('are written with what they need', () => {
    expect(taking('filter path.starts‸', 'startsWith')).toBe('filter path.startsWith(');
    expect(taking('filter path.starts‸(x)', 'startsWith')).toBe('filter path.startsWith(x)');
    expect(taking('aggregate cou‸', 'count')).toBe('aggregate count()');
  });
});

describe('keys', () => {
  it('are those of the data set, with their types', () => {
    expect(labelsIn('filter ‸')).toEqual(
      expect.arrayContaining(['status', 'user.name', "$d['k8s.pod']", '$m.severity', '$l.region']),
    );
    expect(itemsIn('filter stat‸')[0]).toMatchObject({ label: 'status', kind: 'key', detail: 'number' });
    expect(itemsIn('filter took‸')[0]).toMatchObject({ label: 'took', kind: 'key', detail: 'number: in ms' });
    expect(labelsIn('source spans | filter sta‸')).toContain('startTime');
  });

  it('go on from what is written', () => {
    expect(labelsIn('filter user.‸').slice(0, 2)).toEqual(['user.age', 'user.name']);
    expect(taking('filter $d.user.na‸ == 1', '$d.user.name')).toBe('filter $d.user.name == 1');
    expect(labelsIn('filter $m.sev‸')).toEqual(['$m.severity']);
    expect(labelsIn('filter $l‸')).toContain('$l.region');
    expect(labelsIn('filter $p.‸')).toContain('$p.timeRange.startTime');
  });

  it('are quoted in brackets where they are no words', () => {
    expect(taking('source spans | filter tags.http‸', "tags['http.method']")).toBe(
      "source spans | filter tags['http.method']",
    );
    expect(taking("source spans | filter tags['http.s‸", "tags['http.status_code']")).toBe(
      "source spans | filter tags['http.status_code']",
    );
    expect(taking("source spans | filter tags['http.s‸'] == 'x'", "tags['http.status_code']")).toBe(
      "source spans | filter tags['http.status_code'] == 'x'",
    );
    expect(taking('source spans | filter tags[‸', "tags['http.method']")).toBe(
      "source spans | filter tags['http.method']",
    );
    expect(labelsIn('filter k8‸')).toEqual(["$d['k8s.pod']"]);
  });

  it('of a closed row are its columns and nothing else', () => {
    const items = itemsIn('groupby $l.region as r aggregate count() as n | filter ‸');
    expect(items.filter(({ kind }) => kind === 'key').map(({ label }) => label)).toEqual(['n', 'r']);
  });

  it('follow what stages did to the row', () => {
    const keys = (text: string): string[] =>
      itemsIn(text)
        .filter(({ kind }) => kind === 'key')
        .map(({ label }) => label);
    expect(keys('create slow from status > 400 | filter sl‸')).toEqual(['slow']);
    expect(keys('remove path | filter pa‸')).toEqual([]);
    expect(keys('filter nonsense( | groupby region | orderby ‸')).toContain('region');
    expect(keys('join (source spans | filter dur‸')).toEqual(['duration', '$m.duration']);
  });

  it('stand alone where nothing else may', () => {
    expect(itemsIn('remove ‸').every(({ kind }) => kind === 'key')).toBe(true);
    expect(labelsIn("find 'x' in pa‸")).toEqual(['path']);
  });

  it('are not offered for a name the writer invents', () => {
    expect(labelsIn('choose status as ‸')).toEqual([]);
    expect(labelsIn('count into st‸')).toEqual([]);
  });
});

describe('literals', () => {
  it('are the values of a compared key', () => {
    expect(labelsIn('filter path == ‸').slice(0, 2)).toEqual(['/cart', '/login'].toSorted());
    expect(taking('filter path == ‸', "/o'brien")).toBe("filter path == '/o\\'brien'");
    expect(taking("filter path == '/lo‸' && x", '/login')).toBe("filter path == '/login' && x");
    expect(taking("filter path.in('/cart', '/lo‸", '/login')).toBe("filter path.in('/cart', '/login'");
    expect(labelsIn('filter in(status, ‸').slice(0, 2)).toEqual(['200', '500']);
    expect(labelsIn('source spans | filter $l.serviceName == "c‸')).toEqual(['cart', 'checkout']);
  });

  it('are severities, booleans, times and intervals where those are wanted', () => {
    expect(labelsIn('filter $m.severity >= ‸')[0]).toBe('CRITICAL');
    expect(labelsIn('filter cached == ‸').slice(0, 2)).toEqual(['false', 'true']);
    expect(labelsIn('source logs last ‸')).toContain('15m');
    expect(labelsIn('source logs last 1‸')).toEqual(expect.arrayContaining(['15m', '1h']));
    expect(labelsIn('source logs between ‸')).toContain("@'now'");
    expect(labelsIn('groupby roundTime($m.timestamp, ‸')).toContain('5m');
    expect(labelsIn('groupby $m.timestamp / ‸')).toContain('5m');
    expect(labelsIn('choose status / ‸')).not.toContain('5m');
  });

  it('are units, types, data sets and extractors', () => {
    expect(labelsIn("choose extractTime($m.timestamp, 'h‸")).toContain('hour');
    expect(taking("choose extractTime($m.timestamp, '‸')", 'week')).toBe("choose extractTime($m.timestamp, 'week')");
    expect(labelsIn('choose status:nu‸')).toEqual(['num', 'number']);
    expect(labelsIn('source ‸')).toEqual(['logs', 'spans']);
    expect(labelsIn('extract msg into x using k‸')).toEqual(['kv']);
    expect(taking('extract msg into x using kv(pair‸', 'pair_delimiter')).toBe(
      'extract msg into x using kv(pair_delimiter=',
    );
  });

  it('are not offered in free text', () => {
    for (const text of ['filter path == 1 // st‸', 'filter path ~ /st‸', 'choose `st‸', 'limit ‸', "wildfind 'st‸"])
      expect(labelsIn(text), text).toEqual([]);
  });
});
