import { answered, type QuestionItem } from './item.ts';

/** Spans that have no kin, traces that never came somewhere, and kinds beside each other. */
export const KIN_OF_SPANS: readonly QuestionItem[] = [
  answered(
    'leaf spans of checkout',
    "source spans | filter $l.serviceName == 'checkout' | filter !inArray($d.spanID, (| source spans | filter $d.parentId != null | distinct $d.parentId |))",
  ),
  answered(
    'how many spans without children by service',
    'source spans | filter !inArray($d.spanID, (| source spans | filter $d.parentId != null | distinct $d.parentId |)) | groupby $l.serviceName aggregate count() as spans | orderby spans desc',
  ),
  answered(
    'orphan spans',
    "source spans | filter $d.parentId != '' | filter !inArray($d.parentId, (| source spans | filter $d.spanID != null | distinct $d.spanID |))",
  ),
  answered(
    'traces that never reach payments',
    "source spans | groupby $d.traceID aggregate count_if($l.serviceName == 'payment-gateway') as payments | filter payments == 0 | orderby payments desc",
  ),
  answered(
    'how many traces have no database call',
    "source spans | groupby $d.traceID aggregate count_if($d.tags['db.system'] != null) as database_call | filter database_call == 0 | aggregate count() as traces",
  ),
  answered(
    'ratio of get to POST spans',
    "source spans | aggregate count_if($d.tags['http.method'] == 'GET') / count_if($d.tags['http.method'] == 'POST') as ratio",
  ),
  answered(
    'spans with status code 500 by service',
    "source spans | filter $d.tags['http.status_code']:number == 500 | groupby $l.serviceName aggregate count() as spans | orderby spans desc",
  ),
];
