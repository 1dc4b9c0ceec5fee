import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

/** Kinds and words of the doubts of each piece. */
const doubts = (markdown: string): readonly (readonly string[])[] => commands(read(markdown)).flatMap(({ pieces }) => pieces.map((piece) => piece.doubts.map(({ kind, text }) => `${kind}: ${text}`)));
const kinds = (markdown: string): readonly string[] => doubts(markdown).map((held) => held.map((doubt) => doubt.split(':')[0]).join(' '));
const block = (code: string, label = 'bash'): string => `# X\n\n## Steps\n\nRun it:\n\n'''${label}\n${code}\n'''\n`.replaceAll("'''", '```');
const led = (lead: string): string => `# X\n\n## Steps\n\n${lead}\n\n'''bash\nmake it\n'''\n`.replaceAll("'''", '```');

describe('unparsed', () => {
  it.each(['if true; then\n  echo x', 'echo "open', "cat <<EOF\na=1", 'cat <<EOF\na=1\nEOF \necho x', 'echo $(ls'])('%j', (code) => expect(kinds(block(code))).toEqual(['unparsed']));
  it('says that a blank stands beside the end of a heredoc', () => expect(doubts(block('cat <<EOF\na\nEOF \necho x'))[0]?.[0]).toContain('a blank stands beside EOF'));
  it('a fence that nobody closed', () => expect(kinds('# X\n\n```bash\necho one\n')).toEqual(['unparsed']));
  it('takes no run', () => expect(commands(read(block('echo "open')))[0]?.pieces[0]?.doubts[0]?.answers).toEqual(['edit', 'skip']));
});

describe('not-a-command', () => {
  it.each([
    'FATAL[0000] node is cordoned, abort', 'Warning: the old form is deprecated', '-f, --force   force it', 'shell:\n  resources:\n    cpu: 200m', '2026-01-02 all is well', '...', '[...]', '<snip>', 'Restart the pods that are stuck', 'Get-Content app.log -Tail 100 | Select-String error',
    '# ~/.aws/config\n[default]\nregion = eu', 'region = eu', 'kubectl delete pod web-0 ––namespace staging', 'psql -c “DROP TABLE x”', '*/5 * * * * /srv/check.sh', '@daily /srv/check.sh', 'echo\u00a0hello', 'ec\u200bho zero', 'echo hi\u2028touch x',
  ])('%j', (code) => expect(kinds(block(code))[0]).toMatch(/not-a-command/));
  it.each([
    'echo "a – b"', "echo 'it’s'", 'cat <<EOF\nWarning: x\n…\nEOF', "awk '\n  -f, { print }\n'", '[ -f x ]', '[ a = b ]', 'a=b', 'let a = 5', ': > x', '. ./env', './-x', 'A=1 B=2', 'echo a # – later', 'docker run \\\n  -e A=b \\\n  image',
  ])('none in %j', (code) => expect(kinds(block(code))).toEqual(['']));
});

describe('not-labelled and nothing', () => {
  it('an unlabelled block that is plainly commands', () => expect(kinds(block('sudo apt-get autoremove\nls -l', ''))).toEqual(['not-labelled']));
  it('one whose line ends in a backslash and a blank', () => expect(kinds(block('qemu-system-x86_64 -nographic \\ \n-m 3G', ''))[0]).toMatch(/not-labelled/));
  it('one with prompts is none', () => expect(kinds(block('$ sudo apt-get autoremove', ''))).toEqual(['']));
  it.each(['bash', 'console', ''])('root prompts alone in a block labelled "%s"', (label) => expect(kinds(block('# systemctl restart nginx\n# journalctl -u nginx', label))).toEqual(['nothing']));
  it('also with output, and a prompt at the end behind which nothing stands', () => expect(kinds(block('# service web stop\nStopping the web: [ OK ]\n#', ''))).toEqual(['nothing']));
  it('comments that are words or settings make no step', () => expect(read(block('# Look at the audit log')).steps.concat(read(block('# APP_KEY=')).steps)).toEqual([]));
});

describe('conditional', () => {
  it.each([
    'If that did not work:', 'In case the pod is stuck:', 'In the event of data loss, restore:', 'Should the restart fail, run:', 'As a last resort:', 'Run this only in an emergency:', 'Emergency only:', 'On staging only:', 'Production only:', 'Skip this on staging.', 'This is only required for major upgrades:', 'Not needed for patch releases.', 'Do not run this:', 'Wrong:', 'Bad example:', 'Unless the lag grows, restart it:', 'Alternatively, restart all:', 'Alternative: leave out the limit of the shop and let the operator of the cluster choose the newest one that it knows:', 'Instead, use the other one:', 'Optional: clean up.', 'Clean up (optional):', 'Roll back the database (only if necessary):', 'When needed, scale out:',
    'Restart it only if the queue grows:', 'Skip if it was done:', 'Restart it if the pods are stuck:', 'When a restart is needed:', 'Only as needed:', '**If not**, go on:', '2. If it hangs:',
  ])('%s', (lead) => expect(kinds(led(lead))).toEqual(['conditional']));
  it.each([
    'Check if the pods are up:', 'Should return 200:', 'Do not run this as root. Now run:', 'Bad nodes are listed by:', 'Skip the header line:', 'Name the case in the event log:', 'Verify that it is only `if needed`:', 'Write "if needed" into the form:', 'Take a copy just in case:', 'Just in case, take a copy:', 'Do not skip this if you are in a hurry:', 'Do NOT skip this step:', 'See if it is there:', 'It restarts. If it fails, call us. Now run:', 'Gift wrapping:',
  ])('not: %s', (lead) => expect(kinds(led(lead))).toEqual(['']));
  it.each(['If parking fails, delete it. This cannot be undone:', 'OR, if parking fails, delete it. It cannot be undone, and takes an hour:'])('the sentence that the last one speaks of: %s', (lead) => expect(kinds(led(lead))).toEqual(['conditional']));
  it.each(['> [!NOTE]\n> Skip if the other one is there.', '> **Warning:** This hurts.\n> Only if the other one is gone.', '> Danger: only if the other one is gone.', '!!! note\n\n    Optional: it takes an hour.'])('a callout between what leads to the block and the block: %s', (callout) => {
    expect(kinds(led(`Do it:\n\n${callout}`))).toEqual(['conditional']);
    expect(kinds(led(`${callout}\n\nDo it:`))).toEqual(['']);
  });
  it.each<[string, readonly string[]]>([['Only if the target is shop-api:', ['']], ['If you are on `shop-api`, run:', ['']], ['If shop-api is down, run:', ['conditional']], ['Only if the target is shop-web:', ['conditional']]])('what the choice of the target decides is none: %s', (lead, doubts) => {
    expect(kinds(`# X\n\n**System:** shop-api, shop-db\n\n## Do\n\n### It\n\n${lead}\n\n'''sh\nmake it\n'''\n`)).toEqual(doubts);
  });
  it('the first sentence of a list item', () => expect(kinds('# X\n\n## Steps\n\n1. If the disk is full, clean up. Run:\n\n   ```sh\n   make it\n   ```\n')).toEqual(['conditional']));
  it('the first comment of a piece, and one at the end of a line; later ones not', () => {
    expect(kinds(block('# 1. Stop\nmake stop\n\n# 2. If the queue grows, purge it\nmake purge\n\n# 3. Start\n# If it fails, call us\nmake start\nmake seed  # only if needed'))).toEqual(['', 'conditional', 'conditional']);
  });
  it('a comment that goes on below a backslash, and an optional part below other commands', () => {
    expect(kinds(block('# Read the logs\nkubectl logs a -c proxy \\\n  # if using the mesh\n\n# See the events\nkubectl get events\n\n# Optional: what it takes\nkubectl top pod a'))).toEqual(['conditional', '', 'conditional']);
  });
  it.each([['## Emergency abort', 'conditional'], ['## Using the other one instead', 'conditional'], ['## Roll back (if needed)', 'conditional'], ['## What to do if it hangs', 'conditional'], ['## Emerging', ''], ['## Diff it', '']])('heading %s', (heading, kind) => {
    expect(kinds(`# Emergency restart\n\n${heading}\n\nRun it:\n\n\`\`\`sh\nmake it\n\`\`\`\n`)).toEqual([kind]);
  });
  it('says which section, so that a chosen one asks nothing', () => expect(commands(read('# X\n\n## Emergency\n\n```sh\nmake it\n```\n'))[0]?.pieces[0]?.doubts[0]).toMatchObject({ section: 1, line: 3, block: true }));
});

