import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

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
    ['Stop it on the unhealthy NCN (`ncn-m001` is used as an example):', 'ncn-m001'],
    ['Take it out ***on a healthy unit*** (`unit-07`).', 'unit-07'],
    ['(`ncn-mw#`) Scale it down.', 'ncn-mw'],
    ['`root@db2:~#` Stop it:', 'db2'],
    ['Run this as the admin on your old system:', 'old system'],
    ['Then, on the new system, make it:', 'new system'],
    ['Test it from another computer:', 'another computer'],
    ['Location: Debian VM by ssh', 'Debian VM'],
    ['Run from ANY healthy node (not the failed node):', 'healthy node'],
    ['Execute from the primary:', 'primary'],
    ['On each replica, stop it:', 'each replica'],
    ['On the node to be removed:', 'node to be removed'],
    ['From another node:', 'another node'],
    ['On the node you want to drain, run:', 'node you want to drain'],
    ['Successively start the broker on all nodes (one by one):', 'all nodes'],
    ['Next, you stop the service on the first server node with the following commands:', 'first server node'],
    ['Remove the data folder on the other server nodes.', 'other server nodes'],
    ['Then on the old master', 'old master'],
    ['Make sure that you are on the standby host:', 'standby host'],
    ['From **Replica Db Host** as `root`:', 'Replica Db Host'],
    ['To fix the replica on the standby, restart it:', 'standby'],
    ['At the master:', 'master'],
    ['On db-1:', 'db-1'],
    ['Then on `web-02.shop`, run:', 'web-02.shop'],
    ['On gw1:', 'gw1'],
    ['On k8s-node-1:', 'k8s-node-1'],
    ['On ncn-m001:', 'ncn-m001'],
    ['On eu-web-1, run:', 'eu-web-1'],
    ['On prod-eu-west-db-replica-1:', 'prod-eu-west-db-replica-1'],
    ['On europe-west4-node-1:', 'europe-west4-node-1'],
    ['On us-east-1-web-3:', 'us-east-1-web-3'],
    ['Execute on gw1:', 'gw1'],
    ['Do this on node-3:', 'node-3'],
    ['Execute as postgres on db1:', 'db1'],
    ['On `gw-west`:', 'gw-west'],
    ['Host: db1', 'db1'],
    ['Server db1:', 'db1'],
    ['Run in the container:', 'container'],
    ['Run it inside the maintenance pod:', 'maintenance pod'],
    ['On the DataNode you want to remove, stop it:', 'DataNode you want to remove'],
    ['Run the following command on the NameNode to tell it:', 'NameNode'],
    ['When it is restored, on **Slave Db Host** start it:', 'Slave Db Host'],
  ])('%s', (lead, place) => expect(places(block(lead, 'systemctl stop shopdb'))).toEqual([`${place}: here done skip`]));

  it('also where what acts comes after what reaches everywhere', () => expect(places(block('On the new server:', 'curl -fsSL -o get.sh http://a.test/get.sh\nsudo sh get.sh'))).toEqual(['new server: here done skip']));

  it('as a comment holds its piece alone', () => {
    expect(places(block('Take it out:', '# On node to remove\nshopctl leave\n\n# Watch it\nshopctl ring'))).toEqual(['node: here done skip', 'here']);
    expect(places(block('Add it:', '# 1. Join\nshopctl join\n\n# 2. Run cleanup on existing nodes\nshopctl cleanup'))).toEqual(['here', 'existing nodes: here done skip']);
  });

  it.each([
    ['On your local machine:', 'tar -xf dump.tar'],
    ['Location: your laptop', 'make release'],
    ['On Debian-based systems:', 'make release'],
    ['From any machine on the net:', 'make release'],
    ['Confirm that you are on the right machine.', 'uname -n'],
    ['Check that this runs on the correct host:', 'hostname'],
    ['On the master branch:', 'make release'],
    ['On eu-1:', 'make release'],
    ['On eu-west-1:', 'make release'],
    ['On europe-west4:', 'make release'],
    ['On europe-west4-b:', 'make release'],
    ['On us-east-1a:', 'make release'],
    ['On ubuntu-22.04:', 'make release'],
    ['On release-2024-01:', 'make release'],
    ['On debian-12:', 'apt-get update'],
    ['On port8080:', 'uptime'],
    ['Look in the container list:', 'uptime'],
    ['In the container:', 'docker exec shop make migrate'],
    ['In the pod:', 'kubectl exec shop-0 -- make migrate'],
    ['Server down:', 'uptime'],
    ['Log in to the master branch and run:', 'make release'],
    ['Look at the load on the worker pool:', 'uptime'],
    ['Replace `a` in the command with the folder on the nodes.', 'shopctl save a'],
    ['The service runs on every node.', 'systemctl status shop'],
    ['Restart it on every node:', 'ansible shop -m service -a "name=shop state=restarted"'],
    ['Look at the pods on each node:', 'kubectl get pods -o wide'],
    ['On the replica:', 'psql -h db2 -c "SELECT 1"'],
    ['On the primary:', 'curl -s http://db1:8008/health'],
    ['On the primary:', 'WAIT=10'],
    ['On the replica:', 'DB() { kubectl exec -i "$1" -- shopdb "$2"; }\nDB db-1 status'],
    ['On the replica:', 'alias k="kubectl -n shop"\nk rollout restart deploy/web'],
  ])('none: %s %s', (lead, code) => expect(places(block(lead, code))).toEqual(['here']));

  it('an option that names this machine reaches no other', () => {
    expect(['etcdctl --endpoints https://127.0.0.1:2379 member remove 1', 'etcdctl --endpoints=localhost:2379 member remove 1', 'etcdctl --endpoints https://db2:2379 member remove 1'].map((code) => places(block('On the primary:', code))[0])).toEqual(['primary: here done skip', 'primary: here done skip', 'here']);
  });

  it.each(['Upgrade the pool on the new release (`release-42`):', 'Run it from the folder (`shop`):', '(`localhost#`) Scale it down.'])('a name that is none of a machine: %s', (lead) => expect(places(block(lead, './up.sh'))).toEqual(['here']));

  it('kubectl as a node brings it along acts on that node', () => expect(places(block('On the k3s VM:', 'sudo k3s kubectl delete pod a'))[0]).toMatch(/^k3s VM: /));

  it('is settled by a pin', () => expect(places("# X\n\nOn the primary:\n\n'''sh {on=here}\nsystemctl stop shopdb\n'''\n")).toEqual(['here']));

  it('is the variant of a target that is called so', () => {
    const text = "# X\n\nSystem: shop-primary, shop-replica\n\n## Do\n\n'''sh\nshopctl stop shop-replica\n'''\n\nOn the primary:\n\n'''sh\nshopctl stop shop-primary\n'''\n";
    expect(places(text)).toEqual(['here', 'here']);
  });
});

