import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import type { Clock } from '../../src/execute/index.ts';
import { foldAll, type RunEvent } from '../../src/events/index.ts';
import { Journal, readJournal } from '../../src/state/index.ts';
import { blocks, runAll, sessionOf, type TestSession } from './helpers.ts';

function ofType<T extends RunEvent['type']>({ events }: TestSession, type: T): readonly Extract<RunEvent, { type: T }>[] {
  return events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
}

test('a clock that jumps back changes no duration', async () => {
  const days = [20, 20, 20, 1, 1, 1, 1, 1];
  const clock: Clock = { now: () => new Date(`2026-11-${String(days.shift() ?? 1).padStart(2, '0')}T03:00:00Z`), monotonic: () => performance.now() };
  const made = await sessionOf(blocks('true'), { clock });
  await runAll(made);
  await made.session.finish('passed', '');
  const durations = [...ofType(made, 'step-finished'), ...ofType(made, 'run-finished')].map(({ durationMs }) => durationMs);
  expect(durations).toHaveLength(2);
  for (const duration of durations) expect(duration >= 0 && duration < 10_000).toBe(true);
});

test('the journal folds to the state that the session showed', async () => {
  const made = await sessionOf(blocks('echo one\n# Expected: one', 'false'));
  await runAll(made);
  await made.session.finish('failed', 'it failed');
  expect(foldAll(made.session.id, readJournal(made.session.folder))).toEqual(made.session.state);
});

test.each([
  ['rm -rf gone; echo ran', true],
  ['acmectl() { :; }; ./fix.sh || echo ran', true],
  ['echo ran', false],
])('not even a power cut loses that %s began: %s', async (code, expected) => {
  const sync = vi.spyOn(Journal.prototype, 'sync');
  onTestFinished(() => sync.mockRestore());
  const made = await sessionOf(blocks(code));
  let before = 0;
  made.session.subscribe((event) => {
    if (event.type === 'step-started') sync.mockClear();
    if (event.type === 'output' && event.stream === 'stdout') before = sync.mock.calls.length;
  });
  await runAll(made);
  expect(before > 0).toBe(expected);
});

test('its digest is of the text that runs, whatever was made of the file meanwhile', async () => {
  const text = blocks('true');
  const made = await sessionOf(text, { path: '/edited/meanwhile.md' });
  expect(ofType(made, 'run-started')[0]?.digest).toBe(createHash('sha256').update(text).digest('hex'));
});

test('a journal that was removed stops the run before the next step', async () => {
  const made = await sessionOf(blocks('true', 'true'));
  rmSync(made.session.folder, { recursive: true });
  await made.session.runPiece('steps-1', 0);
  expect(made.session.broken).toMatch(/it was removed$/);
});

test('output is on disk before it is told', async () => {
  const made = await sessionOf(blocks('echo seen'));
  const stored: string[] = [];
  made.session.subscribe((event) => {
    if (event.type === 'output') stored.push(readFileSync(join(made.session.folder, 'output', `${event.step}.0.1.log`), 'utf8'));
  });
  await runAll(made);
  expect(stored).toEqual(['seen\n']);
});

test('a listener that is not ready holds back the output, and gets all of it', async () => {
  const made = await sessionOf(blocks("head -c 3000000 /dev/zero | tr '\\0' x"));
  let busy = 0;
  let most = 0;
  let bytes = 0;
  made.session.subscribe(async (event) => {
    if (event.type !== 'output') return;
    bytes += event.raw?.length ?? 0;
    most = Math.max(most, ++busy);
    await new Promise((done) => setImmediate(done));
    busy--;
  });
  await runAll(made);
  expect(bytes).toBe(3_000_000);
  expect(most).toBeLessThan(4);
});

test('what a block writes to $RUNBOOK_OUTPUT sets parameters, and a value that could be syntax is refused', async () => {
  const made = await sessionOf(`${blocks('echo "app=web-1" >> "$RUNBOOK_OUTPUT"; echo "tag=a;b" >> "$RUNBOOK_OUTPUT"')}\n\`\`\`bash\necho <app> <tag>\n\`\`\`\n`);
  await made.session.runPiece(made.session.plan.steps[0]?.step.id ?? '', 0);
  expect(ofType(made, 'parameter-set')).toMatchObject([{ name: 'app', value: 'web-1', source: 'capture' }]);
  expect(ofType(made, 'note')).toMatchObject([{ level: 'warning', text: expect.stringContaining('tag was not set from the output') }]);
});

test('a value that only a way needs that is not chosen yet is in the journal, so that a resumed run has it', async () => {
  const made = await sessionOf("# Drain\n\n## Option A: slowly\n\n```sh\ndrain <seconds>\n```\n\n## Option B: now\n\n```sh\ndrain now\n```\n", { request: { values: { seconds: '30' } } });
  expect(ofType(made, 'parameter-set')).toMatchObject([{ name: 'seconds', value: '30', source: 'set' }]);
});

test('a variable of the plan reaches the functions of earlier blocks', async () => {
  const made = await sessionOf(blocks('show() { echo "app is $APP"; }', 'echo $APP >/dev/null; show'), { request: { values: { APP: 'web 1' } } });
  expect((await runAll(made)).stdout).toBe('app is web 1\n');
});

