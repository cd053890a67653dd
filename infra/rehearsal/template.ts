/** A synthesised template as JSON, and the same once every reference in it is resolved. */

export type Properties = Readonly<Record<string, unknown>>

interface Resource {
  readonly Type: string
  readonly Properties?: Properties
  readonly Metadata?: Properties
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

/** Where the stack is rehearsed. */
export interface Place {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly stackName: string
  /** What a queue's URL begins with: in the cloud that of SQS, here that of the recorder. */
  readonly queueOrigin: string
}

/** The template's resources as CloudFormation would make them: properties without references, names and ARNs. */
export interface Cloud {
  readonly place: Place
  /** Logical id and resolved properties of each resource of this type. */
  ofType(type: string): readonly (readonly [string, Properties])[]
  /** What `Ref` gives. */
  ref(id: string): string
  /** What `Fn::GetAtt` gives. */
  attribute(id: string, name: string): string
  /** The logical id behind an ARN or a name that a reference gave. */
  idOf(reference: string): string
  readonly outputs: Readonly<Record<string, string>>
}

/** Answers: this property as text. Throws when the template holds something else. */
export function textOf(properties: Properties, name: string): string {
  const value = properties[name]
  if (typeof value === 'string') return value
  throw new TypeError(`${name} should be text in the template, and is ${JSON.stringify(value)}`)
}

export function recordOf(properties: Properties, name: string): Properties {
  const value = properties[name]
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Properties
  throw new TypeError(`${name} should be an object in the template, and is ${JSON.stringify(value)}`)
}

/** Answers: this property as a list; one value alone, as policies allow it, is a list of one; none is empty. */
export function listOf<Member = string>(properties: Properties, name: string): readonly Member[] {
  const value = properties[name]
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]) as readonly Member[]
}
