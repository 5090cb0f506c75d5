import type { StorefrontPresence } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { usePolled } from '../api/use-polled.ts';
import { LEARNED_HASH, type Route, SHOP_HASH } from './route.ts';
import { SystemHealthLight } from './system-health.tsx';
import { type Theme, useTheme } from './theme.ts';

const LABEL: Readonly<Record<Theme, string>> = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

/** Seldom: a shop is started and stopped together with the system. */
const PRESENCE_MS = 30_000;

/** A bridge: one clear span over many pillars. */
const Mark = (): ReactElement => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path className="mark-deck" d="M3 22h26" />
    <path className="mark-arch" d="M5 22C7.5 10 24.5 10 27 22" />
    <path className="mark-hanger" d="M10.5 22v-6.2M16 22v-8.6M21.5 22v-6.2" />
  </svg>
);

const ThemeIcon = ({ theme }: { readonly theme: Theme }): ReactElement => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    {theme === 'light' && (
      <path d="M10 6.2a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 0 0 0-7.6M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16" />
    )}
    {theme === 'dark' && <path d="M15.8 12.2A6.6 6.6 0 0 1 7.8 4.2a6.6 6.6 0 1 0 8 8z" />}
    {theme === 'system' && (
      <>
        <circle cx="10" cy="10" r="6.5" />
        <path className="half" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
      </>
    )}
  </svg>
);

export const Header = ({ route }: { readonly route: Route }): ReactElement => {
  const [theme, nextTheme] = useTheme();
  const shop = usePolled<StorefrontPresence>('/storefront', PRESENCE_MS);
  return (
    <header className="top">
      <a className="brand" href="#/" aria-label="Clearspan, ask a question">
        <Mark />
        <span>Clearspan</span>
      </a>
      <nav aria-label="Pages">
        <a href="#/" aria-current={route.page === 'ask' ? 'page' : undefined}>
          Ask
        </a>
        <a href={LEARNED_HASH} aria-current={route.page === 'learned' ? 'page' : undefined}>
          Learned
        </a>
        {shop.value?.there && (
          <a href={SHOP_HASH} aria-current={route.page === 'shop' ? 'page' : undefined}>
            Shop
          </a>
        )}
        {route.page === 'trace' && (
          <a href={`#/trace/${route.id}`} aria-current="page">
            Trace
          </a>
        )}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          API
        </a>
      </nav>
      <div className="top-end">
        <SystemHealthLight />
        <button
          type="button"
          className="icon-button"
          onClick={nextTheme}
          aria-label={LABEL[theme]}
          title={LABEL[theme]}
        >
          <ThemeIcon theme={theme} />
        </button>
      </div>
    </header>
  );
};
