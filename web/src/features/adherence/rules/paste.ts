import { meanings, meaningWord, type MappingRow } from './draft';

export interface Pasted {
  rows: MappingRow[];
  /** What cannot be used, line by line, with the remedy. */
  faults: string[];
}

const heads = ['source', 'state', 'reason', 'counts as'];
const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** A cell may stand in quotes, as spreadsheets write one with a separator in it. */
const unquoted = (cell: string): string => {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
};

const separatorOf = (text: string): string => ['\t', ';', ','].find((mark) => text.includes(mark)) ?? '\t';

const meaningOf = (text: string) => meanings.find((one) => plain(one) === plain(text) || meaningWord[one] === plain(text));

/** Mappings out of the cells of a spreadsheet: source, state, reason code, counts as. Without a reason code three columns do. */
export function readPasted(text: string): Pasted {
  const separator = separatorOf(text);
  const found: Pasted = { rows: [], faults: [] };
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = line.split(separator).map(unquoted);
    const isHead = index === 0 && cells.every((cell) => cell === '' || heads.some((head) => plain(cell).startsWith(head)));
    if (cells.every((cell) => cell === '') || isHead) {
      return;
    }
    const [source = '', state = '', ...rest] = cells;
    const [reason, word] = rest.length === 1 ? ['', rest[0] ?? ''] : [rest[0] ?? '', rest[1] ?? ''];
    const counts_as = meaningOf(word);
    const place = `Line ${index + 1}`;
    if (cells.length < 3) {
      found.faults.push(`${place} has ${cells.length === 1 ? 'one column' : 'two columns'}. It needs source, state, reason code and counts as.`);
    } else if (source === '' || state === '') {
      found.faults.push(`${place} has no ${source === '' ? 'source' : 'state'}.`);
    } else if (!counts_as) {
      found.faults.push(`${place}: “${word}” is nothing that a state counts as. Use one of: ${meanings.map((one) => meaningWord[one]).join(', ')}.`);
    } else {
      found.rows.push({ source, state, reason, counts_as });
    }
  });
  return found;
}
