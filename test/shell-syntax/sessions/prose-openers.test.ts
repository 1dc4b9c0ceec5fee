import { expect, test } from 'vitest';
import { proseCloses, proseOpener } from '../../../src/shell-syntax/index.ts';

test.each([
  ['SSH into the database host', 'database host'],
  ['This is typed on the load balancer that holds the address.', 'load balancer'],
  ['SSH to the primary (`db-1`):', 'primary (db-1)'],
  ['Log in to the first master node (ncn-m001) as root.', 'first master node (ncn-m001)'],
  ['Log in to the database host (see the inventory).', 'database host'],
  ['Use ssh to the bastion:', 'bastion'],
  ['Use ssh to web1:', 'web1'],
  ['Use ssh to bastion:', 'bastion'],
  ['ssh to `web1` and restart it.', 'web1'],
  ['Log in to the primary node:', 'primary node'],
  ['Log into the bastion host and run:', 'bastion host'],
  ['Connect to the console server.', 'console server'],
  ['Open a shell in the store container:', 'store container'],
  ['SSH onto the database host', 'database host'],
  ['Log in as `root` on the first master node (`ncn-m001`).', 'first master node (ncn-m001)'],
  ['Log in as the admin user to the broker:', 'broker'],
  ['Log in with your own account to `db-1`.', 'db-1'],
  ['SSH as root into web1 and run:', 'web1'],
  ['Connect as the deploy user to the gateway:', 'gateway'],
  ['Connect via SSH to the broker:', 'broker'],
  ['The following commands must be run on the storage node or nodes that held the disk.', 'storage node'],
  ['Log in from the bastion to db-3.', 'db-3'],
  ['Sign in with the local admin account to the domain controller.', 'domain controller'],
  ['Perform the steps below from the admin node.', 'admin node'],
  ['These commands are executed as postgres on the standby.', 'standby'],
  ['Log into `db-1` and run:', 'db-1'],
  ['Log in to db-1, then:', 'db-1'],
  ['Exec into the web pod:', 'web pod'],
  ['Attach to the container and run:', 'container'],
  ['Jump to the bastion, then:', 'bastion'],
  ['Log in to the master and run:', 'the master'],
  ['From inside the pod:', 'pod'],
  ['From the jump host, run:', 'jump host'],
  ['From the bastion:', 'bastion'],
  ['On the VM, install nginx:', 'VM'],
  ['On each web node run:', 'web node'],
  ['On any of the cache nodes, run:', 'cache nodes'],
  ['On any of the cache nodes `cache0X.example.net` run:', 'cache nodes'],
  ['Connect to `web1` via SSH.', 'web1'],
  ['Log in to the Jenkins controller.', 'Jenkins controller'],
  ['Log in to the gateway:', 'gateway'],
  ['Log on to `db-prod-2`:', 'db-prod-2'],
  ['Log in to web1 as root and run:', 'web1'],
  ['Once logged in to the node, run:', 'node'],
  ['Access the server via SSH:', 'server'],
  ['Establish an SSH session with the router.', 'router'],
  ['Switch to the standby and run:', 'standby'],
  ['Go to the controller node and run:', 'controller node'],
  ['Connect to the Postgres primary and run:', 'Postgres primary'],
  ['Use the console of the VM:', 'VM'],
  ['In the VM console:', 'VM'],
  ["At the router's prompt:", 'router'],
  ['Shell into the worker.', 'worker'],
  ['Attach to the pod `api-0`.', 'pod'],
  ['Connect (SSH) to the master.', 'master'],
  ['Work on the broker from here on.', 'broker'],
  ['The following is typed on the gateway.', 'gateway'],
  ['Run the commands below on the proxy:', 'proxy'],
  ['Log in to any of the brokers:', 'brokers'],
  ['Telnet to the switch:', 'switch'],
  ['Return to the primary and run:', 'primary'],
  ['As root on the hypervisor, run:', 'hypervisor'],
  ['Do the same on the replica:', 'replica'],
  ['In your SSH session on the node:', 'node'],
  ['If it does not, SSH in and run:', 'the machine that is reached by ssh'],
  ['Then ssh in, and restart it.', 'the machine that is reached by ssh'],
])('%s', (sentence, place) => expect(proseOpener(sentence)).toBe(place));

test.each([
  'Log in to the AWS console and copy the id.', 'Log in to Grafana.', 'Log in to the registry:', 'Connect to the VPN.', 'Connect to the cluster:', 'Check that you can connect to web1 via SSH.', 'The app connects to the database via an SSH tunnel.', 'Open the dashboard of the node.',
  'You cannot SSH in any more.', 'Those who SSH in see it.', 'Use SSH in the pipeline.', 'Switch to the main branch.', 'Switch to the replica:', 'Go to the server settings page.', 'Go to the node pool page.', 'Get the name of the node.', 'Jump to the section on replicas.', 'The worker connects to the broker.', 'Restart the gateway:', 'Return to the first step.', 'Move to the archive folder.', 'Enter the password.', 'Access the service via its URL.',
])('goes nowhere: %s', (sentence) => expect(proseOpener(sentence)).toBeNull());

test.each(['Check who you are logged in as.', 'Log into auth0 and run:', 'Log into the console and run:', 'From the host list take one.', 'From the pods that are stuck, take one.', 'If you cannot ssh into the host, call the provider.', 'If the operator pod cannot connect to the API server, delete it.', 'The agents connect to the metrics server.', 'It failed to connect to the database host.', 'Log in to the dashboard.', 'Connect to its admin console.', 'The host is on the network.', 'Do not ssh into the primary node.', 'Look at the pods on the node list.'])('not: %s', (sentence) => expect(proseOpener(sentence)).toBeNull());

test.each(['Locally:', 'Log out again.', 'Log out of the node.', 'On your machine, run:', 'Exit the session'])('closes: %s', (sentence) => expect(proseCloses(sentence)).toBe(true));

test.each(['Run this on the host.', 'The session is open.', 'Restart the pod.'])('does not close: %s', (sentence) => expect(proseCloses(sentence)).toBe(false));

test.each([['Boot into a live Debian image and run:', 'live Debian image'], ['Boot from the rescue disk, then run:', 'rescue disk'], ['Reboot into the rescue system:', 'rescue system']])('a machine that is started from something else: %s', (sentence, place) => expect(proseOpener(sentence)).toBe(place));
test.each(['Boot the node.', 'The node boots into Talos.', 'Boot into Talos'])('none: %s', (sentence) => expect(proseOpener(sentence)).toBeNull());
