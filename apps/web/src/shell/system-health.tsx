import type { SystemHealth } from '@clearspan/contracts';
import { type ReactElement, useEffect, useState } from 'react';
import { getJson, type Reply } from '../api/client.ts';

/** Often enough to notice, seldom enough not to matter: the gateway asks every service for it. */
const REFRESH_MS = 30_000;

type Light = { readonly tone: 'good' | 'warn' | 'bad' | 'unknown'; readonly text: string; readonly more: string };

const lightOf = (reply: Reply<SystemHealth> | null): Light => {
  if (reply === null) return { tone: 'unknown', text: 'Looking', more: 'Asking the gateway how the system is' };
  if (!reply.ok) return { tone: 'bad', text: 'Not reachable', more: `${reply.error.code}: ${reply.error.detail}` };
  const services = Object.entries(reply.value.downstream_services);
  const sick = services.filter(([, s]) => s.status !== 'healthy');
  const more = sick.map(([name, s]) => `${name}: ${s.error ?? s.status}`).join('\n');
  if (reply.value.status === 'healthy')
    return { tone: 'good', text: 'Healthy', more: `${services.length} services are well` };
  return { tone: reply.value.status === 'degraded' ? 'warn' : 'bad', text: `${sick.length} not well`, more };
};

export const SystemHealthLight = (): ReactElement => {
  const [reply, setReply] = useState<Reply<SystemHealth> | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const look = async (): Promise<void> => {
      // A page nobody looks at asks nothing.
      if (document.visibilityState === 'hidden') return;
      const found = await getJson<SystemHealth>('/api/health', { signal: over.signal, alsoStatus: 503 });
      if (!over.signal.aborted) setReply(found);
    };
    void look();
    const timer = setInterval(() => void look(), REFRESH_MS);
    return () => {
      over.abort();
      clearInterval(timer);
    };
  }, []);
  const light = lightOf(reply);
  return (
    <span className={`light light-${light.tone}`} title={light.more}>
      <span className="dot" aria-hidden="true" />
      <span className="light-text" role="status">
        {light.text}
      </span>
    </span>
  );
};
