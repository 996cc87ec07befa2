import { ScrollArea, Text } from '@mantine/core';
import type { Loaded } from '@/api/loaded';
import type { Finding } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Show } from '@/components/Show';
import { Tag, type TagKind } from '@/components/Tag';
import { formatNumber } from '@/lib/format';

interface FindingsProps {
  detail: Loaded<{ findings: Finding[] }>;
  /** Which kinds of findings; none: all. */
  only?: readonly string[];
  label: string;
}

const atOnce = 200;
const looks: Record<string, TagKind> = { new: 'good', back: 'good', changed: 'plain', ended: 'bad', gone: 'bad' };

const columns: Column<Finding>[] = [
  { header: 'What', cell: (finding) => <Tag kind={looks[finding.what] ?? 'plain'}>{finding.what}</Tag> },
  { header: 'Name', cell: (finding) => finding.name },
  { header: 'Kind', cell: (finding) => finding.kind.replaceAll('_', ' ') },
  { header: 'Id in the source', cell: (finding) => finding.external_id },
  { header: 'Fields', cell: (finding) => finding.fields.join(', ').replaceAll('_', ' ') },
];

/** What a run found: what it would do, or did. */
export function Findings({ detail, only, label }: FindingsProps) {
  return (
    <Show loaded={detail} what="findings">
      {({ findings }) => {
        const shown = findings.filter((finding) => !only || only.includes(finding.what));
        return shown.length === 0 ? <Text size="sm" c="dimmed">Nothing differs.</Text> : (
          <>
            <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}>
              <DataTable label={label} columns={columns} rows={shown.slice(0, atOnce)} rowKey={(finding) => `${finding.kind} ${finding.external_id}`} />
            </ScrollArea.Autosize>
            {shown.length > atOnce && <Text size="sm" c="dimmed">{formatNumber(atOnce)} of {formatNumber(shown.length)} shown.</Text>}
          </>
        );
      }}
    </Show>
  );
}
