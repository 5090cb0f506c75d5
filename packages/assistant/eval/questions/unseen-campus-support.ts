import { DAY, S, since, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { which } from './fresh-terms.ts';
import { anyOf, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  best,
  CODE,
  COUPON,
  DECLINE,
  DEVICE,
  did,
  heads,
  SCHOOL,
  SCORE,
  STALL,
  STUDENT,
  says,
  TEMPLATE,
} from './unseen-campus-terms.ts';

const campus = asks('campus');
const of = (student: string): string => `${STUDENT} == '${student}'`;
const STALLED = did('playback.stalled');
const DECLINED = did('payment.declined');
const NO_CARD = `source logs | filter ${of('st-41022')} && ${DECLINED}`;
const BIGGEST = 'source logs | filter $d.assignment.size_kb != null | orderby $d.assignment.size_kb desc | limit 1';
const MORNINGS = [`between ${DAY} and @'2026-11-20T12:00:00Z'`, clock('06:00', '12:00')];

/** By the agent who answers students. */
export const UNSEEN_CAMPUS_SUPPORT: readonly EvalQuestion[] = [
  campus(
    'medium',
    'list',
    'student st-40417 says she was charged but is not enrolled, what happened with her account today?',
    `source logs ${TODAY} | filter ${of('st-40417')}`,
    `source logs ${TODAY} | filter ${of('st-40417')} | orderby $m.timestamp asc`,
    `source logs ${TODAY} | filter ${of('st-40417')} | orderby $m.timestamp desc`,
  ),
  campus(
    'medium',
    'list',
    'did st-40417 get a payment through?',
    ...anyOf(`source logs | filter ${of('st-40417')} && ${did('payment.captured')}`),
    ...anyOf(`source logs | filter ${of('st-40417')} && ${says('payment captured')}`),
    `source logs | filter ${of('st-40417')} && ${S} == 'payment-bridge'`,
  ),
  campus(
    'medium',
    'list',
    'why did the card of student st-41022 get declined',
    NO_CARD,
    ...which(NO_CARD, DECLINE),
    `${NO_CARD} | choose ${DECLINE}`,
    `${NO_CARD} | choose $m.timestamp, ${DECLINE}`,
    `source logs | filter ${of('st-41022')} && ${CODE} == 'CARD_DECLINED'`,
  ),
  campus(
    'medium',
    'count',
    'how many students could not log in this morning (before noon)',
    ...MORNINGS.flatMap((time) => heads(`source logs ${time} | filter ${did('login.failed')}`)),
  ),
  campus('easy', 'list', 'find order ord-770118', "source logs | filter $d.order.id == 'ord-770118'"),
  campus(
    'medium',
    'list',
    'did the welcome mail to st-40955 bounce?',
    ...anyOf(`source logs | filter ${of('st-40955')} && ${did('mail.bounced')} && ${TEMPLATE} == 'welcome'`),
    `source logs | filter ${of('st-40955')} && ${TEMPLATE} == 'welcome'`,
  ),
  campus(
    'easy',
    'list',
    'what mails did we send to student st-40955',
    `source logs | filter ${of('st-40955')} && ${S} == 'mail-runner'`,
    `source logs | filter ${of('st-40955')} && ${TEMPLATE} != null`,
    `source logs | filter ${of('st-40955')} && ${did('mail.sent')}`,
    ...which(`source logs | filter ${of('st-40955')} && ${TEMPLATE} != null`, TEMPLATE),
  ),
  campus(
    'easy',
    'list',
    'list the last 20 declined payments with the reason',
    ...[
      '',
      ` | choose $m.timestamp, ${DECLINE}`,
      ` | choose ${DECLINE}`,
      ` | choose $m.timestamp, ${STUDENT}, ${DECLINE}`,
    ].map((end) => `source logs | filter ${DECLINED} | orderby $m.timestamp desc | limit 20${end}`),
  ),
  campus(
    'medium',
    'top groups',
    'which students had a video that kept stalling today, worst ten first',
    ...['count()', `sum(${STALL})`].flatMap((metric) =>
      ['', ', student', ', student desc'].map(
        (then) =>
          `source logs ${TODAY} | filter ${STALLED} | groupby ${STUDENT} as student aggregate ${metric} as n | orderby n desc${then} | limit 10`,
      ),
    ),
  ),
  campus(
    'medium',
    'compare',
    'are people on phones stalling more than those on laptops?',
    ...[` && (${DEVICE} == 'phone' || ${DEVICE} == 'laptop')`, ''].flatMap((also) =>
      ['count()', 'distinct_count($d.student.id)', `avg(${STALL})`].map(
        (metric) => `source logs | filter ${STALLED}${also} | groupby ${DEVICE} as device aggregate ${metric} as n`,
      ),
    ),
    `source logs | filter ${STALLED} | aggregate count_if(${DEVICE} == 'phone') as a, count_if(${DEVICE} == 'laptop') as b`,
    `source logs | filter ${DEVICE} == 'phone' || ${DEVICE} == 'laptop' | groupby ${DEVICE} as device aggregate count_if(${STALLED}) / count() as share`,
  ),
  campus(
    'easy',
    'list',
    'show me everything about certificates that failed to render',
    `source logs | filter ${CODE} == 'PDF_RENDER_FAILED'`,
    `source logs | filter ${did('certificate.failed')}`,
    `source logs | filter ${did('certificate.failed')} && ${says('renderer')}`,
    `source logs | filter ${S} == 'certificate-press' && ${OR_WORSE}`,
  ),
  campus(
    'medium',
    'count',
    'someone from school riverbend complains about uploads being too large, how many of those do we have for them this week',
    ...[`${CODE} == 'UPLOAD_TOO_LARGE'`, did('assignment.rejected'), says('too large')].map(
      (found) => `source logs ${THIS_WEEK} | filter ${SCHOOL} == 'riverbend' && ${found} | count`,
    ),
  ),
  campus(
    'medium',
    'statistic',
    'what is the biggest assignment anyone uploaded',
    BIGGEST,
    'source logs | aggregate max($d.assignment.size_kb) as most',
    `source logs | filter ${did('assignment.uploaded')} | aggregate max($d.assignment.size_kb) as most`,
    `source logs | filter ${did('assignment.uploaded')} | orderby $d.assignment.size_kb desc | limit 1`,
  ),
  campus(
    'medium',
    'count by',
    'which coupons were refused today and how often',
    ...best(
      `source logs ${TODAY} | filter ${did('coupon.refused')} | groupby ${COUPON} as coupon aggregate count() as n`,
      'n desc',
      10,
    ),
  ),
  campus(
    'medium',
    'list',
    'was coupon FALL30 used after monday?',
    ...[since('2026-11-17'), since('2026-11-16')].flatMap((time) =>
      [did('order.placed'), `${COUPON} != null`].flatMap((found) =>
        anyOf(`source logs ${time} | filter ${found} && ${COUPON} == 'FALL30'`),
      ),
    ),
  ),
  campus(
    'easy',
    'list',
    'lines that mention "seat limit reached"',
    `source logs | filter ${says('seat limit reached')}`,
  ),
  campus(
    'hard',
    'statistic',
    'how many refunds did we give yesterday and for how much in total',
    `source logs ${YESTERDAY} | filter ${did('payment.refunded')} | aggregate count() as n, sum($d.payment.amount) as total`,
    `source logs ${YESTERDAY} | filter ${did('payment.refunded')} | groupby $d.payment.currency as currency aggregate count() as n, sum($d.payment.amount) as total`,
  ),
  campus(
    'hard',
    'having',
    'is there any student who was declined more than three times today',
    ...[DECLINED, `${CODE} == 'CARD_DECLINED'`].flatMap((found) =>
      ['', ' | choose student'].map(
        (end) =>
          `source logs ${TODAY} | filter ${found} | groupby ${STUDENT} as student aggregate count() as n | filter n > 3${end}`,
      ),
    ),
  ),
  campus(
    'medium',
    'list',
    'which exam did st-41022 sit and what score did they get',
    ...['', ` && ${SCORE} != null`].flatMap((also) => [
      `source logs | filter ${of('st-41022')} && ${did('exam.submitted')}${also}`,
      `source logs | filter ${of('st-41022')} && ${did('exam.submitted')}${also} | choose $d.exam.id, ${SCORE}`,
    ]),
    `source logs | filter ${of('st-41022')} && ${SCORE} != null`,
    `source logs | filter ${of('st-41022')} && ${SCORE} != null | choose $d.exam.id, ${SCORE}`,
  ),
  campus(
    'hard',
    'list',
    'did password reset mails take longer than a minute today',
    ...anyOf(`source logs ${TODAY} | filter ${TEMPLATE} == 'password_reset' && $d.mail.took_ms > 60000`),
    `source logs ${TODAY} | filter ${TEMPLATE} == 'password_reset' | aggregate max($d.mail.took_ms) as most`,
  ),
];
