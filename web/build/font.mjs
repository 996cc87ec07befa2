// Makes src/app/fonts/inter-latin-400-700.woff2 out of the font's package: the weights and letters that the client uses, so
// that a first load does not wait for others. Run after a new version of the font: npm install --no-save subset-font,
// then node build/font.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import subset from 'subset-font';

const web = new URL('..', import.meta.url).pathname;
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const letters = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŒœʻʼˆˇ˘˙˚˛˜–—‘’‚“”„•…‹›€™←↑→↓−⁄≤≥×';
const whole = readFileSync(`${web}node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2`);
const part = await subset(whole, letters, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } });
writeFileSync(`${web}src/app/fonts/inter-latin-400-700.woff2`, part);
