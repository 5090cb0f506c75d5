import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-parcel-terms.ts';
import {
  AMOUNT,
  CANCELLED,
  COUNTRY,
  DEVICE,
  either,
  event,
  HIT,
  PLAN,
  STARTED,
  SUBSCRIBED,
  TITLE,
  VIEWER,
} from './unseen-stream-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const stream = asks('stream');
const SHOWN = event('ad.shown');
const CLICKED = event('ad.clicked');
const EMPTY = event('search.empty');
const UNFILLED = event('break.unfilled');
const FILLED = event('break.filled');
const CAMPAIGN = '$d.campaign';
const TERMS = '$d.search.terms';
const viewersOf = (source: string): string => `${source} | aggregate distinct_count(${VIEWER}) as n`;

/** By a manager of growth who is used to figures. */
export const UNSEEN_STREAM_GROWTH: readonly EvalQuestion[] = [
  stream(
    'easy',
    'count',
    'subscriptions started yesterday, total',
    `source logs ${YESTERDAY} | filter ${SUBSCRIBED} | count`,
  ),
  stream(
    'easy',
    'count',
    'number of playbacks started this week',
    `source logs ${THIS_WEEK} | filter ${STARTED} | count`,
  ),
  stream(
    'easy',
    'distinct',
    'how many active viewers today?',
    ...either(({ source, viewer }) => `${source} ${TODAY} | aggregate distinct_count(${viewer}) as n`),
    viewersOf(`source logs ${TODAY} | filter ${STARTED}`),
    viewersOf(`source logs ${TODAY} | filter ${S} == 'playback-api'`),
  ),
  stream(
    'easy',
    'count',
    'plan changes in the last 7 days, count please',
    ...lastDays(7, (time) => `source logs ${time} | filter ${event('plan.changed')} | count`),
  ),
  stream('easy', 'values', 'which plans do we have?', ...which('source logs', PLAN)),
  stream(
    'easy',
    'list',
    'ads clicked today',
    `source logs ${TODAY} | filter ${CLICKED}`,
    `source logs ${TODAY} | filter ${CLICKED} | count`,
  ),
  stream(
    'easy',
    'list',
    'searches that found nothing this week',
    `source logs ${THIS_WEEK} | filter ${EMPTY}`,
    `source logs ${THIS_WEEK} | filter ${EMPTY} | count`,
  ),
  stream('easy', 'statistic', 'average bid in eur', 'source logs | aggregate avg($d.bidEur) as eur'),
  stream(
    'medium',
    'series',
    'new subscriptions per day over the last two weeks',
    ...lastDays(14, (time) => `source logs ${time} | filter ${SUBSCRIBED} | ${daily} aggregate count() as n`),
  ),
  stream(
    'medium',
    'top groups',
    'playback starts by plan this week, highest first',
    `source logs ${THIS_WEEK} | filter ${STARTED} | groupby ${PLAN} as plan aggregate count() as n | orderby n desc`,
  ),
  stream(
    'medium',
    'top groups',
    'top 3 titles by playback starts since Monday',
    ...leading(`source logs ${THIS_WEEK} | filter ${STARTED}`, TITLE, 'count()', 3),
  ),
  stream(
    'medium',
    'distinct by',
    'unique viewers per country, last 7 days',
    ...either((told) => told.source).flatMap((source, index) =>
      lastDays(7, (time) =>
        index === 0
          ? `${source} ${time} | groupby ${COUNTRY} as country aggregate distinct_count(${VIEWER}) as n`
          : `${source} ${time} | groupby $d.tags['app.country'] as country aggregate distinct_count($d.tags['app.viewer.id']) as n`,
      ),
    ),
  ),
  stream(
    'medium',
    'sum',
    'revenue from accepted payments per plan this week',
    `source logs ${THIS_WEEK} | filter ${event('payment.accepted')} | groupby ${PLAN} as plan aggregate sum(${AMOUNT}) as eur`,
  ),
  stream(
    'medium',
    'statistic by',
    'average bitrate by plan and device type this week',
    `source logs ${THIS_WEEK} | filter $d.bitrateKbps != null | groupby ${PLAN} as plan, ${DEVICE} as device aggregate avg($d.bitrateKbps) as kbps`,
  ),
  stream(
    'medium',
    'top groups',
    'most frequent search terms among empty searches',
    ...['', ' | limit 1', ' | limit 3', ' | limit 5'].map(
      (end) =>
        `source logs | filter ${EMPTY} | groupby ${TERMS} as terms aggregate count() as n | orderby n desc${end}`,
    ),
  ),
  stream(
    'medium',
    'series',
    'ads shown per campaign and day this week',
    `source logs ${THIS_WEEK} | filter ${SHOWN} | ${daily}, ${CAMPAIGN} as campaign aggregate count() as n`,
  ),
  stream(
    'hard',
    'share',
    'click-through rate per campaign (clicked / shown)',
    `source logs | filter ${CAMPAIGN} != null | groupby ${CAMPAIGN} as campaign aggregate count_if(${CLICKED}) / count_if(${SHOWN}) as rate`,
  ),
  stream(
    'hard',
    'share',
    'cache hit rate of recommendations by model',
    `source logs | filter ${S} == 'recommendations' | groupby $d.model as model aggregate count_if(${HIT}) / count() as rate`,
  ),
  stream(
    'hard',
    'share',
    'ratio of cancelled to started subscriptions this week',
    `source logs ${THIS_WEEK} | aggregate count_if(${CANCELLED}) / count_if(${SUBSCRIBED}) as ratio`,
  ),
  stream(
    'hard',
    'share',
    'share of ad breaks that stayed unfilled, by country',
    `source logs | filter ${UNFILLED} || ${FILLED} | groupby ${COUNTRY} as country aggregate count_if(${UNFILLED}) / count() as share`,
  ),
];
