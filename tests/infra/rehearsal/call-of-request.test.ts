import { describe, expect, it } from 'vitest'
import { callOf } from '../../../infra/rehearsal/call-of-request.ts'
import { readAwsRequest } from '../../../infra/rehearsal/request.ts'
import { place } from './placed.ts'

const identities = {
  identityOf: (address: string) => (address.endsWith('@learn.example.org') ? 'learn.example.org' : undefined),
}
const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=WebRole/20270301/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
})
const arn = (rest: string) => `arn:aws:${rest}`

function callOfJson(service: string, target: string, input: object) {
  const headers = { ...signed(service), 'x-amz-target': target }
  return callOf(readAwsRequest(headers, JSON.stringify(input)), place, identities)
}

function callOfMail(from: string, to: string, configurationSet = 'talkback') {
  const form = new URLSearchParams({
    Action: 'SendRawEmail',
    Source: from,
    'Destinations.member.1': to,
    ConfigurationSetName: configurationSet,
    'RawMessage.Data': Buffer.from(
      `Subject: x\r\nFrom: "Learn"\r\n <${from}>\r\n\r\nFrom: nobody@example.org\r\n`,
    ).toString('base64'),
  })
  return callOf(readAwsRequest(signed('ses'), form.toString()), place, identities)
}

describe('a request', () => {
  it('is a call of the role whose key it is signed with', () => {
    const call = callOfJson('dynamodb', 'DynamoDB_20120810.GetItem', { TableName: 't' })

    expect(call).toMatchObject({ by: { role: 'WebRole' }, action: 'dynamodb:GetItem' })
    expect(call.resources).toEqual([arn('dynamodb:eu-west-1:111122223333:table/t')])
  })

  it('to an index is one on the index', () => {
    const call = callOfJson('dynamodb', 'DynamoDB_20120810.Query', { TableName: 't', IndexName: 'due' })

    expect(call.resources).toEqual([arn('dynamodb:eu-west-1:111122223333:table/t/index/due')])
  })

  it('to a queue or a secret names that one', () => {
    const queue = callOfJson('sqs', 'AmazonSQS.GetQueueAttributes', { QueueUrl: 'http://localhost:1/111122223333/q' })
    const secret = callOfJson('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: 'arn:of:it' })

    expect(queue.resources).toEqual([arn('sqs:eu-west-1:111122223333:q')])
    expect(secret.resources).toEqual(['arn:of:it'])
  })

  it('to send a mail is held against the sender and the configuration set, by the address in the message', () => {
    const call = callOfMail('lessons@learn.example.org', 'ada@example.com')

    expect(call.action).toBe('ses:SendRawEmail')
    expect(call.resources).toEqual([
      arn('ses:eu-west-1:111122223333:identity/learn.example.org'),
      arn('ses:eu-west-1:111122223333:configuration-set/talkback'),
    ])
    expect(call.context['ses:fromaddress']).toBe('lessons@learn.example.org')
  })

  it('to send as somebody whom the account does not have is judged all the same', () => {
    expect(callOfMail('thief@elsewhere.example', 'ada@example.com').resources).toContain(
      arn('ses:eu-west-1:111122223333:identity/thief@elsewhere.example'),
    )
  })

  it('to a service that no function here uses is one on everything', () => {
    const form = callOf(readAwsRequest(signed('sts'), 'Action=GetCallerIdentity'), place, identities)

    expect(form).toMatchObject({ action: 'sts:GetCallerIdentity', resources: ['*'] })
  })

  it('without a signature is none of ours', () => {
    expect(() => readAwsRequest({}, '')).toThrow('no AWS SDK has signed')
  })
})
