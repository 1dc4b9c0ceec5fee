import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/plan/index.ts';
import { planText } from '../../../src/print/index.ts';
import { read } from '../../parse/read.ts';

const show = (markdown: string): string => planText(planRun(read(markdown), { values: {}, sections: [], only: [], skip: [], environment: {} }).plan, { colour: false });

describe('the plan of a runbook as written', () => {
  it('says what each alternative does until one is chosen', () => {
    const text = show("# X\n\n## Path A\n\n'''sh\n# 1. Abort the rollout.\nkubectl argo rollouts abort web\nkubectl argo rollouts status web --watch\n\n# 2. Look again.\ncurl -sf https://web.example.com\n'''\n\n## Path B\n\n1. Call the lead.\n");
    expect(text).toContain(`
    out: one of 2 alternatives, none is chosen yet; --section "Path A" (line 3)
    brings it in
      · Abort the rollout.
        ! destroys: argo rollouts abort
        ! does not end by itself: argo rollouts status --watch
      · Look again.
`);
    expect(text).toContain('      · Call the lead\n');
  });

  it('says all of what is to be done by hand', () => {
    const text = show('# X\n\n## Verify\n\n| Check | Command | Expected |\n|---|---|---|\n| Up | `curl -sf localhost` | `200` |\n| Errors | Grafana `web` board | flat |\n\n## Do\n\n1. **Move on.** Open [each](https://x.example) in a tab.\n2. Wait.\n');
    expect(text).toContain('    Errors\n      Grafana web board\n      expects: flat');
    expect(text).toContain('    Move on\n      Open each in a tab.\n');
    expect(text).toMatch(/ {4}Wait\n\n?$/);
  });

  it('says the items of a list by hand apart from each other', () => {
    expect(show("# X\n\n## 1. Swap the disk\n\nSwap it. Then:\n\n- wait\n- look\n\n## 2. Start\n\n'''sh\nls\n'''\n")).toContain('      Swap it. Then: · wait · look\n');
  });

  it('names a heading with quotes so that it can be typed', () => {
    expect(show("# X\n\n## If \"lag\" stays\n\n'''sh\nls\n'''\n\n## Do\n\n1. a\n")).toContain(`--section 'If "lag" stays'`);
  });

  it('leaves out what only the generator of a site reads', () => {
    const text = show('---\ntitle: X\nweight: 20\nowner: data\n---\n\n# X\n\n1. a\n');
    expect(text).not.toMatch(/weight|^ {2}title/m);
    expect(text).toContain('owner  data');
  });

  it('says the title once, whatever its depth', () => {
    expect(show("## GSTG hosts\n\n##### Look\n\n'''sh\nls\n'''\n")).toContain('\nLook\n  ● look-1 · command');
  });
});
