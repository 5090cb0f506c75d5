import type { DeskService } from './desk-service.ts';

/** The services that money, mail and machines are dealt with by. */
export const DESK_WORKERS: Readonly<Record<string, DeskService>> = {
  billing: {
    app: 'platform',
    version: '3.14.0',
    routes: ['/billing/invoices', '/billing/checkout', '/billing/seats'],
    info: ['invoice paid', 'invoice created', 'plan upgraded', 'plan cancelled', 'seat count changed to {2-250}'],
    warning: ['card declined', 'invoice overdue for {3-45} days'],
    error: ['PROVIDER_TIMEOUT: payrail did not answer within {10-30} s', 'TAX_LOOKUP: no rate for country'],
    database: 'postgresql',
    tables: ['invoices', 'invoices', 'subscriptions'],
    calls: 'api.payrail.example',
    extra: (random) => ({
      invoiceId: `inv_${random.between(70_000, 71_500)}`,
      amountUsd: random.between(900, 240_000) / 100,
      country: random.pick(['US', 'US', 'DE', 'GB', 'FR', 'IN']),
    }),
  },
  'search-indexer': {
    app: 'collab',
    version: '1.22.5',
    routes: [],
    info: ['indexed {1-400} documents', 'index refreshed', 'job finished'],
    warning: ['job requeued', 'index lag is {5-240} s'],
    error: ['BULK_REJECTED: {1-90} documents rejected', 'MAPPING_CONFLICT: field due_date has another type'],
    database: 'opensearch',
    tables: ['tickets', 'comments', 'files'],
    queue: 'search.index',
    extra: (random) => ({
      queue: 'search.index',
      attempt: random.chance(0.75) ? 1 : random.between(2, 6),
      index: random.pick(['tickets', 'tickets', 'comments', 'files']),
    }),
  },
  webhooks: {
    app: 'platform',
    version: '2.3.0',
    routes: [],
    info: ['webhook delivered', 'webhook scheduled', 'endpoint verified'],
    warning: ['delivery failed, retrying in {10-600} s', 'endpoint answered {400-404}'],
    error: ['ENDPOINT_GONE: endpoint disabled after {10-20} failures', 'ETIMEDOUT: no answer within {5-15} s'],
    queue: 'webhooks.deliver',
    calls: 'hooks.customer.example',
    extra: (random) => ({
      queue: 'webhooks.deliver',
      attempt: random.chance(0.6) ? 1 : random.between(2, 9),
      event: random.pick(['ticket.created', 'ticket.created', 'ticket.closed', 'comment.added', 'project.archived']),
    }),
  },
  mailer: {
    app: 'platform',
    version: '6.6.1',
    routes: [],
    info: ['mail sent', 'mail queued', 'mail opened'],
    warning: ['mail bounced', 'recipient unsubscribed', 'smtp throttled us for {5-90} s'],
    error: ['SMTP_550: mailbox unavailable', 'TEMPLATE_MISSING: no template for locale'],
    queue: 'mail.send',
    calls: 'smtp.postwave.example',
    extra: (random) => ({
      queue: 'mail.send',
      attempt: random.chance(0.8) ? 1 : random.between(2, 5),
      template: random.pick(['ticket_reply', 'ticket_reply', 'invite', 'password_reset', 'weekly_digest']),
    }),
  },
};
