import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '@/lib/copyText';

/** Copies a text and says whether that worked. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [result, setResult] = useState<'copied' | 'refused'>();
  const copy = async () => setResult((await copyText(text)) ? 'copied' : 'refused');
  return (
    <Button
      variant="default"
      size="sm"
      aria-label={`Copy ${what}`}
      leftSection={result === 'copied' ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={copy}
    >
      <span role="status">{result === 'copied' ? 'Copied' : result === 'refused' ? 'Select and copy by hand' : 'Copy'}</span>
    </Button>
  );
}