describe('a lead that names a console', () => {
  it.each([['In the Rails console:', 'Rails console'], ['From a `psql` prompt:', 'psql prompt'], ['Then, in the redis-cli session:', 'redis-cli session']])('%s', (lead, place) =>
    expect(places(block(lead, 'Job.stuck.retry'))).toEqual([`${place}: here done skip`]));
  it('is here where the command opens it', () => expect(places(block('In the Rails console:', 'rails runner "Job.retry"'))).toEqual(['here']));
  it('of a browser is no place', () => expect(places(block('In the AWS console or here:', 'shopctl list'))).toEqual(['here']));
});

describe('a machine by its part in a cluster, wherever the sentence has it', () => {
  it.each([['Restart the secondary as a standalone:', 'secondary'], ['Stop the old primary:', 'old primary'], ['Promote the standby', 'standby']])('%s', (lead, place) => expect(places(block(lead, 'shopdb --port 3'))).toEqual([`${place}: here done skip`]));
  it.each([['Restart the secondary:', 'kubectl delete pod db-1'], ['Look at the lag of the replica:', 'shopdb lag'], ['Push to the master:', 'git push'], ['Restart the worker:', 'shopctl restart']])('none: %s %s', (lead, code) => expect(places(block(lead, code))).toEqual(['here']));
  const headed = (heading: string, code: string): string => `# X\n\n## ${heading}\n\n'''sh\n${code}\n'''\n`;
  it.each([['On the primary', 'primary'], ['Step 2: Restart the secondary', 'secondary'], ['3. On each replica', 'each replica'], ['On the Master Node', 'Master Node'], ['Stop it on the old machine', 'old machine'], ['8. Start it on a new store node', 'new store node'], ['3. Stop it (old host)', 'old host'], ['Promote it (on the standby server)', 'standby server']])('heading: %s', (heading, place) => expect(places(headed(heading, 'shopdb stop'))).toEqual([`${place}: here done skip`]));
  it('a heading holds what is under the headings below it', () => expect(places("# X\n\n## On the standby\n\n### 1. Stop\n\n'''sh\nshopdb stop\n'''\n\n## Then\n\n'''sh\nls\n'''\n")).toEqual(['standby: here done skip', 'here']));
  it('a lead in it that says where comes first', () => expect(places("# X\n\n## On the standby\n\nOn your own machine:\n\n'''sh\nls\n'''\n")).toEqual(['here']));
  it.each([['Clean up (host and port)', 'shopdb stop'], ['On the primary key', 'shopdb keys'], ['Instances', 'ls'], ['Promote the standby', 'kubectl exec db-1 -- pg_ctl promote']])('none: %s %s', (heading, code) => expect(places(headed(heading, code))).toEqual(['here']));
});

