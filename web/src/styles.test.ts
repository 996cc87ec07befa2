import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = import.meta.dirname;
const sheets = join(source, '../node_modules/@mantine/core/styles');

/** Components that are drawn with the styles of others. */
const drawnWith: Record<string, string[]> = { MultiSelect: ['PillsInput', 'Pill'], SegmentedControl: ['FloatingIndicator'] };

const read = (file: string): string => readFileSync(join(source, file), 'utf8');
const stylesIn = (file: string): string[] => [...read(file).matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name = '']) => name);
const componentsIn = (file: string): string[] =>
  [...read(file).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

const everywhere = new Set(stylesIn('app/styles.ts'));
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx') && !file.includes('.test.'));
const ofFolder = new Map<string, string[]>();
for (const file of files) {
  ofFolder.set(folderOf(file), [...(ofFolder.get(folderOf(file)) ?? []), ...stylesIn(file)]);
}

it('every component has its styles, from the first load on or in its own folder', () => {
  const missing = files.flatMap((file) => componentsIn(file)
    .flatMap((name) => [name, ...(drawnWith[name] ?? [])])
    .filter((name) => existsSync(join(sheets, `${name}.css`)) && !everywhere.has(name) && !ofFolder.get(folderOf(file))?.includes(name))
    .map((name) => `${file} draws ${name} without @mantine/core/styles/${name}.css`));
  expect(missing).toEqual([]);
});
