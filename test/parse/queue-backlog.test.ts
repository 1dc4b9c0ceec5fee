import { describe, expect, it } from 'vitest';
import { at, commands, fixture, manuals } from './read.ts';

/** One runbook as a team writes it, with every kind of step, parameter and expectation. */
const runbook = fixture('queue-backlog.md');
const [script, indented, session, database, close, lag] = commands(runbook);
const parameter = (name: string): (typeof runbook.parameters)[number] | undefined => runbook.parameters.find((candidate) => candidate.name === name);
const expectations = [...script!.pieces, ...lag!.pieces].flatMap((piece) => piece.expectations);

describe('queue-backlog.md: steps', () => {
  it('a command from a fence labelled bash', () => expect(script).toMatchObject({ from: 'fence', language: 'bash' }));
  it('a command from an indented block with prompts', () => expect(indented).toMatchObject({ from: 'indented', code: { text: 'tail -n 2 /var/log/rabbit/orders.log\nsystemctl is-active rabbit' }, sampleOutput: 'connection accepted' }));
  it('a command from an unlabelled block with prompts', () => expect(session).toMatchObject({ from: 'prompt', code: { text: 'rabbitctl connections' } }));
  it('a command from a console block in a list item', () => expect(close).toMatchObject({ from: 'fence', language: 'console', title: 'Close the blocked connection' }));
  it('a command from a row of a table of checks', () => expect(lag).toMatchObject({ from: 'table', title: 'Lag falls', code: { text: "rabbitctl lag --queue {queue} | awk '{print $2}'" } }));
  it('a manual step from an ordered list, a task list and a check without a command', () => {
    expect(manuals(runbook).map(({ title }) => title)).toEqual(['Tell the team', expect.stringMatching(/^Silence the alert/), 'Orders flow']);
  });
  it('what is typed into a database is held', () => {
    expect(runbook.diagnostics).toMatchObject([{ rule: 'not-a-command', message: expect.stringContaining('"orders=#"') }]);
    expect(database!.pieces).toMatchObject([{ on: { kind: 'elsewhere', opener: 'orders' }, doubts: [{ kind: 'elsewhere', answers: ['done', 'skip'] }] }]);
    expect(database!.code.text).toContain('\nSELECT count(*) FROM pending;');
  });
});

describe('queue-backlog.md: parameters', () => {
  it.each([
    ['an angle bracket', 'node-name', 'placeholder', '<node name>'], ['a word that stands for another', 'your-broker', 'placeholder', 'YOUR_BROKER'], ['a path to be given', 'path-to-rabbit-conf', 'placeholder', '/path/to/rabbit.conf'],
    ['braces that the prose names', 'queue', 'placeholder', '{queue}'], ['a variable that nothing sets', 'VHOST', 'environment', '$VHOST'],
  ])('%s', (_, name, kind, written) => {
    expect(parameter(name)).toMatchObject({ kind, written, default: null });
    expect(at(runbook, parameter(name)!)).toContain(written);
  });
  it('an example that prose gives', () => expect(runbook.parameters).toContainEqual(expect.objectContaining({ kind: 'example', example: 'orders-eu-3', written: 'orders-eu-3' })));
  it('an id that a sample shows', () => expect(parameter('token')).toMatchObject({ kind: 'example', example: '5f0c8a1e-90ab-4cde-8f01-23456789abcd' }));
  it('output, formats and programs of awk are none', () => expect(runbook.parameters).toHaveLength(7));
});

describe('queue-backlog.md: expectations', () => {
  it.each([
    ['a regular expression', 'regex', '/lag=\\d+/'], ['quoted and backquoted words', 'quoted', 'status "running" and prefetch=50'], ['a number', 'literal', '200'],
    ['prose', 'judgement', 'the same consumers as before the deploy'], ['the Expected column', 'quoted', '0'],
  ])('%s', (_, kind, text) => expect(expectations).toContainEqual(expect.objectContaining({ kind, text })));
});
