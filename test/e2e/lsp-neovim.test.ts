import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLI, cleanEnvironment, workspace, type Workspace } from './helpers/index.ts';

const NEOVIM = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
if (NEOVIM.status !== 0) process.stderr.write('nvim is not installed: the language server is not tried in Neovim\n');

/** The settings for the Neovim that is here, as the documentation has them: older ones have no `vim.lsp.config`. */
function readmeSettings(): string {
  const [, minor = '0'] = /^NVIM v0\.(\d+)/.exec(NEOVIM.stdout) ?? [];
  const blocks = [...readFileSync('runbooks/README.md', 'utf8').matchAll(/```lua\n([^]*?)```/g)].map(([, block = '']) => block);
  return blocks.find((block) => block.includes('vim.lsp.enable') === Number(minor) >= 11) ?? '';
}

/** What a script prints that runs in Neovim, with a file open and the server at work. */
function neovim(folder: Workspace, file: string, script: string): unknown {
  folder.write('bin/runbook', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(folder.at('bin/runbook'), 0o755);
  folder.write('init.lua', `vim.g.mapleader = ' '\n${readmeSettings()}`);
  folder.write('script.lua', `
    local function ask(method, params)
      local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
      for _, answer in pairs(answers) do return answer.result end
    end
    local function found() return vim.tbl_map(function(each) return each.code or each.user_data.lsp.code end, vim.diagnostic.get(0)) end
    local function run() ${script} end
    local fine, said = pcall(run)
    vim.fn.writefile({ vim.fn.json_encode(fine and said or { fault = tostring(said) }) }, 'said.json')
    vim.cmd('qall!')
  `);
  const { PATH = '', ...env } = cleanEnvironment();
  const ran = spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', file, '-c', 'luafile script.lua'], { cwd: folder.path, encoding: 'utf8', timeout: 60_000, env: { ...env, PATH: `${folder.at('bin')}:${PATH}`, XDG_DATA_HOME: folder.at('data'), XDG_CONFIG_HOME: folder.at('config') } });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(folder.read('said.json'));
}

it.skipIf(NEOVIM.status !== 0)('in Neovim a new runbook is written with findings, hovers, a quick fix and a completion', () => {
  const folder = workspace({ '.git/HEAD': '', 'runbooks/freeze.md': '# Freeze\n' });
  const said = neovim(folder, 'runbooks/lag.md', `
    local lines = { '# Replica \u{1F525} lag', '', '## Steps', '', 'If the replica lags, restart it ([freeze](freze.md)):', '', '\`\`\`bash', 'systemctl restart replica', '\`\`\`' }
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    vim.wait(30000, function() return vim.tbl_contains(found(), 'broken-link') end, 20)
    local before = found()
    vim.api.nvim_buf_set_lines(0, 4, 5, false, { 'If the replica lags, restart it ([freeze](freeze.md)):' })
    vim.wait(30000, function() return not vim.tbl_contains(found(), 'broken-link') end, 20)
    vim.api.nvim_win_set_cursor(0, { 8, 2 })
    local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
    local params = vim.lsp.util.make_range_params()
    params.context = { diagnostics = {} }
    for _, action in ipairs(ask('textDocument/codeAction', params)) do
      if action.title:find('runs=no', 1, true) then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
    end
    vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', '[x](fre' })
    vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 7 })
    local position = vim.lsp.util.make_position_params()
    position.position.character = 7
    local offered = ask('textDocument/completion', position)
    return { before = before, after = found(), hover = hover.contents.value, lines = vim.api.nvim_buf_get_lines(0, 6, 8, false), offered = vim.tbl_map(function(item) return item.label end, offered.items or offered) }
  `);
  expect(said).toMatchObject({ before: expect.arrayContaining(['broken-link']), hover: expect.stringContaining('**destroys** (`restart`)'), lines: ['```bash {runs=no}', 'systemctl restart replica'], offered: ['freeze.md'] });
  expect((said as { after: string[] }).after).not.toContain('broken-link');
}, 120_000);
