import { overTime, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { which } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { counted } from './unseen-bank-terms.ts';
import { UNSEEN_KITCHEN_DIALOGUES_FIGURES } from './unseen-kitchen-dialogues-figures.ts';
import { COURIER, failures, ORDER, RESTAURANT, refunds, spansOf, told } from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');

/** Of records: dialogues of the same four people. */
const RECORDS: readonly EvalQuestion[] = [
  after(
    ['how many orders were placed today?'],
    kitchen('easy', '', 'and yesterday?', ...counted(told('order placed', YESTERDAY), ORDER)),
  ),
  after(
    ['errors by service today'],
    kitchen(
      'easy',
      '',
      'only logistics',
      ...failures(
        ({ source, service, app }, bad) =>
          `${source} ${TODAY} | filter ${bad} && ${app} == 'logistics' | groupby ${service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['failed payments today'],
    kitchen(
      'medium',
      '',
      'which decline codes?',
      ...which(`${told('payment declined', TODAY)} && $d.declineCode != null`, '$d.declineCode'),
    ),
  ),
  after(
    ['how many chats were opened yesterday?'],
    kitchen(
      'medium',
      '',
      'how many of them about refunds?',
      `${told('chat opened', YESTERDAY)} && $d.topic == 'refund' | count`,
    ),
  ),
  after(
    ['errors in dispatch last hour'],
    kitchen(
      'medium',
      '',
      'now as a chart over time',
      ...failures(
        ({ source, service }, bad) => `${source} last 1h | filter ${service} == 'dispatch' && ${bad}`,
      ).flatMap((query) =>
        [...overTime((bucket) => bucket), '1m', '2m'].map(
          (bucket) => `${query} | groupby roundTime($m.timestamp, ${bucket}) as t aggregate count() as n`,
        ),
      ),
    ),
  ),
  after(
    ['count promo rejections', 'by reason'],
    kitchen(
      'medium',
      '',
      'without expired ones',
      `${told('promo rejected')} && $d.promoReason != 'expired' | groupby $d.promoReason as reason aggregate count() as n`,
    ),
  ),
  after(
    ['show me order ord-40417'],
    kitchen(
      'medium',
      '',
      'only the errors',
      ...failures(({ source }, bad) => `${source} | filter ${ORDER} == 'ord-40417' && ${bad}`).slice(0, 3),
      "source spans | filter $d.tags['order.id'] == 'ord-40417' && $d.tags.error == 'true'",
    ),
  ),
  after(
    ['slow spans in routing', 'over 1 second only'],
    kitchen('medium', '', 'how many?', `${spansOf('routing')} && $m.duration > 1000000 | count`),
  ),
  after(
    ['ratings below 3 stars yesterday'],
    kitchen(
      'medium',
      '',
      'for which restaurants?',
      ...which(`source logs ${YESTERDAY} | filter $d.stars < 3`, RESTAURANT),
    ),
  ),
  after(
    ['how many couriers went online today?'],
    kitchen('medium', '', 'no, offline', ...counted(told('courier went offline', TODAY), COURIER)),
  ),
  after(
    ['sms failures today'],
    kitchen(
      'medium',
      '',
      'and push?',
      ...anyOf(`${told('notification failed', TODAY)} && $d.channel == 'push'`),
      ...failures((_, bad) => `source logs ${TODAY} | filter $d.channel == 'push' && ${bad}`)
        .slice(0, 3)
        .flatMap(anyOf),
    ),
  ),
  after(
    ['payment-api errors in the last 2 hours'],
    kitchen(
      'easy',
      '',
      'what about refund-worker?',
      ...failures(
        ({ source, service }, bad) => `${source} last 2h | filter ${service} == 'refund-worker' && ${bad}`,
      ).flatMap(anyOf),
    ),
  ),
  after(
    ['show refunds issued this week', 'just the ones over 30 euros'],
    kitchen(
      'hard',
      '',
      'sum them up by reason',
      ...refunds(
        (source) =>
          `${source} && $d.refundAmount > 30 | groupby $d.refundReason as reason aggregate sum($d.refundAmount) as n`,
        THIS_WEEK,
      ),
    ),
  ),
];

export const UNSEEN_KITCHEN_DIALOGUES: readonly EvalQuestion[] = [...RECORDS, ...UNSEEN_KITCHEN_DIALOGUES_FIGURES];
