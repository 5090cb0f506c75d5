import { CLASSROOM } from './campus-classroom.ts';
import { REVIEWING } from './campus-reviewing.ts';
import type { CampusService } from './campus-service.ts';
import { STOREFRONT } from './campus-storefront.ts';
import type { Dice } from './seeded.ts';

const mail = (random: Dice): object => ({
  mail: {
    template: random.pick([
      'welcome',
      'welcome',
      'grade_ready',
      'grade_ready',
      'password_reset',
      'exam_reminder',
      'receipt',
    ]),
    took_ms: random.chance(0.06) ? random.between(61_000, 240_000) : random.between(200, 20_000),
  },
});
const login = (random: Dice): object => ({
  login: { method: random.pick(['password', 'password', 'school_sso', 'magic_link']) },
  client: { ip: `198.51.100.${random.between(2, 90)}` },
});
const transcode = (random: Dice): object => {
  const size_mb = random.between(80, 2_400);
  return {
    video: { id: `vid-${random.between(300, 420)}`, size_mb },
    job: { took_s: Math.round(size_mb / 9) + random.between(5, 200) },
  };
};
const request =
  (statuses: readonly number[]) =>
  (random: Dice): object => ({
    request: {
      method: random.pick(['GET', 'GET', 'GET', 'POST', 'POST', 'PUT']),
      route: random.pick([
        '/lessons/:id',
        '/lessons/:id',
        '/lessons/:id',
        '/quizzes/:id',
        '/quizzes/:id',
        '/exams/:id/submit',
        '/checkout',
        '/forum/posts',
        '/login',
      ]),
      status_code: random.pick(statuses),
      took_ms: random.between(8, 900),
    },
  });

/** What the others stand on. */
const BACKBONE: Readonly<Record<string, CampusService>> = {
  'front-gate': {
    app: 'backbone',
    release: '12.0.5',
    routes: ['/', '/catalogue', '/health'],
    events: [
      {
        event: 'request.served',
        text: 'request served',
        level: 'info',
        weight: 80,
        extra: request([200, 200, 200, 201, 204, 304]),
      },
      {
        event: 'request.refused',
        text: 'request refused',
        level: 'warning',
        weight: 10,
        extra: request([400, 401, 403, 404, 404, 429]),
      },
      {
        event: 'request.failed',
        text: 'upstream failed',
        level: 'error',
        weight: 6,
        code: 'UPSTREAM_FAILED',
        extra: request([500, 502, 503]),
      },
      {
        event: 'request.failed',
        text: 'upstream did not answer in time',
        level: 'error',
        weight: 4,
        code: 'UPSTREAM_TIMEOUT',
        extra: request([504]),
      },
    ],
  },
  'sign-in': {
    app: 'backbone',
    release: '6.1.0',
    routes: ['/login', '/logout', '/sso/callback'],
    database: 'postgresql',
    tables: ['accounts', 'login_sessions'],
    events: [
      { event: 'login.succeeded', text: 'login succeeded', level: 'info', weight: 60, extra: login },
      { event: 'login.failed', text: 'wrong password', level: 'warning', weight: 16, extra: login },
      {
        event: 'login.failed',
        text: 'school sso answered nothing',
        level: 'error',
        weight: 3,
        code: 'SSO_DOWN',
        extra: login,
      },
    ],
  },
  'mail-runner': {
    app: 'backbone',
    release: '2.5.8',
    routes: [],
    queue: 'mail.outbox',
    calls: 'smtp.pigeonpost.example',
    events: [
      { event: 'mail.sent', text: 'mail sent', level: 'info', weight: 70, extra: mail },
      {
        event: 'mail.bounced',
        text: 'mail bounced, mailbox unavailable',
        level: 'warning',
        weight: 12,
        code: 'MAIL_BOUNCED',
        extra: mail,
      },
      {
        event: 'mail.failed',
        text: 'smtp refused connection',
        level: 'error',
        weight: 3,
        code: 'SMTP_REFUSED',
        extra: mail,
      },
    ],
  },
  'video-transcoder': {
    app: 'backbone',
    release: '0.19.2',
    routes: [],
    queue: 'video.jobs',
    events: [
      { event: 'transcode.finished', text: 'video transcoded', level: 'info', weight: 60, extra: transcode },
      {
        event: 'transcode.slow',
        text: 'transcoding falls behind, queue at {20-90}',
        level: 'warning',
        weight: 14,
        extra: transcode,
      },
      {
        event: 'transcode.failed',
        text: 'unknown codec',
        level: 'error',
        weight: 4,
        code: 'CODEC_UNKNOWN',
        extra: transcode,
      },
      {
        event: 'transcode.failed',
        text: 'encoder ran out of memory',
        level: 'error',
        weight: 2,
        code: 'TRANSCODE_OOM',
        extra: transcode,
      },
    ],
  },
};

export const CAMPUS_SERVICES: Readonly<Record<string, CampusService>> = {
  ...CLASSROOM,
  ...REVIEWING,
  ...STOREFRONT,
  ...BACKBONE,
};
