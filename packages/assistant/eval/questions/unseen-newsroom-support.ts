import { ERROR, most, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { anyOf, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ACTION,
  BLOCKED,
  COUNTRY,
  calls,
  either,
  failures,
  GATEWAY,
  HITS,
  LETTER,
  leading,
  OUTCOME,
  READER,
  SLUG,
  SPANS,
  TERMS,
  VERDICT,
  WEDNESDAY,
  withValue,
} from './unseen-newsroom-terms.ts';

const news = asks('newsroom');
const ONE = 'rd-40417';
const STORY = `${SLUG} == 'budget-vote-live'`;
const REJECTED = `${VERDICT} == 'rejected'`;
const LEFT = `${COUNTRY} == 'AT' && ${ACTION} == 'cancelled' && $d.sub.reason == 'price'`;
const OF_SUBSCRIPTIONS =
  "source spans | filter $l.serviceName == 'subscriptions' | groupby $d.traceID as trace_id aggregate count() as spans";

/** By support of readers. */
export const UNSEEN_NEWSROOM_SUPPORT: readonly EvalQuestion[] = [
  news(
    'easy',
    'list',
    'Everything we have on reader rd-40417',
    ...either((told) => `${told.source} | filter ${told.reader} == '${ONE}'`),
  ),
  news(
    'easy',
    'list',
    'what errors did reader rd-40417 run into today',
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.reader} == '${ONE}' && ${bad}`),
  ),
  news(
    'medium',
    'list',
    'Was a reader from Ireland wrongly blocked at the paywall yesterday? show me the entitlement_missing ones',
    ...either(
      (told) => `${told.source} ${YESTERDAY} | filter ${told.kind} == 'entitlement_missing' && ${told.country} == 'IE'`,
    ).flatMap(anyOf),
  ),
  news(
    'medium',
    'distinct',
    'which readers hit a card_gateway_timeout, just the ids please',
    ...either((told) => `${told.source} | filter ${told.kind} == '${GATEWAY}'#${told.reader}`).flatMap((text) =>
      withValue(...(text.split('#') as [string, string])),
    ),
  ),
  news(
    'medium',
    'distinct',
    'how many customers were affected by the card gateway timeouts',
    ...either(
      (told) => `${told.source} | filter ${told.kind} == '${GATEWAY}' | aggregate distinct_count(${told.reader}) as n`,
    ),
  ),
  news(
    'medium',
    'list',
    'A lady says her comment vanished: rejected comments of rd-51290',
    `source logs | filter ${REJECTED} && ${READER} == 'rd-51290'`,
  ),
  news(
    'easy',
    'distinct',
    'list the reasons comments get rejected for',
    ...withValue('source logs', '$d.comment.reason'),
    ...withValue(`source logs | filter ${REJECTED}`, '$d.comment.reason'),
  ),
  news(
    'easy',
    'count',
    'how many comments are held for review right now, i.e. in the last hour',
    `source logs last 1h | filter ${VERDICT} == 'held' | count`,
  ),
  news(
    'medium',
    'any',
    'did anybody with a gmx.example address get the morning-briefing today?',
    ...anyOf(
      `source logs ${TODAY} | filter $d.letter.domain == 'gmx.example' && ${LETTER} == 'morning-briefing' && ${OUTCOME} == 'delivered'`,
    ),
    ...anyOf(`source logs ${TODAY} | filter $d.letter.domain == 'gmx.example' && ${LETTER} == 'morning-briefing'`),
  ),
  news(
    'easy',
    'group',
    'delivery outcomes for each mail domain',
    `source logs | groupby $d.letter.domain, ${OUTCOME} aggregate count() as n`,
    `source logs | filter ${OUTCOME} != null | groupby $d.letter.domain, ${OUTCOME} aggregate count() as n`,
  ),
  news(
    'medium',
    'columns',
    'searches that found nothing on Wednesday, only the terms and the time',
    `source logs ${WEDNESDAY} | filter ${HITS} == 0`,
    `source logs ${WEDNESDAY} | filter ${HITS} == 0 | choose ${TERMS}, $m.timestamp`,
    `source logs ${WEDNESDAY} | filter $d.text ~ 'search found nothing'`,
  ),
  news(
    'medium',
    'top',
    'what did people look for most without finding anything',
    ...most(`source logs | filter ${HITS} == 0 | groupby ${TERMS} aggregate count() as n`, 'n'),
    ...leading(`source logs | filter ${HITS} == 0`, TERMS, 'count()', 5),
  ),
  news(
    'medium',
    'any',
    'Has story budget-vote-live been corrected since yesterday?',
    ...[TWO_DAYS, 'last 1d'].flatMap((time) =>
      anyOf(`source logs ${time} | filter ${STORY} && $d.edit.action == 'corrected'`),
    ),
  ),
  news(
    'medium',
    'when',
    'when was budget-vote-live first published',
    ...['| orderby $m.timestamp asc | limit 1', '| aggregate min($m.timestamp) as first'].map(
      (end) => `source logs | filter ${STORY} && $d.edit.action == 'published' ${end}`,
    ),
  ),
  news(
    'hard',
    'having',
    'readers with more than 3 blocked articles today',
    ...['count()', `distinct_count(${SLUG})`].map(
      (metric) =>
        `source logs ${TODAY} | filter ${BLOCKED} | groupby ${READER} aggregate ${metric} as n | filter n > 3`,
    ),
  ),
  news(
    'medium',
    'columns',
    'the last 10 failed payments with amount and method',
    `source logs | filter ${ACTION} == 'payment_failed' | orderby $m.timestamp desc | limit 10`,
    `source logs | filter ${ACTION} == 'payment_failed' | orderby $m.timestamp desc | limit 10 | choose $d.sub.amount_eur, $d.sub.method`,
  ),
  news(
    'medium',
    'count',
    'how many people from Austria cancelled because of the price',
    `source logs | filter ${LEFT} | aggregate distinct_count(${READER}) as n`,
    `source logs | filter ${LEFT} | count`,
  ),
  news(
    'medium',
    'list',
    'logs of the requests of rd-40417 that took longer than two seconds',
    ...calls(
      (told, also) => `${told.source} | filter ${told.reader} == '${ONE}' && ${told.took} > 2000${told.unit}${also}`,
    ),
    `source logs | filter ${READER} == '${ONE}' && $d.took_ms > 2000 && $d.req.code != null`,
  ),
  news(
    'hard',
    'link',
    'Readers whose failed requests show up in the traces of subscriptions',
    ...[ERROR, OR_WORSE, '$d.req.code >= 500'].flatMap((bad) =>
      withValue(`source logs | filter ${bad} | join inner (${OF_SUBSCRIPTIONS}) using trace_id into s`, READER),
    ),
    ...[ERROR, OR_WORSE].flatMap((bad) =>
      withValue(
        `source logs | filter ${bad} && $d.req.code != null | join inner (${OF_SUBSCRIPTIONS}) using trace_id into s`,
        READER,
      ),
    ),
    ...withValue(`source spans | filter ${SPANS.service} == 'subscriptions' && $d.tags.error == 'true'`, SPANS.reader),
  ),
  news(
    'medium',
    'conditional',
    'count of complaints vs deliveries per newsletter today',
    ...[`${LETTER} != null`, `${OUTCOME} != null`].map(
      (holds) =>
        `source logs ${TODAY} | filter ${holds} | groupby ${LETTER} aggregate count_if(${OUTCOME} == 'complaint') as complaints, count_if(${OUTCOME} == 'delivered') as deliveries`,
    ),
    `source logs ${TODAY} | filter ${OUTCOME} == 'complaint' || ${OUTCOME} == 'delivered' | groupby ${LETTER}, ${OUTCOME} aggregate count() as n`,
  ),
];
