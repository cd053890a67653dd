/** The stack of some settings, synthesised without bundling, and looks into its template. */
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import cdkJson from '../../cdk.json' with { type: 'json' }
import { createApp } from '../../infra/create-app.ts'
import { checkSettings, exampleSettingsFile, readSettingsFile, type Settings } from '../../infra/settings.ts'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly DependsOn?: readonly string[]
}

export const exampleSettings = readSettingsFile(exampleSettingsFile)

/** The example, changed, as the schema reads it. */
export function settingsFactory(changes: Readonly<Record<string, unknown>> = {}): Settings {
  const checked = checkSettings({ ...exampleSettings, ...changes })
  if (checked.ok) return checked.settings
  throw new Error(checked.findings.map(({ field, says }) => `${field}: ${says}`).join('\n'))
}

export function synthesise(changes: Readonly<Record<string, unknown>> = {}) {
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } })
  const stack = createApp(app, { settings: settingsFactory(changes) })
  const template = Template.fromStack(stack)
  const all = template.toJSON()['Resources'] as Readonly<Record<string, Resource>>
  const ofType = (type: string) => Object.entries(all).filter(([, resource]) => resource.Type === type)
  return {
    app,
    template,
    resources: all,
    outputs: template.toJSON()['Outputs'] as Readonly<Record<string, { readonly Value: unknown }>>,
    ofType,
    /** The function of this name. */
    function(name: string): Resource {
      const found = ofType('AWS::Lambda::Function').find(([, { Properties }]) => Properties['FunctionName'] === name)
      if (found === undefined) throw new Error(`No function ${name}`)
      return found[1]
    },
  }
}
