import { describe, expect, it } from 'vitest';
import { otherPlacesOf } from '../../../src/parse/parameters/example-places.ts';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';
import { cpuTime } from '../../cpu-time.ts';

const placesIn = (code: string): readonly string[] => otherPlacesOf(code, analyzeShell(code), 'v84').map(({ start, end }) => code.slice(Math.max(0, start - 4), end));

describe('where else the value of an example stands', () => {
  it('in a path, an image and a message; not in the name of a command or an option, nor as a whole argument', () => {
    expect(placesIn('pull app:v84; cat /tmp/v84/a; echo "to v84"; v84 --v84 --v84=1 v84')).toEqual(['app:v84', 'tmp/v84', '"to v84']);
  });

  it('is found in time that grows with the code', () => {
    const code = 'ls a/v84\n'.repeat(20_000);
    const shell = analyzeShell(code);
    expect(cpuTime(() => expect(otherPlacesOf(code, shell, 'v84')).toHaveLength(20_000))).toBeLessThan(2000);
  });
});
