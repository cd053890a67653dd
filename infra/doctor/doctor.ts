/** `npm run doctor`: is everything in order, from the account to the unsubscribe button? It looks and changes nothing. */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { clock } from '../../functions/runtime/clock.ts'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { CommandProblem, runCommand } from '../commands/problem.ts'
import { configurationSetName } from '../mail-identity.ts'
import { chosenSettingsFile, exampleSettingsFile, readSettingsFile } from '../settings.ts'
import { allChecks } from './all-checks.ts'
import { openAwsPorts } from './aws-ports.ts'
import { openDns, openWeb } from './network-ports.ts'
import { reportOf } from './report.ts'
import { runDoctor } from './run-doctor.ts'

const patience = { seconds: 20, wait: (milliseconds: number) => wait(milliseconds, undefined, { ref: false }) }

await runCommand(async () => {
  const file = chosenSettingsFile()
  if (file === exampleSettingsFile || !existsSync(file)) {
    throw new CommandProblem('There are no settings yet, so there is nothing to look at. Begin with "npm run setup".')
  }
  const settings = readSettingsFile(file)
  const { path } = openCatalog(fileURLToPath(new URL('../../build/catalog', import.meta.url)))
  const ports = { ...openAwsPorts(settings.region), dns: openDns(), web: openWeb(), clock }
  const { first, others } = allChecks({ settings, ports, configurationSet: configurationSetName, path: path.id })
  const { text, isBroken } = reportOf(await runDoctor(first, others, patience))
  console.log(text)
  // A check that was given up may still hold a connection open.
  process.exit(isBroken ? 1 : 0)
})
