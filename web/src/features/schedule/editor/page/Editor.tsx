import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCloudOff, IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { buildQuery } from '@/api/builds';
import type { GridPlace } from '@/api/schedules';
import type { ScheduleGrid } from '@/api/types';
import { GridCanvas } from '../canvas/GridCanvas';
import type { GridScene } from '../canvas/GridScene';
import { looksOf } from '../canvas/look';
import { Viewport } from '../canvas/Viewport';
import { CoveragePane } from '../coverage/CoveragePane';
import { overlaid } from '../model/edits';
import { sheetOf, type Sheet } from '../model/rows';
import { focused, moved, type Focus } from '../model/stops';
import { activityWords, dateWords, lengthWords } from '../model/words';
import { Divider } from './Divider';
import classes from './Editor.module.css';
import { Legend } from './Legend';
import { RefusedHere } from './RefusedHere';
import { useBreaches, useMarks } from './useBreaches';
import type { Editing } from './useEditing';
import { useEdits } from './useEdits';
import type { Editor as EditorState } from './useOutbox';

const PhoneList = lazy(() => import('./PhoneList').then((module) => ({ default: module.PhoneList })));
const Keys = lazy(() => import('./Keys').then((module) => ({ default: module.Keys })));
const DayDrawer = lazy(() => import('../day/DayDrawer').then((module) => ({ default: module.DayDrawer })));

interface EditorProps {
  data: Editing;
  grid: ScheduleGrid;
  place: GridPlace;
  editor: EditorState;
  mayEdit: boolean;
  find: string;
  chosen: { forecast: string | undefined; group: string | undefined };
  coverHeight: number;
  onCoverHeight: (height: number) => void;
  onCoverDone: () => void;
  address: (changes: Record<string, string | undefined>) => void;
  onZoom: (by: number) => void;
}

const found = (sheet: Sheet, words: string): Sheet => {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? sheet : { ...sheet, rows: sheet.rows.filter(({ name }) => name.toLowerCase().includes(wanted)) };
};

