import type { NewsroomService } from './newsroom-service.ts';

const TERMS = ['weather', 'budget', 'election result', 'crossword', 'transfer news', 'rail strike', 'horoscope'];
const RARE_TERMS = ['tide table', 'tide table', 'sudoku archive', 'lost cat', 'rail strike map', 'bus line 40'];

/** What readers meet. */
export const NEWSROOM_SITE: Readonly<Record<string, NewsroomService>> = {
  'article-api': {
    app: 'site',
    release: '12.4.1',
    routes: ['/article/{slug}', '/article/{slug}', '/article/{slug}', '/section/{name}', '/front', '/live/{slug}'],
    problems: [
      ['render_failed', 'template broke on embed {1-9}'],
      ['upstream_timeout', 'paywall did not answer within {2-8} s'],
      ['connection_refused', 'connection refused by cache node {1-4}'],
    ],
    took: [15, 900],
    ofReader: true,
    ofStory: true,
    database: 'redis',
    collections: ['articles', 'fronts'],
    calls: ['paywall', 'ad-server', 'site-search'],
    says: (random) =>
      random.chance(0.72)
        ? { text: 'article viewed', more: { cache: random.pick(['hit', 'hit', 'miss']) } }
        : random.pick([
            { text: 'front rendered' },
            { text: 'article not found', level: 'warning', code: 404 },
            { text: 'stale copy served, {1-50} s old', level: 'warning' },
          ]),
  },
  paywall: {
    app: 'site',
    release: '5.0.3',
    routes: ['/gate', '/gate', '/entitlements/{reader}'],
    problems: [
      ['entitlement_missing', 'no entitlement found for a paying reader'],
      ['ledger_unavailable', 'meter ledger timed out after {2-6} s'],
    ],
    took: [3, 220],
    ofReader: true,
    ofStory: true,
    database: 'postgresql',
    collections: ['entitlements', 'entitlements', 'meters'],
    calls: ['subscriptions'],
    says: (random, { plan, planted }) => {
      const isBlocked = planted === 'ireland' || random.chance(plan === 'free' ? 0.5 : plan === 'trial' ? 0.2 : 0.02);
      const decision = isBlocked ? 'blocked' : random.pick(['allowed', 'allowed', 'metered']);
      return {
        text: `reader ${decision}`,
        ...(isBlocked ? { code: 402 } : {}),
        more: { gate: { decision, left: isBlocked ? 0 : random.between(1, 6) } },
      };
    },
  },
  'site-search': {
    app: 'site',
    release: '3.9.0',
    routes: ['/search', '/search', '/suggest'],
    problems: [
      ['shard_failed', '{1-3} of 6 shards failed'],
      ['query_rejected', 'search thread pool is full'],
    ],
    took: [20, 700],
    ofReader: true,
    ofStory: false,
    database: 'elasticsearch',
    collections: ['stories', 'stories', 'archive'],
    calls: [],
    says: (random, { planted }) => {
      const isNone = planted === 'nothing' || random.chance(0.14);
      const terms = isNone && random.chance(0.7) ? random.pick(RARE_TERMS) : random.pick(TERMS);
      return {
        text: isNone ? 'search found nothing' : 'search answered',
        more: { lookup: { terms, hits: isNone ? 0 : random.between(1, 900) } },
      };
    },
  },
  comments: {
    app: 'site',
    release: '8.1.2',
    routes: ['/comments', '/comments', '/comments/{id}/flag'],
    problems: [
      ['moderation_unreachable', 'moderation model gave no verdict within {3-9} s'],
      ['duplicate_comment', 'comment was stored twice'],
    ],
    took: [25, 600],
    ofReader: true,
    ofStory: true,
    database: 'postgresql',
    collections: ['comments', 'comments', 'flags'],
    calls: ['subscriptions'],
    says: (random, { planted }) => {
      const verdict =
        planted === 'spam' ? 'rejected' : random.pick(['approved', 'approved', 'approved', 'rejected', 'held']);
      const reason =
        planted === 'spam' ? 'spam' : random.pick(['insult', 'insult', 'spam', 'off_topic', 'hate', 'link']);
      const score = random.between(verdict === 'approved' ? 0 : 55, verdict === 'approved' ? 50 : 100) / 100;
      return {
        text: `comment ${verdict}`,
        ...(verdict === 'rejected' && random.chance(0.5) ? { level: 'warning' } : {}),
        more: { comment: { verdict, score, ...(verdict === 'rejected' ? { reason } : {}) } },
      };
    },
  },
  'ad-server': {
    app: 'site',
    release: '20.2.0',
    routes: ['/ads', '/ads/click'],
    problems: [
      ['bidder_timeout', 'no bid within {100-400} ms'],
      ['creative_blocked', 'creative did not pass the scan'],
    ],
    took: [8, 380],
    ofReader: true,
    ofStory: true,
    database: 'redis',
    collections: ['campaigns'],
    calls: ['bids.adhive.example'],
    says: (random) => {
      const filled = random.chance(0.78);
      const slot = random.pick(['leaderboard', 'leaderboard', 'sidebar', 'sidebar', 'sidebar', 'infeed', 'preroll']);
      const bidder = random.pick(['adhive', 'adhive', 'bidwell', 'northmedia', 'pixelrow']);
      const price = random.between(slot === 'preroll' ? 300 : 20, slot === 'preroll' ? 1400 : 640) / 100;
      return {
        text: filled ? 'ad served' : 'slot left unfilled',
        more: { ad: { slot, filled, ...(filled ? { bidder, price_eur: price } : {}) } },
      };
    },
  },
};
