import { allUnits, type Unit } from '@/api/units';

type Search = Record<string, unknown>;

interface UnitPage {
  path: string;
  /** The unit that an address of the page names, if it names one. */
  read: (search: Search) => unknown;
  /** What the address says when a unit is chosen, or none. */
  write: (unit: Unit | undefined) => Record<string, string | undefined>;
}

const businessUnit = (unit: Unit | undefined) => unit?.parent?.id ?? unit?.id;

/** How the pages that look at one unit say in their addresses which. */
const pages: readonly UnitPage[] = [
  { path: '/people/agents', read: ({ unit }) => unit, write: (unit) => ({ unit: unit?.id ?? allUnits, team: undefined }) },
  { path: '/people/organization', read: ({ item }) => item, write: (unit) => ({ item: unit?.id, open: undefined, new: undefined }) },
  {
    path: '/forecast', read: ({ unit }) => unit,
    write: (unit) => ({ unit: businessUnit(unit), group: undefined, forecast: undefined, week: undefined, day: undefined, open: undefined }),
  },
  { path: '/adherence/rules', read: ({ unit }) => unit, write: (unit) => ({ unit: businessUnit(unit), from: undefined, open: undefined }) },
  { path: '/adherence', read: ({ unit }) => unit, write: (unit) => ({ unit: unit?.id ?? allUnits }) },
  {
    path: '/schedule', read: ({ site, unit }) => site ?? unit,
    write: (unit) => ({ unit: businessUnit(unit), site: unit?.parent && unit.id, build: undefined, open: undefined }),
  },
];

export const unitPageOf = (path: string): UnitPage | undefined => pages.find((page) => path.startsWith(page.path));

/** Which unit is looked at: by the address, else as remembered; none for all of them. */
export function chosenUnit(units: readonly Unit[], path: string, search: Search, remembered: string | undefined): Unit | undefined {
  const asked = unitPageOf(path)?.read(search);
  const find = (id: unknown) => units.find((unit) => unit.id === id);
  return asked === allUnits ? undefined : find(asked) ?? find(remembered);
}
