import { Code, Stack, Text } from '@mantine/core';
import { IconAdjustments, IconSearchOff } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { OptionView } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { SearchField } from '@/components/SearchField';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { grouped } from '@/lib/grouped';

interface OptionsViewProps {
  options: Loaded<OptionView[]>;
  search: string;
  onSearch: (text: string) => void;
}

const none = <Text span inherit c="dimmed">none</Text>;

function Value({ option }: { option: OptionView }) {
  if (option.value === '') {
    return none;
  }
  const isHidden = option.secret && option.source !== 'default';
  return <Code>{isHidden ? '••••••••' : option.value}</Code>;
}

const columns: Column<OptionView>[] = [
  {
    header: 'Option',
    width: '34%',
    cell: (option) => (
      <>
        <strong>{option.key}</strong>
        <Text size="xs" c="dimmed">{option.description}</Text>
      </>
    ),
  },
  { header: 'Value', cell: (option) => <Value option={option} />, width: '18%', align: 'right' },
  { header: 'Unit', cell: (option) => option.unit ?? '', width: '8%' },
  { header: 'Default', cell: (option) => option.default || none, width: '18%', align: 'right' },
  { header: 'Range', cell: (option) => option.range, width: '12%' },
  { header: 'Source', cell: (option) => <Tag kind={option.source === 'default' ? 'plain' : 'own'}>{option.source}</Tag> },
];

const matches = (option: OptionView, words: string[]): boolean => {
  const text = `${option.key} ${option.description} ${option.area} ${option.source}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

export function OptionsView({ options, search, onSearch }: OptionsViewProps) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    <Stack gap="md">
      <SearchField label="Search options" value={search} onChange={onSearch} />
      <Show loaded={options} what="options">
        {(all) => <Areas all={all} found={all.filter((option) => matches(option, words))} search={search} />}
      </Show>
    </Stack>
  );
}

interface AreasProps {
  all: OptionView[];
  found: OptionView[];
  search: string;
}

function Areas({ all, found, search }: AreasProps) {
  if (all.length === 0) {
    return <Notice icon={IconAdjustments} title="This build has no options">Everything is fixed in the program.</Notice>;
  }
  if (found.length === 0) {
    return (
      <Notice icon={IconSearchOff} title={`No option matches “${search}”`}>
        Search looks at the key, the area, the source and the description.
      </Notice>
    );
  }
  return [...grouped(found, (option) => option.area)].map(([area, rows]) => (
    <Panel key={area} title={area}>
      <DataTable label={`Options: ${area}`} columns={columns} rows={rows} rowKey={(option) => option.key} />
    </Panel>
  ));
}
