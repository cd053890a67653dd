/**
 * Counted up by a change that cannot be deployed over every earlier stack. A deployment by an older checkout would undo
 * what a newer one made; a stack older than `oldestUpdatable` needs the steps that CHANGELOG.md names.
 */
export const stackName = 'Talkback'
export const stackVersion = 1
export const oldestUpdatable = 1
