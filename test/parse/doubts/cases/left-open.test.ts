import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const RESTART = "'''sh\nsystemctl restart web\n'''\n";
const LOOK = "Look at the load:\n\n'''sh\nuptime\n'''\n";

/** Whether the restart at the end is held. */
const held = (text: string): boolean => {
  const runbook = read(`# Web is slow\n\n${text}`);
  return runbook.gates.length > 0 || commands(runbook).at(-1)!.pieces.at(-1)!.doubts.length > 0;
};
const led = (lead: string): boolean => held(`## Steps\n\n${LOOK}\n${lead}\n\n${RESTART}`);
const told = (sentence: string): boolean => held(`## Look\n\n${LOOK}\n## Restart the web\n\n${sentence}\n\nRestart it:\n\n${RESTART}`);
const headed = (heading: string): boolean => held(`## Look\n\n${LOOK}\n## ${heading}\n\n${RESTART}`);

describe('what leads to a command leaves open when it is to run, or for what', () => {
  it.each([
    'At the end of the month, restart it:', 'At 22:00, restart it:', 'At the earliest from 20 o’clock, restart it:', 'Do this after hours:', 'Run it at night:', 'Restart it (per incident):', '(per incident)', 'Restart it (on request):',
    'Restart it as soon as nobody uses it any more:', 'Off-peak only: restart it.', 'Hotfix releases only:', 'Rerun it for failed partitions only:', 'For customers on the gold plan, restart it:', 'For releases with a migration, restart it:',
    'Reboot the router first, then restart it:', 'To be carried out between 01:00 and 04:00:', 'Before Dec 23:', 'After the 4th of January:', 'From 2027-01-04 on:', 'On 12 May, restart it:', 'Restart it after 6 pm:', 'Restart it after 22.00:', 'Restart it with the authorization of the lead:', 'Kernel < 5.10:', 'Keep the old one for a week, then restart it:', 'With hands and eyes on site, restart it:', 'For a confirmed breach, restart it:', 'Still slow? Restart it:', 'To be executed by the DBA on duty:', 'Restart it every 180 days:', 'Restart it every other week:', 'Restart it (twice a year):', 'Restart it (once per quarter):', 'Restart it (the security team does this):', 'Restart it (the DBA runs this).', 'How many sessions are there?', 'How many keys are there?', 'Which version is it?', 'Who is logged in?',
  ])('%s', (lead) => expect(led(lead)).toBe(true));
  it.each([
    'Restart all of them once:', 'At this point, restart it:', 'At the end, restart it:', 'At last, restart it:', 'Run this at the prompt:', 'Run it at once:', 'Restart it (as root):', 'Restart it (at least two of them):', 'Restart it as soon as possible:', 'Mount it read-only:', 'Restart the workers only:',
    'For these hosts, restart it:', 'For each host, restart it:', 'Once logged in, restart it:', 'Once done, restart it:', 'It reads its keys at the start only, so restart it:', 'Last but not least, restart it:', 'Now we can restart it:', 'With systemctl, restart it:', 'With the new image, restart it:', 'For safety, restart it:', 'As root, restart it:', 'The config is in place; restart it:', 'Restart it so that nobody is woken at 03:00:', 'Upgrade it from 1.25 to 1.26:', 'Upgrade it from 22.04 to 24.04:', 'What is its name?', 'How do I restart it?', 'Who to call?', 'Which is this?', 'Schedule a restart every night:', 'Restart the job of every day:', 'Restart it every 5 minutes:', 'Restart it twice:', 'Restart the service the platform team runs:',
  ])('and not: %s', (lead) => expect(led(lead)).toBe(false));
});

