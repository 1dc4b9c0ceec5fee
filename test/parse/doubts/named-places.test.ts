import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

/** Place and answers of each piece that words place elsewhere; `here` for the others. */
function places(text: string): readonly string[] {
  return commands(read(text)).flatMap(({ pieces }) =>
    pieces.map(({ on, doubts }) => (on?.kind === 'elsewhere' ? `${on.opener}: ${doubts.find(({ kind }) => kind === 'elsewhere')?.answers.join(' ') ?? ''}` : 'here')),
  );
}

const block = (lead: string, code: string): string => `# X\n\n## Do\n\n${lead}\n\n'''sh\n${code}\n'''\n`;

describe('a lead that names a machine by its part and opens no session', () => {
  it.each([
    ['On the primary:', 'primary'],
    ['On each replica, stop it:', 'replica'],
    ['Next, you stop the service on the first server node with the following commands:', 'first server node'],
    ['Remove the data folder on the other server nodes.', 'other server nodes'],
    ['Then on the old master', 'old master'],
    ['Make sure that you are on the standby host:', 'standby host'],
    ['From **Replica Db Host** as `root`:', 'Replica Db Host'],
    ['At the master:', 'master'],
  ])('%s', (lead, place) => expect(places(block(lead, 'systemctl stop shopdb'))).toEqual([`${place}: here done skip`]));

  it('as a comment holds its piece alone', () => {
    expect(places(block('Take it out:', '# On node to remove\nshopctl leave\n\n# Watch it\nshopctl ring'))).toEqual(['node: here done skip', 'here']);
    expect(places(block('Add it:', '# 1. Join\nshopctl join\n\n# 2. Run cleanup on existing nodes\nshopctl cleanup'))).toEqual(['here', 'existing nodes: here done skip']);
  });

  it.each([
    ['On your local machine:', 'tar -xf dump.tar'],
    ['Confirm that you are on the right machine.', 'uname -n'],
    ['Check that this runs on the correct host:', 'hostname'],
    ['On the master branch:', 'make release'],
    ['Look at the load on the worker pool:', 'uptime'],
    ['Replace `a` in the command with the folder on the nodes.', 'shopctl save a'],
    ['The service runs on every node.', 'systemctl status shop'],
    ['Restart it on every node:', 'ansible shop -m service -a "name=shop state=restarted"'],
    ['Look at the pods on each node:', 'kubectl get pods -o wide'],
    ['On the replica:', 'psql -h db2 -c "SELECT 1"'],
    ['On the primary:', 'curl -s http://db1:8008/health'],
    ['On the primary:', 'WAIT=10'],
  ])('none: %s %s', (lead, code) => expect(places(block(lead, code))).toEqual(['here']));

  it('is settled by a pin', () => expect(places("# X\n\nOn the primary:\n\n'''sh {on=here}\nsystemctl stop shopdb\n'''\n")).toEqual(['here']));

  it('is the variant of a target that is called so', () => {
    const text = "# X\n\nSystem: shop-primary, shop-replica\n\n## Do\n\n'''sh\nshopctl stop shop-replica\n'''\n\nOn the primary:\n\n'''sh\nshopctl stop shop-primary\n'''\n";
    expect(places(text)).toEqual(['here', 'here']);
  });
});

describe('a lead that names a console', () => {
  it.each([['In the Rails console:', 'Rails console'], ['From a `psql` prompt:', 'psql prompt'], ['Then, in the redis-cli session:', 'redis-cli session']])('%s', (lead, place) =>
    expect(places(block(lead, 'Job.stuck.retry'))).toEqual([`${place}: done skip`]));
  it('is here where the command opens it', () => expect(places(block('In the Rails console:', 'rails runner "Job.retry"'))).toEqual(['here']));
  it('of a browser is no place', () => expect(places(block('In the AWS console or here:', 'shopctl list'))).toEqual(['here']));
});
