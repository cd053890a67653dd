/** `npm run operator`: the operator's hand on the table: who is stuck and why, let one go on, stop all, resume. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { shardsOf } from '../functions/aws/keys.ts'
import { openTableStore } from '../functions/aws/open-table-store.ts'
import { createStuckList } from '../functions/journey/stuck-list.ts'
import { clock } from '../functions/runtime/clock.ts'
import { openCatalog } from '../functions/runtime/compiled-catalog.ts'
import { runOperator } from './operator-commands.ts'

const usage = `npm run operator -- --table <name> <command>

  stuck                        who waits for you, since when and why
  release <learner> send       send the step in doubt (again)
  release <learner> skip       go on as if it had arrived
  stop                         nothing is sent any more, by anybody
  resume                       sending goes on

Credentials and Region are those of your shell, as for the AWS CLI.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})

if (values.help || values.table === undefined || positionals.length === 0) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const store = openTableStore(values.table)
const { path } = openCatalog(fileURLToPath(new URL('../build/catalog', import.meta.url)))
const stuckList = createStuckList({ store, path, stuckShards: shardsOf('stuck') })
const answer = await runOperator({ store, stuckList, path, now: clock() }, positionals)
console.log(answer.text)
process.exit(answer.ok ? 0 : 1)