describe('what limits the run in the middle of a paragraph', () => {
  const amid = (sentence: string): boolean => held(`## Look\n\n${LOOK}\n## Restart the web\n\nThis command restarts the web. ${sentence} It comes back by itself and needs no login.\n\n${RESTART}`);
  it.each([
    'Run only after explicit approval for that restart.', 'Run only if the disk was replaced.', 'Use it only on spare hosts.', 'Do this only once the data is copied.', 'Start only when the freeze is over.', 'Run this by hand only in an emergency.', 'Needed only for hosts of the old rack.',
    'It is needed only after an upgrade.', 'Skip it where the system is new.', 'Only needed on hosts of the old rack.', 'Execute it only during the window.', 'Skip this step on new hosts.', 'It is required only for the old rack.', 'Proceed only after the owner has agreed.',
    'Ideally at night.', 'Preferably outside the window of the shop.', 'An image older than a week cannot read the new tables; redeploy it instead.',
    'Not to be used on hosts that carry traffic.', 'This is for the old rack alone.', 'It is meant for hosts of the old rack.', 'Applies to the old rack only.', 'Reserved for emergencies.', 'Strictly for the lab.', "Run it solely with the owner's consent.", 'It may be executed by the platform team only.', 'Nobody but the platform team runs it.', 'You will rarely need it.', 'The reload above is usually enough.', 'The owner must have agreed to it.',
  ])('%s', (sentence) => expect(amid(sentence)).toBe(true));
  it.each([
    'It takes about ten minutes.', 'It only touches the system disk.', 'The installer runs only once.', 'Run it only once.', 'Never run it twice.', 'It is done only by the controller.', 'Only after the restart does it answer.', 'Skip to the end of its log.', 'It uses a temporary key while it restarts.', 'The account is allowed only in one group.', 'It is intended for all hosts.', 'The old flag is gone, use the new one instead.', 'Ideally it takes a minute.', 'It restarts the agent only.', 'The reset is done by the controller alone.', 'Its output is meant for the log.', 'It should be back by noon.', 'This is for your safety.', 'The limit applies to new sessions.', 'It cannot be undone.', 'All data is lost.', 'You may see warnings about the clock.', 'The disk above it is not touched.',
  ])('and not: %s', (sentence) => expect(amid(sentence)).toBe(false));
});

describe('what limits the run right below its block', () => {
  const below = (sentence: string): boolean => held(`## Look\n\n${LOOK}\n## Restart the web\n\n${RESTART}\n${sentence}\n`);
  it.each(['Do this only after the lead has picked the host.', 'Run it only on hosts of the old rack.'])('%s', (sentence) => expect(below(sentence)).toBe(true));
  it.each(['Do the same on the next host.', 'It is up in a minute.'])('and not: %s', (sentence) => expect(below(sentence)).toBe(false));
  it.each(["Run it only on hosts of the old rack.\n\n'''sh\nls\n'''", "> Run it only on hosts of the old rack.\n>\n> '''sh\n> ls\n> '''", "Run it only on hosts of the old rack.\n\n    $ ls"])('nor what leads to the next block: %s', (rest) => expect(commands(read(`# Web is slow\n\n## Restart the web\n\n${RESTART}\n${rest}\n`))[0]!.pieces[0]!.doubts).toEqual([]));
});

describe('for most cases', () => {
  it.each(['In most cases, restart it:', 'In many cases restart it:', 'In the majority of cases, restart it:', 'Most of the time, restart it:', 'For most webs, restart it:', 'In most situations restart the web:', 'On most clusters, restart it:'])('what is to be done leaves open in which: %s', (lead) => expect(led(lead)).toBe(true));
  it.each(['In nearly all cases a reboot is enough:', 'In all cases, restart it:', 'In almost every case restart it:', 'In practically all cases a restart is enough:', 'In any case restart it:', 'Under any circumstances, restart it:', 'In either case, restart it:', 'In both situations, restart it:'])('not for all of them: %s', (lead) => expect(led(lead)).toBe(false));
  it.each(['In most cases a restart is enough:', 'In many cases, a restart helps:'])('nor what is mostly enough, which is tried: %s', (lead) => expect(led(lead)).toBe(false));
});

describe('unless something else is said', () => {
  it.each(['Unless it is already down, restart it:', 'Unless the lead objects, restart it:', 'Unless you have a replica, restart it:', 'Unless otherwise agreed with the lead, restart it:', 'Unless the lead has instructed otherwise, restart it:', 'Unless told otherwise, restart it:'])('%s', (lead) => expect(led(lead)).toBe(true));
  const texts = ['Unless stated otherwise, run as root.', 'Unless otherwise noted, use the shop namespace.', 'Unless otherwise specified, the timeout is 3 minutes.', 'Unless mentioned otherwise, use bash.', 'If not stated otherwise, run as root.'];
  it.each(texts)('and not, of the text itself: %s', (sentence) => {
    expect(told(sentence)).toBe(false);
    expect(led(`${sentence} Restart it:`)).toBe(false);
  });
});

