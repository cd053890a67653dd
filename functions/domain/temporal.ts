/**
 * The language's own date and time API. Node 24 does not have it yet, so it comes from its polyfill; this is the only
 * line to change when Node does.
 */
export { Temporal } from 'temporal-polyfill'
