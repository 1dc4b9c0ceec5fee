import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStronger, strongestEffect, type Effect } from '../../../src/model/index.ts';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';
import { expectedEffects } from './expected.ts';

const effectOf = (code: string): Effect => strongestEffect(analyzeShell(code).effects)?.effect ?? 'reads';

/** Commands of one line that can be wrapped: no loops, no redirections of their own, no definitions. */
const SIMPLE = expectedEffects('commands').map(([command]) => command).filter((command) => /^[a-z]/.test(command) && !/[\n;<>|&(){}!]|^(?:if|for|while|case|coproc|true|trap|export|alias|cd|echo|eval|time)\b/.test(command));
const command = fc.constantFrom(...SIMPLE);
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);

test('a program that no table knows is unknown, whatever its arguments', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{3,6}zqx$/), fc.array(fc.oneof(word, fc.constantFrom('get', 'list', 'status', 'delete', '--help', '--dry-run', '-v')), { maxLength: 4 }), (name, args) => {
    expect(effectOf([name, ...args].join(' '))).toBe('unknown');
  }));
});

test('a name that the shell decides is unknown', () => {
  fc.assert(fc.property(word, command, (name, rest) => {
    expect(effectOf(`$${name} ${rest.split(' ').slice(1).join(' ')}`)).not.toBe('reads');
  }));
});

test.each(['sudo', 'env A=1', 'nohup', 'timeout 5', 'nice -n 5', 'command', 'xargs', 'time', 'flock /tmp/l', 'stdbuf -o0'])('%s never lowers an effect', (wrapper) => {
  fc.assert(fc.property(command, (inner) => {
    expect(isStronger(effectOf(inner), effectOf(`${wrapper} ${inner}`))).toBe(false);
  }));
});

test.each([['a condition', (inner: string) => `if true; then ${inner}; fi`], ['a substitution', (inner: string) => `echo "$(${inner})"`], ['a group', (inner: string) => `{ ${inner}; }`], ['a subshell', (inner: string) => `( ${inner} )`], ['a list', (inner: string) => `true && ${inner} || true`], ['the background', (inner: string) => `${inner} &`], ['a call', (inner: string) => `f() { ${inner}; }\nf`]] as const)('%s has the effect of what is in it', (_, around) => {
  fc.assert(fc.property(command, (inner) => {
    expect(isStronger(effectOf(inner), effectOf(around(inner)))).toBe(false);
  }));
});

test.each(["ssh web1 '…'", "bash -c '…'", "kubectl exec pod -- sh -c '…'", "su - app -c '…'", "eval '…'", 'ssh web1 <<EOF\n…\nEOF'])('%s has the effect of what it is given', (outer) => {
  fc.assert(fc.property(command.filter((inner) => !inner.includes("'")), (inner) => {
    expect(isStronger(effectOf(inner), effectOf(outer.replace('…', () => inner)))).toBe(false);
  }));
});

test('writing outside the working folder and /tmp never reads', () => {
  const outside = fc.constantFrom('/etc/x', '/var/lib/a/b', '~/.bashrc', '../x', '"$FILE"', '/x', '$(echo y)', '/tmp/../etc/x', '${HOME}/x');
  fc.assert(fc.property(command, fc.constantFrom('>', '>>', '2>', '&>', '>|'), outside, (inner, operator, file) => {
    expect(['unknown', 'destroys']).toContain(effectOf(`${inner} ${operator} ${file}`));
  }));
});

test('any text has an effect, and reading it does not throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), command, (text, inner) => {
    expect(['reads', 'changes', 'unknown', 'destroys']).toContain(effectOf(`${inner} ${text}`));
  }));
});