describe('this is what', () => {
  it.each(['This is what the job runs:', 'This is what the operator does:', 'This is what was done last time:', 'This is what we did in May:', 'This is what is done by the scheduler:', 'It is what the controller runs every night:', 'This is what we run when a disk has failed:', 'This is what we do in production only:', 'This is what must be done on all nodes if the primary is gone:', 'This is what should be done in every stuck region:', 'Immediately after the backup, restart it:'])('%s', (lead) => expect(led(lead)).toBe(true));
  it.each(['This is what is done in each environment:', 'This is what has to be done:', 'This is what needs to be run:', 'This is what you run:', 'This is what fixes it:', 'This is what must be done next:'])('and not: %s', (lead) => expect(led(lead)).toBe(false));
});

describe('a sentence above it says who may do it, when, or what comes first', () => {
  it.each([
    'The restart is only allowed on weekends.', 'Execution is permitted solely within the agreed window.', 'Restarting is strictly forbidden by day.', 'A second operator shall be present.', 'This shall not be done by day.', 'Involve the CISO for all of this.',
    'Before you do this, have a look at who is logged in and warn them.', 'Get the okay of the security team.', 'The four-eyes principle applies.', 'This is at the discretion of the shift lead.', 'Never restart it while somebody is writing.', 'Please clarify with the department before.', 'Give the cluster time to settle.', 'Allow five minutes for the sync.',
  ])('%s', (sentence) => expect(told(sentence)).toBe(true));
  it.each(['Root is not allowed to log in.', 'The web shall be restarted.', 'No approval is needed for this.', 'Set `JOIN_TOKEN` to a token of the platform team.', 'Use the key of the security team.', 'Only the web is restarted.', 'Never close the terminal while it runs.', 'Nobody has to be told.', 'Nothing else has to be done for the certificates.', 'Before you do this, note its version and keep the page open.'])('and not: %s', (sentence) => expect(told(sentence)).toBe(false));
});

describe('a heading says when behind its name', () => {
  it.each(['Restart — after hours', 'Restart - on customer request', 'Restart, monthly', 'Restart — wait for the go', 'Follow-up: restart it', 'Restart: emergencies', 'Restart upon written request', 'Restart - legal release required'])('%s', (heading) => expect(headed(heading)).toBe(true));
  it.each(['Restart — as root', 'Restart – then verify', 'Restart, quickly', 'Step 2 — Wait for it and restart', 'Restart (Docker + GitLab Runner)', 'Restart (≤ 60 s)', 'Restart - no downtime needed', 'Step 2: Restart it'])('and not: %s', (heading) => expect(headed(heading)).toBe(false));
});

describe('what is said to end it, where more stands below', () => {
  const after = (sentence: string): boolean => held(`## Steps\n\n${LOOK}\n${sentence}\n\nRestart it:\n\n${RESTART}`);
  it.each(['On success you can stop here.', 'A node that is up needs no more work.', 'At zero there is nothing left to do.', 'Then you are done.', 'Is it up, the rest can be omitted.', 'still slow? read on. otherwise go to bed.'])('%s', (sentence) => expect(after(sentence)).toBe(true));
  it.each(['No more alerts will come.', 'The load should be low.', 'You can see the load now.'])('and not: %s', (sentence) => expect(after(sentence)).toBe(false));
});

describe('a case behind what is expected of the command above', () => {
  const block = (expected: string): boolean => held(`## Steps\n\n'''sh\nsystemctl is-active web\n# Expected: ${expected}\nsystemctl restart web\n'''\n`);
  it.each(['active. If it is not, restart:', '`active`. Only if it is not, restart it.'])('%s', (expected) => expect(block(expected)).toBe(true));
  it.each(['active', 'active. It takes a minute.'])('and not: %s', (expected) => expect(block(expected)).toBe(false));
});

