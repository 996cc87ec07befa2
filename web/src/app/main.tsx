import './styles';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepParts } from '@/api/servers';
import { pageNonce } from '@/lib/nonce';
import { App } from './App';
import { createQueries } from './queries';
import { createAppRouter } from './router';

// The scroll lock of drawers and menus writes a style element of its own.
setNonce(pageNonce());

/** What the first page needs goes first. */
const whenQuietMilliseconds = 2_000;

const root = document.getElementById('root');
if (root) {
  const queries = createQueries();
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} router={createAppRouter(queries)} />
    </StrictMode>,
  );
  globalThis.addEventListener('load', () => setTimeout(() => void keepParts(), whenQuietMilliseconds));
}