describe('sections that are ways of one thing', () => {
  const sections = (first: string, second: string): string => `# X\n\n## ${first}\n\n'''bash\nshopctl load a\n'''\n\n## ${second}\n\n'''bash\nshopctl load b\n'''\n`.replaceAll("'''", '```');
  it.each([['Restore from the dump', 'Restore with the tool'], ['Activate it for now', 'Activate and keep it'], ['From builder', 'From testbox'], ['Build it (from builder)', 'Build the other (from testbox)']])('%s, %s', (first, second) => expect(kinds(sections(first, second))).toEqual(['conditional', 'conditional']));
  it.each([['Create the user', 'Create the shop'], ['Step one', 'Step two'], ['Restore the dump', 'Look at it'], ['The shop', 'The store'], ['Restore 1', 'Restore 2']])('none: %s, %s', (first, second) => expect(kinds(sections(first, second))).toEqual(['', '']));
  it('and what only looks is free', () => expect(kinds(sections('Restore from the dump', 'Restore with the tool').replaceAll('shopctl load', 'cat'))).toEqual(['', '']));
});

describe('one of several ways, or for another time', () => {
  const acts = (lead: string): string => led(lead).replace('make it', 'kubectl rollout restart deploy/shop');
  const looks = (lead: string): string => led(lead).replace('make it', 'kubectl get pods');
  const SAYS = [
    'The node is dead → restart it:', 'Pause or resume the shop:', 'Any pod that is red needs to be restarted:', 'You might restart all of it:', 'Once in the jump shell, restart it:', 'In the staging account:', 'During the freeze:', 'Restart whichever shop you want:',
    'Or restart all of it:', 'Or:', 'Another option is to restart all of it:', 'A second way:', 'A slower workaround:', 'Worst case:', 'Shorter version:', 'When they have not stopped, restart it:', 'As an alternative, restart all of it:', 'Alternative approach: restart all of it.', 'You can also restart all of it:', 'You may need to restart all of it:', 'In rare cases, restart all of it:', 'Sometimes a restart of it helps:', 'Failing that, restart it:', 'In the worst case:', 'Provided that nobody uses it:', 'As long as nobody uses it, restart it:',
    'Depending on the load, restart it:', 'For version 3 only:', 'On clusters older than 4.10, restart it:', 'When running on a laptop:', 'With the mesh enabled:', 'When that does not help, restart it:', '[Optional] Restart it:', 'Previously we used:', 'Once a month, restart it:', 'Later, restart it:', 'Under the hood this runs:', 'This is the same as:', 'This is what the job runs:', 'To undo:', 'Undo with:', 'Never run this in production:', 'Not on production:',
  ];
  it.each(SAYS)('holds what acts: %s', (lead) => expect(kinds(acts(lead))).toEqual(['conditional']));
  // Without the colon it is no lead, of which anything but a plain order holds: its own words have to.
  it.each(SAYS.filter((lead) => !/undo/i.test(lead)).map((lead) => lead.replace(/[:.]$/, '.')))('as a sentence too: %s', (sentence) => expect(kinds(acts(sentence))).toEqual(['conditional']));
  it.each(['Restart it if it does not come up:', 'Restart it unless it is the primary:', 'Leave it to rest until the lead calls, then restart it:', 'Restart it when the queue is full:', 'Restart either of the two:', 'Restart it or else drain it:', 'Restart it as you prefer:', 'Restart it as option b says:', 'Restart it occasionally:', 'Restart it, which is nice to have:', 'Restart some of its pods:', 'Restart it rather than drain it:', 'Restart it only on the second node:', 'Restart all that needs to run anew:', 'Restart it, or drain it, which is an option:'])('a case within a plain order: %s', (order) => expect(kinds(acts(order))).toEqual(['conditional']));
  it.each(['Note', 'FYI', 'Danger'])('a label before the sentence counts for nothing: %s', (label) => expect(kinds(acts(`${label}: if you get an error, restart it:`))).toEqual(['conditional']));
  it.each(SAYS)('and not what only looks: %s', (lead) => expect(kinds(looks(lead))).toEqual(['']));
  it.each(['On your own machine:', 'In the root of the repository:', 'Under this heading:', 'Restart both at once:', 'Run or wait, for each shelf:', 'Order the pods anew:', 'In that order, restart them:', 'For each node:', 'On the next line, restart it:', 'For all shops, restart them:', 'With the new image, restart it:', 'When this is done, restart it:', 'The next way station:', 'You can now restart it:', 'This is what you run:', 'To revert the release:', 'Later versions restart it:'])('not: %s', (lead) => expect(kinds(acts(lead))).toEqual(['']));
  it.each(['For example, to restart the shop:', 'An example:', 'Example of a restart:', 'Run something like:', 'Run a command similar to this:', 'Restart it (example below):'])('an example holds what acts, unless it has blanks: %s', (lead) => {
    expect(kinds(acts(lead))).toEqual(['conditional']);
    expect(kinds(looks(lead))).toEqual(['']);
    expect(kinds(led(lead).replace('make it', 'kubectl delete pod <pod>'))).toEqual(['']);
  });
  it.each(['Restart the example app:', 'Follow the example of the others:', 'Example for the token:', 'For example:'])('no example: %s', (lead) => expect(kinds(acts(lead))).toEqual(['']));
  it.each(['Background', 'How it works', 'Root cause', 'What not to do', 'What we did last time', 'Notes', '7. FAQ', 'Simulate the failure'])('what stands under "%s" is told, and holds what acts', (heading) => {
    const under = (code: string): string => `# X\n\n## ${heading}\n\n'''bash\n${code}\n'''\n`.replaceAll("'''", '```');
    expect(kinds(under('kubectl delete pod a'))).toEqual(['conditional']);
    expect(kinds(under('kubectl get pods'))).toEqual(['']);
  });
  it.each(['Switch the context', 'Trigger the backup', 'Note the id', 'Regular restart', 'Clean up the history'])('under "%s" it is done', (heading) => expect(kinds(`# X\n\n## ${heading}\n\n\`\`\`bash\nkubectl delete pod a\n\`\`\`\n`)).toEqual(['']));
  it.each(['Set it to the version that you noted:', 'Set it to the number from step 1:', 'Set it, with the id we just copied:', 'Change `7` to yours:'])('a value that is known only then, which nothing in the block asks for: %s', (lead) => {
    expect(kinds(acts(lead).replace('kubectl', 'VERSION=7 kubectl'))).toEqual(['literal']);
  });
  it.each([['On each of proxy-1, proxy-2 and proxy-3:', 'kubectl delete pod proxy-1'], ['Do this for all brokers, one at a time:', 'kubectl delete pod broker-0'], ['Repeat for every shard:', 'shopctl move shop-shard-3'], ['Restart all brokers:', 'kubectl delete pod broker-0']])('one of several, of which the text means each: %s', (lead, code) => {
    expect(kinds(led(lead).replace('make it', code))).toEqual(['literal']);
  });
  it.each([['On each of proxy-1 and proxy-2:', 'kubectl delete pod proxy-1 proxy-2'], ['Restart all brokers:', 'kubectl delete pod -l app=broker'], ['Restart every broker:', 'for b in broker-0 broker-1; do kubectl delete pod $b; done'], ['For each broker, look at it:', 'kubectl get pod broker-0'], ['Restart every broker:', 'kubectl delete pod <broker>']])('not where the code goes through them, asks which, or only reads: %s %s', (lead, code) => {
    expect(kinds(led(lead).replace('make it', code))).toEqual(['']);
  });
  const below = (title: string, heading: string): readonly string[] => kinds(`# ${title}\n\n'''bash\nshopctl set a\n'''\n\n## ${heading}\n\n'''bash\nshopctl unset a\n'''\n`.replaceAll("'''", '```'));
  it.each([['Adding a node', 'Removing a node'], ['Mount the volume', 'Unmount'], ['Onboarding an engineer', 'How to offboard'], ['Scale up for the sale', 'Scale down'], ['Open the firewall', 'Close it again'], ['Create a tenant', 'Delete a tenant']])('another task than the title: %s / %s', (title, heading) => expect(below(title, heading)).toEqual(['', 'conditional']));
  it.each([['Add a node', 'Remove the old node'], ['Replace a node', 'Remove the node'], ['Add a node', 'Check the node'], ['Upgrade the kernel', 'Drain the node'], ['Stop and start the web', 'Start it']])('a part of it: %s / %s', (title, heading) => expect(below(title, heading)).toEqual(['', '']));
  it('calls of one program above a comment with one way more', () => {
    expect(kinds(led('Add it:').replace('make it', './add.sh web-1\nREGION=eu ./add.sh web-1 gpu\n# or: bin/add web-1'))).toEqual(['conditional']);
    expect(kinds(led('Add it:').replace('make it', './add.sh web-1\n./check.sh web-1\n# or: bin/check web-1'))).toEqual(['']);
  });
  it.each(['Set it to the new version:', 'Restart the pods from above:'])('none where the text speaks of no such value: %s', (lead) => expect(kinds(acts(lead))).toEqual(['']));
  it.each(['Adjust the values below as needed:', 'Modify the literals in the following example and run it:', 'Change the names to match your shop:'])('values to be changed that nobody names: %s', (lead) => {
    expect(kinds(acts(lead))).toEqual(['literal']);
    expect(kinds(led(lead).replace('make it', 'kubectl delete pod <pod>'))).toEqual(['']);
  });
  it.each(['Change the name of the shop:', 'Edit the variables:'])('what the command itself changes: %s', (lead) => expect(kinds(acts(lead))).toEqual(['']));
  it('a comment too; `# or` makes a choice instead', () => {
    expect(kinds(block('kubectl get pods\n# undo:\nkubectl delete pod a'))).toEqual(['', 'conditional']);
    expect(kinds(block('kubectl delete pod a\n# or\nkubectl delete pod b'))).toEqual(['', '']);
  });
  it.each(['# Or, where the controller is too slow for the traffic that is coming, by hand', '# Or by hand\n# (the controller takes over)', '# Or by hand:\n'])('an "or" that makes no choice holds what it stands above: %j', (comment) => {
    const read = block(`kubectl delete pod a\n\n${comment}\nkubectl delete pod b`);
    expect(kinds(read)).toEqual(['', 'conditional']);
  });
  it.each(['Root password (architect-only):', 'Reset it (for DBAs only):', 'Admins only:'])('what some people only do: %s', (lead) => expect(kinds(acts(lead))).toEqual(['conditional']));
  it.each(['Make the bucket owner-only:', 'Dump it (schema only):', 'Mount it (read-only):'])('what only tells: %s', (lead) => expect(kinds(acts(lead))).toEqual(['']));
  it.each(['R1 — Routine deploy', 'SOP-3: Quarterly cleanup', 'Periodic cleanup'])('under "%s" it is for a time of its own', (heading) => expect(kinds(`# X\n\n## ${heading}\n\n\`\`\`bash\nkubectl delete pod a\n\`\`\`\n`)).toEqual(['conditional']));
  it.each(['# Prerequisites: the store must be running', '# Before: the queue should be empty'])('what has to be so before is no check of what comes after: %s', (comment) => {
    const [step] = commands(read(block(`${comment}\nkubectl delete pod a`)));
    expect(step?.pieces.map(({ expectations, doubts }) => [expectations, doubts.map(({ kind }) => kind)])).toEqual([[[], ['conditional']]]);
  });
  it.each(['db1: Restart the worker and the proxy of it:', 'web-2 – stop all the workers that are on it:', 'DB1 — restart it together with the proxy:'])('a sentence that begins with a machine is no plain order: %s', (lead) => expect(kinds(acts(lead))).toEqual(['conditional']));
  it('a number before a heading changes nothing', () => {
    expect(kinds('# X\n\n## R1 — Restart it\n\n```bash\nkubectl delete pod a\n```\n')).toEqual(['']);
  });
});

