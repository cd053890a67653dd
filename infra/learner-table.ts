import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
  type WarmThroughput,
} from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { dueIndexName } from '../functions/aws/keys.ts'

export type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query'

export interface LearnerTableProps {
  /** @default a new table's own: some 4,000 writes a second */
  readonly warmThroughput?: WarmThroughput | undefined
}

/** The one table: learners, enrolments, deliveries, work, and the index of what is due. */
export class LearnerTable extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string, { warmThroughput }: LearnerTableProps) {
    super(scope, id)
    const text = (name: string) => ({ name, type: AttributeType.STRING })
    const warm = warmThroughput && { warmThroughput }
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      globalSecondaryIndexes: [
        {
          indexName: dueIndexName,
          partitionKey: text('dueShard'),
          sortKey: text('dueAt'),
          projectionType: ProjectionType.KEYS_ONLY,
          ...warm,
        },
      ],
      ...warm,
      // Brakes only; learners are erased by the journey, in an order that a crash cannot break.
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /** Answers: permission for these actions on items of the table, and on nothing else. */
  items(...actions: TableAction[]): PolicyStatement {
    return this.permission(actions, this.table.tableArn)
  }

  /** Answers: permission to ask what is due. */
  dueIndex(): PolicyStatement {
    return this.permission(['Query'], `${this.table.tableArn}/index/${dueIndexName}`)
  }

  private permission(actions: readonly TableAction[], resource: string): PolicyStatement {
    return new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [resource] })
  }
}
