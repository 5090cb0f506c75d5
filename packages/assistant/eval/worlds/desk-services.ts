import type { DeskService } from './desk-service.ts';
import { DESK_WORKERS } from './desk-workers.ts';

/** The services that answer requests of the browser. */
const FRONT: Readonly<Record<string, DeskService>> = {
  'web-app': {
    app: 'collab',
    version: '31.2.0',
    routes: ['/', '/board/:id', '/inbox', '/settings', '/reports'],
    info: ['page rendered', 'bundle served from cache', 'board opened with {3-120} cards', 'user switched theme'],
    warning: ['slow render, hydration took {900-4000} ms', 'feature flag service returned stale flags'],
    error: ['SSR_FAILED: render crashed on board view', 'ECONNRESET: socket hang up while calling api'],
    database: 'redis',
    tables: ['sessions'],
    extra: (random, { browser }) => ({ browser, cacheHit: random.chance(0.7) }),
  },
  api: {
    app: 'collab',
    version: '7.3.2',
    routes: [
      '/api/tickets',
      '/api/tickets/:id',
      '/api/projects',
      '/api/comments',
      '/api/exports',
      '/api/search',
      '/api/attachments',
      '/api/members',
    ],
    info: ['request completed', 'ticket created', 'ticket closed', 'comment added', 'export of {20-5000} rows ready'],
    warning: ['rate limit exceeded', 'slow query took {1200-6000} ms', 'deprecated field priority_id used'],
    error: [
      'ERR_SERIALIZE: cannot read properties of undefined (reading assignee)',
      'DB_TIMEOUT: query timed out after {5-30} s',
      'ERR_CONFLICT: ticket was changed by someone else',
    ],
    database: 'postgresql',
    tables: ['tickets', 'tickets', 'projects', 'comments', 'ticket_events'],
    queue: 'search.index',
    extra: (random) => ({
      ticketId: `T-${random.between(20_000, 20_900)}`,
      client: random.pick(['web', 'web', 'web', 'ios', 'android', 'integration']),
    }),
  },
  auth: {
    app: 'platform',
    version: '4.0.9',
    routes: ['/login', '/logout', '/token/refresh', '/sso/callback', '/password/reset'],
    info: ['login succeeded', 'logout', 'token refreshed', 'sso login succeeded', 'password reset requested'],
    warning: ['invalid password', 'token expired', 'mfa code rejected, {1-3} attempts left'],
    error: ['SSO_UPSTREAM: identity provider answered {500-504}', 'JWKS_STALE: no key for kid'],
    database: 'postgresql',
    tables: ['users', 'users', 'refresh_tokens'],
    calls: 'login.idhub.example',
    extra: (random, { ip }) => ({ ip, loginMethod: random.pick(['password', 'password', 'sso', 'google']) }),
  },
  realtime: {
    app: 'collab',
    version: '2.8.1',
    routes: ['/socket', '/presence'],
    info: ['client connected', 'client disconnected after {1-90} min', 'broadcast to {2-60} clients'],
    warning: ['heartbeat missed {2-5} times', 'send buffer at {70-99} percent'],
    error: ['WS_CLOSED: socket closed with 1006', 'REDIS_DOWN: pubsub connection lost'],
    database: 'redis',
    tables: ['presence'],
    extra: (random) => ({
      channel: random.pick(['board', 'board', 'inbox', 'chat']),
      sockets: random.between(50, 900),
    }),
  },
  'file-store': {
    app: 'collab',
    version: '5.1.4',
    routes: ['/files', '/files/:id', '/files/:id/preview'],
    info: ['file uploaded', 'file downloaded', 'preview generated in {80-2500} ms', 'virus scan clean'],
    warning: ['file too large, rejected', 'workspace quota at {80-99} percent'],
    error: ['S3_SLOWDOWN: bucket asked to reduce request rate', 'PREVIEW_CRASH: converter exited with {1-139}'],
    calls: 'objects.blobhaus.example',
    extra: (random) => ({
      fileSize: random.chance(0.15) ? random.between(10_000_000, 90_000_000) : random.between(4_000, 4_000_000),
      fileType: random.pick(['pdf', 'pdf', 'png', 'png', 'docx', 'zip', 'mp4']),
    }),
  },
};

export const DESK_SERVICES: Readonly<Record<string, DeskService>> = { ...FRONT, ...DESK_WORKERS };