describe('gates', () => {
  const gates = (text: string): readonly string[] => read(`# X\n\n## Steps\n\n${text}\n`).gates.map((gate) => `${gate.waits ? 'wait' : 'stop'}: ${gate.text}`);
  it.each(['If the primary answers, **stop here** and call.', 'Stop and ask the lead.', 'If the primary answers, STOP.', 'Do not go any further until the lag is zero.', 'Only proceed once the lead has said so.', 'Proceed only after the drain.', 'Pause here and look.', 'Hold off until it is drained.', 'Abort if a node is missing.', 'Do not proceed before the lag is zero.', "Don't continue without a backup.", 'Continue only when all pods run.', 'The pods will restart, and then wait for the lead.', 'Restart it and wait until it can be reached.', 'Wait to restart it until the lead has looked.'])('%s', (text) => expect(gates(text)).toHaveLength(1));
  it.each(['If it goes down, you are done, go to step 4.', "If it has recovered, you're done.", 'If it is, you can stop here.', 'If the queue drains, skip straight to step 4.', 'If the pods are up, skip the next step.', 'Once the lag is zero, no further action is needed.'])('what ends it in one case: %s', (text) => expect(gates(text)).toHaveLength(1));
  it.each(['You are done.', 'When you are done, close the alert.', 'Skip to the end with G.', 'If you skip a release, read its notes.'])('and not: %s', (text) => expect(gates(text)).toEqual([]));
  it('is told with the code that stands in it', () => expect(gates('See `a` and `b`. If `kubectl get` shows `c`, **stop** and `kubectl use <it>`. Then `d`.')).toEqual(['stop: If kubectl get shows c, stop and kubectl use <it>.']));
  it('waiting is its own kind: a command can do it', () => expect(gates('- Wait for the e-mail.\n- Then wait until it is there.\n- Wait 10 minutes.')).toEqual(['wait: Wait for the e-mail.', 'wait: Then wait until it is there.', 'wait: Wait 10 minutes.']));
  it.each(['Soak for an hour.', 'Let it bake overnight.', 'Then watch the error rate for 10 minutes.', 'Keep an eye on it for at least half an hour.', 'Monitor the graphs for 15-20 minutes.', 'Stay on staging for a day.', 'Come back in an hour.', 'Lower it; watch it for 1 h.', 'Leave it running overnight.'])('so is looking for a while: %s', (text) => expect(gates(text)).toEqual([`wait: ${text}`]));
  it.each(['Keep the backups for 30 days.', 'Logs are kept for 30 days.', 'It stays for an hour.', 'The monitor runs for an hour.', 'Watch for errors.', 'Look for sessions idle for 10 minutes.', 'Watch out for pods that have been pending for an hour.', 'Look up the host that was down for 20 minutes.'])('but not what is kept, or told: %s', (text) => expect(gates(text)).toEqual([]));
  it.each([['How does the probe work?', 0], ['What happens during an election?', 0], ['How does one restore it, and what do we do first?', 1], ['How it is restored', 1]])('under "%s": %i', (heading, count) => {
    expect(read(`# X\n\n## ${heading}\n\n- Wait for an answer for up to a second.\n\n## Do\n\n'''sh\nmake it\n'''\n`.replaceAll("'''", '```')).gates).toHaveLength(count);
  });
  it.each(['Run or wait, for each.', 'Before proceeding, look.', 'The alert says `stop here`.', 'It says "do not continue".', 'A non-stop service.', 'Drain, stop, start.', 'To abort if asked.', 'The wait is 10 minutes.', 'The pause here is short.', 'We wait for nobody.', 'This will restart the pods and wait until they run.', 'Such a fault can make it step down and wait for a leader.'])('not: %s', (text) => expect(gates(text)).toEqual([]));
});

