import { lazy, type ReactElement, Suspense } from 'react';
import { AskPage } from '../ask/ask-page.tsx';
import { TracePage } from '../trace/trace-page.tsx';
import { Header } from './header.tsx';
import { parseRoute, type Route, useHash } from './route.ts';

/** Few systems have a shop: its page comes when it is opened. */
const ShopPage = lazy(async () => ({ default: (await import('../shop/shop-page.tsx')).ShopPage }));

const LearnedPage = lazy(async () => ({ default: (await import('../learned/learned-page.tsx')).LearnedPage }));

const Page = ({ route }: { readonly route: Route }): ReactElement => {
  switch (route.page) {
    case 'ask':
      return <AskPage question={route.question} before={route.before} />;
    case 'trace':
      return <TracePage key={route.id} id={route.id} />;
    case 'shop':
      return (
        <Suspense>
          <ShopPage />
        </Suspense>
      );
    case 'learned':
      return (
        <Suspense>
          <LearnedPage />
        </Suspense>
      );
    case 'unknown':
      return (
        <section className="card">
          <h1>Nothing is here</h1>
          <p>
            The address <code>{route.hash}</code> names no page. <a href="#/">Ask a question instead</a>.
          </p>
        </section>
      );
  }
};

/** A button, for a link into the page would change the route, which lives in the fragment. */
const focusMain = (): void => document.getElementById('main')?.focus();

export const App = (): ReactElement => {
  const route = parseRoute(useHash());
  return (
    <>
      <button type="button" className="skip" onClick={focusMain}>
        Skip to the content
      </button>
      <Header route={route} />
      <main id="main" tabIndex={-1}>
        <Page route={route} />
      </main>
    </>
  );
};
