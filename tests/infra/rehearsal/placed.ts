/** Small templates in a place of their own, and calls against them. */
import type { Call } from '../../../infra/rehearsal/decide.ts'
import { resolveTemplate } from '../../../infra/rehearsal/resolve.ts'
import type { Cloud, Place, Template } from '../../../infra/rehearsal/template.ts'

export const place: Place = {
  partition: 'aws',
  region: 'eu-west-1',
  account: '111122223333',
  stackName: 'Talkback',
  queueOrigin: 'http://localhost:1',
}

export function cloudOf(resources: Template['Resources'], outputs: Template['Outputs'] = {}): Cloud {
  return resolveTemplate({ Resources: resources, Outputs: outputs }, place)
}

export function callFactory(changes: Partial<Call> = {}): Call {
  return {
    by: { role: 'Role' },
    action: 'dynamodb:GetItem',
    resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
    context: {},
    ...changes,
  }
}
