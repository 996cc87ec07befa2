import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows the client as it is being written, on the data of a running `./muster serve`.
const server = process.env['MUSTER_URL'] ?? 'http://127.0.0.1:7070';

const mocked = 'src/**/*.mocked.test.tsx';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The server replaces the placeholder in index.html by a fresh nonce for each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    // The policy allows fonts and scripts from the server only, never from data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: server, ws: true }, '/oauth': server } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    testTimeout: 20_000,
    // The files of a worker share what they import, which takes longer than most tests; one that replaces a module has its own.
    pool: 'threads',
    projects: [
      { extends: true, test: { name: 'shared', include: ['src/**/*.test.{ts,tsx}'], exclude: [mocked], isolate: false } },
      { extends: true, test: { name: 'mocked', include: [mocked] } },
    ],
  },
});
