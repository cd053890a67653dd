import { attention, broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export interface SendingParts extends Pick<DoctorPorts, 'ses' | 'stack' | 'table'> {
  readonly configurationSet: string
}

/** Everything that can hold all mail back: AWS, the configuration set, the operator. */
export function createSendingCheck({ ses, stack, table, configurationSet }: SendingParts): Check {
  return {
    name: 'sending',
    async look() {
      const { isPaused, enforcement } = await ses.account()
      if (isPaused || enforcement === 'SHUTDOWN') {
        return broken(
          'SES has paused sending for the whole account; nothing is lost, everything waits',
          'infra/RUNBOOK.md, Talkback/SendingPaused',
        )
      }
      const maySetSend = await ses.mayConfigurationSetSend(configurationSet)
      if (maySetSend === undefined) {
        return broken(
          `there is no configuration set "${configurationSet}", so SES refuses every mail`,
          'npm run deploy',
        )
      }
      if (!maySetSend) {
        return broken(
          `the configuration set "${configurationSet}" is paused`,
          `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${configurationSet} --sending-enabled`,
        )
      }
      const tableName = await stackOutput(stack, 'TableName')
      if (await table.isSendingStopped(tableName)) {
        return attention('you have stopped it yourself', `To go on: npm run operator -- --table ${tableName} resume`)
      }
      if (enforcement === 'PROBATION') {
        return attention(
          'goes on, but AWS reviews the account for bounces or complaints',
          'infra/RUNBOOK.md, Talkback/BouncesHigh and Talkback/ComplaintsHigh',
        )
      }
      return ok('nobody holds it back')
    },
  }
}
