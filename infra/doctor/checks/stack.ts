import type { DeployedStack } from '../../commands/ports.ts'
import { oldestUpdatable, stackName, stackVersion } from '../../stack-version.ts'
import { attention, broken, type Check, type Finding, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

const settled = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/
const wentBack = /^(UPDATE|IMPORT)_ROLLBACK_COMPLETE$/
const underWay = /_IN_PROGRESS$/

/** Is the stack there, at rest, and of this checkout's making? */
export function createStackCheck({ stack }: Pick<DoctorPorts, 'stack'>): Check {
  return {
    name: 'stack',
    async look() {
      const deployed = await stack()
      if (deployed === undefined) return broken(`${stackName} is not deployed here`, 'npm run deploy')
      return judgeStatus(deployed) ?? judgeVersion(deployed) ?? ok(`${stackName}, version ${deployed.version}`)
    },
  }
}

function judgeStatus({ status }: DeployedStack): Finding | undefined {
  if (settled.test(status)) return undefined
  if (underWay.test(status)) return attention(`is changing just now (${status})`, 'Wait until it is done.')
  const why = `See why in CloudFormation, "${stackName}", Events; then npm run deploy.`
  return wentBack.test(status)
    ? attention(`works, but its last deployment failed and was undone (${status})`, why)
    : broken(`is ${status}`, why)
}

function judgeVersion({ version }: DeployedStack): Finding | undefined {
  if (version === stackVersion) return undefined
  if (version === undefined || version < oldestUpdatable) {
    const made = version === undefined ? 'of another making' : `of version ${version}`
    return broken(`is ${made}; this checkout updates ${oldestUpdatable} and later`, 'Follow the steps in CHANGELOG.md.')
  }
  const remedy = version > stackVersion ? 'Update this checkout: git pull.' : 'npm run deploy'
  return attention(`is of version ${version}, this checkout makes ${stackVersion}`, remedy)
}
