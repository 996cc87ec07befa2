/** "1,250", "12.5", or a part more or less of what is there: "+10%". Undefined when it is no number of contacts. */
export function readNumber(text: string, present: number): number | undefined {
  const bare = text.replaceAll(/[\s,]/g, '').replace('−', '-');
  const part = /^([+-]\d+(?:\.\d+)?)%$/.exec(bare);
  const value = part ? present * (1 + Number(part[1]) / 100) : bare === '' ? Number.NaN : Number(bare);
  return Number.isFinite(value) && value >= 0 ? Math.round(value * 1_000) / 1_000 : undefined;
}