describe('where such words may stand', () => {
  const last = (steps: string): boolean => held(`## Steps\n\n${steps}\n`);
  const block = (comment: string): string => `'''sh\nsystemctl stop web\n${comment}\nrm -rf /srv/old\n'''`;
  it.each(['# NOTE: only on replicas', '# Warning: only if the backup is done', '# important: do this after the maintenance', '# info: skip if it is a replica', '# hint: not needed on staging'])('a comment between two commands: %s', (comment) => expect(last(block(comment))).toBe(true));
  it.each(['# NOTE: this takes a minute', '# see the wiki for more', "# NOTE: only on replicas\n# systemctl start web\n# Wipe it"])('and not: %s', (comment) => expect(last(block(comment))).toBe(false));
  it('a comment within a loop', () => expect(last("'''sh\nif uptime; then\n  # only during the window\n  systemctl restart web\nfi\n'''")).toBe(true));
  it.each(['> [!WARNING]\n> Not during business hours.', '> **Warning:** Call the lead first.', '!!! warning\n    Only with approval of the lead.', '> Only if it hangs.'])('a callout above what leads to it: %s', (callout) => expect(last(`${callout}\n\nRestart it:\n\n${RESTART}`)).toBe(true));
  it.each(['> [!NOTE]\n> It takes a minute.', '> It hangs at times.'])('and not: %s', (callout) => expect(last(`${callout}\n\nRestart it:\n\n${RESTART}`)).toBe(false));
  it.each(['Two weeks after the migration:', 'To be done two weeks after the migration.', 'Run this procedure monthly:'])('a paragraph above a list: %s', (lead) => expect(last(`${lead}\n\n1. Restart it:\n\n   '''sh\n   systemctl restart web\n   '''`)).toBe(true));
  it.each(['You can do this at any time:', 'It takes two minutes after the start.'])('and not: %s', (lead) => expect(last(`${lead}\n\n1. Restart it:\n\n   '''sh\n   systemctl restart web\n   '''`)).toBe(false));
  it.each(['- [ ] Restart it (ask Kim first)', '1. Get the go from the lead.\n2. Restart it:'])('an item: %s', (item) => expect(last(`${item}\n\n   '''sh\n   systemctl restart web\n   '''`)).toBe(true));
});

describe('what is done another time', () => {
  const collection = (...parts: readonly string[]): readonly boolean[] => commands(read(`# Wiki\n\n${parts.map((heading) => `## ${heading}\n\n${RESTART}`).join('\n')}`)).map(({ pieces }) => pieces.some(({ doubts }) => doubts.length > 0));
  it.each(['Manual renewal', 'Refreshing it by hand', 'On-demand run', 'User management', 'Managing users', 'List and manage users'])('a heading names what mostly goes by itself, or all that is done with a thing: %s', (heading) => expect(headed(heading)).toBe(true));
  it.each(['Manual steps', 'Manual end-to-end validation', 'Restart the management agent', 'Restart the manager', 'Restart it on the handheld'])('and not: %s', (heading) => expect(headed(heading)).toBe(false));
  it.each([['Taking a backup', 'Restoring'], ['Manual steps', 'Create a snapshot', 'Restore the wiki']])('what puts back what is saved beside it: %s, %s', (...headings) => expect(collection(...headings).at(-1)).toBe(true));
  it.each([['Stop it', 'Restore the wiki'], ['1. Take a backup', '2. Restore it']])('and not: %s, %s', (...headings) => expect(collection(...headings).at(-1)).toBe(false));
  it('nor in a file that is called by its task', () => expect(commands(read(`# Move the wiki\n\n## Take a backup\n\n${RESTART}\n## Restore it\n\n${RESTART}`)).at(-1)!.pieces[0]!.doubts).toEqual([]));
  const below = (lead: string): boolean => held(`## Steps\n\nSwitch it on:\n\n${RESTART}\n${lead}\n\n${RESTART}`);
  it.each(['To put the saved table back:', 'To move it back to green:', 'To return to the old limit:', 'To roll back to the release before:', 'To fail back:'])('a way back: %s', (lead) => expect(below(lead)).toBe(true));
  it.each(['To test the failover, restart it:', 'Restart it to prove that the standby takes over:', 'This step is for clusters that were set up before May.', 'These lines apply only to hosts with two disks.'])('a trial, or some of many: %s', (lead) => expect(below(lead)).toBe(true));
  it.each(['This step is for all hosts that run it.', 'This is for you.', 'To bring it back up:', 'To back it up:', 'To return the value:'])('and not: %s', (lead) => expect(below(lead)).toBe(false));
});

describe('words that ask for one of several, above one block', () => {
  const below = (lead: string, code: string): boolean => held(`## Steps\n\n${LOOK}\n${lead}\n\n'''sh\n${code}\n'''\n`);
  it.each(['Run one of the following commands:', 'You have two options:', 'Use either of these:'])('%s', (lead) => {
    expect(below(lead, 'systemctl restart web\nsystemctl stop web')).toBe(true);
    expect(below('Run these commands:', 'systemctl restart web\nsystemctl stop web')).toBe(false);
  });
  it('and not what was chosen', () => {
    const runbook = read("# Web is slow\n\n## Steps\n\nUse either of these:\n\n'''sh\nsystemctl restart web\n'''\n\n'''sh\nsystemctl stop web\n'''\n");
    expect(commands(runbook).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts))).toEqual([]);
  });
});

