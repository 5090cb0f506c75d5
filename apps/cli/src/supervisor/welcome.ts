import { defaultUrl, SERVICES, STOREFRONT } from '@clearspan/contracts';
import type { ProcessPlan } from './process-plan.ts';

const QUESTION = 'Show me errors from the last hour grouped by service';

const ENTRIES = [...Object.values(SERVICES), ...Object.values(STOREFRONT)];

const roleOf = (name: string): string => ENTRIES.find((entry) => entry.name === name)?.role ?? '';

/** What is printed when all is up: where everything is, and what to try first. */
export const welcome = (plan: ProcessPlan, facts: { readonly dataDir: string; readonly readyMs: number }): string => {
  const running = new Set(plan.processes.map((p) => p.name));
  const rows = plan.processes.map((p) => [p.name, p.url, roleOf(p.name)] as const);
  const otlp =
    plan.otlpGrpcUrl === null
      ? []
      : ([
          ['OTLP over HTTP', plan.otlpUrl, 'telemetry of anything'],
          ['OTLP over gRPC', plan.otlpGrpcUrl, 'the same'],
        ] as const);
  const table = [...rows, ...otlp].map(([name, url, role]) => `  ${name.padEnd(22)}${url.padEnd(26)}${role}`);
  const gateway = plan.urls['api-gateway'];
  const elsewhere = gateway === 'http://127.0.0.1:8010' ? '' : ` --url ${gateway}`;
  const tries = [
    ...(running.has('web') ? [`  open ${plan.urls.web}`] : []),
    ...(running.has('api-gateway')
      ? [
          `  npx clearspan ask${elsewhere} "${QUESTION}" --run`,
          `  curl -s ${gateway}/api/generate-query -H 'content-type: application/json' -d '{"user_input":"${QUESTION}"}'`,
        ]
      : []),
  ];
  const traffic = plan.urls['storefront-traffic'];
  const shopAt = traffic === defaultUrl('storefront-traffic') ? '' : ` --url ${traffic}`;
  const shop = running.has('storefront-traffic')
    ? [
        '',
        'Let something go wrong in the shop (storefront), and find out what by asking',
        `  npx clearspan demo quiz${shopAt}`,
        `  npx clearspan demo faults${shopAt}`,
      ]
    : [];
  return [
    '',
    `Clearspan is ready in ${(facts.readyMs / 1000).toFixed(1)} s`,
    '',
    ...table,
    `  ${'data'.padEnd(22)}${facts.dataDir}`,
    ...(tries.length ? ['', 'Try', ...tries] : []),
    ...shop,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
};