it('never throws, and each doubt takes some answer', () => {
  const line = fc.constantFrom('# If needed', 'make it', 'Warning: x', '…', 'cat <<E', 'E ', '"', '# ls -l', '-f, x', 'echo a – b', '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('bash', '', 'console', 'text'), (lines, label) => {
      for (const { pieces } of commands(read(block(lines.join('\n'), label)))) for (const { doubts: held } of pieces) {
        expect(new Set(held.map(({ kind }) => kind)).size).toBe(held.length);
        for (const { answers, line: at } of held) expect([answers.length > 0, at > 0]).toEqual([true, true]);
      }
    }),
  );
});

describe('orders, events and cases in other words', () => {
  const gates = (text: string): readonly string[] => read(`# X\n\n## Steps\n\n${text}\n`).gates.map((gate) => `${gate.waits ? 'wait' : 'stop'}${gate.acts ? ' to act' : ''}: ${gate.text}`);
  it.each(['Get approval first.', 'Then ask for the written sign-off of the owner.', 'Please obtain permission from the lead.', 'This step needs approval by the board.', 'The change manager must sign off here.', 'Verify with the customer that all is quiet.'])('an order to be allowed is a gate: %s', (text) => expect(gates(text)).toEqual([`stop: ${text}`]));
  it.each(['Stop if a shard is unassigned.', 'Hold until the vendor answers.', 'If the count is not zero, abort.', 'Only go on when the lag is zero.', 'Do not run the next command before the snapshot is there.', 'Do not touch it until the backup has ended.', "Don't start on a yellow cluster.", 'Never start while the retention job runs.', "If it is yellow, don't start.", 'Do not begin yet.'])('an order to stop in some case is one: %s', (text) => expect(gates(text)).toEqual([`stop: ${text}`]));
  it.each(['Do NOT initiate the failback until it has been stable for an hour.', 'Do not launch the job before the lag is zero.'])('whatever the verb of beginning: %s', (text) => expect(gates(text)).toEqual([`stop: ${text}`]));
  it.each(['Before moving on, back up the ring.', 'Before you proceed, tag the release.', 'Before going any further, copy the keys.'])('what is to be done before one goes on: %s', (text) => expect(gates(text)).toEqual([`stop to act: ${text}`]));
  it('which the block that it leads to may do', () => {
    const led = (code: string): readonly string[] => gates(`Before moving on, back up the ring:\n\n'''sh\n${code}\n'''\n`);
    expect([led('./back-up.sh'), led('ls /srv/backup'), led('./drain.sh')]).toEqual([[], ['stop to act: Before moving on, back up the ring:'], ['stop to act: Before moving on, back up the ring:']]);
  });
  it.each(['`backup.sh` quiesces a follower: delete the pod, mount it, wait for Ready.', 'What the script does: empty the disk, then wait until it is up.'])('what a program waits for is none: %s', (text) => expect(gates(text)).toEqual([]));
  it.each(['You get permission errors.', 'Then get permission denied away.', 'Needs approval.', 'Both must agree.', 'The hold time is one day.', 'Abort codes are in the table.', 'It will not run before noon.', 'Do not start the second node.', 'Pods that do not start on a node are listed.', 'It may not start on a yellow cluster.'])('no order: %s', (text) => expect(gates(text)).toEqual([]));
  it.each([
    'Once the drain has finished, run:', 'After the maintenance window has begun:', 'When all shards are in sync, switch the traffic.', 'Once you have confirmed that the lag is verified, promote it:', 'After the sum matches the list, switch the traffic.', 'After the panel shows no writes, run:',
  ])('an event is waited for before anything is changed: %s', (text) => expect(gates(text)).toEqual([`wait to act: ${text}`]));
  it.each(['Once the node is ready, it joins by itself.', 'Once the script has finished, run:', 'After you have started it, look:', 'When the alert fires, page the owner.', 'Once completed, you should see them.'])('no event that holds: %s', (text) => expect(gates(text)).toEqual([]));
  it.each([
    ['# Wait until the queue is empty, then\nmake it', 'wait to act: # Wait until the queue is empty, then'], ['# Do not continue before the team has agreed\nmake it', 'stop: # Do not continue before the team has agreed'],
  ])('a comment is an order too: %s', (code, gate) => expect(gates(`'''sh\n${code}\n'''`)).toEqual([gate]));
  it('what fails stops by itself', () => expect(gates("'''sh\nmake check\n# if either fails, stop and call\nmake it\n'''")).toEqual([]));

  const held = (lead: string, code = 'make it'): readonly string[] => commands(read(`# X\n\n## Do\n\n${lead}\n\n'''sh\n${code}\n'''\n`)).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind }) => kind)));
  it.each(['Roll it back, if possible:', '## Should a block need to be removed', 'Should you need more room, grow it:'])('conditional: %s', (lead) => expect(held(lead)).toEqual(['conditional']));
  it('what a comment says is undone later', () => expect(held('Turn it on:', 'shopctl on\n\n# and turn it off later by\nshopctl off')).toEqual(['conditional']));
  it.each(['## Check if it switched by itself', 'See that it runs. Otherwise, the following commands may fail.', 'Save the list for later.'])('not conditional: %s', (lead) => expect(held(lead)).toEqual([]));
  it('another way is one', () => expect(held('Otherwise, you need this:')).toEqual(['conditional']));
});

