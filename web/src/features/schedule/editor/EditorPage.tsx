import { Alert, Anchor } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { usePermitted } from '@/api/loaded';
import { preferenceQuery } from '@/api/preferences';
import { gridQuery, type GridPlace } from '@/api/schedules';
import { useMay } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import { addDays } from '@/lib/dates';
import { useAsked } from '../useScheduling';
import { Editor } from './page/Editor';
import classes from './page/Editor.module.css';
import { ScheduleBar } from './page/ScheduleBar';
import { spanDays, useEditing, zooms, type Editing } from './page/useEditing';
import { useFresh } from './page/useFresh';
import { useOutbox } from './page/useOutbox';

const Breaches = lazy(() => import('./page/Breaches').then((module) => ({ default: module.Breaches })));
const GoneDraft = lazy(() => import('./page/GoneDraft').then((module) => ({ default: module.GoneDraft })));
const NewDraft = lazy(() => import('./page/NewDraft').then((module) => ({ default: module.NewDraft })));
const History = lazy(() => import('./page/History').then((module) => ({ default: module.History })));

/** What other features offer for the schedule that is looked at. */
export interface AtHand {
  managementUnitId: string;
  draftId: string | undefined;
}

interface EditorPageProps {
  /** Buttons at the end of the bar: publish, revisions. */
  more?: (at: AtHand) => ReactNode;
}

export function EditorPage({ more }: EditorPageProps) {
  const loaded = useEditing();
  return (
    <>
      <PageHeader title="Schedule" />
      <Show loaded={loaded} what="schedule">
        {(data) => (data
          ? <Page key={`${data.site.id}${data.draft?.id ?? ''}`} data={data} more={more} />
          : (
            <Notice icon={IconBuilding} title="Nobody to schedule yet" action={<Anchor component={Link} to="/people/organization" size="sm">Open Organization</Anchor>}>
              Schedules are of the people of management units. Make a business unit and a management unit in it first.
            </Notice>
          ))}
      </Show>
    </>
  );
}

const usualHeight = 130;

function Page({ data, more }: { data: Editing; more: EditorPageProps['more'] }) {
  const asked = useAsked();
  const go = useAddress();
  const remember = useRemember('schedule');
  const seen = useQuery(preferenceQuery('schedule')).data;
  const mayEdit = useMay('schedule:edit');
  const mayPublish = useMay('schedule:publish');
  const isPhone = useMediaQuery('(max-width: 48em)');
  const { site, draft, span, zoom } = data;
  const [from, days] = isPhone ? [data.date, 1] : [data.from, spanDays[span]];
  const version = draft === undefined && /^\d+$/.test(asked.version ?? '') ? Number(asked.version) : undefined;
  const mayChange = version === undefined && (draft ? mayEdit : mayPublish);
  const [height, setHeight] = useState(seen?.coverHeight ?? usualHeight);
  const place: GridPlace = { site: site.id, from, days, draft: draft?.id, version };
  const grid = usePermitted('schedule:view', gridQuery(place));
  const editor = useOutbox(place);
  useFresh(place);
  const address = (changes: Record<string, string | undefined>, how?: 'replace' | 'push') => {
    const now = { site: site.id, draft: draft?.id ?? 'published', view: span, zoom: String(zoom), ...changes };
    if (!('find' in changes)) {
      remember({ site: now.site, draft: now.draft, view: now.view, zoom: now.zoom });
    }
    go({ unit: data.unit.id, ...now }, how);
  };
  const zoomBy = (by: number) => address({ zoom: String(zooms[zooms.indexOf(zoom as 1) + by] ?? zoom) });
  const isOutside = draft && (from >= addDays(draft.first_day, draft.days) || addDays(from, place.days) <= draft.first_day);
  return (
    <div className={classes.page}>
      <ScheduleBar data={data} from={from} days={days} mayEdit={mayEdit} mayChange={mayChange} address={address} onUndo={() => void editor.undo()} find={asked.find ?? ''}>
        {more?.({ managementUnitId: site.id, draftId: draft?.id })}
      </ScheduleBar>
      {version !== undefined && (
        <Alert color="yellow" role="status">
          This is how it was with version {version}. <Anchor component="button" type="button" size="sm" underline="always" onClick={() => address({ version: undefined }, 'push')}>Back to what is published now</Anchor>
        </Alert>
      )}
      {isOutside && <Alert color="yellow" role="status">{draft.name} has no such days: it goes from {draft.first_day} for {draft.days} days. What you see is what is published.</Alert>}
      {data.gone && <Suspense><GoneDraft key={data.gone} id={data.gone} onLeave={() => address({ draft: 'published' }, 'push')} /></Suspense>}
      <Show loaded={grid} what="schedule">
        {(full) => (
          <Editor
            data={data} grid={full} place={place} editor={editor} mayEdit={mayChange} find={asked.find ?? ''}
            chosen={{ forecast: asked.forecast, group: asked.group }} coverHeight={height}
            onCoverHeight={setHeight} onCoverDone={() => remember({ coverHeight: height })}
            address={address} onZoom={zoomBy}
          />
        )}
      </Show>
      <Suspense>
        {editor.asking && <Breaches asking={editor.asking} isPublished={draft === undefined} onAnswer={editor.answer} />}
        {asked.open === 'draft' && mayEdit && <NewDraft data={data} onMade={({ id, first_day }) => address({ draft: id, date: first_day, open: undefined }, 'push')} close={() => address({ open: undefined }, 'push')} />}
        {asked.open === 'history' && draft && <History draft={draft} mayEdit={mayEdit} onUndo={(version) => void editor.undo(version)} close={() => address({ open: undefined }, 'push')} />}
      </Suspense>
    </div>
  );
}
