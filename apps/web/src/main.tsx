import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/tokens.css';
import './shell/base.css';
import { App } from './shell/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('expected an element #root in the page');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
