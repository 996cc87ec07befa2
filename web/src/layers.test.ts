import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const source = import.meta.dirname;

/** Which folders a folder may import from; a feature is its own folder and no other feature's. */
const allowed: Record<string, string[]> = {
  lib: ['lib'],
  api: ['api', 'lib'],
  components: ['components', 'api', 'lib'],
  features: ['components', 'api', 'lib'],
  app: ['app', 'features', 'components', 'api', 'lib'],
};

const layerOf = (path: string): string => {
  const [top = '', area = ''] = path.split('/');
  return top === 'features' ? `features/${area}` : top;
};

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'((?:@|\.{1,2})\/[^']+)'/g)].map(([, to = '']) =>
    to.startsWith('@/') ? to.slice(2) : relative(source, join(source, dirname(file), to)),
  );
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file.includes('/'));

it('sees the imports of the whole client', () => {
  expect(files.flatMap(importsOf).length).toBeGreaterThan(100);
});

it('lets no feature import another and no layer reach up', () => {
  const breaches = files.flatMap((file) => {
    const own = layerOf(file);
    const may = [own, ...(allowed[own.split('/')[0] ?? ''] ?? [])];
    return importsOf(file)
      .filter((to) => to.includes('/') && !may.some((layer) => layer === layerOf(to) || (own === 'app' && layerOf(to).startsWith(`${layer}/`))))
      .map((to) => `${file} imports ${to}`);
  });
  expect(breaches).toEqual([]);
});

it('keeps every file under 300 lines', () => {
  const long = files.filter((file) => !file.endsWith('schema.d.ts'))
    .filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});