test('another program may run a block, and pinned folders are for their block alone', async () => {
  const made = await sessionOf('# D\n\n## S\n\n```bash\nexport SEEN=1\n```\n\n## T\n\n```bash {interpreter="awk -f"}\nBEGIN { print "awk sees " ENVIRON["SEEN"] }\n```\n\n## U\n\n```bash {cwd=/usr}\npwd\n```\n\n## V\n\n```bash\npwd\n```\n');
  expect((await runAll(made)).stdout).toBe(`awk sees 1\n/usr\n${made.home}\n`);
});

test('lines that were parted in the file are parted for the shell', async () => {
  const markdown = '# D\n\n## S\n\n```console\n$ true\nsome output\n$ no-such-program\n```\n';
  const made = await sessionOf(markdown);
  expect((await runAll(made)).stderr).toMatch(/^deploy\.md: line 8: no-such-program: command not found/);
});

test('what was cut off leaves the state as it was', async () => {
  const made = await sessionOf(`${blocks('x=1')}\n## Then\n\n\`\`\`bash {timeout=150ms}\nx=2; sleep 10\n\`\`\`\n\n## Last\n\n\`\`\`bash\necho $x\n\`\`\`\n`);
  const { results, stdout } = await runAll(made);
  expect(results[1]).toMatchObject({ outcome: 'timed-out', exitCode: null });
  expect(stdout).toBe('1\n');
});

test('a secret of a parameter is in no event and no file', async () => {
  const made = await sessionOf(`# D\n\n## S\n\n\`\`\`bash\necho "key <api-key>"\n\`\`\`\n`, { request: { values: { 'api-key': 'abcdef123456' } } });
  expect((await runAll(made)).stdout).toBe('key ***\n');
  expect(JSON.stringify(made.events)).not.toContain('abcdef123456');
  expect(made.session.mask('x abcdef123456')).toBe('x ***');
});

test('a failed check can be accepted, and the state says so', async () => {
  const made = await sessionOf(blocks('echo two\n# Expected: one'));
  const step = made.session.plan.steps[0]?.step.id ?? '';
  expect(await made.session.runPiece(step, 0)).toMatchObject({ outcome: 'failed', exitCode: 0, reason: expect.stringContaining('expected one') });
  made.session.accept(step, 0, 'known');
  expect(made.session.state.steps[step]?.pieces[0]).toMatchObject({ accepted: 'known', expectations: [{ status: 'failed', accepted: 'known' }] });
});

describe('a piece that is skipped', () => {
  const text = blocks('REV=abc', 'echo "rev $REV"');
  const asked = (session: { readonly plan: { readonly questions: readonly { readonly kind: string; readonly name: string }[] } }): readonly string[] => session.plan.questions.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);

  it('leaves what it would set to be asked for, until it has run', async () => {
    const { session } = await sessionOf(text);
    expect(asked(session)).toEqual([]);
    session.skip('steps-1', 0, 'done by hand');
    expect(asked(session)).toEqual(['REV']);
    expect(session.setParameter('REV', 'xyz', 'answer')).toBeNull();
    expect(await session.runPiece('steps-2', 0)).toMatchObject({ outcome: 'passed' });
    expect(session.outputTail('steps-2', 0)).toBe('rev xyz\n');
    await session.runPiece('steps-1', 0);
    expect(asked(session)).toEqual([]);
  });

  it('because it had failed leaves nothing that it had set half done', async () => {
    const { session } = await sessionOf(blocks('DIR=$(cat /nonexistent)', 'echo "dir $DIR/data"'));
    expect(await session.runPiece('steps-1', 0)).toMatchObject({ outcome: 'failed' });
    expect(asked(session)).toEqual([]);
    session.skip('steps-1', 0, 'no such file');
    expect(asked(session)).toEqual(['DIR']);
    session.setParameter('DIR', '/srv', 'answer');
    await session.runPiece('steps-2', 0);
    expect(session.outputTail('steps-2', 0)).toBe('dir /srv/data\n');
  });
});

describe('what may print a secret', () => {
  const SECRET = 'nobody-knows-me';
  const stored = ({ session }: TestSession): string => readdirSync(session.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'runbook.md').map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');

  it('is shown and not stored, nor what a check saw of it', async () => {
    const made = await sessionOf(blocks(`printf 'A=nobody-%s\\n' knows-me > .env\necho ready`, 'cat .env\n# Expected: "ready"', 'echo after'));
    await runAll(made);
    expect(ofType(made, 'output').map(({ text }) => text).join('')).toBe(`ready\nA=${SECRET}\nafter\n`);
    expect(ofType(made, 'expectation')).toMatchObject([{ status: 'failed', seen: '' }]);
    expect(ofType(made, 'step-started').map(({ revealing }) => revealing)).toEqual([undefined, '.env', undefined]);
    const text = stored(made);
    expect(text).toContain('after');
    expect(text).not.toContain(SECRET);
    expect(foldAll(made.session.id, readJournal(made.session.folder))).toEqual(made.session.state);
  });
});
