import { describe, expect, test } from 'vitest';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';

function marks(code: string): readonly string[] {
  return analyzeShell(code).hazards.map(({ hazard, word }) => `${hazard}: ${word}`);
}

describe('commands that need a terminal', () => {
  test.each([
    ['ssh db-1', 'ssh'],
    ['kubectl exec -it web-1 -- bash', 'exec -it'],
    ['docker run -it alpine sh', 'run -it'],
    ['psql -h db shop', 'psql'],
    ['redis-cli -h cache', 'redis-cli'],
    ['vim notes.txt', 'vim'],
    ['kubectl edit deploy/web', 'edit'],
    ['git rebase -i main', 'rebase -i'],
    ['crontab -e', 'crontab -e'],
    ['read -p "Go on? " answer', 'read'],
    ['heroku run rails console -a shop', 'run'],
    ['oc rsh web-1', 'rsh'],
    ['less /var/log/syslog', 'less'],
    ['passwd deploy', 'passwd'],
    ['gh run watch', 'run watch'],
    ['sudo systemctl status nginx', 'sudo'],
  ])('%s', (code, word) => {
    expect(marks(code)).toContain(`interactive: ${word}`);
  });

  test.each([
    'ssh db-1 uptime',
    'psql -c "SELECT 1"',
    'psql < dump.sql',
    'echo "SELECT 1" | psql',
    'psql <<SQL\nSELECT 1;\nSQL',
    'while read -r line; do echo "$line"; done < list.txt',
    'cat list.txt | while read -r line; do echo "$line"; done',
    'read -r first <<< "$line"',
    'kubectl exec web-1 -- ls',
    'bash deploy.sh',
    'python script.py',
    'sudo -n systemctl status nginx',
    'redis-cli ping',
  ])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('interactive'))).toEqual([]);
  });
});

describe('commands that do not end', () => {
  test.each([
    ['heroku logs --tail -a shop', 'logs --tail'],
    ['kubectl logs -f web-1', 'logs -f'],
    ['docker compose -f /srv/shop.yml logs -f web', 'logs -f'],
    ['docker logs --follow web', 'logs --follow'],
    ['tail -f /var/log/syslog', 'tail -f'],
    ['tail -n 20 -F app.log', 'tail -F'],
    ['watch -n 2 kubectl get pods', 'watch'],
    ['top', 'top'],
    ['sudo socat -d TCP4-LISTEN:443,fork TCP4-CONNECT:localhost:8443', 'TCP4-LISTEN:443,fork'],
    ['kubectl port-forward svc/web 8080:80', 'port-forward'],
    ['kubectl get pods -w', 'get -w'],
    ['flyctl status -a shop --watch', 'status --watch'],
    ['kubectl argo rollouts status web --watch', 'argo rollouts status --watch'],
    ['journalctl -u nginx -f', 'journalctl -f'],
    ['ping 10.0.0.1', 'ping'],
    ['dmesg -w', 'dmesg -w'],
    ['docker stats', 'stats'],
    ['while true; do date; sleep 5; done', 'while true'],
    ['sleep infinity', 'infinity'],
    ['cloudflared tunnel run shop', 'tunnel run'],
    ['cloudflared tunnel --url http://localhost:8080', 'tunnel --url'],
    ['ngrok http 8080', 'http'],
    ['ssh -N -L 8443:web:443 bastion', 'ssh -N'],
    ["ssh web-1 'tail -f app.log'", 'tail -f'],
  ])('%s', (code, word) => {
    expect(marks(code)).toContain(`follow: ${word}`);
  });

  test.each([
    'kubectl logs web-1 --tail=20',
    'docker logs --tail 20 web',
    'rm -rf logs',
    'sudo rm -f logs',
    'grep -f logs b',
    'heroku logs -n 100 -a shop',
    'tail -20 app.log',
    'top -b -n 1',
    'ping -c 3 10.0.0.1',
    'kubectl get pods -owide',
    'kubectl rollout status deploy/web',
    'docker stats --no-stream',
    'while true; do curl -sf localhost && break; sleep 5; done',
    'kubectl port-forward svc/web 8080:80 &',
    'kubectl delete pod web-1 --wait',
    'sleep 10',
    'timeout 60 kubectl get pods -w',
    'cloudflared tunnel info shop',
    'docker compose exec cloudflared cloudflared tunnel list',
    'docker compose -f /srv/shop.yml logs web',
    'docker-compose -p shop -f /srv/shop.yml logs web',
    'ngrok config check',
    'telepresence status',
  ])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('follow'))).toEqual([]);
  });
});

describe('commands that print a secret', () => {
  test.each([
    ["kubectl get secret db -o jsonpath='{.data.password}' | base64 -d", 'get secret -o'],
    ['kubectl -n shop get secrets/db -o yaml', 'get secrets/db -o'],
    ['cat .env', '.env'],
    ['env', 'env'],
    ['printenv TOKEN', 'printenv'],
    ['heroku config -a shop', 'config'],
    ['kubectl exec web-1 -- env', 'env'],
    ['vault kv get secret/x', 'kv get'],
    ['aws secretsmanager get-secret-value --secret-id x', 'secretsmanager get-secret-value'],
    ['gcloud secrets versions access latest --secret x', 'secrets versions access'],
    ['ssh web1 cat /srv/app/.env', '/srv/app/.env'],
    ['sudo cat /etc/ssl/x.key', '/etc/ssl/x.key'],
    ['terraform output -json', 'output'],
    ['cat /run/secrets/db', '/run/secrets/db'],
    ['kubectl exec web-1 -- cat /var/run/secrets/db', '/var/run/secrets/db'],
  ])('%s', (code, word) => {
    expect(marks(code)).toContainEqual(expect.stringContaining(`revealing: ${word}`));
  });

  test.each(['kubectl get secret db', 'kubectl get secret -o name', 'kubectl describe secret db', 'kubectl get pods -o yaml', 'PASS=$(kubectl get secret x -o yaml)', 'env > x.txt', 'env FOO=1 ls', 'cat notes.txt', "jq '.[].Key' x.json", 'export APP=shop', 'echo secret', 'cat .env > /dev/stderr.txt'])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('revealing'))).toEqual([]);
  });
});

describe('servers that stay in front', () => {
  test.each(['npm run dev', 'npm start', 'yarn dev', 'uvicorn app:app', 'flask run', 'rails s', 'python manage.py runserver'])('%s', (code) => {
    expect(marks(code).some((mark) => mark.startsWith('follow'))).toBe(true);
  });
});
