// What the first load of each page costs over the wire (gzip; the Latin font counts too), and a limit on it.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limitKilobytes = 300;
const dist = new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const squeezed = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

function filesOf(key, into = new Set()) {
  const chunk = manifest[key];
  if (!into.has(chunk.file)) {
    into.add(chunk.file);
    (chunk.css ?? []).forEach((file) => into.add(file));
    (chunk.imports ?? []).forEach((one) => filesOf(one, into));
  }
  return into;
}

const fonts = Object.values(manifest).flatMap((chunk) => chunk.assets ?? []).filter((file) => /inter-latin-400-700/.test(file));
const font = [...new Set(fonts)].reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
const fixed = ['index.html', 'favicon.svg'].reduce((sum, file) => sum + squeezed(file), 0) + font;
const frame = 'src/app/frame/Frame.tsx';
const areas = ['system/SystemPage.tsx', 'people/PeoplePage.tsx', 'forecast/ForecastPage.tsx'].map((page) => `src/features/${page}`);
const parentsOf = (key) => [entry, ...(/features\/session\/(SignIn|First)/.test(key) ? [] : [frame]), ...areas.filter((area) => key.startsWith(area.replace(/[^/]+$/, ''))), key];

let worst = 0;
for (const key of Object.keys(manifest).filter((one) => /(Page|Frame)\.tsx$/.test(one))) {
  const files = parentsOf(key).reduce((all, one) => filesOf(one, all), new Set());
  const bytes = [...files].reduce((sum, file) => sum + squeezed(file), fixed);
  worst = Math.max(worst, bytes);
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${key.replace('src/', '')}`);
}
console.log(`The heaviest first load is ${(worst / 1000).toFixed(1)} kB gzipped (font ${(font / 1000).toFixed(1)} kB); the limit is ${limitKilobytes} kB.`);
if (worst > limitKilobytes * 1000 || font === 0) {
  console.error('The first load is over its limit. Maybe a page is imported instead of loaded when it is opened.');
  process.exit(1);
}
