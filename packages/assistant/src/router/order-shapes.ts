/**
 * Orders whose verb asks as well, "give", "put", "make", "tell": they are told by what stands behind it. Texts are in lower
 * case and begin with the verb.
 */

const RECIPIENT =
  '(?:(?:the|our|my|every|each|all|users?|customers?|services?|pods?|everyone|everybody|who|that|had|got|ran|into|hit|an?|error|affected|same)\\s+)*[\\w./@-]+';
const WORTH =
  '(?:access|permissions?|rights?|admin|root|credit|priority|voucher|coupon|discount|refund|bonus|memory|heap|cpu|points)';
const UNITS =
  '(?:more|extra|additional|[gmk]i?b\\b|cpus?|cores?|euros?|dollars?|points?|replicas?|pods?|nodes?|days?\\s+(?:more|off))';
/** "errors an hour" is a rate, "a list of users" is shown. */
const SHOWN = '(?:hour|day|minute|second|week|month|list|chart|overview|summary|breakdown)';
const PEOPLE =
  '(?:customers?|users?|clients?|team|people|owners?|boss|manager|developers?|devs?|support|on-call|ceo|cto)';
const MACHINES =
  '(?:replicas?|pods?|nodes?|instances?|servers?|machines?|workers?|threads?|index|indexes|indices|gb|mb|memory|heap|cpus?|cores?|ram|disks?|users?|admins?|comments?|labels?|tags?|retries|retry|caches?|rules?|headers?|tests?)';
const SETTINGS =
  '(?:log level|logging level|password|e-?mail|address|prices?|plan|roles?|permissions?|config|configuration|settings?|flags?|pool size|pool|retention|image|certificate|schedule|order|subscription|owner|dns|primary|credentials)';
const STATES =
  '(?:faster|quicker|slower|smaller|cheaper|stop|go away|work|disappear|healthy|green|an admin|admin|public|private|reliable|available|quiet)';

/** A name that stands for one thing: `st-41022`, `ord_77`. */
const AN_ID = '(?:[a-z][a-z0-9]*[-_](?=[\\w-]*\\d)[\\w-]+)';

const SHAPES: readonly string[] = [
  // "give u-0005 a voucher", "give orders 4 GB more heap"; "give me …" and "give the top 5" ask.
  `(?:give|hand|offer|lend|award|grant|allow|assign)\\s+(?!(?:me|us|it|them)\\b)${RECIPIENT}\\s+(?:(?:an?|another|some|back|${WORTH})\\b(?!\\s+${SHOWN}\\b)|(?:more|extra|additional)\\s+\\w|\\d+\\s*(?:%|€|\\$|[a-z]+)?\\s*${UNITS})`,
  // "give member u-0005 a refund": whoever is called by an id, as what they are.
  `(?:give|hand|offer|lend|award|grant)\\s+(?!me\\b|us\\b)[a-z]+\\s+${AN_ID}\\s+(?:an?|another|some|the|his|her|their|back|more|${WORTH})\\b(?!\\s+${SHOWN}\\b)`,
  // "change the price of ord-4711 to 90", "correct the grade of user u-7 to A": what a thing has is to be another.
  `(?:change|correct|alter|edit|raise|lower|increase|decrease|reduce|set|switch|move|put)\\s+(?:the|a|an)\\s+(?!(?:filter|limit|threshold|window|range|time|interval|bucket|period|start|end)\\b)[a-z]+(?:\\s+[a-z]+)?\\s+(?:of|for|on)\\s+(?:the\\s+)?(?:[a-z]+\\s+)?${AN_ID}\\s+(?:to|from)\\s`,
  // "give access to Bob", "give a discount to u-0005".
  `(?:give|hand|offer|lend|award|grant|allow|assign)\\s+(?:(?:an?|some|more|another|full|read|write|admin|root|\\d+)\\s+)*${WORTH}\\b.*\\bto\\s+\\S`,
  // "send flowers to u-0009": what goes to someone is sent, whatever it is.
  '(?:send|ship|forward|lend|sell|mail|deliver|pay|transfer|transmit|distribute|submit|drop)\\s+(?!.*\\bfrom\\b).+\\sto\\s+(?:the|our|my|all|every|user|customer|\\S*\\d|\\S+@)',
  // "post a summary to slack", "export errors to excel".
  '(?:send|post|upload|export|copy|push|save|publish|forward|mail|e-?mail|share|dump)\\s+.+\\s(?:to|in|into|on|as|with)\\s+(?:slack|teams|jira|confluence|notion|excel|csv|pdf|s3|github|pagerduty|disk|the (?:team|channel|wiki|board|customers?|users?))\\b',
  // "set payments to read-only", "migrate orders to eu-west-1".
  'set\\s+[\\w.-]+(?:\\s+(?:of\\s+)?[\\w.-]+)?\\s+to\\s',
  '(?:migrate|redirect|reroute|relocate|shift|promote|deploy|upgrade|downgrade)\\s+\\S.*\\s(?:to|away from)\\s',
  // "take a backup of the database".
  '(?:take|make|do|run|trigger|create)\\s+(?:an?|another|the)\\s+(?:\\w+\\s+)?(?:backup|snapshot|rollback|restart|deploy|deployment|failover|migration|load test)\\b',
  // "add two replicas to orders"; "add a column" changes the answer.
  `add\\s+(?:\\d+|an?|another|one|two|three|four|five|more|some)\\s+(?:more\\s+|new\\s+|extra\\s+|additional\\s+)*${MACHINES}\\b`,
  // "put payments-2 back into rotation"; "put it in a chart" is shown.
  'put\\s+(?!(?:it|them|that|this)\\b).{1,40}\\s(?:(?:in|into|on|under|behind|back)\\s+)+(?:maintenance|rotation|service|production|hold|read-only|quarantine|ice|the (?:queue|waiting|block|black|allow|white)\\w*)',
  // "take payments-2 out of rotation"; "take payments out of it" changes the answer.
  'take\\s+.{1,40}\\s(?:out of|off)\\s+(?:rotation|service|production|line|the (?:pool|cluster|load balancer|network|grid))\\b',
  // "make checkout faster"; "make it hourly" changes the answer.
  `make\\s+(?!it\\s+(?:\\d|hourly|daily|weekly|monthly|per|by|an?|the|only)\\b|an?\\b).{1,40}\\s${STATES}\\b`,
  `(?:change|switch|replace)\\s+(?:the|my|our|their|his|her)\\s+(?:\\w+\\s+)?${SETTINGS}\\b`,
  // "tell the customers that …"; "tell me" and "tell the number of errors" ask.
  `(?:tell|ask)\\s+(?:(?:the|our|my|all|every|each)\\s+(?:\\w+\\s+)?${PEOPLE}\\b|everyone|everybody|him\\b|her\\b|[\\w-]*\\d)`,
  'let\\s+(?!me\\b|us\\b).{1,40}\\sknow\\b',
  'run\\s+(?:the|a|an|my|our|this)\\s+(?!quer|same|report|question|search)\\w',
  'say (?:sorry|hello|hi|goodbye|thanks)\\b',
  '(?:remove|delete|drop|take|ban)\\s+(?:the\\s+)?(?:user|customer|account|pod|node|host|instance)\\s+[\\w-]*\\d',
  '(?:order|buy)\\s+(?:an?|some|more|\\d+)\\s(?!than\\b)',
];

const ANY_SHAPE = new RegExp(`^(?:${SHAPES.join('|')})`);

export const hasOrderShape = (text: string): boolean => ANY_SHAPE.test(text);
