import { expect, it } from 'vitest';
import { themeFor } from '../../src/tui/theme.ts';

it('no word is in a colour that is dark on black or pale on white', () => {
  const colours = Object.values(themeFor({ LANG: 'C.UTF-8' }).looks).flatMap(({ color }) => (color === undefined ? [] : [color]));
  expect(colours.filter((color) => ['blue', 'black', 'white', 'gray'].includes(String(color)))).toEqual([]);
});
