import { describe, expect, it } from 'vitest';
import { EMPTY_REQUEST, keepGiven, planRun, type PlanRequest, readSettlement } from '../../../src/plan/index.ts';
import { read } from '../../parse/read.ts';

const plan = (markdown: string, request: Partial<PlanRequest> = {}) => planRun(read(markdown), { ...EMPTY_REQUEST, ...request });
const open = (markdown: string, request: Partial<PlanRequest> = {}): readonly string[] => plan(markdown, request).plan.questions.filter(({ kind }) => kind === 'doubt').map(({ name }) => name);
const settle = (...texts: readonly string[]): Partial<PlanRequest> => ({ settle: texts.map((text) => readSettlement(text)!) });

const FAILOVER = `
  # Fail over

  ## Check

  '''sh
  ping -c 1 db-1
  '''

  If it answers, stop here.

  ## Promote

  Run it if it is needed:

  '''sh
  make promote
  make point
  '''

  ## If it fails

  Do not proceed without the lead.

  '''sh
  make back
  '''
`;

describe('gates', () => {
  it('hold the next piece that is in, also in a later section', () => expect(open(FAILOVER)).toContain('promote-1.0/gate'));
  it('of sections that are out hold nothing', () => expect(open(FAILOVER).filter((name) => name.endsWith('gate'))).toHaveLength(1));
  it('hold what comes next when the step after them is left out', () => expect(open(FAILOVER, { skip: ['promote-1'], sections: ['If it fails'] })).toEqual(['if-it-fails-1.0/gate']));
  it.each(['sleep 60', 'kubectl rollout status deploy/x', 'kubectl wait --for=condition=Ready pod/x', 'kubectl get pods -w', 'until curl x; do sleep 1; done'])('to wait is no gate before %s', (code) => {
    expect(open(`# X\n\nWait until it is up:\n\n'''sh\n${code}\n'''\n`)).toEqual([]);
  });
  it.each(['Wait for the approval:', "Wait for the DBA's go:", 'Once the customer has agreed, run:'])('to wait for the word of somebody is one before every command: %s', (words) => {
    expect(open(`# X\n\n${words}\n\n'''sh\nkubectl rollout status deploy/x\nkubectl delete deploy x\n'''\n`)).toEqual(['x-1.0/gate']);
  });
  it.each(['Wait 10 minutes', 'Stop here if the primary still answers', 'Get the approval of the lead'])('stand in the other cells of a row, before its command: %s', (words) => {
    const row = (head: string, cells: string): readonly string[] => open(`# X\n\n## Steps\n\n${head}\n| --- | --- | --- |\n${cells}\n| 2 | Look | \`uptime\` |\n`);
    expect(row('| # | Action | Command |', `| 1 | ${words} | \`systemctl restart web\` |`)).toEqual(['steps-1.0/gate']);
    expect(row('| # | Command | Note |', `| 1 | \`systemctl restart web\` | ${words} |`)).toEqual(['steps-1.0/gate']);
  });
  it.each(['## Optional: stop and restart', '## Staging only: stop here, then restart'])('no gate is read from a heading, which holds by its case: %s', (heading) => expect(open(`# X\n\n${heading}\n\n'''sh\nreboot\n'''\n`).map((name) => name.split('/')[1])).toEqual(['conditional']));
  it('nor from a comment at the end of a line', () => expect(open("# X\n\n'''sh\nreboot # only if it hangs; stop if it does not\n'''\n")).toEqual(['x-1.0/conditional']));
  it('what is said of one case holds what acts, and asks nothing more where it is asked about anyway', () => {
    const after = (text: string): readonly string[] => open(`# X\n\n## A\n\n'''sh\nuptime\n'''\n\nIf it answers you are done.\n\n${text}`);
    expect(after("## B\n\n'''sh\nreboot\n'''\n")).toEqual(['b-1.0/gate']);
    expect(after("## B\n\n'''sh\nuptime\n'''\n")).toEqual([]);
    expect(after("## B\n\nIf it is slow:\n\n'''sh\nreboot\n'''\n")).toEqual(['b-1.0/conditional']);
  });
  it('what is said of one case is asked together with it, so that nobody settles the one without having read the other', () => {
    const text = "# X\n\n## A\n\n'''sh\nuptime\n'''\n\nIf it answers you are done.\n\n## B\n\nIf it is slow:\n\n'''sh\nreboot\n'''\n";
    expect(plan(text).plan.questions).toMatchObject([{ kind: 'doubt', doubt: { kind: 'conditional', text: 'If it is slow: · If it answers you are done.', answers: ['run', 'skip'] } }]);
  });
  it('and alone where what else was asked is answered by choosing its section', () => {
    const text = "# X\n\n## A\n\n'''sh\nuptime\n'''\n\nIf it answers you are done.\n\n## If it is slow\n\n'''sh\nreboot\n'''\n";
    expect(open(text, { sections: ['If it is slow'] })).toEqual(['if-it-is-slow-1.0/gate']);
  });
  it('what is said of one case within a choice holds nothing beyond it', () => {
    const text = "# X\n\n## Option A\n\n'''sh\nuptime\n'''\n\nIf it answers you are done.\n\n## Option B\n\n'''sh\nreboot\n'''\n";
    expect(open(text, { sections: ['Option B'] })).toEqual([]);
  });
  it.each([['If the log says `timeout`, use option A.', []], ['If it is slow, go to Option B.', []], ['If it is slow, use option A only if the lead agrees.', ['option-a-1.0/gate']], ['If it is slow, call the lead.', ['option-a-1.0/gate']]])('what says in which case a way is taken is answered by choosing one, and nothing else is: %s', (told, names) => {
    const text = `# X\n\n## A\n\n'''sh\nuptime\n'''\n\n${told}\n\n## Option A\n\n'''sh\nreboot\n'''\n\n## Option B\n\n'''sh\npoweroff\n'''\n`;
    expect(open(text, { sections: ['Option A'] })).toEqual(names);
  });
  it.each(['make it', 'kubectl rollout restart deploy/x'])('to wait is one before %s', (code) => expect(open(`# X\n\nWait for the e-mail.\n\n'''sh\n${code}\n'''\n`)).toHaveLength(1));
});

