import { answered, type QuestionItem } from './item.ts';

/** Rows: filters, text search, ids, thresholds. */
export const LISTS: readonly QuestionItem[] = [
  answered('show me errors from the last hour', 'source logs last 1h | filter $m.severity == ERROR'),
  answered(
    'errors in checkout today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered(
    'errors in the chekout service last 30 min',
    "source logs last 30m | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered('checkout logs', "source logs | filter $l.subsystemname == 'checkout'"),
  answered(
    'logs from payment-gateway in the past 15 minutes',
    "source logs last 15m | filter $l.subsystemname == 'payment-gateway'",
  ),
  answered('logs of the payment gateway', "source logs | filter $l.subsystemname == 'payment-gateway'"),
  answered('show all logs', 'source logs'),
  answered('warnings or worse from auth', "source logs | filter $m.severity >= WARNING && $l.subsystemname == 'auth'"),
  answered(
    'errors and warnings in billing since yesterday',
    "source logs between @'now' / 1d - 1d and @'now' | filter in($m.severity, ERROR, WARNING) && $l.subsystemname == 'billing'",
  ),
  answered('critical logs', 'source logs | filter $m.severity == CRITICAL'),
  answered('errors not from checkout', "source logs | filter $m.severity == ERROR && $l.subsystemname != 'checkout'"),
  answered(
    'errors except checkout and cart',
    "source logs | filter $m.severity == ERROR && !in($l.subsystemname, 'checkout', 'cart')",
  ),
  answered('everything except debug logs', 'source logs | filter $m.severity != DEBUG'),
  answered(
    'errors in checkout or cart',
    "source logs | filter $m.severity == ERROR && in($l.subsystemname, 'checkout', 'cart')",
  ),
  answered('logs with status 504', 'source logs | filter $d.status == 504'),
  answered('all 500s in the last 2 hours', 'source logs last 2h | filter $d.status == 500'),
  answered(
    '5xx responses from api-gateway',
    "source logs | filter $d.status >= 500 && $d.status < 600 && $l.subsystemname == 'api-gateway'",
  ),
  answered(
    '4xx on /api/v1/cart',
    "source logs | filter $d.status >= 400 && $d.status < 500 && $d.path == '/api/v1/cart'",
  ),
  answered('non-200 responses', 'source logs | filter $d.status != 200'),
  answered(
    'failed requests in checkout in the last 10 minutes',
    "source logs last 10m | filter $d.status >= 400 && $l.subsystemname == 'checkout'",
  ),
  answered('POST requests that returned 503', "source logs | filter $d.method == 'POST' && $d.status == 503"),
  answered('logs for user u-1042', "source logs | filter $d.user_id == 'u-1042'"),
  answered('what did u-1042 do today', "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-1042'"),
  answered('errors in eu-west-1', "source logs | filter $m.severity == ERROR && $d.region == 'eu-west-1'"),
  answered('errors in ireland', "source logs | filter $m.severity == ERROR && $d.region == 'eu-west-1'"),
  answered(
    'requests slower than 2 seconds',
    'source spans | filter $m.duration > 2000000',
    'source logs | filter $d.duration_ms > 2000',
  ),
  answered('spans longer than 500ms', 'source spans | filter $m.duration > 500000'),
  answered(
    'checkout spans over 1.5s in the last 6 hours',
    "source spans last 6h | filter $l.serviceName == 'checkout' && $m.duration > 1500000",
  ),
  answered(
    'requests to /api/v1/checkout that took more than 800 ms',
    "source logs | filter $d.path == '/api/v1/checkout' && $d.duration_ms > 800",
  ),
  answered('logs where duration_ms is at least 250', 'source logs | filter $d.duration_ms >= 250'),
  answered(
    'requests between 500 and 800 ms',
    'source spans | filter $m.duration >= 500000 && $m.duration <= 800000',
    'source logs | filter $d.duration_ms >= 500 && $d.duration_ms <= 800',
  ),
  answered('cart value above 200', 'source logs | filter $d.cart_value > 200'),
  answered(
    'orders where cart_value < 10',
    'source logs | filter $d.cart_value < 10',
    "source logs | filter $d.msg ~ 'order' && $d.cart_value < 10",
  ),
  answered('logs containing "connection refused"', "source logs | filter $d.msg ~ 'connection refused'"),
  answered(
    'grep timeout in payment-gateway',
    "source logs | filter $d.msg ~ 'timeout' && $l.subsystemname == 'payment-gateway'",
  ),
  answered('logs mentioning timeouts', "source logs | filter $d.msg ~ 'timeout'"),
  answered(
    'timeouts in billing last night',
    "source logs between @'2026-11-19T22:00:00Z' and @'2026-11-20T06:00:00Z' | filter $d.msg ~ 'timeout' && $l.subsystemname == 'billing'",
  ),
  answered('messages that start with "order placed"', "source logs | filter startsWith($d.msg, 'order placed')"),
  answered('message contains OutOfMemory', "source logs | filter contains($d.msg, 'OutOfMemory')"),
  answered('logs matching /order o-\\d+/', 'source logs | filter matches($d.msg, /.*order o-\\d+.*/)'),
  answered('find logs about card declined', "source logs | filter $d.msg ~ 'card declined'"),
  answered('logs without "health check"', "source logs | filter !($d.msg ~ 'health check')"),
  answered('latest 10 errors', 'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 10'),
  answered(
    'last 20 errors from cart',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | orderby $m.timestamp desc | limit 20",
  ),
  answered(
    'first 5 warnings today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == WARNING | orderby $m.timestamp asc | limit 5",
  ),
  answered('the 10 slowest spans', 'source spans | orderby $m.duration desc | limit 10'),
  answered(
    'slowest 20 requests in checkout in the last hour',
    "source spans last 1h | filter $l.serviceName == 'checkout' | orderby $m.duration desc | limit 20",
    "source logs last 1h | filter $l.subsystemname == 'checkout' | orderby $d.duration_ms desc | limit 20",
  ),
  answered('longest database spans', "source spans | filter $d.tags['db.system'] != null | orderby $m.duration desc"),
  answered('give me 50 log lines from auth', "source logs | filter $l.subsystemname == 'auth' | limit 50"),
  answered(
    'spans with errors in payment-gateway',
    "source spans | filter $d.tags.error == 'true' && $l.serviceName == 'payment-gateway'",
  ),
  answered('failed spans', "source spans | filter $d.tags.error == 'true'"),
  answered('root spans slower than 1s', "source spans | filter $d.parentId == '' && $m.duration > 1000000"),
  answered(
    'trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    '4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    'logs for trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source logs | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  answered(
    'slowest span in trace 4bf92f3577b34da6a3ce929d0e0e4736',
    "source spans | filter $d.traceID == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.duration desc | limit 1",
  ),
  answered('payment-gateway', "source logs | filter $l.subsystemname == 'payment-gateway'"),
  answered('u-1042', "source logs | filter $d.user_id == 'u-1042'"),
  answered('service:checkout status:500', "source logs | filter $l.subsystemname == 'checkout' && $d.status == 500"),
  answered('region=us-east-1 severity=error', "source logs | filter $d.region == 'us-east-1' && $m.severity == ERROR"),
  answered(
    'status>=500 AND method:POST last 3h',
    "source logs last 3h | filter $d.status >= 500 && $d.method == 'POST'",
  ),
  answered(
    '-service:checkout error_code:E_TIMEOUT',
    "source logs | filter $l.subsystemname != 'checkout' && $d.error_code == 'E_TIMEOUT'",
  ),
  answered(
    'source logs | filter $d.status >= 500 | countby $d.path',
    'source logs | filter $d.status >= 500 | countby $d.path',
  ),
  answered('filter $m.severity == ERROR | limit 5', 'filter $m.severity == ERROR | limit 5'),
  answered('logs where user_id is missing', 'source logs | filter $d.user_id == null'),
  answered('logs that have an error code', 'source logs | filter $d.error_code != null'),
  answered(
    'show only msg and status of errors in cart',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | choose $d.msg, $d.status",
  ),
  answered(
    'anything from notif worker between 10:00 and 11:00',
    "source logs between @'2026-11-20T10:00:00Z' and @'2026-11-20T11:00:00Z' | filter $l.subsystemname == 'notification-worker'",
  ),
  answered(
    'errors yesterday between 2pm and 4pm',
    "source logs between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'errors on november 18',
    "source logs between @'2026-11-18T00:00:00Z' and @'2026-11-19T00:00:00Z' | filter $m.severity == ERROR",
  ),
  answered(
    'error logs around 13:40',
    "source logs around @'2026-11-20T13:40:00Z' interval 5m | filter $m.severity == ERROR",
  ),
  answered(
    'what went wrong in checkout in the last 15 minutes?',
    "source logs last 15m | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
    "source logs last 15m | filter $m.severity >= ERROR && $l.subsystemname == 'checkout'",
  ),
  answered('gimme errs from crat pls', "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart'"),
  answered(
    'errors which are of checkout',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
  ),
  answered('login failed in auth', "source logs | filter $d.msg ~ 'login failed' && $l.subsystemname == 'auth'"),
  answered('logs from version 2.4.1', "source logs | filter $d.version == '2.4.1'"),
  answered('errors from host web-3', "source logs | filter $m.severity == ERROR && $d.host == 'web-3'"),
  answered(
    'checkout errors in storefront app',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' && $l.applicationname == 'storefront'",
  ),
  answered('which values does status take', 'source logs | distinct $d.status'),
  answered('possible values of region', 'source logs | distinct $d.region'),
];
