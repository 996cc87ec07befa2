// Writes .br and .gz next to each text asset, so that the server never compresses the same file twice.
// index.html is left out: the server writes a nonce into it for each answer.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const text = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.map', '.txt']);
const smallest = 512;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!text.has(extname(name))) {
    continue;
  }
  const bytes = readFileSync(join(dist, name));
  if (bytes.length < smallest) {
    continue;
  }
  // Level 9 of 11: a tenth of the time for a few per cent on the one large file.
  const quality = bytes.length > 500_000 ? 9 : constants.BROTLI_MAX_QUALITY;
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
