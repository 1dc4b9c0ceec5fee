import xterm from '@xterm/headless';
import { expect, it } from 'vitest';
import { PALETTES, screenSvg } from '../../fixtures/pictures/screen-svg.ts';

it('draws letters on their grid in their looks, and lines of boxes so that they join', async () => {
  const screen = new xterm.Terminal({ cols: 12, rows: 3, allowProposedApi: true });
  await new Promise<void>((done) => screen.write('╭──╮\r\n\u001b[1;31mred\u001b[0m \u001b[7m<&\u001b[0m \u001b[2mdim\u001b[0m', done));
  const svg = screenSvg(screen, 2, PALETTES.dark);
  expect(svg.match(/<path /g)).toHaveLength(4);
  expect(svg).toMatch(/fill="#f7768e" opacity="1" font-weight="bold">r<\/text>/);
  expect(svg).toMatch(/<rect [^>]*fill="#c3caf0"\/><text [^>]*fill="#1b1c27"[^>]*>&#60;<\/text>/);
  expect(svg).toMatch(/opacity="0\.55">d<\/text>/);
  screen.dispose();
});
