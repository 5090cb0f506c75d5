import { configErrors } from '@clearspan/service-kit';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config.ts';
import { readTargets } from '../../src/forward/target/read-targets.ts';

const shown = (variables: Record<string, string>): unknown => {
  expect(configErrors(configSchema, variables)).toEqual([]);
  // As the service reads them: through the schema.
  return readTargets(configSchema.parse(variables)).targets.map(({ name, url, headers, signals }) => ({
    name,
    url: url.href,
    headers,
    signals: [...signals],
  }));
};

describe('where telemetry is sent on to', () => {
  test('nowhere, unless a variable says so', () => expect(shown({})).toEqual([]));

  test('several targets, with headers and signals of their own', () => {
    expect(
      shown({
        TELEMETRY_STORE_FORWARD: 'tempo=http://127.0.0.1:4418, far-away=https://otlp.example.com/base/ ,',
        TELEMETRY_STORE_FORWARD_FAR_AWAY_HEADERS: 'Authorization=Basic%20YTpi, x-tenant=a=b',
        TELEMETRY_STORE_FORWARD_FAR_AWAY_SIGNALS: 'traces, logs',
      }),
    ).toEqual([
      { name: 'tempo', url: 'http://127.0.0.1:4418/', headers: {}, signals: ['traces', 'logs', 'metrics'] },
      {
        name: 'far-away',
        url: 'https://otlp.example.com/base/',
        headers: { authorization: 'Basic YTpi', 'x-tenant': 'a=b' },
        signals: ['traces', 'logs'],
      },
    ]);
  });

  test('Coralogix, by a key and a domain alone', () => {
    const account = { CX_TOKEN: 'cxtp_secret', CX_DOMAIN: 'eu1.coralogix.com' };
    const target = {
      name: 'coralogix',
      url: 'https://ingress.eu1.coralogix.com/',
      headers: { authorization: 'Bearer cxtp_secret' },
      signals: ['traces', 'logs', 'metrics'],
    };
    expect(shown(account)).toEqual([target]);
    expect(
      shown({
        ...account,
        CX_APPLICATION_NAME: 'shop',
        CX_SUBSYSTEM_NAME: 'all',
        TELEMETRY_STORE_FORWARD_CORALOGIX_SIGNALS: 'traces',
      }),
    ).toEqual([
      {
        ...target,
        headers: { ...target.headers, 'cx-application-name': 'shop', 'cx-subsystem-name': 'all' },
        signals: ['traces'],
      },
    ]);
  });

  test('what is wrong is told with its variable, and no secret is shown', () => {
    const told = (variables: Record<string, string>): string => configErrors(configSchema, variables).join('\n');
    const many = Array.from({ length: 9 }, (_, i) => `t${i}=http://h${i}`).join(',');
    expect(
      [
        { TELEMETRY_STORE_FORWARD: 'http://127.0.0.1:4418' },
        { TELEMETRY_STORE_FORWARD: 'Tempo=http://h' },
        { TELEMETRY_STORE_FORWARD: 'a=ftp://h' },
        { TELEMETRY_STORE_FORWARD: 'a=http://u:swordfish@h' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h/?key=swordfish' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h,a=http://i' },
        { TELEMETRY_STORE_FORWARD: many },
        { TELEMETRY_STORE_FORWARD: 'me=http://localhost:4318' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h', TELEMETRY_STORE_FORWARD_A_HEADERS: 'swordfish' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h', TELEMETRY_STORE_FORWARD_A_HEADERS: 'content-type=swordfish' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h', TELEMETRY_STORE_FORWARD_A_HEADERS: 'x=1,y=sword%0Afish' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h', TELEMETRY_STORE_FORWARD_A_SIGNALS: 'spans' },
        { TELEMETRY_STORE_FORWARD: 'a=http://h', TELEMETRY_STORE_FORWARD_B_HEADERS: 'x=swordfish' },
        { TELEMETRY_STORE_FORWARD_QUEUE_BYTES_MAX: '0' },
        { CX_TOKEN: 'swordfish' },
        { CX_DOMAIN: 'eu1.coralogix.com' },
        { CX_TOKEN: 'sword\nfish', CX_DOMAIN: 'https://eu1.coralogix.com' },
      ].map(told),
    ).toMatchInlineSnapshot(`
      [
        "TELEMETRY_STORE_FORWARD: expected name=url,…, with a name of at most 32 letters a-z, digits and \`-\` in part 1, found "http://127.0.0.1:4418"",
        "TELEMETRY_STORE_FORWARD: expected name=url,…, with a name of at most 32 letters a-z, digits and \`-\` in part 1, found "Tempo=http://h"",
        "TELEMETRY_STORE_FORWARD: expected an http or https address without user, query and fragment in part 1, found "a=ftp://h"",
        "TELEMETRY_STORE_FORWARD: expected an http or https address without user, query and fragment in part 1, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD: expected an http or https address without user, query and fragment in part 1, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD: expected each name once; \`coralogix\` is the target of CX_TOKEN, found "a=http://h,a=http://i"",
        "TELEMETRY_STORE_FORWARD: expected at most 8 targets, found "t0=http://h0,t1=http://h1,t2=http://h2,t3=http://h3,t4=http://h4,t5=http://h5,t6=http://h6,t7=http://h7,t8=http://h8"",
        "TELEMETRY_STORE_FORWARD: expected the address of another than this store in part 1, found "me=http://localhost:4318"",
        "TELEMETRY_STORE_FORWARD_A_HEADERS: expected key=value,…, with the name of a header in part 1, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD_A_HEADERS: expected headers that the store does not set itself, as it does content-type, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD_A_HEADERS: expected characters of a header, escaped as in a URL, in the value of part 2, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD_A_SIGNALS: expected some of traces,logs,metrics, found "spans"",
        "TELEMETRY_STORE_FORWARD_B_HEADERS: expected a target of this name in TELEMETRY_STORE_FORWARD, found a value that is not shown",
        "TELEMETRY_STORE_FORWARD_QUEUE_BYTES_MAX: expected a whole number of bytes, at least 1, found "0"",
        "CX_DOMAIN: expected the domain that CX_TOKEN is for, such as eu1.coralogix.com, found nothing",
        "CX_TOKEN: expected the Send-Your-Data key for CX_DOMAIN, found nothing",
        "CX_DOMAIN: expected a domain such as eu1.coralogix.com, found "https://eu1.coralogix.com"
      CX_TOKEN: expected characters of a header, found a value that is not shown",
      ]
    `);
  });
});
