import { BAD_SPAN, DAY, ERROR } from './blind-terms.ts';
import { spans } from './fresh-terms.ts';
import { errors, OR_WORSE, SHOP_STATUS, STATUS } from './later-terms.ts';

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

/** Errors of a system that is told of by logs and by spans: the kind of record, what makes it one, and its service. */
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

/** What went wrong in the shop: the severity is that of an error where the shop itself could not answer. */
export const shopErrors = (query: (condition: string) => string): readonly string[] =>
  [ERROR, `${SHOP_STATUS} >= 400`].map(query);

/** The same of the logs of the fleet, by severity or by status. */
export const fleetLogErrors = (query: (condition: string) => string): readonly string[] =>
  [ERROR, OR_WORSE, `${STATUS} >= 400`].map(query);

/** The first ones by a value that several share: any of those may stand at the end of the list. */
export const tied = (query: string, by: string, key: string, limit: number): readonly string[] =>
  ['', `, ${key}`, `, ${key} desc`].map((then) => `${query} | orderby ${by} desc${then} | limit ${limit}`);

/** How many records hold in each group: without the groups that have none, or with them. */
export const heldIn = (source: string, condition: string, key: string): readonly string[] => [
  `${source} | filter ${condition} | groupby ${key} aggregate count() as n`,
  `${source} | groupby ${key} aggregate count_if(${condition}) as n`,
];

/** One of the most by any of several statistics of a field. */
export const slowest = (field: string, query: (statistic: string) => string): readonly string[] =>
  [`avg(${field})`, `percentile(0.95, ${field})`, `median(${field})`, `max(${field})`].map(query);