describe('where it is typed, said of what reaches everywhere', () => {
  it.each([['From the vault server:', 'vault status', 'vault server'], ['# From db server', 'vault status', 'db server'], ['In Cloud Shell:', 'ls', 'Cloud Shell'], ['At the MySQL prompt:', 'ls', 'MySQL prompt'], ['Via the rescue shell:', 'ls', 'rescue shell'], ['In the Proxmox GUI or shell:', 'pvecm status', 'Proxmox GUI or shell'], ['In the Azure Cloud Shell:', 'shopctl ls', 'Azure Cloud Shell']])('%s %s', (lead, code, place) =>
    expect(places(lead.startsWith('#') ? block('Do it:', `${lead}\n${code}`) : block(lead, code))[0]).toMatch(new RegExp(`^${place}: `)));
  it.each([['From any machine that reaches it:', 'vault status'], ['# From any running broker', 'kubectl exec b-0 -- ls'], ['In the terminal:', 'ls'], ['In a Linux shell:', 'ls'], ['In the AWS CLI:', 'aws s3 ls']])('none: %s %s', (lead, code) =>
    expect(places(lead.startsWith('#') ? block('Do it:', `${lead}\n${code}`) : block(lead, code))).toEqual(['here']));
});

describe('by way of a machine, and at its prompt', () => {
  it.each([['Using the admin workstation:', 'admin workstation'], ['Via the bastion, run:', 'bastion'], ['On the jump workstation:', 'jump workstation']])('%s', (lead, place) => expect(places(block(lead, 'shopctl restart'))).toEqual([`${place}: here done skip`]));
  it.each([['At the prompt:', 'prompt'], ['Then, at the resulting prompt, type:', 'resulting prompt']])('%s', (lead, place) => expect(places(block(lead, 'FLUSHALL'))).toEqual([`${place}: here done skip`]));
  it.each([['At the prompt:', 'kubectl get pods'], ['Using your workstation:', 'shopctl restart'], ['Using the primary key of the order, run:', 'shopctl show'], ['Using the hosts file:', 'shopctl show']])('none: %s %s', (lead, code) => expect(places(block(lead, code))).toEqual(['here']));
});

describe('where files are read or written', () => {
  it.each([['On the replica:', 'git pull', 'replica'], ['Back on VPS:', 'git clone git@store.test:a ~/a', 'VPS'], ['On the new server, run:', 'scp old:a b', 'new server'], ['On VPS per shop:', 'shopctl up', 'VPS'], ['On the firewall:', 'shopfw reload', 'firewall']])('%s %s', (lead, code, place) => expect(places(block(lead, code))).toEqual([`${place}: here done skip`]));
  it.each([['Place the key on the new server:', 'scp key new:/etc/key'], ['On the replica:', 'kubectl get pods'], ['On call, run:', 'shopctl up']])('none: %s %s', (lead, code) => expect(places(block(lead, code))).toEqual(['here']));
  it('a place holds also where another paragraph leads to the block', () => {
    expect(places(block('On the replica:\n\nWrite its name into the file first:', 'shopctl up'))).toEqual(['replica: here done skip']);
    expect(places("# X\n\n## Do\n\nOn the replica:\n\n'''sh\nshopctl down\n'''\n\nWrite its name down:\n\n'''sh\nshopctl up\n'''\n")).toEqual(['replica: here done skip', 'here']);
  });
});
