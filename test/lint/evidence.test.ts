import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

// What teams write: ten places where each rule is to speak, and ten that look alike and are well.
const HEAD = '# Resend the alerts\n\nOwner: mail\nLast reviewed: 2026-05-14\n\nUse it when alerts were lost.\n\n';
const sh = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const speaks = (body: string, rule: string): boolean => lintExample({ text: HEAD + body }).some((finding) => finding.rule === rule);
const both = (first: string, second: string, words = ''): string => `${sh(first)}\n${words}\n\n${sh(second)}`;

interface Evidence {
  readonly wrong: readonly string[];
  readonly well: readonly string[];
}

const EVIDENCE: Readonly<Record<string, Evidence>> = {
  'paste-trap': {
    wrong: [
      sh('kubectl drain node-1 —ignore-daemonsets'),
      sh('aws ecs update-service –cluster prod –service api'),
      sh('curl -H “Authorization: Bearer $TOKEN” https://api.example.com/v1/me'),
      sh('psql -c ‘select 1’'),
      sh('helm upgrade shop ./chart \\ \n  --set image.tag=v2'),
      sh('docker run -d\n  --name api\n  shop/api:v2'),
      sh('curl https://graph.example.com/render?target=a&from=-1h&format=json'),
      sh('kubectl\u00a0get pods'),
      sh('gcloud compute instances list\n--filter="zone:us-east1"'),
      sh('POD=$(kubectl get pods -l app=api\n  --no-headers | head -1)'),
    ],
    well: [
      sh('kubectl drain node-1 \\\n  --ignore-daemonsets'),
      sh('git commit -m "Fix the alert – again"'),
      sh("echo '“quoted”' > note.txt"),
      sh('# Drain – then wait\nkubectl drain node-1'),
      sh('curl "https://graph.example.com/render?target=a&from=-1h"'),
      sh('long-task & \nwait'),
      sh('cat <<EOF > page.md\n— a list\n--- \nEOF'),
      sh('docker run -d \\\n  --name api \\\n  shop/api:v2'),
      sh('psql <<SQL\nselect 1\n-- all of them\nSQL'),
      sh('kubectl get pods | \n  grep api'),
    ],
  },
  'lost-placeholder': {
    wrong: [
      `Run this, replacing \`<cluster>\` with the name of the cluster:\n\n${sh('gcloud container clusters get-credentials shop-eu')}`,
      `Replace \`<order-id>\` with the number of the order.\n\n${sh("rails runner 'Order.find(4711).resend'")}`,
      `Substitute \`<NODE>\` with the node:\n\n${sh('kubectl drain ip-10-0-1-7')}`,
      `Replace \`POD_NAME\` with the pod that hangs:\n\n${sh('kubectl delete pod api-7d9f')}`,
      `Change \`INSTANCE_ID\` to that of the instance:\n\n${sh('aws ec2 reboot-instances --instance-ids i-0abc')}`,
      `1. Restart it, replacing \`<service>\` with the service:\n\n   \`\`\`bash\n   systemctl restart nginx\n   \`\`\`\n`,
      `Make sure to replace \`<bucket>\` with your bucket.\n\n${sh('aws s3 sync ./dump s3://shop-backups')}`,
      `Run it (replace \`<db>\` with the database):\n\n${sh('pg_dump shop > shop.sql')}`,
      `Replace \`<user>\` by the login of the user:\n\n${sh('ldapsearch uid=ada')}`,
      `Replace \`<zone>\` with the zone, e.g. \`eu-west-1a\`:\n\n${sh('aws ec2 describe-instances --region us-east-1')}`,
    ],
    well: [
      `Run this, replacing \`<cluster>\` with the name of the cluster:\n\n${sh('gcloud container clusters get-credentials <cluster>')}`,
      `Replace \`NODE\` with the node:\n\n${sh('kubectl drain NODE')}`,
      `Replace \`<id>\` with the order:\n\n${sh('ORDER=<id>\nrails runner "Order.find($ORDER).resend"')}`,
      `Replace the disk in bay 3, then look:\n\n${sh('cat /proc/mdstat')}`,
      `Replace \`http\` with \`https\` in the settings.\n\n${sh('systemctl restart nginx')}`,
      `Replace \`{bucket}\` with yours:\n\n${sh('aws s3 ls s3://{bucket}')}`,
      `The old certificate is replaced by \`cert-manager\`:\n\n${sh('kubectl get certificate')}`,
      `Replace \`<host>\` with the host:\n\n${sh('ssh "$HOST" uptime')}`,
      `Change \`maxReplicas\` to 10 in the editor:\n\n${sh('kubectl edit hpa api')}`,
      `Replace \`<pod>\` in each command below.\n\n${sh('kubectl get pods')}\n\n${sh('kubectl logs <pod>')}`,
    ],
  },
  'lost-input': {
    wrong: [
      sh('gunzip -c shop.sql.gz | kubectl exec db-0 -n shop -- psql shop'),
      sh("kubectl exec -n shop <pod> -- mysql -uroot -p<pass> << 'EOF'\nSTOP SLAVE;\nEOF"),
      sh('docker exec db psql -U shop < dump.sql'),
      sh('cat dump.sql | sudo docker exec db mysql -uroot -padmin'),
      sh('oc exec db-0 -- sh <<< "vacuumdb --all"'),
      sh('podman exec -u postgres db psql < dump.sql'),
      sh('docker run --rm --network shop postgres:16 psql -h db < dump.sql'),
      sh('for shard in a b; do\n  kubectl exec "$POD" -- psql shop < $shard.sql\ndone'),
      sh('$ cat fix.sql | kubectl -n shop exec deploy/db -- psql'),
      sh('cat <<SQL | docker exec db psql\nselect 1;\nSQL'),
    ],
    well: [
      sh('gunzip -c shop.sql.gz | kubectl exec -i db-0 -- psql shop'),
      sh("kubectl exec -it db-0 -- bash << 'EOF'\nls\nEOF"),
      sh('docker compose exec db psql < dump.sql'),
      sh('docker exec db pg_dump shop > dump.sql'),
      sh('docker exec db sh -c "psql < /tmp/dump.sql"'),
      sh('kubectl get pods -o name | xargs -n1 kubectl describe'),
      sh('docker ps -q | xargs docker exec -u root ls'),
      sh('kubectl get pods -o name | while read pod; do kubectl exec $pod -- ls; done'),
      sh('kubectl exec db-0 -- psql -c "select 1" < /dev/null'),
      sh('kubectl exec $EXEC_OPTS db-0 -- tar xf - < backup.tar'),
    ],
  },
  'repeated-cd': {
    wrong: [
      both('cd infra\nterraform init', 'cd infra\nterraform plan'),
      both('cd terraform/prod\nterraform init', 'cd terraform/prod\nterraform apply'),
      both('cd ansible/\nansible-playbook ping.yml', 'cd ansible\nansible-playbook site.yml'),
      both('cd deploy && make plan', 'cd deploy && make apply'),
      both('cd charts/shop\nhelm dep up', 'cd charts/shop\nhelm upgrade shop .', 'Then:'),
      `## Plan\n\n${sh('cd infra\nterraform plan')}\n## Apply\n\n${sh('cd infra\nterraform apply')}`,
      both('git pull\ncd scripts\n./a.sh', 'cd scripts\n./b.sh'),
      both('$ cd infra\n$ terraform plan', '$ cd infra\n$ terraform apply'),
      both('cd shop-api\nbundle exec rake a', 'cd shop-api\nbundle exec rake b'),
      both('cd "infra"\nls', 'cd infra\nls'),
    ],
    well: [
      both('cd infra\nterraform plan', 'terraform apply'),
      both('cd infra\nls\ncd ..', 'cd infra\nls'),
      both('cd infra\nls\ncd -', 'cd infra\nls'),
      both('(cd infra && terraform plan)', '(cd infra && terraform apply)'),
      both('cd ~/infra\nls', 'cd ~/infra\nls'),
      both('cd /srv/infra\nls', 'cd /srv/infra\nls'),
      both('cd infra\nls', 'cd "$(git rev-parse --show-toplevel)"\ncd infra'),
      both('pushd infra\nls\npopd', 'pushd infra\nls\npopd'),
      both('cd infra\nls', 'cd modules\nls'),
      both('ssh db-1\ncd logs\nexit', 'ssh db-2\ncd logs\nexit'),
    ],
  },
  'outdated-command': {
    wrong: [
      sh('docker-compose up -d'),
      sh('sudo docker-compose -f prod.yml restart api'),
      sh('kubectl drain node-1 --ignore-daemonsets --delete-local-data'),
      sh('kubectl rsh api-0'),
      sh('apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: shop', 'yaml'),
      sh('apiVersion: policy/v1beta1\nkind: PodSecurityPolicy', 'yaml'),
      sh('kubectl apply -f - <<EOF\napiVersion: batch/v1beta1\nkind: CronJob\nEOF'),
      sh('cd /srv/shop && docker-compose logs --tail 100 api'),
      sh('$ docker-compose ps', 'console'),
      sh('apiVersion: autoscaling/v2beta2\nkind: HorizontalPodAutoscaler', 'yaml'),
    ],
    well: [
      sh('docker compose up -d'),
      sh('kubectl drain node-1 --delete-emptydir-data'),
      sh('oc rsh api-0'),
      sh('apiVersion: networking.k8s.io/v1\nkind: Ingress', 'yaml'),
      sh('apiVersion: batch/v1\nkind: CronJob', 'yaml'),
      sh('vim docker-compose.yml'),
      sh('docker compose -f docker-compose.yml up -d'),
      'Since `docker-compose` is gone, use `docker compose`.\n',
      sh('apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule', 'yaml'),
      sh('grep -r docker-compose /etc/systemd'),
    ],
  },
  'unfenced-command': {
    wrong: [
      'aws ecs list-task-definitions \\\n  --family-prefix shop \\\n  --sort DESC\n',
      'Then run:\nhelm upgrade shop ./chart \\\n--set image.tag=v2\n',
      '- docker run \\\n  -d shop/api:v2\n',
      '1. Restart it:\n   kubectl rollout restart \\\n   --namespace shop deploy/api\n',
      '> $ gcloud compute instances list \\\n>   --zone us-east1\n',
      './fix.sh \\\n  -v\n',
      'sudo systemctl restart api \\\n  --no-block\n',
      '   psql -h db1 \\\n     -c "SELECT 1"\n',
      'curl https://api.example.com/v1/me \\\n     -o me.json\n',
      'terraform apply \\\n  -target=module.shop\n',
    ],
    well: [
      sh('aws ecs list-task-definitions \\\n  --sort DESC'),
      '    aws ecs list-task-definitions \\\n      --sort DESC\n',
      'Call the owner \\\nor the one on call.\n',
      'Rows \\\n- one\n- two\n',
      'see `helm upgrade shop \\\n--set image.tag=v2` there\n',
      'Escape with a backslash, \\, then go on.\n',
      'The options\n--sort and --max-items.\n',
      '| a | b |\n|---|---|\n| x \\ | --y |\n',
      'When it is down \\\n\n--- and then\n',
      'Uptime \\\n-1 is a fault.\n',
    ],
  },
  'heading-without-blank': {
    wrong: [
      '##Look at it\n\nLook.\n',
      '###Restart\n\nRestart it.\n',
      'Look.\n\n##Verification\n\nLook again.\n',
      '##1. Drain the node\n\nDrain it.\n',
      '####Rollback\n\nGo back.\n',
      '## Look\n\nLook.\n\n##Restart the service\n\nRestart it.\n',
      '##Step 2: promote\n\nPromote it.\n',
      '##`kubectl` does not answer\n\nLook.\n',
      'Look.\n##Then\n\nLook.\n',
      '#####Notes\n\nNone.\n',
    ],
    well: [
      '## Look at it\n\nLook.\n',
      '#ops is the channel to ask in.\n',
      '#4711 has the history.\n',
      '#sre-oncall, #incident: ask there.\n',
      sh('##comment\nls'),
      '```text\n##Heading\n```\n',
      'The colour is #ff0000.\n',
      '> #1 in the list\n',
      '#!/bin/bash is the first line.\n',
      '##\n\nLook.\n',
    ],
  },
  unfinished: {
    wrong: [
      'TODO\n',
      'TODO: say who is to be called.\n',
      '- TBD\n',
      '**FIXME** this no longer works since the move.\n',
      '| Alert | Action |\n| --- | --- |\n| DiskFull | TBD |\n',
      '## Rollback\n\nTBD.\n',
      'Escalate to: TBD\n',
      '1. TODO add the command\n',
      '(TODO: link to the dashboard)\n',
      sh('# TODO: find out the name of the queue\nacmectl drain queue'),
    ],
    well: [
      'Add it to the TODO list of the team.\n',
      'Set `TODO` in the settings.\n',
      'See [TODO.md](https://a.example/TODO.md).\n',
      'The todo app is down.\n',
      sh('grep -rn TODO src'),
      'Mark the ticket `TBD`.\n',
      'All TODOs are in the tracker.\n',
      '- [ ] Ask the owner.\n',
      'The time is to be decided by the commander.\n',
      'XXX-4711 is the ticket.\n',
    ],
  },
};

describe.each(Object.entries(EVIDENCE))('%s', (rule, { wrong, well }) => {
  it.each(wrong)('speaks of %j', (body) => expect(speaks(body, rule)).toBe(true));
  it.each(well)('says nothing of %j', (body) => expect(speaks(body, rule)).toBe(false));
});
