import { describe, expect, it } from 'vitest';
import { aboveChoice, closingText, readingText, passagesText, stepText } from '../../src/plain/step-text.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { painter } from '../../src/print/index.ts';

const { plan } = planRun(parseRunbook('# X\n\n## One\n\n```sh\necho one\n```\n\n## Two\n\n```sh\necho two\n```\n\nTell the team that it is over.\n\n## Escalation\n\nCall the owner.\n', { path: 'x.md' }), EMPTY_REQUEST);
const telling = { told: new Set<string>(), unlike: new Map([['two-1', ['was `reads`, is `destroys`']]]), paint: painter(false), width: 80 };
const ALL = new Set(['one-1', 'two-1']);

describe('the text around steps', () => {
  it('below the last step is told once that was told', () => {
    expect(closingText(plan, { ...telling, before: 'two-1', walked: ALL })).toBe('\nTell the team that it is over.\n\nEscalation\nCall the owner.');
    expect(closingText(plan, { ...telling, before: 'one-1', walked: new Set(['one-1']) })).toBe('');
  });

  it('below the last step is told too where one above it ran after it, with what stands below that one', () => {
    const { plan: menu } = planRun(parseRunbook('# X\n\n## Procedure: scale\n\n```sh\necho one\n```\n\nLook at the load.\n\n## Procedure: drain\n\n```sh\necho two\n```\n\nLook at the queue.\n\n## Escalation\n\nCall the owner.\n', { path: 'x.md' }), { ...EMPTY_REQUEST, sections: ['Procedure: scale', 'Procedure: drain'] });
    const [first = '', last = ''] = menu.steps.map(({ step }) => step.id);
    expect(passagesText(aboveChoice(menu, 0, { before: last, told: new Set() }), telling)).toBe('\nLook at the queue.');
    expect(closingText(menu, { ...telling, told: new Set(['Look at the queue.']), before: first, walked: new Set([first, last]) })).toBe('\nLook at the load.\n\nEscalation\nCall the owner.');
  });

  it('of a section in which nothing runs is told to whoever goes there', () => {
    expect(readingText(plan, 'escalation', telling)).toBe('\nEscalation\nCall the owner.');
    expect([readingText(plan, 'Two', telling), readingText(plan, 'Three', telling)]).toEqual(['', '']);
  });

  it('names the title above a step that has no other heading', () => {
    const headOf = (text: string): string | undefined => stepText(planRun(parseRunbook(text, { path: 'x.md' }), EMPTY_REQUEST).plan, 'x-1', { ...telling, before: null }).split('\n').at(1);
    expect(headOf('# X\n\nRestart it:\n\n```sh\necho one\n```\n')).toBe('[1/1] X');
    const bare = planRun(parseRunbook('```sh\necho one\n```\n', { path: 'x.md' }), EMPTY_REQUEST).plan;
    expect(stepText(bare, bare.steps[0]?.step.id ?? '', { ...telling, before: null }).split('\n')[1]).toBe('[1/1]');
  });

  it('tells nothing again that a question has told', () => {
    expect(closingText(plan, { ...telling, before: 'two-1', walked: ALL, told: new Set(['Tell the team that it is over.']) })).toBe('\nEscalation\nCall the owner.');
  });

  it('before a choice tells what stands above it, once', () => {
    const { plan: choice } = planRun(parseRunbook('# X\n\n## One\n\n```sh\necho one\n```\n\nNow look.\n\n## Ways out\n\nYou have two options.\n\n### Restart\n\n```sh\nreboot\n```\n\n### Replace\n\n```sh\nrm -rf /srv\n```\n', { path: 'x.md' }), EMPTY_REQUEST);
    const above = aboveChoice(choice, 0, { before: 'one-1', told: new Set() });
    expect(passagesText(above, telling)).toBe('\nNow look.\n\nWays out\nYou have two options.');
    const told = new Set(['Now look.', 'You have two options.']);
    expect(aboveChoice(choice, 0, { before: 'one-1', told })).toEqual([]);
    const { plan: chosen } = planRun(choice.runbook, { ...EMPTY_REQUEST, sections: ['Restart'] });
    expect(stepText(chosen, 'restart-1', { ...telling, told, before: 'one-1' })).toBe('\n[2/2] Ways out > Restart');
    expect(aboveChoice(choice, 0, { before: 'replace-1', told: new Set() })).toEqual([]);
  });

  it('of an alternative that was not taken is not told, also where nothing runs in it', () => {
    const text = '# X\n\n## Take it out\n\n### Option A: it answers\n\n```sh\nuptime\n```\n\n### Option B: it is dead\n\nSwitch it off.\n\n## Look\n\n```sh\ndate\n```\n';
    const taken = (section: string) => planRun(parseRunbook(text, { path: 'x.md' }), { ...EMPTY_REQUEST, sections: [section] }).plan;
    const none = new Map<string, readonly string[]>();
    expect(stepText(taken('Option A: it answers'), 'look-1', { ...telling, unlike: none, before: 'option-a-it-answers-1' })).toBe('\n[2/2] Look');
    expect(stepText(taken('Option B: it is dead'), 'look-1', { ...telling, unlike: none, before: null })).toBe('\nOption B: it is dead\nSwitch it off.\n\n[1/1] Look');
  });

  it('before a choice tells what stands above its first way in the same section, and not again with that way', () => {
    const { plan: choice } = planRun(parseRunbook('# X\n\n## Steps\n\nStop here if the shop is closed.\n\nOn Debian:\n\n```sh\necho apt\n```\n\nOn RHEL:\n\n```sh\necho dnf\n```\n', { path: 'x.md' }), EMPTY_REQUEST);
    expect(passagesText(aboveChoice(choice, 0, { before: null, told: new Set() }), telling)).toBe('\nStop here if the shop is closed.');
    const { plan: chosen } = planRun(choice.runbook, { ...EMPTY_REQUEST, sections: ['Debian'] });
    expect(stepText(chosen, 'steps-1', { ...telling, told: new Set(['Stop here if the shop is closed.']), before: null })).not.toContain('Stop here');
    expect(stepText(chosen, 'steps-1', { ...telling, before: null })).toContain('Stop here if the shop is closed.');
  });

  it('below a later step is not told to whoever goes back', () => {
    expect(stepText(plan, 'one-1', { ...telling, before: 'two-1' })).toBe('\n[1/2] One');
  });

  it('tells what leads to a step by hand before it', () => {
    const { plan: led } = planRun(parseRunbook('# X\n\n## Pre-flight\n\nBefore starting:\n\n- [ ] Look at the calendar\n- [ ] Tell the team\n', { path: 'x.md' }), EMPTY_REQUEST);
    expect(stepText(led, 'pre-flight-1', { ...telling, before: null })).toBe('\n[1/2] Pre-flight\nBefore starting:\nLook at the calendar');
  });

  it('tells a long step by hand once, though its title is cut, and what warns in it', () => {
    const long = 'Compare the machines that the provider lists with those that the manager knows, and remove those that nobody manages any more';
    const { plan: cut } = planRun(parseRunbook(`# X\n\n## Steps\n\n1. ${long}.\n\n   > **Note:** We need a script for this.\n\n2. Look.\n`, { path: 'x.md' }), EMPTY_REQUEST);
    const told = stepText(cut, 'steps-1', { ...telling, before: null, width: 400 });
    expect([told.split('Compare the machines').length, told.split('We need a script').length]).toEqual([2, 2]);
  });

  it('marks a step that is not as locked', () => {
    expect(stepText(plan, 'two-1', { ...telling, before: 'one-1' })).toContain('NOT AS LOCKED: was `reads`, is `destroys`');
    expect(stepText(plan, 'one-1', { ...telling, before: null })).not.toContain('NOT AS LOCKED');
  });

  it('says once what is the title and the start of the text of a step by hand, in lines of the width', () => {
    const { plan } = planRun(parseRunbook('# X\n\n## One\n\n1. Look at the calendar of the rotation before anything else — if it is less than a week ago, postpone it.\n', { path: 'x.md' }), EMPTY_REQUEST);
    expect(stepText(plan, 'one-1', { ...telling, before: null, width: 40 })).toBe('\n[1/1] One\nLook at the calendar of the rotation\nbefore anything else — if it is less\nthan a week ago, postpone it.');
  });

  it('warns of several steps in a row at the first of them, when it goes on after a pause, and where something is destroyed', () => {
    const { plan } = planRun(parseRunbook('# X\n\n> [!WARNING]\n> Never on a Friday.\n\n## One\n\n```sh\nuptime\n```\n\n```sh\ndate\n```\n\n```sh\nrm -rf /srv/x\n```\n', { path: 'x.md' }), EMPTY_REQUEST);
    const warns = (id: string, before: string | null): boolean => stepText(plan, id, { ...telling, before }).includes('WARNING: Never on a Friday.');
    expect([warns('one-1', null), warns('one-2', 'one-1'), warns('one-2', null), warns('one-3', 'one-2')]).toEqual([true, false, true, true]);
  });
});
