import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideCode, isExpectationLead, mapParts, readExpectation, readExpectedBlock, similarTo } from '../../../src/parse/expectations/index.ts';
import { sourceText, spanAt } from '../../../src/model/index.ts';

const span = spanAt(sourceText('x'), 0, 1);
const kindOf = (rest: string): string => readExpectation(rest, span).kind;
const partsOf = (rest: string): readonly string[] => readExpectation(rest, span).parts.map(({ text }) => text);

describe('the lead of an expectation', () => {
  it.each([
    ['Expected: 200', '200'],
    ['expected: web.1: up', 'web.1: up'],
    ['Expected output: ok', 'ok'],
    ['Expected before rollback: "Paused"', '"Paused"'],
    ['Expected for a clean host: 0', '0'],
    ['Expect HTTP 200 + body', 'HTTP 200 + body'],
    ['Expect: kind', 'kind'],
    ['Should see `Healthy`', '`Healthy`'],
    ['You should see: two rows', 'two rows'],
    ['=> 200', '200'],
    ['→ pong', 'pong'],
    ['-> pong', 'pong'],
    ['Expected output:', ''],
    ['Expected response (healthy, open):', ''],
    ['Should be: a or b', 'Should be: a or b'],
    ['Should be < 1ms here', 'Should be < 1ms here'],
    ['Expected exit code: 0', 'exit code: 0'],
    ['Expected exit: 0', 'exit: 0'],
    ['Expected for a clean history:', ''],
    ['Expected output on the standby:', ''],
  ])('%s', (comment, rest) => {
    expect(isExpectationLead(comment)).toEqual({ rest });
  });

  it.each(['Confirm dynos are up', 'Expected duration: 5 min', 'Expected wall-clock: under 5 minutes', 'unexpected: x', 'Note: direct URLs return 403', '2. Roll back', 'Wait for the rollout to finish.', ''])(
    'not: %s',
    (comment) => {
      expect(isExpectationLead(comment)).toBeNull();
    },
  );
});

describe('the kind of an expectation', () => {
  it.each([
    ['/^v\\d+$/i', 'regex'],
    ['`/^200$/`', 'regex'],
    ['top row reads "Rollback to v84"', 'quoted'],
    ['"Paused" (canary stalled) or "Healthy" (steady-state)', 'quoted'],
    ['HTTP 200 + valid `prediction_score`', 'quoted'],
    ['HTTP 200 + body {"status":"ready","model_loaded":true}', 'quoted'],
    ['200', 'literal'],
    ['`200`', 'quoted'],
    ['"Rollback to v84"', 'quoted'],
    ['web.1: up', 'literal'],
    ['Healthy', 'literal'],
    ['/var/log/syslog/', 'literal'],
    ['200 or 204', 'literal'],
    ['200 (OK)', 'literal'],
    ['no `error` lines', 'judgement'],
    ['All `1/1 Running`, AGE ≥ 2 min', 'judgement'],
    ["doesn't print `error`", 'judgement'],
    ['at least `2` replicas', 'judgement'],
    ['`len=` on step 2; `OK: refused` on step 3', 'judgement'],
    ['`a` and `b` or `c`', 'judgement'],
    ['`lag: 0` (or decreasing)', 'judgement'],
    ['none', 'judgement'],
    ['{"svc":"sha256:abc...123"}', 'judgement'],
    ['digest `sha256:abc123…`', 'judgement'],
    ['`Waiting for pods...`', 'judgement'],
    ['line `Deploy … done`', 'judgement'],
    ['no 5xx errors', 'judgement'],
    ['< 500 ms (or service-specific SLO)', 'judgement'],
    ['downtime of 5 minutes', 'judgement'],
    ['flat near zero', 'judgement'],
    ['exit code: 0', 'judgement'],
    ['exit 0', 'judgement'],
    ['exit 1, no output', 'judgement'],
    ['exit=0', 'judgement'],
    ['rc=0', 'judgement'],
    ['$? = 0', 'judgement'],
    ['web exited with code 0', 'judgement'],
    ['exists', 'judgement'],
    ['matches `analysis-template.yaml`', 'judgement'],
    ['refused; if bypassed with `--no-verify`, CI rejects it', 'judgement'],
    ['the list of pods with their age: all of them', 'judgement'],
    ['/[/', 'judgement'],
    ['', 'judgement'],
    ['`{"agent":"A","result":"success",...}` in the log', 'judgement'],
    ['`Secrets set` + `Release vN` in `fly status`', 'judgement'],
    ['release vX', 'judgement'],
    ['changed: none', 'literal'],
    ['locking=none', 'literal'],
    ['none: 3', 'judgement'],
    ['`v12`', 'quoted'],
  ])('%s: %s', (rest, kind) => {
    expect(kindOf(rest)).toBe(kind);
  });

  it('a negation inside the quotes is part of the text', () => {
    expect(readExpectation('"no errors found"', span)).toMatchObject({ kind: 'quoted', parts: [{ text: 'no errors found' }] });
  });

  it('says why', () => {
    expect(readExpectation('no `error` lines', span).reason).toBe('"no" among the words');
    expect(readExpectation('/[/', span).reason).toMatch(/^not a regular expression: /);
  });
});

