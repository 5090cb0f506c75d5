/** The language in short: what a model needs to write queries that this system runs. A test parses each query in it. */
export const LANGUAGE_CARD = `DataPrime is piped: a source, then commands behind |, each working on the rows of the one before.

Sources and time
  source logs                                  the caller's window
  source logs last 1h
  source spans last 30m
  source logs between @'now' / 1d and @'now'   today so far
  source logs between @'now' - 2h and @'now' - 1h
  source logs between @'2026-01-05T09:00:00Z' and @'2026-01-05T11:00:00Z'
  source logs around @'2026-01-05T09:00:00Z' interval 5m
Commands
  filter CONDITION · choose FIELD as name, … · orderby FIELD desc · limit 10
  groupby KEY, KEY as name aggregate count() as n, avg(FIELD) as mean      one command, no | between
  aggregate count() as n                       one row of all
  count · countby FIELD · distinct FIELD · top 5 FIELD by count() · dedupeby FIELD keep 1 orderby FIELD desc
  create name from EXPRESSION · extract FIELD into name using regexp(e=/…/)
Fields
  $m. what every record has: $m.timestamp, $m.severity; of spans $m.duration in microseconds
  $l. labels: $l.subsystemname of logs, $l.serviceName and $l.operationName of spans
  $d. the rest; a key with dots or dashes in brackets: $d.tags['http.route']
  cast with a colon where text is compared as a number: $d.tags['http.status_code']:number >= 500
  after groupby and aggregate only the keys (by their last part or their name) and the named columns are left
Conditions
  == != < <= > >= && || !   texts in single quotes
  $m.severity == ERROR      severities are words without quotes: DEBUG VERBOSE INFO WARNING ERROR CRITICAL
  $d.msg ~ 'timeout'        whole words in any order of case; contains(FIELD, 'part'), startsWith, endsWith, matches(FIELD, /re/)
  FIELD == null, FIELD != null        missing, present
  in(FIELD, 'a', 'b')
Functions
  count() count_if(CONDITION) distinct_count(FIELD) sum avg min max percentile(0.95, FIELD) stddev
  roundTime($m.timestamp, 5m) groups by time · extractTime($m.timestamp, 'hour')
  if(CONDITION, a, b) · case { CONDITION -> 'name', _ -> 'other' }

Frequent mistakes, and what is right
  sort, order by → orderby · = → == · AND, OR, NOT → && || ! · LIKE → contains or ~
  severity == 'error' → $m.severity == ERROR · level → $m.severity
  bin(), bucket(), ts:1m → roundTime($m.timestamp, 1m) · aggregate x = count() → aggregate count() as x
  count_distinct → distinct_count · percentile(FIELD, 95) → percentile(0.95, FIELD)
  groupby K | aggregate f → groupby K aggregate f · HAVING → a filter behind the groupby
  $d.tags.http.route → $d.tags['http.route'] · no SELECT, FROM or WHERE
  500 ms of $m.duration is 500000`;
