import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'clearspan.theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

const stored = (): Theme => {
  const value = document.documentElement.dataset.theme;
  return value === 'light' || value === 'dark' ? value : 'system';
};

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
  }
  // Charts draw on a canvas with the colours of the moment: they are told to draw again.
  window.dispatchEvent(new Event('clearspan:theme'));
};

/** The theme, and what switches to the next one: the system's, light, dark. */
export const useTheme = (): readonly [Theme, () => void] => {
  const [theme, setTheme] = useState(stored);
  const next = (): void => {
    const following = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system';
    apply(following);
    setTheme(following);
  };
  return [theme, next];
};