describe('the parts of an expectation', () => {
  it('without their quotes, in order', () => {
    expect(partsOf('`web.1` is "up"')).toEqual(['web.1', 'up']);
  });

  it('"or" makes one enough', () => {
    expect(readExpectation('"Paused" (canary stalled) or "Healthy" (steady-state)', span)).toMatchObject({ anyPart: true, parts: [{ text: 'Paused' }, { text: 'Healthy' }] });
    expect(readExpectation('`a`, `b` or `c`', span).anyPart).toBe(true);
    expect(readExpectation('"a" and "b"', span).anyPart).toBe(false);
    expect(readExpectation('200 or 204', span)).toMatchObject({ anyPart: true, parts: [{ text: '200' }, { text: '204' }] });
  });

  it('a JSON object is its members', () => {
    expect(partsOf('HTTP 200 + body {"status":"ready","ok":true}')).toEqual(['"status":"ready"', '"ok":true']);
  });

  it('text is the words without backquotes, white space folded', () => {
    expect(readExpectation('  `web.1`\n  is up ', span).text).toBe('web.1 is up');
  });

  it('an aside after a literal is not looked for', () => {
    expect(partsOf('200 (OK)')).toEqual(['200']);
  });

  it('can be given slots', () => {
    const slot = { kind: 'parameter', parameter: 'p', start: 0, end: 1, literal: 'x', span } as const;
    expect(mapParts(readExpectation('x', span), (part) => ({ ...part, slots: [slot] })).parts).toEqual([{ text: 'x', slots: [slot] }]);
  });
});

describe('an expected-output block', () => {
  it('a few words are a literal', () => {
    expect(readExpectedBlock('web.1: up\n', span).kind).toBe('literal');
  });

  it('steady lines are looked for one by one', () => {
    expect(readExpectedBlock('deployment "web" successfully rolled out\nall is well with it\n', span)).toMatchObject({
      kind: 'quoted',
      parts: [{ text: 'deployment "web" successfully rolled out' }, { text: 'all is well with it' }],
    });
  });

  it('a sample with ages or dates, or a long one, is for the eye', () => {
    expect(readExpectedBlock('NAME READY AGE\nweb-1 1/1 5m\n', span)).toMatchObject({ kind: 'judgement', reason: 'a sample that differs from run to run ("5m")' });
    expect(readExpectedBlock('a b c\n'.repeat(9), span).kind).toBe('judgement');
  });

  it('similarity keeps the text as written', () => {
    expect(similarTo('a\n  b\n', 0.8, span)).toMatchObject({ similarity: 0.8, text: 'a b', parts: [{ text: 'a\n  b' }] });
  });
});

it('any text is read, and parts are stretches of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      isExpectationLead(text);
      readExpectedBlock(text, span);
      const { parts, text: words } = readExpectation(text, span);
      for (const { text: found } of parts) expect(words.replace(/[`\s]+/g, '')).toContain(found.replace(/[`\s]+/g, ''));
    }),
  );
});

describe('a part that is of the command', () => {
  const beside = (rest: string, code: string): string => besideCode(readExpectation(rest, span), code).kind;

  it.each([
    ['`/ready` returns 200', 'curl -fsS https://shop.test/ready && echo OK', 'judgement'],
    ['`/health` says "up"', 'curl "localhost:8080/health?full=1"', 'judgement'],
    ['`/ready` returns 200', 'curl -s shop.test:8080/ready', 'judgement'],
    ['`hostname` prints it', 'cd /\nhostname', 'judgement'],
    ['`/ready`', 'cat paths/ready', 'quoted'],
    ['`curl -s` prints "ok"', '# look\nsudo curl -s $URL', 'judgement'],
    ['`/srv/data-2`', 'readlink /srv/current', 'quoted'],
    ['"ready"', 'curl https://shop.test/ready', 'quoted'],
    ['`running`', 'service x running', 'quoted'],
  ])('%s after %s: %s', (rest, code, kind) => {
    expect(beside(rest, code)).toBe(kind);
  });
});
