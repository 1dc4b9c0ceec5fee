import { describe, expect, it } from 'vitest';
import { at, commands, fixture, read } from '../read.ts';

const step = (code: string, more = ''): ReturnType<typeof commands>[number] => commands(read(`# X\n\n## Do\n\n'''bash\n${code}\n'''\n${more}`))[0]!;
const expected = (code: string, more = ''): readonly string[] => step(code, more).pieces.flatMap(({ expectations }) => expectations.map(({ kind, text }) => `${kind}: ${text}`));

describe('pieces', () => {
  it('start at titled comments and end at expectations; together they are the code', () => {
    const { pieces, code } = step('# 1. Look.\nls\n# Expected: 3\nps\n# 2. Go\nkill 1');
    expect(pieces.map(({ title }) => title)).toEqual(['Look.', null, 'Go']);
    expect(pieces.map(({ start, end }) => code.text.slice(start, end)).join('')).toBe(code.text);
  });
  it('have their own hazards', () => expect(step('# Look\nls\n\n# Remove\nrm -rf x').pieces.map(({ destructive }) => destructive?.word ?? null)).toEqual([null, 'rm -rf']));
  it('a cut is made after an endless command', () => expect(step('kubectl logs -f x\nls').pieces.map(({ follow }) => follow !== null)).toEqual([true, false]));
  it('lines for another machine are typed there', () => {
    const pieces = commands(fixture('session.md')).at(-1)!.pieces;
    expect(pieces.map(({ on }) => on)).toContainEqual({ kind: 'elsewhere', opener: 'ssh runner-7.example.net, then sudo su, then oc rsh $POD' });
  });
  it.each(['# Open the run and approve it', '# Check user reports\n# Monitor #shop-help', '# Watch the dashboard', '#    Approve the deployment in the browser', '# Inject a failure into the fixture:\n#   edit its limit', '\n# Then merge the change and close the ticket'])('a comment below the last command is one by hand where it asks for that: %s', (comment) =>
    expect(step(`make\n${comment}`).pieces.map(({ kind }) => kind)).toEqual(['command', 'manual']));
  it.each(['# Check that it is up', '# this takes a minute', '# Add --force to overwrite', '# Update NAME=x to see more', '# kubectl delete pods/x', '# Expected: 3'])('and not where it speaks of what ran: %s', (comment) => expect(step(`make\n${comment}`).pieces.map(({ kind }) => kind)).toEqual(['command']));
  it.each(['\n# Copy the dump to the data folder\n# (from the backup host)\n', '\n# Replace the disk in bay 3\n', '# Update the DNS record in the registrar console\n', '\n# Paste the new token into the settings\n\n# (those of the CI)\n'])('a comment between two commands is by hand where another one titles the next: %s', (comment) => {
    const { pieces, code } = step(`systemctl stop web\n${comment}\n# Start it again\nsystemctl start web`);
    expect(pieces.map(({ kind }) => kind)).toEqual(['command', 'manual', 'command']);
    expect(pieces.map(({ start, end }) => code.text.slice(start, end)).join('')).toBe(code.text);
  });
  it.each(['\n# Start the web tier\n', '\n# This takes a minute.\n', '\n# Note that it is slow\n', '\n# The web tier\n'])('and none where it heads both, or tells something: %s', (comment) => expect(step(`systemctl stop web\n${comment}\n# Bring it back\nsystemctl start web`).pieces.map(({ kind }) => kind)).toEqual(['command', 'command']));
  it.each([
    ['systemctl stop web\n# Click on Approve in the console.\n\nsystemctl start web', ['command', 'manual', 'command']], ['systemctl stop web\n\n# Log in to the console by hand.\n\nsystemctl start web', ['command', 'manual', 'command']],
    ['# Log in to the console by hand.\n\nsystemctl start web', ['manual', 'command']], ['# Start the web by hand.\n\nsystemctl start web', ['command']], ['# Trigger it manually\nsystemctl start web', ['command']],
  ])('what a comment asks for by hand ends above the next command: %j', (block, kinds) => {
    const { pieces, code } = step(block);
    expect(pieces.map(({ kind }) => kind)).toEqual(kinds);
    expect(pieces.map(({ start, end }) => code.text.slice(start, end)).join('')).toBe(code.text);
  });
  it('what a comment tells of the command, in numbered points, is nothing to do', () => expect(step('make seal\n\n# This will:\n# 1. Create a secret\n# 2. Seal it').pieces.map(({ kind }) => kind)).toEqual(['command']));
  it('none is cut inside a loop', () => expect(step('for i in 1 2; do\n  # 1. Look\n  ls\n  # Expected: 3\ndone').pieces).toHaveLength(1));
});

describe('expectations in comments', () => {
  it.each(['# Expected: 200', '# Expected output: 200', '# Expect 200', '# Should see 200', '# => 200', '# → 200'])('%s', (comment) => expect(expected(`ls\n${comment}`)).toEqual(['literal: 200']));
  it('at the end of a line', () => expect(expected('ls # => 200')).toEqual(['literal: 200']));
  it('go on over the lines below', () => expect(expected('ls\n# Expected: no line says\n#   anything of an error\n\n# Look on\nps')).toEqual(['judgement: no line says anything of an error']));
  it.each(['# If false, fix:', '# if not:', '# Otherwise set it:', '# When it is not, restart it:', '# Only if it is not:', '# If it says "down", restart it'])('end where a case begins, which holds what stands below it: %s', (comment) => {
    const { pieces } = step(`systemctl status web\n# Expected: active (running)\n${comment}\nsystemctl restart web`);
    expect(pieces.map(({ expectations, doubts }) => [...expectations.map(({ text }) => text), ...doubts.map(({ kind }) => kind)])).toEqual([['active (running)'], ['conditional']]);
  });
  it('in all kinds', () => expect(expected('a\n# Expected: /^ok$/\nb\n# Expected: top row reads "up"\nc\n# Expected: web.1: up\nd\n# Expected: all is well')).toEqual(['regex: /^ok$/', 'quoted: top row reads "up"', 'literal: web.1: up', 'judgement: all is well']));
  it('set in from the mark, after the command', () => expect(commands(fixture('failover.md'))[1]!.pieces.at(-1)!.expectations).toMatchObject([{ kind: 'quoted', parts: [{ text: '"writable":true' }, { text: '"role":"primary"' }] }]));
  it('stand where they say', () => {
    const runbook = read("# X\n\n## Do\n\n1. a\n\n   '''sh\n   ls\n   # Expected: 200\n   '''\n");
    expect(at(runbook, commands(runbook)[0]!.pieces[0]!.expectations[0]!)).toBe('# Expected: 200');
  });
  it('among prompts', () => expect(expected("$ ls\na\n# Expected: 200")).toEqual(['literal: 200']));
});

describe('expectations beside a block', () => {
  it('an "Expected output:" paragraph with a block', () => expect(expected('ls', "\nExpected output:\n\n'''\n200\n'''\n")).toEqual(['literal: 200']));
  it('an "Expected:" paragraph', () => expect(expected('ls', '\n**Expected:** "all up"\n')).toEqual(['quoted: "all up"']));
  it('a sample is none', () => expect(expected('ls', "\nExample output:\n\n'''\nsome text\n'''\n")).toEqual([]));
  it('a sample is shown with its command', () => expect(step('ls', "\nExample output:\n\n'''\nsome text\n'''\n").sampleOutput).toBe('some text'));
});
