import './styles';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { pageNonce } from '@/lib/nonce';
import { App } from './App';

// The scroll lock of drawers and menus writes a style element of its own.
setNonce(pageNonce());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
