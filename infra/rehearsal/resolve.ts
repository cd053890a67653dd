/** CloudFormation's intrinsic functions, as far as this stack uses them. */
import { type Names, namesOf } from './names.ts'
import type { Cloud, Place, Properties, Template } from './template.ts'

/** The template as it would stand in this place, every reference answered. */
export function resolveTemplate(template: Template, place: Place): Cloud {
  const names = new Map<string, Names>()
  const namesFor = (id: string): Names => {
    const known = names.get(id)
    if (known) return known
    const resource = template.Resources[id]
    if (resource === undefined) throw new TypeError(`The template refers to ${id}, and holds no such resource.`)
    const found = namesOf(resource.Type, { id, properties: resource.Properties ?? {}, place })
    names.set(id, found)
    return found
  }
  const ref = (id: string) => pseudoParameters(place)[id] ?? namesFor(id).ref
  const attribute = (id: string, name: string) => {
    const value = namesFor(id).attributes[name]
    if (value !== undefined) return value
    throw new TypeError(`The rehearsal does not know ${id}.${name}. Teach it in infra/rehearsal/names.ts.`)
  }
  const resolve = createResolve(ref, attribute)
  const resolved = new Map<string, Properties>()
  const propertiesOf = (id: string) => {
    const known = resolved.get(id) ?? (resolve(template.Resources[id]?.Properties ?? {}) as Properties)
    resolved.set(id, known)
    return known
  }
  return {
    place,
    ref,
    attribute,
    ofType: (type) =>
      Object.entries(template.Resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id]) => [id, propertiesOf(id)] as const),
    idOf(reference) {
      const found = [...names].find(
        ([, { ref: name, attributes }]) => name === reference || attributes['Arn'] === reference,
      )
      if (found) return found[0]
      throw new TypeError(`Nothing in the template is called ${reference}.`)
    },
    outputs: Object.fromEntries(
      Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [name, String(resolve(Value))]),
    ),
  }
}

function pseudoParameters({ partition, region, account, stackName }: Place): Readonly<Record<string, string>> {
  return {
    'AWS::Partition': partition,
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  }
}

type Attribute = (id: string, name: string) => string

function createResolve(ref: (id: string) => string, attribute: Attribute) {
  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => ref(String(id)),
    'Fn::GetAtt': (argument) => {
      const [id = '', ...name] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.')
      return attribute(id, name.join('.'))
    },
    'Fn::Join': (argument) => {
      const [between, parts] = argument as readonly [string, readonly unknown[]]
      return parts.map((part) => String(resolve(part))).join(between)
    },
    'Fn::Sub': (argument) => {
      const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as unknown as readonly [
        string,
        Properties,
      ]
      return text.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
        if (name in own) return String(resolve(own[name]))
        const dot = name.indexOf('.')
        return dot < 0 ? ref(name) : attribute(name.slice(0, dot), name.slice(dot + 1))
      })
    },
    'Fn::Select': (argument) => {
      const [index, list] = argument as readonly [number | string, unknown]
      return (resolve(list) as readonly unknown[])[Number(index)]
    },
    'Fn::Split': (argument) => {
      const [between, text] = argument as readonly [string, unknown]
      return String(resolve(text)).split(between)
    },
  }

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [only] = entries
    if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      const intrinsic = functions[only[0]]
      if (intrinsic) return intrinsic(only[1])
      throw new TypeError(`The rehearsal does not know ${only[0]}. Teach it in infra/rehearsal/resolve.ts.`)
    }
    return Object.fromEntries(entries.map(([name, member]) => [name, resolve(member)]))
  }
  return resolve
}
