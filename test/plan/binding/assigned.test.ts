import { describe, expect, it } from 'vitest';
import { shellPlace } from '../../../src/model/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun, type PlanRequest, variablesOfPlaces } from '../../../src/plan/index.ts';

/** A runbook with a block for each code, here (`''`) or at a pinned place. */
const text = (...blocks: readonly (readonly [on: string, code: string])[]): string => `# Clean up\n\n## Steps\n\n${blocks.map(([on, code]) => `\`\`\`bash${on === '' ? '' : ` {on=${on}}`}\n${code}\n\`\`\`\n`).join('\n')}`;
const plan = (markdown: string, request: Partial<PlanRequest> = {}) => planRun(parseRunbook(markdown, { path: 'x.md' }), { ...EMPTY_REQUEST, ...request }).plan;
const asked = (markdown: string, request: Partial<PlanRequest> = {}): readonly string[] => plan(markdown, request).questions.map(({ kind, name }) => `${kind} ${name}`);

const SET = 'DIR=$(mktemp -d)';
const USE = 'rm -rf "$DIR"/old';

describe('a variable that only pieces of another place set', () => {
  it.each([
    ['here, read there', '', 'ssh:web1'],
    ['there, read here', 'ssh:web1', ''],
    ['on one host, read on another', 'ssh:web1', 'ssh:web2'],
    ['in one container, read in another', 'kubectl:shop/web-0/app', 'kubectl:shop/web-0/log'],
  ])('%s: is asked for', (_, setter, reader) => expect(asked(text([setter, SET], [reader, USE]))).toEqual(['parameter DIR']));
  it.each(['', 'ssh:web1', 'docker:web'])('is no question where it is set as well (%s)', (on) => expect(asked(text(['ssh:web9', SET], [on, SET], [on, USE]))).toEqual([]));
  it('says which line sets it where', () => {
    const { questions, parameters } = plan(text(['', SET], ['ssh:web1', USE]));
    expect(questions).toMatchObject([{ from: 'line 6 sets it here, and this is to run on ssh web1', steps: ['steps-2'] }]);
    expect(parameters).toMatchObject([{ value: null, setElsewhere: 'line 6 sets it here, and this is to run on ssh web1' }]);
  });
  it('does not take what the environment here has', () => expect(asked(text(['', SET], ['ssh:web1', USE]), { environment: { DIR: '/home/me' } })).toEqual(['parameter DIR']));
  it.each([['TMPDIR', 1], ['XDG_CACHE_HOME', 1], ['HOME', 0], ['PATH', 0]])('%s, which shells bring along: %i question', (name, count) => expect(asked(text(['', `${name}=$(mktemp -d)`], ['ssh:web1', `rm -rf "$${name}"/*`], ['', `ls "$${name}"`]))).toHaveLength(count));
  it('is given, and then the step that sets its own is no doubt', () => {
    const given = plan(text(['', SET], ['ssh:web1', USE], ['', 'ls "$DIR"']), { values: { DIR: '/srv/x' } });
    expect(given.questions).toEqual([]);
    expect(given.steps.map(({ pieces: [piece] }) => piece?.environment)).toEqual([{}, { DIR: '/srv/x' }, {}]);
  });
  it('that a piece of the place of the one that sets it asks for too is a doubt when given', () => expect(asked(text(['', 'ls "$DIR"'], ['', SET], ['ssh:web1', USE]), { values: { DIR: '/srv/x' } })).toEqual(['doubt steps-2.0/overwritten']));
  it('is taken from the output of the step that has it', () => expect(asked(text(['', SET], ['', 'echo "dir=$DIR"'], ['ssh:web1', USE]).replace('```bash\necho', '```bash {capture=DIR:/dir=(.+)/}\necho'))).toEqual([]));
});

describe('a variable that the other side has itself', () => {
  it('is no question where the shell there demands it', () => expect(asked(text(['ssh:db1', 'rm -rf "${PGDATA:?}/old"; ls "$PGDATA"']))).toEqual([]));
  it('is one before it is demanded, in another block, and where an empty one is taken', () => {
    expect(asked(text(['ssh:db1', 'ls $PGDATA; : "${PGDATA:?}"']))).toEqual(['parameter PGDATA']);
    expect(asked(text(['ssh:db1', ': "${PGDATA:?}"'], ['ssh:db1', 'ls $PGDATA']))).toEqual(['parameter PGDATA']);
    expect(asked(text(['ssh:db1', 'ls "${PGDATA?}"']))).toEqual(['parameter PGDATA']);
  });
  it('is one here', () => expect(asked(text(['', 'ls "${PGDATA:?}"']))).toEqual(['parameter PGDATA']));
});

it('every piece of a place gets what one of them reads, and no other place does', () => {
  const { steps } = plan(text(['ssh:web1', 'f() { echo "$APP"; }'], ['ssh:web1', 'f'], ['ssh:web2', 'echo "$ZONE"'], ['', 'true']), { values: { APP: 'shop' }, environment: { ZONE: 'b' } });
  expect(steps.map(({ pieces: [piece] }) => variablesOfPlaces(steps).get(shellPlace(piece?.on ?? null)))).toEqual([{ APP: 'shop' }, { APP: 'shop' }, { ZONE: 'b' }, {}]);
});

describe('a variable that a piece of the same step sets', () => {
  const cut = text(['', `# Find it\n${SET}\n\n# Empty it\n${USE}`]);
  it('is no question', () => expect(asked(cut)).toEqual([]));
  it('is asked for once that piece is skipped', () => expect(asked(cut, { skipped: [{ step: 'steps-1', piece: 0 }] })).toEqual(['parameter DIR']));
  it('is none where the piece that reads it sets it itself', () => expect(asked(text(['', `# One\n${SET}\n\n# Two\n${SET}\n${USE}`]), { skipped: [{ step: 'steps-1', piece: 0 }] })).toEqual([]));
});