/** The grid, what it says of the focus, and the coverage below. */
export function Editor({ data, grid, place, editor, mayEdit, find, chosen, coverHeight, onCoverHeight, onCoverDone, address, onZoom }: EditorProps) {
  const { codes, draft, unit, zoom } = data;
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [viewport] = useState(() => new Viewport());
  const [focus, setFocus] = useState<Focus>({ row: 0, day: 0, layer: 0, start: 0 });
  const [opened, setOpened] = useState<{ agent: string; day: number }>();
  const [said, setSaid] = useState('');
  const [isHelped, setHelped] = useState(false);
  const served = useMemo(() => sheetOf(grid, codes), [grid, codes]);
  const all = useMemo(() => overlaid(served, codes, editor.kept.flatMap(({ edits }) => edits)), [served, codes, editor.kept]);
  const sheet = useMemo(() => found(all, find), [all, find]);
  const breaches = useBreaches(place, sheet, viewport);
  const marks = useMarks(sheet, breaches, editor.kept);
  const looks = useMemo(() => looksOf(codes), [codes]);
  const onFocus = (next: Focus) => {
    setFocus(next);
    setSaid('');
  };
  const open = (at: Focus) => {
    onFocus(at);
    const row = sheet.rows[at.row];
    if (row) {
      setOpened({ agent: row.id, day: at.day });
    }
  };
  const edits = useEdits({ sheet, codes, editor, onFocus, onOpen: open, onZoom, onHelp: () => setHelped(true), say: setSaid });
  const { cut } = edits;
  const scene: GridScene = useMemo(
    () => ({ sheet, looks, focus: moved(sheet, focus, {}), marks, cut, zoom, interval: unit.interval_minutes, mayEdit }),
    [sheet, looks, focus, marks, cut, zoom, unit.interval_minutes, mayEdit],
  );
  const findings = useFindings(draft?.build_id, opened && all.rows.find(({ id }) => id === opened.agent)?.name);
  const row = opened && all.rows.find(({ id }) => id === opened.agent);
  const refused = editor.refused && <RefusedHere refused={editor.refused} sheet={sheet} viewport={viewport} onClose={editor.forgive} />;
  const label = `Schedule of ${data.site.name}, ${draft?.name ?? 'published'}. Arrow keys go between agents and activities, Enter opens the day, a question mark lists all keys.`;
  return (
    <>
      <Unsent editor={editor} />
      {isPhone
        ? <><Suspense><PhoneList sheet={sheet} codes={codes} onOpen={(index) => open({ row: index, day: 0, layer: 0, start: 0 })} /></Suspense>{!opened && refused}</>
        : (
          <>
            <div className={classes.line}>
              <span role="status">{said || wordsOf(sheet, data, focus)}</span>
              <span className={classes.grow} />
              <Button size="compact-xs" variant="subtle" leftSection={<IconKeyboard size={14} aria-hidden />} onClick={() => setHelped(true)}>Keys</Button>
            </div>
            <div className={classes.grid}>
              <GridCanvas scene={scene} actions={edits.actions} codes={codes} viewport={viewport} label={label} />
              {!opened && refused}
            </div>
            <Legend codes={codes} sheet={sheet} looks={looks} />
            <Divider height={coverHeight} onHeight={onCoverHeight} onDone={onCoverDone} />
            <CoveragePane
              sheet={all} codes={codes} viewport={viewport} height={coverHeight} site={data.site.id} forecasts={data.forecasts} groups={data.groups}
              chosen={chosen} onChoose={(what) => address(what)}
            />
          </>
        )}
      {isHelped && <Suspense><Keys close={() => setHelped(false)} /></Suspense>}
      {opened && row && (
        <Suspense>
          <DayDrawer
            key={`${opened.agent}${opened.day}`}
            sheet={all} codes={codes} row={row} day={opened.day} edits={edits} mayEdit={mayEdit} findings={findings}
            breaches={breaches.filter(({ agent_id, day }) => agent_id === row.id && day === all.clock.dateOf(opened.day))}
            notice={editor.refused && <Why refused={editor.refused} onClose={editor.forgive} />}
            close={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

function wordsOf(sheet: Sheet, { codes }: Editing, focus: Focus): string {
  const at = focused(sheet, focus);
  if (!at) {
    return 'Nobody is here on these days.';
  }
  const { row, stop: { day, activity } } = at;
  const what = activity ? `${activityWords(sheet.clock, codes, activity)}, ${lengthWords(activity.minutes)}` : 'free';
  return `${row.name}, ${dateWords(sheet.clock, day)}: ${what}`;
}

/** What a build found that names the agent: the API has no more of a why yet. */
function useFindings(build: string | null | undefined, name: string | undefined): readonly string[] {
  const { data } = useQuery({ ...buildQuery(build ?? ''), enabled: Boolean(build) && name !== undefined });
  return (data?.units ?? []).flatMap(({ findings }) => findings).filter((finding) => name !== undefined && finding.includes(name));
}

function Why({ refused: { what, problem }, onClose }: { refused: NonNullable<EditorState['refused']>; onClose: () => void }) {
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={`Not done: ${what}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm">{problem.errors.length > 0 ? problem.errors.map(({ field, message }) => `${field} ${message}`).join(' ') : problem.message}</Text>
        <CloseButton aria-label="Dismiss" onClick={onClose} />
      </Group>
    </Alert>
  );
}

/** What the server does not have yet is kept here, and said. */
function Unsent({ editor: { kept, trouble, retry } }: { editor: EditorState }) {
  if (kept.length === 0 || !trouble) {
    return null;
  }
  return (
    <Alert role="status" color="yellow" icon={<IconCloudOff aria-hidden />} title={`${kept.length} ${kept.length === 1 ? 'change is' : 'changes are'} not sent yet`}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{trouble} They are kept on this machine, also when the browser is closed, and are sent as soon as Muster answers.</Text>
        <Button size="xs" variant="default" onClick={retry}>Send now</Button>
      </Group>
    </Alert>
  );
}
