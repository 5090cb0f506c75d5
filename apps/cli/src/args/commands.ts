import {
  BATCH_OPTION,
  type CommandSpec,
  FORMAT_OPTION,
  type OptionSpec,
  SOURCE_OPTIONS,
  TIME_OPTIONS,
} from './command-spec.ts';
import { LEARNED_SPEC } from './learned-spec.ts';

const DATA: OptionSpec = {
  name: 'data',
  kind: 'value',
  value: 'DIR',
  help: 'where data is kept ($CLEARSPAN_DATA, or .clearspan)',
};

export type CommandName =
  | 'up'
  | 'import'
  | 'ask'
  | 'learned'
  | 'query'
  | 'explain'
  | 'check'
  | 'fmt'
  | 'lsp'
  | 'mcp'
  | 'tail'
  | 'status'
  | 'doctor'
  | 'demo'
  | 'backup'
  | 'restore';

/** Every command, in the order it is listed to people. */
export const COMMANDS: Readonly<Record<CommandName, CommandSpec>> = {
  up: {
    name: 'up',
    summary: 'Start every service and the page; Ctrl-C stops them',
    usage: ['up [--only a,b] [--with storefront] [--data DIR] [--port-base N]'],
    options: [
      { name: 'only', kind: 'value', value: 'a,b', help: 'start only these of its own services' },
      DATA,
      {
        name: 'port-base',
        kind: 'value',
        value: 'N',
        help: '8010 becomes N+10, OTLP 4317 and 4318 become N+47 and N+48, and so on',
      },
      {
        name: 'with',
        kind: 'value',
        value: 'storefront',
        help: 'a small shop beside it, with visitors and faults to find',
      },
    ],
    positionalsMax: 0,
    examples: ['clearspan up --with storefront', 'clearspan up --port-base 9000 --data /tmp/second'],
  },
  import: {
    name: 'import',
    summary: 'Take files into the running system, each record once',
    usage: ['import FILE... [--logs FILE] [--spans FILE] [--metrics FILE] [--again] [--url URL] [--data DIR]'],
    options: [
      { name: 'logs', kind: 'values', value: 'FILE', help: 'a file of logs, whatever it looks like; - is stdin' },
      { name: 'spans', kind: 'values', value: 'FILE', help: 'a file of spans: envelopes or OTLP' },
      { name: 'metrics', kind: 'values', value: 'FILE', help: 'a file of metrics: OTLP' },
      { name: 'again', kind: 'flag', help: 'from the start, also what was imported before' },
      {
        name: 'url',
        kind: 'value',
        value: 'URL',
        help: 'where a store takes OTLP; by default the one on this machine',
      },
      DATA,
      {
        name: 'table',
        kind: 'values',
        value: 'NAME=FILE.csv',
        help: 'not in this version; query reads tables in place',
      },
    ],
    positionalsMax: 1_000,
    examples: ['clearspan import app.ndjson.gz traces.json', 'clearspan import --logs access.csv'],
  },
  ask: {
    name: 'ask',
    summary: 'Turn a question into DataPrime, and answer it',
    usage: ['ask [SOURCE...] "question" [--run] [--from T] [--to T] [--now T] [--format F]', 'ask [SOURCE...] --batch'],
    options: [
      ...SOURCE_OPTIONS,
      { name: 'run', kind: 'flag', help: 'run the query and print the rows' },
      ...TIME_OPTIONS,
      FORMAT_OPTION,
      BATCH_OPTION,
    ],
    positionalsMax: 1,
    examples: [
      'clearspan ask "errors from the last hour by service" --run',
      'clearspan ask --logs app.ndjson "slowest paths" --run',
    ],
  },
  learned: LEARNED_SPEC,
  query: {
    name: 'query',
    summary: 'Run DataPrime on the running system, or on files in place',
    usage: [
      "query [SOURCE...] 'dataprime' [--from T] [--to T] [--now T] [--param NAME=VALUE] [--limit N] [--format F]",
      'query [SOURCE...] --batch',
    ],
    options: [
      ...SOURCE_OPTIONS,
      ...TIME_OPTIONS,
      {
        name: 'param',
        kind: 'values',
        value: 'NAME=VALUE',
        help: 'what $p.NAME stands for; again for several, NAME alone for any',
      },
      { name: 'limit', kind: 'value', value: 'N', help: 'rows at most' },
      FORMAT_OPTION,
      BATCH_OPTION,
    ],
    positionalsMax: 1,
    examples: [
      "clearspan query 'source logs last 1h | countby $m.severity'",
      "clearspan query --logs app.ndjson 'filter $d.status >= 500 | countby $d.path'",
    ],
  },
  explain: {
    name: 'explain',
    summary: 'Say what a query does, how it is run, and what it costs',
    usage: ["explain ['dataprime'] [--sql] [--from T] [--to T] [--now T]"],
    options: [{ name: 'sql', kind: 'flag', help: 'the SQL too, and the stored columns it reads' }, ...TIME_OPTIONS],
    positionalsMax: 1,
    examples: ["clearspan explain 'source logs last 1h | filter $d.status >= 500 | countby $d.path' --sql"],
  },
  check: {
    name: 'check',
    summary: 'Say what is wrong with a query, where, and how to mend it',
    usage: [
      "check [SOURCE...] ['dataprime' | FILE...] [--lint] [--format text|json]",
      'check [SOURCE...] --batch [--lint]',
    ],
    options: [
      ...SOURCE_OPTIONS,
      { name: 'lint', kind: 'flag', help: 'also what is legal and probably not what is wanted' },
      { name: 'format', kind: 'value', value: 'text|json', help: 'text by default' },
      BATCH_OPTION,
    ],
    positionalsMax: 1_000,
    examples: ["clearspan check 'filter $d.status = 500'", 'clearspan check alerts/*.dp'],
  },
  fmt: {
    name: 'fmt',
    summary: 'Format queries',
    usage: ['fmt [--write | --check] FILE...', 'fmt < query.dp'],
    options: [
      { name: 'write', kind: 'flag', help: 'change the files' },
      { name: 'check', kind: 'flag', help: 'only name the files that would change; exit 1 when there are any' },
    ],
    positionalsMax: 1_000,
  },
  lsp: {
    name: 'lsp',
    summary: 'Serve an editor: what is wrong, fixes, completion, hover, formatting',
    usage: ['lsp [SOURCE...]'],
    options: [
      ...SOURCE_OPTIONS.map((option) =>
        option.name === 'url' ? { ...option, help: 'a running gateway, whose data is known then' } : option,
      ),
      { name: 'stdio', kind: 'flag', help: 'speak on stdin and stdout, as it always does; some editors say so' },
    ],
    positionalsMax: 0,
    examples: ['clearspan lsp --logs app.ndjson', 'clearspan lsp --url http://127.0.0.1:8010'],
  },
  mcp: {
    name: 'mcp',
    summary: 'Serve a model: tools to ask, query and look around, over the Model Context Protocol',
    usage: ['mcp [SOURCE...] [--http [--port N]]'],
    options: [
      ...SOURCE_OPTIONS,
      { name: 'http', kind: 'flag', help: 'over HTTP, for clients of this machine; without it on stdin and stdout' },
      { name: 'port', kind: 'value', value: 'N', help: 'the port for --http; 8030 by default, 0 for any free one' },
    ],
    positionalsMax: 0,
    examples: ['clearspan mcp', 'clearspan mcp --logs app.ndjson --spans traces.json', 'clearspan mcp --http'],
  },
  tail: {
    name: 'tail',
    summary: 'Show records as they arrive; Ctrl-C ends it',
    usage: ["tail ['condition'] [--spans] [--url URL] [--limit N] [--format text|ndjson]"],
    options: [
      { name: 'spans', kind: 'flag', help: 'spans instead of log records' },
      { name: 'url', kind: 'value', value: 'URL', help: 'a running gateway' },
      { name: 'limit', kind: 'value', value: 'N', help: 'end after so many records' },
      { name: 'format', kind: 'value', value: 'text|ndjson', help: 'text by default: one line a record' },
    ],
    positionalsMax: 1,
    examples: ['clearspan tail', "clearspan tail '$m.severity >= ERROR'"],
  },
  status: {
    name: 'status',
    summary: 'Show the running processes: health, memory, what the store and the queue hold',
    usage: ['status [--data DIR] [--format table|json]'],
    options: [DATA, { name: 'format', kind: 'value', value: 'table|json', help: 'table by default' }],
    positionalsMax: 0,
  },
  doctor: {
    name: 'doctor',
    summary: 'Send telemetry through the real path, read it back, and say which hop fails',
    usage: ['doctor [--data DIR]'],
    options: [DATA],
    positionalsMax: 0,
  },
  demo: {
    name: 'demo',
    summary: 'Let something go wrong in the storefront, to be found by asking',
    usage: [
      'demo faults [--format table|json]',
      'demo fault NAME [--set KEY=VALUE]... [--for DURATION] [--seed N] | fault NAME --off',
      'demo off',
      'demo traffic [start|stop|status] [--rate N] [--users N] [--think-ms N] [--bad-ids N] [--seed N]',
      'demo incident [SCENARIO] [--minutes N] | incident --status | incident --stop',
      'demo quiz [--seed N]',
      'demo reveal',
    ],
    options: [
      { name: 'off', kind: 'flag', help: 'fault: switch it off' },
      { name: 'set', kind: 'values', value: 'KEY=VALUE', help: 'fault: how it is adjusted' },
      { name: 'for', kind: 'value', value: 'DURATION', help: 'fault: off by itself after 90s, 10m (by default), 1h' },
      { name: 'rate', kind: 'value', value: 'N', help: 'traffic: requests a second, of all visitors together' },
      { name: 'users', kind: 'value', value: 'N', help: 'traffic: how many visitors there are' },
      { name: 'think-ms', kind: 'value', value: 'N', help: 'traffic: milliseconds between two pages, on average' },
      { name: 'bad-ids', kind: 'value', value: 'N', help: 'traffic: percent of ids that nothing has' },
      { name: 'minutes', kind: 'value', value: 'N', help: 'incident: how long it takes; 10 by default' },
      { name: 'status', kind: 'flag', help: 'incident: show how far it is' },
      { name: 'stop', kind: 'flag', help: 'incident: end it now' },
      { name: 'seed', kind: 'value', value: 'N', help: 'fault, traffic, quiz: the same again for the same number' },
      { name: 'format', kind: 'value', value: 'F', help: 'faults, traffic: json' },
      { name: 'url', kind: 'value', value: 'URL', help: 'a running control room; by default the one on this machine' },
      DATA,
    ],
    positionalsMax: 10,
    examples: ['clearspan demo quiz', 'clearspan demo fault payment_errors --set percent=40 --for 5m'],
  },
  backup: {
    name: 'backup',
    summary: 'Write all data of the running system into a directory',
    usage: ['backup DIR [--data DIR]'],
    options: [DATA],
    positionalsMax: 1,
    examples: ['clearspan backup /mnt/backups/monday'],
  },
  restore: {
    name: 'restore',
    summary: 'Fill an empty data directory from a backup, while nothing runs on it',
    usage: ['restore DIR [--data DIR]'],
    options: [DATA],
    positionalsMax: 1,
    examples: ['clearspan restore /mnt/backups/monday --data /var/lib/clearspan'],
  },
};
