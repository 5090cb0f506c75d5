import { S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { ACCOUNT, CARRIER, DEPOT, JAMS, parcels, says, TOTAL } from './unseen-parcel-terms.ts';

const parcel = asks('parcel');

/** Dialogues of the manager of the depots and of the lead of the customer care. */
export const UNSEEN_PARCEL_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['how many parcels were delivered today?'],
    parcel(
      'easy',
      '',
      'and yesterday?',
      ...[says('parcel delivered'), "$d.scanType == 'delivered'"].flatMap((holds) =>
        parcels(`source logs ${YESTERDAY} | filter ${holds}`),
      ),
    ),
  ),
  after(
    ['customs logs of yesterday'],
    parcel(
      'easy',
      '',
      'only those of PolarFreight',
      `source logs ${YESTERDAY} | filter ${S} == 'customs' && ${CARRIER} == 'PolarFreight'`,
    ),
  ),
  after(
    ['average stops per depot this week'],
    parcel(
      'medium',
      '',
      'what about the distance?',
      `source logs ${THIS_WEEK} | groupby ${DEPOT} as depot aggregate avg($d.distanceKm) as km`,
    ),
  ),
  after(
    ['belt jams this week', 'per belt'],
    parcel(
      'medium',
      '',
      'now by depot instead',
      `source logs ${THIS_WEEK} | filter ${JAMS} | groupby ${DEPOT} as depot aggregate count() as n`,
      `source logs ${THIS_WEEK} | groupby ${DEPOT} as depot aggregate count_if(${JAMS}) as n`,
    ),
  ),
  after(
    ['scans per scan type today', 'same for yesterday'],
    parcel(
      'medium',
      '',
      'only the app client',
      ...['', ` && ${says('scan')}`, ` && ${says('scan event stored')}`].map(
        (also) =>
          `source logs ${YESTERDAY} | filter $d.client == 'app'${also} | groupby $d.scanType as type aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many pickups were booked today?'],
    parcel(
      'easy',
      '',
      'in Hamburg?',
      `source logs ${TODAY} | filter ${says('pickup booked')} && ${DEPOT} == 'Hamburg' | count`,
    ),
  ),
  after(
    ['notifications sent per template today'],
    parcel(
      'easy',
      '',
      'just the top 3',
      `source logs ${TODAY} | filter ${says('notification sent')} | groupby $d.template as template aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  after(
    ['invoices issued this week'],
    parcel(
      'medium',
      '',
      'what do they add up to?',
      `source logs ${THIS_WEEK} | filter ${says('invoice issued')} | aggregate sum(${TOTAL}) as eur`,
    ),
  ),
  after(
    ['failed logins since yesterday'],
    parcel(
      'medium',
      '',
      'from which accounts, and how many each?',
      `source logs ${TWO_DAYS} | filter ${says('login failed')} | groupby ${ACCOUNT} as account aggregate count() as n`,
    ),
  ),
  after(
    ['average weight of parcels by service level'],
    parcel(
      'medium',
      '',
      'and the heaviest one of each?',
      'source logs | groupby $d.serviceLevel as level aggregate max($d.weightKg:number) as kg',
      'source logs | groupby $d.serviceLevel as level aggregate avg($d.weightKg:number) as mean, max($d.weightKg:number) as kg',
    ),
  ),
];