describe('a label that is a case, with its order behind it', () => {
  it.each(['GDPR requests: delete the jobs', 'Hanging hosts: reboot', 'Host hangs: reboot it', 'Disk full: clear it', 'Failed jobs: delete them.'])('%s', (lead) => expect(led(lead)).toBe(true));
  it.each(['Web hosts: reboot them', 'Workers: restart them', 'Remaining hosts: reboot them'])('and not: %s', (lead) => expect(led(lead)).toBe(false));
});

describe('what is hardly ever for now', () => {
  it.each(['Rarely needed.', 'This is hardly ever used.', 'Kept for reference.', 'For the record:', 'This is only here for completeness.'])('%s', (sentence) => expect([led(sentence), told(sentence)]).toEqual([true, true]));
  it.each(['For reference, the dashboard is in the wiki. Restart it:', 'You can watch it in the dashboard. Restart it:'])('and not: %s', (lead) => expect(led(lead)).toBe(false));
  it('a dry run that only a comment speaks of', () => expect(held(`## Steps\n\nRestart it:\n\n'''sh\nsystemctl restart web   # dry run first!\n'''\n`)).toBe(true));
  it('nor a deed that is done once, below the name of a thing', () => expect(commands(read(`# Harbor registry\n\n## Factory reset\n\n${RESTART}`))[0]?.pieces[0]?.doubts.map(({ text }) => text)).toEqual(['Factory reset']));
});

describe('when a way is used is answered where it is chosen', () => {
  it('and holds nothing there', () => {
    const way = (name: string): string => `## Option ${name}\n\nUse this when the kernel is old.\n\n${RESTART}`;
    expect(commands(read(`# Web is slow\n\n${way('A')}\n${way('B')}`)).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts))).toEqual([]);
  });

  it.each(['Use this when only one job is bad.', '### Purge\n\nUse this when only one job is bad.'])('but not when a part of it is used: %j', (words) => {
    const text = `# Web is slow\n\n## Option A\n\n${RESTART}\n${words}\n\n${RESTART}\n## Option B\n\n${RESTART}`;
    expect(commands(read(text)).map(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ text: found }) => found)))).toEqual([[], ['Use this when only one job is bad.'], []]);
  });
});

describe('what stands above a heading and leads over it', () => {
  const over = (lead: string, heading = 'Staging'): boolean => held(`## Steps\n\n${LOOK}\n${lead}\n\n## ${heading}\n\n${RESTART}`);
  it.each(['If that does not help, restart all of them:', 'Of course, if you need to restart all of them, you can do so through knife:', 'Only after the change has been approved, go on with:', 'You can also restart the whole fleet:', 'For a fleet-wide restart, use:', 'For an emergency restart:', 'On old clusters, use:', 'During the freeze, use:'])('%s', (lead) => expect(over(lead)).toBe(true));
  it.each(['Now restart the rest:', 'Then do the same for the others:', 'For each web, run:', 'To finish, run:', 'The following steps restart it:', 'Next, do the following:'])('and not: %s', (lead) => expect(over(lead)).toBe(false));
  it('also to each of several sections below it', () => expect(commands(read(`# Restart the web\n\n**Contents**\n\n${LOOK}\nIf you need to restart all of them:\n\n## Staging\n\n${RESTART}\n## Production\n\n${RESTART}`)).map(({ pieces }) => pieces[0]!.doubts.length)).toEqual([0, 1, 1]));
  it('but not what only says when a section is used', () => expect(commands(read(`# Web\n\n## Look\n\n${LOOK}\n## Restart the web\n\nWhen restarting it, follow the steps below:\n\n### 1. Restart it\n\n${RESTART}`)).map(({ pieces }) => pieces[0]!.doubts.length)).toEqual([0, 0]));
  it('nor what only says when the whole runbook is used', () => expect(commands(read(`# Restart the web\n\nIf the web is slow, follow these steps:\n\n## Look\n\n${LOOK}\n## Restart\n\n${RESTART}`)).map(({ pieces }) => pieces[0]!.doubts.length)).toEqual([0, 0]));
});

