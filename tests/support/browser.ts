/** A real browser that sees this machine only, and pages in it that notice every fault. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core'
import { npmChromium } from './npm-chromium.ts'

export interface BrowserProgram {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

interface GuestOptions {
  readonly script?: boolean
  readonly zone?: string
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly reducedMotion?: 'reduce' | 'no-preference'
  /** A phone: its screen can be touched, and pages are as wide as it. */
  readonly touch?: boolean
}

/** Somebody with a browser of their own: no cookies, nothing kept. */
export interface Guest {
  readonly page: Page
  readonly context: BrowserContext
  /** What no page may do: errors in the console, scripts that break, files that are missing, requests elsewhere. */
  readonly faults: readonly string[]
  leave(): Promise<void>
}

export interface TestBrowser {
  readonly version: string
  newGuest(options?: GuestOptions): Promise<Guest>
  close(): Promise<void>
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A mail shown without an address of its own may have pictures from this machine.
  '--disable-features=LocalNetworkAccessChecks',
]

const remedy =
  'Run "npm ci" on Linux (x64) for the one that comes from npm, or install Chromium or Chrome and name it: ' +
  'CHROMIUM_PATH=/path/to/chrome npm test.'

/** A date is typed month first in it, whatever the machine speaks. */
const language = { LANGUAGE: 'en_US' }

const patienceMs = 15_000
const height = 900

/**
 * `CHROMIUM_PATH` names a program, or `npm` for the one among the packages; without it, an installed one comes first.
 * Other programs can look on at the debugging port, if one is given.
 */
export async function openBrowser(debuggingPort?: number): Promise<TestBrowser> {
  const own = debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]
  const browser = await launch(await findProgram(process.env['CHROMIUM_PATH']), [...flags, ...own])
  return {
    version: browser.version(),
    newGuest: (options = {}) => welcome(browser, options),
    close: () => browser.close(),
  }
}

async function findProgram(named: string | undefined): Promise<BrowserProgram> {
  if (named !== undefined && named !== '' && named !== 'npm') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file. ${remedy}`)
    return { executablePath: named, env: {} }
  }
  const found = named === 'npm' ? undefined : installed.find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, env: {} }
  return npmChromium().catch((cause) => {
    throw new Error(`There is no browser for the tests. ${remedy}`, { cause })
  })
}

async function launch({ executablePath, env }: BrowserProgram, args: string[]): Promise<Browser> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  try {
    return await chromium.launch({
      executablePath,
      args,
      env: { ...Object.fromEntries(own), ...language, ...env },
    })
  } catch (cause) {
    throw new Error(`The browser ${executablePath} does not start. ${remedy}`, { cause })
  }
}

async function welcome(browser: Browser, options: GuestOptions): Promise<Guest> {
  const {
    script = true,
    zone = 'Europe/London',
    theme = 'light',
    width = 1280,
    reducedMotion = 'no-preference',
    touch = false,
  } = options
  const context = await browser.newContext({
    javaScriptEnabled: script,
    timezoneId: zone,
    colorScheme: theme,
    reducedMotion,
    hasTouch: touch,
    isMobile: touch,
    viewport: { width, height },
    locale: 'en-GB',
  })
  context.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (isLoopback(url)) return route.continue()
    faults.push(`asks another machine: ${url}`)
    return route.abort()
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !isDocument(response)) faults.push(`${response.status()} for ${response.url()}`)
  })
  context.on('weberror', (error) => faults.push(`breaks: ${error.error().message}`))
  context.on('console', (message) => {
    // Chromium writes a line for every answer from 400 on; those of pages are the pages' own business.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !isStatus) faults.push(`complains: ${message.text()}`)
  })
  return { page: await context.newPage(), context, faults, leave: () => context.close() }
}

function isDocument(response: Response): boolean {
  return response.request().isNavigationRequest()
}

function isLoopback(url: string): boolean {
  const { hostname, protocol } = new URL(url)
  return protocol === 'data:' || protocol === 'about:' || hostname === 'localhost' || hostname === '127.0.0.1'
}