describe('what is said of the whole file', () => {
  const whole = (top: string): readonly string[] => open(`${top}\n\n## Look\n\n'''sh\nuptime\n'''\n\n## Restart\n\n'''sh\nsystemctl restart web\n'''\n`);
  it.each(['# Gateway (DRAFT, do not use)', '---\nstatus: deprecated\n---\n\n# Gateway', '# Gateway\n\nAgree the time with the customer.'])('is asked before the first piece that acts, also behind a block that only reads: %s', (top) => {
    expect(whole(top)).toEqual(['restart-1.0/gate']);
  });
  it('is asked once where it is an order to stop', () => expect(whole('# Gateway\n\nGet the approval of the shift lead.')).toEqual(['look-1.0/gate']));
});

describe('what is done by hand before a block', () => {
  const after = (prose: string): readonly string[] => open(`# X\n\n## A\n\n'''sh\nuptime\n'''\n\n${prose}\n\n## B\n\n'''sh\nuptime\n'''\n\n## C\n\n'''sh\nreboot\n'''\n`);
  it('holds what acts next, and not what only reads', () => {
    expect(after('Freeze the pipeline in the UI.')).toEqual(['c-1.0/gate']);
    expect(after("Add this to the file:\n\n'''ini\na = 1\n'''")).toEqual(['c-1.0/gate']);
  });
  it('holds nothing where its section is left out', () => expect(after('## If it fails\n\nCall the lead.')).toEqual([]));
});

