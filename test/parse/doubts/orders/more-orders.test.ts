import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const held = (lead: string, code: string): readonly string[] => commands(read(`# Set it up\n\n## Steps\n\n${lead}\n\n'''bash\n${code}\n'''\n`)).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind, text }) => `${kind}: ${text}`)));

describe('a sentence of several orders', () => {
  it.each([
    ['Copy and edit the tracked example:', 'cp s.example.yaml s.yaml\nkubectl apply -f s.yaml'], ['Copy the template, fill in the values and apply it:', 'cp s.example.yaml s.yaml\nkubectl apply -f s.yaml'], ['Edit the manifest and apply it:', 'kubectl apply -f s.yaml'],
    ['Adjust the number of nodes and apply:', 'terraform apply -auto-approve'], ['Review and apply the plan:', 'terraform apply plan.out'], ['Inspect and delete the old snapshots:', 'aws ec2 delete-snapshot --snapshot-id snap-1'],
  ])('holds where no command carries out one of them: %s', (lead, code) => expect(held(lead, code)).toEqual([`conditional: ${lead}`]));
  it('also as a comment', () => expect(held('', '# Copy and edit the example\ncp a.example a.conf\ndocker compose up -d')).toEqual(['conditional: # Copy and edit the example']));
  it.each([
    ['Edit the manifest and apply it:', 'sed -i s/a/b/ s.yaml\nkubectl apply -f s.yaml'], ['Edit the settings and restart:', 'sudo vi /etc/app.conf\nsudo systemctl restart app'], ['Build and push the image:', 'docker build -t app . && docker push app'],
    ['Check and restart the gateway:', 'systemctl status gw\nsystemctl restart gw'], ['Restart and verify:', 'systemctl restart gw\nsystemctl is-active gw'], ['Find and delete the finished pods:', 'kubectl delete pod --field-selector=status.phase==Succeeded'],
    ['Test and restart:', '# Test\nnginx -t\n\n# Restart\nsystemctl restart nginx'], ['Stop and remove the container:', 'docker stop proxy && docker rm proxy'], ['Create the database and grant access:', 'createdb a\npsql -c "GRANT ALL ON DATABASE a TO b"'],
  ])('not where commands do: %s', (lead, code) => expect(held(lead, code)).toEqual([]));
  it('"Stop and call the lead." is still a gate', () => expect(read("# X\n\nStop and call the lead.\n\n'''bash\nreboot\n'''\n").gates).toHaveLength(1));
});
