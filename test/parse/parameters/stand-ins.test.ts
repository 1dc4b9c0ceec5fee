import { expect, test } from 'vitest';
import { read } from '../read.ts';

const asked = (code: string, before = ''): readonly string[] => read(`# Restart\n\n${before}\n\n## Do\n\n'''bash\n${code}\n'''\n`).parameters.map(({ name }) => name);

test.each([
  ['kubectl delete pod {pod} -n shop', ['pod']], ["ssh {host} 'sudo reboot'", ['host']], ['rm -rf /srv/{env}/cache', ['env']], ['curl -X POST "https://api.shop.io/services/{id}/restart"', ['id']],
  ['kubectl -n "{namespace}" delete job "{job-name}"', ['namespace', 'job-name']], ["ssh web1 'systemctl restart {service}'", ['service']], ['echo "DELETE FROM t WHERE id={id}" | psql shop', ['id']],
  ['curl -X DELETE http://GKE_LB_IP/cache', ['gke-lb-ip']], ['docker exec FAILED_CONTAINER rm -rf /tmp/cache', ['failed-container']], ['kubectl cordon ip-x-x-x-x.ec2.internal', ['address']], ['ssh root@10.0.x.x reboot', ['address']],
  ['kubectl delete pod my-pod', ['pod']], ['kubectl rollout restart deployment/my-app -n my-namespace', ['app', 'namespace']], ['docker restart my_container', ['container']], ['systemctl stop myapp', ['app']],
  ['aws s3 rm s3://my-bucket/logs --recursive', ['bucket']], ['psql -h my-prod-db -c "DELETE FROM t"', ['prod-db']], ["ssh web1 'systemctl restart my-service'", ['service']],
  ['kubectl delete pod foo', ['foo']], ['kubectl delete ns foo-bar', ['foo-bar']], ['systemctl restart example', ['example']], ['kubectl delete pod sample-pod', ['sample-pod']],
  ['aws ec2 terminate-instances --instance-ids i-1234567890abcdef0', ['instance-ids']], ['kubectl delete pod web-7d9f8b6c5-xyz12', ['web-7d9f8b6c5-xyz12']], ['docker rm -f abc123', ['abc123']],
  ['kill -9 28311', ['pid']], ["ssh web1 'kill 28311'", ['pid']], ["psql -c 'SELECT pg_terminate_backend(4711)'", ['pid']], ['ufw deny from 1.2.3.4', ['1-2-3-4']], ['git push origin v1.2.3', ['v1-2-3']],
  ["ssh ubuntu@ec2-xx-xx-xx-xx.compute.amazonaws.com 'sudo reboot'", ['address']], ['curl -X POST https://myapp.example.com/admin/flush', ['app']], ['systemctl stop my-app.service', ['app']], ['docker rm -f container_id', ['container-id']],
  ['kubectl delete pod pod-name-here', ['pod-name-here']], ['kubectl patch pv pv-name -p "{}"', ['pv-name']], ['aws rds reboot-db-instance --db-instance-identifier mydbinstance', ['db-instance-identifier']], ['kubectl delete pod nginx-xxxxx-yyyyy', ['nginx-xxxxx-yyyyy']],
  ['heroku releases:rollback v###', ['number']], ['kubectl delete job my-cronjob-12345', ['cronjob-12345']],
  ['aws eks delete-cluster --name my-cluster', ['name']], ['az group delete --name ResourceGroupName', ['name']], ['chown -R user:group /srv/app', ['user-group']], ['aws iam delete-user --user-name JohnDoe', ['user-name']], ['kubectl rollout undo deploy/app --to-revision=X', ['number']],
  ['curl -X DELETE http://localhost:9200/index-name', ['index-name']], ['git push origin my-feature-branch', ['feature-branch']],
  ["ssh user@hostname 'sudo systemctl restart nginx'", ['hostname']],
])('asks for what stands for another: %s', (code, names) => expect(asked(code)).toEqual(names));

test('is the same in the commands that only look', () => {
  expect(asked('kubectl logs my-pod\nkubectl delete pod my-pod')).toEqual(['pod']);
  expect(read("# X\n\n'''bash\nkubectl logs my-pod\nkubectl delete pod my-pod\n'''\n").steps[0]).toMatchObject({ slots: [{ literal: 'my-pod', parameter: 'pod' }, { literal: 'my-pod', parameter: 'pod' }] });
});

test('is asked for once each, where two would have one name', () => expect(asked('kubectl delete pod <pod>\nkubectl delete pod my-pod')).toEqual(['pod', 'pod-2']));

test.each([
  'kubectl delete pod web-0', 'kubectl get pods -n my-namespace', "find /var/log -name '*.gz' -exec rm {} \\;", 'ls | xargs -I {f} rm {f}', "kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{end}' | xargs kubectl delete",
  "kubectl get pod -o json | jq '{name}' > /tmp/x", "ps aux | awk '{print}' > /tmp/x", 'git show HEAD^{commit} > /tmp/x', 'git reset --hard @{upstream}', "git commit -am 'Fix foo and my-app'", 'echo {namespace}',
  'docker run -d --name my-app nginx:1.25\ndocker restart my-app', 'kubectl create ns my-ns\nkubectl delete ns my-ns', 'helm upgrade --install my-release ./chart\nhelm rollback my-release 1',
  "cat <<'X' | kubectl apply -f -\nkind: Namespace\nmetadata:\n  name: my-namespace\nX\nkubectl delete ns my-namespace", 'docker run -d \\\n  --name my-app \\\n  nginx:1.25\ndocker restart my-app', 'aws eks create-cluster --name my-cluster --role-arn arn\naws eks delete-cluster --name my-cluster', 'az group create -n my-rg -l westeurope\naz group delete -n my-rg',
  'heroku config:unset OLD_API_URL', 'gh secret set DEPLOY_KEY < key.pem', 'cp config/example.yml config/app.yml', 'kubectl apply -f examples/my-app.yaml', 'kubectl apply -k example/web', 'systemctl restart my-briefings-ingestion',
  'systemctl restart some-exporter', "kubectl delete pods -l 'app in (foo-api,web)'", "echo 'kubectl delete pod foo' > /tmp/note", 'iptables -A INPUT -p tcp --dport 12345 -j DROP', 'psql -c "DELETE FROM t WHERE user_id = 3"', 'aws iam delete-role --role-name AnyComputeRole',
  'nc -zv localhost 12345', 'curl -X POST http://localhost:1234/-/reload', 'kubectl exec web-0 -- kill 1', 'docker pull postgres:16.2.3', 'mkdir -p /tmp/{a,b}', "sed -i 's/{port}/8080/' app.conf",
])('leaves what stands as it is meant: %s', (code) => expect(asked(code)).toEqual([]));

test.each([
  ['a table', '| App | Owner |\n|---|---|\n| my-app | ops |'], ['a manifest', "'''yaml\nmetadata:\n  name: my-app\n'''"], ['a heading', '## How my-app runs'],
])('leaves a name that %s has', (_, before) => expect(asked('systemctl restart my-app', before)).toEqual([]));