describe('a chosen section', () => {
  it('is no question any more', () => expect(open(FAILOVER, { sections: ['If it fails'], only: ['if-it-fails-1'] })).toEqual(['if-it-fails-1.0/gate']));
});

describe('overwritten', () => {
  const markdown = "# X\n\n'''sh\necho $NS\n'''\n\n'''sh\nexport NS=shop-prod\nmake it\n'''\n";
  it('is a value that the caller gave and the code sets', () => expect(open(markdown, { values: { NS: 'shop-stg' } })).toEqual(['x-2.0/overwritten']));
  it.each([
    ['export NS=shop-prod\nmake it', 'export NS=shop-stg\nmake it'],
    ["NS='a b'; make it", 'NS=shop-stg; make it'],
    ['OTHER=x; NS=$(ns)', 'OTHER=x; NS=shop-stg'],
    ['read -r NS', 'read -r NS'],
  ])('mine: %s runs as %s', (code, kept) => expect(keepGiven(code, { NS: 'shop-stg' })).toBe(kept));
  it('of a secret takes the value of the file, or none', () => {
    const secret = planRun(read("# X\n\n'''sh\necho $API_TOKEN\n'''\n\n'''sh\nAPI_TOKEN=abcdefgh\n'''\n"), { ...EMPTY_REQUEST, values: { API_TOKEN: 'zyxwvuts' } });
    expect(secret.plan.steps[1]!.pieces[0]!.doubts[0]!.answers).toEqual(['theirs', 'skip']);
  });
  it('is none where both are the same, or nothing was given', () => expect([...open(markdown, { values: { NS: 'shop-prod' } }), ...open(markdown)]).toEqual([]));
});

describe('pins', () => {
  const pinned = (pin: string, code = 'make it', lead = 'If needed, run it:'): readonly string[] => open(`# X\n\n${lead}\n\n'''sh {${pin}}\n${code}\n'''\n`);
  it.each(['runs=yes', 'runs=no'])('%s settles whether it runs', (pin) => expect(pinned(pin)).toEqual([]));
  it('runs=yes does not make a broken block run', () => expect(pinned('runs=yes', 'echo "open', 'Run it:')).toEqual(['x-1.0/unparsed']));
  it('gate=passed opens a gate', () => expect(pinned('gate=passed', 'make it', 'Stop here if it is up.')).toEqual([]));
});

describe('--settle', () => {
  it.each(['promote-1.0/conditional=run', 'promote-1/conditional=skip'])('%s is taken', (text) => expect(plan(FAILOVER, settle(text)).problems).toEqual([]));
  it('takes what it names out of the open questions, and says who settled it', () => {
    const result = plan(FAILOVER, settle('promote-1/conditional=run', 'promote-1/gate=passed'));
    expect(result.problems).toEqual([]);
    expect(result.plan.questions).toEqual([]);
    expect(result.plan.steps.find(({ step }) => step.id === 'promote-1')?.pieces[0]?.doubts.map(({ kind, settledBy, answer }) => [kind, settledBy, answer])).toEqual([['conditional', 'caller', 'run'], ['gate', 'caller', 'passed']]);
  });
  it.each([
    ['promot-1=run', 'no such step'], ['if-it-fails-1=run', 'the step is out'], ['check-1=run', 'nothing is open there'], ['promote-1/gate=run', 'does not take "run"'], ['promote-1/gate=stop', 'does not take "stop"'], ['promote-1=passed', '2 open doubts match it'],
  ])('%s is refused: %s', (text, why) => expect(plan(FAILOVER, settle(text)).problems.map((problem) => problem.why)).toEqual([expect.stringContaining(why)]));
  it('where several are open, only what each of them takes is proposed', () => expect(plan(FAILOVER, settle('promote-1=passed')).problems[0]?.advice).toBe('name one: promote-1.0/conditional=run|skip, promote-1.0/gate=passed'));
  it('the same twice is refused', () => expect(plan(FAILOVER, settle('promote-1/gate=passed', 'promote-1/gate=passed')).problems[0]?.why).toBe('it is given twice'));
  it.each(['x', 'x=', '=run', 'x/=run', 'x/conditional=run=no'])('%s is no settlement', (text) => expect(readSettlement(text)).toBeNull());
});

