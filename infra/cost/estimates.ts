/** What nobody has measured: read out of the design, rounded up. */

/** A Send event for each mail; bounces, delays and complaints at the share that rings the first alarm. */
export const eventsOfMail = 1.02
/** One put by the topic, and a tenth of a receive and a delete. Whether AWS bills the topic's put is not certain: counted. */
export const queueRequestsOfEvent = 1.2
/** Lambda collects for ten seconds: at 14 mails a second some fifty, at few learners fewer. */
export const eventsOfBatch = 10
/** 256 MB, held while two requests to the table are answered. */
export const feedbackGbSecondsOfEvent = 0.006

/** A page opened: requests for it (the style sheet is kept by browsers), 512 MB for the time it takes, what it reads. */
export const page = { requests: 1.2, gbSeconds: 0.02, reads: 4, writes: 0.5, kilobytes: 30, logBytes: 900 } as const

/** A tick's line of numbers and Lambda's own lines about it. */
export const logBytesOfTick = 1_600
export const logBytesOfBatch = 800

/** A queue that Lambda listens to is asked about all the time: five pollers, each waiting up to 20 seconds. */
export const idleQueueRequestsOfMonth = 650_000
/** Each running function reads the keys again every hour; two of each run. */
export const secretRequestsOfMonth = 7_300

/** A learner at the end of the path: 64 delivery rows, answers, enrolment, consent; each item with AWS's 100 bytes. */
export const kilobytesOfLearner = 30
