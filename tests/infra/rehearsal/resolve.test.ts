import { describe, expect, it } from 'vitest'
import { cloudOf } from './placed.ts'

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } }
/** What this value becomes in a template that holds a queue. */
const resolved = (Value: unknown) => cloudOf({ Queue: queue }, { It: { Value } }).outputs['It']

describe('a reference', () => {
  it('to a queue is its URL, its ARN an attribute', () => {
    expect(resolved({ Ref: 'Queue' })).toBe('http://localhost:1/111122223333/q')
    expect(resolved({ 'Fn::GetAtt': ['Queue', 'Arn'] })).toBe('arn:aws:sqs:eu-west-1:111122223333:q')
  })

  it('to where the stack is made is answered by the place', () => {
    expect(resolved({ Ref: 'AWS::Region' })).toBe('eu-west-1')
  })

  it('inside joins, substitutions, splits and selections is answered too', () => {
    const arn = { 'Fn::GetAtt': ['Queue', 'Arn'] }

    expect(resolved({ 'Fn::Join': ['', [arn, '/*']] })).toBe('arn:aws:sqs:eu-west-1:111122223333:q/*')
    expect(resolved({ 'Fn::Sub': `\${Queue.Arn} in \${AWS::AccountId}` })).toBe(
      'arn:aws:sqs:eu-west-1:111122223333:q in 111122223333',
    )
    expect(resolved({ 'Fn::Sub': [`\${Own}`, { Own: arn }] })).toBe('arn:aws:sqs:eu-west-1:111122223333:q')
    expect(resolved({ 'Fn::Select': [5, { 'Fn::Split': [':', arn] }] })).toBe('q')
  })

  it('leads back to the resource it came from', () => {
    const cloud = cloudOf({ Queue: queue })

    expect(cloud.idOf(cloud.ref('Queue'))).toBe('Queue')
    expect(cloud.idOf(cloud.attribute('Queue', 'Arn'))).toBe('Queue')
  })

  it('to nothing, to an unknown type or by an unknown function stops the rehearsal', () => {
    expect(() => resolved({ Ref: 'Nothing' })).toThrow('holds no such resource')
    expect(() => resolved({ 'Fn::GetAtt': ['Queue', 'Colour'] })).toThrow('does not know Queue.Colour')
    expect(() => resolved({ 'Fn::FindInMap': [] })).toThrow('does not know Fn::FindInMap')
    expect(() => cloudOf({ Bucket: { Type: 'AWS::S3::Bucket' } }).ref('Bucket')).toThrow('AWS::S3::Bucket')
  })
})