describe('a table that a command printed, pasted below it', () => {
  it.each(['kubectl get nodes\nNAME     STATUS\nnode-1   Ready', 'kubectl get pods\n\nNAME READY STATUS RESTARTS AGE\nweb-1 1/1 Running 0 5d', 'kubectl get svc\nweb   ClusterIP   10.0.0.1   <none>   80/TCP   5d', 'releases\nv52   Set a key   someone   5 minutes ago', 'wal list\nname\tlast\tsize'])('%j', (code) =>
    expect(kinds(block(code))[0]).toMatch(/not-a-command/));
  it.each(['NAME STATUS', 'kubectl get pods\nkubectl   get   svc', 'acmectl drain \\\n  web-1   web-2   web-3', 'ls\nacmectl   --all   web-1'])('is none: %j', (code) => expect(kinds(block(code))[0]).not.toMatch(/not-a-command/));
});

describe('what only undoes the block above it', () => {
  const held = (text: string): readonly string[] => commands(read(`# X\n\n${text}\n`)).map(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind }) => kind)).join());
  const pair = (first: string, second: string): string => `${first}\n\n'''sh\nshopctl a\n'''\n\n${second}\n\n'''sh\nshopctl b\n'''`;
  it.each([
    ['## Do\n\nTo turn the mode on, run:', 'To turn the mode off, run:'], ['## Enable the mode', '## Disable the mode'], ['## Do\n\nSet `mode` to True to turn it on', 'Set `mode` to False to turn it off'],
    ['## Do\n\nBack up the keys off-cluster:', 'Restore:'], ['## Do\n\nTake a backup of the keys:', 'Restore the keys:'], ['## Do\n\nTake a dump:', 'To restore:'], ['## Do\n\nInstall the agent:', 'Uninstall:'], ['## Do\n\nEnable the maintenance mode:', 'Disable:'], ['## Do\n\nGrant access:', 'Revoke:'], ['## Do\n\nBlock the address:', 'Unblock:'], ['## Do\n\nCordon the node (mark it unschedulable):', 'Uncordon the node (mark it schedulable):'], ['## Do\n\nSet the image:', 'Revert:'],
  ])('%j, then %j', (first, second) => expect(held(pair(first, second))).toEqual(['', 'conditional']));
  it.each([
    ['## Disable the job', '## Enable the job'], ['## 1. Start the proxy', '## 2. Stop the proxy'], ['## Do\n\nStart the new one:', 'Stop the old one:'], ['## Start', '## Stop'], ['## Do\n\nDump the old one:', 'Restore:'], ['## Roll back the image\n\nStop it:', 'Roll back:'], ['## Do\n\nCreate the pod:', 'Delete the old one:'], ["## Do\n\nBack it up:\n\n'''sh\na\n'''\n\nDrop it:", 'Restore:'], ["## Enable the mode\n\n'''sh\na\n'''\n\n## Upgrade", '## Disable the mode'],
  ])('a sequence: %j, then %j', (first, second) => expect(held(pair(first, second)).at(-1)).toBe(''));
  it.each([
    ['# Roll back production\nshopctl back production\n\n# Roll back staging\nshopctl back staging', ['', 'conditional']],
    ['# Turn it on\nshopctl on\n\n# Turn it off\nshopctl off', ['', 'conditional']],
    ['# backup\nshopctl save\n# restore (into a fresh volume, then deploy)\nshopctl load', ['', 'conditional']],
    ['# Back up the volume\nshopctl save\n\n# Restore the volume\nshopctl load', ['', 'conditional']],
    ['# 1. Back up the volume\nshopctl save\n\n# 2. Restore it on the new disk\nshopctl load', ['', '']],
    ['# Roll out to staging\nshopctl out staging\n\n# Roll out to production\nshopctl out production', ['', '']],
  ])('comments within a block: %j', (code, expected) => expect(commands(read(`# X\n\n## Do\n\n'''sh\n${code}\n'''\n`)).flatMap(({ pieces }) => pieces.map(({ doubts }) => doubts.map(({ kind }) => kind).join()))).toEqual(expected));
});

describe('options on a line of their own', () => {
  it.each(['shopctl create\n--certs-dir=certs', '$ shopctl create <name>\n--certs-dir=certs \\\n--key=k'])('hold the command above: %j', (code) => expect(kinds(block(code))[0]).toMatch(/not-a-command/));
  it.each(['shopctl create \\\n--certs-dir=certs', '$ shopctl --help\n--all  everything', 'shopctl create\n\n# --all'])('do not: %j', (code) => expect(kinds(block(code))[0]).not.toMatch(/not-a-command/));
});

describe('scripts in a block without a language', () => {
  it.each(['kafka-topics.sh --list', './bin/drain.sh --all', '../tool.sh -v'])('are asked about: %s', (code) => expect(kinds(`# X\n\n## Do\n\n    ${code}\n`)).toEqual(['not-labelled']));
});

describe('cases and events that stand anywhere in a sentence', () => {
  const held = (lead: string, code = 'make it'): readonly string[] => kinds(`# X\n\n## Do\n\n${lead}\n\n\`\`\`sh\n${code}\n\`\`\`\n`);
  it.each([
    'Remove it from the pool (if applicable):', 'Renew the lease (if it can be renewed)', 'Promote it (only if the old one is gone):', 'This takes all data away. Only use in disaster recovery.', 'Use this only when the queue is stuck.',
    'Only run this for a lost node:', 'Drop the index (production only)', '## Fail over (if a replica is there)', '## Pre-deploy (one-time)', '## First-time setup', '## Clean up (staging only)',
  ])('conditional: %s', (lead) => expect(held(lead)).toEqual(['conditional']));
  it.each(['Look at it (see if it grew):', 'Delete the leftovers (if any):', 'Mount it (read only):', 'It can only be used for logs. Run:', 'Use only lower case:', 'Set a one-time password:'])('not: %s', (lead) => expect(held(lead)).toEqual(['']));
  it.each([['Delete the leftovers (if any):', 'rm -rf old'], ['Kill the sessions that are left, if there are any:', 'pkill -f worker'], ['Do it:', '# the old ones, if any\nrm -rf old']])('what may not be there is looked at before it is destroyed: %s', (lead, code) => expect(held(lead, code)).toEqual(['conditional']));
  it('a later comment right above a command that names its case', () => {
    expect(held('Do it:', '# 3. By hand (data may be lost)\n# Only if nothing else works and the lead agreed\nmake it')).toEqual(['conditional']);
    expect(held('Do it:', '# 3. Look at it\n# It is up only if the port is open\nmake it')).toEqual(['']);
  });
  const gates = (text: string): readonly string[] => read(`# X\n\n## Steps\n\n${text}\n`).gates.map(({ text: words }) => words);
  it.each(['After confirming that the disk is clean and the node is up:', 'Once you are sure that nobody writes, run:', 'After verifying the copy, delete the old one.', 'Only after the copy is done, delete the old one.'])('gate: %s', (text) => expect(gates(text)).toEqual([text]));
  it.each(['After running the script, look at the log.', 'After checking out the branch, run:', 'It is safe once you are sure.'])('no gate: %s', (text) => expect(gates(text)).toEqual([]));
});

