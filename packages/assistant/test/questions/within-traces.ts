import { answered, type QuestionItem } from './item.ts';

/** Two things of one trace, which no span is at once. */
export const WITHIN_TRACES: readonly QuestionItem[] = [
  answered(
    'traces that have both a mailer span and an error',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'mailer') as mailer, count_if($d.tags.error == 'true') as error | filter mailer > 0 | filter error > 0 | orderby mailer desc",
  ),
  answered(
    'traces with a call to printing and an error in tickets',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'printing') as printing, count_if($d.tags.error == 'true' && $l.serviceName == 'tickets') as error_tickets | filter printing > 0 | filter error_tickets > 0 | orderby printing desc",
  ),
  answered(
    'traces touching both mailer and printing',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'mailer') as mailer, count_if($l.serviceName == 'printing') as printing | filter mailer > 0 | filter printing > 0 | orderby mailer desc",
  ),
  answered(
    'how many traces have both a mailer span and an error today?',
    "source spans between @'now' / 1d and @'now' | groupby $d.traceID aggregate count_if($l.serviceName == 'mailer') as mailer, count_if($d.tags.error == 'true') as error | filter mailer > 0 | filter error > 0 | aggregate count() as traces",
  ),
  answered(
    'which traces contain a span of printing and an error',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'printing') as printing, count_if($d.tags.error == 'true') as error | filter printing > 0 | filter error > 0 | orderby printing desc",
  ),
  answered(
    'traces with a GET and a POST',
    "source spans | groupby $d.traceID aggregate count_if($d.tags['http.request.method'] == 'GET') as get, count_if($d.tags['http.request.method'] == 'POST') as post | filter get > 0 | filter post > 0 | orderby get desc",
  ),
  answered(
    'traces that go through tickets and mailer',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'tickets') as tickets, count_if($l.serviceName == 'mailer') as mailer | filter tickets > 0 | filter mailer > 0 | orderby tickets desc",
  ),
  answered(
    'traces with an error in mailer and an error in printing',
    "source spans | groupby $d.traceID aggregate count_if($d.tags.error == 'true' && $l.serviceName == 'mailer') as error_mailer, count_if($d.tags.error == 'true' && $l.serviceName == 'printing') as error_printing | filter error_mailer > 0 | filter error_printing > 0 | orderby error_mailer desc",
  ),
  answered(
    'trace ids with a GET and an error in tickets',
    "source spans | groupby $d.traceID aggregate count_if($d.tags['http.request.method'] == 'GET') as get, count_if($d.tags.error == 'true' && $l.serviceName == 'tickets') as error_tickets | filter get > 0 | filter error_tickets > 0 | orderby get desc",
  ),
  answered('traces with errors', "source spans | filter $d.tags.error == 'true'"),
];
