import { BAD_SPAN, DAY, ERROR } from './blind-terms.ts';
import { spans } from './fresh-terms.ts';
import { errors } from './later-terms.ts';

/** Pieces that the expected queries of the unseen questions are written with, beside those of the ones before. */
export const SINCE_WEDNESDAY: string = "between @'2026-11-18' and @'now'";
export const SINCE_THURSDAY: string = "between @'2026-11-19' and @'now'";

/** A number of days back from now: to the very hour, from midnight on, with or without today. */
export const daysBack = (days: number, query: (time: string) => string): readonly string[] =>
  [
    `last ${days}d`,
    `between ${DAY} - ${days}d and @'now'`,
    `between ${DAY} - ${days - 1}d and @'now'`,
    `between ${DAY} - ${days}d and ${DAY}`,
  ].map(query);

/** Errors of one system that is told of by logs and by spans: the source with its time, and the condition. */
export const ownErrors = (query: (source: string, condition: string, service: string) => string): readonly string[] => [
  query('logs', ERROR, '$l.subsystemname'),
  ...spans((kind) => query('spans', `${BAD_SPAN} && ${kind}`, '$l.serviceName')),
];

/** The same of the fleet, whose logs have severities above that of an error. */
export const fleetErrors = (
  query: (source: string, condition: string, service: string) => string,
): readonly string[] => [
  ...errors((bad) => query('logs', bad, '$l.subsystemname')),
  ...spans((kind) => query('spans', `${BAD_SPAN} && ${kind}`, '$l.serviceName')),
];

/** One of the most by any of several statistics of a field. */
export const slowest = (field: string, query: (statistic: string) => string): readonly string[] =>
  [`avg(${field})`, `percentile(0.95, ${field})`, `median(${field})`, `max(${field})`].map(query);
