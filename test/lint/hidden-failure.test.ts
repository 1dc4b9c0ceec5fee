import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

const block = (code: string): string => `\`\`\`bash\n${code}\n\`\`\`\n`;
const said = (body: string): readonly string[] => lintExample({ text: `# Renew the backup\n\n${body}` }).filter(({ rule }) => rule === 'hidden-failure').map(({ message }) => message);

describe('a pipeline that hides the failure of its first command', () => {
  it.each([
    ['a dump, then the old ones go', 'mysqldump --single-transaction shop | gzip > shop.sql.gz\nfind /srv/backups -mtime +30 -delete'],
    ['a dump, then the database goes', 'pg_dump -Fc shop | zstd -o shop.zst\ndropdb shop'],
    ['a dump in a container', 'docker exec db pg_dump -U app app | gzip > app.sql.gz\ndocker compose down -v'],
    ['an image, then the image goes', 'docker save shop/api:v84 | gzip > api.tar.gz\ndocker rmi shop/api:v84'],
    ['a dump by way of a filter', "pg_dump shop | sed 's/prod/stg/' | gzip > shop.sql.gz\nkubectl delete pvc shop-data"],
    ['a loop of dumps', 'for db in shop mail; do pg_dump "$db" | gzip > "$db.sql.gz"; done\nrm -rf /srv/backups/old'],
    ['a deploy with its log', 'terraform apply -auto-approve 2>&1 | tee apply.log\nkubectl rollout restart deploy/api'],
    ['the log decides', './deploy.sh v85 2>&1 | tee deploy.log && ./announce.sh v85'],
    ['the log is the condition', 'if ansible-playbook site.yml | tee run.log; then kubectl uncordon node-1; fi'],
    ['or else', 'helm upgrade shop ./chart | tail -20 || helm rollback shop'],
    ['$? below', 'make deploy | tee deploy.log\necho "status $?"'],
    ['$? on the same line', 'pg_restore -d shop shop.dump 2>&1 | tee restore.log; if [ $? -ne 0 ]; then exit 1; fi'],
  ])('%s', (_, code) => expect(said(block(code))).toHaveLength(1));

  it.each([
    ['the option is set', 'set -euo pipefail\npg_dump shop | gzip > shop.sql.gz\ndropdb shop'],
    ['each status is asked for', 'make deploy | tee deploy.log\n[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1\nkubectl delete pod api-0'],
    ['it may fail', 'kubectl delete job old | tee log || true'],
    ['the last one tells', 'kubectl get pods | grep -q Running && kubectl delete pod api-0'],
    ['the last one fails on nothing', 'pg_dump shop | psql shop_copy && dropdb shop_old'],
    ['only a look', 'kubectl get pods | head -5\nkubectl delete pod api-0'],
    ['only a look, sorted', 'du -sh /srv/* | sort -h | tail\nrm -rf /srv/cache'],
    ['words of its own', "echo 'deb https://apt.example stable main' | tee /etc/apt/sources.list.d/x.list && apt-get update"],
    ['nothing follows', 'pg_dump shop | gzip > shop.sql.gz'],
    ['it is looked at', 'pg_dump shop | gzip > shop.sql.gz\nls -lh shop.sql.gz\nzcat shop.sql.gz | tail -1'],
    ['it is kept in a variable', 'POD=$(kubectl get pods -o name | head -1) && kubectl delete "$POD"'],
    ['a download that fails by itself', 'curl -fsS https://a.example/x.tgz | tar xz && rm -rf old'],
    ['status text', 'systemctl status nginx | head -3\nsystemctl restart nginx'],
  ])('none where %s', (_, code) => expect(said(block(code))).toEqual([]));

  it('is not said where the block is pinned, or the settings say so for all', () => {
    const code = 'make deploy | tee log && make announce';
    expect(said(block(code).replace('```bash', '```bash {pipefail=true}'))).toEqual([]);
    expect(said(block(code).replace('```bash', '```bash {pipefail=false}'))).toHaveLength(1);
    expect(lintExample({ text: `# Deploy\n\n${block(code)}`, options: { pipefail: true } }).filter(({ rule }) => rule === 'hidden-failure')).toEqual([]);
  });

  it('is not said below a block that sets the option', () => {
    expect(said(`${block('set -o pipefail')}\n${block('make deploy | tee log && make announce')}`)).toEqual([]);
    expect(said(`${block('make deploy | tee log && make announce')}\n${block('set -o pipefail')}`)).toEqual(['where "make" fails, "tee" still ends well, and that decides what runs next; expected "set -o pipefail" before it']);
  });
});
