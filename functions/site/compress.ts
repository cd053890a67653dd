/** Answers in fewer bytes, for browsers that say they can read them. An HTTP API compresses nothing by itself. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

type Encoding = 'br' | 'gzip'

const textTypes = /^(text\/|application\/(json|javascript)|image\/svg\+xml)/
/** Below it the saving is less than what a packet carries anyway. */
const fewestBytes = 1_400
/** A page is compressed for one reader, a file once for all. */
const pageQuality = 5
const fileQuality = 9

export function compress(): MiddlewareHandler {
  const files = new Map<string, Buffer<ArrayBuffer>>()
  return async function compress(c, next) {
    await next()
    if (!textTypes.test(c.res.headers.get('content-type') ?? '') || c.res.headers.has('content-encoding')) return
    c.res.headers.append('Vary', 'Accept-Encoding')
    const encoding = encodingFor(c.req.header('accept-encoding'))
    if (encoding === undefined || c.req.method === 'HEAD' || c.res.body === null) return
    const plain = Buffer.from(await c.res.arrayBuffer())
    const { status, headers } = c.res
    const isShort = plain.length < fewestBytes
    const body = isShort ? plain : encoded(c, plain, encoding, files)
    c.res = new Response(body, { status, headers })
    if (!isShort) c.res.headers.set('Content-Encoding', encoding)
  }
}

/** Answers: the best encoding that this header allows; undefined for none. `q=0` forbids one. */
export function encodingFor(header = ''): Encoding | undefined {
  const allowed = new Set(
    header
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
      .map(([name]) => name),
  )
  if (allowed.has('br')) return 'br'
  return allowed.has('gzip') ? 'gzip' : undefined
}

function encoded(c: Context, plain: Buffer, encoding: Encoding, files: Map<string, Buffer<ArrayBuffer>>) {
  const isFile = c.res.status === 200 && /\bimmutable\b/.test(c.res.headers.get('cache-control') ?? '')
  if (!isFile) return shrunk(plain, encoding, pageQuality)
  const key = `${encoding} ${c.req.path}`
  const known = files.get(key) ?? shrunk(plain, encoding, fileQuality)
  files.set(key, known)
  return known
}

function shrunk(plain: Buffer, encoding: Encoding, quality: number): Buffer<ArrayBuffer> {
  if (encoding === 'gzip') return gzipSync(plain, { level: quality })
  return brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  })
}
