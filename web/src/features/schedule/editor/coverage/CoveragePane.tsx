import { NativeSelect, useComputedColorScheme } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { requirementQuery } from '@/api/forecasts';
import { everyoneFound, isAnyoneFound } from '@/api/people';
import type { Forecast, Items, Requirement } from '@/api/types';
import { formatNumber } from '@/lib/format';
import grid from '../canvas/Grid.module.css';
import { readTheme } from '../canvas/look';
import type { Viewport } from '../canvas/Viewport';
import type { Codes, Sheet } from '../model/rows';
import legend from '../../Legend.module.css';
import classes from '../page/Editor.module.css';
import { minutesOf, requiredOf, scheduledOf, sumsOf, type Cover } from './coverage';
import { paintCover } from './paintCover';

interface CoveragePaneProps {
  sheet: Sheet;
  codes: Codes;
  viewport: Viewport;
  height: number;
  site: string;
  forecasts: readonly Forecast[];
  groups: readonly Items['planning-groups'][];
  chosen: { forecast: string | undefined; group: string | undefined };
  onChoose: (chosen: { forecast?: string; group?: string }) => void;
}

const usualMinutes = 15;
const everybody = 'all';

/** Who is required and who is there, over the same time as the rows above. */
export function CoveragePane({ sheet, codes, viewport, height, site, forecasts, groups: all, chosen, onChoose }: CoveragePaneProps) {
  const forecast = forecasts.find(({ id }) => id === chosen.forecast) ?? forecasts[0];
  const groups = useMemo(() => all.filter(({ id }) => forecast?.planning_group_ids.includes(id)), [all, forecast]);
  const group = groups.find(({ id }) => id === chosen.group);
  const served = useServed(site, groups);
  const asked = useMemo(() => (group ? [group] : groups.filter(({ id }) => served?.has(id) ?? true)), [group, groups, served]);
  const requirements = useRequirements(forecast?.id, asked);
  const counted = useCounted(site, group);
  const cover = useMemo((): Cover => {
    const minutes = minutesOf(requirements, usualMinutes);
    return { minutes, required: requiredOf(sheet.clock, requirements, minutes), scheduled: scheduledOf(sheet, codes, minutes, (id) => counted?.has(id) ?? true) };
  }, [sheet, codes, requirements, counted]);
  const sums = sumsOf(cover);
  const words = `${requirements.length > 0 ? `${formatNumber(sums.required)} h required with shrinkage, ` : ''}${formatNumber(sums.scheduled)} h on queue${requirements.length > 0 ? `, ${formatNumber(sums.missing)} h missing, ${formatNumber(sums.over)} h too many` : ''}`;
  return (
    <section aria-label="Coverage" className={classes.coverage}>
      <div className={classes.coverHead}>
        <strong>Coverage</strong>
        <NativeSelect
          size="xs"
          aria-label="Requirement of"
          data={forecasts.length > 0 ? forecasts.map(({ id, name }) => ({ value: id, label: name })) : [{ value: '', label: 'No forecast yet' }]}
          value={forecast?.id ?? ''}
          onChange={({ currentTarget: { value } }) => onChoose({ forecast: value })}
        />
        <NativeSelect
          size="xs"
          aria-label="Planning group"
          data={[{ value: everybody, label: 'All planning groups' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
          value={group?.id ?? everybody}
          onChange={({ currentTarget: { value } }) => onChoose({ group: value === everybody ? '' : value })}
        />
        <span className={legend.legend}><span><i className={legend.required} aria-hidden />Required</span><span><i className={legend.scheduled} aria-hidden />Scheduled</span></span>
        <span role="status">{words}</span>
        <span className={classes.dim}>{group ? 'Who has the skills of the group, and is on queue; who serves several groups counts in each.' : 'Everybody of this unit who is on queue; the requirement is of the planning groups that they can serve, whoever else serves them.'}</span>
      </div>
      <Chart cover={cover} sheet={sheet} viewport={viewport} height={height} words={words} />
    </section>
  );
}

function Chart({ cover, sheet, viewport, height, words }: { cover: Cover; sheet: Sheet; viewport: Viewport; height: number; words: string }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const colours = useComputedColorScheme();
  useEffect(() => {
    const canvas = ref.current;
    const pen = canvas?.getContext('2d', { alpha: false });
    if (!canvas || !pen) {
      return undefined;
    }
    const theme = readTheme(canvas);
    return viewport.follow((view) => {
      const sharp = window.devicePixelRatio || 1;
      const size = [Math.round(view.width * sharp), Math.round(height * sharp)] as const;
      if (canvas.width !== size[0] || canvas.height !== size[1]) {
        [canvas.width, canvas.height] = size;
        canvas.style.width = `${view.width}px`;
      }
      if (view.width > 0) {
        paintCover(pen, theme, { cover, sheet, view, height });
      }
    });
  }, [cover, sheet, viewport, height, colours]);
  return <canvas ref={ref} className={grid.coverage} style={{ height }} role="img" aria-label={words} />;
}

const combined = (answers: readonly { data: Requirement | undefined }[]): Requirement[] => answers.flatMap(({ data }) => data ?? []);

function useRequirements(forecast: string | undefined, groups: readonly Items['planning-groups'][]): Requirement[] {
  return useQueries({
    queries: groups.map(({ id }) => ({ ...requirementQuery({ forecast: forecast ?? '', group: id }, 0), enabled: forecast !== undefined, retry: false })),
    combine: combined,
  });
}

/** The planning groups whose skills somebody of the unit has; nothing: not known, or they have none of any. */
function useServed(site: string, groups: readonly Items['planning-groups'][]): ReadonlySet<string> | undefined {
  const asked = groups.map(({ id, required_skills: skills }) => ({ id, skills: skills.map(({ skill_id }) => skill_id) }));
  const found = useQuery({
    queryKey: ['people', 'serving', site, asked],
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
      const answers = await Promise.all(asked.map(({ skills }) => Promise.all(skills.map((skill) => isAnyoneFound({ unit: site, skill }, signal)))));
      return new Set(asked.filter((_, index) => answers[index]?.every(Boolean)).map(({ id }) => id));
    },
    enabled: asked.length > 1,
    staleTime: 60_000,
  }).data;
  return found?.size ? found : undefined;
}

/** Who has all the skills that a planning group takes; nothing: everybody counts. */
function useCounted(site: string, group: Items['planning-groups'] | undefined): ReadonlySet<string> | undefined {
  const skills = group?.required_skills.map(({ skill_id }) => skill_id) ?? [];
  return useQuery({
    queryKey: ['people', 'with', site, skills],
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
      const lists = await Promise.all(skills.map(async (skill) => new Set(await everyoneFound({ unit: site, skill }, signal))));
      const [first, ...others] = lists;
      return new Set([...(first ?? [])].filter((id) => others.every((list) => list.has(id))));
    },
    enabled: skills.length > 0,
    staleTime: 60_000,
  }).data;
}
