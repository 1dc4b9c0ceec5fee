const BARS = '▁▂▃▄▅▆▇█';

/** Durations as bars from 0 to the longest; `×` for a run that failed or was aborted, `·` for one without a duration. */
export function sparkline(points: readonly { readonly value: number | null; readonly failed: boolean }[]): string {
  const highest = Math.max(0, ...points.map(({ value }) => value ?? 0));
  return points
    .map(({ value, failed }) => {
      if (failed) return '×';
      if (value === null) return '·';
      return BARS[highest === 0 ? 0 : Math.min(BARS.length - 1, Math.floor((value / highest) * BARS.length))] ?? '▁';
    })
    .join('');
}
