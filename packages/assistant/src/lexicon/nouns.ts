import type { LexiconEntry } from './concept.ts';

/** Things: severities, outcomes, entities and the roles of fields. Forms are separated by `|`. */
export const NOUNS: readonly LexiconEntry[] = [
  [
    'error|err|errs|exception|failing|blowing up|on fire|broken|went wrong|going wrong|gone wrong|goes wrong|wrong|error log|error line|error event|log error|error level|red|problem|issue|fault',
    { kind: 'severity', value: 'ERROR' },
  ],
  ['warning|warn|warns|amber|warning log|warn log|warn level|warning level', { kind: 'severity', value: 'WARNING' }],
  [
    'critical|crit|fatal|sev1|emergency|critical error|fatal error|critical log|fatals',
    { kind: 'severity', value: 'CRITICAL' },
  ],
  ['info|informational|info log|info level', { kind: 'severity', value: 'INFO' }],
  ['debug|debug log|debug level', { kind: 'severity', value: 'DEBUG' }],
  ['verbose|trace level|verbose log', { kind: 'severity', value: 'VERBOSE' }],
  [
    'or worse|and worse|or above|and above|or higher|and higher|or more severe|and up|or up',
    { kind: 'severity-bound', down: false },
  ],
  ['or below|and below|or lower|and lower|or less severe', { kind: 'severity-bound', down: true }],
  [
    'failed|failing request|unsuccessful|failure|erroring|errored|failed request|fail|fails|failed call|errored request|unsuccessful request',
    { kind: 'outcome', failed: true },
  ],
  [
    'successful|succeeded|success|succeed|successful request|succeeding|ok request|ok response|ok call|ok one',
    { kind: 'outcome', failed: false },
  ],
  ['log|log line|log entry|line|log record|log message|record|entry|logging|logged', { kind: 'entity', entity: 'log' }],
  ['span', { kind: 'entity', entity: 'span' }],
  ['trace|transaction', { kind: 'entity', entity: 'trace' }],
  ['request|call|hit|response|req|reqs|http request|api call|api request|query', { kind: 'entity', entity: 'request' }],
  [
    'activity|event|item|thing|stuff|occurrence|what happened|what is happening|what happening|whats happening|what is going on|what going on|whats going on|what was going on|what was happening|happened',
    { kind: 'entity', entity: 'event' },
  ],
  ['service|svc|svcs|subsystem|component|microservice|service name|subsystem name', { kind: 'role', role: 'service' }],
  ['app|application|product|application name|app name', { kind: 'role', role: 'app' }],
  ['severity|log level|level|severity level', { kind: 'role', role: 'severity' }],
  ['message|msg|msgs|text|message text|body|log text', { kind: 'role', role: 'message' }],
  [
    'status|status code|http status|response code|http code|return code|http status code|code|response status',
    { kind: 'role', role: 'status' },
  ],
  [
    'latency|response time|wait|wait time|waiting time|duration|how much time|lag|time spent|speed|elapsed time|execution time|processing time|response latency|request duration|how long|took|take|taking|lasted|lasting|performance|slowness',
    { kind: 'role', role: 'duration' },
  ],
  [
    'user|customer|client|account|user id|userid|customer id|user name|username|person|visitor|shopper|buyer|anyone|anybody|somebody|someone',
    { kind: 'role', role: 'user' },
  ],
  [
    'endpoint|path|route|url|uri|api|page|resource|api endpoint|api path|url path|http route|http path|request path|request url|request route|request uri',
    { kind: 'role', role: 'path' },
  ],
  ['method|http method|verb|http verb|request method', { kind: 'role', role: 'method' }],
  ['region|cloud region|datacenter|data center|dc|location', { kind: 'role', role: 'region' }],
  ['host|hostname|server|machine|node|instance|pod|host name|box', { kind: 'role', role: 'host' }],
  ['trace id|traceid', { kind: 'role', role: 'trace' }],
  ['span id|spanid', { kind: 'role', role: 'span' }],
  ['operation|operation name|span name|span operation', { kind: 'role', role: 'operation' }],
  ['error code|error type|exception type|error class|error kind|exception class', { kind: 'role', role: 'errortype' }],
  ['version|release|build', { kind: 'role', role: 'version' }],
  [
    'root span|no parent|have no parent|has no parent|with no parent|span without parent|span without a parent|span with no parent|without parent|without a parent|top level span|entry span|parentless span',
    { kind: 'root-span' },
  ],
  ['database span|db span|database call|db call|db query|database query|sql query|sql call|sql', { kind: 'database' }],
  ['database system|db system|database|db', { kind: 'role', role: 'db' }],
  ['busier|traffic|volume|load|throughput|how busy|log volume|request volume|logs volume', { kind: 'volume' }],
];
