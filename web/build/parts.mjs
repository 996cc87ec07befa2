// Lists the parts of the client, for pages that keep all of them in case their server dies (src/api/servers.ts).
import { readdirSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url).pathname;
const parts = readdirSync(`${dist}assets`).filter((name) => /\.(js|css)$/.test(name)).sort();
writeFileSync(`${dist}parts.json`, JSON.stringify(parts.map((name) => `assets/${name}`)));
