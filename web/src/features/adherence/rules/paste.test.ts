import { describe, expect, it } from 'vitest';
import { readPasted } from './paste';

describe('cells of a spreadsheet', () => {
  it('are read by tab, semicolon or comma, with the head left out', () => {
    const row = { source: 'acd', state: 'Not ready', reason: '7', counts_as: 'other_work' };
    expect(readPasted('Source\tState\tReason code\tCounts as\nacd\tNot ready\t7\tOther work\n').rows).toEqual([row]);
    expect(readPasted('acd;Not ready;7;other_work').rows).toEqual([row]);
    expect(readPasted('"acd","Not ready","7","other-work"\r\n\r\n').rows).toEqual([row]);
  });

  it('need no reason code', () => {
    expect(readPasted('acd\tReady\t\ton queue\nacd\tLunch\tmeal').rows).toEqual([
      { source: 'acd', state: 'Ready', reason: '', counts_as: 'on_queue' },
      { source: 'acd', state: 'Lunch', reason: '', counts_as: 'meal' },
    ]);
  });

  it('say line by line what cannot be used, and keep the rest', () => {
    const { rows, faults } = readPasted('acd\tReady\t\ton queue\nacd\tLunch\t\tworking\nacd\t\t\tmeal\nacd\tx');
    expect(rows).toHaveLength(1);
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^Line 2: “working” is nothing that a state counts as\. Use one of: on queue,/);
    expect(faults[1]).toBe('Line 3 has no state.');
    expect(faults[2]).toMatch(/^Line 4 has two columns/);
  });

  it('in quotes keep their separators', () => {
    expect(readPasted('acd\t"Ready, ""really"""\t\tbreak').rows[0]?.state).toBe('Ready, "really"');
  });
});
