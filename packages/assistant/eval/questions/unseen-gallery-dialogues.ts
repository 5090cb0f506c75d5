import { ERROR, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { CODE, calls, failures, greatest, MEMBER, says, THURSDAY, withValue } from './unseen-gallery-terms.ts';

const gallery = asks('gallery');

/** Dialogues of the same four people. */
export const UNSEEN_GALLERY_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of upload-api last 2 hours'],
    gallery(
      'easy',
      '',
      'and album-service?',
      ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'album-service' && ${bad}`),
    ),
  ),
  after(
    ['how many errors today', 'by service'],
    gallery(
      'medium',
      '',
      'only nrt',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} && ${told.region} == 'nrt' | groupby ${told.service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['wrong passwords since midnight'],
    gallery(
      'easy',
      '',
      'per 10 min',
      `source logs ${TODAY} | filter ${says('wrong password')} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  after(
    ['slowest spans of photo-search yesterday', 'only those over 1s'],
    gallery(
      'medium',
      '',
      'how many',
      `source spans ${YESTERDAY} | filter ${SVC} == 'photo-search' && $m.duration > 1000000 | count`,
    ),
  ),
  after(
    ['ORIGIN_TIMEOUT yesterday'],
    gallery(
      'medium',
      '',
      'which edge locations',
      ...withValue(`source logs ${YESTERDAY} | filter ${CODE} == 'ORIGIN_TIMEOUT'`, '$d.edge_pop'),
    ),
  ),
  after(
    ['errors per service today'],
    gallery(
      'easy',
      '',
      'same for yesterday',
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${bad} | groupby ${told.service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['media-cdn 5xx on thursday', 'per hour'],
    gallery(
      'hard',
      '',
      'as a share of its requests',
      ...calls(
        (told, also) =>
          `${told.source} ${THURSDAY} | filter ${told.service} == 'media-cdn'${also} | ${hourly} aggregate count_if(${told.status} >= 500) / count() as share`,
      ),
    ),
  ),
  after(
    ['How many photos were rejected this week?'],
    gallery(
      'easy',
      '',
      'And how many were escalated?',
      ...["$d.verdict == 'escalated'", says('photo escalated')].map(
        (is) => `source logs ${THIS_WEEK} | filter ${is} | count`,
      ),
    ),
  ),
  after(
    ["Show me today's logs of member m_10233"],
    gallery(
      'easy',
      '',
      'Only the errors, please',
      ...[ERROR, OR_WORSE].map((bad) => `source logs ${TODAY} | filter ${MEMBER} == 'm_10233' && ${bad}`),
    ),
  ),
  after(
    ['Which members had the most declined cards?'],
    gallery(
      'medium',
      '',
      'And in Germany only?',
      ...greatest(`source logs | filter ${says('card declined')} && $d.country == 'DE'`, MEMBER, 'count()'),
    ),
  ),
  after(
    ['How many comments were blocked as spam today?', 'And yesterday?'],
    gallery(
      'hard',
      '',
      'Who wrote most of them?',
      ...greatest(`source logs ${YESTERDAY} | filter ${says('comment blocked as spam')}`, MEMBER, 'count()'),
    ),
  ),
];