describe('a sentence above it says that it may be left out, or is done by something else', () => {
  it.each([
    'This step can be skipped if the disk is down.', 'The first two steps below can be skipped.', 'You may skip this for small tenants.', 'Manual restart is the fallback.', 'Use the console first if it is there.', 'Try the reload first. The restart is a last resort.', 'Prefer the pipeline; the command below is only the fallback.', 'The button is preferred over the command.',
    'Normally the scheduler does that.', 'The scheduler usually does it at night.', 'The watchdog does this on its own.', 'In most cases the pipeline takes care of this.',
  ])('%s', (sentence) => expect(told(sentence)).toBe(true));
  it.each([
    'This step cannot be skipped.', 'Workers can omit the flag.', 'The proxy may skip a check meanwhile.', 'Traffic goes to the fallback pool.', 'The default is the fallback to the second region.', 'The script does this by itself.', 'The script does this on its own node.', 'The command handles it.', 'Use the following first:', 'The restart is normally done in a second.', 'The unit is preferred over the init script by systemd.',
  ])('and not: %s', (sentence) => expect(told(sentence)).toBe(false));
});

describe('how an order may be worded otherwise', () => {
  const led = (sentence: string, code: string, file = '# Shop'): boolean => {
    const runbook = read(`${file}\n\n## Look\n\n${LOOK}\n## Do it\n\n${sentence}\n\n'''sh\n${code}\n'''\n`);
    return runbook.gates.length > 0 || commands(runbook).at(-1)!.pieces[0]!.doubts.some(({ kind, text }) => kind === 'conditional' && text !== 'Do it');
  };
  it.each([
    ["Numbers worse than last week's mean no promotion.", 'kubectl argo rollouts promote shop'], ['A red light means stop.', 'systemctl restart shop'], ['Save it as `prices.csv`.', 'pricectl import prices.csv'],
    ['Put the list into `/srv/in/prices.csv`.', 'pricectl import /srv/in/prices.csv'], ['Restart the site in Hamburg. Munich has its own.', 'systemctl restart shop'], ['**Attention** Stop the writers first.', 'systemctl restart shop'],
    ['The two schedulers must never run at the same time.', 'systemctl start scheduler'], ['Do not use the script while a backup runs.', 'systemctl restart shop'],
  ])('held: %s', (sentence, code) => expect(led(sentence, code)).toBe(true));
  it.each([
    ['An empty list means no trouble.', 'systemctl restart shop'], ['Save it as `prices.csv`:', 'pricectl export prices.csv'], ['Save it as `prices.csv`.', 'curl -o prices.csv https://shop.example/prices'],
    ['Restart the site in Hamburg. Each site has its own.', 'systemctl restart shop'], ['**Stop** Kafka:', 'systemctl stop kafka'], ['Do NOT use the pop-up on the second page: it puts it elsewhere. Restart it:', 'systemctl restart shop'],
    ['This procedure validates that the shop MUST refuse it. Restart it:', 'systemctl restart shop'],
  ])('and not: %s', (sentence, code) => expect(led(sentence, code)).toBe(false));
  it.each([['The shop does not work after the swap: take it back.', true], ['Take the shop back, and look at it: that takes a minute.', false]])('and a clause with an order behind it where something has failed, also once its section is chosen: %s', (item, isHeld) => {
    const [step] = commands(read(`# Restore\n\n## If it fails\n\n- ${item}\n\n  '''sh\n  systemctl restart web\n  '''\n`));
    expect(step!.pieces[0]!.doubts.map(({ inChosenSection }) => inChosenSection?.text)).toEqual([isHeld ? item : undefined]);
  });
  it('also of a section that a sentence above it names', () => {
    const waves = commands(read(`# Rollout\n\n## Stores\n\nWave 1 is the pilot, wave 2 (a week later) all others.\n\n### Wave 1\n\n${RESTART}\n### Wave 2\n\n${RESTART}`));
    expect(waves.map(({ pieces }) => pieces[0]!.doubts.length)).toEqual([0, 1]);
  });
  it('and of the whole file, which tells what was done once', () => expect(read(`# Bring the old site back\n\n_This is what we did in March; names have changed since._\n\n## Restore\n\n${RESTART}`).gates).toHaveLength(1));
  it('and in a callout of a step by hand', () => {
    const steps = commands(read("# Shop\n\n1. Look at it:\n\n   '''sh\n   uptime\n   '''\n\n2. Click on stop.\n\n   > **Warning:** Ask the DBA first.\n\n3. Restart it:\n\n   '''sh\n   systemctl restart web\n   '''\n"));
    expect(steps.at(-1)!.pieces[0]!.doubts.map(({ text }) => text)).toEqual(['Warning: Ask the DBA first.']);
  });
});
