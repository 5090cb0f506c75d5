import { answered, type QuestionItem } from './item.ts';

/** Numbers of which there are few, asked for like names. */
export const NUMBERS_ASKED: readonly QuestionItem[] = [
  answered(
    'which batch size has the highest average latency?',
    'source logs | filter $d.batch_size != null | groupby $d.batch_size aggregate avg($d.latency_ms) as avg_latency_ms | orderby avg_latency_ms desc | limit 1',
  ),
  answered(
    'which batch size has the most errors',
    'source logs | filter $m.severity == ERROR && $d.batch_size != null | groupby $d.batch_size aggregate count() as errors | orderby errors desc | limit 1',
  ),
  answered(
    'which batch size is slowest',
    'source logs | filter $d.batch_size != null | groupby $d.batch_size aggregate avg($d.latency_ms) as avg_latency_ms | orderby avg_latency_ms desc | limit 1',
  ),
  answered(
    'batch size with the lowest p95 latency',
    'source logs | filter $d.batch_size != null | groupby $d.batch_size aggregate percentile(0.95, $d.latency_ms) as p95_latency_ms | orderby p95_latency_ms asc | limit 1',
  ),
  answered(
    'top 2 batch sizes by average latency',
    'source logs | filter $d.batch_size != null | groupby $d.batch_size aggregate avg($d.latency_ms) as avg_latency_ms | orderby avg_latency_ms desc | limit 2',
  ),
  answered(
    'which retry count has the highest average latency',
    'source logs | filter $d.retry_count != null | groupby $d.retry_count aggregate avg($d.latency_ms) as avg_latency_ms | orderby avg_latency_ms desc | limit 1',
  ),
  answered(
    'which batch size fails most often',
    'source logs | filter $m.severity >= ERROR && $d.batch_size != null | groupby $d.batch_size aggregate count() as count | orderby count desc | limit 1',
  ),
  answered(
    'average latency per batch size',
    'source logs | groupby $d.batch_size aggregate avg($d.latency_ms) as avg_latency_ms | orderby avg_latency_ms desc',
  ),
  answered(
    'which batch sizes have the highest max latency',
    'source logs | groupby $d.batch_size aggregate max($d.latency_ms) as max_latency_ms | orderby max_latency_ms desc',
  ),
  answered('what is the highest batch size', 'source logs | orderby $d.batch_size desc | limit 1'),
];
