import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the games company are written with. */
export const CARD_DECLINED: string = "$d['error.type'] == 'CardDeclined'";
export const AMOUNT: string = '$d.amount_cents';
export const PRICE: string = '$d.price_cents';
export const WAIT: string = '$d.wait_ms';
export const LAG: string = '$d.lag_seconds:number';
export const MAP: string = '$d.match.map';
export const MODE: string = '$d.match.mode';
export const NEW_CHECKOUT: string = '$d.flags.newCheckout';
export const ENVIRONMENT: string = "$d.process.tags['deployment.environment.name']";
export const HOST: string = "$d.process.tags['host.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";

/** Logs of a service, at a time or of all times. */
export const logsOf = (service: string, time = ''): string =>
  `${`source logs ${time}`.trim()} | filter ${S} == '${service}'`;

export const spansOf = (service: string, time = ''): string =>
  `${`source spans ${time}`.trim()} | filter ${SVC} == '${service}'`;

/** The words of a message under either of the two names that loggers give it. */
export const msg = (words: string): string => `$d.msg ~ '${words}'`;
export const message = (words: string): string => `$d.message ~ '${words}'`;

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: '$d.region',
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: '$d.tags.region',
};

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
  query(SPANS, `${BAD_SPAN} && ${SERVER}`),
];

/** Which share failed, of logs, of spans, or of the requests that spans tell of. */
export const failedShares = (
  query: (from: string, bad: string, told: Told) => string,
  time = '',
): readonly string[] => {
  const from = (told: Told): string => `${told.source} ${time}`.trim();
  return [
    query(from(LOGS), ERROR, LOGS),
    query(from(LOGS), OR_WORSE, LOGS),
    query(from(SPANS), BAD_SPAN, SPANS),
    query(`${from(SPANS)} | filter ${SERVER}`, BAD_SPAN, SPANS),
  ];
};

/** So many days to now, or whole ones, with or without the one that has begun. */
export const lastDays = (days: number): readonly string[] => [
  `last ${days}d`,
  `between @'now' / 1d - ${days}d and @'now'`,
  `between @'now' / 1d - ${days - 1}d and @'now'`,
];
