import { Button, Stack, Text } from '@mantine/core';
import { usePermittedPages } from '@/api/loaded';
import { draftEditsQuery } from '@/api/schedules';
import type { Draft, DraftEdit } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';

interface HistoryProps {
  draft: Draft;
  mayEdit: boolean;
  onUndo: (version: number) => void;
  close: () => void;
}

/** All that was done to a draft, by whom, and what was taken back. */
export function History({ draft, mayEdit, onUndo, close }: HistoryProps) {
  const loaded = usePermittedPages('schedule:view', draftEditsQuery(draft.id));
  const columns: Column<DraftEdit>[] = [
    { header: 'What', cell: ({ sentence, undone_by }) => (undone_by === null ? sentence : <s>{sentence}</s>) },
    { header: 'Who', cell: ({ author }) => author },
    { header: 'When', cell: ({ at }) => <Instant at={at} /> },
    {
      header: 'Take back',
      cell: ({ version, undone_by, sentence }) => (undone_by === null
        ? <Button size="compact-xs" variant="default" disabled={!mayEdit} aria-label={`Undo: ${sentence}`} onClick={() => onUndo(version)}>Undo</Button>
        : <Text span size="sm" c="dimmed">undone</Text>),
    },
  ];
  return (
    <SidePanel title={`Edits of ${draft.name}`} close={close}>
      <Show loaded={loaded} what="edits">
        {(pages) => (
          <Stack gap="sm">
            {pages.items.length === 0
              ? <Text size="sm">Nothing has been edited yet.</Text>
              : <DataTable label="Edits" columns={columns} rows={pages.items} rowKey={({ version }) => String(version)} />}
            <LoadMore pages={pages} what="edits" />
          </Stack>
        )}
      </Show>
    </SidePanel>
  );
}