describe('a variable that only another choice sets', () => {
  const markdown = "# X\n\n## Option A: undo\n\n'''sh\nmake undo\n'''\n\n## Option B: build\n\n'''sh\nORG=acme\nmake $ORG\n'''\n\n## After\n\n'''sh\nmake check-$ORG\n'''\n";
  const asked = (request: Partial<PlanRequest>): readonly string[] => plan(markdown, request).plan.questions.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);
  it('is asked where that one is out', () => expect(asked({ sections: ['Option A: undo'] })).toEqual(['ORG']));
  it('has its value where it is in', () => expect(asked({ sections: ['Option B: build'] })).toEqual([]));
});

describe('literal', () => {
  it.each(['make "$(pick)" # CHANGEME', 'make -j # replace with yours'])('%s holds', (code) => expect(open(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual(['x-1.0/literal']));
  it.each(['make v1 # CHANGEME', 'X=1 # CHANGEME', 'make $X # CHANGEME', 'make it # changes the world'])('%s does not', (code) => expect(open(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual([]));
});

describe('a variable whose setter is left out', () => {
  const SET = `
    # X

    ## Find

    '''sh
    REV=$(git rev-parse HEAD)
    '''

    ## Only if needed

    '''sh
    TAG=$(make tag)
    '''

    ## Do

    '''sh
    deploy $REV $TAG
    '''
  `;
  const asked = (request: Partial<PlanRequest> = {}): readonly string[] => plan(SET, request).plan.questions.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);

  it('is no parameter while the setter is in', () => {
    expect(asked()).toEqual([]);
    expect(plan(SET).plan.parameters).toEqual([]);
    expect(read(SET).parameters).toEqual([]);
  });
  it.each<[string, Partial<PlanRequest>, readonly string[]]>([
    ['by --skip', { skip: ['find-1'] }, ['REV']],
    ['by --only', { only: ['do-1'] }, ['REV', 'TAG']],
    ['by --from', { from: 'do-1' }, ['REV', 'TAG']],
    ['by a condition that does not hold', settle('only-if-needed-1=skip'), ['TAG']],
    ['in mid-run', { skipped: [{ step: 'find-1', piece: 0 }] }, ['REV']],
  ])('%s is asked for', (_, request, names) => expect(asked(request)).toEqual(names));
  it('can be given', () => {
    const { plan: made, problems } = plan(SET, { skip: ['find-1'], values: { REV: 'abc' } });
    expect(problems).toEqual([]);
    expect(made.steps.at(-1)).toMatchObject({ missing: [], pieces: [{ environment: { REV: 'abc' } }] });
  });
  it('that is given although it is set is doubted', () => expect(open(SET, { values: { REV: 'abc' } })).toContain('find-1.0/overwritten'));
});

describe('the place of what is typed elsewhere', () => {
  const hosts = '| Host | Zone |\n| --- | --- |\n| web-1 | a |\n| web-2 | b |\n';
  const places = (body: string, request: Partial<PlanRequest> = {}): readonly unknown[] =>
    plan(`# X\n\n${hosts}\n## Do\n\n${body}`, { target: 'web-2', ...request }).plan.steps.flatMap(({ pieces }) => pieces.map(({ on, doubts }) => (on?.kind === 'elsewhere' ? [on.opener, doubts.find(({ kind }) => kind === 'elsewhere')?.text] : null)));

  it.each(['SSH into web-1.', 'SSH into `web-1`:'])('has the target that prose names: %s', (prose) => expect(places(`${prose}\n\n'''sh\nuptime\n'''\n`)).toEqual([['web-2', 'web-2']]));
  it('has the target that a prompt names', () => expect(places("'''\nops@web-1:~$ uptime\n'''\n\n'''\n[root@web-1 ~]# uptime\n'''\n")).toEqual([['ops@web-2', 'ops@web-2'], ['root@web-2', 'root@web-2']]));
  it('has the values of an opener inside a session', () => expect(places("'''sh\nssh jump\nssh <db-host>\nuptime\n'''\n\n'''sh\nfrob\n'''\n", { values: { 'db-host': 'db-7' } })).toEqual([null, ['ssh jump', 'ssh jump'], ['ssh jump, then ssh db-7', 'ssh jump, then ssh db-7']]));
  it('has the target of an opener inside a session', () => expect(places("'''sh\nssh jump\nssh web-1\n'''\n\n'''sh\nfrob\n'''\n").at(-1)).toEqual(['ssh jump, then ssh web-2', 'ssh jump, then ssh web-2']));
});

describe('gates in comments, and those of events', () => {
  it('hold the piece that they stand above', () => expect(open("# X\n\n'''sh\nmake a\n\n# Wait until the queue is empty, then\nmake b\n'''\n")).toEqual(['x-1.1/gate']));
  it('of what has to have happened do so where no command of their block stands above them', () => {
    expect(open("# X\n\n'''sh\n# After decommission completes, stop the container\ndocker stop a\n'''\n")).toEqual(['x-1.0/gate']);
    expect(open("# X\n\n'''sh\nmake decommission\n\n# After decommission completes, stop the container\ndocker stop a\n'''\n")).toEqual([]);
  });
  it('below the last command hold the next block', () => expect(open("# X\n\n'''sh\nmake a\n# Do not continue before the lead has said so\n'''\n\n'''sh\nmake b\n'''\n")).toEqual(['x-2.0/gate']));
  it.each(["# Wait until it is up\nsleep 60\n\nmake b", "# Wait ten minutes\nsleep 600\n\n# Make it\nmake b", "# Wait until it answers\nuntil curl -fs localhost; do :; done\nmake b", "# Wait until it answers\nwhile ! curl -fs localhost; do :; done\nmake b"])('are none above what waits by itself: %j', (code) => expect(open(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual([]));
  const waited = (lead: string, code: string): readonly string[] => open(`# X\n\n${lead}\n\n'''sh\n${code}\n'''\n`);
  const [DELETE, WAIT] = ['kubectl delete pod a', 'kubectl wait --for=condition=ready pod/a'];
  it.each(['Wait for the node to report its disk, then recreate the pod:', 'Wait until the queue is empty, and then delete it:', 'Wait until the queue is empty, then:', 'Wait for the replica to catch up before deleting the pod:', 'After moving the disk, wait for the node, then recreate the pod:', 'Once the drain has finished, delete the pod:'])(
    'are passed by a command that waits before anything acts, and not by one after it: %s', (lead) => expect([waited(lead, `${WAIT}\n${DELETE}`), waited(lead, `${DELETE}\n${WAIT}`)]).toEqual([[], ['x-1.0/gate']]));
  it.each(['Delete the pod and wait for the new one:', 'Delete the pod. Wait for the new one.', 'Delete one, wait for it, then delete the next:'])('where the wait comes last, also by one after it: %s', (lead) => expect(waited(lead, `${DELETE}\n${WAIT}`)).toEqual([]));
  const answers = (told: string): readonly string[] => plan(`# X\n\n'''sh\nuptime\n'''\n\n${told}\n\nDrop it:\n\n'''sh\nmake drop\n'''\n`).plan.steps.flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.flatMap((doubt) => doubt.answers)));
  it.each(['If it answers you are done.', 'A node that is up needs no more work.', 'At zero there is nothing left to do.', 'Once it answers, you can leave it at that.'])('may end the run well where the words say so: %s', (told) => expect(answers(told)).toEqual(['passed', 'finish', 'stop']));
  it.each(['If it answers, stop here.', 'If it fails you are done: call the lead.', 'If it answers, go to the end.'])('and else stops it: %s', (told) => expect(answers(told)).toEqual(['passed', 'stop']));
  it.each(['Wait until you are done with the backup.', 'Stop here if you are done with it.', 'Go on once you are done.'])('and what is waited for is no end: %s', (told) => expect(answers(told)).not.toContain('finish'));
  const thenDrop = (lead: string, code: string, between = ''): readonly string[] => open(`# X\n\n${lead}\n\n'''sh\n${code}\n'''\n\n${between}Drop it:\n\n'''sh\nmake drop\n'''\n`);
  it('above the look that shows it, they hold what acts below the look', () => {
    expect(thenDrop('Wait until it has no leaders left:', 'kubectl get pods')).toEqual(['x-2.0/gate']);
    expect(thenDrop('Wait until it has no leaders left:', 'kubectl get pods -w')).toEqual([]);
    expect(thenDrop('Wait until it has no leaders left:', 'kubectl get pods', `Look on:\n\n'''sh\n${WAIT}\n'''\n\n`)).toEqual([]);
  });
  it('of what is over are passed by a command right above that has waited for it', () => {
    const once = (code: string, between = ''): readonly string[] => open(`# X\n\n'''sh\n${code}\n'''\n\n${between}Once the pod is ready, drop it:\n\n'''sh\nmake drop\n'''\n`);
    expect([once(`${DELETE}\n${WAIT}`), once(DELETE), once(WAIT, '## Then\n\n'), once(`${WAIT}\n${DELETE}`)]).toEqual([[], ['x-2.0/gate'], ['then-1.0/gate'], ['x-2.0/gate']]);
  });
  it('for what the block does they hold what comes after it', () => {
    expect(thenDrop('Delete the pod and wait for the new one:', DELETE)).toEqual(['x-2.0/gate']);
    expect(thenDrop('Delete the pod and wait for the new one:', `${DELETE}\n${WAIT}`)).toEqual([]);
    expect(thenDrop('Empty the queue and wait for the workers:', DELETE)).toEqual(['x-1.0/gate']);
  });
  it('let through what looks, and hold what acts after it in the same block', () => expect(open("# X\n\n'''sh\n# Wait until it is up\nkubectl get pods\n\n# Switch\nmake b\n'''\n")).toEqual(['x-1.1/gate']));
  it('of an event hold what acts', () => expect(open("# X\n\nOnce the drain has finished, run:\n\n'''sh\nmake b\n'''\n")).toEqual(['x-1.0/gate']));
  it('of an event do not hold a look', () => expect(open("# X\n\nOnce the drain has finished, look:\n\n'''sh\nkubectl get pods\n'''\n")).toEqual([]));
});

describe('what is asked of the whole file', () => {
  const rest = "## Look\n\n'''sh\nkubectl get pods\n'''\n\n## Replace\n\n'''sh\nkubectl delete pod a\n'''\n";
  it.each(['Only the platform team may run this.', '## Constraints\n\n- Never on Fridays.'])('holds the first piece that acts, also where the first block only reads: %s', (words) => expect(open(`# Replace it\n\n${words}\n\n${rest}`)).toEqual(['replace-1.0/gate']));
  it('not what tells what the file is for', () => expect(open(`# Replace it\n\nRead this to see what a pod got and why.\n\n${rest}`)).toEqual([]));
  it('also where it stands below', () => expect(open(`# Replace it\n\n${rest}\n## Pre-replacement checklist\n\n- [ ] The backup exists\n`)).toEqual(['replace-1.0/gate']));
  it('and before one goes on', () => expect(open(`# Replace it\n\n## First\n\nBefore moving on, back up the ring.\n\n${rest}`)).toEqual(['replace-1.0/gate']));
});
