import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { buildsQuery } from '@/api/builds';
import { forecastsQuery } from '@/api/forecasts';
import { usePermitted, type Loaded } from '@/api/loaded';
import { organizationQuery, type Organization } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { draftsQuery } from '@/api/schedules';
import { useWhere } from '@/api/session';
import type { Build, Draft, Forecast, Items } from '@/api/types';
import { addDays, isDate, weekOf } from '@/lib/dates';
import { useAsked } from '../../useScheduling';
import { Codes } from '../model/rows';

export type Span = 'day' | 'week' | 'month';
export const spanDays: Record<Span, number> = { day: 1, week: 7, month: 28 };
export const zooms = [1, 2, 4, 8, 16] as const;

/** What the page is about: by the address, else as remembered, else the first. */
export interface Editing {
  unit: Items['business-units'];
  site: Items['management-units'];
  sites: readonly Items['management-units'][];
  codes: Codes;
  groups: readonly Items['planning-groups'][];
  forecasts: readonly Forecast[];
  builds: readonly Build[];
  drafts: readonly Draft[];
  draft: Draft | undefined;
  /** What the address names as a draft and is none of the unit's. */
  gone: string | undefined;
  span: Span;
  /** The day that is looked at, and the first of those that are shown. */
  date: string;
  from: string;
  zoom: number;
  zone: string;
}

const inUse = <T extends { removed_at: string | null }>(items: readonly T[]): T[] => items.filter((item) => item.removed_at === null);
const oneOf = <T extends { id: string }>(items: readonly T[], ...wanted: (string | undefined)[]): T | undefined =>
  wanted.map((id) => items.find((item) => item.id === id)).find(Boolean) ?? items[0];
const isSpan = (text: string | undefined): text is Span => text !== undefined && text in spanDays;
const todayIn = (zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

/** The unit of the top bar may be a business unit or a management unit: whichever it is will be found. */
const looked = (unit: string | undefined) => (unit === undefined ? {} : { unit, site: unit });

interface Places {
  unit?: Items['business-units'];
  site?: Items['management-units'];
  sites: Items['management-units'][];
}

/** Of the units whose schedules may be seen. */
function placesOf(
  all: Organization | undefined, maySee: (unit: string) => boolean, asked: { unit?: string; site?: string }, seen: { unit?: string; site?: string },
): Places {
  const every = inUse(all?.['management-units'] ?? []).filter(({ id }) => maySee(id));
  const units = inUse(all?.['business-units'] ?? []).filter(({ id }) => maySee(id) || every.some((site) => site.business_unit_id === id));
  const named = every.find(({ id }) => id === asked.site);
  const unit = oneOf(units, named?.business_unit_id, asked.unit, every.find(({ id }) => id === seen.site)?.business_unit_id, seen.unit);
  const sites = every.filter((site) => site.business_unit_id === unit?.id);
  return { unit, sites, site: oneOf(sites, asked.site, seen.site) };
}

const none = [] as const;

/** The same as long as the organization is: what is drawn is made of them. */
function useParts(all: Organization | undefined, unit: string | undefined) {
  return useMemo(() => ({
    codes: new Codes((all?.['activity-codes'] ?? []).filter((code) => code.business_unit_id === unit)),
    groups: inUse(all?.['planning-groups'] ?? []).filter((group) => group.business_unit_id === unit),
  }), [all, unit]);
}

/** Undefined data: there is no unit to schedule. */
export function useEditing(): Loaded<Editing | undefined> {
  const asked = useAsked();
  const memory = useQuery(preferenceQuery('schedule'));
  const shell = useQuery(preferenceQuery('shell'));
  const seen = { ...memory.data, ...looked(shell.data?.unit) };
  const may = useWhere();
  const loaded = usePermitted('organization:view', organizationQuery);
  const all = loaded.state === 'full' && memory.isFetched && shell.isFetched ? loaded.data : undefined;
  const { unit, site, sites } = placesOf(all, (id) => may('schedule:view', id), asked, seen);
  const drafts = usePermitted('schedule:view', draftsQuery(site?.id));
  const forecasts = useQuery({ ...forecastsQuery(unit?.id), enabled: may('forecast:view', unit?.id) }).data;
  const builds = useQuery({ ...buildsQuery(unit?.id), enabled: may('schedule:view', unit?.id) }).data;
  const { codes, groups } = useParts(all, unit?.id);
  const gap = [drafts, loaded].find((one) => one.state !== 'full');
  if (gap || !all || drafts.state !== 'full') {
    return (gap as Loaded<never> | undefined) ?? { state: 'loading' };
  }
  if (!unit || !site) {
    return { state: 'full', data: undefined };
  }
  const zone = site.zone ?? unit.zone;
  const wanted = asked.draft ?? seen.draft;
  const draft = drafts.data.find(({ id, management_unit_id }) => id === wanted && management_unit_id === site.id);
  const gone = draft || asked.draft === 'published' ? undefined : asked.draft;
  const span = [asked.view, seen.view].find(isSpan) ?? 'week';
  const date = asked.date && isDate(asked.date) ? asked.date : draft?.first_day ?? todayIn(zone);
  const zoom = Number(asked.zoom ?? seen.zoom);
  return {
    ...drafts,
    data: {
      unit, site, sites, codes, groups, drafts: drafts.data, draft, gone, span, zone, date,
      forecasts: ordered((forecasts ?? none).filter(({ state }) => state === 'done'), builds?.find(({ id }) => id === draft?.build_id)?.forecast_id, date),
      builds: (builds ?? none).filter((build) => build.management_unit_ids.includes(site.id)),
      from: span === 'day' ? date : weekOf(date, unit.week_start),
      zoom: zooms.find((one) => one === zoom) ?? 1,
    },
  };
}

/** First the forecast that the draft was built for, then those that have the days, then the others. */
function ordered(forecasts: readonly Forecast[], built: string | undefined, date: string): Forecast[] {
  const rank = ({ id, first_day, weeks }: Forecast) =>
    (id === built ? 0 : first_day && first_day <= date && date < addDays(first_day, weeks * 7) ? 1 : 2);
  return [...forecasts].sort((one, other) => rank(one) - rank(other));
}