describe('a fence within a block', () => {
  it.each(["$ make one\n'''\nSome words.\n'''\nmake two", "make one\n'''\n\n3. Next\n\n'''\nmake two"])('is a block that was not closed where it ought to be: %j', (code) =>
    expect(kinds(`# X\n\n## Steps\n\n\`\`\`\`sh\n${code.replaceAll("'''", '```')}\n\`\`\`\`\n`)[0]).toMatch(/unparsed/));
  it('in a heredoc is text', () => expect(kinds("# X\n\n````sh\ncat > a.md <<'EOF'\n```\nls\n```\nEOF\n````\n")).toEqual(['']));
});

describe('a case that another sentence or the item above states', () => {
  const held = (text: string): readonly string[] => kinds(`# X\n\n## Do\n\n${text}\n\n\`\`\`sh\nmake it\n\`\`\`\n`);
  it.each([
    'Delete the pod if stuck:', 'Turn it off for a while if causing trouble:', 'Restart the agent, if installed.', 'Stop the second node if still up:', 'Restart the store if needed:', 'Look at it and, if necessary, clear it:', 'Grow it when required.', 'If the controller crashes, the shop stays half old. To recover:', 'If the queue is stuck, it must be emptied. Run:',
    'For secrets that require no downtime:', 'For nodes which are not ready, run:', '1. **Staging only** Fork the store', '1. Look at it.\n2. If it is gone, make it anew.',
  ])('%j', (text) => expect(held(text)).toEqual(['conditional']));
  it.each(['Change the number as needed.', 'See if stuck:', 'Tell whether it is up or if still down:', 'If you have no access, ask the team. Then list the pods that are there:', 'For each node that is listed:', 'For all pods that are up:', 'For more that can be done, see below.', '1. If it is gone, call us.\n2. Make it anew'])('none: %j', (text) => expect(held(text)).toEqual(['']));
});

describe('what a heading says is for another time', () => {
  const held = (...headings: readonly string[]): readonly string[] => kinds(`# X\n\n${headings.map((heading) => `## ${heading}\n\n\`\`\`sh\nmake it\n\`\`\`\n`).join('\n')}`);
  it.each(['Useful commands', 'Store cheat sheet', 'Command reference', 'Prevention', 'Preventing it next time', 'Quick reference', 'Common commands', 'Frequently used commands'])('%s', (heading) => expect(held(heading)).toEqual(['conditional']));
  it.each([['Backup', 'Restore'], ['Store backup', 'Store restore'], ['Scale up', 'Scale down'], ['Deploy (dev)', 'Delete the dev environment'], ['Install the agent', 'Uninstall']])('%s, then %s', (...headings) => expect(held(...headings)).toEqual(['', 'conditional']));
  it.each([['Create the new cluster', 'Delete the old cluster'], ['1. Deploy it', '2. Destroy it'], ['Add a node', 'Remove a node'], ['Prevent writes', 'Load it']])('a sequence: %s, then %s', (...headings) => expect(held(...headings)).toEqual(['', '']));
});

describe('what is shown and not meant to be run now', () => {
  it.each(['# Example:\nmake it', 'make <one>\n# Example: make the first one\nmake first', '# e.g.\nmake it', '# ❌ Wrong - tells the password\nmake it', '# Bad: slow\nmake it'])('comment: %j', (code) => expect(kinds(block(code)).join()).toContain('conditional'));
  it.each(['# Example: web-1 has the number 1\n\nmake it', '# Examples of names are in the list\nmake it', '# ✅ Correct - tells nothing\nmake it'])('none: %j', (code) => expect(kinds(block(code))).toEqual(['']));
  it.each([['Long-term fixes', 'conditional'], ['Later (within 2 weeks)', 'conditional'], ['Security best practices', 'conditional'], ['Immediate (within 5 minutes)', ''], ['Long running jobs', '']])('heading: %s', (heading, kind) => expect(kinds(`# Restart the jobs\n\n## ${heading}\n\n\`\`\`sh\nmake it\n\`\`\`\n`)).toEqual([kind]));
  it.each(['storectl restart a    or   storectl start b', 'make one  OR  make two'])('two commands with "or" between them: %j', (code) => expect(kinds(block(code))[0]).toContain('not-a-command'));
  it.each(['echo "this   or   that"', 'find . -name a -or -name b', 'storectl set or on'])('one command: %j', (code) => expect(kinds(block(code))[0]).not.toContain('not-a-command'));
});

describe('a way that is only for some', () => {
  it.each(['Use this when a certain replica is wanted:', 'Use this option if the first fails:', 'Use it only when nothing else helps.'])('%s', (lead) => expect(kinds(led(lead))).toEqual(['conditional']));
  it.each(['Use this command to see them:', 'Use this runbook when the disk is full.', 'Use it as it stands.'])('none: %s', (lead) => expect(kinds(led(lead))).toEqual(['']));
  it('below the title it is what the file is for', () => expect(kinds('# X\n\nUse it when alerts were lost.\n\n```sh\nmake it\n```\n')).toEqual(['']));
  it('the item of a list above that begins with what the block does', () => {
    const text = (code: string): string => `# X\n\n## Fix\n\nThe mildest first:\n- Clear one session (only if safe)\n- Switch the peer off\n\n\`\`\`bash\n${code}\n\`\`\`\n`;
    expect(kinds(text('clear session 1'))).toEqual(['conditional']);
    expect(kinds(text('switch off 1'))).toEqual(['']);
  });
  it.each([['Post-incident tasks', ''], ['After the incident', 'conditional'], ['Post-incident review', 'conditional']])('heading: %s', (heading, kind) => expect(kinds(`# X\n\n## ${heading}\n\n\`\`\`sh\nmake it\n\`\`\`\n`)).toEqual([kind]));
});

describe('comments that stop', () => {
  it.each(['STOP', 'STOP: look at the lag', 'confirm with the lead', 'Please check with your on-call lead first', 'Agree this with the owner'])('# %s', (comment) => expect(read(block(`ls\n# ${comment}\nmake it`)).gates).toMatchObject([{ text: `# ${comment}` }]));
  it.each(['Stop', 'stop it', 'STOPPED', 'confirm with the script', 'check with curl', 'check the lag with the team tool'])('none: # %s', (comment) => expect(read(block(`ls\n# ${comment}\nmake it`)).gates).toEqual([]));
  it('a sentence does too', () => expect(read(led('Confirm it with the DBA.\n\nThen:')).gates).toHaveLength(1));
  it('one within another is none', () => expect(read(led('The job will check with the owner.')).gates).toEqual([]));
});

describe('cases that a sentence names in its middle or past', () => {
  it.each(['Clear the disk, if the disk was used before.', 'Take the key back when it is no longer needed:'])('%s', (lead) => expect(kinds(led(lead))).toEqual(['conditional']));
  it.each(['See if the pods have restarted:', 'Check if the disk was used:'])('none: %s', (lead) => expect(kinds(led(lead))).toEqual(['']));
  it('an item in an item', () => expect(kinds('# X\n\n## Do\n\n- 1. Clear it, if the disk was used before\n```sh\nmake it\n```\n')).toEqual(['conditional']));
  it('a comment: only once', () => expect(kinds(block('# Only once at the very start\nmake it'))).toEqual(['conditional']));
  it('what is taken away under a heading with a sign before it', () => expect(kinds("# X\n\n## > Create a user\n\n```sh\nmake a\n```\n\n## > Delete it\n\n```sh\nmake b\n```\n")).toEqual(['', 'conditional']));
  it('a line of ls -l is no command', () => expect(kinds(block('ls -l /dev/disk | grep X\nlrwxrwxrwx 1 root root 9 May 26 13:02 X -> ../sdd'))[0]).toContain('not-a-command'));
});

it('a comment that wants something looked at first holds what acts', () => {
  expect(read(block('ls\n# 2. After confirming that all is well, delete it\nrm a')).gates).toMatchObject([{ waits: 'first', acts: true }]);
  expect(read(block('ls\n# 2. After the list, delete it\nrm a')).gates).toEqual([]);
});

describe('what acts stands behind a plain order, or is held', () => {
  const headed = (heading: string, code = 'make it'): string => `# X\n\n## ${heading}\n\n'''bash\n${code}\n'''\n`.replaceAll("'''", '```');
  it('by what leads to it', () => expect(kinds(led('Whenever the queue is full, purge it:'))).toEqual(['conditional']));
  it('by the comment above it, and not by one at its end', () => expect([block('# What the job does\nmake it'), block('# Restart it\nmake it # what the job does')].map(kinds)).toEqual([['conditional'], ['']]));
  it('by how a paragraph above it begins that is about all below it', () => expect(['Only needed when the keys are lost. Each has to be made anew.', 'The keys are kept here alone. Make them anew:'].map((lead) => kinds(led(lead)))).toEqual([['conditional'], ['']]));
  it('below a heading that is over examples', () => expect(kinds(headed('Restore examples'))).toEqual(['conditional']));
  it('by its heading', () => expect([headed('For EU tenants'), headed('Failover')].map(kinds)).toEqual([['conditional'], ['']]));
  it('by the symptoms that its section begins with, or the collection that it is the one section of', () => {
    const part = (text: string, code = 'make it'): string => `# Restart the shop\n\n## Look\n\n'''bash\nls\n'''\n\n${text}\n\n'''bash\n${code}\n'''\n`.replaceAll("'''", '```');
    expect([part('## Storm\n\nSigns: the queue is full.'), part('## Common alerts\n\n### Queue'), part('## Storm\n\nSigns: the queue is full.', 'ls'), part('## Storm\n\nThe queue is full.')].map((text) => kinds(text)[1])).toEqual(['conditional', 'conditional', '', '']);
  });
  it.each(['Run this procedure quarterly to see that it works.', 'Repeat it every month:', 'Do this weekly:'])('by what is done again and again: %s', (lead) => expect(kinds(led(lead))).toEqual(['conditional']));
  it('and not by the name of a thing', () => expect(kinds(led('Restart the daily job:'))).toEqual(['']));
  it('and what only reads is not', () => expect([led('Whenever the queue is full, look at it:').replace('make it', 'ls'), headed('Weekly cleanup', 'ls')].map(kinds)).toEqual([[''], ['']]));
  it('a gate holds it already', () => expect(kinds(led('Wait for the queue to drain, then go on:'))).toEqual(['']));
  it('a sentence that ends without leading to it says nothing of it', () => expect(kinds(led('The queue is full at noon.'))).toEqual(['']));
});

describe('what is said of one case between two commands', () => {
  const held = (text: string, next = 'kubectl drain node7'): readonly string[] => {
    const runbook = read(`# Replace a node\n\n## Check\n\n'''sh\nping -c1 node7\n'''\n\n${text}\n\n## Drain\n\n'''sh\n${next}\n'''\n`);
    return runbook.gates.filter(({ inCase }) => inCase).map((gate) => gate.text);
  };
  it.each([
    'If it answers you are done.', 'If it answers, go to the last section.', 'If so, no action is needed.', 'If the list is empty there is nothing to do.', 'In that case close the ticket.', 'Node answers → nothing to do.', 'A reply means that no replacement is needed.',
    'Should it reply, end the incident.', 'On a reply, turn to the network team.', 'If it replies, only the kubelet is broken.', 'When the ping succeeds the problem is elsewhere.', 'Empty output?', 'Answer: go to the end.', 'If you want to keep its data, copy them now.', 'If it answers, the drain fails halfway.', 'If it answers, the drain fails and data is lost.', 'If it answers, the drain will fail: stop.',
  ])('holds what acts below it: %s', (text) => expect(held(text)).toEqual([text]));
  it.each(['If it does not answer, go on.', 'If it answers, that is fine.', 'If one does not match, the linter will warn.', 'If the token is missing, the stack refuses to start.', 'No reply is fine.', 'When done, note the time.', 'If in doubt, read the docs.', 'It takes a second.', 'You should see one answer.', 'See the wiki for what it means to us.', 'If you are asked for a password, use the one in the vault.'])('holds nothing: %s', (text) =>
    expect(held(text)).toEqual([]));

  it('is read after a command only, and not in what leads to a block or where nothing is done', () => {
    expect(read("# X\n\n## When to use\n\nIf it is down.\n\n## Check\n\nIf it is slow, look at the load as well.\n\nLook:\n\n'''sh\nuptime\n'''\n").gates).toEqual([]);
    expect(read("# X\n\n## Check\n\n'''sh\nuptime\n'''\n\nIf it is slow:\n\n'''sh\nreboot\n'''\n\n## Escalation\n\nIf nobody answers, call the lead.\n\n## Then\n\n'''sh\nreboot\n'''\n").gates).toEqual([]);
  });
});

describe('words in every form that teams give them', () => {
  const isHeld = (above: string): boolean => {
    const runbook = read(`# Patch the gateways\n\n## Steps\n\nPatch:\n\n'''sh\nssh gw1 sudo apt-get -y upgrade\n'''\n\n${above}${above.includes('gw9 sudo') ? '' : "\n\n'''sh\nssh gw9 sudo reboot\n'''"}\n`);
    const step = commands(runbook).find(({ code }) => code.text.includes('gw9'));
    return step?.pieces.some((piece) => piece.kind === 'command' && piece.doubts.length > 0) === true || runbook.gates.length > 0;
  };

  it.each([
    '> [!DANGER]\n> Never do this during the day.', '> [!danger]- Read this\n> Never do this during the day.', '> [!caution]+ Only if the pool is empty\n> It hurts.',
    '**STOP**', '### STOP', '### Stop here', '### Wait for the green light', '==Wait for the green light==',
    '~~Reboot the old one~~', '~~Reboot the old one~~ (done by the timer)', '### ~~Reboot gw9~~', "- ~~Reboot it~~\n\n  '''sh\n  ssh gw9 sudo reboot\n  '''",
    "'''{warning}\nOnly if the pool is empty.\n'''", "'''{note}\nDo not go on before gw1 is back.\n'''", "'''{admonition} Only if the pool is empty\nIt hurts.\n'''", ':::{danger} Only if the pool is empty\nIt hurts.\n:::',
    "'''sh\n# gw9 is special\n# talk to Jim before\nssh gw9 sudo reboot\n'''",
    'Reboot it (obsolete):', 'Reboot it [DEPRECATED since 2021]', '❌ Reboot it', 'Reboot it ⚠️ ask first',
    '{{< hint warning >}}\nDo not go on before gw1 is back.\n{{< /hint >}}', '### Reboot it\n\n_(next working day)_',
    'Precondition: no running jobs.', 'Requires: maintenance mode', 'Frequency: monthly', 'Executed by: the network team', 'Scope: EU only',
    'Do this last:', 'This comes last.', 'Start with step 3.', 'Do step 3 before this.', '(see step 5 first)', 'Go to step 4.', 'Meanwhile:', 'Not recommended:', 'Quick and dirty:', 'Temporary fix:', 'Advanced:', 'Dry run:', 'Simulate it:',
    '- only on staging\n- takes five minutes', 'Reboot it. Notes:\n\n- ask Anna first\n- takes five minutes', '| When | only after approval |\n|---|---|\n| Who | DBA |', '| Precondition | pool is empty |\n|---|---|\n| Duration | 5 min |\n\nReboot it:',
    'Supposing it hangs:', 'Were it to hang:', 'Barring objections, reboot:', 'Reboot the host (see note below):', 'Reboot the host*:',
    ...['should never be run on a live pool.', 'Note: only at night.'].map((below) => `The command\n\n'''sh\nssh gw9 sudo reboot\n'''\n\n${below}`), "'''sh\nls\n# now wait for Anna's ok\n'''",
    'Still failing?', 'No luck?', 'Plan B', "'''sh title=\"Only if the pool is empty\"\nssh gw9 sudo reboot\n'''",
    'The following is only for EU clusters.\n\n### Step 1', 'The steps below are optional.\n\n### Reboot it', 'Do not run without approval.', 'DO NOT RUN THIS WITHOUT APPROVAL OF THE BOARD',
    ...['Only run this if the pool is empty.', '(only when the pool is empty)', '> Note: the command above must not be run during the day.', '⚠️ Do not run this before the pool is empty!'].map((below) => `Reboot it:\n\n'''sh\nssh gw9 sudo reboot\n'''\n\n${below}`),
  ])('held: %j', (above) => expect(isHeld(above)).toBe(true));

  it.each([
    '### Stop the workers', '### Wait for it and reboot it', 'Reboot ~~gw1~~ gw9:', '✅ Reboot it', 'Set a == b, then reboot:', "### Wait for it\n\n'''sh\nsleep 10\nssh gw9 sudo reboot\n'''",
    "'''sh\n# Reboot gw9.\n# The team has been told.\nssh gw9 sudo reboot\n'''", "'''{note}\nThis takes a minute.\n'''", '> [!INFO]\n> This takes a minute.',
    'Repeat step 1 on gw9:', 'For each node:', 'Last:', 'Fix:', 'Slow!', "Dry run:\n\n'''sh\nssh gw9 sudo reboot --dry-run\n'''",
    '- takes five minutes\n- prints nothing', '| Duration | 5 min |\n|---|---|\n| Owner | DBA |', ...['works on any pool.', 'Note: this takes a minute.'].map((below) => `The command\n\n'''sh\nssh gw9 sudo reboot\n'''\n\n${below}`),
    'Reboot the host; this logs everybody out.', 'You reboot it like this:', 'I usually reboot it with:',
    'Owner: the DBA team', 'Duration: 5 min', "'''sh title=\"Reboot\"\nssh gw9 sudo reboot\n'''", 'This section is short.\n\n### Reboot it',
    ...['Only one host answers at a time.', '(takes a minute)', 'Do not run this twice.\n\nThen look:\n\n'.replace('this twice', 'it again')].map((below) => `Reboot it:\n\n'''sh\nssh gw9 sudo reboot\n'''\n\n${below}`),
  ])('not: %j', (above) => expect(isHeld(above)).toBe(false));
});

describe('what is said of the whole file', () => {
  const gates = (top: string): readonly string[] => read(`${top}\n\n## Steps\n\nReboot it:\n\n'''sh\nssh gw9 sudo reboot\n'''\n`).gates.map(({ text }) => text);

  it.each([
    ['# [DEPRECATED] Patch the gateways', '[DEPRECATED] Patch the gateways'],
    ['# Patch the gateways (WIP)', 'Patch the gateways (WIP)'],
    ['---\nstatus: deprecated\n---\n\n# Patch the gateways', 'status: deprecated'],
    ['---\ntitle: Patch the gateways\ndraft: true\n---', 'draft: true'],
    ['# Patch the gateways\n\n**DRAFT – do not use**', 'DRAFT – do not use'],
    ['# Patch the gateways\n\n> This runbook is deprecated, see [the new one](x.md).', 'This runbook is deprecated, see the new one.'],
    ['# Patch the gateways\n\nStatus: obsolete', 'status: obsolete'],
    ['# Patch the gateways\n\nSuperseded by patching.md.', 'Superseded by patching.md.'],
    ['# Patch the gateways\n\nNobody has tested this yet.', 'Nobody has tested this yet.'],
    ['# Patch the gateways\n\nOnly the platform team may run this.', 'Only the platform team may run this.'],
    ['# Patch the gateways\n\n> Run it with the\n> authorization of the lead.', 'Run it with the authorization of the lead.'],
    ['# Patch the gateways\n\nThis runbook is only for the EU.', 'This runbook is only for the EU.'],
    ...['Only for the old rack.', 'Only applies to clusters older than 1.25.', 'For the EU cluster only.', 'Old racks only.', 'Not for production.', 'Only to be used on the old racks.', 'This runbook only works on the old racks.'].map((words): [string, string] => [`# Patch the gateways\n\n${words}`, words]),
  ])('asks before the first command: %j', (top, words) => expect(gates(top)).toEqual([words]));

  it.each([
    '# Patch the gateways', '# Archive the drafts', '---\nstatus: active\n---\n\n# Patch the gateways', '---\ntitle: Patch\ndraft: false\n---', '# Remove deprecated APIs', '# Patch the gateways\n\nOwner: the platform team\nApprover: the lead',
    '# Patch the gateways\n\nOnly takes five minutes.', '# Patch the gateways\n\nOnly one command is needed.', '# Patch the gateways\n\nFor all racks.', '# Patch the gateways\n\nThis runbook is for patching them.', '# Patch the gateways\n\nOnly after the reboot does it answer.',
    '# Patch the gateways\n\nDeprecated images are replaced by new ones.', '# Patch the gateways\n\nThis document is for the platform team.', '# Patch the gateways\n\nDrafts of the page are in the wiki.',
  ])('and not: %j', (top) => expect(gates(top)).toEqual([]));
});
