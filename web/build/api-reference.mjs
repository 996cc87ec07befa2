// Puts the readable API page beside the client: swagger-ui as it comes from npm, with a page and a start script of our own.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

const target = new URL('../dist/api-reference/', import.meta.url).pathname;
const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const own = new URL('../api-reference/', import.meta.url).pathname;

mkdirSync(target, { recursive: true });
for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE']) {
  copyFileSync(join(source, file), join(target, file));
}
for (const file of ['index.html', 'start.js', 'page.css']) {
  copyFileSync(join(own, file), join(target, file));
}
